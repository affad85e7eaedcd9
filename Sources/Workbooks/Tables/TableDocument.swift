public import Language
public import Values

/// One table as a workbook of its own: what stands around its rows. The rows themselves are asked for one by one, so
/// that there may be millions of them.
public struct TableDocument: Sendable {
  public struct Column: Sendable, Hashable {
    public enum Kind: Sendable, Hashable {
      /// Says what the row is about; stays in view when the sheet is moved.
      case label
      case text
      case number
    }

    public var heading: String
    public var kind: Kind

    public init(heading: String, kind: Kind) {
      self.heading = heading
      self.kind = kind
    }
  }

  public var language: OutputLanguage
  public var title: String
  /// Above everything else: that the figures are illustrative.
  public var notices: [String] = []
  public var columns: [Column]
  public var rowCount: Int
  /// Under the last row.
  public var totals: [[TableCell]] = []
  public var notes: [String] = []
  /// Where the figures come from.
  public var sources: [String] = []
  /// Stands for the day of making, so that equal inputs give equal bytes.
  public var date: CalendarDate

  public init(
    language: OutputLanguage, title: String, columns: [Column], rowCount: Int, date: CalendarDate
  ) {
    self.language = language
    self.title = title
    self.columns = columns
    self.rowCount = rowCount
    self.date = date
  }
}

/// What stands in one cell of a table.
public enum TableCell: Sendable, Hashable {
  /// Nothing; among numbers, what does not apply there.
  case empty
  case text(String)
  /// As printed, with all its decimals. A zero that is only the rounding of something is no dash.
  case number(ExactDecimal, flags: StatusFlags = [], isRounded: Bool = false)
  /// "hơn 19.200"
  case lowerBound(ExactDecimal, flags: StatusFlags = [])
  case absent(Absence)
}
