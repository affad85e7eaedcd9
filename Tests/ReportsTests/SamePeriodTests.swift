import Aggregation
import Language
import Reports
import TestSupport
import Testing
import Values

/// A year that is not over is said beside as many months of the year before, and only where those are known.
@Suite struct SamePeriodTests {
  /// Rows of a flow: `2022-9M,nine-months,U1,20`. The last year is counted up to September.
  private static func package(_ rows: [String], last: String = "2023-09-30,P") -> PackageSketch {
    func end(_ row: String) -> String {
      if row.hasPrefix("2023,") { return last }
      return row.prefix(4) + (row.contains("9M") ? "-09-30," : row.contains("S1") ? "-06-30," : "-12-31,")
    }
    let data = rows.map { "\($0),\(end($0))\n" }.joined()
    return PackageSketch(
      [
        .init("units", fields: ["code", "name", "level"], csv: "code,name,level\nU1,Huyện,district\n"),
        .init(
          "data", fields: ["period", "kind", "unit", "part:integer", "as_of:date", "status"],
          csv: "period,kind,unit,part,as_of,status\n" + data),
      ],
      catalogue: """
        catalogue: 1
        title: Thử
        dimensions:
          unit: {resource: units, key: code, level: level, names: {vi: name, en: name}}
        resources:
          data: {period: period, period-kind: kind, unit: unit, level: district, flags: status, cut-off: as_of}
        measures:
          events: {resource: data, column: part, kind: flow}
        indicators:
          events: {names: {vi: Số buổi, en: Meetings}, value: events, unit: {vi: buổi, en: meetings}, decimals: 0, good: up}
        """)
  }

  private static let years = ["2020,year,U1,20", "2021,year,U1,24", "2022,year,U1,30", "2023,year,U1,27"]

  private static func said(_ package: PackageSketch, _ language: OutputLanguage) throws -> String? {
    let folder = try package.write()
    try folder.makeFolder("test")
    try folder.write(
      """
      report: 1
      names: {vi: Thử, en: Test}
      period: {last: 4 years}
      summary: {headline: events, levels: [], totals: [events]}
      tables: [{id: "01", rows: period, indicators: [events]}]
      """, to: "test/report.yaml")
    let dataset = try Dataset.open(folder.path)
    let definition = try ReportDefinitionReader.read(folder.path(of: "test"), names: dataset.definitionNames)
    return SketchedReport(built: try ReportBuilder(definition, of: dataset, language: language).build())[
      "events.same-period.phrase"]
  }

  @Test(arguments: [
    (20, "tăng 07 buổi so với cùng kỳ năm 2022", "up 7 meetings from the same period of 2022"),
    (28, "giảm 01 buổi so với cùng kỳ năm 2022", "down 1 meeting from the same period of 2022"),
    (27, "không đổi so với cùng kỳ năm 2022", "unchanged from the same period of 2022"),
  ])
  func aYearToDateIsSetBesideAsManyMonths(before: Int, vietnamese: String, english: String) throws {
    let package = Self.package(Self.years + ["2022-9M,nine-months,U1,\(before)"])
    #expect(try Self.said(package, .vietnamese) == vietnamese)
    #expect(try Self.said(package, .english) == english)
  }

  @Test func nothingIsSaidWithoutThoseMonths() throws {
    #expect(try Self.said(Self.package(Self.years), .vietnamese) == nil, "no nine months")
    let older = Self.package(Self.years + ["2021-9M,nine-months,U1,20"])
    #expect(try Self.said(older, .vietnamese) == nil, "of the year before last")
    let half = Self.package(Self.years + ["2022-S1,half-year,U1,12"])
    #expect(try Self.said(half, .vietnamese) == nil, "of other months")
    let whole = Self.package(Self.years + ["2022-9M,nine-months,U1,20"], last: "2023-12-31,")
    #expect(try Self.said(whole, .vietnamese) == nil, "the year is over")
  }
}
