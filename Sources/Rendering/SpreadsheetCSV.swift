public import Language
import Values

/// CSV that a spreadsheet opens as a table, in the conventions of the reader's language: with a byte order mark, CR LF,
/// and in Vietnamese `;` and a decimal comma. Texts that a spreadsheet would take for formulas get an apostrophe in front.
public struct SpreadsheetCSV: TableRenderer {
  private let language: OutputLanguage

  public init(language: OutputLanguage) { self.language = language }

  private var separator: String { language == .vietnamese ? ";" : "," }

  public func render(_ grid: Grid, to out: inout String) {
    out += "\u{FEFF}"
    let columns = grid.columns(for: .machines)
    write(columns.map { .text(grid.columns[$0].key) }, to: &out)
    for row in grid.rows + grid.totals { write(columns.map { Grid.cell(row, $0) }, to: &out) }
  }

  private func write(_ cells: [GridCell], to out: inout String) {
    out += cells.map(field).joined(separator: separator) + "\r\n"
  }

  private func field(_ cell: GridCell) -> String {
    switch cell {
    case .number(let value, _, _), .atLeast(let value, _):
      let text = value.description
      return language == .vietnamese ? text.replacing(".", with: ",") : CSVTable.quoted(text)
    case .text(let text): return quoted(Self.neutral(text))
    case .empty, .absent, .truth: return cell.machineText
    }
  }

  private static func neutral(_ text: String) -> String {
    guard let first = text.unicodeScalars.first, "=+-@\t\r".unicodeScalars.contains(first) else { return text }
    return "'" + text
  }

  private func quoted(_ text: String) -> String {
    let field = CSVTable.quoted(text)
    return field == text && text.contains(separator) ? "\"\(text)\"" : field
  }
}
