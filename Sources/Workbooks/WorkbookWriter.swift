public import Reports

import Language
import Values

/// Where everything with a digit came to stand in a workbook.
public struct WorkbookPlaces: Sendable, Hashable {
  public var figures: [FigurePlace] = []
  public var labels: [LabelPlace] = []
}

/// Writes a report as an Excel workbook: cover, contents, the one-page summary, one table a sheet, notes, data quality
/// and sources.
///
/// Totals, rates and changes are live formulas with the exact value cached beside them, numbers are numbers, and equal
/// documents give equal bytes.
public enum WorkbookWriter {
  /// - Parameters:
  ///   - look: for whom, and in which theme.
  ///   - path: written directly; a caller that must never leave half a file gives a temporary path and renames.
  ///   - fileName: the delivered name, for the places of figures; `<name>.xlsx` when it is not given.
  /// - Returns: every cell in which a figure or a label stands, sentences included.
  /// - Throws: `WorkbookError`; nothing of the file is left behind then.
  @discardableResult
  public static func write(
    _ document: ReportDocument, to path: String, fileName: String? = nil, look: WorkbookLook = WorkbookLook()
  ) throws(WorkbookError) -> WorkbookPlaces {
    try write(document, to: path, fileName: fileName, look: look, rowsPerSheet: CellAddress.rows)
  }

  static func write(
    _ document: ReportDocument, to path: String, fileName: String? = nil, look: WorkbookLook, rowsPerSheet: Int
  ) throws(WorkbookError) -> WorkbookPlaces {
    let composed = try WorkbookComposer(document: document.divided(rowsPerSheet: rowsPerSheet), look: look).compose()
    let writer = PlanWriter(
      plans: composed.plans, charts: composed.charts,
      forms: NumberForms(language: document.language, style: look.profile == .leaders ? .symbols : .words),
      file: fileName ?? "\(document.name).xlsx")
    return try Workbook.write(
      to: path,
      properties: Workbook.Properties(
        title: document.title, subject: document.subtitle, company: document.issuer.first ?? "",
        language: document.language.tag, comments: document.notices.joined(separator: " "), date: document.date),
      look: look.theme
    ) { (book) throws(WorkbookError) in try writer.write(into: &book) }
  }
}

/// Puts the sheets of one workbook together.
struct WorkbookComposer {
  struct Composed {
    var plans: [SheetPlan]
    /// For each plan.
    var charts: [[(description: ChartDescription, place: ChartPlace)]]
  }

  let document: ReportDocument
  let look: WorkbookLook

  func compose() throws(WorkbookError) -> Composed {
    switch look.profile {
    case .leaders: return try leaders()
    case .publication:
      let plans = PublicationComposer(document: document, theme: look.theme).plans()
      return Composed(plans: plans, charts: plans.map { _ in [] })
    }
  }

  private func leaders() throws(WorkbookError) -> Composed {
    let frame = PageFrame(document: document, theme: look.theme)
    let language = document.language
    var placed = PlacedTables()
    let summary = SummarySheet.plan(frame)
    placed.summary = summary.placements
    var tables: [SheetPlan] = []
    var chartTitles: [String: String] = [:]
    for table in document.tables {
      let title = table.title.hasPrefix(table.sheetName) ? table.title : "\(table.sheetName). \(table.title)"
      let sheet = TableSheet(table: table, name: table.sheetName, frame: frame, title: title, tab: .data).plan()
      tables.append(sheet.plan)
      placed.numbered[table.id] = sheet.placement
      for page in ChartSheet.sheets(of: table, moved: sheet.moved, frame: frame) {
        tables.append(page.plan())
        chartTitles[page.name] = page.title
      }
    }
    var closing = [NotesSheet(frame: frame).plan()]
    for (table, name) in [
      (document.quality, Messages.qualitySheet[language]), (document.sources, Messages.sourcesSheet[language]),
    ] {
      closing.append(
        TableSheet(table: table, name: name, frame: frame, title: table.title, tab: .quiet).plan().plan)
    }
    let opening = [CoverSheet(frame: frame).plan(), ContentsSheet(frame: frame, entries: []).plan(), summary.plan]
    var drawer = ChartDrawer(
      language: language, tables: placed,
      designer: ChartDesigner(
        forms: NumberForms(language: language), measure: TextMeasure(widths: look.theme.widths)),
      data: ChartDataSheet(frame: frame))
    var plans = opening + tables + closing
    var charts: [[(description: ChartDescription, place: ChartPlace)]] = []
    for plan in plans {
      var drawn: [(description: ChartDescription, place: ChartPlace)] = []
      for planned in plan.charts { drawn.append((try drawer.describe(planned), planned.place)) }
      charts.append(drawn)
    }
    if !drawer.data.isEmpty {
      plans.append(drawer.data.plan())
      charts.append([])
    }
    plans[1] = ContentsSheet(frame: frame, entries: entries(plans, chartTitles)).plan()
    return Composed(plans: plans, charts: charts)
  }

  private func entries(_ plans: [SheetPlan], _ chartTitles: [String: String]) -> [ContentsSheet.Entry] {
    let language = document.language
    let fixed: [String: String] = [
      Messages.coverSheet[language]: document.title, Messages.summarySheet[language]: Messages.summaryLine[language],
      Messages.notesSheet[language]: Messages.notesLine[language],
      Messages.qualitySheet[language]: document.quality.title, Messages.sourcesSheet[language]: document.sources.title,
      Messages.chartDataSheet[language]: Messages.chartDataLine[language],
    ]
    return plans.filter { $0.name != Messages.contentsSheet[language] }.map { plan in
      if let table = document.tables.first(where: { $0.sheetName == plan.name }) {
        return ContentsSheet.Entry(sheet: plan.name, title: table.title, isTable: true)
      }
      if let title = chartTitles[plan.name] {
        return ContentsSheet.Entry(sheet: plan.name, title: title, isTable: true)
      }
      return ContentsSheet.Entry(sheet: plan.name, title: fixed[plan.name] ?? "", isTable: false)
    }
  }
}

extension ChartPoints {
  /// The cells where the points stand, when they follow each other.
  var ranges: (categories: CellRange, values: CellRange) {
    let start = CellAddress(row: 0, column: 0)
    let first = points.first
    let last = points.last
    return (
      CellRange(first?.categoryCell ?? start, last?.categoryCell ?? start),
      CellRange(first?.address ?? start, last?.address ?? start)
    )
  }
}
