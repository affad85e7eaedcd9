public import Language
import Values

extension ReportTable {
  /// The unit of measure and what else the line says, without the legend of the signs.
  public func unitLineWithoutSigns(_ language: OutputLanguage) -> String {
    guard let range = unitLine.range(of: Messages.symbolsLegend[language]) else { return unitLine }
    var text = unitLine
    text.removeSubrange(range)
    while let last = text.last, " .;".contains(last) { text.removeLast() }
    return text.isEmpty ? "" : text + "."
  }

  /// What the signs say that stand in the table in the place of a number; empty where there are none, or the table
  /// explains its own.
  public func legendOfItsSigns(_ language: OutputLanguage) -> String {
    guard unitLine.contains(Messages.symbolsLegend[language]) else { return "" }
    var (isZero, absences) = (false, Set<Absence>())
    for cell in rows.flatMap(\.cells) {
      switch cell {
      case .figure(let figure): isZero = isZero || figure.value.isZero && figure.style == .plain
      case .absent(let absence): absences.insert(absence)
      case .empty, .text: continue
      }
    }
    let entries =
      (isZero ? [Messages.nothingOccurred] : [])
      + [
        (Absence.notCollected, Messages.notCollected), (.notApplicable, Messages.notApplicable),
        (.missing, Messages.blankMissing),
      ].filter { absences.contains($0.0) }.map(\.1)
    return entries.isEmpty ? "" : "\(Messages.joined(entries)[language])."
  }
}
