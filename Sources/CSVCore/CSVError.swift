/// Why a source could not be read on, and where.
public struct CSVError: Error, Sendable, Hashable {
  public enum Kind: Sendable, Hashable {
    /// A quoted field never ends; the position is its opening quote.
    case unclosedQuote
    /// Something other than a delimiter or a line end follows a closing quote; the position is that byte.
    case textAfterQuote
    /// A quote stands inside a field that does not begin with one; the position is that quote.
    case strayQuote
    /// The source ends after an escape byte; the position is that byte.
    case danglingEscape
    /// A NUL byte: not text, often UTF-16.
    case nulByte
    /// A record has not as many fields as the first one (`CSVOptions.requiresEqualFieldCounts`); the position is the
    /// first field too many, or the record's last field.
    case raggedRecord(expected: Int, found: Int)
    /// A record is longer than `CSVOptions.recordLimit` bytes, its line end included; the position is its first byte.
    /// Most often a quote that is never closed.
    case recordTooLong(limit: Int)
    /// A record has more fields than a table could ever have columns; the position is its first byte.
    case tooManyFields(limit: Int)
    /// The dialect is not sound (`CSVDialect.isSound`).
    case unsoundDialect
    /// The file cannot be opened; the number is `errno`.
    case openFailed(errno: Int32)
    /// Reading failed half-way; the number is `errno`, the position the first record that was not read.
    case readFailed(errno: Int32)
    /// A stream cannot be read on, since what it is made from is cut short or spoilt; the position is the first record
    /// that was not read whole.
    case damagedSource
  }

  public var kind: Kind
  public var position: CSVPosition
  /// The record, starting at 1; a header row counts as a record, comments and skipped empty lines do not.
  /// 0 where the error is not about a record.
  public var record: Int
  /// The field within the record, starting at 1; 0 where the error is not about a field.
  public var field: Int

  public init(
    _ kind: Kind, at position: CSVPosition = CSVPosition(byteOffset: 0, line: 1, column: 1), record: Int = 0,
    field: Int = 0
  ) {
    self.kind = kind
    self.position = position
    self.record = record
    self.field = field
  }
}
