import Aggregation
import Datasets
import Findings
import TestSupport
import Testing
import Values

/// Planned values and published figures are used or reported, never passed over; neither are strange years.
@Suite struct RecordTests {
  private static func findings(
    claims: String = "", targets: String = "", targetColumns: String = "indicator,period,unit,organisation,value"
  ) throws -> [String] {
    let columns = "id,indicator,kind,period_from,period_to,value,decimals,bound"
    func fields(_ columns: String) -> [String] { columns.split(separator: ",").map(String.init) }
    let folder = try PackageSketch(
      [
        .init("units", fields: ["code"], csv: "code\nP\n"),
        .init("rows", fields: ["year:integer", "count:integer"], csv: "year,count\n2022,1\n"),
        .init("claims", fields: fields(columns), csv: "\(columns)\n\(claims)"),
        .init("targets", fields: fields(targetColumns), csv: "\(targetColumns)\n\(targets)"),
      ],
      catalogue: """
        catalogue: 1
        title: T
        dimensions: {unit: {resource: units, key: code}}
        resources: {rows: {period: year}}
        measures: {count: {resource: rows, column: count, kind: flow}}
        indicators: {count: {names: C, value: count, unit: number}}
        claims: claims
        targets: targets

        """
    ).write()
    return try PackageCheck.run(folder.path).findings.map { "\($0.position) \($0.code)" }
  }

  @Test(arguments: [
    ("K,count,level,2013,2014,5.3,1,exact\n", []), ("K,,,,,5,,\n", []),
    (",count,level,2013,2014,5.3,1,exact\n", ["claims.csv:2:1 required-missing"]),
    ("K,count,level,2013,2014,,1,exact\n", ["claims.csv:2:28 required-missing"]),
    ("K,count,level,2013,2014,5x,1,exact\n", ["claims.csv:2:25 type-error"]),
    ("K,count,level,2013,2014,5.33,1,exact\n", ["claims.csv:2:25 wrong-decimals"]),
    ("K,count,level,2013,2014,5.3,x,exact\n", ["claims.csv:2:29 wrong-decimals"]),
    ("K,count,levels,2013,2014,5.3,1,exact\n", ["claims.csv:2:9 constraint-error"]),
    ("K,count,level,2013,2014,5.3,1,more than\n", ["claims.csv:2:31 constraint-error"]),
    ("K,counts,level,2013,2014,5.3,1,exact\n", ["claims.csv:2:3 unknown-indicator"]),
    ("K,count,level,2014,2013,5.3,1,exact\n", ["claims.csv:2:20 years-reversed"]),
    ("K,count,level,,2014,5.3,1,exact\n", []),
    ("K,count,level,20x4,2014,5.3,1,exact\n", ["claims.csv:2:15 wrong-year"]),
  ]) func claimsAreNeverPassedOver(claims: String, expected: [String]) throws {
    // The column of an empty field is where it would stand.
    #expect(try Self.findings(claims: claims).map(Self.withoutEmptyColumn) == expected.map(Self.withoutEmptyColumn))
  }

  private static func withoutEmptyColumn(_ text: String) -> String {
    text.hasSuffix("required-missing")
      ? text.split(separator: ":").prefix(2).joined(separator: ":") + " required-missing" : text
  }

  @Test(arguments: [
    ("count,2023,P,,5\n", []), ("count,2023,P,,\n", ["targets.csv:2:15 required-missing"]),
    ("count,,P,,5\n", ["targets.csv:2:7 required-missing"]), (",2023,P,,5\n", ["targets.csv:2:1 required-missing"]),
    ("count,year,P,,5\n", ["targets.csv:2:7 wrong-year"]), ("count,2023,P,,5 %\n", ["targets.csv:2:15 type-error"]),
    ("cuont,2023,P,,5\n", ["targets.csv:2:1 unknown-indicator"]),
  ]) func targetsAreNeverPassedOver(targets: String, expected: [String]) throws {
    #expect(try Self.findings(targets: targets) == expected)
  }

  @Test func aTableWithoutItsColumnsIsReported() throws {
    #expect(
      try Self.findings(targetColumns: "indicator,year,value").map { String($0.suffix(14)) } == ["missing-column"])
  }

  @Test(
    arguments: [
      ("year", "2022", nil), ("year", "9999", 9999), ("year", "1022", 1022), ("year", "1900", nil),
      ("year", "2101", 2101),
      ("integer", "22", 22), ("integer", "2022", nil), ("integer", "9999", 9999),
    ] as [(String, String, Int?)])
  func strangeYearsAreWarnings(type: String, text: String, year: Int?) throws {
    let small = try SmallDataset("\(text),A,X,5,,,\n", year: type)
    let found = try PackageCheck.run(small.folder.path).findings.filter { $0.code == "implausible-year" }
    #expect(found.map(\.position.description) == (year == nil ? [] : ["rows.csv:2:1"]))
    #expect(found.allSatisfy { $0.severity == .warning })
  }

  @Test(arguments: [("9999-01-31", true), ("0022-05-01", true), ("2022-12-14", false)])
  func strangeDaysAreWarnings(day: String, isStrange: Bool) throws {
    let small = try SmallDataset("2022,A,X,5,,,\(day)\n")
    let found = try PackageCheck.run(small.folder.path).findings.filter { $0.code == "implausible-year" }
    #expect(found.map(\.position.description) == (isStrange ? ["rows.csv:2:14"] : []))
  }

  /// Every code of the list is read, alone and beside another; any other text is refused where it stands.
  @Test(arguments: StatusFlag.allCases)
  func everyStatusCodeIsRead(flag: StatusFlag) throws {
    let value = flag.isAbsence ? "" : "5"
    let small = try SmallDataset("2022,A,X,\(value),,\(flag.rawValue),\n")
    #expect(try PackageCheck.run(small.folder.path).findings.filter { $0.severity == .error }.isEmpty)
    let observation = try small.observe("count", 2022...2022)
    #expect(observation.flags.codes == (flag == .normal || flag.isAbsence ? [] : [flag.rawValue]))
    #expect((observation.value == nil) == flag.isAbsence)
    let beside = try SmallDataset("2022,A,X,\(value),,\(flag.rawValue) x,\n")
    let found = try PackageCheck.run(beside.folder.path).findings.filter { $0.severity == .error }
    #expect(found.map { "\($0.position) \($0.code)" } == ["rows.csv:2:\(12 + value.count) unknown-flag"])
    #expect(found.first?.value == "\(flag.rawValue) x")
  }

  @Test(arguments: Array("CGHJKNQRSTVWXYZ").map(String.init))
  func noOtherCodeIsRead(code: String) throws {
    let small = try SmallDataset("2022,A,X,5,,\(code),\n")
    let found = try PackageCheck.run(small.folder.path).findings
    #expect(found.map { "\($0.position) \($0.code)" } == ["rows.csv:2:13 unknown-flag"])
  }
}
