import Values

/// The cells of one sheet.
final class SheetPart: XMLSink {
  private let part: String
  private let texts: [String]
  private let looks: [ReadLook]
  /// How many more cells the workbook may have.
  private let room: Int
  private let limit: Int

  private(set) var cells: [ReadCell] = []
  /// By relationship, or a place within the workbook.
  private(set) var links: [(range: String, relationship: String?, location: String?)] = []

  private var reading = LayoutReading()
  private var row = -1
  private var last: CellAddress?
  private var masters: [Int: CellAddress] = [:]
  private var open: OpenCell?

  private struct OpenCell {
    var cell: ReadCell
    var kind: String
    var line: Int
    var value: String?
    var inline = ""
    var sharedIndex: Int?
    var isFormula = false
  }

  init(part: String, texts: [String], looks: [ReadLook], room: Int, limit: Int) {
    self.part = part
    self.texts = texts
    self.looks = looks
    self.room = room
    self.limit = limit
  }

  func start(_ name: String, in parent: String, _ attributes: XMLAttributes, at line: Int) throws(WorkbookReadError) {
    switch (parent, name) {
    case ("sheetData", "row"):
      try startRow(attributes["r"], line)
      reading.row(row, attributes)
    case ("row", "c"): try startCell(attributes, line)
    case ("c", "f"):
      open?.isFormula = true
      open?.sharedIndex = attributes["t"] == "shared" ? attributes["si"].flatMap(Int.init) : nil
    case ("hyperlinks", "hyperlink"):
      links.append((attributes["ref"] ?? "", attributes["r:id"], attributes["location"]))
    default: reading.start(name, in: parent, attributes)
    }
  }

  func end(_ name: String, in parent: String, text: String, at line: Int) throws(WorkbookReadError) {
    switch (parent, name) {
    case ("c", "v"): open?.value = text
    case ("is", "t"), ("r", "t"): open?.inline += text
    case ("c", "f"): endFormula(text)
    case ("row", "c"): try endCell()
    default: return
    }
  }

  var layout: SheetLayout { reading.layout }

  private func startRow(_ text: String?, _ line: Int) throws(WorkbookReadError) {
    guard let text else {
      row += 1
      return
    }
    guard let number = Int(text), (1...CellAddress.rows).contains(number) else {
      throw .wrongValue(part: part, line: line, text: text)
    }
    guard number - 1 > row else { throw .outOfOrder(part: part, line: line, cell: text) }
    row = number - 1
  }

  private func startCell(_ attributes: XMLAttributes, _ line: Int) throws(WorkbookReadError) {
    var address = CellAddress(row: row, column: last.map { $0.row == row ? $0.column + 1 : 0 } ?? 0)
    if let text = attributes["r"] {
      guard let own = CellAddress(text), own.row == row else { throw .wrongValue(part: part, line: line, text: text) }
      address = own
    }
    guard (0..<CellAddress.rows).contains(row), address.column < CellAddress.columns else {
      throw .wrongValue(part: part, line: line, text: address.description)
    }
    if let last, address <= last { throw .outOfOrder(part: part, line: line, cell: address.description) }
    last = address
    let style = attributes["s"].flatMap(Int.init) ?? 0
    let look = looks.indices.contains(style) ? looks[style] : ReadLook()
    open = OpenCell(
      cell: ReadCell(address: address, value: .empty, formula: nil, look: look),
      kind: attributes["t"] ?? "n", line: line)
  }

  private func endFormula(_ text: String) {
    guard let cell = open else { return }
    if let index = cell.sharedIndex {
      if text.isEmpty, let master = masters[index] {
        open?.cell.formula = .shared(with: master)
        return
      }
      masters[index] = cell.cell.address
    }
    open?.cell.formula = .text(EscapedText.decoded(text))
  }

  private func endCell() throws(WorkbookReadError) {
    guard var open else { return }
    self.open = nil
    open.cell.value = try value(of: open)
    guard open.cell.value != .empty || open.cell.formula != nil else { return }
    guard cells.count < room else { throw .tooMany(part: part, limit: limit) }
    cells.append(open.cell)
  }

  private func value(of open: OpenCell) throws(WorkbookReadError) -> ReadCell.Value {
    if open.kind == "inlineStr" { return .text(EscapedText.decoded(open.inline)) }
    guard let text = open.value else { return .empty }
    switch open.kind {
    case "s":
      if let index = Int(text), texts.indices.contains(index) { return .text(texts[index]) }
    case "str": return .text(EscapedText.decoded(text))
    case "b": if ["0", "1", "false", "true"].contains(text) { return .truth(text == "1" || text == "true") }
    case "e": return .error(text)
    case "d": return .date(text)
    case "n":
      if text.isEmpty { return .empty }
      if NumberText.isNumber(text) { return .number(text) }
    default: throw .wrongValue(part: part, line: open.line, text: open.kind)
    }
    throw .wrongValue(part: part, line: open.line, text: text)
  }
}
