public import Values

/// An arithmetic expression over indicators: `1000 * members / population`.
public indirect enum Formula: Sendable, Hashable {
  case number(ExactDecimal)
  case indicator(String)
  case adding(Formula, Formula)
  case subtracting(Formula, Formula)
  case multiplying(Formula, Formula)
  case dividing(Formula, Formula)

  /// The indicators it names, in order, each once.
  public var names: [String] {
    var names: [String] = []
    collect(into: &names)
    return names
  }

  private func collect(into names: inout [String]) {
    switch self {
    case .number: break
    case .indicator(let name): if !names.contains(name) { names.append(name) }
    case .adding(let left, let right), .subtracting(let left, let right), .multiplying(let left, let right),
      .dividing(let left, let right):
      left.collect(into: &names)
      right.collect(into: &names)
    }
  }
}

extension Formula: CustomStringConvertible {
  /// With the fewest parentheses that keep its meaning.
  public var description: String { text(above: 0) }

  private func text(above precedence: Int) -> String {
    switch self {
    case .number(let number): return number.description
    case .indicator(let name): return name
    case .adding(let left, let right): return wrap(left.text(above: 1) + " + " + right.text(above: 1), 1, precedence)
    case .subtracting(let left, let right):
      return wrap(left.text(above: 1) + " - " + right.text(above: 2), 1, precedence)
    case .multiplying(let left, let right):
      return wrap(left.text(above: 2) + " * " + right.text(above: 2), 2, precedence)
    case .dividing(let left, let right):
      return wrap(left.text(above: 2) + " / " + right.text(above: 3), 2, precedence)
    }
  }

  private func wrap(_ text: String, _ own: Int, _ outer: Int) -> String { own < outer ? "(\(text))" : text }
}
