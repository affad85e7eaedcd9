import Reports

/// The ledger turned round: what has to stand in each place of a file.
struct LedgerPlaces {
  struct Number {
    var entry: LedgerEntry
    var place: FigurePlace
  }

  /// By sheet and cell.
  private(set) var numbers: [String: [String: Number]] = [:]
  private(set) var texts: [String: [String: [TextAudit.Mark]]] = [:]
  /// By line, from 1.
  private(set) var lines: [Int: [TextAudit.Mark]] = [:]
  private(set) var figureCount = 0

  init(_ ledger: Ledger, file: String) {
    let entries = Dictionary(ledger.entries.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    for (id, places) in ledger.places {
      for place in places where place.file == file {
        figureCount += 1
        let mark = TextAudit.Mark(text: place.printed, column: place.column ?? 1, figure: id)
        switch place.spot {
        case .line(let line): lines[line, default: []].append(mark)
        case .cell(let sheet, let cell):
          if place.column != nil {
            texts[sheet, default: [:]][cell, default: []].append(mark)
          } else if let entry = entries[id] {
            numbers[sheet, default: [:]][cell] = Number(entry: entry, place: place)
          }
        }
      }
    }
    for label in ledger.labels where label.file == file {
      let mark = TextAudit.Mark(text: label.label, column: label.column, figure: nil)
      switch label.spot {
      case .line(let line): lines[line, default: []].append(mark)
      case .cell(let sheet, let cell): texts[sheet, default: [:]][cell, default: []].append(mark)
      }
    }
  }

  init(lines: [Int: [TextAudit.Mark]]) { self.lines = lines }

  var sheets: Set<String> { Set(numbers.keys).union(texts.keys) }
}
