/// What a byte means; every byte that means nothing is `ordinary`.
enum ByteClass {
  static let ordinary: UInt8 = 0
  static let delimiter: UInt8 = 1
  static let lineFeed: UInt8 = 2
  static let carriageReturn: UInt8 = 3
  static let quote: UInt8 = 4
  static let nul: UInt8 = 5
  static let escape: UInt8 = 6
}

/// The class of each byte, outside quotes (entries 0 to 255) and inside them (256 to 511).
struct ByteClasses {
  let table: [UInt8]
  static let insideQuotes = 256

  init(_ dialect: CSVDialect) {
    var table = [UInt8](repeating: ByteClass.ordinary, count: 2 * Self.insideQuotes)
    func mark(_ byte: UInt8, _ kind: UInt8) {
      table[Int(byte)] = kind
      table[Self.insideQuotes + Int(byte)] = kind
    }
    mark(Byte.nul, ByteClass.nul)
    mark(Byte.lineFeed, ByteClass.lineFeed)
    mark(Byte.carriageReturn, ByteClass.carriageReturn)
    if let quote = dialect.quote { mark(quote, ByteClass.quote) }
    if let escape = dialect.escape { mark(escape, ByteClass.escape) }
    table[Int(dialect.delimiter)] = ByteClass.delimiter
    self.table = table
  }
}
