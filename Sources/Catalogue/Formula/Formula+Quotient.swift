extension Formula {
  /// The two indicators of a plain quotient, `1000 * members / population`: whatever numbers stand beside them, each of
  /// them stands in it once. Nil for every other formula.
  public var quotientOfTwo: (top: String, bottom: String)? {
    guard let powers, powers.count == 2, let top = powers.first(where: { $0.value == 1 })?.key,
      let bottom = powers.first(where: { $0.value == -1 })?.key
    else { return nil }
    return (top, bottom)
  }

  /// The indicator that it is a plain multiple of, `meetings / 1000`; nil for every other formula.
  public var multipleOf: String? {
    guard let powers, powers.count == 1, let only = powers.first, only.value == 1 else { return nil }
    return only.key
  }

  /// To which power each indicator stands in a product; nil where something is added, or looks at another year.
  private var powers: [String: Int]? {
    switch self {
    case .number: return [:]
    case .indicator(let name): return [name: 1]
    case .previous, .adding, .subtracting: return nil
    case .multiplying(let left, let right):
      guard let left = left.powers, let right = right.powers else { return nil }
      return left.merging(right, uniquingKeysWith: +)
    case .dividing(let left, let right):
      guard let left = left.powers, let right = right.powers else { return nil }
      return left.merging(right.mapValues { -$0 }, uniquingKeysWith: +)
    }
  }
}
