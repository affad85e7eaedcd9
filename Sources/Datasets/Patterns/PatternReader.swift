/// A regular expression as a tree.
indirect enum PatternNode {
  /// One of some bytes of ASCII.
  case characters(Set<UInt8>)
  case sequence([PatternNode])
  case alternatives([PatternNode])
  /// Without an upper limit where there is no most.
  case repeated(PatternNode, least: Int, most: Int?)
}

/// Reads the expressions that `PlainPattern` knows: characters, classes, groups, alternatives and how often they come.
struct PatternReader {
  private let bytes: [UInt8]
  private var index = 0
  private var depth = 0

  private static let printed: ClosedRange<UInt8> = 0x20...0x7E
  /// Those that stand for themselves.
  private static let plain = Set(" -_,/:;@%=!&~'\"".utf8).union(letters).union(digits)
  /// Those that do behind a backslash.
  private static let escaped = Set(".-/+*?()[]{}|^$\\".utf8)
  private static let letters = Set(UInt8(ascii: "a")...UInt8(ascii: "z")).union(UInt8(ascii: "A")...UInt8(ascii: "Z"))
  private static let digits = Set(UInt8(ascii: "0")...UInt8(ascii: "9"))
  private static let mostDeep = 16
  /// More copies than a pattern has places.
  private static let mostCopies = 64

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// - Returns: nil for an expression of another kind, an error in it included.
  static func node(of pattern: String) -> PatternNode? {
    var bytes = Array(pattern.utf8)
    // The whole of a text is looked at in any case.
    if bytes.first == UInt8(ascii: "^") { bytes.removeFirst() }
    if bytes.last == UInt8(ascii: "$"), bytes.dropLast().last != UInt8(ascii: "\\") { bytes.removeLast() }
    var reader = PatternReader(bytes)
    guard !bytes.isEmpty, let node = reader.alternatives(), reader.index == bytes.count else { return nil }
    return node
  }

  private var next: UInt8? { index < bytes.count ? bytes[index] : nil }

  private mutating func take(_ byte: Character) -> Bool {
    guard next == byte.asciiValue else { return false }
    index += 1
    return true
  }

  private mutating func alternatives() -> PatternNode? {
    var nodes: [PatternNode] = []
    repeat {
      guard let node = sequence() else { return nil }
      nodes.append(node)
    } while take("|")
    return nodes.count == 1 ? nodes[0] : .alternatives(nodes)
  }

  /// At least one item: what an empty alternative means, `Regex` says.
  private mutating func sequence() -> PatternNode? {
    var nodes: [PatternNode] = []
    while let byte = next, byte != UInt8(ascii: "|"), byte != UInt8(ascii: ")") {
      guard let item = item(), let repeated = repeated(item) else { return nil }
      nodes.append(repeated)
    }
    return nodes.isEmpty ? nil : .sequence(nodes)
  }

  private mutating func item() -> PatternNode? {
    if take("(") {
      if take("?"), !take(":") { return nil }
      depth += 1
      defer { depth -= 1 }
      guard depth <= Self.mostDeep, let node = alternatives(), take(")") else { return nil }
      return node
    }
    if take("[") { return characterClass() }
    if take(".") { return .characters(Set(Self.printed)) }
    return character().map { .characters($0) }
  }

  /// One that stands for itself, or behind a backslash; `\d` stands for all digits.
  private mutating func character() -> Set<UInt8>? {
    guard let byte = next else { return nil }
    index += 1
    if Self.plain.contains(byte) { return [byte] }
    guard byte == UInt8(ascii: "\\"), let escaped = next else { return nil }
    index += 1
    if escaped == UInt8(ascii: "d") { return Self.digits }
    return Self.escaped.contains(escaped) ? [escaped] : nil
  }

  private mutating func characterClass() -> PatternNode? {
    let isNegated = take("^")
    var characters: Set<UInt8> = []
    while !take("]") {
      guard next != UInt8(ascii: "-"), next != UInt8(ascii: "&"), next != UInt8(ascii: "~"), let low = inClass() else {
        return nil
      }
      guard next == UInt8(ascii: "-") else {
        characters.formUnion(low)
        continue
      }
      index += 1
      guard let first = low.first, low.count == 1, let high = inClass(), let last = high.first, high.count == 1,
        Self.isRange(first, last)
      else { return nil }
      characters.formUnion(first...last)
    }
    guard !characters.isEmpty else { return nil }
    return .characters(isNegated ? Set(Self.printed).subtracting(characters) : characters)
  }

  private mutating func inClass() -> Set<UInt8>? {
    // Signs of expressions are none in a class, but for those that are operators there.
    if let byte = next, ".+*?()$|".utf8.contains(byte) {
      index += 1
      return [byte]
    }
    return character()
  }

  /// Within the digits, or the letters of one case.
  private static func isRange(_ first: UInt8, _ last: UInt8) -> Bool {
    guard first <= last else { return false }
    return digits.contains(first) && digits.contains(last)
      || letters.contains(first) && letters.contains(last) && (first ^ last) & 0x20 == 0
  }

  /// With how often it comes: `?`, `*`, `+`, `{2}`, `{2,}` or `{2,4}`, and none of them twice.
  private mutating func repeated(_ node: PatternNode) -> PatternNode? {
    var limits: (least: Int, most: Int?) = (1, 1)
    switch next {
    case UInt8(ascii: "?"): limits = (0, 1)
    case UInt8(ascii: "*"): limits = (0, nil)
    case UInt8(ascii: "+"): limits = (1, nil)
    case UInt8(ascii: "{"):
      index += 1
      guard let least = number() else { return nil }
      limits = (least, least)
      if take(",") {
        limits.most = next == UInt8(ascii: "}") ? nil : number()
        if limits.most == nil, next != UInt8(ascii: "}") { return nil }
      }
      guard next == UInt8(ascii: "}"), limits.most ?? 1 > 0, limits.most.map({ $0 >= limits.least }) ?? true else {
        return nil
      }
    default: return node
    }
    index += 1
    if let byte = next, "?*+{".utf8.contains(byte) { return nil }
    return .repeated(node, least: limits.least, most: limits.most)
  }

  private mutating func number() -> Int? {
    var number: Int?
    while let byte = next, Self.digits.contains(byte) {
      index += 1
      number = (number ?? 0) * 10 + Int(byte - UInt8(ascii: "0"))
      if let number, number > Self.mostCopies { return nil }
    }
    return number
  }
}
