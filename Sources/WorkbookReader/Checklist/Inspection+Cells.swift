import Language
import Values

/// What its cells show, on the screen and on paper.
extension Inspection {
  /// Rows that fit on a screen, and on a page.
  static let screen = 30
  static let page = 45

  var errorValues: ChecklistFinding {
    .failing(
      sheets.flatMap { sheet in
        sheet.sheet.cells.compactMap { cell in
          guard case .error(let text) = cell.value else { return nil }
          return Self.place(sheet, cell.address.description, Messages.checklistError(text))
        }
      })
  }

  /// A formula without a value is empty wherever nothing is calculated: in previews, in other programs.
  var keptValues: ChecklistFinding {
    let formulas = sheets.flatMap { sheet in sheet.sheet.cells.filter { $0.formula != nil }.map { (sheet, $0) } }
    guard !formulas.isEmpty else { return .notApplicable }
    return .failing(
      formulas.filter { $0.1.value == .empty }.map {
        Self.place($0.0, $0.1.address.description, Messages.checklistNoValue)
      })
  }

  var frozen: ChecklistFinding {
    let long = visible.flatMap { sheet in
      // An Excel table shows its headings in place of the columns' letters while one scrolls.
      sheet.tables.filter { $0.rows.count > Self.screen && !($0.marked?.hasHeader ?? false) }.map { (sheet, $0) }
    }
    guard !long.isEmpty else { return .notApplicable }
    return .failing(
      long.compactMap { sheet, table in
        let heading = table.headingRow ?? 0
        guard (sheet.sheet.layout.frozen?.row ?? 0) <= heading, !repeats(on: sheet) else { return nil }
        return Self.place(sheet, table.area.first.description, Messages.checklistNotFrozen(table.rows.count))
      })
  }

  var width: ChecklistFinding {
    let letters = book.letterSize ?? 11
    var count = 0
    let found = places { sheet in
      let layout = sheet.sheet.layout
      return sheet.sheet.cells.compactMap { cell in
        guard case .number = cell.value, let number = cell.number, let format = cell.numberFormat,
          !layout.merges.contains(where: { $0.contains(cell.address) }),
          let digits = NumberFormatWidth.digits(number, format: format)
        else { return nil }
        count += 1
        let room = layout.width(ofColumn: cell.address.column) ?? 8.43
        guard digits * (cell.look.fontSize ?? letters) / letters > room else { return nil }
        return Self.place(sheet, cell.address.description, Messages.checklistTooWide)
      }
    }
    return count == 0 ? .notApplicable : .failing(found)
  }

  /// Rows printed again on every page.
  private func repeats(on sheet: Sheet) -> Bool {
    book.names.contains { $0.name.lowercased() == "_xlnm.print_titles" && $0.sheet == sheet.name }
  }

  /// A4, as wide as the page, with the headings on every one.
  var printing: ChecklistFinding {
    let tables = visible.filter { !$0.tables.isEmpty }
    guard !tables.isEmpty else { return .notApplicable }
    return .failing(
      tables.flatMap { sheet -> [ChecklistResult.Place] in
        let page = sheet.sheet.layout.page
        var reasons: [LocalizedText] = []
        if page.paper != SheetPage.a4 { reasons.append(Messages.checklistNotA4) }
        if !page.isFitted || page.pagesAcross != 1 { reasons.append(Messages.checklistNotFitted) }
        let isLong = sheet.tables.contains { $0.rows.count > Self.page }
        if isLong, !repeats(on: sheet) { reasons.append(Messages.checklistNoRepeatedRows) }
        return reasons.map { Self.place(sheet, nil, $0) }
      })
  }

  /// Marks such as `[1]` or `[note 1]`: numbered as they come, each explained where a text begins with it.
  var notes: ChecklistFinding {
    var order: [Int] = []
    var first: [Int: (Sheet, ReadCell)] = [:]
    var explained: Set<Int> = []
    for sheet in visible {
      for cell in sheet.sheet.cells {
        guard case .text(let text) = cell.value else { continue }
        for (index, mark) in NoteMark.marks(in: text).enumerated() {
          if index == 0, mark.isAtStart {
            explained.insert(mark.number)
          } else if first[mark.number] == nil {
            first[mark.number] = (sheet, cell)
            order.append(mark.number)
          }
        }
      }
    }
    guard !order.isEmpty else { return .notApplicable }
    var places: [ChecklistResult.Place] = []
    for (index, number) in order.enumerated() {
      guard let (sheet, cell) = first[number] else { continue }
      if number != index + 1 {
        places.append(Self.place(sheet, cell.address.description, Messages.checklistNoteOrder(number, index + 1)))
      }
      if !explained.contains(number) {
        places.append(Self.place(sheet, cell.address.description, Messages.checklistNoteMissing(number)))
      }
    }
    return .failing(places)
  }
}

/// A mark of a note within a text.
struct NoteMark {
  var number: Int
  var isAtStart: Bool

  /// `[1]`, `[note 1]`, `[ghi chú 1]`
  static func marks(in text: String) -> [NoteMark] {
    guard text.utf8.contains(UInt8(ascii: "[")) else { return [] }
    var marks: [NoteMark] = []
    var rest = text[...]
    while let open = rest.firstIndex(of: "["), let close = rest[open...].firstIndex(of: "]") {
      let inside = rest[rest.index(after: open)..<close]
      let digits = inside.reversed().prefix { ("0"..."9").contains($0) }
      let words = inside.dropLast(digits.count)
      let isWord = words.isEmpty || words.allSatisfy { $0.isLetter || $0 == " " } && words.hasSuffix(" ")
      if isWord, !digits.isEmpty, let number = Int(String(digits.reversed())) {
        marks.append(NoteMark(number: number, isAtStart: open == text.startIndex))
      }
      rest = rest[rest.index(after: close)...]
    }
    return marks
  }
}
