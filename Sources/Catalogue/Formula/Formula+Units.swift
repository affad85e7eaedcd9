import Values

extension Formula {
  /// Why the units of measure of a formula do not fit together.
  enum UnitProblem: Error {
    /// Values of these two units cannot be added or subtracted.
    case cannotAdd(String, String)
    case overflow
  }

  /// The unit of the formula's value: % − % is percentage points, and only like is added to like.
  func unit(of indicator: (String) -> UnitOfMeasure?) throws(UnitProblem) -> UnitOfMeasure {
    switch self {
    case .number: return .pure
    case .indicator(let name), .previous(let name): return indicator(name) ?? .pure
    case .adding(let left, let right):
      return try Self.common(left.unit(of: indicator), right.unit(of: indicator))
    case .subtracting(let left, let right):
      return try Self.common(left.unit(of: indicator), right.unit(of: indicator)).ofChange
    case .multiplying(let left, let right):
      return try Self.combine(left.unit(of: indicator), right.unit(of: indicator), dividing: false)
    case .dividing(let left, let right):
      return try Self.combine(left.unit(of: indicator), right.unit(of: indicator), dividing: true)
    }
  }

  private static func common(_ left: UnitOfMeasure, _ right: UnitOfMeasure) throws(UnitProblem) -> UnitOfMeasure {
    guard left.adds(to: right) else { throw .cannotAdd(left.code, right.code) }
    return left
  }

  private static func combine(
    _ left: UnitOfMeasure, _ right: UnitOfMeasure, dividing: Bool
  ) throws(UnitProblem) -> UnitOfMeasure {
    do { return dividing ? try left.divided(by: right) : try left.multiplied(by: right) } catch { throw .overflow }
  }
}
