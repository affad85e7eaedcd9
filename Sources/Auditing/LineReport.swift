import Aggregation
import Datasets
import Findings
import Reports

/// The lines of one file that are others, as differences: each by itself while they are few, the rest of a kind together.
struct LineReport {
  /// How many lines are named one by one.
  private static let most = 50

  let single: [LineChanges.Change]
  private let rest: [LineChanges.Change]

  init(_ changes: LineChanges) {
    // Lines that only stand elsewhere have nothing new to show.
    let own = changes.changes.filter { $0.kind != .moved }
    single = Array(own.prefix(Self.most))
    rest = own.dropFirst(Self.most) + changes.changes.filter { $0.kind == .moved }
  }

  /// - Parameter moved: the numbers that moved with each line.
  func differences(
    of file: String, _ excerpts: SourceExcerpts, _ moved: [LineOfFile: [FigureID]]
  ) -> [AuditDifference] {
    var differences = single.map { change in
      var difference = AuditDifference(
        .data, Self.kind(change.kind), file: file, place: "\(change.line)",
        found: change.new.flatMap { Self.text(Position(file: file, line: $0), excerpts) })
      difference.moved = moved[LineOfFile(file: file, line: change.line)] ?? []
      return difference
    }
    for kind in LineChanges.Change.Kind.allCases {
      var lines = LineRanges()
      let numbers = rest.filter { $0.kind == kind }.map(\.line).sorted()
      for number in numbers { lines.insert(number) }
      guard !lines.isEmpty else { continue }
      var difference = AuditDifference(.data, Self.kind(kind), file: file, place: lines.description)
      difference.moved = Array(
        Set(numbers.flatMap { moved[LineOfFile(file: file, line: $0)] ?? [] })
      ).sorted()
      differences.append(difference)
    }
    return differences
  }

  private static func kind(_ kind: LineChanges.Change.Kind) -> AuditDifference.Kind {
    switch kind {
    case .changed: .lineChanged
    case .inserted: .lineInserted
    case .removed: .lineRemoved
    case .moved: .lineMoved
    }
  }

  /// The row as it stands in the file, without what may be about persons.
  private static func text(_ position: Position, _ excerpts: SourceExcerpts) -> String? {
    guard let row = excerpts.row(at: position) else { return excerpts.line(at: position) }
    return row.cells.map { cell in
      cell.isQuoted ? "\"\(cell.text.replacing("\"", with: "\"\""))\"" : cell.text
    }.joined(separator: excerpts.delimiter(of: position.file))
  }
}
