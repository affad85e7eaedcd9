import Aggregation
import Catalogue
import Datasets

/// What a row or a column of a pivot adds to the question that a cell answers.
struct PivotLine {
  let heading: String
  /// Nil where the other side names it.
  var indicator: Indicator?
  /// A unit, or a member of another dimension.
  var member: (dimension: String, code: String)?
  /// A part of the report's years; nil for all of it.
  var years: ClosedRange<Int>?
  /// What there is on average in a year of it.
  var isAverage = false
  /// All members together, beside them.
  var isTotal = false

  /// A selection, narrowed to this line's member.
  func narrowed(_ selection: Selection) -> Selection {
    guard let member else { return selection }
    return member.dimension == DimensionDeclaration.unit
      ? selection.at(unit: member.code) : selection.at(member.code, of: member.dimension)
  }
}
