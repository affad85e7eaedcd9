public import Aggregation
public import Catalogue
public import Language
public import Values

/// How an indicator went: the one value behind every trend that is shown, in a sheet, a sentence or at the terminal.
public struct Trend: Sendable {
  public let indicator: Indicator
  public let selection: Selection
  /// One observation a period, in order; periods without a value are there and say why.
  public let points: [Observation]
  /// From the first comparable point that is like the last one to it; nil when there is none, and `refusal` says why.
  public let change: TrendChange?
  public let refusal: LocalizedText?
  /// Why the change may be one of reporting alone: it is added up, and at one of its ends not all cells report.
  public let gap: LocalizedText?
  /// It is added up from cells, so that one which lacks cells is no smaller sum.
  public let isSum: Bool
  /// What is left out of comparisons: a partial last year of a flow, and a year of which finer periods are missing.
  public let partial: [Period]
  /// Parts of a year in which something happens: a first half is like first halves, and no second one.
  public let isSeasonal: Bool
  /// A partial last year against as many months of the year before; nil where those are not known.
  public let toDate: ToDate?

  public var isIllustrative: Bool { points.contains(where: \.isIllustrative) }
  public var first: Observation? { points.first { $0.value != nil } }
  public var last: Observation? { points.last { $0.value != nil } }

  /// Points that may be compared with each other.
  public var comparable: [Observation] {
    points.filter { point in point.value != nil && !partial.contains(point.period) }
  }

  public init(
    indicator: Indicator, selection: Selection, points: [Observation], change: TrendChange?, refusal: LocalizedText?,
    partial: [Period], isSeasonal: Bool = false, toDate: ToDate? = nil, gap: LocalizedText? = nil, isSum: Bool = false
  ) {
    self.indicator = indicator
    self.selection = selection
    self.points = points
    self.change = change
    self.refusal = refusal
    self.partial = partial
    self.isSeasonal = isSeasonal
    self.toDate = toDate
    self.gap = gap
    self.isSum = isSum
  }

  /// Whether a point is a sum to which not all cells have reported.
  public func lacksCells(_ point: Observation) -> Bool { isSum && !(point.coverage?.isComplete ?? true) }

  /// The comparable points that are such sums.
  public var lacking: [Observation] { comparable.filter(lacksCells) }

  /// The point that one is compared with: the one before, or the same part of the year before.
  public func previous(of index: Int) -> Observation? {
    guard points.indices.contains(index), index > 0 else { return nil }
    guard isSeasonal, let slot = PeriodSlot(code: points[index].period.code) else { return points[index - 1] }
    let wanted = slot.inYear(slot.year - 1).description
    return points[..<index].last { $0.period.code == wanted }
  }
}

/// What has been counted of a year that is not over, against as many months of the year before.
public struct ToDate: Sendable {
  public let before: Observation
  public let now: Observation
  public let change: TrendChange
  /// How many cells have reported of those that should have by now.
  public let coverage: Coverage?
  /// Why the change may be one of reporting alone: it is added up, and of one of both not all cells report.
  public let gap: LocalizedText?
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
