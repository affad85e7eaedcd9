public import Findings
public import Language
public import Values

/// What the data have to fulfil beyond their schema, declared under `rules` and evaluated by `check`.
public struct Rule: Sendable {
  public enum Check: Sendable {
    case comparison(RuleComparison)
    /// What is given for a whole against the sum of its parts; both are indicators.
    case partsSumToWhole(whole: String, parts: String)
    /// A place that reports an indicator in some years reports it in all of them, as long as it exists.
    ///
    /// - Parameter years: unless given, those of the data.
    case completeYears(indicator: String, years: ClosedRange<Int>?)
    case nearPeers(PeerComparison)
    case countedOnce(JointEvents)
    /// What is looked at in every package, with a severity and words of its own.
    case pattern(Pattern, indicator: String)
  }

  /// A shape of figures that are hard to believe.
  public enum Pattern: String, Sendable, Hashable, CaseIterable {
    /// A value is near those of the years around it.
    case nearOtherYears = "near-other-years"
    /// Yearly figures are no sums since a term began.
    case notCumulative = "not-cumulative"
    /// The denominator of a ratio is counted again every year.
    case denominatorRecounted = "denominator-recounted"
  }

  /// What a broken rule says: that figures contradict each other, or that one is hard to believe.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case consistency, plausibility
  }

  /// The time that one evaluation looks at: each reporting year, or all years of the data as one period.
  public enum Span: String, Sendable, Hashable, CaseIterable {
    case year, period
  }

  public let id: String
  /// As it stands in the catalogue.
  public let text: String
  public let check: Check
  /// Evaluated for each combination of members of these dimensions; for the whole when empty.
  public let dimensions: [String]
  public let span: Span
  /// How far an equality may be missed.
  public let tolerance: RuleTolerance
  public let severity: Severity
  public let kind: Kind
  public let message: LocalizedText?
  public let position: Position

  /// The indicators it looks at, in order, each once.
  public var names: [String] { check.names }
}

extension Rule.Check {
  /// The indicators it looks at, in order, each once.
  public var names: [String] {
    switch self {
    case .comparison(let comparison): comparison.names
    case .partsSumToWhole(let whole, let parts): [whole, parts]
    case .completeYears(let indicator, _), .pattern(_, let indicator): [indicator]
    case .nearPeers(let comparison): comparison.formula.names
    case .countedOnce(let events): [events.indicator]
    }
  }
}

/// Each member's value beside those of its peers: the other members of a dimension, in the same year.
public struct PeerComparison: Sendable {
  public let formula: Formula
  public let unit: UnitOfMeasure
  /// The dimension along which the peers stand.
  public let peers: String
  /// With fewer, nothing is said.
  public let fewest: Int
  /// How many robust deviations of the peers' ratios to their median a value may lie away.
  public let deviations: ExactDecimal

  public static let fewest = 8
  public static let deviations = ExactDecimal(6)
}

/// How two rows are recognised that report one event, each by one of its hosts.
///
/// Equal figures alone prove nothing. Either columns identify the event, or the remarks of both rows name the other
/// host; where both are declared, both have to agree.
public struct JointEvents: Sendable {
  /// Defined by a flow or a count.
  public let indicator: String
  /// The dimension on which the hosts differ; in all others, and in period and value, the rows agree.
  public let hosts: String
  /// Columns whose texts identify an event.
  public let event: [String]
  /// The column whose text names the other host, by code or name.
  public let remark: String?
}

/// How far two values may lie apart and still count as equal.
public enum RuleTolerance: Sendable, Hashable {
  /// In the unit of the values.
  case absolute(ExactDecimal)
  /// In percent of the second value: the whole, or the right side.
  case percent(ExactDecimal)

  public static let none = RuleTolerance.absolute(.zero)

  /// - Throws: `.overflow`.
  public func allows(_ left: Rational, _ right: Rational) throws(ArithmeticFailure) -> Bool {
    let gap = try left.subtracting(right).magnitude
    switch self {
    case .absolute(let most): return gap <= Rational(most)
    case .percent(let most):
      return try gap.multiplied(by: .hundred) <= right.magnitude.multiplied(by: Rational(most))
    }
  }
}

/// Two sides and how they have to stand to each other: `abs(relative-change(members)) <= 25 %`.
public struct RuleComparison: Sendable {
  public enum Relation: String, Sendable, Hashable, CaseIterable {
    case atMost = "<=", atLeast = ">=", less = "<", more = ">", equal = "="

    public func holds<Value: Comparable>(_ left: Value, _ right: Value) -> Bool {
      switch self {
      case .atMost: left <= right
      case .atLeast: left >= right
      case .less: left < right
      case .more: left > right
      case .equal: left == right
      }
    }
  }

  /// What is compared: the value of a year, or how it changed from the year before.
  public enum Change: String, Sendable, Hashable, CaseIterable {
    case none, absolute = "change", relative = "relative-change"
  }

  public enum Limit: Sendable {
    case formula(Formula)
    /// In the unit of the left side; `isYearly` when it holds for each year of the period.
    case amount(Rational, isYearly: Bool)
  }

  public let left: Formula
  public let change: Change
  /// Whether the sign is left out.
  public let isMagnitude: Bool
  public let relation: Relation
  public let limit: Limit
  /// Of the left side, after the change: of a relative change, percent.
  public let unit: UnitOfMeasure

  /// The indicators of both sides, in order, each once.
  public var names: [String] {
    guard case .formula(let right) = limit else { return left.names }
    return left.names + right.names.filter { !left.names.contains($0) }
  }

  /// Whether a side looks at the year before.
  public var looksBack: Bool {
    if change != .none || left.looksBack { return true }
    if case .formula(let right) = limit { return right.looksBack }
    return false
  }
}
