public import Aggregation
import Catalogue
public import Findings
import Language
import Trends
import Values

/// Compares what texts say with what the data say.
///
/// Not thread-safe, as its evaluator.
public final class Judge {
  public let dataset: Dataset
  let evaluator: Evaluator
  let trends: TrendBuilder
  let targets: [Target]
  var reported: ClosedRange<Int>?

  /// - Throws: what reading the planned values throws.
  public init(_ dataset: Dataset) throws(Failure) {
    self.dataset = dataset
    evaluator = Evaluator(dataset)
    trends = TrendBuilder(evaluator)
    targets = try dataset.targets()
  }

  /// - Throws: `Failure.invalid` or `.noInput` when the data behind the figure cannot be read. What the data do not
  ///   allow to compute is a judgement.
  public func judge(_ assertion: Assertion) throws(Failure) -> Judgement {
    let query = query(assertion)
    switch try compute(assertion) {
    case .impossible(let reason):
      var judgement = Judgement([.notComputable], reasons: [reason], query: query)
      try addDoubts(assertion, to: &judgement)
      return judgement
    case .value(let computed):
      do throws(ArithmeticFailure) {
        var judgement = try compare(assertion, computed)
        judgement.query = query
        do throws(Failure) { try addDoubts(assertion, to: &judgement) } catch { return failed(error, judgement) }
        return judgement
      } catch {
        return Judgement([.notComputable], reasons: [Messages.overflow], query: query)
      }
    }
  }

  /// A figure that cannot be doubted for want of data keeps its verdict.
  private func failed(_ failure: Failure, _ judgement: Judgement) -> Judgement {
    guard case .refused(let reason) = failure else { return judgement }
    var judgement = judgement
    judgement.reasons.append(reason)
    return judgement
  }

  private func query(_ assertion: Assertion) -> String {
    if case .change(let since) = assertion.quantity, since < assertion.years.upperBound {
      return ExplainQuery.trend(assertion.indicator, since...assertion.years.upperBound, assertion.selection)
    }
    let end = assertion.years.upperBound
    let atEnd = isAtEnd(assertion.indicator) || assertion.quantity == .completion || assertion.quantity == .targetGap
    return ExplainQuery.text(assertion.indicator, atEnd ? end...end : assertion.years, assertion.selection)
  }

  private func compare(_ assertion: Assertion, _ computed: ComputedValue) throws(ArithmeticFailure) -> Judgement {
    let figure = assertion.figure
    var judgement = Judgement(
      [.contradicted], computed: computed.value, decimals: max(computed.decimals, figure.value.scale),
      unit: computed.unit, unitNames: computed.unitNames, interval: try figure.interval,
      isIllustrative: computed.isIllustrative)
    if figure.multiplier != .one { judgement.decimals = computed.decimals }
    let isChange = if case .change = assertion.quantity { true } else { false }
    let agrees = try figure.interval.contains(computed.value)
    if assertion.unit == .percent, isChange { return try relative(judgement, figure, computed) }
    if let reason = misnamed(assertion, computed, isChange: isChange) {
      judgement.verdicts = [agrees ? .wrongUnit : .contradicted]
      judgement.reasons = [reason]
      if !agrees, let relative = computed.relative, try figure.interval.contains(relative) {
        judgement.verdicts = [.wrongUnit]
      }
      return judgement
    }
    guard agrees else { return try disagreeing(judgement, assertion, computed) }
    judgement.verdicts = [computed.isIllustrative ? .consistentIllustrative : .confirmed]
    if figure.bound == .moreThan || figure.bound == .lessThan, try !figure.tolerated.contains(computed.value) {
      let other = try otherMoney(assertion, computed)
      judgement.verdicts = [other == nil ? .imprecise : .wrongUnit]
      judgement.reasons.append(other.map { Messages.rightUnder($0) } ?? Messages.looseBound)
    }
    if let coverage = computed.coverage { judgement.reasons.append(Messages.incompleteCells(coverage)) }
    return judgement
  }

  /// A change that is said in percent: growth, or points that somebody took for percent, or an index.
  private func relative(
    _ judgement: Judgement, _ figure: PrintedFigure, _ computed: ComputedValue
  ) throws(ArithmeticFailure) -> Judgement {
    var judgement = judgement
    let interval = try figure.interval
    let isPoints = computed.unit == .percentagePoint
    if isPoints, interval.contains(computed.value) {
      judgement.verdicts = [.wrongUnit]
      judgement.reasons = [Messages.pointsNotPercent(growth: computed.relative)]
      return judgement
    }
    guard let relative = computed.relative else {
      judgement.verdicts = [.notComputable]
      judgement.reasons = [Messages.noGrowth]
      return judgement
    }
    judgement.computed = relative
    judgement.decimals = max(2, figure.value.scale)
    judgement.unit = .percent
    judgement.unitNames = Messages.percent
    if interval.contains(relative) {
      judgement.verdicts = [computed.isIllustrative ? .consistentIllustrative : .confirmed]
      judgement.reasons = isPoints ? [Messages.growthOfPercentage] : []
    } else if try interval.contains(relative.adding(.hundred)) {
      judgement.verdicts = [.wrongUnit]
      judgement.reasons = [Messages.indexNotGrowth]
    } else if try figure.tolerated.contains(relative) {
      judgement.verdicts = [.imprecise]
      judgement.reasons = [Messages.truncated]
    } else {
      judgement.reasons = [Messages.outsideInterval]
    }
    return judgement
  }

  /// Why the stated unit is not that of the value; nil where it is.
  private func misnamed(
    _ assertion: Assertion, _ computed: ComputedValue, isChange: Bool
  ) -> LocalizedText? {
    switch assertion.unit {
    case .own, .money: return nil
    case .percent:
      if computed.unit == .percentagePoint { return Messages.pointsNotPercent(growth: computed.relative) }
      return computed.unit.isPercent ? nil : Messages.unitIs(computed.unitNames)
    case .percentagePoint:
      return computed.unit == .percentagePoint ? nil : Messages.unitIs(computed.unitNames)
    case .other: return Messages.unitIs(computed.unitNames)
    }
  }

  private func disagreeing(
    _ judgement: Judgement, _ assertion: Assertion, _ computed: ComputedValue
  ) throws(ArithmeticFailure) -> Judgement {
    var judgement = judgement
    let figure = assertion.figure
    if figure.bound == .exact || figure.bound == .about, try figure.tolerated.contains(computed.value) {
      judgement.verdicts = [.imprecise]
      judgement.reasons = [Messages.truncated]
    } else if let unit = try otherMoney(assertion, computed) {
      judgement.verdicts = [.wrongUnit]
      judgement.reasons = [Messages.rightUnder(unit)]
    } else if let coverage = computed.coverage, try isBelow(computed, figure) {
      judgement.verdicts = [.notComputable]
      judgement.reasons = [Messages.tooIncomplete(coverage)]
    } else {
      judgement.reasons = [Messages.outsideInterval]
    }
    return judgement
  }

  /// What has not been reported may still fill the gap to a larger figure; of a ratio, to any.
  private func isBelow(_ computed: ComputedValue, _ figure: PrintedFigure) throws(ArithmeticFailure) -> Bool {
    guard !computed.unit.isPercentage else { return true }
    return try computed.value < figure.scaled
  }

  /// The unit of money under which the same digits would be right: đồng typed as triệu đồng.
  private func otherMoney(_ assertion: Assertion, _ computed: ComputedValue) throws(ArithmeticFailure) -> LocalizedText?
  {
    guard computed.unit.dimension == ["dong": 1] else { return nil }
    for (code, unit) in UnitOfMeasure.money.sorted(by: { $0.key < $1.key }) {
      let other = PrintedFigure(
        value: assertion.figure.value, multiplier: try unit.factor.divided(by: computed.unit.factor),
        bound: assertion.figure.bound)
      if try other.interval.contains(computed.value), try other.tolerated.contains(computed.value) {
        return Messages.money[code]
      }
    }
    return nil
  }
}
