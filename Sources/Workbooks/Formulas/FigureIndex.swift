import Reports
import Values

/// A cell of the workbook.
struct SheetCell: Sendable, Hashable {
  var sheet: String
  var cell: CellAddress
}

extension SheetCell {
  /// Names of sheets differ in their length or end; hashing all their letters would bring them to one form each time.
  func hash(into hasher: inout Hasher) {
    hasher.combine(cell)
    hasher.combine(sheet.utf8.count)
    hasher.combine(sheet.utf8.last)
  }

  /// A name is the same where it is written with the same bytes: all come from the plans.
  static func == (left: Self, right: Self) -> Bool {
    left.cell == right.cell && left.sheet.utf8.count == right.sheet.utf8.count
      && left.sheet.utf8.last == right.sheet.utf8.last && left.sheet == right.sheet
  }
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
