/// The years that figures of an office are about. Others are possible, and most often typed wrong: 0222, 2202, 9999.
public enum PlausibleYears {
  public static let range = 1900...2100

  static func problem(_ year: Int, _ constraints: FieldDescriptor.Constraints) -> FieldProblem? {
    isDoubtful(year, constraints) ? .implausibleYear(year) : nil
  }

  /// False for a year in the range, or beyond it on a side for which the field declares a limit of its own.
  public static func isDoubtful(_ year: Int, _ constraints: FieldDescriptor.Constraints) -> Bool {
    guard !range.contains(year) else { return false }
    let low = constraints.minimum ?? constraints.exclusiveMinimum
    let high = constraints.maximum ?? constraints.exclusiveMaximum
    let sides = Set(constraints.bounds.map(\.side))
    let isDeclared =
      year < range.lowerBound
      ? low != nil || sides.contains(.minimum) || sides.contains(.exclusiveMinimum)
      : high != nil || sides.contains(.maximum) || sides.contains(.exclusiveMaximum)
    return !isDeclared
  }
}
