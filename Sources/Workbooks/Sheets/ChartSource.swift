import Language
import Reports
import Values

/// The tables of a workbook by the names that charts use.
struct PlacedTables: Sendable {
  var numbered: [String: TablePlacement] = [:]
  var summary: [TablePlacement] = []
}

/// The points of one series, taken from the tables.
struct ChartPoints: Sendable {
  struct Point: Sendable {
    var category: String
    /// Whether the category stands in its cell exactly so.
    var isCategoryAsWritten: Bool
    var categoryCell: CellAddress
    var cell: ReportCell
    var address: CellAddress
  }

  var sheet: String
  var points: [Point]
  /// Only some of the cells are drawn.
  var isPart = false
  /// Which of them were taken from elsewhere, to compare the others with.
  var added: Set<Int> = []

  /// - Throws: `.chartSourceInvalid` when the series names cells that are not there.
  init(_ series: ReportChart.Series, of chart: ReportChart, in tables: PlacedTables, language: OutputLanguage)
    throws(WorkbookError)
  {
    switch series.source {
    case .row(let table, let row, let columns):
      guard let placement = tables.numbered[table] else { throw .chartSourceInvalid(title: chart.title) }
      try self.init(placement, row: row, columns: Array(columns), chart, language)
    case .cells(let table, let row, let columns):
      guard let placement = tables.numbered[table] else { throw .chartSourceInvalid(title: chart.title) }
      try self.init(placement, row: row, columns: columns, chart, language)
    case .column(let table, let column, let rows):
      guard let placement = tables.numbered[table] else { throw .chartSourceInvalid(title: chart.title) }
      try self.init(placement, column: column, rows: rows, chart, language)
    case .summaryColumn(let index, let column, let rows):
      guard tables.summary.indices.contains(index) else { throw .chartSourceInvalid(title: chart.title) }
      try self.init(tables.summary[index], column: column, rows: rows, chart, language)
    }
  }

  private init(
    _ placement: TablePlacement, row: Int, columns: [Int], _ chart: ReportChart, _ language: OutputLanguage
  ) throws(WorkbookError) {
    sheet = placement.sheet
    points = []
    for column in columns {
      guard let address = placement.address(row: row, column: column),
        let heading = placement.headingAddress(column: column)
      else { throw .chartSourceInvalid(title: chart.title) }
      let written = placement.table.columns[column].heading
      let category = Self.category(of: written, language)
      points.append(
        Point(
          category: category, isCategoryAsWritten: category == written, categoryCell: heading,
          cell: Self.cell(placement, row, column), address: address))
    }
    guard !points.isEmpty else { throw .chartSourceInvalid(title: chart.title) }
  }

  private init(
    _ placement: TablePlacement, column: Int, rows: Range<Int>, _ chart: ReportChart, _ language: OutputLanguage
  ) throws(WorkbookError) {
    sheet = placement.sheet
    points = []
    guard let label = placement.table.columns.firstIndex(where: { $0.role == .label }) else {
      throw .chartSourceInvalid(title: chart.title)
    }
    for row in rows {
      guard let address = placement.address(row: row, column: column),
        let labelAddress = placement.address(row: row, column: label)
      else { throw .chartSourceInvalid(title: chart.title) }
      var text = ""
      if case .text(let written) = Self.cell(placement, row, label) { text = written }
      points.append(
        Point(
          category: text, isCategoryAsWritten: true, categoryCell: labelAddress,
          cell: Self.cell(placement, row, column), address: address))
    }
    guard chart.kind != .rankedBars else { return }
    // A row's note says that its year is not finished; a bar alone would not.
    for index in unfinished where !points[index].category.contains(Messages.statusMark[language]) {
      points[index].category += " " + Messages.statusMark[language]
      points[index].isCategoryAsWritten = false
    }
    guard !points.isEmpty else { throw .chartSourceInvalid(title: chart.title) }
  }

  private static func cell(_ placement: TablePlacement, _ row: Int, _ column: Int) -> ReportCell {
    let cells = placement.table.rows[row].cells
    return cells.indices.contains(column) ? cells[column] : .empty
  }

  /// A heading as the label of a point: the mark of illustrative columns would turn or crowd the labels of the years,
  /// and a word before a year becomes the mark behind it.
  private static func category(of heading: String, _ language: OutputLanguage) -> String {
    var category = heading
    let mark = " " + Messages.illustrativeMark[language]
    if category.hasSuffix(mark) { category = String(category.dropLast(mark.count)) }
    for word in [Messages.provisional, Messages.estimated] where category.hasPrefix(word[language] + " ") {
      category = "\(category.dropFirst(word[language].count + 1)) \(Messages.statusMark[language])"
    }
    return category
  }

  var numbers: [Double?] {
    points.map { point in
      if case .figure(let figure) = point.cell { figure.value.approximation } else { nil }
    }
  }

  /// The points that will change, where others will not.
  var unfinished: Set<Int> {
    let found = points.indices.filter { index in
      guard case .figure(let figure) = points[index].cell else { return false }
      return figure.flags.contains(.provisional) || figure.flags.contains(.estimated)
    }
    return found.count < points.count ? Set(found) : []
  }

  /// Takes the last point of others in, under a name.
  mutating func add(_ others: ChartPoints, named name: String) {
    guard var point = others.points.last else { return }
    (point.category, point.isCategoryAsWritten) = (name, false)
    added.insert(points.count)
    points.append(point)
  }

  /// The longest bar first, equal ones as they were; missing ones last.
  mutating func rank() {
    let numbers = numbers
    let order = points.indices.sorted { left, right in
      switch (numbers[left], numbers[right]) {
      case (let first?, let second?): first != second ? first > second : left < right
      case (.some, nil): true
      case (nil, .some): false
      case (nil, nil): left < right
      }
    }
    points = order.map { points[$0] }
    added = Set(order.indices.filter { added.contains(order[$0]) })
  }

  /// Whether a chart can draw the cells where they stand: they follow each other, categories are written as they
  /// should be read, and a number that is not there is an empty cell. Excel draws a text such as "..." as zero.
  var isDirect: Bool {
    guard !isPart, let first = points.first, let last = points.last else { return false }
    let isRow = first.address.row == last.address.row
    let isConsecutive = points.enumerated().allSatisfy { offset, point in
      point.address
        == CellAddress(
          row: first.address.row + (isRow ? 0 : offset), column: first.address.column + (isRow ? offset : 0))
    }
    return isConsecutive
      && points.allSatisfy { point in
        if case .absent(let absence) = point.cell, absence != .missing { return false }
        if case .text = point.cell { return false }
        return point.isCategoryAsWritten
      }
  }
}
