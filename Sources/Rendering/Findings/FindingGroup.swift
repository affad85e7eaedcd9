public import Findings

/// Findings of one kind in one file, for readers who mend them together.
public struct FindingGroup: Sendable {
  public let file: String
  public let code: String
  public let severity: Severity
  /// All of them, kept or not.
  public let count: Int
  /// Those that are shown.
  public let shown: [Finding]
  /// The lines of further ones that are known.
  let furtherLines: [Int]

  /// - Parameters:
  ///   - findings: in the order of their files.
  ///   - counts: of all findings, those that were not kept included.
  ///   - examples: how many of a group are shown; nil for all.
  /// - Returns: file by file, errors first.
  public static func groups(
    _ findings: [Finding], counts: [FindingList.Kind: Int], examples: Int?
  ) -> [FindingGroup] {
    struct Key: Hashable {
      let file: String
      let severity: Severity
      let code: String
    }
    var totals: [Key: Int] = [:]
    for (kind, count) in counts {
      totals[Key(file: kind.file, severity: kind.severity, code: kind.code), default: 0] += count
    }
    let kept = Dictionary(grouping: findings) {
      Key(file: $0.position.file, severity: $0.severity, code: $0.code)
    }
    var files: [String: Int] = [:]
    for finding in findings where files[finding.position.file] == nil { files[finding.position.file] = files.count }
    // A file of which nothing was kept comes after the others.
    for file in Set(totals.keys.map(\.file)).sorted() where files[file] == nil { files[file] = files.count }
    var places: [Key: Int] = [:]
    for (place, finding) in findings.enumerated() {
      let key = Key(file: finding.position.file, severity: finding.severity, code: finding.code)
      if places[key] == nil { places[key] = place }
    }
    let ordered = totals.keys.sorted { left, right in
      if left.file != right.file { return files[left.file, default: 0] < files[right.file, default: 0] }
      if left.severity != right.severity { return left.severity < right.severity }
      let (first, second) = (places[left] ?? .max, places[right] ?? .max)
      return first == second ? left.code < right.code : first < second
    }
    return ordered.map { key in
      let all = kept[key] ?? []
      let shown = examples.map { Array(all.prefix($0)) } ?? all
      return FindingGroup(
        file: key.file, code: key.code, severity: key.severity, count: totals[key, default: 0], shown: shown,
        furtherLines: all.dropFirst(shown.count).prefix(mostLines).compactMap(\.position.line))
    }
  }

  private static let mostLines = 10
}
