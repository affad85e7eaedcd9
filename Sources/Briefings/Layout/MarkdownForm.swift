import Language
import Reports

/// Paragraphs as Markdown (CommonMark, with the tables of GitHub). Signs that mean something to it are escaped.
struct MarkdownForm {
  /// The lines of a paragraph, without a blank line after them.
  static func lines(_ text: String, _ style: Paragraph.Style, isTitle: Bool) -> [String] {
    let line = TextWrap.unjoined(text)
    switch style {
    case .heading: return ["## \(line)"]
    case .centred where line.allSatisfy({ $0 == "-" }): return ["---"]
    case .centred: return [isTitle ? "# \(line)" : "**\(line)**"]
    case .preformatted: return ["    \(line)"]
    case .plain, .right, .item, .blank, .table: return [line]
    }
  }

  /// Whether two paragraphs stand close together: items of a list do.
  static func isList(_ text: String) -> Bool { text.hasPrefix("- ") }

  /// What stands in figures and labels is escaped, too; marks of the layout are no signs.
  static func escaped(_ marked: String) -> String {
    var text = ""
    for character in marked {
      if "\\`*_[]<>|#".contains(character) { text.append("\\") }
      text.append(character)
    }
    return text
  }

  /// A table between pipes, its columns aligned in the source, too.
  static func table(_ table: PrintedTable) -> [TextTable.Line] {
    let cells =
      [table.columns.map { PrintedTable.Cell(text: escaped($0.heading), isNumber: $0.isNumber) }]
      + table.rows.map { row in
        row.cells.map { cell in
          var cell = cell
          cell.text = cell.figure == nil ? escaped(cell.text) : cell.text
          cell.sign = escaped(cell.sign)
          return cell
        }
      }
    let widths = table.columns.indices.map { column in
      cells.map { DisplayWidth.of($0[column].text + $0[column].sign) }.reduce(3, max)
    }
    var lines = cells.map { row in
      row.enumerated().map { index, cell -> TextTable.Piece in
        let gap = DisplayWidth.spaces(widths[index] - DisplayWidth.of(cell.text + cell.sign))
        let isRight = table.columns[index].isNumber
        return TextTable.Piece(
          before: (index == 0 ? "| " : " | ") + (isRight ? gap : ""), text: cell.text,
          after: cell.sign + (isRight ? "" : gap), figure: cell.figure)
      } + [TextTable.Piece(text: " |")]
    }
    let rule = widths.enumerated().map { index, width in
      TextTable.Piece(
        text: (index == 0 ? "| " : " | ") + String(repeating: "-", count: width - 1)
          + (table.columns[index].isNumber ? ":" : "-"))
    }
    lines.insert(rule + [TextTable.Piece(text: " |")], at: 1)
    return lines
  }
}
