import Reports

/// What names mean at one place of a template: the values that are open there, innermost last.
///
/// It follows the template engine: the first part of a dotted name is looked for from the innermost value outwards, and
/// where it is found the rest must be found too.
struct TemplateScope {
  private struct Level {
    /// Nil where the data have nothing here and no other value tells what would be in it.
    var value: BriefingValue?
    /// Values of the same role elsewhere in the context: they tell what an absent one would hold.
    var siblings: [BriefingValue]
  }

  enum Meaning {
    case found(BriefingValue, siblings: [BriefingValue])
    /// Cannot be told, because the data have nothing here.
    case unknowable
    /// Goes through a value that is absent; outside of the section that asks for it.
    case absent(prefix: String)
    case nothing
  }

  private var levels: [Level]
  /// The names of the sections open here over values that are absent.
  private var guards: Set<String> = []

  init(root: BriefingValue) { levels = [Level(value: root, siblings: [])] }

  func meaning(of name: String) -> Meaning {
    guard let innermost = levels.last else { return .nothing }
    if name == "." { return innermost.value.map { .found($0, siblings: innermost.siblings) } ?? .unknowable }
    let parts = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    if parts.first == "", parts.count > 1 {
      guard let value = innermost.value else { return .unknowable }
      return meaning(of: parts.dropFirst(), in: value, innermost.siblings, walked: "")
    }
    guard let first = parts.first else { return .nothing }
    for (index, level) in levels.enumerated().reversed() {
      guard let value = level.value?.member(first) else { continue }
      let siblings = index == 0 ? neighbours(of: first, value) : level.siblings.compactMap { $0.member(first) }
      let meaning = meaning(of: parts.dropFirst(), in: value, siblings, walked: first)
      if case .found = meaning { return meaning }
      return isUncertain(above: index) ? .unknowable : meaning
    }
    return isUncertain(above: -1) ? .unknowable : .nothing
  }

  /// Whether something of which nothing is known is open inside a level.
  private func isUncertain(above index: Int) -> Bool { levels[(index + 1)...].contains { $0.value == nil } }

  /// What stands beside a group of the whole context. Conditions and lists there have nothing in common.
  private func neighbours(of name: String, _ value: BriefingValue) -> [BriefingValue] {
    guard case .object = value, let root = levels.first?.value else { return [] }
    return root.members.filter { $0.key != name && !$0.value.members.isEmpty }.map(\.value)
  }

  private func meaning(
    of parts: ArraySlice<String>, in value: BriefingValue, _ siblings: [BriefingValue], walked: String
  ) -> Meaning {
    var (value, siblings, walked) = (value, siblings, walked)
    for part in parts {
      if case .flag = value { return guards.contains(walked) ? .unknowable : .absent(prefix: walked) }
      guard let next = value.member(part) else { return .nothing }
      value = next
      siblings = siblings.compactMap { $0.member(part) }
      walked += "." + part
    }
    return .found(value, siblings: siblings)
  }

  /// The scopes in which the body of a section over a value is filled; one for each element of a list.
  func opened(_ name: String, over value: BriefingValue, siblings: [BriefingValue]) -> [TemplateScope] {
    switch value {
    case .text, .figure, .sentence, .table, .misfit, .flag(true): return [self]
    case .object: return [with(Level(value: value, siblings: siblings))]
    case .list(let elements) where !elements.isEmpty:
      return elements.map { with(Level(value: $0, siblings: elements)) }
    case .list:
      return guarded(name, siblings.flatMap(\.elements))
    case .flag(false):
      if siblings.contains(.flag(true)) { return [self] }
      return guarded(name, siblings.filter { !$0.members.isEmpty } + siblings.flatMap(\.elements))
    }
  }

  /// The scope in a section of which nothing is known.
  func openedBlindly(_ name: String) -> TemplateScope {
    var scope = with(Level(value: nil, siblings: []))
    scope.guards.insert(name)
    return scope
  }

  private func guarded(_ name: String, _ shapes: [BriefingValue]) -> [TemplateScope] {
    var union: [String: BriefingValue] = [:]
    for shape in shapes { union.merge(shape.members) { first, _ in first } }
    guard !union.isEmpty else { return [openedBlindly(name)] }
    var scope = with(Level(value: .object(union), siblings: shapes))
    scope.guards.insert(name)
    return [scope]
  }

  private func with(_ level: Level) -> TemplateScope {
    var scope = self
    scope.levels.append(level)
    return scope
  }

  /// Names that can stand here, innermost first, each with its dots.
  func names(where isWanted: (BriefingValue) -> Bool) -> [String] {
    var names: [String] = []
    for level in levels.reversed() {
      guard let value = level.value else { continue }
      if isWanted(value), value.members.isEmpty { names.append(".") }
      value.collectNames(prefix: "", where: isWanted, into: &names)
    }
    var seen: Set<String> = []
    return names.filter { seen.insert($0).inserted }
  }
}

extension BriefingValue {
  func member(_ name: String) -> BriefingValue? {
    if case .object(let members) = self { members[name] } else { nil }
  }

  var members: [String: BriefingValue] {
    if case .object(let members) = self { members } else { [:] }
  }

  var elements: [BriefingValue] {
    if case .list(let elements) = self { elements } else { [] }
  }

  var isMisfit: Bool { if case .misfit = self { true } else { false } }

  var isTable: Bool { if case .table = self { true } else { false } }

  var isPrinted: Bool {
    switch self {
    case .text, .figure, .sentence, .table: true
    case .flag, .list, .object, .misfit: false
    }
  }

  fileprivate func collectNames(
    prefix: String, where isWanted: (BriefingValue) -> Bool, into names: inout [String]
  ) {
    for (name, value) in members.sorted(by: { $0.key < $1.key }) {
      if isWanted(value), !value.isMisfit { names.append(prefix + name) }
      value.collectNames(prefix: "\(prefix)\(name).", where: isWanted, into: &names)
    }
  }
}
