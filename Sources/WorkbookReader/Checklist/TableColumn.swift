import Language
import Values

/// One column of a table, as far as its cells are numbers or look like some.
struct TableColumn {
  var column: Int
  var rows: Range<Int>
  var heading: String
  /// Those that hold something.
  var cells: [ReadCell]

  var numbers: Int {
    cells.count { if case .number = $0.value { true } else { false } }
  }

  /// Texts that read as numbers, where numbers stand or nothing else does.
  var textNumbers: [ReadCell] {
    guard !isLabel else { return [] }
    let texts = cells.filter { cell in
      guard case .text(let text) = cell.value else { return false }
      return Self.readsAsNumber(text)
    }
    guard texts.count > 0, !isCounting(texts) else { return [] }
    if numbers > 0 { return texts }
    let words = cells.filter { cell in
      guard case .text(let text) = cell.value else { return false }
      return !Self.readsAsNumber(text) && !Self.symbols.contains(text.lowercased())
    }
    return words.isEmpty ? texts : []
  }

  /// What stands for a number that is not there.
  private static let symbols: Set<String> = ["-", "–", "...", "…", "x", ":", "..", "(*)", "*", "c", "z"]

  /// Ordinals, codes and years are labels.
  private var isLabel: Bool {
    let words = heading.lowercased().split { !$0.isLetter }.map(String.init)
    return words.contains { ["tt", "stt", "mã", "code", "id", "no", "năm", "year", "kỳ", "period"].contains($0) }
  }

  /// 1, 2, 3, … or years.
  private func isCounting(_ texts: [ReadCell]) -> Bool {
    let values = texts.map { Int(Inspection.text($0.value)) }
    return values.enumerated().allSatisfy { $0.element == $0.offset + 1 }
      || values.allSatisfy { (1900...2100).contains($0 ?? 0) }
  }

  /// `1.234,5`, `-7`, `12 %`, `1 234`; not `007`, which is a code.
  static func readsAsNumber(_ text: String) -> Bool {
    let bare = text.filter { !$0.isWhitespace && $0 != "\u{A0}" && $0 != "%" }
    let digits = bare.hasPrefix("-") || bare.hasPrefix("+") ? bare.dropFirst() : bare[...]
    guard let first = digits.first, first.isASCII, first.isNumber, digits.count <= 40 else { return false }
    guard digits.allSatisfy({ ("0"..."9").contains($0) || $0 == "." || $0 == "," }) else { return false }
    guard let last = digits.last, last.isNumber else { return false }
    return !(first == "0" && digits.count > 1 && digits.dropFirst().first?.isNumber == true)
  }
}

extension Inspection {
  /// The columns of a sheet's tables.
  func columns(_ sheet: Sheet) -> [TableColumn] {
    sheet.tables.flatMap { table in
      let cells = Dictionary(
        grouping: sheet.cells(in: table.area).filter { table.rows.contains($0.address.row) }, by: \.address.column)
      return table.area.columns.map { column in
        let heading = table.headingRow.map { Self.text(sheet.sheet[CellAddress(row: $0, column: column)]?.value) }
        return TableColumn(column: column, rows: table.rows, heading: heading ?? "", cells: cells[column] ?? [])
      }
    }
  }
}
