import Aggregation
import Catalogue
import Datasets
import Findings
import TestSupport
import Testing
import Values

/// Two districts and three bodies, of which one never reports; what should come in, and what has.
@Suite struct SubmissionTests {
  static let rows = "2022,A,X,5\n2022,A,Y,6\n2022,B,X,7\n2022,B,Y,8\n2023,A,X,5\n2023,A,Y,\n2023,B,X,7\n"
  static let list = """
    rows,2022,A,X,2023-01-10,2023-01-09
    rows,2022,A,Y,2023-01-10,2023-01-10
    rows,2022,B,X,2023-01-10,2023-01-11
    rows,2022,B,Y,2023-01-10,2023-01-01
    rows,2022,A,Z,2023-01-10,
    rows,2022,B,Z,2023-01-10,2023-01-05

    """

  private static func write(
    rows: String = rows, list: String = list, declares: Bool = true
  ) throws -> ScratchFolder {
    try PackageSketch(
      [
        .init(
          "units", fields: ["code", "name", "level", "parent"],
          csv: """
            code,name,level,parent
            P,Tỉnh,province,
            A,An,district,P
            B,Bình,district,P

            """),
        .init("bodies", fields: ["code", "name"], csv: "code,name\nX,Hội X\nY,Hội Y\nZ,Hội Z\n"),
        .init("rows", fields: ["year:year", "unit", "body", "count:integer"], csv: "year,unit,body,count\n" + rows),
        .init(
          "list", fields: ["form", "year:year", "unit", "body", "due:date", "received:date"],
          csv: "form,year,unit,body,due,received\n" + list),
      ],
      catalogue: """
        catalogue: 1
        title: Small
        dimensions:
          unit: {resource: units, key: code, parent: parent, level: level, names: {vi: name, en: name}}
          organisation: {resource: bodies, key: code, names: {vi: name, en: name}}
        resources:
          rows: {period: year, unit: unit, level: district, dimensions: {organisation: body}, expects: [unit, organisation, period]}
          list: {period: year, unit: unit, level: district, expects: [unit, period]}
        measures:
          count: {resource: rows, column: count, kind: flow}
          due: {resource: list, column: due, kind: count}
          on-time: {resource: list, column: received, kind: count, where: {received: {"<=": due}}}
        indicators:
          count: {names: {vi: Số đếm, en: Count}, value: count, unit: {vi: lượt, en: visits}}
          timeliness: {names: {vi: Đúng hạn, en: On time}, ratio: [on-time, due], unit: percent}
          on-time: {names: {vi: Số đúng hạn, en: In time}, value: on-time, unit: {vi: báo cáo, en: reports}}
        \(declares ? "submissions: {resource: list, form: form, period: year, unit: unit, organisation: body, due: due, received: received}" : "")

        """
    ).write()
  }

  private static func open(
    list: String = list, declares: Bool = true
  ) throws -> (folder: ScratchFolder, dataset: Dataset) {
    let folder = try write(list: list, declares: declares)
    return (folder, try Dataset.open(folder.path))
  }

  private static func findings(rows: String = rows, list: String) throws -> [String] {
    let folder = try write(rows: rows, list: list)
    return try PackageCheck.run(folder.path).findings.map { "\($0.position) \($0.code) \($0.severity.rawValue)" }
  }

  @Test func whatHasNotComeIsMissed() throws {
    #expect(
      try Self.findings(list: Self.list) == [
        "list.csv:6:26 submission-missing warning", "list.csv:7:26 submission-without-rows warning",
        "list.csv:4 submission-late information",
      ])
  }

  @Test(arguments: [
    (
      "rows,2022,A,,2023-01-10,\n",
      [
        "list.csv:2:25 submission-not-marked warning", "rows.csv:4 submission-not-listed warning",
        "rows.csv:5 submission-not-listed warning",
      ]
    ),
    ("rows,2022,P,,2023-01-10,2023-01-10\n", []),
    ("rows,2023,A,,2023-01-10,2023-01-10\nrows,2023,B,X,2023-01-10,2023-01-10\n", []),
    (
      "rows,2023,A,Y,2023-01-10,\nrows,2023,P,X,2023-01-10,2023-01-10\n",
      ["list.csv:2:26 submission-missing information"]
    ),
    ("rows,2023,B,Y,2023-01-10,\n", ["list.csv:2:26 submission-missing warning"]),
    ("row,2022,A,X,2023-01-10,\n", ["list.csv:2:1 unknown-form error"]),
    ("rows,2022,A,X,,2023-01-10\n", ["list.csv:2:15 no-due-day error"]),
    ("rows,,P,X,2023-01-10,2023-01-10\n", ["list.csv:2:6 no-year error"]),
    ("rows,2022,C,X,2023-01-10,\n", ["list.csv:2:11 unknown-unit error"]),
    ("rows,2022,P,W,2023-01-10,2023-01-10\n", ["list.csv:2:13 unknown-member error"]),
  ]) func theListIsComparedWithTheRows(list: String, expected: [String]) throws {
    let found = try Self.findings(list: list).filter { !$0.contains("mixed-levels") }
    #expect(Set(expected).isSubset(of: Set(found)), "\(found)")
    if expected.isEmpty { #expect(found.isEmpty) }
  }

  @Test func manyLateOnesAreOneFinding() throws {
    let late = Array(repeating: "rows,2022,P,,2023-01-10,2023-01-12\n", count: 11).joined()
    let folder = try Self.write(list: "rows,2022,P,,2023-01-10,2023-01-10\n" + late)
    let found = try PackageCheck.run(folder.path).findings.filter { $0.code == "submission-late" }
    #expect(found.map(\.position.description) == ["list.csv:3"])
    #expect(found.first?.message.english.hasPrefix("11 of 12 reports came late (2022: 11/12)") == true)
  }

  /// Years that the list knows are judged by it, others by the cells that are seen.
  @Test(
    arguments: [
      (2022, [:], 4, 6), (2023, [:], 2, 4), (2022, ["organisation": ["Z"]], 0, 2),
      (2022, ["organisation": ["X"]], 2, 2),
    ] as [(Int, [String: [String]], Int, Int)])
  func coverageFollowsTheList(year: Int, members: [String: [String]], reporting: Int, expected: Int) throws {
    let (folder, dataset) = try Self.open()
    defer { withExtendedLifetime(folder) {} }
    let indicator = try #require(dataset.catalogue.indicator("count"))
    let whole = try Evaluator(dataset).observe(indicator, years: year...year, of: Selection(members: members))
    #expect(whole.coverage == Coverage(reporting: reporting, expected: expected))
  }

  @Test func withoutTheListOnlyWhatIsSeenIsExpected() throws {
    let (folder, dataset) = try Self.open(declares: false)
    defer { withExtendedLifetime(folder) {} }
    let indicator = try #require(dataset.catalogue.indicator("count"))
    let evaluator = Evaluator(dataset)
    #expect(try evaluator.observe(indicator, years: 2022...2022).coverage == Coverage(reporting: 4, expected: 4))
    #expect(try evaluator.members(of: indicator, dimension: "organisation") == ["X", "Y"])
  }

  @Test func whoNeverReportsHasARowOfItsOwn() throws {
    let (folder, dataset) = try Self.open()
    defer { withExtendedLifetime(folder) {} }
    let indicator = try #require(dataset.catalogue.indicator("count"))
    let evaluator = Evaluator(dataset)
    #expect(try evaluator.members(of: indicator, dimension: "organisation") == ["X", "Y", "Z"])
    let absent = try evaluator.observe(indicator, years: 2022...2022, of: Selection(members: ["organisation": ["Z"]]))
    #expect(absent.value == nil && absent.absence == .missing)
  }

  /// On time are A: X, Y; B: Y, Z. Of A, the one that never came is not on time, though it is due.
  @Test func aConditionBetweenColumnsCountsRows() throws {
    let (folder, dataset) = try Self.open()
    defer { withExtendedLifetime(folder) {} }
    let indicator = try #require(dataset.catalogue.indicator("timeliness"))
    let evaluator = Evaluator(dataset)
    let whole = try evaluator.observe(indicator, years: 2022...2022)
    #expect(whole.numerator == Rational(4) && whole.denominator == Rational(6))
    #expect(whole.inputs.first?.conditions == ["received <= due"] && whole.inputs.first?.lines.description == "2-3,5,7")
  }

  /// A unit with nothing on time is a known zero, and stays in the denominator.
  @Test func noneIsZeroAndNotMissing() throws {
    let list = "rows,2022,A,X,2023-01-10,2023-01-11\nrows,2022,A,Y,2023-01-10,\nrows,2022,B,X,2023-01-10,2023-01-09\n"
    let (folder, dataset) = try Self.open(list: list)
    defer { withExtendedLifetime(folder) {} }
    let evaluator = Evaluator(dataset)
    let ratio = try #require(dataset.catalogue.indicator("timeliness"))
    let whole = try evaluator.observe(ratio, years: 2022...2022)
    #expect(whole.numerator == Rational(1) && whole.denominator == Rational(3))
    #expect(whole.coverage == Coverage(reporting: 2, expected: 2))
    #expect(try evaluator.observe(ratio, years: 2022...2022, of: Selection(units: ["A"])).value == Rational(0))
    let count = try #require(dataset.catalogue.indicator("on-time"))
    #expect(try evaluator.observe(count, years: 2022...2022, of: Selection(units: ["A"])).value == Rational(0))
    #expect(try evaluator.observe(count, years: 2021...2021).absence == .missing)
  }
}
