import Datasets

/// Which units lie below which, kept between questions.
struct UnitTree {
  private let children: [String: [String]]
  private let levels: [String: Set<String>]
  private var known: [[String]: Set<String>] = [:]

  init(_ units: Dimension?) {
    var children: [String: [String]] = [:]
    for code in units?.codes ?? [] {
      if let parent = units?.member(code)?.parent { children[parent, default: []].append(code) }
    }
    self.children = children
    levels = Dictionary(
      (units?.levels ?? []).map { ($0, Set(units?.codes(at: $0) ?? [])) }, uniquingKeysWith: { first, _ in first })
  }

  /// The units themselves and all below them. Linear in the result, at once when asked again.
  mutating func units(under roots: [String]) -> Set<String> {
    if let found = known[roots] { return found }
    var found = Set(roots)
    var waiting = roots
    while let unit = waiting.popLast() {
      for child in children[unit] ?? [] where found.insert(child).inserted { waiting.append(child) }
    }
    known[roots] = found
    return found
  }

  /// Whether any of the units is at a level.
  func reaches(_ units: Set<String>, _ level: String) -> Bool {
    guard let members = levels[level] else { return false }
    return units.contains { members.contains($0) }
  }
}
