import Aggregation
import Language
import Reports
import TestSupport
import Values

/// A package of districts with a stock, a rate and a flow over the years, and a report on it, for what sentences say.
struct SeriesSketch {
  struct Row {
    var year: Int
    var unit: String
    var part: Int?
    var whole: Int
    var asOf: String?
    var status: String
  }

  var rows: [Row] = []
  var isIllustrative = false
  /// `rate,2022,60.00`.
  var targets: [String] = []
  /// `K1,rate,level,2021,2022,59.2,59.2,exact`.
  var claims: [String] = []
  var areTargetsIllustrative = false
  /// `bound: lower` or `implausible: …` of the flow.
  var flowProperty: String?
  var good = "up"
  var headline = "rate"
  var rateFormula = "ratio: [part, whole], unit: percent"
  /// The denominator of the rate has an indicator of its own.
  var isWholePublished = false
  /// Further lines of the report's definition.
  var definition: [String] = []
  /// Files of `forms/`, and `office.yaml` of the package.
  var forms: [String: String] = [:]
  var office: String?

  mutating func add(
    _ year: Int, _ part: Int?, at unit: String = "U1", of whole: Int = 100, asOf: String? = nil, status: String = ""
  ) {
    rows.append(Row(year: year, unit: unit, part: part, whole: whole, asOf: asOf, status: status))
  }

  /// One district with one value a year, out of a hundred.
  init(_ values: [Int?] = [], from year: Int = 2018) {
    for (offset, value) in values.enumerated() { add(year + offset, value) }
  }

  private var units: [String] { Set(rows.map(\.unit)).sorted() }

  private var package: PackageSketch {
    let data = rows.map { row in
      "\(row.year),\(row.unit),\(row.part.map(String.init) ?? ""),\(row.whole),\(row.asOf ?? "\(row.year)-12-31"),\(row.status)"
    }
    let mark = #""illustrative": true"#
    return PackageSketch(
      [
        .init(
          "units", fields: ["code", "name", "level", "parent"],
          csv: "code,name,level,parent\nX,Tỉnh,province,\n" + units.map { "\($0),Huyện \($0),district,X\n" }.joined()),
        .init(
          "data", fields: ["year:year", "unit", "part:integer", "whole:integer", "as_of:date", "status"],
          properties: isIllustrative ? [mark] : [],
          csv: "year,unit,part,whole,as_of,status\n" + data.map { $0 + "\n" }.joined()),
        .init(
          "targets", fields: ["indicator", "period", "unit", "organisation", "value:number", "document"],
          properties: areTargetsIllustrative ? [mark] : [],
          csv: "indicator,period,unit,organisation,value,document\n"
            + targets.map { line in
              let parts = line.split(separator: ",")
              return "\(parts[0]),\(parts[1]),X,,\(parts[2]),Kế hoạch\n"
            }.joined()),
        .init(
          "claims",
          fields: [
            "id", "indicator", "kind", "period_from", "period_to", "value:number", "printed", "bound", "document",
          ],
          csv: "id,indicator,kind,period_from,period_to,value,printed,bound,document\n"
            + claims.map { $0 + ",Tin công bố\n" }.joined()),
      ], catalogue: catalogue)
  }

  private var catalogue: String {
    """
    catalogue: 1
    title: Thử
    dimensions:
      unit: {resource: units, key: code, parent: parent, level: level, names: {vi: name, en: name}}
    resources:
      data: {period: year, unit: unit, level: district, flags: status, cut-off: as_of, expects: [unit, period]}
    measures:
      part: {resource: data, column: part, kind: stock}
      whole: {resource: data, column: whole, kind: stock}
      events: {resource: data, column: part, kind: flow}
    indicators:
      rate: {names: {vi: Tỷ lệ, en: Rate}, \(rateFormula), decimals: 2, good: \(good)}
      level: {names: {vi: Số người, en: Persons}, value: part, unit: {vi: người, en: persons}, decimals: 0, good: \(good)}
      events: {names: {vi: Số buổi, en: Meetings}, value: events, unit: {vi: buổi, en: meetings}, decimals: 0, good: \(good)\(flowProperty.map { ", \($0)" } ?? "")}\(wholeIndicator)
    targets: targets
    claims: claims
    """
  }

  private var wholeIndicator: String {
    isWholePublished
      ? "\n  whole: {names: {vi: Đối tượng, en: Eligible}, value: whole, unit: {vi: người, en: persons}, decimals: 0}"
      : ""
  }

  private var report: String {
    """
    report: 1
    names: {vi: Thử, en: Test}
    period: {last: 40 years}
    summary: {headline: \(headline), levels: [rate, level], totals: [events], charts: [{ranked: \(headline)}]}
    tables:
      - {id: "01", rows: period, indicators: [rate, level, events], with: [total, average]}
      - {id: "02", rows: unit, indicator: rate, with: [change]}
      - {id: "03", rows: unit, indicator: events, with: [total, average, change]}
      - {id: "04", rows: claims}
    \(definition.joined(separator: "\n"))
    """
  }

  func build(
    _ language: OutputLanguage = .vietnamese, previous: PreviousEdition? = nil
  ) throws -> SketchedReport {
    let folder = try package.write()
    try folder.makeFolder("test")
    try folder.write(report, to: "test/report.yaml")
    try folder.makeFolder("forms")
    for (name, text) in forms { try folder.write(text, to: "forms/\(name).yaml") }
    if let office { try folder.write(office, to: "office.yaml") }
    let dataset = try Dataset.open(folder.path)
    let definition = try ReportDefinitionReader.read(folder.path(of: "test"), names: dataset.definitionNames)
    let years = rows.map(\.year)
    let built = try ReportBuilder(
      definition, of: dataset, language: language, years: (years.min() ?? 0)...(years.max() ?? 0),
      previous: previous
    ).build()
    return SketchedReport(built: built)
  }
}

struct SketchedReport {
  let built: BuiltReport

  /// The report as an edition to be compared with, read back from its ledger's file.
  ///
  /// - Parameter unprinted: the begin of names that it does not have.
  func asPrevious(
    name: String = "test", package: String = "sketch", without unprinted: String? = nil
  ) throws -> PreviousEdition {
    let entries = built.book.entries.filter { id, _ in unprinted.map { !id.name.contains($0) } ?? true }
    let ids = entries.keys.sorted()
    let ledger = Ledger(
      report: name, package: package, language: "vi", period: built.period, engine: "tests", files: built.files,
      entries: entries,
      places: ids.map { FigurePlace(figure: $0, file: "test.txt", spot: .line(1), printed: "") }, labels: [])
    let folder = try ScratchFolder()
    try folder.write(JSONWriter(.pretty).string(ledger.json), to: "test.ledger.json")
    return try PreviousEdition.read(folder.path, report: "test")
  }

  /// What is new since the previous edition: its title, then its sentences; nil without one.
  var sinceLast: [String]? {
    guard case .object(let members) = built.briefing, case .object(let since)? = members["since-last"],
      case .text(let title)? = since["title"], case .list(let items)? = since["list"]
    else { return nil }
    let sentences = items.compactMap { item -> String? in
      guard case .object(let members) = item, case .sentence(let sentence)? = members["sentence"] else { return nil }
      return sentence.text
    }
    return ([title] + sentences).map(plain)
  }

  var document: ReportDocument { built.document }

  /// What a template finds under a name, as text with plain spaces; nil for a condition that does not hold.
  subscript(name: String) -> String? {
    var value = built.briefing
    for part in name.split(separator: ".") {
      guard case .object(let members) = value, let member = members[String(part)] else { return nil }
      value = member
    }
    switch value {
    case .text(let text): return plain(text)
    case .sentence(let sentence): return plain(sentence.text)
    case .figure(_, let printed): return printed
    case .flag(let holds): return holds ? "true" : nil
    case .list(let items): return items.isEmpty ? nil : "\(items.count)"
    case .object: return "object"
    case .table(let table, _): return table.title
    case .misfit: return nil
    }
  }

  var attention: [String] { document.summary.attention.map { plain($0.text) } }

  private func plain(_ text: String) -> String { text.replacing("\u{A0}", with: " ") }

  /// The cells of a row of a table of the document or its summary, printed plainly.
  func row(_ table: String, _ label: String) -> [String]? {
    let tables = document.summary.tables + document.tables
    guard let table = tables.first(where: { $0.id == table }),
      let column = table.columns.firstIndex(where: { $0.role == .label }),
      let row = table.rows.first(where: { $0.cells[column] == .text(label) })
    else { return nil }
    return row.cells.map { cell in
      switch cell {
      case .empty: ""
      case .text(let text): text
      case .absent(let absence): "\(absence)"
      case .figure(let figure): figure.value.description
      }
    }
  }
}
