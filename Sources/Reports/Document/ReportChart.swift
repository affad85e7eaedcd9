/// A chart that answers one question, drawn from the cells of a table.
public struct ReportChart: Sendable, Hashable {
  public enum Kind: Sendable, Hashable {
    /// A line over periods; a missing period is a gap.
    case line
    /// Vertical bars from zero over periods.
    case bars
    /// Horizontal bars from zero, one a row.
    case rankedBars
    /// One line a series from before to after; paired bars where the ends lie too close to be named.
    case slope
    /// A small line a series, all on one scale and one page.
    case multiples
  }

  /// Which cells of which table are drawn.
  public enum Source: Sendable, Hashable {
    /// The number cells of one row, `columns` given by index; categories are the columns' headings.
    case row(table: String, row: Int, columns: Range<Int>)
    /// The cells of one column, `rows` given by index; categories are the rows' labels.
    case column(table: String, column: Int, rows: Range<Int>)
    /// Some number cells of one row; categories are the columns' headings.
    case cells(table: String, row: Int, columns: [Int])
    /// As `column`, of the summary page's ranking or headline table.
    case summaryColumn(tableIndex: Int, column: Int, rows: Range<Int>)
  }

  public struct Series: Sendable, Hashable {
    public var name: String
    public var source: Source
    /// Drawn in the accent colour, thicker.
    public var isAccent: Bool
    /// What was planned: a mark beside what was reached.
    public var isTarget: Bool

    public init(name: String, source: Source, isAccent: Bool = false, isTarget: Bool = false) {
      self.name = name
      self.source = source
      self.isAccent = isAccent
      self.isTarget = isTarget
    }
  }

  public var kind: Kind
  /// With the unit of measure: "Tỷ lệ tập hợp (%)".
  public var title: String
  public var series: [Series]
  /// The whole that each of many small charts, or of ranked bars, is compared with.
  public var reference: Series?
  /// Decimals of axis and labels.
  public var decimals: Int
  /// Where a line chart's value axis runs from and to; bars start at zero.
  public var axis: ClosedRange<Double>?
  /// What a reader who cannot see the chart should know.
  public var alternativeText: String

  public init(
    kind: Kind, title: String, series: [Series], decimals: Int, axis: ClosedRange<Double>? = nil,
    alternativeText: String
  ) {
    self.kind = kind
    self.title = title
    self.series = series
    self.decimals = decimals
    self.axis = axis
    self.alternativeText = alternativeText
  }
}
