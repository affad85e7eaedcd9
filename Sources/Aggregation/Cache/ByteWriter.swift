/// Writes numbers and texts one behind the other, small ones in few bytes (LEB128, as in DWARF 5, section 7.6).
struct ByteWriter {
  private(set) var bytes: [UInt8] = []
  /// Texts that have been written: the second time their number is enough.
  private var texts: [String: Int] = [:]

  mutating func add(_ number: UInt64) {
    var number = number
    while number >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: number) | 0x80)
      number >>= 7
    }
    bytes.append(UInt8(number))
  }

  mutating func add(_ number: Int) {
    add(UInt64(bitPattern: Int64(number &<< 1)) ^ UInt64(bitPattern: Int64(number &>> 63)))
  }

  mutating func add(_ number: Int128) {
    add(UInt64(truncatingIfNeeded: number))
    add(UInt64(truncatingIfNeeded: number &>> 64))
  }

  /// 0 for none; a new text with its bytes, a known one by its number.
  mutating func add(_ text: String?) {
    guard let text else { return add(0 as UInt64) }
    if let known = texts[text] { return add(UInt64(known + 2)) }
    texts[text] = texts.count
    add(1 as UInt64)
    add(UInt64(text.utf8.count))
    bytes.append(contentsOf: text.utf8)
  }
}
