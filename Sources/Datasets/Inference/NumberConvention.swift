import Values

/// A way of writing numbers: the decimal separator and the one between groups of thousands.
struct NumberConvention: Hashable, Sendable {
  let decimal: UInt8
  let group: UInt8?

  /// The plainest first.
  static let all: [NumberConvention] = {
    let (point, comma, space) = (UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: " "))
    return [
      NumberConvention(decimal: point, group: nil), NumberConvention(decimal: comma, group: nil),
      NumberConvention(decimal: point, group: comma), NumberConvention(decimal: comma, group: point),
      NumberConvention(decimal: point, group: space), NumberConvention(decimal: comma, group: space),
    ]
  }()

  /// Nil where the text is no number of this form. No group of thousands begins with a zero.
  func value(_ text: Span<UInt8>) -> ExactDecimal? {
    guard case .success(let number) = DecimalScanner(decimal: decimal, group: group).scan(text) else { return nil }
    guard let group else { return number }
    var digits = 0
    var isZero = false
    for index in text.indices {
      if text[index] == group { return isZero ? nil : number }
      if digits == 0 { isZero = text[index] == UInt8(ascii: "0") }
      if text[index] >= UInt8(ascii: "0") { digits += 1 }
    }
    return number
  }
}

/// In which ways all the numbers of a column can be read, and whether those ways agree.
struct NumberEvidence {
  enum Verdict: Equatable {
    case notNumbers
    /// Two ways of reading give different numbers; one text that shows it.
    case ambiguous(String)
    case numbers(NumberConvention?, decimals: Int)
  }

  /// Whether each convention has read every text so far; one of them has read at least one.
  private var fits = Array(repeating: true, count: NumberConvention.all.count)
  private var decimals = Array(repeating: 0, count: NumberConvention.all.count)
  /// For each pair of conventions, the first text that they read differently.
  private var conflicts: [[String?]] = Array(
    repeating: Array(repeating: nil, count: NumberConvention.all.count), count: NumberConvention.all.count)
  private(set) var count = 0
  /// `00904`: a code, not a number.
  private(set) var hasLeadingZeros = false
  /// Every text is four digits from 1900 to 2100.
  private(set) var areYears = true

  /// - Returns: whether the text is a number in any way.
  mutating func take(_ text: Span<UInt8>) -> Bool {
    if isPlain(text) {
      count += 1
      return true
    }
    var values: [ExactDecimal?] = []
    for convention in NumberConvention.all { values.append(convention.value(text)) }
    guard values.contains(where: { $0 != nil }) else { return false }
    count += 1
    areYears = false
    for (index, value) in values.enumerated() {
      guard fits[index] else { continue }
      guard let value else {
        fits[index] = false
        continue
      }
      decimals[index] = max(decimals[index], value.scale)
      for other in 0..<index where fits[other] && conflicts[other][index] == nil {
        if let rival = values[other], rival != value { conflicts[other][index] = FieldDecoder.string(text) ?? "" }
      }
    }
    return true
  }

  /// A sign and digits, which every convention reads in the same way.
  private mutating func isPlain(_ text: Span<UInt8>) -> Bool {
    var digits = 0
    var value = 0
    var isCode = false
    for index in text.indices {
      let byte = text[index]
      if index == 0, byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+") {
        areYears = false
        continue
      }
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte), digits < 37 else { return false }
      if digits == 0, byte == UInt8(ascii: "0"), text.count > index + 1 { isCode = true }
      digits += 1
      if digits <= 4 { value = value * 10 + Int(byte - UInt8(ascii: "0")) }
    }
    if digits != 4 || !(1900...2100).contains(value) { areYears = false }
    if isCode { hasLeadingZeros = true }
    return digits > 0
  }

  var verdict: Verdict {
    guard count > 0 else { return .notNumbers }
    let left = fits.indices.filter { fits[$0] }
    guard let first = left.first else { return .notNumbers }
    for later in left.dropFirst() {
      for earlier in left where earlier < later {
        if let text = conflicts[earlier][later] { return .ambiguous(text) }
      }
    }
    // Where all agree, no text holds a separator.
    return .numbers(left.count == fits.count ? nil : NumberConvention.all[first], decimals: decimals[first])
  }
}
