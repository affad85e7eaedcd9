/// Tab-separated values: as CSV, but nothing is quoted; a tab, a line break and a backslash in a text are written `\t`,
/// `\n`, `\r` and `\\`, as in the Linear TSV of the Frictionless specifications.
public struct TSVTable: TableRenderer {
  public init() {}

  public func render(_ grid: Grid, to out: inout String) {
    let columns = grid.columns(for: .machines)
    out += columns.map { Self.escaped(grid.columns[$0].key) }.joined(separator: "\t") + "\n"
    for row in grid.rows + grid.totals {
      out += columns.map { Self.escaped(Grid.cell(row, $0).machineText) }.joined(separator: "\t") + "\n"
    }
  }

  static func escaped(_ field: String) -> String {
    var text = ""
    for scalar in field.unicodeScalars {
      switch scalar {
      case "\\": text += "\\\\"
      case "\t": text += "\\t"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text
  }
}
