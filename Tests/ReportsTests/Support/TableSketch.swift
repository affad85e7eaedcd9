import Aggregation
import Language
import Reports
import TestSupport
import Values

/// A package of units and kinds with a stock, what comes in and what goes out, terms and a list of submissions, and a
/// report whose tables are of every kind that puts these side by side.
struct TableSketch {
  struct Cell: Hashable {
    let year: Int
    let unit: String
    let kind: String
  }

  struct Report {
    let form: String
    let year: Int
    let unit: String
    let due: CalendarDate
    let received: CalendarDate?
  }

  var years: ClosedRange<Int> = 2014...2022
  var units: [String] = []
  var kinds: [String] = []
  var stock: [Cell: Int] = [:]
  /// Nil for a row without a value.
  var came: [Cell: Int?] = [:]
  var left: [Cell: Int] = [:]
  var reports: [Report] = []
  var terms: [(code: String, years: ClosedRange<Int>)] = [
    ("t1", 2012...2016), ("t2", 2017...2021), ("t3", 2022...2026),
  ]
  var tables: [String] = []
  var period = "{last: 40 years, baseline: the year before}"

  init(_ random: inout SeededGenerator) {
    units = (1...Int.random(in: 2...4, using: &random)).map { "U\($0)" }
    kinds = (1...Int.random(in: 2...3, using: &random)).map { "k\($0)" }
    for unit in units {
      for kind in kinds {
        var now = Int.random(in: 50...99, using: &random)
        stock[Cell(year: years.lowerBound - 1, unit: unit, kind: kind)] = now
        for year in years {
          let cell = Cell(year: year, unit: unit, kind: kind)
          let (more, fewer) = (Int.random(in: 0...9, using: &random), Int.random(in: 0...5, using: &random))
          (came[cell], left[cell]) = (more, fewer)
          now += more - fewer
          stock[cell] = now
        }
      }
    }
    for year in years {
      for unit in units {
        guard let due = CalendarDate(year: year, month: 12, day: Int.random(in: 1...9, using: &random)) else {
          continue
        }
        let day = CalendarDate(year: year, month: 12, day: Int.random(in: 1...28, using: &random))
        reports.append(
          Report(form: "moves", year: year, unit: unit, due: due, received: random.oneIn(5) ? nil : day))
      }
    }
  }

  /// The sum over the cells of some years, units and kinds; all where none is named.
  func sum(
    _ values: [Cell: Int?], _ years: ClosedRange<Int>, unit: String? = nil, kind: String? = nil
  ) -> Int {
    values.filter { cell, _ in
      years.contains(cell.year) && (unit == nil || cell.unit == unit) && (kind == nil || cell.kind == kind)
    }.reduce(0) { $0 + ($1.value ?? 0) }
  }

  func sum(_ values: [Cell: Int], _ years: ClosedRange<Int>, unit: String? = nil, kind: String? = nil) -> Int {
    sum(values.mapValues { Optional($0) }, years, unit: unit, kind: kind)
  }

  private func csv(_ header: String, _ row: (Cell) -> String, of cells: some Sequence<Cell>) -> String {
    let order = cells.sorted { ($0.year, $0.unit, $0.kind) < ($1.year, $1.unit, $1.kind) }
    return "\(header)\n" + order.map { "\($0.year),\($0.unit),\($0.kind),\(row($0))\n" }.joined()
  }

  private var package: PackageSketch {
    let place = ["year:year", "unit", "kind"]
    return PackageSketch(
      [
        .init(
          "units", fields: ["code", "name", "level", "parent"],
          csv: "code,name,level,parent\nX,Tỉnh,province,\n" + units.map { "\($0),Huyện \($0),district,X\n" }.joined()),
        .init("kinds", fields: ["code", "name"], csv: "code,name\n" + kinds.map { "\($0),Loại \($0)\n" }.joined()),
        .init(
          "stocks", fields: place + ["stock:integer"],
          csv: csv("year,unit,kind,stock", { "\(stock[$0] ?? 0)" }, of: stock.keys)),
        .init(
          "moves", fields: place + ["came:integer", "left:integer"],
          csv: csv(
            "year,unit,kind,came,left",
            { cell in "\((came[cell] ?? nil).map(String.init) ?? ""),\(left[cell] ?? 0)" }, of: came.keys)),
        .init(
          "sent", fields: ["form", "year:year", "unit", "due:date", "received:date"],
          csv: "form,year,unit,due,received\n"
            + reports.map { report in
              "\(report.form),\(report.year),\(report.unit),\(report.due),\(report.received?.description ?? "")\n"
            }.joined()),
      ], catalogue: catalogue)
  }

  private var catalogue: String {
    """
    catalogue: 1
    title: Thử
    dimensions:
      unit: {resource: units, key: code, parent: parent, level: level, names: {vi: name, en: name}}
      kind: {resource: kinds, key: code, names: {vi: name, en: name}, title: {vi: Loại, en: Kind}}
    periods:
    \(terms.map { "  \($0.code): {kind: term, names: {vi: Nhiệm kỳ \($0.code), en: Term \($0.code)}, start: \($0.years.lowerBound), end: \($0.years.upperBound)}" }.joined(separator: "\n"))
    resources:
      stocks: {period: year, unit: unit, level: district, dimensions: {kind: kind}, expects: [unit, kind, period]}
      moves: {period: year, unit: unit, level: district, dimensions: {kind: kind}, expects: [unit, kind, period]}
    submissions: {resource: sent, form: form, period: year, unit: unit, due: due, received: received}
    measures:
      stock: {resource: stocks, column: stock, kind: stock}
      came: {resource: moves, column: came, kind: flow}
      left: {resource: moves, column: left, kind: flow}
    indicators:
      stock: {names: {vi: Số người, en: Persons}, value: stock, unit: {vi: người, en: persons}, decimals: 0, good: up}
      came: {names: {vi: Số đến, en: Came}, value: came, unit: {vi: người, en: persons}, decimals: 0, good: up}
      left: {names: {vi: Số đi, en: Left}, value: left, unit: {vi: người, en: persons}, decimals: 0}
      turnover: {names: {vi: Tỷ lệ đi, en: Turnover}, ratio: [left, stock], unit: percent, decimals: 2}
    """
  }

  private var report: String {
    """
    report: 1
    names: {vi: Thử, en: Test}
    period: \(period)
    summary: {headline: stock, levels: [stock], totals: [came]}
    tables:
    \(tables.map { "  - {\($0)}" }.joined(separator: "\n"))

    """
  }

  func build(_ language: OutputLanguage = .vietnamese) throws -> SketchedReport {
    let folder = try package.write()
    try folder.makeFolder("test")
    try folder.write(report, to: "test/report.yaml")
    let dataset = try Dataset.open(folder.path)
    let definition = try ReportDefinitionReader.read(folder.path(of: "test"), names: dataset.definitionNames)
    let years = definition.period.kind == .range ? years : nil
    return SketchedReport(built: try ReportBuilder(definition, of: dataset, language: language, years: years).build())
  }
}
