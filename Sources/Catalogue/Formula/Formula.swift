public import Values

/// An arithmetic expression over indicators: `1000 * members / population`.
public indirect enum Formula: Sendable, Hashable {
  case number(ExactDecimal)
  case indicator(String)
  /// An indicator in the year before; in rules alone.
  case previous(String)
  case adding(Formula, Formula)
  case subtracting(Formula, Formula)
  case multiplying(Formula, Formula)
  case dividing(Formula, Formula)

  /// The indicators it names, in order, each once.
  public var names: [String] {
    var names: [String] = []
    for operand in operands where !names.contains(operand.name) { names.append(operand.name) }
    return names
  }

  /// An indicator as a formula names it.
  public struct Operand: Sendable, Hashable {
    public let name: String
    /// Its value is that of the year before.
    public let isPrevious: Bool
  }

  /// What it is computed from, in order, each once.
  public var operands: [Operand] {
    switch self {
    case .number: return []
    case .indicator(let name): return [Operand(name: name, isPrevious: false)]
    case .previous(let name): return [Operand(name: name, isPrevious: true)]
    case .adding(let left, let right), .subtracting(let left, let right), .multiplying(let left, let right),
      .dividing(let left, let right):
      let first = left.operands
      return first + right.operands.filter { !first.contains($0) }
    }
  }

  /// Whether it looks at the year before.
  public var looksBack: Bool { operands.contains(where: \.isPrevious) }
}

extension Formula: CustomStringConvertible {
  /// With the fewest parentheses that keep its meaning.
  public var description: String { text(above: 0) }

  private func text(above precedence: Int) -> String {
    switch self {
    case .number(let number): return number.description
    case .indicator(let name): return name
    case .previous(let name): return "previous(\(name))"
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
