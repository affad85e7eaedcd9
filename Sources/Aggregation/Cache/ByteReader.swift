/// Reads what `ByteWriter` wrote; what does not fit is an error, and nothing is read beyond the end.
struct ByteReader {
  /// What is there is no writing of ours.
  struct Damaged: Error {}

  private let bytes: ArraySlice<UInt8>
  private(set) var position: Int
  private var texts: [String] = []

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    position = bytes.startIndex
  }

  var isAtEnd: Bool { position == bytes.endIndex }

  mutating func unsigned() throws(Damaged) -> UInt64 {
    var number: UInt64 = 0
    var shift: UInt64 = 0
    while position < bytes.endIndex, shift < 64 {
      let byte = bytes[position]
      position += 1
      number |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return number }
      shift += 7
    }
    throw Damaged()
  }

  mutating func integer() throws(Damaged) -> Int {
    let number = try unsigned()
    return Int(truncatingIfNeeded: number >> 1) ^ -Int(truncatingIfNeeded: number & 1)
  }

  /// How many of something follow, each of at least one byte.
  mutating func count() throws(Damaged) -> Int {
    guard let count = Int(exactly: try unsigned()), count <= bytes.endIndex - position else { throw Damaged() }
    return count
  }

  mutating func wide() throws(Damaged) -> Int128 {
    let low = try unsigned()
    return Int128(truncatingIfNeeded: low) | Int128(Int64(bitPattern: try unsigned())) << 64
  }

  mutating func text() throws(Damaged) -> String? {
    let code = try unsigned()
    if code == 0 { return nil }
    if code > 1 {
      guard code - 2 < UInt64(texts.count) else { throw Damaged() }
      return texts[Int(code - 2)]
    }
    let count = try count()
    guard let text = String(validating: bytes[position..<position + count], as: UTF8.self) else { throw Damaged() }
    position += count
    texts.append(text)
    return text
  }
}
