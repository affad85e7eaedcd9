public import Values

/// A table of the document: one sheet of the workbook, one CSV file.
public struct ReportTable: Sendable, Hashable {
  /// `01`, `02`, …: printed as "Biểu 01" and stable between editions.
  public var id: String
  /// The name of the sheet, at most 31 characters: "Biểu 01".
  public var sheetName: String
  /// The name of the Excel table, letters, digits and underscores: `Bieu_01`.
  public var definedName: String
  public var title: String
  /// "Đơn vị tính: %", with the legend of the symbols used.
  public var unitLine: String
  public var columns: [ReportColumn]
  public var rows: [ReportRow]
  public var charts: [ReportChart]
  /// Notes under the table, in order.
  public var notes: [ReportSentence]

  public init(
    id: String, sheetName: String, definedName: String, title: String, unitLine: String, columns: [ReportColumn],
    rows: [ReportRow], charts: [ReportChart] = [], notes: [ReportSentence] = []
  ) {
    self.id = id
    self.sheetName = sheetName
    self.definedName = definedName
    self.title = title
    self.unitLine = unitLine
    self.columns = columns
    self.rows = rows
    self.charts = charts
    self.notes = notes
  }
}

/// A column of a table.
public struct ReportColumn: Sendable, Hashable {
  public enum Role: Sendable, Hashable {
    /// TT, the running number.
    case ordinal
    /// The name of what the row is about.
    case label
    /// Text beside the label: the unit of measure, a symbol of status, a note.
    case text
    /// Numbers.
    case number
  }

  public var role: Role
  /// Unique within the table, without line breaks.
  public var heading: String
  /// The numbers in it are illustrative; its heading already says "(mh)".
  public var isIllustrative: Bool
  /// Set off from the columns before it: a change, a total, a target.
  public var isDerived: Bool
  /// The numbers of its items are drawn as bars behind them: they are parts of one whole.
  public var hasBars: Bool

  public init(
    role: Role, heading: String, isIllustrative: Bool = false, isDerived: Bool = false, hasBars: Bool = false
  ) {
    self.role = role
    self.heading = heading
    self.isIllustrative = isIllustrative
    self.isDerived = isDerived
    self.hasBars = hasBars
  }
}

/// A row of a table; it has one cell for each column.
public struct ReportRow: Sendable, Hashable {
  public enum Role: Sendable, Hashable {
    case item
    /// TỔNG CỘNG; its sums run over the item rows. Written after the item rows, outside the Excel table's range.
    case total
    /// Bình quân and the like, after the total.
    case summary
  }

  public var role: Role
  /// 0 for the top; children are one deeper than their parent.
  public var level: Int
  public var cells: [ReportCell]

  public init(role: Role = .item, level: Int = 0, cells: [ReportCell]) {
    self.role = role
    self.level = level
    self.cells = cells
  }
}

/// What stands in one cell of a table.
public enum ReportCell: Sendable, Hashable {
  case empty
  case text(String)
  case figure(ReportFigure)
  /// No number, and why; printed by the one formatter (`...`, `x`, blank).
  case absent(Absence)
}

/// A number that a reader sees, with its name in the ledger.
public struct ReportFigure: Sendable, Hashable {
  public enum Style: Sendable, Hashable {
    /// `1.234`; zero prints as `-`.
    case plain
    /// As `plain`, but zero prints its digits: `0,00`. For rates, and for what rounds to zero without being zero.
    case rounded
    /// `+2,92`, `-0,13`, `0,00`.
    case signed
    /// A year, an ordinal: no grouping.
    case ungrouped
  }

  public var id: FigureID
  /// Rounded for print: its scale is the number of decimals shown.
  public var value: ExactDecimal
  public var style: Style
  public var flags: StatusFlags
  /// A lower bound, printed "hơn 19.200".
  public var isLowerBound: Bool
  public var isIllustrative: Bool
  /// +1 when a rise of this figure is good, -1 when it is bad, 0 when it has no good direction. Used on changes only.
  public var direction: Int
  /// How it can be recomputed from other cells; nil for an input.
  public var expression: FigureExpression?

  public init(
    id: FigureID, value: ExactDecimal, style: Style = .plain, flags: StatusFlags = [], isLowerBound: Bool = false,
    isIllustrative: Bool = false, direction: Int = 0, expression: FigureExpression? = nil
  ) {
    self.id = id
    self.value = value
    self.style = style
    self.flags = flags
    self.isLowerBound = isLowerBound
    self.isIllustrative = isIllustrative
    self.direction = direction
    self.expression = expression
  }
}

/// A sentence whose figures stay traceable to the ledger.
public struct ReportSentence: Sendable, Hashable {
  public enum Part: Sendable, Hashable {
    case text(String)
    case figure(FigureID, printed: String)
  }

  public var parts: [Part]
  /// The table that has the details.
  public var tableID: String?

  public init(_ parts: [Part], tableID: String? = nil) {
    self.parts = parts
    self.tableID = tableID
  }

  public init(_ text: String) { self.init([.text(text)]) }

  public var text: String {
    parts.map { part in
      switch part {
      case .text(let text): text
      case .figure(_, let printed): printed
      }
    }.joined()
  }
}
