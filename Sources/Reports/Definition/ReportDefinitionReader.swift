import Aggregation
import Datasets
public import Findings
import Language

/// Reads `report.yaml` against a package's catalogue, reporting every mistake with its position.
public struct ReportDefinitionReader {
  let dataset: DatasetNames
  let diagnosis = Diagnosis()

  /// What a definition may name.
  public struct DatasetNames: Sendable {
    public let indicators: [String]
    public let dimensions: [String]
    /// Codes of declared terms.
    public let terms: [String]
    /// The data package's folder, where `office.yaml` may say who issues its reports.
    public let package: String?

    public init(indicators: [String], dimensions: [String], terms: [String] = [], package: String? = nil) {
      self.indicators = indicators
      self.dimensions = dimensions
      self.terms = terms
      self.package = package
    }
  }

  /// - Parameter folder: the report's folder, which holds `report.yaml`.
  /// - Throws: `Failure.noInput` when there is no definition, `.invalid` with positions when it is wrong.
  public static func read(_ folder: String, names: DatasetNames) throws(Failure) -> ReportDefinition {
    let path = "\(folder)/\(ReportDefinition.fileName)"
    let text = try TextFile.read(path, called: ReportDefinition.fileName)
    let declaration = try Declaration.parse(text, file: ReportDefinition.fileName)
    return try ReportDefinitionReader(dataset: names).read(declaration, folder: folder)
  }

  private func read(_ declaration: Declaration, folder: String) throws(Failure) -> ReportDefinition {
    let keys = [
      "report", "names", "interim", "language", "period", "form", "require-coverage", "summary", "tables", "briefing",
      "labels", "signature", "words", "highlights", "previous", "slots",
    ]
    guard let root = DeclaredMapping(declaration, allowed: keys, diagnosis) else { throw .invalid(diagnosis.findings) }
    _ = root.required("report")?.integer(in: 1...1, diagnosis)
    let names = root.requiredLocalized("names")
    let languages = OutputLanguage.allCases.map(\.rawValue)
    let language = root.choice("language", of: languages, what: Messages.wordLanguage)
    let period = root.required("period").flatMap { readPeriod($0) }
    let form = root["form"].flatMap {
      FormConfigurationReader(diagnosis: diagnosis, forms: "\(folder)/../forms", package: dataset.package).read($0)
    }
    if form != nil, let signature = root["signature"] {
      diagnosis.report(
        "wrong-value", at: signature.position, value: "signature", Messages.signatureBesideForm,
        remedy: Messages.signatureBesideFormRemedy)
    }
    let slots = slots(root)
    let summary = root.required("summary").flatMap { readSummary($0) }
    let coverage = requiredCoverage(root)
    let tables = list(root.required("tables")).compactMap { table($0, in: period) }
    reportRepeated(tables.map { ($0.id, $0.position) })
    let briefings = root.mapping("briefing", allowed: languages).map { mapping in
      Dictionary(
        OutputLanguage.allCases.compactMap { language in template(language, in: mapping).map { (language, $0) } },
        uniquingKeysWith: { first, _ in first })
    }
    let words = root["words"].flatMap { ChangeWordsReader(diagnosis).read($0) }
    let highlights = root["highlights"]?.integer(in: 0...50, diagnosis)
    let previous = file("previous", in: root)
    try diagnosis.finish()
    guard let names, let period, let summary else { throw .invalid(diagnosis.findings) }
    return ReportDefinition(
      name: folder.split(separator: "/").last.map(String.init) ?? folder, folder: folder, names: names,
      interimNames: root.localized("interim"),
      language: language.flatMap(OutputLanguage.init) ?? .vietnamese, period: period, summary: summary, tables: tables,
      briefings: briefings ?? [:],
      labels: root.strings("labels"), form: form, slots: slots, signature: signature(root), requiredCoverage: coverage,
      words: words,
      highlights: highlights ?? 5, previous: previous)
  }

  private func slots(_ root: DeclaredMapping) -> [(name: String, title: LocalizedText)] {
    guard let mapping = root.mapping("slots", allowed: nil) else { return [] }
    return mapping.entries.compactMap { entry in
      guard entry.key.utf8.allSatisfy({ $0.isASCIILetterOrDigit || $0 == UInt8(ascii: "-") }) else {
        diagnosis.report(
          "wrong-value", at: entry.position, value: entry.key, Messages.wrongSlotName,
          remedy: Messages.wrongSlotNameRemedy)
        return nil
      }
      return entry.value.localized(diagnosis).map { (entry.key, $0) }
    }
  }

  private func signature(_ root: DeclaredMapping) -> ReportSignature? {
    guard let mapping = root.mapping("signature", allowed: ["place", "title", "name"]),
      let title = mapping.required("title")
    else { return nil }
    return ReportSignature(
      place: mapping.string("place"), titles: title.strings(diagnosis) ?? [], name: mapping.string("name"))
  }

  private func requiredCoverage(_ root: DeclaredMapping) -> RequiredCoverage? {
    guard let declaration = root["require-coverage"], let text = declaration.string(diagnosis) else { return nil }
    guard let required = RequiredCoverage(text) else {
      diagnosis.report(
        "wrong-value", at: declaration.position, value: text, Messages.wrongRequiredCoverage(text),
        remedy: Messages.wrongRequiredCoverageRemedy)
      return nil
    }
    return required
  }

  /// Only files beside the definition are read: one that came by mail must not reach elsewhere.
  private func template(_ language: OutputLanguage, in mapping: DeclaredMapping) -> String? {
    file(language.rawValue, in: mapping)
  }

  private func file(_ key: String, in mapping: DeclaredMapping) -> String? {
    guard let name = mapping.string(key) else { return nil }
    guard !name.isEmpty, !name.utf8.contains(where: { $0 < 0x20 || $0 == UInt8(ascii: "/") }) else {
      diagnosis.report(
        "unsafe-path", at: mapping[key]?.position ?? mapping.position, value: name,
        Messages.unsafeTemplate, remedy: Messages.unsafeTemplateRemedy)
      return nil
    }
    return name
  }

  private func readSummary(_ declaration: Declaration) -> SummaryDefinition? {
    guard let mapping = DeclaredMapping(declaration, allowed: ["headline", "levels", "totals", "charts"], diagnosis),
      let headline = mapping.required("headline").flatMap({ reference($0) })
    else { return nil }
    let charts = list(mapping["charts"]).flatMap { item -> [ChartDefinition] in
      let kinds = ChartDefinition.Kind.allCases.map(\.rawValue)
      guard let chart = DeclaredMapping(item, allowed: kinds, diagnosis) else { return [] }
      return chart.entries.compactMap { entry in
        guard let kind = ChartDefinition.Kind(rawValue: entry.key), let indicator = reference(entry.value) else {
          return nil
        }
        return ChartDefinition(kind: kind, indicator: indicator)
      }
    }
    return SummaryDefinition(
      headline: headline, levels: references(mapping["levels"]), totals: references(mapping["totals"]),
      charts: charts)
  }

  /// The items of a list; a single text is a list of one, a missing one is empty, and a mapping is reported.
  func list(_ declaration: Declaration?) -> [Declaration] {
    guard let declaration else { return [] }
    switch declaration.content {
    case .sequence(let items): return items
    case .scalar: return [declaration]
    case .mapping:
      diagnosis.report(
        "wrong-type", at: declaration.position, Messages.expectedList, remedy: Messages.expectedListRemedy)
      return []
    }
  }

  func references(_ declaration: Declaration?) -> [IndicatorReference] {
    list(declaration).compactMap { reference($0) }
  }

  func reference(_ declaration: Declaration) -> IndicatorReference? {
    guard let code = declaration.string(diagnosis) else { return nil }
    guard dataset.indicators.contains(code) else {
      diagnosis.reportUnknown(
        code, at: declaration.position, what: Messages.wordIndicator, allowed: dataset.indicators)
      return nil
    }
    return IndicatorReference(code: code, position: declaration.position)
  }

  func reportRepeated(
    _ names: [(name: String, position: Position)], remedy: LocalizedText = Messages.duplicateNameRemedy
  ) {
    var seen: Set<String> = []
    for (name, position) in names where !seen.insert(name.lowercased()).inserted {
      diagnosis.report(
        "duplicate-name", at: position, value: name, Messages.duplicateName(name), remedy: remedy)
    }
  }
}
