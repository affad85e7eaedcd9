import Values

/// The limits that a field's constraints set to its values.
struct RangeCheck {
  private let minimum: ExactDecimal?
  private let maximum: ExactDecimal?
  private let exclusiveMinimum: ExactDecimal?
  private let exclusiveMaximum: ExactDecimal?

  init(_ constraints: FieldDescriptor.Constraints) {
    minimum = constraints.minimum
    maximum = constraints.maximum
    exclusiveMinimum = constraints.exclusiveMinimum
    exclusiveMaximum = constraints.exclusiveMaximum
  }

  func problem(_ number: ExactDecimal) -> FieldProblem? {
    if let minimum, number < minimum { return .belowMinimum(minimum.description) }
    if let maximum, number > maximum { return .aboveMaximum(maximum.description) }
    if let exclusiveMinimum, number <= exclusiveMinimum { return .notAbove(exclusiveMinimum.description) }
    if let exclusiveMaximum, number >= exclusiveMaximum { return .notBelow(exclusiveMaximum.description) }
    return nil
  }

  static func problem(_ value: TemporalValue, _ bounds: [TemporalBound]) -> FieldProblem? {
    guard let broken = bounds.first(where: { !$0.allows(value) }) else { return nil }
    return switch broken.side {
    case .minimum: .belowMinimum(broken.text)
    case .maximum: .aboveMaximum(broken.text)
    case .exclusiveMinimum: .notAbove(broken.text)
    case .exclusiveMaximum: .notBelow(broken.text)
    }
  }
}
