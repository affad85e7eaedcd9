import Findings
import Language
import Reports
import Values

/// The plans of a findings workbook's sheets.
struct FindingsSheets {
  let document: FindingsDocument

  private var language: OutputLanguage { document.language }
  private var findingsName: String { Messages.findingsSheet[language] }

  func plans() -> [SheetPlan] {
    let findings = findingsPlan()
    return [summaryPlan(), findings] + document.tables.indices.map { rowsPlan($0) }
  }

  /// `1. members.csv`: what Excel does not take in a name is a dash.
  func sheetName(ofTable index: Int) -> String {
    let file = document.tables[index].file
    let base = file.split(separator: "/").last.map(String.init) ?? file
    let clean = String(base.map { "[]:*?/\\'#".contains($0) || $0 == "\u{FFFD}" ? "-" : $0 })
    var name = "\(index + 1). "
    for character in clean {
      guard name.utf16.count + character.utf16.count <= ExcelLimits.sheetNameLength else { break }
      name.append(character)
    }
    return name
  }

  func page(tab: Colour, header: Int? = nil, from top: Int, _ builder: PlanBuilder) -> PageSetup {
    var page = PageSetup()
    page.isLandscape = true
    page.tabColour = tab
    let number = Messages.pageNumber(page: "&P", of: "&N")[language]
    let right = "&R&\"Times New Roman,Regular\"&9\(number)"
    let left = "&L&\"Times New Roman,Italic\"&9"
    page.footer =
      left
      + PageFrame.escaped(
        document.title, room: ExcelLimits.headerFooterLength - left.utf16.count - right.utf16.count) + right
    page.repeatedRows = header.map { $0...$0 }
    page.area = CellRange(
      CellAddress(row: top, column: 0),
      CellAddress(row: max(top, builder.row - 1), column: builder.columns.upperBound))
    return page
  }

  static let header = CellStyle(
    fontSize: 11, isBold: true, colour: .ground, fill: .structure, horizontal: .left, wraps: true)
  static let cell = CellStyle(
    fontSize: 10.5, horizontal: .left, vertical: .top, wraps: true, bottom: .init(.thin, .hairline))

  // MARK: Summary

  private func summaryPlan() -> SheetPlan {
    var builder = PlanBuilder(name: Messages.findingsSummarySheet[language], widths: [330, 130, 260, 140, 140])
    builder.line(.text(Messages.findingsTitle[language]), style: builder.texts.title, padding: 8)
    builder.line(.text(document.title), style: builder.texts.subtitle)
    let verdict = document.isValid ? Messages.checkedValid : Messages.checkedInvalid
    builder.line(.text("\(document.checked) \(verdict[language])"), style: builder.texts.body.with { $0.isBold = true })
    if let omission = document.omission { builder.notices([omission]) }
    builder.skip(8)
    let headings = [
      Messages.fileWord, Messages.severityWord, Messages.code, Messages.findingsCount, Messages.findingsListed,
    ]
    for (column, heading) in headings.enumerated() {
      builder.put(
        .text(heading[language]), in: column...column, row: builder.row,
        style: Self.header.with { if column > 2 { $0.horizontal = .right } })
    }
    builder.skip(26)
    let numbers = NumberForm(language)
    for count in document.counts {
      let texts = [
        count.file, count.severity.name[language], count.code, numbers.string(count.count),
        numbers.string(count.listed),
      ]
      row(texts.map { .text($0) }, &builder) { column, style in if column > 2 { style.horizontal = .right } }
    }
    if document.counts.isEmpty { builder.line(.text(Messages.noFindings[language]), style: builder.texts.body) }
    builder.skip(12)
    builder.line(.text(Messages.howToRead[language]), style: builder.texts.heading)
    for text in Messages.howToReadFindings { builder.line(.text(text[language]), style: builder.texts.body) }
    builder.plan.page = page(tab: .structure, from: 0, builder)
    return builder.plan
  }

  /// A row of texts, as high as the highest of them.
  private func row(
    _ contents: [PlannedCell.Content], _ builder: inout PlanBuilder,
    _ change: (Int, inout CellStyle) -> Void = { _, _ in }
  ) {
    for (column, content) in contents.enumerated() {
      let style = Self.cell.with { change(column, &$0) }
      guard case .text(let text) = content else {
        builder.put(content, in: column...column, row: builder.row, style: style)
        if case .link(let text, _, _) = content { builder.grow(for: text, in: column...column, style: style) }
        continue
      }
      builder.put(text.isEmpty ? .blank : content, in: column...column, row: builder.row, style: style)
      builder.grow(for: text, in: column...column, style: style)
    }
    builder.row += 1
  }

  // MARK: Findings

  private static let headerRow = 3

  private func findingsPlan() -> SheetPlan {
    var builder = PlanBuilder(name: findingsName, widths: [48, 84, 140, 150, 66, 120, 170, 290, 290])
    builder.put(
      .link(Messages.backToSummary[language], sheet: Messages.findingsSummarySheet[language]), in: 0...2,
      row: builder.row, style: builder.texts.back)
    builder.skip(18)
    builder.line(.text(Messages.findingsSheetTitle[language]), style: builder.texts.title, padding: 8)
    builder.line(.text(document.omission ?? document.checked), style: builder.texts.subtitle)
    let headings = [
      Messages.ordinal, Messages.severityWord, Messages.code, Messages.fileWord, Messages.lineWord,
      Messages.columnWord, Messages.valueWord, Messages.messageWord, Messages.remedyWord,
    ].map { $0[language] }
    builder.plan.heights[builder.row] = 26
    if document.entries.isEmpty {
      for (column, heading) in headings.enumerated() {
        builder.put(.text(heading), in: column...column, row: builder.row, style: Self.header)
      }
      builder.row += 1
      builder.line(.text(Messages.noFindings[language]), style: builder.texts.body)
    } else {
      builder.plan.table = TableDescription(
        name: Messages.findingsTableName[language],
        range: CellRange(
          CellAddress(row: builder.row, column: 0),
          CellAddress(row: builder.row + document.entries.count, column: headings.count - 1)),
        headings: headings, headerStyles: headings.map { _ in Self.header })
      builder.row += 1
      for (index, entry) in document.entries.enumerated() { write(entry, index, &builder) }
    }
    builder.plan.page = page(tab: .data, header: Self.headerRow, from: 1, builder)
    builder.plan.frozen = CellAddress(row: Self.headerRow + 1, column: 1)
    return builder.plan
  }

  private func write(_ entry: FindingsDocument.Entry, _ index: Int, _ builder: inout PlanBuilder) {
    let line = entry.place.map { place in
      PlannedCell.Content.link(
        entry.line, sheet: sheetName(ofTable: place.table),
        cell: CellAddress(row: Self.firstRow + place.row, column: 0))
    }
    let contents: [PlannedCell.Content] = [
      .text("\(index + 1)"), .text(entry.severity.name[language]), .text(entry.code), .text(entry.file),
      line ?? .text(entry.line), .text(entry.field), .text(entry.value), .text(entry.message), .text(entry.remedy),
    ]
    row(contents, &builder) { column, style in
      if column == 0 { style.horizontal = .centre }
      if column == 1, entry.severity == .error { style.isBold = true }
      if column == 4, entry.place != nil { style = Self.linked(style) }
    }
  }

  private static func linked(_ style: CellStyle) -> CellStyle {
    style.with {
      $0.colour = .link
      $0.isUnderlined = true
    }
  }

  // MARK: Rows

  /// Of a rows sheet: under the link back, the title, how to read it, and the header.
  private static let firstRow = 4

  private func rowsPlan(_ index: Int) -> SheetPlan {
    let table = document.tables[index]
    let columns = max(table.header.count, table.rows.map(\.cells.count).max() ?? 0)
    let own = [70, 130, 190]
    let widths = (0..<columns).map { column in
      let texts =
        [column < table.header.count ? table.header[column] : ""]
        + table.rows.prefix(200).map { column < $0.cells.count ? $0.cells[column] : "" }
      let widest = texts.map { TextMeasure.serif.width($0, size: 11, isBold: true) }.max() ?? 0
      return min(max(Int(widest * 1.05) + 16, 60), 230)
    }
    var builder = PlanBuilder(name: sheetName(ofTable: index), widths: own + widths)
    builder.put(
      .link(Messages.backToFindings[language], sheet: findingsName), in: 0...2, row: builder.row,
      style: builder.texts.back)
    builder.skip(18)
    builder.line(.text(table.file), style: builder.texts.title, padding: 8)
    builder.line(.text(Messages.rowsSheetLine[language]), style: builder.texts.subtitle)
    let headings = [Messages.lineWord, Messages.findingWord, Messages.cellsToMend].map { $0[language] } + table.header
    for column in 0..<(own.count + columns) {
      let text = column < headings.count ? headings[column] : ""
      let style = Self.header.with { if column < own.count { $0.fill = .data } }
      builder.put(text.isEmpty ? .blank : .text(text), in: column...column, row: builder.row, style: style)
      builder.grow(for: text, in: column...column, style: style)
    }
    builder.row += 1
    for row in table.rows { write(row, of: table, offset: own.count, &builder) }
    builder.plan.page = page(tab: .quiet, header: Self.firstRow - 1, from: 1, builder)
    builder.plan.frozen = CellAddress(row: Self.firstRow, column: own.count)
    return builder.plan
  }

  private func write(
    _ copy: FindingsDocument.Row, of table: FindingsDocument.Table, offset: Int, _ builder: inout PlanBuilder
  ) {
    let marks = copy.marked.sorted().map { cell in
      let name = cell < table.header.count ? table.header[cell] : ""
      let place = CellAddress(row: builder.row, column: cell + offset).description
      return name.isEmpty ? place : "\(name) (\(place))"
    }
    let shown = copy.entries.prefix(6).map { "\($0 + 1)" }
    let numbers = shown.joined(separator: ", ") + (copy.entries.count > shown.count ? ", …" : "")
    let mend = marks.isEmpty ? Messages.wholeRow[language] : marks.joined(separator: "; ")
    let back = PlannedCell.Content.link(
      "← \(Messages.ordinal[language]) \(numbers)", sheet: findingsName,
      cell: CellAddress(row: Self.headerRow + 1 + (copy.entries.first ?? 0), column: 0))
    let contents = [.text("\(copy.line)"), back, .text(mend)] + copy.cells.map { PlannedCell.Content.text($0) }
    row(contents, &builder) { column, style in
      if column < offset { style.fill = .wash }
      if column == 1 { style = Self.linked(style) }
      guard copy.marked.contains(column - offset) else { return }
      let edge = CellStyle.Border(.medium, .notice)
      style = style.with {
        $0.fill = .noticeGround
        $0.isBold = true
        ($0.top, $0.bottom, $0.left, $0.right) = (edge, edge, edge, edge)
      }
    }
  }
}
