import Aggregation
import Findings
import TestSupport
import Testing
import Values

/// Rows that a schema allows and that belong nowhere, or would be counted twice.
@Suite struct BadRowsTests {
  struct Mistake: Sendable, CustomTestStringConvertible {
    var name: String
    var rows: String
    var summaries: [String]
    var remedy: String
    var testDescription: String { name }
  }

  @Test(arguments: [
    Mistake(
      name: "a total among the districts", rows: "2021,A,X,5,,,\n2021,P,X,5,,,\n",
      summaries: ["rows.csv:3:6 mixed-levels 'P'"], remedy: "Remove the total row"),
    Mistake(
      name: "a total without a unit", rows: "2021,A,X,5,,,\n2021,,X,5,,,\n",
      summaries: ["rows.csv:3:6 no-unit ''"], remedy: "remove total rows"),
    Mistake(
      name: "all bodies beside each", rows: "2021,A,X,5,,,\n2021,A,Y,3,,,\n2021,A,,8,,,\n",
      summaries: ["rows.csv:4:8 no-member ''"], remedy: "remove total rows"),
    Mistake(
      name: "a unit that nobody knows", rows: "2021,a,X,5,,,\n", summaries: ["rows.csv:2:6 unknown-unit 'a'"],
      remedy: "Did you mean: A?"),
    Mistake(
      name: "a body that nobody knows", rows: "2021,A,Z,5,,,\n", summaries: ["rows.csv:2:8 unknown-member 'Z'"],
      remedy: "X, Y"),
    Mistake(
      name: "a unit before its time", rows: "2020,B,X,5,,,\n2021,B,X,5,,,\n",
      summaries: ["rows.csv:2:6 unit-not-valid 'B'"], remedy: "Check the year"),
    Mistake(
      name: "a row without a year", rows: ",A,X,5,,,\n", summaries: ["rows.csv:2:1 no-year ''"],
      remedy: "reporting year"),
    Mistake(
      name: "an unknown flag", rows: "2021,A,X,5,,P*,\n", summaries: ["rows.csv:2:13 unknown-flag 'P*'"],
      remedy: "SDMX"),
    Mistake(
      name: "a value where the flag says there is none", rows: "2021,A,X,5,1,O,\n",
      summaries: ["rows.csv:2:10 flag-contradicts-value '5'", "rows.csv:2:12 flag-contradicts-value '1'"],
      remedy: "Empty the value"),
    Mistake(
      name: "a negative count", rows: "2021,A,X,-5,-1.5,,\n", summaries: ["rows.csv:2:10 negative-count '-5'"],
      remedy: "cannot be negative"),
    Mistake(
      name: "a sum of more than 38 digits",
      rows: String(repeating: "2021,A,X,,170141183460469231731687303715884105727,,\n", count: 2),
      summaries: ["rows.csv:3:11 overflow '170141183460469231731687303715884105727'"], remedy: "Check the unit"),
  ])
  func isFoundInItsPlace(mistake: Mistake) throws {
    let small = try SmallDataset(mistake.rows)
    let found = findings { try small.observe() } ?? []
    #expect(found.map(\.summary).sorted() == mistake.summaries.sorted())
    #expect(found.first?.remedy.english.contains(mistake.remedy) == true, "\(found)")
    #expect(found.allSatisfy { $0.field != nil && $0.resource == "rows" })
  }

  @Test(arguments: [
    "0", "-1", "10000", "20211", "99999999999999999999999999", "170141183460469231731687303715884105727",
  ])
  func aYearFarOutOfRangeIsFound(year: String) throws {
    #expect(
      try SmallDataset.summaries("\(year),A,X,5,,,\n", year: "integer") == ["rows.csv:2:1 wrong-year '\(year)'"])
  }

  @Test func theYearsOneAndNineThousandDoNotTrap() throws {
    let small = try SmallDataset("1,A,X,5,,,\n9999,A,X,7,,,\n", year: "integer")
    #expect(try small.observe("count", 1...9999).value == Rational(12))
    #expect(try small.observe("count", 1...1).period.start.description == "0001-12-15")
  }

  /// What the schema already says about a cell is said once.
  @Test func aCellIsWrongOnce() throws {
    let reference = #""foreignKeys": [{"fields": "unit", "reference": {"resource": "units", "fields": "code"}}]"#
    #expect(
      try SmallDataset.summaries("2021,Q,X,5,,,\n", schema: [reference]) == ["rows.csv:2:6 unknown-reference 'Q'"])
  }

  @Test func rowsThatAreWrongAreNotCounted() throws {
    let small = try SmallDataset("2021,A,X,5,,,\n2021,A,Y,x,,,\n")
    #expect(findings { try small.observe() }?.map(\.code) == ["type-error"])
    // Asking again gives the same answer, not half a table.
    #expect(findings { try small.observe() }?.map(\.code) == ["type-error"])
  }

  @Test func aMissingFileIsNoInput() throws {
    let small = try SmallDataset("2021,A,X,5,,,\n")
    try small.folder.remove("rows.csv")
    guard case .noInput(let path, _) = failure(of: { try small.observe() }) else {
      Issue.record("counted rows of a file that is not there")
      return
    }
    #expect(path == "rows.csv")
  }
}
