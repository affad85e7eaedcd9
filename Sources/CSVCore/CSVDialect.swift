/// How a CSV file is written down. The default is RFC 4180: commas, double quotes, quotes doubled inside quotes.
///
/// Every line may end in LF, CRLF or a lone CR, also mixed in one file. Whether the first record is a header is the
/// caller's to know. The special bytes are ASCII, so they cannot be part of a longer UTF-8 character.
public struct CSVDialect: Sendable, Hashable {
  /// Between two fields.
  public var delimiter: UInt8
  /// Around a field; nil where quotes are ordinary text.
  public var quote: UInt8?
  /// Two quotes inside a quoted field stand for one.
  public var doubleQuote: Bool
  /// Makes the next byte ordinary text, inside and outside quotes.
  public var escape: UInt8?
  /// Spaces (U+0020) before a field are not part of it.
  public var skipInitialSpace: Bool
  /// A line that begins with this byte is skipped.
  public var comment: UInt8?

  public init(
    delimiter: UInt8 = UInt8(ascii: ","), quote: UInt8? = UInt8(ascii: "\""), doubleQuote: Bool = true,
    escape: UInt8? = nil, skipInitialSpace: Bool = false, comment: UInt8? = nil
  ) {
    self.delimiter = delimiter
    self.quote = quote
    self.doubleQuote = doubleQuote
    self.escape = escape
    self.skipInitialSpace = skipInitialSpace
    self.comment = comment
  }

  public static let commas = CSVDialect()
  /// What a Vietnamese Excel writes.
  public static let semicolons = CSVDialect(delimiter: UInt8(ascii: ";"))
  public static let tabs = CSVDialect(delimiter: UInt8(ascii: "\t"))

  /// True when no two roles share a byte, no role is a line break or NUL and every byte is ASCII.
  /// `CSVReader` refuses a dialect that is not.
  public var isSound: Bool {
    let roles = [delimiter] + [quote, escape, comment].compactMap { $0 }
    let ordinary = roles.allSatisfy { $0 > 0 && $0 < 0x80 && $0 != Byte.lineFeed && $0 != Byte.carriageReturn }
    let space = skipInitialSpace && roles.contains(Byte.space)
    return ordinary && !space && Set(roles).count == roles.count
  }
}

enum Byte {
  static let nul: UInt8 = 0x00
  static let lineFeed: UInt8 = 0x0A
  static let carriageReturn: UInt8 = 0x0D
  static let space: UInt8 = 0x20
}
