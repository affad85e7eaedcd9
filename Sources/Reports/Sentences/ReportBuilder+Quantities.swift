import Aggregation
import Catalogue
import Findings
import Language
import Values

extension ReportBuilder {
  /// "(mh)" with its space, where a figure needs it.
  func mark(_ isIllustrative: Bool) -> String {
    isIllustrative ? "\u{A0}\(Messages.illustrativeMark[language])" : ""
  }

  /// ", mh" before a closing parenthesis.
  func markWithin(_ isIllustrative: Bool) -> String {
    isIllustrative ? ", \(Messages.illustrativeMark[language].filter { $0 != "(" && $0 != ")" })" : ""
  }

  /// The unit after a number in running text, with its space; in English of one thing the singular.
  func unitAfter(_ value: ExactDecimal, _ indicator: Indicator) -> String {
    let unit = indicator.unitNames[language]
    guard !unit.isEmpty else { return "" }
    let isOne = language == .english && value.scale == 0 && value.magnitude == ExactDecimal(1)
    return "\u{A0}" + TextWrap.keptTogether(isOne ? EnglishNoun.singular(unit) : unit)
  }

  /// A difference without its sign, in the unit in which it is said: `2,92 điểm phần trăm`, `07 buổi`, `1,2 tỷ đồng`.
  func quantity(
    _ id: FigureID, _ value: ExactDecimal, _ indicator: Indicator
  ) throws(Failure) -> [ReportSentence.Part] {
    let size = value.magnitude
    if indicator.unit.isPercentage {
      return [
        .figure(id, printed: numbers.string(size)),
        .text("\u{A0}\(TextWrap.keptTogether(Messages.points(size)[language]))"),
      ]
    }
    let words = try amount(Rational(size), decimals: indicator.decimals, indicator)
    guard words.money != nil, let entry = book[id] else {
      return [.figure(id, printed: numbers.inProse(size)), .text(unitAfter(size, indicator))]
    }
    let said = try amount(entry.value.magnitude, decimals: indicator.decimals, indicator)
    return [.figure(try scaledName(id, said, indicator), printed: said.printed), .text(said.unit)]
  }

  /// A figure that follows from others and is no observation.
  func derivedFigure(
    _ name: String, _ value: Rational, decimals: Int, unit: UnitOfMeasure, of indicator: Indicator, period: Period,
    selection: Selection = .whole, formula: String, from inputs: [FigureID]
  ) throws(Failure) -> ReportFigure {
    let id = FigureID(name)
    let published = try LedgerBook.rounded(value, decimals)
    let terms = inputs.compactMap { book[$0] }
    let illustrative = terms.contains(where: \.isIllustrative)
    let flags = terms.reduce(into: StatusFlags()) { $0.formUnion($1.flags) }
    book.add(
      LedgerEntry(
        id: id, indicator: indicator.code, period: period, selection: selection, value: value, published: published,
        unitOfMeasure: unit.code, flags: flags, isIllustrative: illustrative, formula: formula,
        origin: .derived(from: inputs)))
    return ReportFigure(id: id, value: published, style: .signed, flags: flags, isIllustrative: illustrative)
  }
}
