public import Values

/// How a number follows from other numbers of the document, as a formula that the reader's spreadsheet can recompute.
///
/// A writer of workbooks turns it into cell references; where a figure it names stands in no cell, the number is
/// written without a formula.
public indirect enum FigureExpression: Sendable, Hashable {
  case figure(FigureID)
  case constant(ExactDecimal)
  /// The sum of the item rows of the cell's own column.
  case columnSum
  /// The sum of the cells of these figures.
  case sum([FigureID])
  case adding(FigureExpression, FigureExpression)
  case subtracting(FigureExpression, FigureExpression)
  case multiplying(FigureExpression, FigureExpression)
  case dividing(FigureExpression, FigureExpression)
  /// Half away from zero, to this many decimals.
  case rounding(FigureExpression, decimals: Int)
}
