/// A cell of a spreadsheet by row and column, from 0.
public struct CellAddress: Sendable, Hashable {
  public var row: Int
  public var column: Int

  /// What a sheet of Excel holds: 1,048,576 rows and 16,384 columns, the last one named XFD.
  public static let rows = 1_048_576
  public static let columns = 16_384

  public init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }

  /// Reads `D7`, `d7` or `$D$7`; nil for anything else, and beyond the last row or column.
  public init?(_ text: some StringProtocol) {
    var column = 0
    var row = 0
    var letters = 0
    var digits = 0
    var previous: UInt8 = 0
    for byte in text.utf8 {
      defer { previous = byte }
      switch byte {
      case UInt8(ascii: "$") where digits == 0 && previous != byte: continue
      case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"):
        letters += 1
        guard digits == 0, letters <= 3 else { return nil }
        column = column * 26 + Int(byte & 0x1F)
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        digits += 1
        guard letters > 0, digits <= 7 else { return nil }
        row = row * 10 + Int(byte - UInt8(ascii: "0"))
        guard row > 0 else { return nil }
      default: return nil
      }
    }
    guard letters > 0, digits > 0, row <= Self.rows, column <= Self.columns else { return nil }
    self.init(row: row - 1, column: column - 1)
  }
}

extension CellAddress: CustomStringConvertible, Comparable {
  /// `D7`.
  public var description: String { Self.letters(column) + String(row + 1) }

  /// `$D$7`.
  public var absolute: String { "$\(Self.letters(column))$\(row + 1)" }

  /// `A` for 0, `AA` for 26.
  public static func letters(_ column: Int) -> String {
    if 0..<26 ~= column { return String(Character(Unicode.Scalar(UInt8(ascii: "A") + UInt8(column)))) }
    var rest = max(0, column) + 1
    var letters: [UInt8] = []
    while rest > 0 {
      letters.append(UInt8(ascii: "A") + UInt8((rest - 1) % 26))
      rest = (rest - 1) / 26
    }
    return String(decoding: letters.reversed(), as: UTF8.self)
  }

  /// Row by row.
  public static func < (left: Self, right: Self) -> Bool {
    (left.row, left.column) < (right.row, right.column)
  }
}
