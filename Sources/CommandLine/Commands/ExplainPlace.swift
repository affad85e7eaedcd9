import Auditing
import Findings
import Language
import Rendering
import Reports
import Values
import WorkbookReader

/// `explain` of a cell or a line of a delivered report.
struct ExplainPlace {
  let path: String
  let ledger: String?
  let language: OutputLanguage

  /// Whether an argument is a file of a report rather than an indicator.
  static func isFile(_ argument: String) -> Bool { argument.hasSuffix(".xlsx") || argument.hasSuffix(".txt") }

  private var name: String { path.split(separator: "/").last.map(String.init) ?? path }

  /// - Returns: nil when no published number stands there.
  func cell(_ sheet: String, _ cell: String) throws(Failure) -> PlaceExplanation? {
    guard let address = CellAddress(cell) else { throw .usage(Messages.notACell(cell)) }
    let book: ReadBook
    do { book = try WorkbookFile.read(path) } catch { throw error.failure(path: path) }
    guard let found = book.sheet(named: sheet) else {
      let names = book.sheets.map(\.name)
      let hint = Messages.didYouMean(NearestWord.candidates(for: sheet, among: names), allowed: names)
      let unknown = Messages.unknownWord(Messages.wordSheet, word: sheet)
      throw .usage(
        LocalizedText(
          vi: "\(unknown.vietnamese) \(hint.vietnamese)", en: "\(unknown.english) \(hint.english)"))
    }
    let delivered = try DeliveredReport.open(path, ledger: ledger)
    let figures = try PlaceReading(delivered).figures(cell: address, of: found)
    return explanation(figures, delivered, "\(name), \(found.name), \(address)")
  }

  func line(_ line: Int) throws(Failure) -> PlaceExplanation? {
    let delivered = try DeliveredReport.open(path, ledger: ledger)
    let figures = try PlaceReading(delivered).figures(line: line, of: path)
    return explanation(figures, delivered, "\(name), \(Messages.lineWord(line)[language])")
  }

  private func explanation(
    _ figures: [PlaceReading.Figure], _ delivered: DeliveredReport, _ title: String
  ) -> PlaceExplanation? {
    guard !figures.isEmpty else { return nil }
    return PlaceExplanation(
      title: title,
      figures: figures.map { PlaceExplanation.Figure(entry: $0.entry, place: $0.place, found: $0.found) },
      ledger: delivered.ledger, language: language)
  }
}
