import Datasets
public import Findings
import Language
public import Reports
public import Values
public import WorkbookReader

/// Which numbers of the ledger stand in a cell or a line, and what the file says there.
public struct PlaceReading {
  public struct Figure: Sendable {
    public let entry: LedgerEntry
    public let place: FigurePlace
    /// Nil where the file says what the ledger says.
    public let found: String?
  }

  private let delivered: DeliveredReport

  public init(_ delivered: DeliveredReport) { self.delivered = delivered }

  /// In reading order.
  public func figures(cell: CellAddress, of sheet: ReadSheet) throws(Failure) -> [Figure] {
    let spot = FigurePlace.Spot.cell(sheet: sheet.name, reference: cell.description)
    let content = sheet[cell]
    let text = content.map(WorkbookAudit.text) ?? ""
    return figures(at: spot, text: text) { entry in
      guard let content else { return "" }
      return WorkbookAudit.mismatch(content, entry.published)
    }
  }

  /// - Throws: `.usage` beyond the last line.
  public func figures(line: Int, of path: String) throws(Failure) -> [Figure] {
    let lines = try BriefingAudit.lines(of: TextFile.read(path, called: path))
    let count = lines.last?.isEmpty == true ? lines.count - 1 : lines.count
    guard line >= 1, line <= count else { throw .usage(Messages.linesInAll(count)) }
    return figures(at: .line(line), text: lines[line - 1]) { _ in nil }
  }

  private func figures(
    at spot: FigurePlace.Spot, text: String, mismatch: (LedgerEntry) -> String?
  ) -> [Figure] {
    let ledger = delivered.ledger
    let labels = ledger.labels.filter { $0.spot == spot }
    var found: [(entry: LedgerEntry, place: FigurePlace)] = []
    for entry in ledger.entries {
      for place in ledger.places[entry.id] ?? [] where place.spot == spot { found.append((entry, place)) }
    }
    found.sort { ($0.place.column ?? 1) < ($1.place.column ?? 1) }
    let marks =
      found.map { TextAudit.Mark(text: $0.place.printed, column: $0.place.column ?? 1, figure: $0.entry.id) }
      + labels.map { TextAudit.Mark(text: $0.label, column: $0.column, figure: nil) }
    let mismatches = TextAudit.mismatches(in: text, marks: marks).filter { $0.figure != nil }
    return found.map { entry, place in
      if place.column == nil { return Figure(entry: entry, place: place, found: mismatch(entry)) }
      let other = mismatches.first { $0.figure == entry.id && $0.expected == place.printed }
      return Figure(entry: entry, place: place, found: other.map { $0.found ?? "" })
    }
  }
}
