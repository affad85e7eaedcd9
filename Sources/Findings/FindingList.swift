/// Findings up to a limit, the worst first, and the count of all: memory is bounded however many there are.
///
/// Which findings are kept does not depend on when they come: they are the first of the errors, then the first of the
/// warnings, then the first of what is only worth knowing, as many as the limit allows.
public struct FindingList: Sendable {
  /// What is counted together.
  public struct Kind: Sendable, Hashable {
    public let code: String
    public let severity: Severity
    public let file: String
    /// The column's name, where the finding is about one.
    public let field: String?

    public init(code: String, severity: Severity, file: String, field: String? = nil) {
      self.code = code
      self.severity = severity
      self.file = file
      self.field = field
    }
  }

  private struct Entry: Sendable {
    var order: Int
    var finding: Finding
  }

  /// More findings than a person mends in one sitting.
  public static let standardLimit = 1000

  /// At most so many are kept.
  public let limit: Int
  /// All findings, kept or not.
  public private(set) var counts: [Kind: Int] = [:]
  /// Kept findings by severity, each list in the order in which they came.
  private var kept: [[Entry]] = Severity.allCases.map { _ in [] }
  private var keptCount = 0
  private var nextOrder = 0
  private var firstOrder = 0

  public init(limit: Int = standardLimit) { self.limit = max(0, limit) }

  /// The kept findings in the order in which they came.
  public var findings: [Finding] { kept.joined().sorted { $0.order < $1.order }.map(\.finding) }

  public var count: Int { counts.values.reduce(0, +) }
  public var errors: Int { count(of: .error) }
  public var warnings: Int { count(of: .warning) }
  public var hasErrors: Bool { counts.contains { $0.key.severity == .error && $0.value > 0 } }

  public func count(of severity: Severity) -> Int {
    counts.reduce(0) { $1.key.severity == severity ? $0 + $1.value : $0 }
  }

  /// What was counted and not kept.
  public var omitted: [Kind: Int] {
    var rest = counts
    for entry in kept.joined() { rest[entry.finding.kind, default: 0] -= 1 }
    return rest.filter { $0.value > 0 }
  }

  /// Counts a finding.
  ///
  /// - Returns: whether it would be kept: only then does it have to be put into words, for `keep`.
  public mutating func count(_ kind: Kind) -> Bool {
    count(kind, times: 1)
    return hasRoom(for: kind.severity)
  }

  /// Counts findings of one kind together, by those who have asked `hasRoom` for each of them.
  public mutating func count(_ kind: Kind, times: Int) { counts[kind, default: 0] += times }

  /// Whether a finding of that severity would be kept.
  public func hasRoom(for severity: Severity) -> Bool {
    if keptCount < limit { return true }
    guard limit > 0 else { return false }
    switch severity {
    case .error: return !kept[1].isEmpty || !kept[2].isEmpty
    case .warning: return !kept[2].isEmpty
    case .information: return false
    }
  }

  /// Keeps a finding that has been counted.
  public mutating func keep(_ finding: Finding) {
    guard hasRoom(for: finding.severity) else { return }
    makeRoom()
    kept[finding.severity.index].append(Entry(order: nextOrder, finding: finding))
    nextOrder += 1
    keptCount += 1
  }

  public mutating func add(_ finding: Finding) {
    if count(finding.kind) { keep(finding) }
  }

  public mutating func add(_ findings: some Sequence<Finding>) {
    for finding in findings { add(finding) }
  }

  /// Adds a finding before all others; it is kept as long as anything is.
  public mutating func addFirst(_ finding: Finding) {
    counts[finding.kind, default: 0] += 1
    guard limit > 0 else { return }
    makeRoom()
    firstOrder -= 1
    kept[finding.severity.index].insert(Entry(order: firstOrder, finding: finding), at: 0)
    keptCount += 1
  }

  /// Adds all that another list has counted, and keeps of it what there is room for.
  public mutating func add(_ other: FindingList) {
    for finding in other.findings where hasRoom(for: finding.severity) { keep(finding) }
    counts.merge(other.counts, uniquingKeysWith: +)
  }

  /// Removes what was said of some columns, as if it had never been found, and the offending texts of findings that are
  /// about whole rows.
  public mutating func withhold(_ fields: Set<String>) {
    counts = counts.filter { !($0.key.field.map(fields.contains) ?? false) }
    for index in kept.indices {
      kept[index].removeAll { $0.finding.field.map(fields.contains) ?? false }
      for entry in kept[index].indices where kept[index][entry].finding.field == nil {
        kept[index][entry].finding.value = nil
      }
    }
    keptCount = kept.reduce(0) { $0 + $1.count }
  }

  private mutating func makeRoom() {
    guard keptCount >= limit, let last = kept.indices.last(where: { !kept[$0].isEmpty }) else { return }
    kept[last].removeLast()
    keptCount -= 1
  }
}

extension Finding {
  /// What it is counted with.
  public var kind: FindingList.Kind {
    FindingList.Kind(code: code, severity: severity, file: position.file, field: field)
  }
}

extension Severity {
  fileprivate var index: Int {
    switch self {
    case .error: 0
    case .warning: 1
    case .information: 2
    }
  }
}
