@testable import CSVCore

/// What a file of plain records may hold beside plain fields.
struct PlainFileTraits {
  var quotes = false
  var doubledQuotes = false
  var quotedBreaks = false
  var returns = false
  var emptyLines = false
  var raggedRecords = false

  /// None of it as often as all of it.
  static func random(using generator: inout SeededGenerator) -> PlainFileTraits {
    let bits = generator.next()
    var traits = PlainFileTraits()
    guard bits & 7 != 0 else { return traits }
    traits.quotes = bits & 8 != 0
    traits.doubledQuotes = bits & 0x30 == 0
    traits.quotedBreaks = bits & 0xC0 == 0
    traits.returns = bits & 0x100 != 0
    traits.emptyLines = bits & 0xE00 == 0
    traits.raggedRecords = bits & 0x7000 == 0
    return traits
  }
}

/// A file such as programs write, long enough for several stretches of 64 bytes: most of its blocks are scanned by their
/// structure.
func randomPlainFile(_ generator: inout SeededGenerator, dialect: CSVDialect) -> [UInt8] {
  let traits = PlainFileTraits.random(using: &generator)
  let columns = Int(generator.next() % 6) + 1
  var bytes: [UInt8] = generator.next() & 7 == 0 ? [0xEF, 0xBB, 0xBF] : []
  let lineEnd: [UInt8] = traits.returns ? [13, 10] : [10]
  let longest = [1, 5, 12, 90][Int(generator.next() & 3)]
  for row in 0..<Int(generator.next() % 40) {
    var count = columns
    if traits.raggedRecords, row > 0, generator.next() & 3 == 0 {
      count = max(1, columns - 1 + Int(generator.next() % 3))
    }
    for column in 0..<count {
      if column > 0 { bytes.append(dialect.delimiter) }
      appendField(&bytes, traits, longest, &generator, dialect)
    }
    bytes += lineEnd
    if traits.emptyLines, generator.next() & 3 == 0 { bytes += lineEnd }
  }
  if generator.next() & 3 == 0, !bytes.isEmpty { bytes.removeLast(min(bytes.count, lineEnd.count)) }
  return bytes
}

private func appendField(
  _ bytes: inout [UInt8], _ traits: PlainFileTraits, _ longest: Int, _ generator: inout SeededGenerator,
  _ dialect: CSVDialect
) {
  let length = Int(generator.next() % UInt64(longest + 1))
  guard traits.quotes, let quote = dialect.quote, generator.next() & 1 == 0 else {
    for _ in 0..<length { bytes.append(UInt8(ascii: "a") + UInt8(generator.next() % 26)) }
    return
  }
  bytes.append(quote)
  for _ in 0..<length {
    switch generator.next() & 15 {
    case 0: bytes.append(dialect.delimiter)
    case 1 where traits.doubledQuotes: bytes += [quote, quote]
    case 2 where traits.quotedBreaks: bytes.append(10)
    case 3 where traits.quotedBreaks && traits.returns: bytes += [13, 10]
    default: bytes.append(UInt8(ascii: "a") + UInt8(generator.next() % 26))
    }
  }
  bytes.append(quote)
}

/// Puts a special byte somewhere, or takes one away.
func damage(_ bytes: inout [UInt8], _ generator: inout SeededGenerator, dialect: CSVDialect) {
  guard !bytes.isEmpty else { return }
  let special: [UInt8] = [dialect.delimiter, dialect.quote ?? 0x78, dialect.quote ?? 0x78, 10, 13, 0x78, 0xC4, 0]
  let index = Int(generator.next() % UInt64(bytes.count))
  let byte = special[Int(generator.next() & 7)]
  switch generator.next() % 3 {
  case 0: bytes[index] = byte
  case 1: bytes.insert(byte, at: index)
  default: bytes.remove(at: index)
  }
}
