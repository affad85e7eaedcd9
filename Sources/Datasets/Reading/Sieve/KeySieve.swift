import CSVCore
import Language
import Values

/// Finds out whether any two rows have a key in common, by hashes of all keys: equal keys have equal hashes, so that
/// where no two hashes are equal no key stands twice. Where two are, the rows are read in full.
struct KeySieve {
  struct Plan: Sendable {
    /// With the index of the field in records; nil where the file lacks the column.
    let fields: [(field: FieldDescriptor, column: Int?)]
    /// A primary key is one even where a part of it is empty.
    let isPrimary: Bool
  }

  private let cells: [KeyCell]
  private let isPrimary: Bool
  /// One for each row that has the key.
  private(set) var hashes: [UInt64] = []

  init(_ plan: Plan) {
    cells = plan.fields.map { KeyCell($0.field, column: $0.column) }
    isPrimary = plan.isPrimary
  }

  mutating func pass(_ rows: CSVRows) {
    hashes.reserveCapacity(hashes.count + rows.count)
    for record in 0..<rows.count {
      var hash = Self.seed
      var isKey = true
      for cell in cells {
        let part: KeyCell.Content =
          if let column = cell.column { cell.content(rows.bytes, rows.field(record, column)) } else { .missing }
        isKey = add(part, to: &hash) && isKey
      }
      if isKey { hashes.append(hash) }
    }
  }

  mutating func take(_ batch: borrowing CSVBatch, _ record: Int) {
    var hash = Self.seed
    for cell in cells {
      var part = KeyCell.Content.missing
      if let column = cell.column {
        part = batch.withBlock(record, column) { base, field in cell.content(base, field) } ?? .missing
      }
      guard add(part, to: &hash) else { return }
    }
    hashes.append(hash)
  }

  private static let seed: UInt64 = 0x2545_F491_4F6C_DD1D

  @inline(__always)
  private func add(_ content: KeyCell.Content, to hash: inout UInt64) -> Bool {
    switch content {
    case .value(let value): hash = KeyHash.mix(hash, value)
    case .missing: hash = KeyHash.mix(hash, 0)
    case .invalid: return false
    }
    if case .missing = content { return isPrimary }
    return true
  }

  /// Whether a hash stands twice in the lists together.
  static func holdDuplicates(_ lists: [[UInt64]]) -> Bool {
    let count = lists.reduce(0) { $0 + $1.count }
    // So many parts that the table of each fits into the nearest cache.
    var bits = 0
    while bits < 12, count >> bits > 4096 { bits += 1 }
    var starts = [Int](repeating: 0, count: 1 << bits + 1)
    for list in lists { for hash in list { starts[bucket(hash, bits) + 1] += 1 } }
    for index in 1..<starts.count { starts[index] += starts[index - 1] }
    var next = starts
    var sorted = [UInt64](repeating: 0, count: count)
    for list in lists {
      for hash in list {
        let bucket = bucket(hash, bits)
        sorted[next[bucket]] = hash
        next[bucket] += 1
      }
    }
    var table: [UInt64] = []
    return (0..<1 << bits).contains { holdDuplicates(sorted[starts[$0]..<starts[$0 + 1]], &table) }
  }

  private static func bucket(_ hash: UInt64, _ bits: Int) -> Int { bits == 0 ? 0 : Int(hash >> UInt64(64 - bits)) }

  private static func holdDuplicates(_ hashes: ArraySlice<UInt64>, _ table: inout [UInt64]) -> Bool {
    var size = 16
    while size < hashes.count * 2 { size *= 2 }
    table.removeAll(keepingCapacity: true)
    table.append(contentsOf: repeatElement(0, count: size))
    var holdsZero = false
    for hash in hashes {
      if hash == 0 {
        if holdsZero { return true }
        holdsZero = true
        continue
      }
      var slot = Int(truncatingIfNeeded: hash) & (size - 1)
      while table[slot] != 0 {
        if table[slot] == hash { return true }
        slot = (slot + 1) & (size - 1)
      }
      table[slot] = hash
    }
    return false
  }
}

/// One column of a key.
final class KeyCell {
  enum Content {
    case value(UInt64)
    case missing
    case invalid
  }

  let column: Int?
  private var decoder: FieldDecoder
  private let holdsTexts: Bool
  private let number: NumberShape?
  private let isDay: Bool
  private let hasOtherMissing: Bool

  init(_ field: FieldDescriptor, column: Int?) {
    self.column = column
    decoder = FieldDecoder(field, isFigure: true)
    holdsTexts = field.holdsTexts
    number = NumberShape(field)
    isDay = DayShape(field) != nil
    hasOtherMissing = field.missingValues != [""]
  }

  /// Equal values have equal hashes, however they are written.
  @inline(__always)
  func content(_ base: UnsafePointer<UInt8>, _ field: CSVField) -> Content {
    if !hasOtherMissing {
      if field.length == 0 { return .missing }
      if holdsTexts, let hash = KeyHash.plain(base, field.start, field.length) { return .value(hash) }
    }
    return other(base, field)
  }

  private func other(_ base: UnsafePointer<UInt8>, _ field: CSVField) -> Content {
    let bytes = Span(_unsafeStart: base + field.start, count: field.length)
    if field.length > ResourceScanner.fieldLimit, !decoder.takesLongTexts { return .invalid }
    if let number, let (coefficient, scale) = number.read(base, field.start, field.length) {
      return .value(KeyHash.number(ExactDecimal(coefficient: Int128(coefficient), scale: scale)))
    }
    if isDay, let (year, month, day) = DayShape.read(base, field.start, field.length) {
      return .value(KeyHash.mix((year * 100 + month) * 100 + day, 1))
    }
    if decoder.isMissing(bytes) { return .missing }
    if holdsTexts {
      if let hash = KeyHash.plain(base, field.start, field.length) { return .value(hash) }
      guard let text = FieldDecoder.string(bytes) else { return .invalid }
      return .value(KeyHash.text(VietnameseText.normalised(text)))
    }
    switch decoder.decode(bytes).0 {
    case .number(let number): return .value(KeyHash.number(number))
    case .year(let year): return .value(KeyHash.mix(UInt64(year), 1))
    case .date(let date): return .value(KeyHash.mix(UInt64((date.year * 100 + date.month) * 100 + date.day), 1))
    case .boolean(let value): return .value(KeyHash.mix(value ? 1 : 0, 1))
    case .missing: return .missing
    case .invalid, .text: return .invalid
    }
  }
}

/// Hashes of 64 bits; the same wherever they are computed.
enum KeyHash {
  /// The product's halves, each of which depends on all bits of both (as in W. Yi's wyhash).
  @inline(__always)
  static func mix(_ left: UInt64, _ right: UInt64) -> UInt64 {
    let product = (left ^ 0xA076_1D64_78BD_642F).multipliedFullWidth(by: right ^ 0xE703_7ED1_A0B4_28DB)
    return product.high ^ product.low
  }

  /// Of a text of ASCII; nil for any other. Bytes behind it can be read, seven of them.
  @inline(__always)
  static func plain(_ base: UnsafePointer<UInt8>, _ start: Int, _ length: Int) -> UInt64? {
    let bytes = UnsafeRawPointer(base)
    var hash = UInt64(truncatingIfNeeded: length)
    var seen: UInt64 = 0
    var offset = 0
    while offset &+ 8 <= length {
      let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: start &+ offset, as: UInt64.self))
      seen |= word
      hash = mix(hash, word)
      offset &+= 8
    }
    if offset < length {
      let rest = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: start &+ offset, as: UInt64.self))
      let word = rest & ((1 &<< UInt64(truncatingIfNeeded: 8 &* (length &- offset))) &- 1)
      seen |= word
      hash = mix(hash, word)
    }
    return seen & 0x8080_8080_8080_8080 == 0 ? hash : nil
  }

  static func text(_ text: String) -> UInt64 {
    var hash = UInt64(text.utf8.count)
    var (word, count): (UInt64, UInt64) = (0, 0)
    for byte in text.utf8 {
      word |= UInt64(byte) << (8 * count)
      count += 1
      if count == 8 { (hash, word, count) = (mix(hash, word), 0, 0) }
    }
    return count > 0 ? mix(hash, word) : hash
  }

  /// Of a number's value: 1 and 1.0 are the same.
  static func number(_ number: ExactDecimal) -> UInt64 {
    let (coefficient, scale) = number.reduced
    let low = mix(UInt64(truncatingIfNeeded: coefficient), UInt64(scale))
    return mix(low, UInt64(truncatingIfNeeded: coefficient >> 64))
  }
}
