import Datasets
import Findings
import Language
import Values

/// Reads one entry of `tables`.
extension ReportDefinitionReader {
  private static let keys = [
    "id", "title", "rows", "columns", "indicator", "indicators", "with", "chart", "terms", "balance", "by",
  ]

  /// - Parameter period: of the report; nil where that is wrong.
  func table(_ declaration: Declaration, in period: ReportPeriodDefinition?) -> TableDefinition? {
    guard let mapping = DeclaredMapping(declaration, allowed: Self.keys, diagnosis), let id = identifier(of: mapping),
      let rowsDeclaration = mapping.required("rows"), let rows = rows(of: mapping),
      let columns = columns(of: mapping, rows, period)
    else { return nil }
    let references = references(mapping["indicators"]) + references(mapping["indicator"])
    reportRepeated(references.map { ($0.code, $0.position) }, remedy: Messages.repeatedIndicatorRemedy)
    let balance = mapping["balance"].flatMap { self.balance($0, rows, at: rowsDeclaration.position) }
    if references.isEmpty, rows.needsIndicators, mapping["balance"] == nil { _ = mapping.required("indicator") }
    if rows.hasOneIndicator, columns != .indicator, references.count > 1 {
      diagnosis.report(
        "wrong-value", at: rowsDeclaration.position, value: mapping.string("rows"), Messages.oneIndicatorATable,
        remedy: Messages.oneIndicatorATableRemedy)
    }
    let table = TableDefinition(
      id: id, title: mapping.localized("title"), rows: rows, columns: columns, indicators: references,
      extras: extras(of: mapping, rows, columns, hasBalance: mapping["balance"] != nil),
      charts: charts(mapping["chart"]),
      balance: balance, position: mapping.position)
    reportUnusable(mapping, in: table)
    return table
  }

  private func rows(of mapping: DeclaredMapping) -> TableDefinition.Rows? {
    let words = ["period", "indicator", "ranking", "claims", "submissions"] + dataset.dimensions
    guard let word = mapping.choice("rows", of: words, what: Messages.wordTableRows) else { return nil }
    switch word {
    case "period": return .period
    case "indicator": return .indicator
    case "ranking": return .ranking
    case "claims": return .claims
    case "submissions":
      let words = TableDefinition.Submitter.allCases.map(\.rawValue)
      guard mapping["by"] != nil else { return .submissions(.unit) }
      let by = mapping.choice("by", of: words, what: Messages.wordSubmitter)
      return by.flatMap { TableDefinition.Submitter(rawValue: $0) }.map { .submissions($0) }
    default: return .dimension(word)
    }
  }

  private func columns(
    of mapping: DeclaredMapping, _ rows: TableDefinition.Rows, _ period: ReportPeriodDefinition?
  ) -> TableDefinition.Columns? {
    guard let declaration = mapping["columns"] else { return .period }
    guard let word = declaration.string(diagnosis) else { return nil }
    if word == "period" { return .period }
    guard rows.mayHaveColumns else {
      diagnosis.report(
        "wrong-value", at: declaration.position, value: word, Messages.fixedColumns, remedy: Messages.fixedColumnsRemedy
      )
      return nil
    }
    if let milestones = milestones(word) { return .milestones(milestones) }
    switch word {
    case "term":
      if period.map({ $0.kind != .range }) ?? false {
        diagnosis.report(
          "wrong-value", at: declaration.position, value: word, Messages.termsOfOnePeriod,
          remedy: Messages.termsOfOnePeriodRemedy)
        return nil
      }
      return .terms(terms(mapping["terms"]))
    case "indicator" where rows != .indicator: return .indicator
    default:
      let own: [String] = if case .dimension(let name) = rows { [name] } else { [] }
      let others = dataset.dimensions.filter { !own.contains($0) }
      if others.contains(word) { return .dimension(word) }
      diagnosis.reportUnknown(
        word, at: declaration.position, what: Messages.wordTableColumns,
        allowed: ["period", "term", "every 5 years", "last 2 years"] + (rows == .indicator ? [] : ["indicator"])
          + others)
      return nil
    }
  }

  /// `every 5 years`, `last 2 years`.
  private func milestones(_ word: String) -> TableDefinition.Milestones? {
    let parts = word.split(separator: " ")
    guard parts.count == 3, parts[2] == "years" || parts[2] == "year", let count = Int(parts[1]),
      (1...100).contains(count)
    else { return nil }
    return parts[0] == "every" ? .every(count) : parts[0] == "last" ? .last(count) : nil
  }

  /// Codes of declared terms; all there are where none is named.
  private func terms(_ declaration: Declaration?) -> [String] {
    list(declaration).compactMap { item in
      guard let code = item.string(diagnosis) else { return nil }
      guard dataset.terms.contains(code) else {
        diagnosis.reportUnknown(code, at: item.position, what: Messages.wordTerm, allowed: dataset.terms)
        return nil
      }
      return code
    }
  }

  /// `{stock: members, in: members-admitted, out: members-removed}`.
  private func balance(
    _ declaration: Declaration, _ rows: TableDefinition.Rows, at position: Position
  ) -> BalanceDefinition? {
    switch rows {
    case .period, .dimension: break
    default:
      diagnosis.report(
        "wrong-value", at: position, Messages.balanceRows, remedy: Messages.balanceRowsRemedy)
    }
    guard let mapping = DeclaredMapping(declaration, allowed: ["stock", "in", "out"], diagnosis),
      let stock = mapping.required("stock").flatMap({ reference($0) })
    else { return nil }
    let (inflows, outflows) = (references(mapping["in"]), references(mapping["out"]))
    if mapping["in"] == nil, mapping["out"] == nil { _ = mapping.required("in") }
    reportRepeated(
      ([stock] + inflows + outflows).map { ($0.code, $0.position) }, remedy: Messages.repeatedIndicatorRemedy)
    return BalanceDefinition(stock: stock, inflows: inflows, outflows: outflows)
  }

  private func extras(
    of mapping: DeclaredMapping, _ rows: TableDefinition.Rows, _ columns: TableDefinition.Columns, hasBalance: Bool
  ) -> Set<TableDefinition.Extra> {
    var extras: Set<TableDefinition.Extra> = []
    for item in list(mapping["with"]) {
      guard let text = item.string(diagnosis) else { continue }
      guard let extra = TableDefinition.Extra(rawValue: text) else {
        diagnosis.reportUnknown(
          text, at: item.position, what: Messages.wordTableExtra,
          allowed: TableDefinition.Extra.allCases.map(\.rawValue))
        continue
      }
      let allowed = rows.extras(beside: columns, hasBalance: hasBalance)
      if !allowed.contains(extra) {
        let words = TableDefinition.Extra.allCases.filter(allowed.contains).map(\.rawValue)
        diagnosis.report(
          "wrong-value", at: item.position, value: text, Messages.extraNotHere(text),
          remedy: Messages.extraNotHereRemedy(words))
      }
      extras.insert(extra)
    }
    return extras
  }

  /// Keys that say nothing in this table, which whoever wrote them thinks they do.
  private func reportUnusable(_ mapping: DeclaredMapping, in table: TableDefinition) {
    var unusable: [String] = []
    if case .submissions = table.rows {} else { unusable.append("by") }
    if case .terms = table.columns {} else { unusable.append("terms") }
    if table.columns != .period { unusable.append("chart") }
    switch table.rows {
    case .claims, .submissions: unusable += ["indicator", "indicators", "balance", "chart"]
    default: if mapping["balance"] != nil { unusable += ["indicator", "indicators", "chart", "columns"] }
    }
    for key in unusable {
      guard let declaration = mapping[key] else { continue }
      diagnosis.report(
        "wrong-value", at: declaration.position, Messages.keyNotHere(key), remedy: Messages.keyNotHereRemedy(key))
    }
  }

  /// `true` for the chart that suits the table, or the questions that charts should answer.
  private func charts(_ declaration: Declaration?) -> [TableDefinition.Chart] {
    guard let declaration else { return [] }
    if case .scalar(let word, _) = declaration.content {
      if word == "true" { return [.trend] }
      if word == "false" { return [] }
    }
    let words = TableDefinition.Chart.allCases.map(\.rawValue)
    var charts: [TableDefinition.Chart] = []
    for item in list(declaration) {
      guard let word = item.string(diagnosis) else { continue }
      guard let chart = TableDefinition.Chart(rawValue: word) else {
        diagnosis.reportUnknown(word, at: item.position, what: Messages.wordChart, allowed: ["true", "false"] + words)
        continue
      }
      if !charts.contains(chart) { charts.append(chart) }
    }
    return charts
  }

  /// Sheets, Excel tables and files are named after it.
  private func identifier(of mapping: DeclaredMapping) -> String? {
    guard let declaration = mapping.required("id"), let id = declaration.string(diagnosis) else { return nil }
    guard (1...8).contains(id.utf8.count), id.utf8.allSatisfy({ $0.isASCIILetterOrDigit }) else {
      diagnosis.report(
        "wrong-value", at: declaration.position, value: id, Messages.wrongTableID, remedy: Messages.wrongTableIDRemedy)
      return nil
    }
    return id
  }
}

extension TableDefinition.Rows {
  fileprivate var hasOneIndicator: Bool {
    switch self {
    case .dimension, .ranking: true
    case .period, .indicator, .claims, .submissions: false
    }
  }

  fileprivate var needsIndicators: Bool {
    switch self {
    case .dimension, .ranking, .period, .indicator: true
    case .claims, .submissions: false
    }
  }

  fileprivate var mayHaveColumns: Bool {
    switch self {
    case .dimension, .indicator: true
    case .ranking, .period, .claims, .submissions: false
    }
  }

  /// What may stand beside the observations.
  fileprivate func extras(beside columns: TableDefinition.Columns, hasBalance: Bool) -> Set<TableDefinition.Extra> {
    if hasBalance { return [.change] }
    switch (self, columns) {
    case (.ranking, _), (.claims, _), (.submissions, _): return []
    case (.period, _): return [.total, .average]
    case (.indicator, .period): return [.total, .target]
    case (.indicator, .milestones): return [.change, .target]
    case (.dimension, .period): return [.total, .average, .change, .target]
    case (.dimension, .milestones): return [.change]
    case (_, .terms): return [.total, .average]
    case (_, .dimension): return [.total]
    case (_, .indicator): return []
    }
  }
}

extension UInt8 {
  var isASCIILetterOrDigit: Bool {
    let (letter, digit) = (self | 0x20, self)
    return (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(letter)
      || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit)
  }
}
