import Aggregation
import Datasets
import Language
import Reports
import Values

/// Compares a ledger with the one that the data of today give.
struct DataAudit {
  private let ledger: Ledger
  private let entries: [FigureID: LedgerEntry]
  private let files: [SourceFile]
  private let package: DataPackage
  private let numbers: NumberForm
  /// Of the files whose lines can be compared, by path.
  private let changes: [String: LineChanges]

  init(
    ledger: Ledger, entries: [FigureID: LedgerEntry], files: [SourceFile], package: DataPackage, numbers: NumberForm
  ) {
    self.ledger = ledger
    self.entries = entries
    self.files = files
    self.package = package
    self.numbers = numbers
    let today = Dictionary(files.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    var changes: [String: LineChanges] = [:]
    for file in ledger.files {
      guard let now = today[file.path], now.sha256 != file.sha256, let old = file.lineChecks, let new = now.lineChecks
      else { continue }
      changes[file.path] = LineChanges(from: old, to: new)
    }
    self.changes = changes
  }

  func run() -> [AuditDifference] {
    let origins = ChangedOrigins(ledger: ledger, entries: entries, changes: changes)
    var differences: [AuditDifference] = []
    var elsewhere: [String: Int] = [:]
    var moved: [LineOfFile: [FigureID]] = [:]
    for entry in ledger.entries {
      guard let now = entries[entry.id] else {
        differences.append(difference(.notComputed, entry, origins, numbers.string(entry.published), nil))
        continue
      }
      if now.value != entry.value || now.published != entry.published {
        differences.append(
          difference(.valueChanged, entry, origins, text(entry, besides: now), text(now, besides: entry)))
        for line in origins.lines(of: entry.id) { moved[line, default: []].append(entry.id) }
      } else if now.flags != entry.flags || now.coverage != entry.coverage {
        differences.append(difference(.statusChanged, entry, origins, Self.status(entry), Self.status(now)))
        for line in origins.lines(of: entry.id) { moved[line, default: []].append(entry.id) }
      } else if !isFromTheSameRows(entry, now) {
        elsewhere[Self.file(of: entry), default: 0] += 1
      }
    }
    for (file, count) in elsewhere.sorted(by: { $0.key < $1.key }) {
      differences.append(AuditDifference(.data, .rowsMoved, file: file, found: "\(count)"))
    }
    return changedFiles(moved) + differences
  }

  /// The changed lines behind a number are named where they are known, all of its rows where they are not.
  private func difference(
    _ kind: AuditDifference.Kind, _ entry: LedgerEntry, _ origins: ChangedOrigins, _ expected: String, _ found: String?
  ) -> AuditDifference {
    let lines = origins.lines(of: entry.id)
    let places = LineOfFile.places(of: lines)
    var difference = AuditDifference(
      .data, kind, file: lines.isEmpty ? Self.file(of: entry) : places.map(\.file).joined(separator: ", "),
      place: lines.isEmpty ? kind == .notComputed ? nil : rows(of: entry) : LineOfFile.text(places), figure: entry.id,
      expected: expected, found: found)
    difference.stands = ledger.places[entry.id] ?? []
    return difference
  }

  private func isFromTheSameRows(_ entry: LedgerEntry, _ now: LedgerEntry) -> Bool {
    let (old, new) = (Self.fileLines(of: entry), Self.fileLines(of: now))
    return old.count == new.count
      && zip(old, new).allSatisfy { before, after in
        let lines = changes[before.file].map { $0.today(before.lines) } ?? before.lines
        return before.file == after.file && lines == after.lines
      }
  }

  /// Rounded where that tells the two apart, exact where it does not.
  private func text(_ entry: LedgerEntry, besides other: LedgerEntry) -> String {
    entry.published == other.published ? entry.value.description : numbers.string(entry.published)
  }

  private static func status(_ entry: LedgerEntry) -> String {
    let coverage = entry.coverage.map { "\($0.reporting)/\($0.expected)" }
    return (entry.flags.codes + [coverage].compactMap { $0 }).joined(separator: " ")
  }

  private func changedFiles(_ moved: [LineOfFile: [FigureID]]) -> [AuditDifference] {
    let today = Dictionary(files.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    let shown = changes.mapValues { LineReport($0) }
    let wanted = shown.mapValues { Set($0.single.compactMap(\.new)) }.filter { !$0.value.isEmpty }
    let excerpts = SourceExcerpts.read(wanted, of: package)
    return ledger.files.flatMap { file -> [AuditDifference] in
      guard let now = today[file.path] else { return [AuditDifference(.data, .fileMissing, file: file.path)] }
      guard now.sha256 != file.sha256 else { return [] }
      var change = AuditDifference(
        .data, .fileChanged, file: file.path, expected: file.sha256, found: now.sha256)
      if let report = shown[file.path] { return [change] + report.differences(of: file.path, excerpts, moved) }
      let lines = suspects(in: file.path)
      change.place = lines.isEmpty ? nil : lines.description
      return [change]
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
    let rows = Self.fileLines(of: entry)
    var files: [String] = []
    for row in rows where !row.lines.isEmpty && !files.contains(row.file) { files.append(row.file) }
    guard let only = files.first else { return nil }
    func lines(_ file: String) -> String {
      LineRanges(merging: rows.filter { $0.file == file }.map(\.lines)).description
    }
    // A line is one of a file.
    return files.count == 1 ? lines(only) : files.map { "\($0): \(lines($0))" }.joined(separator: "; ")
  }

  /// The rows of each input.
  static func fileLines(of entry: LedgerEntry) -> [(file: String, lines: LineRanges)] {
    switch entry.origin {
    case .observation(let inputs): inputs.map { ($0.file, $0.lines) }
    case .quoted(let file, let line, _): LineRanges("\(line)").map { [(file, $0)] } ?? []
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
