/// Comma-separated values (RFC 4180) for machines: UTF-8 without a byte order mark, LF, numbers with a point and
/// without grouping, an empty field where there is no number. Flags have a column of their own.
public struct CSVTable: TableRenderer {
  /// For files that people will open in a spreadsheet: a text that a spreadsheet would take for a formula gets an
  /// apostrophe in front. It changes the data, so it is off.
  public var neutralisesFormulas: Bool

  public init(neutralisesFormulas: Bool = false) { self.neutralisesFormulas = neutralisesFormulas }

  public func render(_ grid: Grid, to out: inout String) {
    let columns = grid.columns(for: .machines)
    writeLine(columns.map { grid.columns[$0].key }, to: &out)
    for row in grid.rows + grid.totals {
      writeLine(columns.map { field(Grid.cell(row, $0)) }, to: &out)
    }
  }

  private func field(_ cell: GridCell) -> String {
    guard neutralisesFormulas, case .text(let text) = cell, let first = text.unicodeScalars.first,
      "=+-@\t\r".unicodeScalars.contains(first)
    else { return cell.machineText }
    return "'" + text
  }

  private func writeLine(_ fields: [String], to out: inout String) {
    // A single empty field would be a blank line, which readers skip.
    if fields == [""] {
      out += "\"\"\n"
      return
    }
    for index in fields.indices {
      if index > 0 { out += "," }
      out += Self.quoted(fields[index])
    }
    out += "\n"
  }

  /// Byte by byte: a quote with a combining mark after it is a quote all the same.
  static func quoted(_ field: String) -> String {
    let bytes = field.utf8
    let mustQuote =
      bytes.contains { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D } || bytes.first == 0x20
      || bytes.last == 0x20
    guard mustQuote else { return field }
    var text = "\""
    for scalar in field.unicodeScalars {
      if scalar == "\"" { text += "\"" }
      text.unicodeScalars.append(scalar)
    }
    return text + "\""
  }
}

extension GridCell {
  /// Without grouping, with a point; nothing where there is no number.
  var machineText: String {
    switch self {
    case .empty, .absent: ""
    case .text(let text): text
    case .truth(let value): "\(value)"
    case .number(let value, _, _), .atLeast(let value, _): value.description
    }
  }
}
