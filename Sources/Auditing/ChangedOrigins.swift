import Aggregation
import Reports

/// A line of a file of the data; one that was taken out has the number that it had.
struct LineOfFile: Hashable, Comparable {
  var file: String
  var line: Int

  static func < (left: LineOfFile, right: LineOfFile) -> Bool { (left.file, left.line) < (right.file, right.line) }

  static func places(of lines: Set<LineOfFile>) -> [(file: String, lines: LineRanges)] {
    var places: [(file: String, lines: LineRanges)] = []
    for item in lines.sorted() {
      if places.last?.file != item.file { places.append((item.file, LineRanges())) }
      places[places.count - 1].lines.insert(item.line)
    }
    return places
  }

  /// `12,14-16`; with the files where there are several.
  static func text(_ places: [(file: String, lines: LineRanges)]) -> String {
    places.count == 1
      ? places[0].lines.description : places.map { "\($0.file):\($0.lines)" }.joined(separator: "; ")
  }
}

/// On which of the lines that are others a number rests, itself or by the numbers from which it is computed.
struct ChangedOrigins {
  private var direct: [FigureID: Set<LineOfFile>] = [:]
  private var derived: [FigureID: [FigureID]] = [:]

  /// - Complexity: O(entries × changed lines × log ranges).
  init(ledger: Ledger, entries: [FigureID: LedgerEntry], changes: [String: LineChanges]) {
    guard !changes.isEmpty else { return }
    for entry in ledger.entries {
      if case .derived(let figures) = entry.origin { derived[entry.id] = figures }
      let today = entries[entry.id].map(DataAudit.fileLines) ?? []
      for (index, before) in DataAudit.fileLines(of: entry).enumerated() {
        guard let change = changes[before.file] else { continue }
        let after = index < today.count && today[index].file == before.file ? today[index].lines : LineRanges()
        for found in change.touching(before.lines, after) {
          direct[entry.id, default: []].insert(LineOfFile(file: before.file, line: found.line))
        }
      }
    }
  }

  /// - Complexity: O(numbers behind it).
  func lines(of figure: FigureID) -> Set<LineOfFile> {
    var lines: Set<LineOfFile> = []
    var seen: Set<FigureID> = [figure]
    var waiting = [figure]
    while let id = waiting.popLast() {
      if let own = direct[id] { lines.formUnion(own) }
      for next in derived[id] ?? [] where seen.insert(next).inserted { waiting.append(next) }
    }
    return lines
  }
}
