import Language
import Reports
import Values

/// The first sheet: what the report is, and whether its data are illustrative.
struct CoverSheet {
  let frame: PageFrame

  func plan() -> SheetPlan {
    let document = frame.document
    var builder = PlanBuilder(
      name: Messages.coverSheet[document.language], widths: [40, 230, 140, 230, 40], theme: frame.theme)
    let inner = 1...3
    band(&builder, .structure, 12)
    band(&builder, .data, 3)
    builder.skip(34)
    if let logo = frame.theme.logo, document.notices.isEmpty {
      // Never on illustrative figures, which must not look official.
      let place = ChartPlace(
        cell: CellAddress(row: builder.row, column: 1), width: builder.width(of: inner), height: 96)
      builder.plan.pictures.append((logo, Messages.logoOf(document.issuer.first ?? "")[document.language], place))
      builder.skip(110)
    }
    let issuer = CellStyle(fontSize: 13, isBold: true, colour: .text, horizontal: .centre)
    for line in document.issuer { builder.line(.text(line), in: inner, style: issuer, padding: 8) }
    builder.skip(document.issuer.isEmpty ? 40 : 30)
    let notice = builder.texts.notice(13).with {
      $0.horizontal = .centre
      $0.indent = 0
    }
    if !document.notices.isEmpty {
      builder.line(.text(document.notices.joined(separator: "\n")), in: inner, style: notice, padding: 22)
    }
    builder.skip(110)
    builder.line(
      .text(document.title), in: inner,
      style: CellStyle(fontSize: 28, isBold: true, colour: .structure, horizontal: .centre), padding: 20)
    builder.skip(10)
    builder.colour(2...2, row: builder.row, style: CellStyle(fill: .data))
    builder.skip(4)
    builder.skip(14)
    builder.line(
      .text(document.subtitle), in: inner, style: CellStyle(fontSize: 17, colour: .text, horizontal: .centre),
      padding: 14)
    builder.skip(40)
    builder.line(
      .text(document.asOf), in: inner,
      style: CellStyle(fontSize: 13, isItalic: true, colour: .quiet, horizontal: .centre), padding: 10)
    builder.skip(26)
    let link = builder.texts.link.with { $0.horizontal = .centre }
    for sheet in [Messages.contentsSheet, Messages.summarySheet] {
      builder.line(.link(sheet[document.language], sheet: sheet[document.language]), in: inner, style: link, padding: 8)
    }
    fill(&builder)
    band(&builder, .data, 3)
    band(&builder, .structure, 12)
    builder.plan.page = frame.page(saysNotice: false, tab: .structure)
    builder.plan.page.isOnePage = true
    builder.plan.page.footer = ""
    builder.plan.page.header = ""
    builder.plan.page.area = CellRange(
      CellAddress(row: 0, column: 0), CellAddress(row: builder.row - 1, column: builder.columns.upperBound))
    return builder.plan
  }

  private func band(_ builder: inout PlanBuilder, _ colour: Colour, _ height: Int) {
    builder.colour(builder.columns, row: builder.row, style: CellStyle(fill: colour))
    builder.skip(height)
  }

  /// Down to the foot of the page.
  private func fill(_ builder: inout PlanBuilder) {
    let left = PageFrame.portraitHeight - 20 - builder.plan.height(ofRows: 0..<builder.row)
    for _ in 0..<max(left / 40, 1) { builder.skip(40) }
  }
}
