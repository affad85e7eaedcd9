import Language
import Values

/// A number of a draft that is no date, no year and no marker, with the unit that stands after it.
struct FoundFigure {
  enum Unit: Equatable {
    /// Nothing that could be one.
    case none
    case percent, percentagePoint
    case money
    /// The words of a unit of the catalogue.
    case catalogue([String])
    /// Another noun.
    case noun(String)
  }

  /// Of the number, among the tokens.
  let index: Int
  let number: PrintedNumber
  /// The tokens from the first word of the bound to the last of the unit.
  let tokens: Range<Int>
  let bound: NumberBound
  /// The power of ten that words say: 9 for `tỷ`.
  let power: Int
  let unit: Unit
  /// The number after a stroke: `13/16`.
  let denominator: PrintedNumber?
}
