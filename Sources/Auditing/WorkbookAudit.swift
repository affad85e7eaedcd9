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
    for sheet in places.sheets.sorted() where book.sheet(named: sheet) == nil {
      differences.append(AuditDifference(.workbook, .sheetMissing, file: file, place: sheet))
    }
    for sheet in book.sheets { differences += self.differences(of: sheet) }
    return differences
  }

  private func differences(of sheet: ReadSheet) -> [AuditDifference] {
    var differences: [AuditDifference] = []
    var numbers = places.numbers[sheet.name] ?? [:]
    var texts = places.texts[sheet.name] ?? [:]
    let formulas = FormulaForm(sheet: sheet.name, book: book)
    for cell in sheet.cells {
      let reference = cell.address.description
      func add(_ kind: AuditDifference.Kind, _ figure: FigureID? = nil, _ expected: String?, _ found: String?) {
        differences.append(
          AuditDifference(
            .workbook, kind, file: file, place: "\(sheet.name)!\(reference)", figure: figure, expected: expected,
            found: found))
      }
      if let number = numbers.removeValue(forKey: reference) {
        if let found = Self.mismatch(cell, number.entry.published) {
          add(.numberChanged, number.entry.id, self.numbers.string(number.entry.published), found)
        }
        let formula = formulas.text(of: cell, in: sheet)
        if formulas.isChanged(from: number.place.formula, to: formula) {
          add(.formulaChanged, number.entry.id, number.place.formula.map { "=\($0)" }, formula.map { "=\($0)" })
        }
        continue
      }
      let marks = texts.removeValue(forKey: reference) ?? []
      for mismatch in TextAudit.mismatches(in: Self.text(of: cell), marks: marks) {
        add(mismatch.kind, mismatch.figure, mismatch.expected, mismatch.found)
      }
    }
    for (reference, number) in numbers {
      differences.append(
        AuditDifference(
          .workbook, .numberMissing, file: file, place: "\(sheet.name)!\(reference)", figure: number.entry.id,
          expected: self.numbers.string(number.entry.published)))
    }
    for (reference, marks) in texts {
      for mark in marks {
        differences.append(
          AuditDifference(
            .workbook, mark.figure == nil ? .labelMissing : .numberMissing, file: file,
            place: "\(sheet.name)!\(reference)", figure: mark.figure, expected: mark.text))
      }
    }
    return differences
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
