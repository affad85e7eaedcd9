import Datasets
import Language
import Values

extension ReportDefinitionReader {
  /// `{last: 10 years, baseline: the year before}`, `{last: 5 years, series: emulation}`, or `{kind: half-year, last: 5 years}`.
  func readPeriod(_ declaration: Declaration) -> ReportPeriodDefinition? {
    guard let mapping = DeclaredMapping(declaration, allowed: ["kind", "last", "baseline", "series"], diagnosis),
      let kind = kind(of: mapping), let years = years(of: mapping)
    else { return nil }
    let baseline = mapping.choice("baseline", of: ["the year before", "none"], what: Messages.wordBaseline)
    if kind != .range, let declaration = mapping["baseline"] {
      diagnosis.report(
        "wrong-value", at: declaration.position, value: baseline, Messages.baselineOfOnePeriod,
        remedy: Messages.baselineOfOnePeriodRemedy)
    }
    return ReportPeriodDefinition(
      kind: kind, years: years, hasBaseline: baseline == "the year before", series: series(of: mapping, kind))
  }

  private func series(of mapping: DeclaredMapping, _ kind: PeriodKind) -> String? {
    guard let declaration = mapping["series"], let name = declaration.string(diagnosis) else { return nil }
    guard kind == .range else {
      diagnosis.report(
        "wrong-value", at: declaration.position, value: name, Messages.seriesOfOnePeriod,
        remedy: Messages.seriesOfOnePeriodRemedy)
      return nil
    }
    return name
  }

  private func kind(of mapping: DeclaredMapping) -> PeriodKind? {
    guard let declaration = mapping["kind"] else { return .range }
    guard let word = declaration.string(diagnosis) else { return nil }
    if let kind = PeriodKind(named: word), ReportPeriodDefinition.kinds.contains(kind) { return kind }
    diagnosis.reportUnknown(
      word, at: declaration.position, what: Messages.wordPeriodKind,
      allowed: ReportPeriodDefinition.kinds.map { $0 == .nineMonths ? "nine-month" : $0.rawValue })
    return nil
  }

  private func years(of mapping: DeclaredMapping) -> Int? {
    guard let last = mapping.required("last"), let text = last.string(diagnosis) else { return nil }
    let words = text.split(separator: " ")
    guard words.count == 2, words[1] == "years" || words[1] == "year", let years = Int(words[0]),
      (1...100).contains(years)
    else {
      diagnosis.report(
        "wrong-value", at: last.position, value: text, Messages.wrongSpan, remedy: Messages.wrongSpanRemedy)
      return nil
    }
    return years
  }
}
