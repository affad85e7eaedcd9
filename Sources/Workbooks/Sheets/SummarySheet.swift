import Language
import Reports
import Values

/// The one page that a leader reads: a sentence, small tables, charts, what needs attention, the source.
struct SummarySheet {
  let frame: PageFrame
  let grid: SummaryGrid

  private var document: ReportDocument { frame.document }
  private var language: OutputLanguage { document.language }
  /// Grid columns between two tables beside each other.
  private let gap = 1

  /// The page in the narrowest grid in which everything fits.
  static func plan(_ frame: PageFrame) -> (plan: SheetPlan, placements: [TablePlacement]) {
    var grid = SummaryGrid(count: SummaryGrid.counts.lowerBound)
    while true {
      let page = SummarySheet(frame: frame, grid: grid).plan()
      let height = page.plan.height(ofRows: 0..<(page.plan.lastCell?.row ?? 0) + 1)
      if height <= grid.pageHeight || grid.count >= SummaryGrid.counts.upperBound { return page }
      grid = SummaryGrid(count: grid.count + 2)
    }
  }

  private func plan() -> (plan: SheetPlan, placements: [TablePlacement]) {
    var builder = PlanBuilder(
      name: Messages.summarySheet[language], widths: Array(repeating: SummaryGrid.unit, count: grid.count),
      theme: frame.theme)
    head(&builder)
    let placements = tables(&builder)
    // The foot is laid out once to learn its height: charts take what is left of the page.
    var trial = builder
    foot(&trial)
    let left = grid.pageHeight - trial.plan.height(ofRows: 0..<trial.row)
    SummaryCharts(charts: document.summary.charts, width: grid.width).draw(into: &builder, room: left)
    foot(&builder)
    var page = frame.page(saysNotice: false, tab: .data)
    page.isOnePage = true
    // The head of the sheet says it.
    page.header = ""
    page.margins = PageSetup.Margins(left: 0.55, right: 0.55, top: 0.55, bottom: 0.6)
    page.area = CellRange(
      CellAddress(row: 0, column: 0), CellAddress(row: builder.row - 1, column: grid.count - 1))
    builder.plan.page = page
    return (builder.plan, placements)
  }

  private func head(_ builder: inout PlanBuilder) {
    let small = CellStyle(fontSize: 10, colour: .quiet, horizontal: .left)
    let split = grid.count * 3 / 5
    builder.put(
      .text(document.issuer.joined(separator: " – ")), in: 0...(split - 1), row: builder.row,
      style: small.with {
        $0.isBold = true
        $0.colour = .structure
      })
    builder.put(
      .text(document.asOf), in: split...(grid.count - 1), row: builder.row,
      style: small.with {
        $0.isItalic = true
        $0.horizontal = .right
      })
    builder.skip(18)
    builder.line(
      .text(document.title), style: CellStyle(fontSize: 18, isBold: true, colour: .structure, horizontal: .left),
      padding: 4)
    builder.line(
      .text(document.subtitle), style: CellStyle(fontSize: 11, colour: .text, horizontal: .left), padding: 4)
    builder.line(
      .sentence(document.summary.headline, prefix: ""),
      style: CellStyle(fontSize: 13, isBold: true, colour: .data, horizontal: .left), padding: 8)
    builder.notices(document.notices, size: 9.5)
  }

  private func tables(_ builder: inout PlanBuilder) -> [TablePlacement] {
    var placements: [TablePlacement] = []
    let shapes = document.summary.tables.map {
      TableShape($0, forms: NumberForms(language: language), measure: frame.measure, fontSize: 10, hasFilters: false)
    }
    var index = 0
    while index < shapes.count {
      builder.skip(8)
      if index + 1 < shapes.count, let halves = halves(shapes[index], shapes[index + 1]) {
        let top = builder.row
        placements.append(draw(shapes[index], in: halves.0, &builder))
        let bottom = builder.row
        builder.row = top
        placements.append(draw(shapes[index + 1], in: halves.1, &builder))
        builder.row = max(bottom, builder.row)
        index += 2
      } else {
        placements.append(draw(shapes[index], in: grid.all, &builder))
        index += 1
      }
    }
    return placements
  }

  /// Two tables stand side by side when they are about equally long and both fit.
  private func halves(_ left: TableShape, _ right: TableShape) -> (ClosedRange<Int>, ClosedRange<Int>)? {
    let (wide, other) = (
      TableWidths(shape: left).natural().reduce(0, +), TableWidths(shape: right).natural().reduce(0, +)
    )
    let room = (grid.count - gap) * SummaryGrid.unit
    guard abs(left.order.count - right.order.count) <= 2, wide + other <= room else { return nil }
    let extra = (room - wide - other) / 2
    let first = min(max((wide + extra) / SummaryGrid.unit, 10), grid.count - 10 - gap)
    return (0...(first - 1), (first + gap)...(grid.count - 1))
  }

  private func draw(_ shape: TableShape, in room: ClosedRange<Int>, _ builder: inout PlanBuilder) -> TablePlacement {
    title(shape, in: room, &builder)
    let label = shape.columns.firstIndex { $0.role == .label } ?? 0
    let measured = TableWidths(shape: shape)
    let filled = measured.filling(room.count * SummaryGrid.unit, strict: true)
    var spans = SummaryGrid.spans(
      filled.widths, least: filled.least, from: room.lowerBound, filling: room.count, growing: label)
    spans = SummaryGrid.settled(
      spans, least: filled.least, label: label, wholeLabel: measured.wholeLabel, fixed: shape.marks
    ) { column, counts, gap in
      let beside = shape.isMarked(column) ? counts[column + 1] : 0
      return shape.hasClearHeading(column, within: (counts[column] + beside) * SummaryGrid.unit, gap: gap)
    }
    let pen = TablePen(
      shape: shape, kind: .summary, columns: spans, widths: spans.map { $0.count * SummaryGrid.unit })
    return pen.draw(into: &builder)
  }

  /// The title, and at its right the unit of measure where both fit on a line.
  private func title(_ shape: TableShape, in room: ClosedRange<Int>, _ builder: inout PlanBuilder) {
    let style = builder.texts.heading.with { $0.fontSize = 11 }
    let unit = builder.texts.unitLine.with {
      $0.fontSize = 9
      $0.horizontal = .right
      $0.vertical = .bottom
    }
    let titleWidth = shape.measure.width(shape.table.title, size: style.fontSize, isBold: true) * 1.05 + 12
    let span = min(max(Int(titleWidth) / SummaryGrid.unit + 1, 7), room.count)
    let unitRoom = (room.count - span) * SummaryGrid.unit
    let unitWidth = shape.measure.width(shape.unitLine, size: unit.fontSize) * 1.05 + 8
    if !shape.unitLine.isEmpty, unitWidth <= Double(unitRoom) {
      builder.put(.text(shape.unitLine), in: (room.lowerBound + span)...room.upperBound, row: builder.row, style: unit)
      builder.line(
        .text(shape.table.title), in: room.lowerBound...(room.lowerBound + span - 1), style: style, padding: 4)
    } else {
      builder.line(.text(shape.table.title), in: room, style: style, padding: 4)
      if !shape.unitLine.isEmpty {
        builder.line(.text(shape.unitLine), in: room, style: unit.with { $0.horizontal = .left }, padding: 3)
      }
    }
  }

  /// Grid columns for the longest link to a table.
  private var linkSpan: Int {
    let names = document.summary.attention.compactMap { frame.sheet(ofTable: $0.tableID) }
    let widest = names.map { frame.measure.width($0, size: 10.5) * 1.05 + 8 }.max() ?? 0
    return min(max((Int(widest) + SummaryGrid.unit - 1) / SummaryGrid.unit, 4), 15)
  }

  private func foot(_ builder: inout PlanBuilder) {
    let links = linkSpan
    let text = 0...(grid.count - links - 1)
    let side = (grid.count - links)...(grid.count - 1)
    if !document.summary.attention.isEmpty {
      let rule = CellStyle.Border(.medium, .structure)
      builder.skip(6)
      builder.line(
        .text(Messages.attentionHeading[language]), style: builder.texts.heading.with { $0.top = rule }, padding: 6)
    }
    for sentence in document.summary.attention {
      let style = builder.texts.note
      guard let sheet = frame.sheet(ofTable: sentence.tableID) else {
        builder.line(.sentence(sentence, prefix: "• "), style: style, padding: 3)
        continue
      }
      builder.put(
        .link(sheet, sheet: sheet), in: side, row: builder.row,
        style: builder.texts.link.with {
          $0.fontSize = 10.5
          $0.horizontal = .right
          $0.vertical = .top
        })
      builder.line(.sentence(sentence, prefix: "• "), in: text, style: style, padding: 3)
    }
    builder.skip(4)
    builder.line(
      .text(document.summary.source),
      style: CellStyle(
        fontSize: 9, isItalic: true, colour: .quiet, horizontal: .left, vertical: .top, top: .init(.thin, .rule)),
      padding: 5)
    signature(&builder)
  }

  /// At the right, as office documents have it.
  private func signature(_ builder: inout PlanBuilder) {
    guard let signature = document.signature else { return }
    let room = (grid.count / 2)...(grid.count - 1)
    let style = CellStyle(fontSize: 11, horizontal: .centre)
    builder.skip(6)
    if let day = signature.day ?? signature.place.map({ Messages.signedAt($0)[language] }) {
      builder.line(.text(day), in: room, style: style.with { $0.isItalic = true })
    }
    for title in signature.titles { builder.line(.text(title), in: room, style: style.with { $0.isBold = true }) }
    builder.skip(56)
    builder.line(.text(signature.name ?? ""), in: room, style: style.with { $0.isBold = true })
  }
}
