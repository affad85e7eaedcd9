/// Whether texts are identity numbers, whatever their column is called.
///
/// Twelve digits that begin with the code of a province, 001 to 096, and a century (Nghị định 137/2015/NĐ-CP), or the
/// nine digits of the old cards.
enum IdentityNumbers {
  /// Nine digits may also be something else; a few of them prove nothing.
  private static let fewestOld = 3

  /// Whether most of the texts are identity numbers.
  static func fill(_ texts: [String]) -> Bool {
    var new = 0
    var old = 0
    for text in texts where (9...20).contains(text.utf8.count) {
      let digits = text.utf8.filter { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: ".") }
      switch form(digits) {
      case .new: new += 1
      case .old: old += 1
      case .shortened, nil: continue
      }
    }
    return (new > 0 || old >= fewestOld) && 2 * (new + old) > texts.count
  }

  enum Form {
    case new, old
    /// A new one without the zeros that it begins with, as spreadsheets leave it.
    case shortened
  }

  /// - Parameter digits: ASCII; anything that is no digit makes it no identity number.
  static func form(_ digits: [UInt8]) -> Form? {
    guard (9...12).contains(digits.count), digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    if digits.count == 9 { return digits[0] <= UInt8(ascii: "3") ? .old : nil }
    let values = Array(repeating: 0, count: 12 - digits.count) + digits.map { Int($0) - 0x30 }
    guard (1...96).contains(values[0] * 100 + values[1] * 10 + values[2]), values[3] <= 3 else { return nil }
    if digits.count == 12 { return .new }
    return digits[0] == 0x30 ? nil : .shortened
  }
}

/// What the whole numbers of a column look like.
///
/// Amounts of money have nine digits, too. Only where almost every number of the column has the form of an identity
/// number, few are round and few stand twice, it is one. A number of twelve digits that begins with a zero is no amount.
struct DigitTally: Sendable {
  private static let fewest = 10
  /// Enough to see whether numbers repeat; keeps memory bounded.
  private static let remembered = 1000

  private var count = 0
  private var new = 0
  private var old = 0
  private var shortened = 0
  private var round = 0
  private var repeated = 0
  private var seen: Set<Int> = []

  mutating func add(_ bytes: Span<UInt8>) {
    count += 1
    guard (9...12).contains(bytes.count) else { return }
    var digits: [UInt8] = []
    digits.reserveCapacity(bytes.count)
    for index in bytes.indices { digits.append(bytes[index]) }
    guard let form = IdentityNumbers.form(digits) else { return }
    switch form {
    case .new: new += 1
    case .old: old += 1
    case .shortened: shortened += 1
    }
    if digits.suffix(2) == [0x30, 0x30] { round += 1 }
    let value = digits.reduce(0) { $0 * 10 + Int($1) - 0x30 }
    if seen.contains(value) {
      repeated += 1
    } else if seen.count < Self.remembered {
      seen.insert(value)
    }
  }

  var isIdentity: Bool {
    if new > 0, 2 * new > count { return true }
    let found = max(old, new + shortened)
    return found >= Self.fewest && 20 * found >= 19 * count && 10 * round <= found && 20 * repeated <= found
  }

  /// Adds what was counted elsewhere in the same column; numbers that stand in both are not found to be repeated.
  mutating func add(_ other: DigitTally) {
    count += other.count
    new += other.new
    old += other.old
    shortened += other.shortened
    round += other.round
    repeated += other.repeated
  }

  /// Whether the verdict on a tally that was added up could be another one if all was counted in order.
  var dependsOnOrder: Bool { isIdentity && !(new > 0 && 2 * new > count) }
}
