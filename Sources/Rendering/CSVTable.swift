/// Comma-separated values (RFC 4180) for machines: UTF-8 without a byte order mark, LF, numbers with a point and
/// without grouping, an empty field where there is no number. Flags have a column of their own.
public struct CSVTable: TableRenderer {
  /// For files that people will open in a spreadsheet: a text that a spreadsheet would take for a formula gets an
  /// apostrophe in front. It changes the data, so it is off.
  public var neutralisesFormulas: Bool

  public init(neutralisesFormulas: Bool = false) { self.neutralisesFormulas = neutralisesFormulas }

  public func render(_ grid: Grid, to out: inout String) {
    let columns = grid.columns(for: .machines)
    // As bytes: a string is appended to far more slowly.
    var bytes: [UInt8] = []
    func write(_ field: (Int) -> String) {
      let start = bytes.count
      for (index, column) in columns.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        Self.append(field(column), to: &bytes)
      }
      // A single empty field would be a blank line, which readers skip.
      if columns.count == 1 && bytes.count == start { bytes += [UInt8](repeating: Self.quote, count: 2) }
      bytes.append(UInt8(ascii: "\n"))
    }
    write { grid.columns[$0].key }
    for row in grid.rows { write { field(Grid.cell(row, $0)) } }
    for row in grid.totals { write { field(Grid.cell(row, $0)) } }
    out += String(decoding: bytes, as: UTF8.self)
  }

  private func field(_ cell: GridCell) -> String {
    guard neutralisesFormulas, case .text(let text) = cell, let first = text.unicodeScalars.first,
      "=+-@\t\r".unicodeScalars.contains(first)
    else { return cell.machineText }
    return "'" + text
  }

  static func quoted(_ field: String) -> String {
    var bytes: [UInt8] = []
    append(field, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Byte by byte: a quote with a combining mark after it is a quote all the same.
  private static func append(_ field: String, to bytes: inout [UInt8]) {
    var field = field
    field.withUTF8 { text in
      let mustQuote =
        text.contains { $0 == quote || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D } || text.first == 0x20
        || text.last == 0x20
      guard mustQuote else { return bytes.append(contentsOf: text) }
      bytes.append(quote)
      for byte in text {
        if byte == quote { bytes.append(quote) }
        bytes.append(byte)
      }
      bytes.append(quote)
    }
  }

  private static let quote = UInt8(ascii: "\"")
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
