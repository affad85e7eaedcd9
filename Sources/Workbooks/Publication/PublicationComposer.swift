import Language
import Reports
import Values

/// The sheets of the publication profile, after the checklist of the Analysis Function for accessible spreadsheets.
struct PublicationComposer {
  let document: ReportDocument
  let frame: PageFrame
  private let notes: PublicationNotes
  private var language: OutputLanguage { document.language }
  private var forms: NumberForms { NumberForms(language: language, style: .words) }

  init(document: ReportDocument, theme: Theme) {
    self.document = document
    frame = PageFrame(document: document, theme: theme.readable)
    notes = PublicationNotes(document)
  }

  func plans() -> [SheetPlan] {
    var plans = [summary()]
    for (index, table) in document.summary.tables.enumerated() {
      plans.append(
        sheet(
          of: table, name: "\(Messages.summarySheet[language]) \(index + 1)", title: table.title, kind: .summary,
          notes: []))
    }
    for table in document.tables {
      let title = table.title.hasPrefix(table.sheetName) ? table.title : "\(table.sheetName). \(table.title)"
      plans.append(
        sheet(
          of: table, name: table.sheetName, title: title, kind: .table, notes: notes.numbers(ofTable: table.id)))
    }
    plans.append(notesSheet())
    for (table, name) in [(document.quality, Messages.qualitySheet), (document.sources, Messages.sourcesSheet)] {
      plans.append(sheet(of: table, name: name[language], title: table.title, kind: .table, notes: []))
    }
    return [cover(), contents(plans)] + plans
  }

  // MARK: Tables

  private func sheet(
    of table: ReportTable, name: String, title: String, kind: FigureContext.Kind, notes numbers: [Int]
  ) -> SheetPlan {
    let shown = PublicationTable(table, kind: kind, forms: forms)
    var lines = [oneTable(!table.rows.isEmpty)] + notices
    let unit = table.unitLineWithoutSigns(language)
    if !unit.isEmpty { lines += self.lines(unit) }
    if shown.hasGaps { lines += self.lines(Messages.gapsExplained[language]) }
    if !numbers.isEmpty {
      let listed = PublicationNotes.listed(numbers, language)
      lines.append(.init(content: .link(Messages.notesApply(listed)[language], sheet: Messages.notesSheet[language])))
    }
    lines.append(backToContents)
    // The title, the lines and the head of the table.
    let plain = shown.table(itemsFrom: lines.count + 2)
    return PlainSheet(frame: frame, name: name, title: title, lines: lines, table: plain).plan()
  }

  private func oneTable(_ isThere: Bool) -> PlainSheet.Line {
    PlainSheet.Line(content: .text((isThere ? Messages.containsOneTable : Messages.containsNoTable)[language]))
  }

  private var notices: [PlainSheet.Line] {
    document.notices.flatMap { lines($0, isBold: true) }
  }

  private func lines(_ text: String, isBold: Bool = false) -> [PlainSheet.Line] {
    PlainSheet.lines(text, isBold: isBold, frame: frame)
  }

  private var backToContents: PlainSheet.Line {
    PlainSheet.Line(content: .link(Messages.goToContents[language], sheet: Messages.contentsSheet[language]))
  }

  // MARK: Lists

  private func cover() -> SheetPlan {
    var lines = lines(document.subtitle) + self.lines(document.asOf) + notices
    for issuer in document.issuer { lines += self.lines(issuer) }
    for entry in document.imprint {
      lines += self.lines(entry.label, isBold: true)
      lines += entry.lines.flatMap { self.lines($0) }
    }
    lines += self.lines(Messages.aboutWorkbook[language], isBold: true)
    lines += Messages.aboutPublication.flatMap { self.lines($0[language]) }
    lines.append(backToContents)
    return PlainSheet(
      frame: frame, name: Messages.coverSheet[language], title: document.title, lines: lines, table: nil
    ).plan()
  }

  private func contents(_ plans: [SheetPlan]) -> SheetPlan {
    let rows = plans.map { plan in
      PlainTable.Row(cells: [
        PlainTable.Cell(.link(plan.name, sheet: plan.name), text: plan.name), PlainTable.Cell(title(of: plan)),
      ])
    }
    return PlainSheet(
      frame: frame, name: Messages.contentsSheet[language],
      title: "\(Messages.contentsSheet[language]): \(document.title)", lines: [oneTable(true)] + notices,
      table: PlainTable(
        name: language == .vietnamese ? "MucLuc" : "Contents_list",
        columns: [.init(heading: Messages.contentsName[language]), .init(heading: Messages.contentsTitle[language])],
        rows: rows)
    ).plan()
  }

  private func title(of plan: SheetPlan) -> String {
    if let table = document.tables.first(where: { $0.sheetName == plan.name }) { return table.title }
    guard case .text(let title) = plan.cells.first?.content else { return "" }
    return title
  }

  private func summary() -> SheetPlan {
    let sentences = [document.summary.headline] + document.summary.attention
    let rows = sentences.map { sentence in
      let target = frame.sheet(ofTable: sentence.tableID)
      return PlainTable.Row(cells: [
        PlainTable.Cell(.sentence(sentence, prefix: ""), text: sentence.text),
        target.map { PlainTable.Cell(.link($0, sheet: $0), text: $0) } ?? PlainTable.Cell(""),
      ])
    }
    return PlainSheet(
      frame: frame, name: Messages.summarySheet[language], title: Messages.keyPoints[language],
      lines: [oneTable(true)] + notices + lines(document.summary.source) + [backToContents],
      table: PlainTable(
        name: language == .vietnamese ? "DiemChinh" : "Key_points",
        columns: [.init(heading: Messages.contentsTitle[language]), .init(heading: Messages.seeTable[language])],
        rows: rows)
    ).plan()
  }

  private func notesSheet() -> SheetPlan {
    let rows = notes.notes.enumerated().map { index, note in
      let target = frame.sheet(ofTable: note.tables.first)
      return PlainTable.Row(cells: [
        PlainTable.Cell(Messages.noteNumber(index + 1)[language]),
        PlainTable.Cell(.sentence(note.sentence, prefix: ""), text: note.sentence.text),
        target.map { PlainTable.Cell(.link($0, sheet: $0), text: $0) } ?? PlainTable.Cell(Messages.allTables[language]),
      ])
    }
    return PlainSheet(
      frame: frame, name: Messages.notesSheet[language],
      title: "\(Messages.notesSheet[language]): \(Messages.notesLine[language])",
      lines: [oneTable(!rows.isEmpty)] + notices + [backToContents],
      table: rows.isEmpty
        ? nil
        : PlainTable(
          name: language == .vietnamese ? "GhiChu" : "Notes_list",
          columns: [
            .init(heading: Messages.noteNumberHeading[language]), .init(heading: Messages.note[language]),
            .init(heading: Messages.noteAbout[language]),
          ], rows: rows)
    ).plan()
  }
}

extension Theme {
  /// No letter smaller than the checklist allows.
  var readable: Theme {
    var theme = self
    theme.sizes.text = max(theme.sizes.text, 12)
    theme.sizes.note = max(theme.sizes.note, 12)
    theme.sizes.heading = max(theme.sizes.heading, 14)
    theme.sizes.title = max(theme.sizes.title, 16)
    return theme
  }
}
