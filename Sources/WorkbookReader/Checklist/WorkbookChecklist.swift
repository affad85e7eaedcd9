/// Goes through the checklist on a workbook, whoever made it.
public enum WorkbookChecklist {
  /// - Parameter book: read `wholly`.
  /// - Returns: one result an item, in the order of the items.
  public static func run(_ book: ReadBook) -> [ChecklistResult] {
    let inspection = Inspection(book)
    return ChecklistItem.allCases.map { ChecklistResult($0, inspection.finding($0)) }
  }
}

extension Inspection {
  func finding(_ item: ChecklistItem) -> ChecklistFinding {
    switch item {
    case .macros: macros
    case .linkedWorkbooks: linkedWorkbooks
    case .documentTitle: documentTitle
    case .documentLanguage: documentLanguage
    case .personalProperties: personalProperties
    case .opening: opening
    case .sheetNames: sheetNames
    case .contents: contents
    case .links: links
    case .hidden: hidden
    case .sheetTitle: sheetTitle
    case .corner: corner
    case .markedTables: markedTables
    case .oneTable: oneTable
    case .headings: headings
    case .merged: merged
    case .blankRows: blankRows
    case .blankCells: blankCells
    case .numbersAsText: numbersAsText
    case .errorValues: errorValues
    case .keptValues: keptValues
    case .frozen: frozen
    case .width: width
    case .printing: printing
    case .alternativeText: alternativeText
    case .colour: colour
    case .notes: notes
    }
  }
}
