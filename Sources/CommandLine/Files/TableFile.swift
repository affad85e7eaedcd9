import Aggregation
import Catalogue
import Datasets
import Findings
import Language
import Rendering
import Trends
import Values
import Workbooks

/// The answer of `table` as a workbook: the grid that people see, with its notes and the files behind it.
struct TableFile {
  let grid: Grid
  let table: CrossTable
  let dataset: Dataset
  let language: OutputLanguage

  func write(to path: String) throws(Failure) {
    let document = document
    let rows = grid.rows
    let kinds = columns.map(\.isNumeric)
    try AtomicFile.write(to: path) { path throws(Failure) in
      do throws(WorkbookError) {
        try TableWorkbook.write(document, to: path) { row, cells in
          for (cell, isNumber) in zip(rows[row], kinds) { cells.append(Self.cell(cell, isNumber: isNumber)) }
        }
      } catch {
        throw error.failure
      }
    }
  }

  private var columns: [Grid.Column] { grid.columns.filter { $0.audience != .machines } }

  private var document: TableDocument {
    var taken: Set<String> = []
    let columns = columns.map { column in
      // Two members of one name are told apart by their codes.
      let heading = taken.contains(column.heading.lowercased()) ? "\(column.heading) (\(column.key))" : column.heading
      taken.insert(heading.lowercased())
      return TableDocument.Column(
        heading: heading, kind: column.isNumeric ? .number : column.isLabel ? .label : .text)
    }
    let names = table.query.indicators.map { $0.names[language] }
    var document = TableDocument(
      language: language, title: names.joined(separator: "; ") + (grid.title.map { " – \($0)" } ?? ""),
      columns: columns, rowCount: grid.rows.count, date: day)
    document.notices = grid.notices
    document.totals = grid.totals.map { row in
      zip(row, self.columns).map { Self.cell($0, isNumber: $1.isNumeric) }
    }
    document.notes = grid.footnotes
    document.sources = sources
    return document
  }

  /// The last day of what was asked for: a query has no other day.
  private var day: CalendarDate {
    table.spans.last.map { ReportingYear.calendar.period(of: $0).end } ?? CalendarDate.firstDay(of: 2000)
  }

  private var sources: [String] {
    let package = dataset.package
    let periods = AnswerForms(dataset, language: language)
    let first = table.spans.first.map { periods.heading(ofPeriod: $0.code) } ?? ""
    let last = table.spans.last.map { periods.heading(ofPeriod: $0.code) } ?? ""
    var lines = [Messages.tableQuestion(package: "\(package.title) (\(package.name))", from: first, to: last)[language]]
    var seen: Set<String> = []
    for indicator in table.query.indicators {
      for measure in dataset.catalogue.measures(of: indicator) where seen.insert(measure.resource).inserted {
        guard let resource = package.resource(named: measure.resource) else { continue }
        lines += resource.files.map { Messages.tableFile($0, resource: resource.title ?? resource.name)[language] }
      }
    }
    return lines
  }

  private static func cell(_ cell: GridCell, isNumber: Bool) -> TableCell {
    switch cell {
    case .empty: .empty
    case .text(let text): .text(text)
    case .truth(let truth): .text(truth ? "1" : "0")
    case .number(let number, let flags, let unrounded):
      .number(number, flags: flags, isRounded: number.isZero && !(unrounded?.isZero ?? true))
    case .atLeast(let number, let flags): .lowerBound(number, flags: flags)
    case .absent(let absence): .absent(absence)
    }
  }
}
