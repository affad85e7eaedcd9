import Reports
import Values

/// A sheet as it will be written: what stands where, and how it looks. Made without the C library, so that a figure's
/// place is known before any formula is written.
struct SheetPlan: Sendable {
  var name: String
  /// In pixels of 1/96 inch, from column A.
  var widths: [Int]
  /// In pixels, of rows that are not as high as usual.
  var heights: [Int: Int] = [:]
  var cells: [PlannedCell] = []
  var table: TableDescription?
  var charts: [PlannedChart] = []
  var pictures: [(picture: PNGPicture, text: String, place: ChartPlace)] = []
  /// Names for ranges that are no Excel tables.
  var names: [(name: String, range: CellRange)] = []
  var signColours: [SignColours] = []
  /// How deep rows stand below the rows above them, where they can be folded away.
  var outline: [Int: Int] = [:]
  /// Ranges whose numbers are drawn as bars behind them.
  var bars: [CellRange] = []
  var page = PageSetup()
  var frozen: CellAddress?

  static let usualHeight = 20

  func height(ofRow row: Int) -> Int { heights[row] ?? Self.usualHeight }
  func height(ofRows rows: Range<Int>) -> Int { rows.reduce(0) { $0 + height(ofRow: $1) } }
  /// The corner of everything that is written; nil for an empty sheet.
  var lastCell: CellAddress? {
    guard let row = cells.map(\.range.last.row).max(), let column = cells.map(\.range.last.column).max()
    else { return nil }
    return CellAddress(row: row, column: column)
  }
  var width: Int { widths.reduce(0, +) }
}

struct PlannedCell: Sendable {
  enum Content: Sendable {
    case blank
    case text(String)
    /// A sentence, behind a prefix such as its number.
    case sentence(ReportSentence, prefix: String)
    case figure(ReportFigure, FigureContext)
    case link(String, sheet: String, cell: CellAddress = CellAddress(row: 0, column: 0))
  }

  /// More than one cell where they are merged.
  var range: CellRange
  var content: Content
  var style: CellStyle
}

/// What surrounds a figure: where its column's items stand.
struct FigureContext: Sendable {
  enum Kind: Sendable, Hashable {
    /// A numbered table: formulas elsewhere lead here.
    case table
    /// The summary page.
    case summary
    /// A copy for a chart.
    case chartData
  }

  var kind: Kind
  /// The items above or below it in its own column, and the figures in them.
  var items: CellRange?
  var itemFigures: [ReportFigure] = []
  /// The Excel table that holds the items, and the column's heading.
  var table: (name: String, heading: String)?
}

/// A range whose numbers are coloured by their sign.
struct SignColours: Sendable {
  var range: CellRange
  /// Whether a number above zero is good.
  var risingIsGood: Bool
}

struct PlannedChart: Sendable {
  var chart: ReportChart
  /// Of small multiples, the series that is drawn here.
  var panel: Int?
  var place: ChartPlace
  var fontSize: Double
}
