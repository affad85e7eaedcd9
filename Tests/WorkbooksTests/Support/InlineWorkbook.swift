import TestSupport

/// The cells of a workbook whose texts stand among the cells or in a part of their own.
struct InlineWorkbook {
  let archive: ZipArchive
  let sheetNames: [String]
  private var cells: [String: [String: (text: String?, number: Double?, formula: String?)]] = [:]

  init(path: String) throws {
    archive = try ZipArchive(path: path)
    let shared =
      archive.names.contains("xl/sharedStrings.xml")
      ? Elements(try archive.text("xl/sharedStrings.xml")).all("si").map(\.text) : []
    sheetNames = Elements(try archive.text("xl/workbook.xml")).all("sheet").compactMap { $0.attributes["name"] }
    for (index, name) in sheetNames.enumerated() {
      for element in Elements(try archive.text("xl/worksheets/sheet\(index + 1).xml")).all("c") {
        guard let reference = element.attributes["r"] else { continue }
        let value = element.children["v"]
        let text: String? =
          switch element.attributes["t"] {
          case "s": value.flatMap { Int($0) }.map { shared[$0] }
          case "inlineStr": element.text
          default: nil
          }
        cells[name, default: [:]][reference] = (
          text, text == nil ? value.flatMap { Double($0) } : nil, element.children["f"]
        )
      }
    }
  }

  func text(_ sheet: String, _ cell: String) -> String? { cells[sheet]?[cell]?.text }
  func number(_ sheet: String, _ cell: String) -> Double? { cells[sheet]?[cell]?.number }
  func formula(_ sheet: String, _ cell: String) -> String? { cells[sheet]?[cell]?.formula }
  func texts(_ sheet: String) -> [String] { (cells[sheet] ?? [:]).values.compactMap(\.text) }
}
