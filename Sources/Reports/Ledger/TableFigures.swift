import Language

/// Which figures stand in one of the tidy tables beside a report, row for row.
public struct TableFigures: Sendable, Hashable {
  /// In the folder of the tables: `table-01.csv`.
  public let file: String
  /// Of the first row under the header, of the second, and so on.
  public let figures: [FigureID]

  public init(file: String, figures: [FigureID]) {
    self.file = file
    self.figures = figures
  }
}

extension ReportTable {
  /// The name of its tidy table.
  public var tidyFile: String { "table-\(id).csv" }
}

extension ReportDocument {
  /// The figures of all tables, in reading order.
  public var tableFigures: [TableFigures] {
    tables.map { table in
      let figures = table.rows.flatMap { row in
        zip(table.columns, row.cells).compactMap { _, cell in
          if case .figure(let figure) = cell { figure.id } else { nil }
        }
      }
      return TableFigures(file: table.tidyFile, figures: figures)
    }
  }
}
