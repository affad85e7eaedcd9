import Reports
import Values

/// A cell of the workbook.
struct SheetCell: Sendable, Hashable {
  var sheet: String
  var cell: CellAddress
}

/// Where each figure stands, for formulas that use it: its first cell in a numbered table, else on the summary page.
struct FigureIndex: Sendable {
  struct Spot: Sendable {
    var place: SheetCell
    var figure: ReportFigure
  }

  private var spots: [FigureID: Spot] = [:]

  /// - Parameter plans: in the order of the sheets. O(number of cells).
  init(_ plans: [SheetPlan]) {
    for kind in [FigureContext.Kind.table, .summary] {
      for plan in plans {
        for cell in plan.cells {
          guard case .figure(let figure, let context) = cell.content, context.kind == kind, spots[figure.id] == nil
          else { continue }
          spots[figure.id] = Spot(place: SheetCell(sheet: plan.name, cell: cell.range.first), figure: figure)
        }
      }
    }
  }

  subscript(figure: FigureID) -> Spot? { spots[figure] }
}
