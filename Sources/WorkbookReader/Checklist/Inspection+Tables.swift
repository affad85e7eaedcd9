import Language
import Values

/// What its tables are.
extension Inspection {
  /// Longer tables may do with a filter: they are written row by row, where no program can mark a table.
  static let longTable = 2_000

  private var hasTables: Bool { visible.contains { !$0.tables.isEmpty } }

  private static let start = CellAddress(row: 0, column: 0)

  /// A sheet with a table has to; a cover or a summary may be laid out otherwise, which a person has to look at.
  private func wanting(_ find: (Sheet) -> [ChecklistResult.Place]) -> ChecklistFinding {
    guard !visible.isEmpty else { return .notApplicable }
    let failing = visible.filter { !$0.tables.isEmpty || $0.unmarked != nil && !$0.isCopied }.flatMap(find)
    return failing.isEmpty ? .manual(visible.flatMap(find)) : .failing(failing)
  }

  var sheetTitle: ChecklistFinding {
    wanting { sheet in
      let links = Set(sheet.sheet.links.map(\.range))
      // A heading of the table is no title of the sheet.
      let top = sheet.tables.map(\.area.first.row).min() ?? 3
      let hasTitle = (0..<min(3, top)).contains { row in
        let cell = CellAddress(row: row, column: 0)
        guard case .text(let text)? = sheet.sheet[cell]?.value, !links.contains(cell.description) else { return false }
        return !isBlank(text)
      }
      return hasTitle ? [] : [Self.place(sheet, Self.start.description, Messages.checklistNoSheetTitle)]
    }
  }

  var corner: ChecklistFinding {
    wanting { sheet in
      let isFilled = sheet.sheet[Self.start].map { $0.value != .empty } ?? false
      return isFilled ? [] : [Self.place(sheet, Self.start.description, Messages.checklistEmptyCorner)]
    }
  }

  var markedTables: ChecklistFinding {
    let found = places { sheet in
      var places: [ChecklistResult.Place] = []
      if let area = sheet.unmarked, !sheet.isCopied {
        places.append(Self.place(sheet, area.description, Messages.checklistUnmarked))
      }
      for table in sheet.tables where table.marked == nil && table.rows.count <= Self.longTable {
        places.append(Self.place(sheet, table.area.description, Messages.checklistOnlyFilter))
      }
      return places
    }
    return hasTables || !found.isEmpty ? .failing(found) : .notApplicable
  }

  var oneTable: ChecklistFinding {
    guard hasTables else { return .notApplicable }
    return .failing(
      places { sheet in
        sheet.tables.dropFirst().map { Self.place(sheet, $0.area.description, Messages.checklistSecondTable) }
      })
  }

  var headings: ChecklistFinding {
    guard hasTables else { return .notApplicable }
    return .failing(
      places { sheet in
        sheet.tables.flatMap { table -> [ChecklistResult.Place] in
          guard let row = table.headingRow else {
            return [Self.place(sheet, table.area.description, Messages.checklistNoHeading)]
          }
          var seen: Set<String> = []
          return table.area.columns.compactMap { column in
            let cell = CellAddress(row: row, column: column)
            let text = Self.text(sheet.sheet[cell]?.value)
            let reason: LocalizedText? =
              if isBlank(text) {
                Messages.checklistHeadingEmpty
              } else if !seen.insert(text.lowercased()).inserted {
                Messages.checklistHeadingTwice(text)
              } else if Self.isDefault(text, Self.defaultHeadings) {
                Messages.checklistHeadingDefault(text)
              } else {
                nil
              }
            return reason.map { Self.place(sheet, cell.description, $0) }
          }
        }
      })
  }

  /// Merged cells in a table break it; elsewhere they are a matter of who reads it.
  var merged: ChecklistFinding {
    var failing: [ChecklistResult.Place] = []
    var other: [ChecklistResult.Place] = []
    for sheet in visible {
      let merges = sheet.sheet.layout.merges
      let areas = sheet.tables.map(\.whole) + (sheet.isCopied ? [] : [sheet.unmarked].compactMap { $0 })
      for merge in merges where areas.contains(where: merge.overlaps) {
        failing.append(Self.place(sheet, merge.description, Messages.checklistMergedInTable))
      }
      let beside = merges.count { merge in !areas.contains(where: merge.overlaps) }
      if beside > 0, let first = merges.first {
        other.append(Self.place(sheet, first.description, Messages.checklistMergedBeside(beside)))
      }
    }
    return failing.isEmpty ? .manual(other) : .failing(failing)
  }

  var blankRows: ChecklistFinding {
    guard hasTables else { return .notApplicable }
    return .failing(
      places { sheet in
        sheet.tables.flatMap { table -> [ChecklistResult.Place] in
          let cells = sheet.cells(in: table.area)
          let rows = Set(cells.map(\.address.row))
          // A column of signs or remarks may have none: its heading says what would stand there.
          let columns = Set(cells.map(\.address.column))
          let blankRows = table.rows.filter { !rows.contains($0) }
          let blankColumns = table.rows.isEmpty ? [] : table.area.columns.filter { !columns.contains($0) }
          return blankRows.map { Self.place(sheet, "\($0 + 1):\($0 + 1)", Messages.checklistBlankRow) }
            + blankColumns.map {
              let letters = CellAddress.letters($0)
              return Self.place(sheet, "\(letters):\(letters)", Messages.checklistBlankColumn)
            }
        }
      })
  }

  /// An empty cell among numbers may mean zero, missing or forgotten.
  var blankCells: ChecklistFinding {
    guard hasTables else { return .notApplicable }
    return .failing(
      places { sheet in
        let isExplained = explainsBlanks(sheet)
        return columns(sheet).flatMap { column -> [ChecklistResult.Place] in
          guard column.numbers > 0, !isExplained else { return [] }
          let filled = Set(column.cells.map(\.address.row))
          let blank = column.rows.filter { row in
            guard !filled.contains(row) else { return false }
            // A sign or a word in the column of signs behind it says why.
            let next = CellAddress(row: row, column: column.column + 1)
            guard case .text(let sign)? = sheet.sheet[next]?.value else { return true }
            return isBlank(sign)
          }
          return blank.map {
            Self.place(
              sheet, CellAddress(row: $0, column: column.column).description, Messages.checklistBlankCell)
          }
        }
      })
  }

  /// A line beside the tables says what a blank cell means.
  private func explainsBlanks(_ sheet: Sheet) -> Bool {
    sheet.sheet.cells.contains { cell in
      guard case .text(let text) = cell.value, !sheet.areas.contains(where: { $0.contains(cell.address) }) else {
        return false
      }
      let words = text.lowercased()
      return words.contains("trống") || words.contains("blank")
    }
  }

  var numbersAsText: ChecklistFinding {
    guard hasTables else { return .notApplicable }
    return .failing(
      places { sheet in
        columns(sheet).flatMap { column in
          column.textNumbers.map { cell in
            Self.place(sheet, cell.address.description, Messages.checklistTextNumber(Self.text(cell.value)))
          }
        }
      })
  }

  /// Colours of the body; headings and totals are told apart by their places.
  var colour: ChecklistFinding {
    guard hasTables else { return .notApplicable }
    return .manual(
      places { sheet in
        let filled = sheet.tables.flatMap { table in
          sheet.sheet.cells.filter {
            $0.look.isFilled && table.area.contains($0.address) && table.rows.contains($0.address.row)
          }
        }
        return filled.first.map {
          [Self.place(sheet, $0.address.description, Messages.checklistColour(filled.count))]
        } ?? []
      })
  }

  static func text(_ value: ReadCell.Value?) -> String {
    switch value {
    case .text(let text), .number(let text), .error(let text), .date(let text): text
    case .truth(let truth): truth ? "1" : "0"
    case .empty, nil: ""
    }
  }
}
