import Language
import Reports
import Values

/// Writes finished plans through the façade, with a formula for each figure that has one.
struct PlanWriter {
  let plans: [SheetPlan]
  let charts: [[(description: ChartDescription, place: ChartPlace)]]
  let forms: NumberForms
  /// The workbook's name, as the places of figures give it.
  let file: String

  /// - Returns: the place of every figure and of every other text with a digit, sheet by sheet.
  func write(into book: inout Workbook) throws(WorkbookError) -> WorkbookPlaces {
    let formulas = try formulas()
    var places = WorkbookPlaces()
    var sheets: [Workbook.SheetID] = []
    for plan in plans { sheets.append(try book.addSheet(named: plan.name)) }
    for (index, plan) in plans.enumerated() {
      let sheet = sheets[index]
      try measure(plan, on: sheet, in: &book)
      // Merges come first, so that a table is checked against them.
      for cell in plan.cells where !cell.range.isSingle { try book.merge(cell.range, on: sheet, style: cell.style) }
      if let table = plan.table {
        try book.add(table, on: sheet)
        note(table, on: plan.name, in: &places)
      }
      for cell in plan.cells {
        let spot = SheetCell(sheet: plan.name, cell: cell.range.first)
        let formula = if case .figure = cell.content { formulas[spot] } else { String?.none }
        try book.write(value(of: cell, formula), at: spot.cell, on: sheet, style: cell.style)
        note(cell, at: spot, formula, in: &places)
      }
      for name in plan.names { try book.define(name.name, as: name.range, on: sheet) }
      for rule in plan.signColours {
        try book.colourBySign(
          rule.range, on: sheet, above: rule.risingIsGood ? .good : .bad, below: rule.risingIsGood ? .bad : .good)
      }
      for range in plan.bars { try book.drawBars(range, on: sheet, colour: .dataLight) }
      for chart in charts[index] { try book.add(chart.description, at: chart.place, on: sheet) }
      for picture in plan.pictures {
        try book.add(picture.picture, alternativeText: picture.text, at: picture.place, on: sheet)
      }
      try book.set(plan.page, on: sheet)
      if let last = plan.lastCell {
        try book.withoutWarnings(CellRange(CellAddress(row: 0, column: 0), last), on: sheet)
      }
      if let frozen = plan.frozen { try book.freeze(at: frozen, on: sheet) }
    }
    if let first = sheets.first { book.activate(first) }
    return places
  }

  private func measure(_ plan: SheetPlan, on sheet: Workbook.SheetID, in book: inout Workbook) throws(WorkbookError) {
    for (column, width) in plan.widths.enumerated() { try book.setWidth(width, ofColumn: column, on: sheet) }
    let last = max(plan.heights.keys.max() ?? 0, plan.lastCell?.row ?? 0)
    for row in 0...last {
      let height = plan.height(ofRow: row)
      if let level = plan.outline[row] {
        try book.setOutline(level, height: height, ofRow: row, on: sheet)
      } else {
        try book.setHeight(height, ofRow: row, on: sheet)
      }
    }
  }

  /// As their texts.
  private func formulas() throws(WorkbookError) -> [SheetCell: String] {
    let resolver = FormulaResolver(index: FigureIndex(plans))
    var formulas: [SheetCell: String] = [:]
    var reads: [SheetCell: [SheetCell]] = [:]
    var names: [SheetCell: String] = [:]
    for plan in plans {
      for cell in plan.cells {
        guard case .figure(let figure, let context) = cell.content else { continue }
        let spot = SheetCell(sheet: plan.name, cell: cell.range.first)
        guard let resolved = resolver.formula(of: figure, at: spot, in: context) else { continue }
        formulas[spot] = resolved.formula.text
        reads[spot] = resolved.reads
        names[spot] = figure.id.name
      }
    }
    let circular = Circularity.cells(in: reads)
    if let figure = circular.compactMap({ names[$0] }).min() { throw .circular(figure: figure) }
    return formulas
  }

  private func value(of cell: PlannedCell, _ formula: String?) -> CellValue {
    switch cell.content {
    case .blank: return .blank
    case .text(let text): return .text(text)
    case .sentence(let sentence, let prefix): return .text(prefix + sentence.text)
    case .link(let text, let sheet, let cell): return .link(text, sheet: sheet, cell: cell)
    case .figure(let figure, _):
      let number = figure.value.approximation
      return formula.map { .equation($0, cached: number) } ?? .number(number)
    }
  }

  private func note(_ table: TableDescription, on sheet: String, in places: inout WorkbookPlaces) {
    let first = table.range.first
    for (index, heading) in table.headings.enumerated() {
      let cell = CellAddress(row: first.row, column: first.column + index)
      note([.text(heading)], at: .cell(sheet: sheet, reference: cell.description), in: &places)
    }
  }

  private func note(_ cell: PlannedCell, at spot: SheetCell, _ formula: String?, in places: inout WorkbookPlaces) {
    let place = FigurePlace.Spot.cell(sheet: spot.sheet, reference: spot.cell.description)
    switch cell.content {
    case .blank: return
    case .text(let text), .link(let text, _, _): note([.text(text)], at: place, in: &places)
    case .sentence(let sentence, let prefix): note([.text(prefix)] + sentence.parts, at: place, in: &places)
    case .figure(let figure, _):
      places.figures.append(
        FigurePlace(
          figure: figure.id, file: file, spot: place, printed: forms.printed(figure),
          formula: formula))
    }
  }

  private func note(_ parts: [ReportSentence.Part], at place: FigurePlace.Spot, in places: inout WorkbookPlaces) {
    var before = 0
    for part in parts {
      switch part {
      case .text(let text):
        let (words, count) = DigitWords.found(in: text)
        for word in words {
          places.labels.append(
            LabelPlace(label: String(text[word.range]), file: file, spot: place, column: before + word.start + 1))
        }
        before += count
      case .figure(let id, let printed):
        places.figures.append(
          FigurePlace(figure: id, file: file, spot: place, printed: printed, column: before + 1))
        before += printed.count
      }
    }
  }
}
