/// What is made of another indicator's years.
public enum Derivation: Sendable, Hashable {
  /// Everything since a year, or since the first year with data.
  case cumulative(of: String, since: Int?)
  /// The average of the years asked for; of a ratio Σ numerator / Σ denominator.
  case averageAYear(of: String)
  /// The same of so many years up to the one asked for.
  case movingAverage(of: String, years: Int)

  /// The code of the other indicator.
  public var operand: String {
    switch self {
    case .cumulative(let code, _), .averageAYear(let code), .movingAverage(let code, _): code
    }
  }
}

extension Derivation: CustomStringConvertible {
  public var description: String {
    switch self {
    case .cumulative(let code, nil): "cumulative(\(code))"
    case .cumulative(let code, let since?): "cumulative(\(code) since \(since))"
    case .averageAYear(let code): "average_a_year(\(code))"
    case .movingAverage(let code, let years): "moving_average(\(code), \(years) years)"
    }
  }
}
