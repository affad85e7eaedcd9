public import Values

/// On which units series are stated: those that reported, or those of one day.
public enum Boundaries: Sendable, Hashable {
  case original
  case day(CalendarDate)

  /// Reads `original`, a day such as `2025-07-01`, or a year, which means its last day.
  public init?(_ text: String) {
    if text == "original" {
      self = .original
    } else if let day = CalendarDate(iso: text) {
      self = .day(day)
    } else if text.utf8.count == 4, let year = Int(text), (1...9999).contains(year), !text.hasPrefix("+") {
      self = .day(.lastDay(of: year))
    } else {
      return nil
    }
  }

  /// Nil for the units that reported.
  public var day: CalendarDate? {
    if case .day(let day) = self { return day }
    return nil
  }
}
