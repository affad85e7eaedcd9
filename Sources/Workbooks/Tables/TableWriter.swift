import Language
import Values

/// Puts a table's sheets into a workbook, from top to bottom.
struct TableWriter {
  private let document: TableDocument
  private let layout: TableLayout
  private let contents: Workbook.SheetID?
  private let sheets: [Workbook.SheetID]
  private let notes: Workbook.SheetID
  private var pens: [TableColumnPen] = []

  private var language: OutputLanguage { document.language }
  private static let tableName = "Bang_so_lieu"

  init(_ document: TableDocument, _ layout: TableLayout, into book: inout Workbook) throws(WorkbookError) {
    self.document = document
    self.layout = layout
    contents = layout.parts.isDivided ? try book.addSheet(named: layout.contentsSheet) : nil
    var sheets: [Workbook.SheetID] = []
    for part in layout.parts.parts { sheets.append(try book.addSheet(named: part.sheet)) }
    self.sheets = sheets
    notes = try book.addSheet(named: layout.notesSheet)
    let forms = NumberForms(language: document.language)
    for (index, column) in document.columns.enumerated() {
      let adds = document.totals.contains { index < $0.count && $0[index].isNumber }
      pens.append(try TableColumnPen(column, at: index, adds: adds, forms: forms, in: &book))
    }
  }

  mutating func write(into book: inout Workbook, row: (Int, inout [TableCell]) -> Void) throws(WorkbookError) {
    let isTable = book.memory == .whole && document.rowCount > 0 && !layout.parts.isDivided
    var cells: [TableCell] = []
    cells.reserveCapacity(document.columns.count)
    for (index, part) in layout.parts.parts.enumerated() {
      let sheet = sheets[index]
      try writeTop(of: part, number: index + 1, on: sheet, isTable: isTable, into: &book)
      var line = layout.headerRow + 1
      for number in part.rows {
        try book.begin(row: line, on: sheet)
        cells.removeAll(keepingCapacity: true)
        row(number, &cells)
        guard cells.count <= pens.count else { throw .columnOutOfRange(cells.count) }
        for column in cells.indices { try pens[column].put(cells[column], row: line, on: sheet, in: &book) }
        line += 1
      }
      if part.rows.isEmpty { try writeNothing(at: line, on: sheet, into: &book) }
      if index == layout.parts.parts.count - 1 { try writeTotals(on: sheet, isTable: isTable, into: &book) }
    }
    try finishSheets(into: &book)
    try writeNotes(into: &book)
    if let contents { try writeContents(on: contents, into: &book) }
    book.activate(contents ?? sheets[0])
  }

  // MARK: the table

  private func writeTop(
    of part: TableParts.Part, number: Int, on sheet: Workbook.SheetID, isTable: Bool, into book: inout Workbook
  ) throws(WorkbookError) {
    let count = layout.parts.parts.count
    let title = count > 1 ? "\(document.title) – \(Messages.tablePart(number, of: count)[language])" : document.title
    func put(_ value: CellValue, _ row: Int, _ style: CellStyle, _ height: Int) throws(WorkbookError) {
      try book.begin(row: row, on: sheet)
      try book.setHeight(height, ofRow: row, on: sheet)
      try book.write(value, at: CellAddress(row: row, column: 0), on: sheet, style: style)
    }
    try put(.text(title), 0, TextStyles.office.title, 28)
    for (index, line) in layout.notices.enumerated() { try put(.text(line), index + 1, TableLook.notice, 20) }
    try put(
      .link(Messages.tableNotesLine[language], sheet: layout.notesSheet, cell: CellAddress(row: 0, column: 0)),
      layout.headerRow - 1, TextStyles.office.back, 20)
    try book.begin(row: layout.headerRow, on: sheet)
    let headings = document.columns.map(\.heading)
    let widths = headings.map { TableLook.columnWidth(0, heading: $0) }
    try book.setHeight(TableLook.headerHeight(headings, widths: widths), ofRow: layout.headerRow, on: sheet)
    let styles = document.columns.map { TableLook.header($0.kind) }
    guard !isTable else {
      let range = CellRange(
        CellAddress(row: layout.headerRow, column: 0),
        CellAddress(row: layout.headerRow + part.rows.count, column: headings.count - 1))
      return try book.add(
        TableDescription(name: Self.tableName, range: range, headings: headings, headerStyles: styles), on: sheet)
    }
    for (column, heading) in headings.enumerated() {
      try book.write(
        .text(heading), at: CellAddress(row: layout.headerRow, column: column), on: sheet, style: styles[column])
    }
    guard document.rowCount > 0, !headings.isEmpty else { return }
    // In constant memory, only while the heading is the row being written.
    try book.filter(
      CellRange(
        CellAddress(row: layout.headerRow, column: 0),
        CellAddress(row: layout.headerRow + part.rows.count, column: headings.count - 1)), on: sheet)
  }

  private func writeNothing(at row: Int, on sheet: Workbook.SheetID, into book: inout Workbook) throws(WorkbookError) {
    try book.write(
      .text(Messages.noRows[language]), at: CellAddress(row: row, column: 0), on: sheet, style: TextStyles.office.note)
  }

  private func writeTotals(on sheet: Workbook.SheetID, isTable: Bool, into book: inout Workbook)
    throws(WorkbookError)
  {
    guard let part = layout.parts.parts.last else { return }
    for (index, cells) in document.totals.enumerated() {
      let row = layout.headerRow + 1 + max(1, part.rows.count) + index
      for (column, pen) in pens.enumerated() {
        let cell = column < cells.count ? cells[column] : .empty
        let style = pen.total(cell)
        let value: CellValue =
          switch cell {
          case .empty: .blank
          case .text(let text): .text(text)
          case .absent(let absence): .text(pen.forms.printed(absence))
          case .lowerBound(let number, _): .number(number.approximation)
          case .number(let number, _, _):
            pen.sum == number && document.rowCount > 0
              ? .formula(sum(of: column, isTable: isTable), cached: number.approximation)
              : .number(number.approximation)
          }
        try book.write(value, at: CellAddress(row: row, column: column), on: sheet, style: style)
      }
    }
  }

  /// Live where the items add up to the total; what is not a sum, such as a rate, stands as a number.
  private func sum(of column: Int, isTable: Bool) -> Formula {
    guard !isTable else { return .sum([.column(table: Self.tableName, heading: document.columns[column].heading)]) }
    let parts = layout.parts.parts
    return .sum(
      parts.enumerated().map { index, part in
        .range(sheet: index == parts.count - 1 ? nil : part.sheet, layout.items(part, column: column))
      })
  }

  /// Widths, panes and pages, once all rows are known.
  private mutating func finishSheets(into book: inout Workbook) throws(WorkbookError) {
    for (column, cell) in (document.totals.first ?? []).enumerated() where column < pens.count {
      if case .text(let text) = cell { pens[column].measure(text, isBold: true) }
    }
    var widths = zip(pens, document.columns).map { pen, column in
      TableLook.columnWidth(max(pen.width, pen.numberWidth), heading: column.heading)
    }
    // Title and notices run over the columns: a narrow table is stretched to a page.
    let missing = PageFrame.portraitWidth - widths.reduce(0, +)
    if missing > 0, !widths.isEmpty {
      let share = missing / widths.count
      widths = widths.map { $0 + share }
    }
    let frozen = document.columns.prefix { $0.kind == .label }.count
    for sheet in sheets {
      for (column, width) in widths.enumerated() { try book.setWidth(width, ofColumn: column, on: sheet) }
      try book.freeze(
        at: CellAddress(row: layout.headerRow + 1, column: frozen < document.columns.count ? frozen : 0), on: sheet)
      try book.set(
        TableLook.page(
          document, header: layout.headerRow...layout.headerRow,
          isLandscape: widths.reduce(0, +) > PageFrame.portraitWidth + 50), on: sheet)
    }
  }

  // MARK: around it

  private func writeNotes(into book: inout Workbook) throws(WorkbookError) {
    let width = PageFrame.portraitWidth
    try book.setWidth(width, ofColumn: 0, on: notes)
    var row = 0
    func line(_ text: String, _ style: CellStyle) throws(WorkbookError) {
      let lines = TextMeasure.serif.lines(
        text, within: Double(width - 10) / 1.03, size: style.fontSize, isBold: style.isBold)
      try book.begin(row: row, on: notes)
      try book.setHeight(
        Int((Double(lines) * TextMeasure.serif.lineHeight(size: style.fontSize)).rounded(.up)) + 8, ofRow: row,
        on: notes)
      try book.write(
        .text(text), at: CellAddress(row: row, column: 0), on: notes, style: style.with { $0.wraps = true })
      row += 1
    }
    try line(Messages.tableNotesTitle[language], TextStyles.office.title)
    try line(document.title, TextStyles.office.subtitle)
    for notice in document.notices { try line(notice, TextStyles.office.notice(10)) }
    let noted = document.notes + legend
    if !noted.isEmpty { try line(Messages.notesSheet[language], TextStyles.office.heading) }
    for (index, note) in noted.enumerated() { try line("\(index + 1). \(note)", TextStyles.office.body) }
    if !document.sources.isEmpty { try line(Messages.sourcesSheet[language], TextStyles.office.heading) }
    for source in document.sources { try line(source, TextStyles.office.body) }
    try book.set(TableLook.page(document, header: nil, isLandscape: false), on: notes)
  }

  /// What the workbook has to say about its own figures.
  private var legend: [String] {
    var lines: [String] = []
    let flags = pens.reduce(into: StatusFlags()) { $0.formUnion($1.flags) }
    if !flags.isEmpty { lines.append(Messages.statusLegend(flags.flags.map(\.name))[language] + ".") }
    if pens.contains(where: \.isCut) { lines.append(Messages.tableDigitsCut[language]) }
    if layout.parts.isDivided {
      lines.append(Messages.tableDivided(sheets: layout.parts.parts.map(\.sheet))[language])
    }
    return lines
  }

  private func writeContents(on sheet: Workbook.SheetID, into book: inout Workbook) throws(WorkbookError) {
    for (column, width) in [220, 460].enumerated() { try book.setWidth(width, ofColumn: column, on: sheet) }
    func put(_ value: CellValue, _ row: Int, _ column: Int, _ style: CellStyle) throws(WorkbookError) {
      try book.write(value, at: CellAddress(row: row, column: column), on: sheet, style: style)
    }
    try put(.text(document.title), 0, 0, TextStyles.office.title)
    try put(.text(Messages.contentsName[language]), 1, 0, TableLook.header(.label))
    try put(.text(Messages.contentsTitle[language]), 1, 1, TableLook.header(.label))
    let numbers = NumberForm(language)
    var row = 2
    for part in layout.parts.parts {
      let rows = Messages.tableRows(
        from: numbers.string(part.rows.lowerBound + 1), to: numbers.string(part.rows.upperBound),
        of: numbers.string(document.rowCount))
      try put(
        .link(part.sheet, sheet: part.sheet, cell: CellAddress(row: 0, column: 0)), row, 0, TextStyles.office.link)
      try put(.text(rows[language]), row, 1, TextStyles.office.body)
      row += 1
    }
    try put(
      .link(layout.notesSheet, sheet: layout.notesSheet, cell: CellAddress(row: 0, column: 0)), row, 0,
      TextStyles.office.link)
    try put(.text(Messages.tableNotesTitle[language]), row, 1, TextStyles.office.body)
    try book.set(TableLook.page(document, header: nil, isLandscape: false), on: sheet)
  }
}

extension TableCell {
  fileprivate var isNumber: Bool { if case .number = self { true } else { false } }
}
