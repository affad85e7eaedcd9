import Aggregation
import Catalogue
public import Language
public import Statistics
public import Values

/// What a trend would be next, by the method that did best on the series itself. No observation: it bears the flag F
/// wherever it is shown.
public struct TrendProjection: Sendable {
  public struct Step: Sendable {
    public let period: Period
    public let value: Double
    /// In the order of `levels`.
    public let intervals: [ClosedRange<Double>]
  }

  /// A method that was tried, and its error over that of the naive one; nil where that cannot be told.
  public struct Trial: Sendable {
    public let method: Projection.Method
    public let scaledError: Double?
  }

  public let method: Projection.Method
  /// In the order of `Projection.Method`.
  public let trials: [Trial]
  /// The periods it rests on.
  public let first: Period
  public let last: Period
  public let steps: [Step]

  /// Probabilities of the intervals.
  public static let levels = [0.8, 0.95]
  /// More are not projected: intervals this far ahead say nothing.
  public static let farthest = 10

  public var scaledError: Double? { trials.first { $0.method == method }?.scaledError }
}

/// A projection, or why there is none.
public enum ProjectionOutcome: Sendable {
  case projected(TrendProjection)
  case refused(LocalizedText)

  public var projection: TrendProjection? {
    if case .projected(let projection) = self { return projection }
    return nil
  }

  public var refusal: LocalizedText? {
    if case .refused(let reason) = self { return reason }
    return nil
  }
}

extension Trend {
  /// Projects the comparable points after the last gap between them.
  ///
  /// - Parameters:
  ///   - ahead: how many periods, 1 to `TrendProjection.farthest`.
  ///   - calendar: the reporting year of the data.
  /// - Complexity: O(n²) in the points.
  public func projection(ahead: Int, calendar: ReportingYear) -> ProjectionOutcome {
    if let refusal { return .refused(refusal) }
    guard !isSeasonal else { return .refused(Messages.notProjectedSeason) }
    let run = unbrokenRun
    guard let first = run.first, let last = run.last, let end = PeriodSlot(code: last.period.code),
      run.count >= Projection.fewest
    else { return .refused(Messages.notProjectedTooFew(run.count, fewest: Projection.fewest)) }
    let values = run.compactMap { $0.value?.approximation }
    let isShare = indicator.unit.isPercent
    if isShare, values.contains(where: { $0 <= 0 || $0 >= 100 }) { return .refused(Messages.notProjectedWhole) }
    let projections = Projection.trials(values, ahead: ahead, levels: TrendProjection.levels, isShare: isShare)
    guard let best = Projection.best(of: projections) else {
      return .refused(Messages.notProjectedTooFew(run.count, fewest: Projection.fewest))
    }
    let isNeverNegative = values.allSatisfy { $0 >= 0 } && !indicator.isDifference
    return .projected(
      TrendProjection(
        method: best.method,
        trials: projections.map { TrendProjection.Trial(method: $0.method, scaledError: $0.scaledError) },
        first: first.period, last: last.period,
        steps: best.steps.map { step in
          TrendProjection.Step(
            period: calendar.period(of: .slot(end.advanced(by: step.ahead))),
            value: isNeverNegative ? max(0, step.value) : step.value,
            intervals: step.intervals.map {
              isNeverNegative ? max(0, $0.lowerBound)...max(0, $0.upperBound) : $0
            })
        }))
  }

  /// The last comparable points without a gap between them.
  private var unbrokenRun: [Observation] {
    var run: [Observation] = []
    for point in comparable {
      if let before = run.last.flatMap({ PeriodSlot(code: $0.period.code) }),
        let slot = PeriodSlot(code: point.period.code), before.kind == slot.kind, before.distance(to: slot) != 1
      {
        run = []
      }
      guard PeriodSlot(code: point.period.code) != nil else { return [] }
      run.append(point)
    }
    return run
  }
}

extension Indicator {
  /// A formula that takes something away: its values may be below zero.
  fileprivate var isDifference: Bool {
    if case .formula(let formula) = definition { return formula.hasDifference }
    return false
  }
}

extension Formula {
  fileprivate var hasDifference: Bool {
    switch self {
    case .number, .indicator, .previous: false
    case .subtracting: true
    case .adding(let left, let right), .multiplying(let left, let right), .dividing(let left, let right):
      left.hasDifference || right.hasDifference
    }
  }
}
