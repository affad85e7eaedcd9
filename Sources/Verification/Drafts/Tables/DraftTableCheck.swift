import Aggregation
import Catalogue
import Datasets
import Findings
import Language
import Values

/// The cells of a draft's tables against the data: a cell is read where its row, its column and the title say to the
/// last word which value of the data it is, and else it is said not to be read.
struct DraftTableCheck {
  let judge: Judge
  let reader: AxisReader
  /// Numbers that both conventions can read are not certain in this draft.
  let isMixed: Bool

  private var spelling: DraftSpelling { reader.lexicon.spelling }

  func reading(_ table: DraftTable) throws(Failure) -> (results: [DraftResult], report: DraftTableReport) {
    let frame = TableMeaning(table, reader)
    var results: [DraftResult] = []
    var unread: [Int] = []
    for (index, row) in table.rows.enumerated() {
      for (column, cell) in row.cells.enumerated() {
        guard let cell, frame.mayHoldFigure(column), cell.text.contains(where: \.isNumber) else { continue }
        if let result = try self.result(cell, frame, index, column) {
          results.append(result)
        } else if !isTime(cell.text) {
          unread.append(cell.line)
        }
      }
    }
    return (results, DraftTableReport(lines: table.lines, checked: results.count, unread: unread))
  }

  private func isTime(_ text: String) -> Bool {
    let tokens = DraftTokens.read(text, spelling)
    let times = Set(PeriodReader(tokens).mentions().flatMap { Array($0.tokens) })
    return tokens.indices.allSatisfy { tokens[$0].number == nil || times.contains($0) || tokens[$0].year != nil }
  }

  private func result(
    _ cell: DraftTable.Cell, _ frame: TableMeaning, _ row: Int, _ column: Int
  ) throws(Failure) -> DraftResult? {
    guard let place = frame.place(row, column, among: judge), let printed = CellNumber(cell.text, spelling),
      let value = printed.number.value, !printed.number.isForeign, !(isMixed && printed.number.alternative != nil),
      let years = try years(of: place)
    else { return nil }
    var statedUnit = place.unit
    if printed.isPercent {
      guard statedUnit == nil || statedUnit == ["%"] else { return nil }
      statedUnit = ["%"]
    }
    guard let unit = try unit(statedUnit, place) else { return nil }
    let figure = PrintedFigure(value: value, multiplier: unit.multiplier, bound: printed.bound)
    let assertion = Assertion(
      indicator: place.indicator, quantity: place.quantity, years: years, selection: place.selection, figure: figure,
      unit: unit.stated)
    let judgement = try judge.judge(assertion)
    let shown = DraftFigure(
      printed: cell.text, line: cell.line, column: cell.column, value: value, bound: printed.bound)
    let proposal = DraftProposal(
      indicator: place.indicator, quantity: Self.name(place.quantity), years: years, unit: place.selection.unit,
      organisation: place.selection.member(of: DimensionDeclaration.organisation), evidence: place.evidence,
      judgement: judgement)
    return DraftResult(figure: shown, proposals: [proposal], judgement: judgement)
  }

  private static func name(_ quantity: Assertion.Quantity) -> String {
    switch quantity {
    case .level: StatedQuantity.Kind.level.rawValue
    case .change: StatedQuantity.Kind.change.rawValue
    case .yearlyAverage: StatedQuantity.Kind.average.rawValue
    case .target: StatedQuantity.Kind.target.rawValue
    case .targetGap: StatedQuantity.Kind.gap.rawValue
    case .completion: StatedQuantity.Kind.completion.rawValue
    }
  }

  /// Nil where a stock would be taken over several years: which of them is not said.
  private func years(of place: TableMeaning.Place) throws(Failure) -> ClosedRange<Int>? {
    if case .change(let first) = place.quantity { return first...place.years.upperBound }
    if place.quantity == .level || place.quantity == .target, place.years.count > 1, judge.isAtEnd(place.indicator) {
      return nil
    }
    guard let available = try judge.evaluator.years(of: place.indicator),
      available.contains(place.years.lowerBound), available.contains(place.years.upperBound)
    else { return nil }
    return place.years
  }

  /// What the number is multiplied by, and the unit that the table gives it; nil for a unit that is not understood.
  private func unit(
    _ words: [String]?, _ place: TableMeaning.Place
  ) throws(Failure) -> (stated: Assertion.StatedUnit, multiplier: Rational)? {
    let own = place.indicator.unit
    let isMoney = own.dimension == ["dong": 1]
    var isChange = false
    if case .change = place.quantity { isChange = true }
    guard let words else { return isMoney || isChange && own.isPercent ? nil : (.own, .one) }
    let text = words.joined(separator: " ")
    if isChange, text == "+ / -" { return isMoney ? nil : (own.isPercent ? .percentagePoint : .own, .one) }
    if Self.points.contains(text) { return own.isPercent && isChange ? (.percentagePoint, .one) : nil }
    if text == "%" { return own.isPercent && !isChange ? (.own, .one) : (.percent, .one) }
    let (power, count) = ScaleWord.power(words)
    if words.count == count + 1, let last = words.last, ScaleWord.isMoney(last) {
      guard isMoney, let dong = UnitOfMeasure.money["dong"] else { return nil }
      let multiplier = try judge.exactly { () throws(ArithmeticFailure) in
        try PrintedFigure.power(power).divided(by: own.factor)
      }
      return (.money(dong), multiplier)
    }
    let known = reader.lexicon.entries.first { $0.indicator.code == place.indicator.code }
    return known?.unit == words ? (.own, .one) : nil
  }

  private static let points: Set<String> = [
    "điểm %", "điểm phần trăm", "diem %", "diem phan tram", "point", "percentage point", "pp",
  ]
}
