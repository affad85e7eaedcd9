import Aggregation
import Datasets
import Findings
import Language
import Values

/// The parts of a ledger from its JSON.
struct LedgerDecoder {
  let file: String

  /// What an entry has beside its dimensions.
  static let keys: Set<String> = [
    "id", "indicator", "period", "unit", "value", "published", "unit_of_measure", "flags", "illustrative", "coverage",
    "formula", "inputs", "places",
  ]

  func ledger(_ root: LedgerNode) throws(Failure) -> Ledger {
    let version = try root["ledger"]
    guard try version.count == Ledger.format else { throw version.failure(Messages.ledgerVersion(Ledger.format)) }
    var files: [SourceFile] = []
    for node in try root["files"].items { files.append(try sourceFile(node)) }
    let resources = Dictionary(files.map { ($0.path, $0.resource) }, uniquingKeysWith: { first, _ in first })
    var entries: [LedgerEntry] = []
    var places: [FigureID: [FigurePlace]] = [:]
    for node in try root["entries"].items {
      let entry = try entry(node, resources)
      guard places.updateValue(try self.places(node, of: entry.id), forKey: entry.id) == nil else {
        throw try node["id"].failure(Messages.duplicateName(entry.id.name))
      }
      entries.append(entry)
    }
    for (node, entry) in zip(try root["entries"].items, entries) {
      guard case .derived(let inputs) = entry.origin, let lost = inputs.first(where: { places[$0] == nil }) else {
        continue
      }
      throw try node["inputs"].failure(Messages.ledgerUnknownFigure(lost.name))
    }
    var labels: [LabelPlace] = []
    for node in try root["labels"].items {
      let label = try node["label"].string
      for place in try node["places"].items {
        labels.append(
          LabelPlace(
            label: label, file: try place["file"].string, spot: try spot(place), column: try place["column"].count))
      }
    }
    var tables: [TableFigures]?
    for node in try root.optional("tables")?.items ?? [] {
      tables =
        (tables ?? []) + [
          TableFigures(file: try node["file"].string, figures: try node["figures"].strings.map { FigureID($0) })
        ]
    }
    return Ledger(
      report: try root["report"].string, package: try root["package"].string,
      language: try root["language"].string, period: try period(root["period"]), engine: try root["engine"].string,
      files: files, ordered: entries, places: places.filter { !$0.value.isEmpty }, labels: labels.sorted(),
      tables: tables)
  }

  private func sourceFile(_ node: LedgerNode) throws(Failure) -> SourceFile {
    var checks: LineChecks?
    if let lines = node.optional("line_checks") {
      guard let read = LineChecks(base64: try lines.string) else { throw lines.wrong }
      checks = read
    }
    return SourceFile(
      resource: try node["resource"].string, path: try node["path"].string, sha256: try node["sha256"].string,
      bytes: try node["bytes"].count, isIllustrative: try node["illustrative"].bool, lineChecks: checks)
  }

  private func entry(_ node: LedgerNode, _ resources: [String: String]) throws(Failure) -> LedgerEntry {
    var members: [String: [String]] = [:]
    for (key, value) in try node.members where !Self.keys.contains(key) { members[key] = try value.codes }
    var coverage: Coverage?
    if let cells = node.optional("coverage") {
      coverage = Coverage(reporting: try cells["reporting"].count, expected: try cells["expected"].count)
    }
    let flags = try node["flags"].strings
    guard let status = StatusFlags(codes: flags.joined(separator: " ")) else { throw try node["flags"].wrong }
    return LedgerEntry(
      id: FigureID(try node["id"].string), indicator: try node.optional("indicator")?.string,
      period: try node.optional("period").map { (period) throws(Failure) in try self.period(period) },
      selection: Selection(units: try node.optional("unit")?.codes ?? [], members: members),
      value: try node["value"].rational, published: try node["published"].decimal,
      unitOfMeasure: try node["unit_of_measure"].string, flags: status, coverage: coverage,
      isIllustrative: try node["illustrative"].bool, formula: try node["formula"].string,
      origin: try origin(node["inputs"], resources))
  }

  /// The form of the first input is that of all.
  private func origin(_ node: LedgerNode, _ resources: [String: String]) throws(Failure) -> LedgerEntry.Origin {
    let items = try node.items
    if let first = items.first, first.optional("figure") != nil {
      var figures: [FigureID] = []
      for item in items { figures.append(FigureID(try item["figure"].string)) }
      return .derived(from: figures)
    }
    if let only = items.first, only.node["document"] != nil {
      guard items.count == 1, let line = Int(try only["lines"].string) else { throw node.wrong }
      return .quoted(file: try only["file"].string, line: line, document: try only.optional("document")?.string)
    }
    var inputs: [ObservationInput] = []
    for item in items { inputs.append(try input(item, resources)) }
    return .observation(inputs: inputs)
  }

  private func input(_ node: LedgerNode, _ resources: [String: String]) throws(Failure) -> ObservationInput {
    let file = try node["file"].string
    guard let resource = resources[file] else { throw try node["file"].wrong }
    guard let lines = LineRanges(try node["lines"].string), lines.count == (try node["rows"].count) else {
      throw try node["lines"].wrong
    }
    return ObservationInput(
      measure: try node["measure"].string, resource: resource, column: try node["column"].string, file: file,
      conditions: try node["where"].strings, value: try node.optional("value")?.rational, lines: lines,
      corrections: try corrections(node, of: resource, in: file), isIllustrative: try node["illustrative"].bool)
  }

  private func corrections(
    _ node: LedgerNode, of resource: String, in file: String
  ) throws(Failure) -> [AppliedCorrection] {
    var applied: [AppliedCorrection] = []
    for item in try node.optional("corrections")?.items ?? [] {
      guard let day = CalendarDate(iso: try item["day"].string) else { throw try item["day"].wrong }
      applied.append(
        AppliedCorrection(
          Correction(
            resource: resource, row: try item["row"].string, column: try item["column"].string,
            expected: try item["expected"].string, corrected: try item["corrected"].string,
            reason: try item["reason"].string, who: try item["who"].string, day: day, file: try item["file"].string,
            line: try item["line"].count),
          at: Position(
            file: file, line: try item.optional("corrected_line")?.count,
            column: try item.optional("corrected_column")?.count)))
    }
    return applied
  }

  private func places(_ node: LedgerNode, of figure: FigureID) throws(Failure) -> [FigurePlace] {
    var places: [FigurePlace] = []
    for place in try node["places"].items {
      places.append(
        FigurePlace(
          figure: figure, file: try place["file"].string, spot: try spot(place), printed: try place["printed"].string,
          column: try place.optional("column")?.count, formula: try place.optional("formula")?.string))
    }
    return places
  }

  private func spot(_ node: LedgerNode) throws(Failure) -> FigurePlace.Spot {
    if let line = node.optional("line") { return .line(try line.count) }
    let cell = try node["cell"]
    guard let address = CellAddress(try cell.string) else { throw cell.wrong }
    return .cell(sheet: try node["sheet"].string, reference: address.description)
  }

  private func period(_ node: LedgerNode) throws(Failure) -> Period {
    let code = try node["code"].string
    return Period(
      kind: Self.kind(of: code), code: code, start: try node["start"].day, end: try node["end"].day,
      cutOff: try node["cut_off"].day)
  }

  /// The form of a code says its kind: `2014/2023`, `2023`, `2023-S1`, `2023-9M`, `2023-Q3`, `2023-09`; any other is the
  /// declared code of a term.
  static func kind(of code: String) -> PeriodKind {
    if code.contains("/") { return .range }
    let parts = code.split(separator: "-", omittingEmptySubsequences: false)
    guard parts[0].count == 4, parts[0].allSatisfy(\.isNumber), parts.count <= 2 else { return .term }
    guard parts.count == 2 else { return .year }
    switch parts[1] {
    case "S1", "S2": return .halfYear
    case "9M": return .nineMonths
    case "Q1", "Q2", "Q3", "Q4": return .quarter
    default: return parts[1].count == 2 && parts[1].allSatisfy(\.isNumber) ? .month : .term
    }
  }
}
