public import Aggregation
public import Catalogue
public import Language
public import Values

/// How an indicator went: the one value behind every trend that is shown, in a sheet, a sentence or at the terminal.
public struct Trend: Sendable {
  public let indicator: Indicator
  public let selection: Selection
  /// One observation a reporting year, in order; years without a value are there and say why.
  public let points: [Observation]
  /// From the first to the last comparable point; nil when there is none, and `refusal` says why.
  public let change: TrendChange?
  public let refusal: LocalizedText?
  /// Full years left out of comparisons are listed here: a partial last year of a flow.
  public let partial: [Period]

  public var isIllustrative: Bool { points.contains(where: \.isIllustrative) }
  public var first: Observation? { points.first { $0.value != nil } }
  public var last: Observation? { points.last { $0.value != nil } }

  /// Points that may be compared with each other.
  public var comparable: [Observation] {
    points.filter { point in point.value != nil && !partial.contains(point.period) }
  }

  public init(
    indicator: Indicator, selection: Selection, points: [Observation], change: TrendChange?, refusal: LocalizedText?,
    partial: [Period]
  ) {
    self.indicator = indicator
    self.selection = selection
    self.points = points
    self.change = change
    self.refusal = refusal
    self.partial = partial
  }
}

/// The difference between two observations, computed from unrounded terms.
public struct TrendChange: Sendable, Hashable {
  public let from: Period
  public let to: Period
  public let absolute: Rational
  /// Percentage points for percentages.
  public let unit: UnitOfMeasure
  /// In percent of the first value; nil for percentages (unless asked for), and where the first value is not positive.
  public let relative: Rational?
}
