import Language
import Reports
import Values
import WorkbookReader

/// Compares the cells of a delivered workbook with its ledger.
struct WorkbookAudit {
  let book: ReadBook
  let places: LedgerPlaces
  let file: String
  let numbers: NumberForm

  func run() -> [AuditDifference] {
    var differences: [AuditDifference] = []
    let renamed = renamedSheets
    for sheet in places.sheets.sorted() where book.sheet(named: sheet) == nil && !renamed.values.contains(sheet) {
      differences.append(AuditDifference(.workbook, .sheetMissing, file: file, place: sheet))
    }
    let parts = book.sheets.map { sheet in
      let name = renamed[sheet.name] ?? sheet.name
      return (sheet: sheet, name: name, shift: RowShift(places.numbers[name] ?? [:], sheet))
    }
    let formulas = FormulaForm(
      book: book, renamed: renamed, isWithoutRows: parts.contains { $0.shift.isShifted })
    for (sheet, name, shift) in parts {
      if sheet.name != name {
        differences.append(
          AuditDifference(
            .workbook, .sheetRenamed, file: file, place: sheet.name, expected: name, found: sheet.name))
      }
      differences += goneRows(shift, of: name)
      differences += self.differences(of: sheet, called: name, shift, formulas)
    }
    return differences
  }

  /// Sheets that the ledger does not know but whose cells it does, with the names it has for them.
  private var renamedSheets: [String: String] {
    var renamed: [String: String] = [:]
    for missing in places.sheets.sorted() where book.sheet(named: missing) == nil {
      let (numbers, texts) = (places.numbers[missing] ?? [:], places.texts[missing] ?? [:])
      func likeness(_ sheet: ReadSheet) -> Int {
        sheet.cells.count { cell in
          let reference = cell.address.description
          if let number = numbers[reference] { return Self.mismatch(cell, number.entry.published) == nil }
          guard let marks = texts[reference] else { return false }
          return TextAudit.mismatches(in: Self.text(of: cell), marks: marks).isEmpty
        }
      }
      let strangers = book.sheets.filter { !places.sheets.contains($0.name) && renamed[$0.name] == nil }
        .map { (name: $0.name, likeness: likeness($0)) }
      guard let best = strangers.max(by: { $0.likeness < $1.likeness }),
        best.likeness > 0, best.likeness * 2 >= numbers.count + texts.count
      else { continue }
      renamed[best.name] = missing
    }
    return renamed
  }

  private func goneRows(_ shift: RowShift, of name: String) -> [AuditDifference] {
    shift.gone.sorted().map { row in
      let numbers = (places.numbers[name] ?? [:]).compactMap { reference, number in
        CellAddress(reference).flatMap { $0.row == row ? (column: $0.column, entry: number.entry) : nil }
      }
      let list = numbers.sorted { $0.column < $1.column }.map { self.numbers.string($0.entry.published) }
      return AuditDifference(
        .workbook, .rowMissing, file: file, place: "\(name)!\(row + 1)", expected: list.joined(separator: "; "))
    }
  }

  private func differences(
    of sheet: ReadSheet, called name: String, _ shift: RowShift, _ formulas: FormulaForm
  ) -> [AuditDifference] {
    var differences: [AuditDifference] = []
    var numbers = shift.moved(places.numbers[name] ?? [:])
    var texts = shift.moved(places.texts[name] ?? [:])
    func add(
      _ kind: AuditDifference.Kind, at reference: String, _ figure: FigureID?, _ expected: String?, _ found: String?
    ) {
      differences.append(
        AuditDifference(
          .workbook, kind, file: file, place: "\(sheet.name)!\(reference)", figure: figure, expected: expected,
          found: found))
    }
    for cell in sheet.cells {
      let reference = cell.address.description
      if let number = numbers.removeValue(forKey: reference) {
        if let found = Self.mismatch(cell, number.entry.published) {
          add(.numberChanged, at: reference, number.entry.id, self.numbers.string(number.entry.published), found)
        }
        let formula = formulas.text(of: cell, in: sheet)
        if formulas.isChanged(from: number.place.formula, to: formula, in: sheet.name) {
          add(
            .formulaChanged, at: reference, number.entry.id, number.place.formula.map { "=\($0)" },
            formula.map { "=\($0)" })
        }
        continue
      }
      let marks = texts.removeValue(forKey: reference) ?? []
      for mismatch in TextAudit.mismatches(in: Self.text(of: cell), marks: marks) {
        add(mismatch.kind, at: reference, mismatch.figure, mismatch.expected, mismatch.found)
      }
    }
    for (reference, number) in Self.inReadingOrder(numbers) {
      add(.numberMissing, at: reference, number.entry.id, self.numbers.string(number.entry.published), nil)
    }
    for (reference, marks) in Self.inReadingOrder(texts) {
      for mark in marks {
        add(mark.figure == nil ? .labelMissing : .numberMissing, at: reference, mark.figure, mark.text, nil)
      }
    }
    return differences
  }

  private static func inReadingOrder<Content>(_ cells: [String: Content]) -> [(key: String, value: Content)] {
    cells.map { (cell: CellAddress($0.key) ?? CellAddress(row: 0, column: 0), item: $0) }
      .sorted { $0.cell < $1.cell }.map(\.item)
  }

  /// What stands in a cell instead of a number; nil where it is the number.
  static func mismatch(_ cell: ReadCell, _ published: ExactDecimal) -> String? {
    guard case .number(let text) = cell.value else { return Self.text(of: cell) }
    if cell.number == published { return nil }
    // Spreadsheets keep binary numbers: the nearest one to the decimal, and a few steps off it where they computed it.
    let (found, expected) = (Double(text) ?? .nan, published.approximation)
    let steps: Double = cell.formula == nil ? 0 : 4
    return abs(found - expected) <= steps * expected.ulp ? nil : text
  }

  static func text(of cell: ReadCell) -> String {
    switch cell.value {
    case .empty: ""
    case .number(let text), .text(let text), .error(let text), .date(let text): text
    case .truth(let flag): flag ? "TRUE" : "FALSE"
    }
  }
}
