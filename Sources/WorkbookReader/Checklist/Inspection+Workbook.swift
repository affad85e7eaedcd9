import Language
import Values

/// What the workbook is as a whole.
extension Inspection {
  private static func place(_ reason: LocalizedText) -> ChecklistResult.Place {
    ChecklistResult.Place(sheet: nil, cell: nil, reason: reason)
  }

  var macros: ChecklistFinding { .failing(book.hasMacros ? [Self.place(Messages.checklistMacros)] : []) }

  var linkedWorkbooks: ChecklistFinding {
    .failing(book.linkedBooks > 0 ? [Self.place(Messages.checklistLinkedWorkbooks(book.linkedBooks))] : [])
  }

  var documentTitle: ChecklistFinding {
    .failing(isBlank(book.properties.title) ? [Self.place(Messages.checklistNoTitle)] : [])
  }

  var documentLanguage: ChecklistFinding {
    let named = book.properties.others.contains { ["language", "ngôn ngữ"].contains($0.key.lowercased()) }
    return .manual(book.properties.language.isEmpty && !named ? [Self.place(Messages.checklistNoLanguage)] : [])
  }

  /// A name may be an office's or a person's; a path, an account or an address is never wanted.
  var personalProperties: ChecklistFinding {
    let names = [book.properties.creator, book.properties.lastModifiedBy].filter { !isBlank($0) }
    let accounts = names.filter { $0.contains { "@/\\".contains($0) } }
    guard accounts.isEmpty else { return .failing(accounts.map { Self.place(Messages.checklistAccount($0)) }) }
    return .manual(names.map { Self.place(Messages.checklistName($0)) })
  }

  var opening: ChecklistFinding {
    guard let first = visible.first else { return .notApplicable }
    var places: [ChecklistResult.Place] = []
    let shown = book.sheets.indices.contains(book.shownSheet) ? book.sheets[book.shownSheet].name : first.name
    let firstName = book.sheets.first { $0.visibility == .visible }?.name ?? first.name
    if shown != firstName { places.append(Self.place(first, nil, Messages.checklistOpensAt(shown))) }
    let corner = CellAddress(row: 0, column: 0)
    // Below frozen rows, the cursor is in the first cell that moves.
    let frozen = first.sheet.layout.frozen ?? corner
    if let cursor = first.sheet.layout.cursor, cursor.row > frozen.row || cursor.column > frozen.column {
      places.append(Self.place(first, cursor.description, Messages.checklistCursor))
    }
    return .failing(places)
  }

  var sheetNames: ChecklistFinding {
    .failing(
      book.sheets.filter { Self.isDefault($0.name, Self.defaultSheetNames) }.map {
        ChecklistResult.Place(sheet: $0.name, cell: nil, reason: Messages.checklistDefaultName($0.name))
      })
  }

  /// With more than three sheets, one of them leads to every table.
  var contents: ChecklistFinding {
    guard visible.count > 3 else { return .notApplicable }
    let wanted = visible.filter { !$0.tables.isEmpty || $0.unmarked != nil }.map { $0.name.lowercased() }
    guard wanted.count > 1 else { return .notApplicable }
    let missing = visible.map { sheet in
      let targets = Set(sheet.sheet.links.compactMap { Self.sheet(in: $0.location)?.lowercased() })
      return wanted.filter { !targets.contains($0) && $0 != sheet.name.lowercased() }
    }
    guard let fewest = missing.min(by: { $0.count < $1.count }), !fewest.isEmpty else { return .pass }
    let lacking = visible.filter { fewest.contains($0.name.lowercased()) }
    return .failing(lacking.map { Self.place($0, nil, Messages.checklistNotInContents) })
  }

  var links: ChecklistFinding {
    let names = Set(book.sheets.map { $0.name.lowercased() })
    let defined = Set(book.names.map { $0.name.lowercased() })
    var places: [ChecklistResult.Place] = []
    var count = 0
    for sheet in sheets {
      for link in sheet.sheet.links {
        count += 1
        guard let location = link.location, !location.isEmpty else { continue }
        let target = Self.sheet(in: location)?.lowercased()
        guard
          target.map({ !names.contains($0) }) ?? !(defined.contains(location.lowercased()) || CellArea(location) != nil)
        else { continue }
        places.append(Self.place(sheet, link.range, Messages.checklistBrokenLink(location)))
      }
    }
    for name in book.names where name.formula.contains("#REF!") {
      places.append(Self.place(Messages.checklistBrokenName(name.name)))
    }
    return count == 0 && book.names.isEmpty ? .notApplicable : .failing(places)
  }

  var hidden: ChecklistFinding {
    var places = book.sheets.filter { $0.visibility != .visible }.map {
      ChecklistResult.Place(sheet: $0.name, cell: nil, reason: Messages.checklistHiddenSheet)
    }
    for sheet in visible {
      let layout = sheet.sheet.layout
      // Columns beyond the last cell may be hidden to close the sheet on its right.
      let used = sheet.sheet.cells.map(\.address.column).max() ?? 0
      for columns in layout.columns where columns.isHidden && columns.range.lowerBound <= used {
        let first = CellAddress.letters(columns.range.lowerBound)
        let last = CellAddress.letters(min(columns.range.upperBound, used))
        places.append(Self.place(sheet, "\(first):\(last)", Messages.checklistHiddenColumns))
      }
      if let row = layout.hiddenRows.first {
        places.append(Self.place(sheet, "\(row + 1):\(row + 1)", Messages.checklistHiddenRows(layout.hiddenRows.count)))
      }
    }
    return .failing(places)
  }

  var alternativeText: ChecklistFinding {
    let drawings = sheets.flatMap { sheet in sheet.sheet.layout.drawings.map { (sheet, $0) } }
    guard !drawings.isEmpty else { return .notApplicable }
    return .failing(
      drawings.filter { isBlank($0.1.description) }.map { sheet, drawing in
        Self.place(sheet, drawing.cell.description, Messages.checklistNoAlternative(drawing.name))
      })
  }

  // MARK: words

  func isBlank(_ text: String) -> Bool { text.allSatisfy(\.isWhitespace) }

  private static let defaultSheetNames = [
    "sheet", "trang tính", "trang_tính", "trangtính", "tabelle", "feuil", "feuille", "hoja",
  ]
  static let defaultHeadings = ["column", "cột", "spalte", "colonne"]

  /// `Sheet1`, `Trang tính 2`
  static func isDefault(_ name: String, _ words: [String]) -> Bool {
    let lower = name.lowercased()
    return words.contains { word in
      guard lower.hasPrefix(word) else { return false }
      let rest = lower.dropFirst(word.count).drop { $0 == " " || $0 == "_" }
      return rest.allSatisfy(\.isNumber)
    }
  }

  /// The sheet that a place within the workbook is on: `'Biểu 01'!A1`, `#Sheet!A1`.
  static func sheet(in location: String?) -> String? {
    guard var text = location?[...] else { return nil }
    if text.hasPrefix("#") { text = text.dropFirst() }
    guard let mark = text.lastIndex(of: "!") else { return nil }
    let name = text[..<mark]
    guard name.hasPrefix("'"), name.hasSuffix("'"), name.count > 1 else { return String(name) }
    return name.dropFirst().dropLast().split(separator: "''", omittingEmptySubsequences: false).joined(separator: "'")
  }
}
