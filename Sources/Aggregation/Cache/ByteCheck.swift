/// A check of many bytes against damage, eight at a time; not against anybody who means harm.
enum ByteCheck {
  static func sum(_ bytes: some Sequence<UInt8>) -> UInt64 {
    var sum: UInt64 = 0x9E37_79B9_7F4A_7C15
    var word: UInt64 = 0
    var count = 0
    for byte in bytes {
      word = word << 8 | UInt64(byte)
      count += 1
      if count & 7 == 0 { sum = mixed(sum, word) }
    }
    return mixed(mixed(sum, word), UInt64(count))
  }

  private static func mixed(_ sum: UInt64, _ word: UInt64) -> UInt64 {
    let product = (sum ^ word ^ 0xD6E8_FEB8_6659_FD93).multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
    return product.high ^ product.low ^ sum &<< 1
  }
}
