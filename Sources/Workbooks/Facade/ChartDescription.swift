import Values

/// A native chart as the façade writes it.
struct ChartDescription: Sendable {
  enum Kind: Sendable, Hashable { case line, columns, bars }
  enum Labels: Sendable, Hashable {
    case none, all, ends
    /// As `ends`, below the line.
    case endsBelow
    /// Every bar, within it at its foot.
    case inside
    /// The last point alone, above it, or below it.
    case last, lastBelow
    /// Left of the first point, right of the last one.
    case start, end
    /// Right of the last point, behind the series' name.
    case namedEnd
    /// The last point alone, left of it, behind the series' name.
    case namedLast
    /// A word below or above the first point, where a series begins.
    case word(String), wordAbove(String)
  }
  enum Marker: Sendable, Hashable { case none, circle, diamond }

  struct Series: Sendable {
    var name: String
    /// The sheet of both ranges.
    var sheet: String
    var categories: CellRange
    var values: CellRange
    /// What stands in the cells now; nil where a value is missing.
    var categoryTexts: [String]
    var numbers: [Double?]
    var colour: Colour
    /// Points, of a line.
    var width: Double
    var isDashed: Bool
    var labels: Labels
    var marker = Marker.circle
    var hasLine = true
    /// A frame without a ground, over the other bars.
    var isOutline = false
    /// Bars that stand for less than they seem, such as an unfinished year, and those that others are compared with.
    var pale: Set<Int> = []
    var strong: Set<Int> = []
  }

  var kind: Kind
  var title: String
  var series: [Series]
  /// Of the labels.
  var numberFormat: String
  /// Of the value axis.
  var axisFormat: String
  /// Where the value axis begins and ends; nil leaves it to the spreadsheet, but bars begin at zero.
  var axis: ClosedRange<Double>?
  /// Between two lines of the value axis.
  var axisStep: Double?
  /// Labels on every bar take the place of the axis.
  var hidesValueAxis: Bool
  var alternativeText: String
  /// Points.
  var fontSize: Double
  var hasLegend = false
  var hidesCategories = false
  var titleColour = Colour.structure
}

/// Where a chart lies: offsets and sizes in pixels of 1/96 inch.
struct ChartPlace: Sendable, Hashable {
  var cell: CellAddress
  var horizontalOffset = 0
  var verticalOffset = 0
  var width: Int
  var height: Int
}
