@testable import CSVCore

/// SplitMix64: the same numbers from the same seed everywhere.
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64
  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// Bytes in which the special ones are as frequent as text: mostly malformed, so errors are met early.
func randomNoise(_ generator: inout SeededGenerator, dialect: CSVDialect) -> [UInt8] {
  var alphabet: [[UInt8]] = [[dialect.delimiter], [10], [13], [13, 10], [0x20], Array("x".utf8), Array("ệ".utf8)]
  if let quote = dialect.quote { alphabet += [[quote], [quote], [quote, quote], [quote, dialect.delimiter]] }
  if let escape = dialect.escape { alphabet.append([escape]) }
  if let comment = dialect.comment { alphabet.append([comment]) }
  if Int.random(in: 0..<8, using: &generator) == 0 { alphabet.append([0]) }
  var bytes: [UInt8] = Int.random(in: 0..<6, using: &generator) == 0 ? [0xEF, 0xBB, 0xBF] : []
  for _ in 0..<Int.random(in: 0...40, using: &generator) {
    bytes += alphabet.randomElement(using: &generator) ?? []
  }
  return bytes
}

/// A well-formed file, with every corner that a writer may choose.
func randomFile(_ generator: inout SeededGenerator, dialect: CSVDialect) -> [UInt8] {
  let lineEnds: [[UInt8]] = [[10], [13], [13, 10]]
  let quote = dialect.quote ?? UInt8(ascii: "\"")
  let words: [[UInt8]] = [
    [], Array("a".utf8), Array("1234567".utf8), Array("đồng bằng".utf8), [dialect.delimiter], [quote], [10], [13],
    [13, 10], Array("  ".utf8), Array("#".utf8), Array("tỷ".utf8),
  ]
  let columns = Int.random(in: 1...5, using: &generator)
  let mixed = Bool.random(using: &generator)
  let usual = lineEnds.randomElement(using: &generator) ?? [10]
  var bytes: [UInt8] = Bool.random(using: &generator) ? [] : [0xEF, 0xBB, 0xBF]
  for _ in 0..<Int.random(in: 0...30, using: &generator) {
    for column in 0..<columns {
      if column > 0 { bytes.append(dialect.delimiter) }
      var text: [UInt8] = []
      for _ in 0..<Int.random(in: 0...4, using: &generator) { text += words.randomElement(using: &generator) ?? [] }
      let special = text.contains { [dialect.delimiter, quote, 10, 13].contains($0) }
      if special || Int.random(in: 0..<4, using: &generator) == 0 {
        bytes.append(quote)
        for byte in text { bytes += byte == quote ? [quote, quote] : [byte] }
        bytes.append(quote)
      } else {
        bytes += text
      }
    }
    bytes += mixed ? lineEnds.randomElement(using: &generator) ?? usual : usual
    if Int.random(in: 0..<10, using: &generator) == 0 { bytes += usual }
  }
  if Bool.random(using: &generator), let last = bytes.last, last == 10 || last == 13 { bytes.removeLast() }
  return bytes
}
