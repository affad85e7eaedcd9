public import Language
public import Values

/// A table for the terminal or for another program, before it takes one of the formats.
public struct Grid: Sendable {
  /// Who sees a column: people read `59,22 P`, where machines want the flag in a column of its own.
  public enum Audience: Sendable, Hashable {
    case all, people, machines
  }

  public enum Kind: Sendable, Hashable {
    case text
    case number(NumberForm.Style)
  }

  public struct Column: Sendable, Hashable {
    /// For machines, in snake_case: `cut_off`.
    public var key: String
    /// For people.
    public var heading: String
    public var kind: Kind
    public var audience: Audience
    /// Says what the row is about; repeated where a table is split into several beside each other.
    public var isLabel: Bool
    /// Of changes: 1 where more is better, −1 where less is, 0 where neither is; colours follow it.
    public var good: Int

    public init(
      key: String, heading: String, kind: Kind = .text, audience: Audience = .all, isLabel: Bool = false, good: Int = 0
    ) {
      self.good = good
      self.key = key
      self.heading = heading
      self.kind = kind
      self.audience = audience
      self.isLabel = isLabel
    }

    public var isNumeric: Bool { kind != .text }
  }

  public var title: String?
  /// Before everything else: that the figures are illustrative.
  public var notices: [String]
  public var columns: [Column]
  /// One cell a column; what is missing at the end counts as empty.
  public var rows: [[GridCell]]
  /// Rows of totals, under a rule.
  public var totals: [[GridCell]]
  public var footnotes: [String]
  /// What JSON says about the whole table, before its rows: `illustrative`.
  public var attributes: [JSONValue.Member]

  public init(
    title: String? = nil, notices: [String] = [], columns: [Column], rows: [[GridCell]] = [],
    totals: [[GridCell]] = [], footnotes: [String] = [], attributes: [JSONValue.Member] = []
  ) {
    self.title = title
    self.notices = notices
    self.columns = columns
    self.rows = rows
    self.totals = totals
    self.footnotes = footnotes
    self.attributes = attributes
  }

  /// The indices of the columns that this audience sees.
  func columns(for audience: Audience) -> [Int] {
    columns.indices.filter { columns[$0].audience == .all || columns[$0].audience == audience }
  }

  static func cell(_ row: [GridCell], _ column: Int) -> GridCell { column < row.count ? row[column] : .empty }
}

/// What stands in one cell of a grid.
public enum GridCell: Sendable, Hashable {
  case empty
  /// Spaces at the beginning are an indent, and kept.
  case text(String)
  /// Rounded for print, with the flags of the observation, and what it was rounded from: a zero that is only the
  /// rounding of something is no dash.
  case number(ExactDecimal, flags: StatusFlags = [], unrounded: Rational? = nil)
  /// A lower bound: `hơn 19.200`.
  case atLeast(ExactDecimal, flags: StatusFlags = [])
  case absent(Absence)
  /// For machines.
  case truth(Bool)

  var flags: StatusFlags {
    switch self {
    case .number(_, let flags, _), .atLeast(_, let flags): flags
    case .empty, .text, .absent, .truth: []
    }
  }
}
