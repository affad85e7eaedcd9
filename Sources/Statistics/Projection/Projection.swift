/// What a series would be next, by a method that knows nothing but the series itself.
public struct Projection: Sendable {
  public enum Method: String, Sendable, Hashable, CaseIterable {
    /// The last value again.
    case naive
    /// The mean step from the first value to the last goes on.
    case drift
    /// The Theil–Sen line goes on.
    case theilSen = "theil_sen"
    /// Exponential smoothing of level and trend, the trend dying away.
    case dampedHolt = "damped_holt"
  }

  public struct Step: Sendable, Hashable {
    /// 1 for the time after the last value.
    public let ahead: Int
    public let value: Double
    /// In the order of the levels asked for.
    public let intervals: [ClosedRange<Double>]
  }

  public let method: Method
  public let steps: [Step]
  /// The mean absolute error of one-step projections from within the series, over that of the naive method on the same
  /// times; below 1 is better than naive. Nil where the naive errors are all zero or too few times can be tried.
  ///
  /// R. J. Hyndman and A. B. Koehler, "Another look at measures of forecast accuracy", International Journal of
  /// Forecasting 22, 2006.
  public let scaledError: Double?

  /// The fewest values that are projected.
  public static let fewest = 6

  /// Nil for fewer than `fewest` values, for one that is not finite, or (for a share) not strictly between 0 and 100.
  ///
  /// - Parameters:
  ///   - values: at even distances, none missing, the oldest first.
  ///   - ahead: how many times, at least 1.
  ///   - levels: probabilities of the intervals: `[0.8, 0.95]`.
  ///   - isShare: values are percentages of a whole: projected on the scale of log odds, so that they stay within 0 and
  ///     100.
  public init?(
    _ values: [Double], by method: Method, ahead: Int, levels: [Double] = [0.8, 0.95], isShare: Bool = false
  ) {
    guard values.count >= Self.fewest, ahead >= 1, values.allSatisfy(\.isFinite) else { return nil }
    let scale = isShare ? Scale.logOdds : .plain
    let scaled = values.map(scale.apply)
    guard scaled.allSatisfy(\.isFinite), let model = Self.model(scaled, method) else { return nil }
    self.method = method
    steps = (1...ahead).map { ahead in
      let (center, error) = (model.value(ahead), model.error(ahead))
      let intervals = levels.map { level in
        let t = StudentDistribution.quantile(0.5 + level / 2, degrees: Double(max(1, model.degrees)))
        return scale.undo(center - t * error)...scale.undo(center + t * error)
      }
      return Step(ahead: ahead, value: scale.undo(center), intervals: intervals)
    }
    scaledError = Self.scaledError(values, scaled, method, scale)
  }

  private static func model(_ values: [Double], _ method: Method) -> (any ProjectionModel)? {
    switch method {
    case .naive: DriftModel(values, hasDrift: false)
    case .drift: DriftModel(values, hasDrift: true)
    case .theilSen: LineModel(values)
    case .dampedHolt: DampedHoltModel(values)
    }
  }

  /// Each value from the middle on, projected from those before it.
  private static func scaledError(
    _ values: [Double], _ scaled: [Double], _ method: Method, _ scale: Scale
  ) -> Double? {
    var (own, naive, count) = (0.0, 0.0, 0)
    for index in max(4, values.count / 2)..<values.count {
      guard let model = model(Array(scaled[..<index]), method) else { continue }
      own += abs(scale.undo(model.value(1)) - values[index])
      naive += abs(values[index - 1] - values[index])
      count += 1
    }
    return count >= 2 && naive > 0 ? own / naive : nil
  }
}

/// The scale on which a series is projected.
private enum Scale {
  case plain, logOdds

  func apply(_ value: Double) -> Double {
    switch self {
    case .plain: value
    case .logOdds: value > 0 && value < 100 ? Logarithm.natural(value / (100 - value)) : .nan
    }
  }

  func undo(_ value: Double) -> Double {
    switch self {
    case .plain: value
    case .logOdds: 100 / (1 + Logarithm.exponential(-value))
    }
  }
}
