import Aggregation
import TestSupport
import Testing
import Values

@Suite struct ClaimTests {
  /// Claims and targets of a package of their own.
  private static func read(claims: String, targets: String = "") throws -> (claims: [Claim], targets: [Target]) {
    let folder = try PackageSketch(
      [
        .init("units", fields: ["code"], csv: "code\nP\nA\n"),
        .init("rows", fields: ["year:year", "count:integer"], csv: "year,count\n"),
        .init(
          "claims",
          fields: [
            "id", "indicator", "kind", "period_from:year", "period_to:year", "unit", "organisation", "value:number",
            "printed", "decimals:integer", "bound", "document",
          ],
          csv: "id,indicator,kind,period_from,period_to,unit,organisation,value,printed,decimals,bound,document\n"
            + claims),
        .init(
          "targets", fields: ["indicator", "period:year", "unit", "organisation", "value:number", "document"],
          csv: "indicator,period,unit,organisation,value,document\n" + targets),
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
    let dataset = try Dataset.open(folder.path)
    return (try dataset.claims(), try dataset.targets())
  }

  /// 56.3 lies between 56.25 and 56.35, the lower end included.
  @Test(arguments: [
    ("56.3", 1, "56.25", true), ("56.3", 1, "56.2499", false), ("56.3", 1, "56.3499", true),
    ("56.3", 1, "56.35", false),
    ("56.30", 2, "56.25", false), ("59.22", 2, "59.22", true), ("-2.92", 2, "-2.915", true),
    ("-2.92", 2, "-2.925", false),
    ("2731", 0, "2731", true), ("2731", 0, "2730.5", true), ("2731", 0, "2732", false),
  ])
  func aClaimKeepsItsPrintedPrecision(value: String, decimals: Int, computed: String, agrees: Bool) throws {
    let claims = try Self.read(claims: "K,count,level,2013,2013,P,,\(value),,\(decimals),exact,\n")
    let claim = try #require(claims.claims.first)
    #expect(claim.value.scale == decimals && claim.years == 2013...2013)
    #expect(try claim.agrees(with: Rational(#require(ExactDecimal(computed)))) == agrees)
  }

  @Test func moreThanIsMoreThan() throws {
    let claims = try Self.read(claims: "K,count,level,,2010,A,X,19200,hơn 19.200,0,more-than,D\n")
    let claim = try #require(claims.claims.first)
    #expect(claim.agrees(with: Rational(19_246)) && !claim.agrees(with: Rational(19_200)))
    #expect(claim.years == nil && claim.unit == "A" && claim.organisation == "X" && claim.printed == "hơn 19.200")
    #expect(claim.file == "claims.csv" && claim.line == 2 && claim.document == "D")
  }

  @Test func targetsKeepTheirPlace() throws {
    let (claims, targets) = try Self.read(claims: "", targets: "count,2023,P,,60.00,D\ncount,2024,A,X,7,\n")
    #expect(targets.map(\.value.description) == ["60.00", "7"] && targets.map(\.unit) == ["P", "A"])
    #expect(targets.map(\.line) == [2, 3] && targets.map(\.year) == [2023, 2024])
    #expect(claims.isEmpty)
  }
}
