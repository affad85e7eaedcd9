public import Aggregation
public import Catalogue
public import Values

/// What a printed figure says, once it is known which figure of the data it is.
public struct Assertion: Sendable {
  public enum Quantity: Sendable, Hashable {
    case level
    /// From one reporting year to the last year of the assertion.
    case change(since: Int)
    /// The total of the years divided by their number.
    case yearlyAverage
    /// The planned value of the last year.
    case target
    /// How far the value is from the planned one, in the unit of the indicator.
    case targetGap
    /// The value in percent of the planned one.
    case completion
  }

  /// The unit that the text gives to the number.
  public enum StatedUnit: Sendable, Hashable {
    /// None, or the indicator's own.
    case own
    case percent, percentagePoint
    /// An amount of money in another unit than the indicator's; the number is converted.
    case money(UnitOfMeasure)
    /// Another unit than the indicator's, in the text's words.
    case other(String)
  }

  public let indicator: Indicator
  public let quantity: Quantity
  /// The reporting years it is about.
  public let years: ClosedRange<Int>
  public let selection: Selection
  public let figure: PrintedFigure
  public let unit: StatedUnit

  public init(
    indicator: Indicator, quantity: Quantity, years: ClosedRange<Int>, selection: Selection = .whole,
    figure: PrintedFigure, unit: StatedUnit = .own
  ) {
    self.indicator = indicator
    self.quantity = quantity
    self.years = years
    self.selection = selection
    self.figure = figure
    self.unit = unit
  }
}
