public import Language

/// GitHub-flavoured Markdown, its source aligned so that it reads well as plain text: notices as quotations, the title
/// and the labels of totals in bold, one or more tables, footnotes as paragraphs. Numbers are in the reader's language.
///
/// A cell cannot be wrapped in Markdown, so a table that is too wide is split into several with the same labels.
public struct MarkdownTable: TableRenderer {
  public var language: OutputLanguage
  /// Columns of the source; nil for no limit.
  public var width: Int?

  public init(language: OutputLanguage, width: Int? = nil) {
    self.language = language
    self.width = width
  }

  public func render(_ grid: Grid, to out: inout String) {
    let printed = PrintedGrid(grid, language: language)
    for notice in grid.notices { out += "> \(Self.escaped(notice))\n\n" }
    if let title = grid.title { out += "**\(Self.escaped(title))**\n\n" }

    let layout = ColumnLayout(width: width, gap: 3, margin: 4)
    let columns = printed.columns.map(Source.init)
    for (index, block) in layout.blocks(columns.map(\.measure)).enumerated() {
      if index > 0 { out += "\n" }
      write(block.map { columns[$0.column] }, to: &out)
    }
    for note in printed.footnotes { out += "\n\(Self.escaped(note))\n" }
  }

  /// A column as Markdown source.
  private struct Source {
    var cells: [String]
    var isNumeric: Bool
    var isLabel: Bool
    /// Three dashes at least, which some readers insist on.
    var width: Int

    init(_ column: PrintedGrid.Column) {
      let texts = column.cells.map { column.isNumeric && !$0.text.isEmpty ? column.aligned($0) : $0.text }
      let escaped = texts.enumerated().map { row, text in
        let isTotal = row >= column.rows.count && column.isLabel && !text.isEmpty
        return isTotal ? "**\(MarkdownTable.escaped(text))**" : MarkdownTable.escaped(text)
      }
      cells = [MarkdownTable.escaped(column.heading)] + escaped
      isNumeric = column.isNumeric
      isLabel = column.isLabel
      width = max(3, cells.map { DisplayWidth.of($0) }.max() ?? 0)
    }

    var measure: ColumnLayout.Measure {
      ColumnLayout.Measure(
        natural: width, comfortable: width, minimum: width, isLabel: isLabel, isNumeric: isNumeric)
    }

    func padded(_ row: Int) -> String {
      DisplayWidth.padded(cells[row], to: width, isNumeric ? .right : .left)
    }

    var rule: String {
      isNumeric ? String(repeating: "-", count: width - 1) + ":" : String(repeating: "-", count: width)
    }
  }

  private func write(_ columns: [Source], to out: inout String) {
    for row in 0..<(columns.first?.cells.count ?? 0) {
      out += "| " + columns.map { $0.padded(row) }.joined(separator: " | ") + " |\n"
      if row == 0 { out += "| " + columns.map(\.rule).joined(separator: " | ") + " |\n" }
    }
  }

  /// Only what would be taken for markup; an indent becomes no-break spaces, which renderers keep.
  static func escaped(_ text: String) -> String {
    var result = ""
    var isIndent = true
    for scalar in PrintedCell.printable(text).unicodeScalars {
      if scalar != " " { isIndent = false }
      switch scalar {
      case "|", "\\", "*", "`", "<": result += "\\" + String(scalar)
      case "\n": result += "<br>"
      case " " where isIndent: result += "\u{A0}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
