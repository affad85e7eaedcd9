import Aggregation
import Catalogue
import Datasets
import Findings
import Language
import Reports

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A first report on a package: a commented definition and its templates, which build at once where the package has data.
struct StarterReport {
  let dataset: Dataset
  private let evaluator: Evaluator
  private let headline: Indicator
  /// Levels at a point in time, the headline first.
  private let levels: [Indicator]
  /// What is summed over the years.
  private let flows: [Indicator]
  /// Dimensions by which the headline is known, but units.
  private let dimensions: [String]
  private let hasUnits: Bool

  /// Nil where the package publishes nothing.
  init?(_ dataset: Dataset) throws(Failure) {
    self.dataset = dataset
    evaluator = Evaluator(dataset)
    var known: [Indicator] = []
    for indicator in dataset.catalogue.indicators where indicator.isComparable {
      if try evaluator.years(of: indicator) != nil { known.append(indicator) }
    }
    if known.isEmpty { known = dataset.catalogue.indicators }
    func isRate(_ indicator: Indicator) -> Bool {
      if case .ratio = indicator.definition { return indicator.good != .none }
      return false
    }
    let evaluator = evaluator
    func accumulates(_ indicator: Indicator) -> Bool { evaluator.isSummableOverTime(indicator) }
    guard
      let headline = known.first(where: { isRate($0) && !accumulates($0) }) ?? known.first(where: isRate)
        ?? known.first(where: { !accumulates($0) }) ?? known.first
    else { return nil }
    self.headline = headline
    levels = [headline] + known.filter { $0.code != headline.code && !accumulates($0) }.prefix(3)
    flows = Array(known.filter { evaluator.isFlow($0) && accumulates($0) && $0.code != headline.code }.prefix(6))
    let measures = dataset.catalogue.measures(of: headline)
    let roles = measures.compactMap { dataset.catalogue.roles[$0.resource] }
    hasUnits = !roles.isEmpty && roles.allSatisfy { $0.unitColumn != nil && $0.level != nil }
    dimensions = dataset.catalogue.dimensions.map(\.name).filter { name in
      name != DimensionDeclaration.unit && !roles.isEmpty && roles.allSatisfy { $0.column(of: name) != nil }
    }
  }

  var files: [StarterFiles.File] {
    [
      ("report.yaml", definition), ("briefing.vi.mustache", template(.vietnamese)),
      ("briefing.en.mustache", template(.english)),
    ]
  }

  /// Reads what was written, and where there are data makes the report of it in memory.
  ///
  /// - Throws: as making the report does.
  static func check(_ folder: String, _ dataset: Dataset) throws(Failure) {
    let definition = try ReportDefinitionReader.read(folder, names: ReportFinder.names(dataset))
    guard let headline = dataset.catalogue.indicator(definition.summary.headline.code),
      try Evaluator(dataset).years(of: headline) != nil
    else { return }
    for language in OutputLanguage.allCases {
      let report = try ReportBuilder(definition, of: dataset, language: language).build()
      _ = try ReportBriefing(report: report, definition: definition).written()
    }
  }

  // MARK: The definition

  private func list(_ indicators: [Indicator]) -> String {
    "[\(indicators.map(\.code).joined(separator: ", "))]"
  }

  private var charts: [String] {
    ["{line: \(headline.code)}"] + flows.prefix(1).map { "{bars: \($0.code)}" }
      + (hasUnits ? ["{ranked: \(headline.code)}"] : [])
  }

  private var tables: [String] {
    let isFlow = evaluator.isSummableOverTime(headline)
    var tables = ["rows: indicator, indicators: \(list(levels + flows))\(hasTargets ? ", with: [target]" : "")"]
    if hasUnits {
      tables.append("rows: unit, indicator: \(headline.code), with: [change], chart: true")
      tables.append("rows: ranking, indicator: \(headline.code)")
    }
    for name in dimensions.prefix(1) { tables.append("rows: \(name), indicator: \(headline.code), with: [change]") }
    if !flows.isEmpty { tables.append("rows: period, indicators: \(list(flows)), with: [total, average]") }
    if !isFlow { tables.append("rows: indicator, indicators: \(list(levels)), columns: every 5 years, with: [change]") }
    if dataset.catalogue.submissions != nil { tables.append("rows: submissions, by: unit") }
    return tables.enumerated().map { index, text in "  - {id: \"\(index < 9 ? "0" : "")\(index + 1)\", \(text)}" }
  }

  private var hasTargets: Bool { dataset.catalogue.targets != nil }

  private var definition: String {
    """
    # A report definition: it names indicators, never units or years, so that it serves every package that has them.
    # `thapnien check` this file says what is wrong; `thapnien list indicators` says what there is to name.
    report: 1
    names: {vi: Báo cáo mới, en: A new report}     # the title
    language: vi                                   # or en; --lang overrides

    # The last five years there are, stocks from one year-end earlier; --from, --to and --period override. Instead, one
    # period beside the same one of earlier years: {kind: year, last: 5 years}, or half-year, nine-month, quarter, month.
    period: {last: 5 years, baseline: the year before}
    form: {kind: plain}

    summary:                                       # the page that leaders read
      headline: \(headline.code)
      levels: \(list(levels))
      totals: \(list(flows))
      charts: [\(charts.joined(separator: ", "))]

    # One sheet and one CSV file each. Rows: indicator, period, ranking, claims, submissions, or a dimension
    # (\(dataset.catalogue.dimensions.map(\.name).joined(separator: ", "))). Columns of the first and the last: period (unless given), term,
    # every 5 years, a dimension, or with rows by a dimension indicator.
    tables:
    \(tables.joined(separator: "\n"))
    # - {id: "20", rows: claims}                     published figures beside the computed ones
    # - {id: "21", rows: period, balance: {stock: …, in: …, out: …}}     opening, in, out, closing

    # When a change is called strong or slight: in multiples of the series' own yearly variation.
    words: {rises strongly: 1.5 σ, rises: 0.6 σ, rises slightly: 0.2 σ, steady: below 0.2 σ}
    highlights: 5

    briefing: {vi: briefing.vi.mustache, en: briefing.en.mustache}
    labels: []                                     # texts with digits that a template may hold: numbers of documents

    """
  }

  // MARK: The templates

  private func template(_ language: OutputLanguage) -> String {
    let words = StarterWords.of(language)
    var lines = [words.comment, "{{#notices}}", "{{text}}", "{{/notices}}", "", "= {{title}}", "= {{subtitle}}"]
    lines += [
      "= \(words.period): {{period}}; \(words.asOf) {{as-of}}", "= -----", "", "#\(words.first) \(words.results)",
    ]
    for indicator in levels { lines += level(indicator.code, words) }
    for indicator in flows { lines += flow(indicator.code, words) }
    lines += ["", "#\(words.first) \(words.comparison)"]
    lines += [
      "{{#targets}}", "#1. {{phrase}}.", "{{#missed}}", "- {{name}}: {{phrase}}.", "{{/missed}}", "{{/targets}}",
    ]
    lines += ["{{#ranking}}", "#1. {{indicator}}: {{highest-phrase}}; {{lowest-phrase}}.", "{{/ranking}}"]
    lines += ["{{#highlights}}", "{{#list}}", "- {{sentence}}", "{{/list}}", "{{/highlights}}"]
    lines += ["{{#since-last}}", "#1. {{title}}:", "{{#list}}", "- {{sentence}}", "{{/list}}", "{{/since-last}}"]
    lines += ["", "#\(words.first) \(words.limits)", "{{#limits}}", "#1. {{sentence}}", "{{/limits}}", ""]
    return lines.joined(separator: "\n")
  }

  private func level(_ code: String, _ words: StarterWords) -> [String] {
    [
      "{{#\(code).last}}", "#1. {{\(code).name}}: {{value}} ({{period}})", "{{#\(code).change}}",
      "    , {{phrase}} \(words.against) {{from}}", "{{/\(code).change}}", "{{#\(code).target}}", "    ; {{phrase}}",
      "{{/\(code).target}}", "    .", "{{/\(code).last}}",
    ]
  }

  private func flow(_ code: String, _ words: StarterWords) -> [String] {
    [
      "{{#\(code).total}}", "#1. {{\(code).name}}: {{value}}", "{{#\(code).average}}", "    , \(words.average)",
      "{{/\(code).average}}", "    .", "{{/\(code).total}}",
    ]
  }
}

/// The words of a first template. They are the reader's from then on, to be changed in the file.
private struct StarterWords {
  let comment: String
  let period: String
  let asOf: String
  let first: String
  let results: String
  let comparison: String
  let limits: String
  let against: String
  let average: String

  static func of(_ language: OutputLanguage) -> StarterWords { language == .vietnamese ? vietnamese : english }

  private static let vietnamese = StarterWords(
    comment: """
      {{! Mẫu báo cáo tóm tắt. Mỗi dòng là một đoạn; dòng thụt vào viết tiếp đoạn ở trên.
          Đầu dòng: "= " căn giữa, "#I- " đề mục tự đánh số, "#1. " đoạn tự đánh số.
          Con số nào cũng lấy từ dữ liệu bằng chỗ điền; số gõ tay bị báo lỗi. }}
      """, period: "Kỳ báo cáo", asOf: "số liệu đến ngày", first: "I-", results: "KẾT QUẢ", comparison: "SO SÁNH",
    limits: "HẠN CHẾ VỀ SỐ LIỆU", against: "so với", average: "bình quân mỗi năm {{value}}")

  private static let english = StarterWords(
    comment: """
      {{! The template of the briefing. Each line is a paragraph; an indented line goes on with the one above.
          At the beginning of a line: "= " centres it, "#I. " is a numbered heading, "#1. " a numbered paragraph.
          Every number comes from the data through a placeholder; one typed by hand is reported. }}
      """, period: "Period", asOf: "data to", first: "I.", results: "RESULTS", comparison: "COMPARISONS",
    limits: "LIMITS OF THE DATA", against: "compared with", average: "on average {{value}} a year")
}
