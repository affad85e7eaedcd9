/// The cells of a written workbook, read back from its XML.
public struct ReadWorkbook: Sendable {
  public struct Cell: Sendable, Equatable {
    public var formula: String?
    public var text: String?
    public var number: Double?

    public init(formula: String? = nil, text: String? = nil, number: Double? = nil) {
      self.formula = formula
      self.text = text
      self.number = number
    }
  }

  public let archive: ZipArchive
  public private(set) var sheetNames: [String] = []
  public private(set) var cells: [String: [String: Cell]] = [:]

  public init(path: String) throws {
    archive = try ZipArchive(path: path)
    let strings = Elements(try archive.text("xl/sharedStrings.xml")).all("si").map { $0.text }
    sheetNames = Elements(try archive.text("xl/workbook.xml")).all("sheet").compactMap { $0.attributes["name"] }
    for (index, name) in sheetNames.enumerated() {
      var sheet: [String: Cell] = [:]
      for element in Elements(try archive.text("xl/worksheets/sheet\(index + 1).xml")).all("c") {
        guard let reference = element.attributes["r"] else { continue }
        let value = element.children["v"]
        var cell = Cell(formula: element.children["f"])
        if element.attributes["t"] == "s" {
          cell.text = value.flatMap { Int($0) }.map { strings[$0] }
        } else {
          cell.number = value.flatMap { Double($0) }
        }
        sheet[reference] = cell
      }
      cells[name] = sheet
    }
  }

  public func cell(_ sheet: String, _ reference: String) -> Cell? { cells[sheet]?[reference] }

  public var formulas: [(sheet: String, reference: String, formula: String)] {
    sheetNames.flatMap { sheet in
      (cells[sheet] ?? [:]).compactMap { key, cell in cell.formula.map { (sheet, key, $0) } }
    }
  }
}
