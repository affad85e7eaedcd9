public import Values

/// What one field of a row holds, after its declared type.
public enum Cell: Sendable, Hashable {
  /// One of the declared texts for no value.
  case missing
  /// A code of the column's `TextDictionary`.
  case text(Int)
  case number(ExactDecimal)
  case year(Int)
  case date(CalendarDate)
  case boolean(Bool)
  /// Not of the declared type; a finding says so.
  case invalid
}
