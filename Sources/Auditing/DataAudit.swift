import Aggregation
import Language
import Reports
import Values

/// Compares a ledger with the one that the data of today give.
struct DataAudit {
  let ledger: Ledger
  let entries: [FigureID: LedgerEntry]
  let files: [SourceFile]
  let numbers: NumberForm

  func run() -> [AuditDifference] {
    var differences: [AuditDifference] = []
    var moved: [String: Int] = [:]
    for entry in ledger.entries {
      guard let now = entries[entry.id] else {
        differences.append(
          AuditDifference(
            .data, .notComputed, file: Self.file(of: entry), figure: entry.id, expected: numbers.string(entry.published)
          ))
        continue
      }
      if now.value != entry.value || now.published != entry.published {
        differences.append(
          AuditDifference(
            .data, .valueChanged, file: Self.file(of: entry), place: rows(of: entry), figure: entry.id,
            expected: text(entry, besides: now), found: text(now, besides: entry)))
      } else if now.flags != entry.flags || now.coverage != entry.coverage {
        differences.append(
          AuditDifference(
            .data, .statusChanged, file: Self.file(of: entry), place: rows(of: entry), figure: entry.id,
            expected: Self.status(entry), found: Self.status(now)))
      } else if Self.rows(of: entry) != Self.rows(of: now) {
        moved[Self.file(of: entry), default: 0] += 1
      }
    }
    for (file, count) in moved.sorted(by: { $0.key < $1.key }) {
      differences.append(AuditDifference(.data, .rowsMoved, file: file, found: "\(count)"))
    }
    return changedFiles() + differences
  }

  /// Rounded where that tells the two apart, exact where it does not.
  private func text(_ entry: LedgerEntry, besides other: LedgerEntry) -> String {
    entry.published == other.published ? entry.value.description : numbers.string(entry.published)
  }

  private static func status(_ entry: LedgerEntry) -> String {
    let coverage = entry.coverage.map { "\($0.reporting)/\($0.expected)" }
    return (entry.flags.codes + [coverage].compactMap { $0 }).joined(separator: " ")
  }

  private func changedFiles() -> [AuditDifference] {
    let today = Dictionary(files.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    return ledger.files.compactMap { file in
      guard let now = today[file.path] else { return AuditDifference(.data, .fileMissing, file: file.path) }
      guard now.sha256 != file.sha256 else { return nil }
      let lines = suspects(in: file.path)
      return AuditDifference(
        .data, .fileChanged, file: file.path, place: lines.isEmpty ? nil : lines.description, expected: file.sha256,
        found: now.sha256)
    }
  }

  /// The rows in which a file can have changed: those behind a value that is another, and behind none that is the same;
  /// where there are some, those behind every value that is another.
  private func suspects(in file: String) -> LineRanges {
    var changed: [String: [Set<Int>]] = [:]
    var sound: [String: Set<Int>] = [:]
    for entry in ledger.entries {
      guard let now = entries[entry.id] else { continue }
      switch (entry.origin, now.origin) {
      case (.observation(let old), .observation(let new)):
        for (before, after) in Self.paired(old, new, file) {
          guard let column = before?.column ?? after?.column else { continue }
          let lines = before.map { Self.set($0.lines) } ?? []
          if let before, let after, before.value == after.value, before.lines == after.lines {
            sound[column, default: []].formUnion(lines)
          } else {
            changed[column, default: []].append(lines.union(after.map { Self.set($0.lines) } ?? []))
          }
        }
      case (.quoted(file, let line, _), .quoted):
        if entry.value != now.value { changed["", default: []].append([line]) }
      default: continue
      }
    }
    var suspects: Set<Int> = []
    for (column, sets) in changed {
      let possible = sets.reduce(into: Set<Int>()) { $0.formUnion($1) }.subtracting(sound[column] ?? [])
      let common = sets.dropFirst().reduce(sets.first ?? []) { $0.intersection($1) }.intersection(possible)
      suspects.formUnion(common.isEmpty ? possible : common)
    }
    var ranges = LineRanges()
    for line in suspects.sorted() { ranges.insert(line) }
    return ranges
  }

  /// What each measure took from a file then and now; a file need not have had rows of it then, or have them now.
  private static func paired(
    _ old: [ObservationInput], _ new: [ObservationInput], _ file: String
  ) -> [(before: ObservationInput?, after: ObservationInput?)] {
    var measures: [String] = []
    for input in old + new where input.file == file && !measures.contains(input.measure) {
      measures.append(input.measure)
    }
    return measures.flatMap { measure in
      let before = old.filter { $0.file == file && $0.measure == measure }
      let after = new.filter { $0.file == file && $0.measure == measure }
      return (0..<max(before.count, after.count)).map { index in
        (before.indices.contains(index) ? before[index] : nil, after.indices.contains(index) ? after[index] : nil)
      }
    }
  }

  private static func set(_ lines: LineRanges) -> Set<Int> { Set(lines.ranges.flatMap { Array($0) }) }

  private func rows(of entry: LedgerEntry) -> String? {
    let rows = Self.rows(of: entry)
    var files: [String] = []
    for row in rows where !row.lines.isEmpty && !files.contains(row.file) { files.append(row.file) }
    guard let only = files.first else { return nil }
    func lines(_ file: String) -> String {
      LineRanges(merging: rows.filter { $0.file == file }.map(\.lines)).description
    }
    // A line is one of a file.
    return files.count == 1 ? lines(only) : files.map { "\($0): \(lines($0))" }.joined(separator: "; ")
  }

  private struct Rows: Equatable {
    let file: String
    let lines: LineRanges
  }

  private static func rows(of entry: LedgerEntry) -> [Rows] {
    switch entry.origin {
    case .observation(let inputs): inputs.map { Rows(file: $0.file, lines: $0.lines) }
    case .quoted(let file, let line, _): [LineRanges("\(line)")].compactMap(\.self).map { Rows(file: file, lines: $0) }
    case .derived: []
    }
  }

  private static func file(of entry: LedgerEntry) -> String {
    switch entry.origin {
    case .observation(let inputs): Set(inputs.map(\.file)).sorted().joined(separator: ", ")
    case .quoted(let file, _, _): file
    case .derived: ""
    }
  }
}
