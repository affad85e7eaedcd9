import Reports
import Values

/// Turns a figure's expression into a formula over the cells where its parts stand.
///
/// A formula is kept only when it gives the very number that is printed, from the numbers as they are printed in those
/// cells: where rounding makes it differ, the number stands without a formula.
struct FormulaResolver: Sendable {
  let index: FigureIndex

  struct Resolved: Sendable {
    var formula: Formula
    /// The cells it reads.
    var reads: [SheetCell]
  }

  /// A formula with what it comes to and what it reads.
  private struct Term {
    var formula: Formula
    var value: Rational
    var reads: [SheetCell]
  }

  func formula(of figure: ReportFigure, at place: SheetCell, in context: FigureContext) -> Resolved? {
    let own = figure.expression.flatMap { term($0, at: place, in: context) }
    let reference = reference(to: figure.id, from: place)
    let candidates = context.kind == .table && figure.expression != nil ? [own, reference] : [reference, own]
    for candidate in candidates {
      guard let candidate else { continue }
      if candidate.value == Rational(figure.value) {
        return Resolved(formula: candidate.formula, reads: candidate.reads)
      }
      if let rounded = try? candidate.value.rounded(to: figure.value.scale), rounded == figure.value {
        return Resolved(
          formula: .round(candidate.formula, decimals: figure.value.scale), reads: candidate.reads)
      }
    }
    return nil
  }

  private func reference(to figure: FigureID, from place: SheetCell) -> Term? {
    guard let spot = index[figure], spot.place != place else { return nil }
    return Term(
      formula: .cell(sheet: spot.place.sheet == place.sheet ? nil : spot.place.sheet, spot.place.cell),
      value: Rational(spot.figure.value), reads: [spot.place])
  }

  private func term(_ expression: FigureExpression, at place: SheetCell, in context: FigureContext) -> Term? {
    switch expression {
    case .figure(let figure): return reference(to: figure, from: place)
    case .constant(let number): return Term(formula: .number(number), value: Rational(number), reads: [])
    case .columnSum: return columnSum(at: place, in: context)
    case .sum(let figures): return sum(of: figures, at: place)
    case .adding(let left, let right): return combine(.plus, left, right, at: place, in: context)
    case .subtracting(let left, let right): return combine(.minus, left, right, at: place, in: context)
    case .multiplying(let left, let right): return combine(.times, left, right, at: place, in: context)
    case .dividing(let left, let right): return combine(.divided, left, right, at: place, in: context)
    case .rounding(let inner, let decimals):
      guard let inner = term(inner, at: place, in: context), let value = try? inner.value.rounded(to: decimals)
      else { return nil }
      return Term(
        formula: .round(inner.formula, decimals: decimals), value: Rational(value), reads: inner.reads)
    }
  }

  private func combine(
    _ operation: Formula.Operation, _ left: FigureExpression, _ right: FigureExpression, at place: SheetCell,
    in context: FigureContext
  ) -> Term? {
    guard let left = term(left, at: place, in: context), let right = term(right, at: place, in: context)
    else { return nil }
    let value =
      switch operation {
      case .plus: try? left.value.adding(right.value)
      case .minus: try? left.value.subtracting(right.value)
      case .times: try? left.value.multiplied(by: right.value)
      case .divided: try? left.value.divided(by: right.value)
      }
    guard let value else { return nil }
    return Term(
      formula: .operation(operation, left.formula, right.formula), value: value, reads: left.reads + right.reads)
  }

  private func columnSum(at place: SheetCell, in context: FigureContext) -> Term? {
    guard let items = context.items, !context.itemFigures.isEmpty,
      let value = total(of: context.itemFigures.map(\.value))
    else { return nil }
    let reads = (items.first.row...items.last.row).map {
      SheetCell(sheet: place.sheet, cell: CellAddress(row: $0, column: place.cell.column))
    }
    guard !reads.contains(place) else { return nil }
    let formula: Formula =
      if let table = context.table {
        .column(table: table.name, heading: table.heading)
      } else {
        .range(sheet: nil, items)
      }
    return Term(formula: .sum([formula]), value: value, reads: reads)
  }

  private func sum(of figures: [FigureID], at place: SheetCell) -> Term? {
    var spots: [FigureIndex.Spot] = []
    for figure in figures {
      guard let spot = index[figure], spot.place != place else { return nil }
      spots.append(spot)
    }
    guard !spots.isEmpty, let value = total(of: spots.map(\.figure.value)) else { return nil }
    let reads = spots.map(\.place)
    return Term(formula: .sum(Self.ranges(of: reads, from: place.sheet)), value: value, reads: reads)
  }

  private func total(of numbers: [ExactDecimal]) -> Rational? {
    var total = Rational.zero
    for number in numbers {
      guard let sum = try? total.adding(Rational(number)) else { return nil }
      total = sum
    }
    return total
  }

  /// Cells that follow each other down a column or along a row become one range.
  private static func ranges(of cells: [SheetCell], from sheet: String) -> [Formula] {
    var ranges: [(sheet: String, range: CellRange)] = []
    for cell in cells {
      if let last = ranges.last, last.sheet == cell.sheet, let grown = last.range.grown(by: cell.cell) {
        ranges[ranges.count - 1].range = grown
      } else {
        ranges.append((cell.sheet, CellRange(cell.cell)))
      }
    }
    return ranges.map { entry in
      let name = entry.sheet == sheet ? nil : entry.sheet
      return entry.range.isSingle ? .cell(sheet: name, entry.range.first) : .range(sheet: name, entry.range)
    }
  }
}

extension CellRange {
  /// The range with the cell below a column's end or right of a row's end; nil for any other cell.
  fileprivate func grown(by cell: CellAddress) -> CellRange? {
    let isColumn = first.column == last.column && cell.column == last.column && cell.row == last.row + 1
    let isRow = first.row == last.row && cell.row == last.row && cell.column == last.column + 1
    return isColumn || isRow ? CellRange(first, cell) : nil
  }
}
