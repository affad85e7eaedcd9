import Aggregation
import Catalogue
import Databases
import Rendering
import TestSupport
import Testing
import Trends
import Values

@Suite struct PackageDatabaseTests {
  private static func observed(_ package: String) throws -> ObservationSet {
    let dataset = try Dataset.open(Repository.path(of: package))
    return try ObservationSet.all(
      dataset.catalogue.indicators, by: ["unit", "organisation"].filter { dataset.dimensions[$0] != nil },
      periods: PeriodChoice(), Evaluator(dataset))
  }

  /// Every row of the tidy CSV, in its order, with the same number.
  @Test(arguments: ["datasets/tay-ninh", "Tests/Packages/tiny-province"]) func holdsWhatTheTidyTablesHold(
    package: String
  ) throws {
    let set = try Self.observed(package)
    let grid = TidyExport(set).observations
    let database = try DatabaseReader(PackageDatabase(set).bytes())
    let rows = try database.rows("SELECT * FROM observations ORDER BY rowid")
    #expect(rows.count == grid.rows.count && rows.count > 20)
    let value = try #require(grid.columns.firstIndex { $0.key == "value" })
    for (row, cells) in zip(rows, grid.rows) {
      for (index, cell) in cells.enumerated() {
        switch (cell, row[index]) {
        case (.number(let number, _, _), .integer(let whole)), (.atLeast(let number, _), .integer(let whole)):
          #expect(Rational(number) == Rational(Int(whole)))
        case (.number(let number, _, _), .real(let real)), (.atLeast(let number, _), .real(let real)):
          #expect(Double(number.description) == real)
        case (.text(let text), .text(let other)): #expect(text == other)
        case (.text(let text), .null): #expect(text.isEmpty)
        case (.truth(let truth), .integer(let whole)): #expect(truth == (whole == 1))
        case (.empty, .null), (.absent, .null): break
        default: Issue.record("\(grid.columns[index].key): \(cell), \(row[index])")
        }
      }
      if case .number(let number, _, _) = cells[value] { #expect(row.last == .text(number.description)) }
    }
  }

  @Test func everyIndicatorHasItsView() throws {
    let set = try Self.observed("datasets/tay-ninh")
    let database = try DatabaseReader(PackageDatabase(set).bytes())
    #expect(try database.rows("SELECT count(*) FROM indicators") == [[.integer(Int64(set.indicators.count))]])
    for indicator in set.indicators {
      let expected = set.entries.filter { $0.indicator.code == indicator.code && $0.observation.value != nil }.count
      #expect(
        try database.rows("SELECT count(value) FROM \"\(indicator.code)\"") == [[.integer(Int64(expected))]])
      #expect(
        try database.rows("SELECT view FROM indicators WHERE code = '\(indicator.code)'") == [[.text(indicator.code)]])
    }
    let unnamed = "SELECT count(*) FROM \"membership-rate\" WHERE unit IS NOT NULL AND unit_name_vi IS NULL"
    #expect(try database.rows(unnamed) == [[.integer(0)]])
    #expect(try database.rows("PRAGMA integrity_check") == [[.text("ok")]])
    #expect(try database.rows("PRAGMA foreign_key_check") == [])
  }

  @Test func saysThatFiguresAreIllustrative() throws {
    let database = try DatabaseReader(PackageDatabase(Self.observed("datasets/tay-ninh")).bytes())
    let package = try database.rows("SELECT illustrative, notice_vi IS NOT NULL FROM package")
    #expect(package == [[.integer(1), .integer(1)]])
    #expect(try database.rows("SELECT count(*) FROM observations WHERE NOT illustrative") == [[.integer(0)]])
  }

  @Test func sameValuesSameBytes() throws {
    let set = try Self.observed("Tests/Packages/tiny-province")
    #expect(try PackageDatabase(set).bytes() == PackageDatabase(set).bytes())
    #expect(try Array(PackageDatabase(set).bytes().prefix(16)) == Array("SQLite format 3\0".utf8))
  }

  /// Names that SQL has, that are taken already whatever their case, or that must be quoted; and texts that are SQL.
  @Test func hostileNamesAndTexts() throws {
    let codes = ["observations", "Units", "select", "sqlite_master", "observations_", "count", "COUNT"]
    let folder = try PackageSketch(
      [
        .init("units", fields: ["code", "level"], csv: "code,level\nA,district\n'; DROP TABLE units; --,district\n"),
        .init(
          "rows", fields: ["year:year", "unit", "part:number"],
          csv: "year,unit,part\n2020,\"'; DROP TABLE units; --\",1.5\n2020,A,12345678901234567890.25\n"),
      ],
      catalogue: """
        catalogue: 1
        title: Parts
        dimensions: {unit: {resource: units, key: code, level: level}}
        resources: {rows: {period: year, unit: unit, level: district}}
        measures: {part: {resource: rows, column: part, kind: flow}}
        indicators:
        \(codes.map { "  \($0): {names: \"\($0)\", value: part, unit: number, decimals: 2}" }.joined(separator: "\n"))

        """
    ).write()
    let dataset = try Dataset.open(folder.path)
    let set = try ObservationSet.all(
      dataset.catalogue.indicators, by: ["unit"], periods: PeriodChoice(), Evaluator(dataset))
    let database = try DatabaseReader(PackageDatabase(set).bytes())
    let views = try database.rows("SELECT view FROM indicators ORDER BY rowid").map { $0[0] }
    #expect(
      views
        == ["observations_", "Units_", "select", "_sqlite_master", "observations__", "count", "COUNT_"].map {
          .text($0)
        })
    for case .text(let view) in views {
      let rows = try database.rows("SELECT value_text FROM \"\(view)\" WHERE unit LIKE '%DROP%'")
      #expect(rows == [[.text("1.50")]])
    }
    // More digits than a binary fraction has: exact as text.
    let exact = try database.rows("SELECT value_text, value FROM \"select\" WHERE unit = 'A'")
    #expect(exact == [[.text("12345678901234567890.25"), .real(12345678901234567890.25)]])
  }

  @Test func whatSQLiteRefusesIsAnError() throws {
    let connection = try Connection()
    #expect(throws: DatabaseError.self) { try connection.run("CREATE TABLE") }
    #expect(throws: DatabaseError.self) { try connection.run("SELECT nothing") }
    try connection.run("CREATE TABLE t (a UNIQUE)")
    #expect(throws: DatabaseError.self) {
      try connection.run("INSERT INTO t VALUES (?)", rows: [[.integer(1)], [.integer(1)]])
    }
  }
}
