public import Language
public import Reports

/// One way in which a delivered report, its ledger and the data do not agree.
public struct AuditDifference: Sendable, Hashable {
  /// Who moved: what was delivered, the ledger, or the data behind it.
  public enum Side: String, Sendable, Hashable, CaseIterable {
    case workbook, briefing, tables, ledger, data
  }

  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// A number is not the one of the ledger.
    case numberChanged = "number-changed"
    /// A year, a date, an ordinal or a name is not the one of the ledger.
    case labelChanged = "label-changed"
    /// A number of the ledger does not stand in its place.
    case numberMissing = "number-missing"
    case labelMissing = "label-missing"
    /// A number that the ledger does not know.
    case notInLedger = "not-in-ledger"
    /// All numbers of a text are there, in another order.
    case orderChanged = "order-changed"
    case formulaChanged = "formula-changed"
    case sheetMissing = "sheet-missing"
    case fileMissing = "file-missing"
    case fileExtra = "file-extra"
    /// A row of a tidy table is gone, or stands there once too often.
    case rowMissing = "row-missing"
    case rowExtra = "row-extra"
    case sheetRenamed = "sheet-renamed"
    /// The bytes of a data file are others than when the report was made.
    case fileChanged = "file-changed"
    /// A line of a data file is another, was put in, was taken out, or stands elsewhere.
    case lineChanged = "line-changed"
    case lineInserted = "line-inserted"
    case lineRemoved = "line-removed"
    case lineMoved = "line-moved"
    /// The data of today give another value.
    case valueChanged = "value-changed"
    /// The data of today give the same value with other flags or another coverage.
    case statusChanged = "status-changed"
    /// The same value comes from other rows.
    case rowsMoved = "rows-moved"
    /// The report of today has no such number.
    case notComputed = "not-computed"
    /// An entry of the ledger does not follow from its own inputs.
    case entryWrong = "entry-wrong"
    case otherPackage = "other-package"
  }

  public var side: Side
  public var kind: Kind
  /// The delivered file, or the file of the data.
  public var file: String
  /// `Biểu 01!D7`, a line, rows as `2-17,33`; nil for the whole file.
  public var place: String?
  public var figure: FigureID?
  public var expected: String?
  public var found: String?
  /// Of a line of the data: the numbers that rest on it and moved.
  public var moved: [FigureID] = []
  /// Of a number that the data give otherwise: where it stands in what was delivered.
  public var stands: [FigurePlace] = []

  public init(
    _ side: Side, _ kind: Kind, file: String, place: String? = nil, figure: FigureID? = nil, expected: String? = nil,
    found: String? = nil
  ) {
    self.side = side
    self.kind = kind
    self.file = file
    self.place = place
    self.figure = figure
    self.expected = expected
    self.found = found
  }

  /// What it means, for the reader.
  public var message: LocalizedText { Messages.auditKind(kind.rawValue) }
}

/// What an audit found, with what it looked at.
public struct AuditResult: Sendable {
  /// Numbers of the ledger that were looked for in the workbook's cells, the briefing's lines and the tables.
  public var workbookNumbers = 0
  public var briefingNumbers = 0
  public var tableNumbers = 0
  /// Entries of the ledger that were computed anew.
  public var entries = 0
  public var files = 0
  public var differences: [AuditDifference] = []

  public init() {}

  public var isProved: Bool { differences.isEmpty }
}
