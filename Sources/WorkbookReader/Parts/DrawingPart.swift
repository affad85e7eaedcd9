import Values

/// The charts and pictures that lie over a sheet.
final class DrawingPart: XMLSink {
  private(set) var drawings: [ReadDrawing] = []
  private var row = 0
  private var column = 0

  func start(_ name: String, in parent: String, _ attributes: XMLAttributes, at line: Int) throws(WorkbookReadError) {
    guard name == "xdr:cNvPr" else { return }
    let kind: ReadDrawing.Kind =
      switch parent {
      case "xdr:nvGraphicFramePr": .chart
      case "xdr:nvPicPr": .picture
      default: .shape
      }
    drawings.append(
      ReadDrawing(
        kind: kind, name: attributes["name"] ?? "", description: attributes["descr"] ?? "",
        cell: CellAddress(row: row, column: column)))
  }

  func end(_ name: String, in parent: String, text: String, at line: Int) throws(WorkbookReadError) {
    guard parent == "xdr:from", let number = Int(text.trimmed), number >= 0 else { return }
    if name == "xdr:row" { row = min(number, CellAddress.rows - 1) }
    if name == "xdr:col" { column = min(number, CellAddress.columns - 1) }
  }
}

extension String {
  fileprivate var trimmed: String { String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed()) }
}
