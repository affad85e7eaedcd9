/// Damages files in the ways in which they are damaged on their way: bits, cuts, lines sent twice, fields in each
/// other's place, pieces of other files, other encodings. The same damage from the same generator.
public struct Mutator: Sendable {
  /// Pieces that are likely to hurt.
  private static let shards: [[UInt8]] =
    [
      "\"", "\"\"", ";", ",", "\t", "\n", "\r\n", "\r", "\u{0}", "\u{FEFF}", "\\", "'", "#REF!", "9E+05", "1.234",
      "1.234,5", "1,234.5", "-", "...", "99999999999999999999999999999999999999", "2023-02-30", "31/12/2023", "45199",
      "Họ và tên", "079200000001", "Tổng cộng", "{", "}", "[", "]", ": ", "&a ", "*a", "- ", "null", "true", "../x",
      "string", "integer", "number", "date", "flow", "stock", "distinct", "U\u{309}",
    ].map { Array($0.utf8) } + [[0xFF], [0xFE, 0xFF], [0xC3], [0xE1, 0xBB], [0x80], [0xEF, 0xBB]]

  /// What pieces are taken from.
  private let others: [[UInt8]]

  public init(splicing others: [[UInt8]]) { self.others = others.filter { !$0.isEmpty } }

  public func damaged(_ bytes: [UInt8], using generator: inout some RandomNumberGenerator) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...4, using: &generator) { bytes = damagedOnce(bytes, &generator) }
    return bytes
  }

  private func damagedOnce(_ bytes: [UInt8], _ generator: inout some RandomNumberGenerator) -> [UInt8] {
    var bytes = bytes
    let place = Int.random(in: 0...bytes.count, using: &generator)
    let end = min(bytes.count, place + Int.random(in: 0...24, using: &generator))
    switch Int.random(in: 0..<11, using: &generator) {
    case 0: if place < bytes.count { bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator) }
    case 1: if place < bytes.count { bytes[place] = UInt8.random(in: 0...255, using: &generator) }
    case 2: bytes.removeSubrange(place..<end)
    case 3: bytes.removeSubrange(place...)
    case 4, 5: bytes.insert(contentsOf: Self.shards.randomElement(using: &generator) ?? [], at: place)
    case 6: bytes.replaceSubrange(place..<end, with: Self.shards.randomElement(using: &generator) ?? [])
    case 7:
      let other = others.randomElement(using: &generator) ?? []
      let start = Int.random(in: 0...other.count, using: &generator)
      bytes.insert(contentsOf: other[start..<min(other.count, start + 80)], at: place)
    case 8: bytes = lines(bytes) { lines in Self.moveOne(&lines, &generator) }
    case 9: bytes = swapped(bytes, &generator)
    default: bytes = encoded(bytes, &generator)
    }
    return bytes
  }

  private func lines(_ bytes: [UInt8], _ change: (inout [ArraySlice<UInt8>]) -> Void) -> [UInt8] {
    var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    change(&lines)
    return Array(lines.joined(separator: [0x0A]))
  }

  /// A line once more in another place, or in that place only.
  private static func moveOne(_ lines: inout [ArraySlice<UInt8>], _ generator: inout some RandomNumberGenerator) {
    let from = Int.random(in: 0..<lines.count, using: &generator)
    let line = lines[from]
    if Bool.random(using: &generator) { lines.remove(at: from) }
    lines.insert(line, at: Int.random(in: 0...lines.count, using: &generator))
  }

  /// Two fields of a line in each other's place.
  private func swapped(_ bytes: [UInt8], _ generator: inout some RandomNumberGenerator) -> [UInt8] {
    let separator: UInt8 = Bool.random(using: &generator) ? 0x2C : 0x3B
    return lines(bytes) { lines in
      let index = Int.random(in: 0..<lines.count, using: &generator)
      var fields = lines[index].split(separator: separator, omittingEmptySubsequences: false)
      guard fields.count > 1 else { return }
      fields.swapAt(
        Int.random(in: 0..<fields.count, using: &generator), Int.random(in: 0..<fields.count, using: &generator))
      lines[index] = ArraySlice(fields.joined(separator: [separator]))
    }
  }

  private func encoded(_ bytes: [UInt8], _ generator: inout some RandomNumberGenerator) -> [UInt8] {
    switch Int.random(in: 0..<5, using: &generator) {
    case 0: return [0xEF, 0xBB, 0xBF] + bytes
    case 1:
      return [0xFF, 0xFE] + String(decoding: bytes, as: UTF8.self).utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    case 2: return String(decoding: bytes, as: UTF8.self).utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    case 3: return bytes.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] }
    // Latin-1 of what has one, a question mark for the rest.
    default:
      return String(decoding: bytes, as: UTF8.self).unicodeScalars.map { $0.value < 256 ? UInt8($0.value) : 0x3F }
    }
  }
}

/// How long the mutation fuzzers of the tests run.
public enum FuzzingEffort {
  /// `THAPNIEN_FUZZ=50` runs fifty times as many files as a run of the tests does, from other seeds as well.
  public static func rounds(from environment: [String: String]) -> Int {
    max(1, environment["THAPNIEN_FUZZ"].flatMap { Int($0) } ?? 1)
  }
}
