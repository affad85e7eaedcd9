public import Language
public import Values

/// One member of a dimension between two dates: a unit is (code, valid from), since codes are reused and units are
/// renamed and retyped.
public struct DimensionMember: Sendable, Hashable {
  public let code: String
  public let names: LocalizedText
  /// "huyện", "thành phố", where the dimension has types.
  public let types: LocalizedText?
  public let level: String?
  public let parent: String?
  public let validFrom: CalendarDate?
  public let validTo: CalendarDate?
  /// The line of the resource's file.
  public let line: Int

  public init(
    code: String, names: LocalizedText, types: LocalizedText? = nil, level: String? = nil, parent: String? = nil,
    validFrom: CalendarDate? = nil, validTo: CalendarDate? = nil, line: Int
  ) {
    self.code = code
    self.names = names
    self.types = types
    self.level = level
    self.parent = parent
    self.validFrom = validFrom
    self.validTo = validTo
    self.line = line
  }

  public func isValid(on day: CalendarDate) -> Bool {
    if let validFrom, day < validFrom { return false }
    if let validTo, day > validTo { return false }
    return true
  }

  /// Whether it exists on any day from `start` to `end`.
  public func isValid(from start: CalendarDate, to end: CalendarDate) -> Bool {
    if let validFrom, end < validFrom { return false }
    if let validTo, start > validTo { return false }
    return true
  }
}

/// A dimension: its members in the order of the file, which is the order of every table.
public struct Dimension: Sendable {
  public let name: String
  /// All dated versions, in file order.
  public let versions: [DimensionMember]
  /// Codes in file order, each once.
  public let codes: [String]
  private let byCode: [String: [DimensionMember]]

  public init(name: String, versions: [DimensionMember]) {
    self.name = name
    self.versions = versions
    var codes: [String] = []
    var byCode: [String: [DimensionMember]] = [:]
    for version in versions {
      if byCode[version.code] == nil { codes.append(version.code) }
      byCode[version.code, default: []].append(version)
    }
    self.codes = codes
    self.byCode = byCode.mapValues { versions in
      versions.sorted { left, right in
        guard let first = left.validFrom, let second = right.validFrom else {
          return left.validFrom == nil && right.validFrom != nil
        }
        return first < second
      }
    }
  }

  public func contains(_ code: String) -> Bool { byCode[code] != nil }

  /// The version of a member on a day; the latest version when the day is nil or none is valid then.
  public func member(_ code: String, on day: CalendarDate? = nil) -> DimensionMember? {
    guard let versions = byCode[code] else { return nil }
    if let day, let version = versions.first(where: { $0.isValid(on: day) }) { return version }
    return versions.last
  }

  /// By date, the earliest first.
  public func versions(of code: String) -> [DimensionMember] { byCode[code] ?? [] }

  /// The codes at a level, in file order.
  public func codes(at level: String) -> [String] {
    codes.filter { code in versions(of: code).contains { $0.level == level } }
  }

  /// The level names in the order in which they first stand.
  public var levels: [String] {
    var levels: [String] = []
    for version in versions {
      if let level = version.level, !levels.contains(level) { levels.append(level) }
    }
    return levels
  }

  /// Members without a parent: usually one, the whole.
  public var roots: [String] { codes.filter { member($0)?.parent == nil } }

  /// What a member belongs to, the nearest first.
  public func ancestors(of code: String) -> [String] {
    var found: [String] = []
    var current = member(code)?.parent
    while let name = current, !found.contains(name), name != code {
      found.append(name)
      current = member(name)?.parent
    }
    return found
  }

  /// Whether `code` is `ancestor` or lies below it.
  public func isMember(_ code: String, under ancestor: String) -> Bool {
    var current: String? = code
    for _ in 0...versions.count {
      guard let name = current else { return false }
      if name == ancestor { return true }
      current = member(name)?.parent
    }
    return false
  }
}
