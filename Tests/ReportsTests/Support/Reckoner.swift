import Reports
import Values

/// Recomputes figures as a reader with a spreadsheet would: from the numbers as they are printed.
struct Reckoner {
  let entries: [FigureID: LedgerEntry]

  enum Problem: Error { case unknownFigure(FigureID) }

  private func published(_ figure: FigureID) throws -> Rational {
    guard let entry = entries[figure] else { throw Problem.unknownFigure(figure) }
    return Rational(entry.published)
  }

  /// - Parameter items: the printed numbers of the item rows in the figure's column.
  func value(_ expression: FigureExpression, items: [ExactDecimal]) throws -> Rational {
    switch expression {
    case .figure(let figure): return try published(figure)
    case .constant(let number): return Rational(number)
    case .columnSum: return try items.reduce(.zero) { try $0.adding(Rational($1)) }
    case .sum(let figures): return try figures.reduce(.zero) { try $0.adding(published($1)) }
    case .adding(let left, let right):
      return try value(left, items: items).adding(value(right, items: items))
    case .subtracting(let left, let right):
      return try value(left, items: items).subtracting(value(right, items: items))
    case .multiplying(let left, let right):
      return try value(left, items: items).multiplied(by: value(right, items: items))
    case .dividing(let left, let right):
      return try value(left, items: items).divided(by: value(right, items: items))
    case .rounding(let inner, let decimals):
      return Rational(try value(inner, items: items).rounded(to: decimals))
    }
  }

  /// Whether every number that an expression names is printed without having been rounded.
  func isExact(_ expression: FigureExpression) -> Bool {
    switch expression {
    case .figure(let figure): entries[figure].map { $0.value == Rational($0.published) } ?? false
    case .constant, .columnSum: true
    case .sum(let figures): figures.allSatisfy { isExact(.figure($0)) }
    case .adding(let left, let right), .subtracting(let left, let right), .multiplying(let left, let right),
      .dividing(let left, let right):
      isExact(left) && isExact(right)
    case .rounding(let inner, _): isExact(inner)
    }
  }
}

/// A figure with where it stands in a table.
struct PlacedFigure {
  let figure: ReportFigure
  let row: Int
  let column: Int
  /// The printed numbers of the item rows in its column.
  let items: [ExactDecimal]
}

extension ReportTable {
  var figures: [PlacedFigure] {
    var found: [PlacedFigure] = []
    for column in columns.indices {
      let items = rows.filter { $0.role == .item }.compactMap { row -> ExactDecimal? in
        guard case .figure(let figure) = row.cells[column] else { return nil }
        return figure.value
      }
      for (index, row) in rows.enumerated() {
        if case .figure(let figure) = row.cells[column] {
          found.append(PlacedFigure(figure: figure, row: index, column: column, items: items))
        }
      }
    }
    return found
  }
}
