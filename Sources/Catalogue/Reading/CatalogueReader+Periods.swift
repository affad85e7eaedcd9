import Datasets
import Findings
import Language
import Values

extension CatalogueReader {
  /// Terms and ranges: `{kind, names, start, end}` by code.
  func readPeriods(_ declaration: Declaration) -> [PeriodDeclaration] {
    guard let mapping = DeclaredMapping(declaration, allowed: nil, diagnosis) else { return [] }
    return mapping.entries.compactMap { entry in
      // A regular period has its days already, and a slash parts the ends of a span.
      if PeriodSlot(code: entry.key) != nil || entry.key.contains("/") {
        diagnosis.report(
          "wrong-value", at: entry.position, value: entry.key, Messages.periodCodeIsTaken,
          remedy: Messages.periodCodeIsTakenRemedy)
        return nil
      }
      guard
        let item = DeclaredMapping(
          entry.value, allowed: ["kind", "names", "start", "end", "series"], diagnosis)
      else { return nil }
      let kind = item.required("kind").flatMap { periodKind($0, among: [.term, .range]) }
      let names = item.requiredLocalized("names")
      let (start, end) = (bound("start", of: item), bound("end", of: item))
      guard let kind, let names, let start, let end else { return nil }
      let period = DeclaredPeriod(code: entry.key, kind: kind, start: start, end: end)
      let days = ReportingYear.calendar.period(of: .declared(period))
      guard days.start <= days.end else {
        diagnosis.report(
          "wrong-value", at: item["end"]?.position ?? item.position, value: item.string("end"),
          Messages.periodEndsBeforeItStarts, remedy: Messages.periodEndsBeforeItStartsRemedy)
        return nil
      }
      return PeriodDeclaration(
        period: period, names: names, series: item.string("series"), position: entry.position)
    }
  }

  private func bound(_ key: String, of item: DeclaredMapping) -> DeclaredPeriod.Bound? {
    guard let declaration = item.required(key), let text = declaration.string(diagnosis) else { return nil }
    if let day = CalendarDate(iso: text) { return .day(day) }
    if let slot = PeriodSlot(code: text) { return .slot(slot) }
    diagnosis.report(
      "wrong-value", at: declaration.position, value: text, Messages.notADayOrPeriod,
      remedy: Messages.notADayOrPeriodRemedy)
    return nil
  }
}
