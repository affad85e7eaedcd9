import Language
import Reports
import Values

/// The second sheet: every other sheet with a link.
struct ContentsSheet {
  struct Entry: Sendable {
    var sheet: String
    var title: String
    /// A numbered table; the others stand apart from them.
    var isTable: Bool
  }

  let frame: PageFrame
  let entries: [Entry]

  func plan() -> SheetPlan {
    let language = frame.document.language
    let nameWidth = entries.map { frame.measure.width($0.sheet, size: 11, isBold: true) * 1.05 + 20 }.max() ?? 120
    let first = min(max(Int(nameWidth), 110), 220)
    var builder = PlanBuilder(
      name: Messages.contentsSheet[language], widths: [first, PageFrame.portraitWidth - first], theme: frame.theme)
    builder.line(.text(Messages.contentsSheet[language]), style: builder.texts.title, padding: 8)
    builder.line(.text(frame.document.title), style: builder.texts.subtitle)
    builder.notices(frame.document.notices)
    builder.skip(10)
    let header = CellStyle(fontSize: 11, isBold: true, colour: .ground, fill: .structure, horizontal: .left)
    builder.put(.text(Messages.contentsName[language]), in: 0...0, row: builder.row, style: header)
    builder.put(.text(Messages.contentsTitle[language]), in: 1...1, row: builder.row, style: header)
    builder.skip(26)
    for (index, entry) in entries.enumerated() {
      let endsGroup = index + 1 < entries.count && entries[index + 1].isTable != entry.isTable
      let rule = CellStyle.Border(.thin, endsGroup ? .rule : .hairline)
      let style = CellStyle(fontSize: 11, horizontal: .left, vertical: .top, wraps: true, bottom: rule)
      builder.put(
        .link(entry.sheet, sheet: entry.sheet), in: 0...0, row: builder.row,
        style: style.with {
          $0.colour = .link
          $0.isUnderlined = true
        })
      builder.line(.text(entry.title), in: 1...1, style: style, padding: 8)
    }
    builder.plan.page = frame.page(tab: .structure)
    builder.plan.page.area = CellRange(
      CellAddress(row: 0, column: 0), CellAddress(row: builder.row - 1, column: 1))
    return builder.plan
  }
}

/// Numbered notes on methods and definitions.
struct NotesSheet {
  let frame: PageFrame

  func plan() -> SheetPlan {
    let language = frame.document.language
    var builder = PlanBuilder(name: Messages.notesSheet[language], widths: [34, 580, 66], theme: frame.theme)
    builder.put(
      .link(Messages.backToContents[language], sheet: Messages.contentsSheet[language]), in: 0...1, row: builder.row,
      style: builder.texts.back)
    builder.skip(18)
    builder.line(.text(Messages.notesSheet[language]), style: builder.texts.title, padding: 8)
    builder.line(.text(Messages.notesLine[language]), style: builder.texts.subtitle)
    builder.skip(8)
    let rule = CellStyle.Border(.thin, .hairline)
    for (index, note) in frame.document.notes.enumerated() {
      let style = builder.texts.body.with { $0.bottom = rule }
      builder.put(
        .text("\(index + 1)."), in: 0...0, row: builder.row,
        style: style.with {
          $0.horizontal = .centre
          $0.colour = .quiet
        })
      if let target = frame.sheet(ofTable: note.tableID) {
        builder.put(
          .link(target, sheet: target), in: 2...2, row: builder.row,
          style: style.with {
            $0.colour = .link
            $0.horizontal = .right
          })
      } else {
        builder.put(.blank, in: 2...2, row: builder.row, style: style)
      }
      builder.line(.sentence(note, prefix: ""), in: 1...1, style: style, padding: 10)
    }
    if frame.document.notes.isEmpty { builder.line(.text(Messages.noRows[language]), style: builder.texts.body) }
    builder.plan.page = frame.page(tab: .quiet)
    builder.plan.page.area = CellRange(
      CellAddress(row: 1, column: 0), CellAddress(row: builder.row - 1, column: 2))
    return builder.plan
  }
}

extension PageFrame {
  /// The name of the sheet that holds a table.
  func sheet(ofTable id: String?) -> String? {
    guard let id else { return nil }
    return document.tables.first { $0.id == id }?.sheetName
  }
}
