import Aggregation
import Catalogue
import Reports
import Values

/// Recomputes an entry of a ledger from what it says it comes from.
struct Recomputation {
  let entries: [FigureID: LedgerEntry]
  let catalogue: Catalogue

  enum Problem: Error, Equatable {
    case unknownFigure(String)
    case unknownFormula(String)
  }

  /// Nil where nothing is computed: a quoted figure.
  func value(of entry: LedgerEntry) throws -> Rational? {
    switch entry.origin {
    case .quoted: return nil
    case .observation(let inputs): return try observed(entry, inputs)
    case .derived(let figures): return try derived(entry, from: figures)
    }
  }

  private func observed(_ entry: LedgerEntry, _ inputs: [ObservationInput]) throws -> Rational? {
    guard let indicator = entry.indicator.flatMap({ catalogue.indicator($0) }) else { return nil }
    return try value(of: indicator, inputs)
  }

  private func value(of indicator: Indicator, _ inputs: [ObservationInput]) throws -> Rational {
    func measure(_ name: String) throws -> Rational {
      guard let value = inputs.first(where: { $0.measure == name })?.value else { throw Problem.unknownFigure(name) }
      return value
    }
    switch indicator.definition {
    case .measure(let name): return try measure(name).multiplied(by: indicator.scaling)
    case .ratio(let top, let bottom):
      let quotient = try measure(top).divided(by: measure(bottom)).multiplied(by: indicator.scaling)
      return indicator.unit.isPercent ? try quotient.multiplied(by: .hundred) : quotient
    case .formula(let formula): return try value(of: formula, inputs)
    case .share(let name, _):
      let terms = inputs.filter { $0.measure == name }.compactMap(\.value)
      guard terms.count == 2 else { throw Problem.unknownFigure(name) }
      return try terms[0].divided(by: terms[1]).multiplied(by: .hundred)
    // What they are made of is in the years' own figures; their inputs are sums over all years.
    case .derived(let derivation): throw Problem.unknownFormula(derivation.description)
    }
  }

  private func value(of formula: Formula, _ inputs: [ObservationInput]) throws -> Rational {
    switch formula {
    case .number(let number): return Rational(number)
    case .previous(let name): throw Problem.unknownFigure(name)
    case .indicator(let name):
      guard let operand = catalogue.indicator(name) else { throw Problem.unknownFigure(name) }
      return try value(of: operand, inputs)
    case .adding(let left, let right): return try value(of: left, inputs).adding(value(of: right, inputs))
    case .subtracting(let left, let right): return try value(of: left, inputs).subtracting(value(of: right, inputs))
    case .multiplying(let left, let right): return try value(of: left, inputs).multiplied(by: value(of: right, inputs))
    case .dividing(let left, let right): return try value(of: left, inputs).divided(by: value(of: right, inputs))
    }
  }

  private func derived(_ entry: LedgerEntry, from figures: [FigureID]) throws -> Rational {
    let inputs = try figures.map { figure in
      guard let input = entries[figure] else { throw Problem.unknownFigure(figure.name) }
      return input
    }
    if let count = counted(entry, inputs) { return Rational(count) }
    if let value = try PartsRecomputation(entry: entry, values: inputs.map(\.value)).value { return value }
    let words = entry.formula.split(separator: " ").map(String.init)
    func operand(_ word: String) throws -> Rational {
      if let input = inputs.first(where: { $0.id.name == word }) { return input.value }
      let parts = word.split(separator: "/")
      if let number = ExactDecimal(word) { return Rational(number) }
      if parts.count == 2, let top = Int128(parts[0]), let bottom = Int128(parts[1]) {
        return try Rational(top, over: bottom)
      }
      throw Problem.unknownFigure(word)
    }
    guard words.count == 3 || words.count == 5 else { throw Problem.unknownFormula(entry.formula) }
    var value = try operand(words[0])
    for index in stride(from: 1, to: words.count, by: 2) {
      let next = try operand(words[index + 1])
      switch words[index] {
      case "+": value = try value.adding(next)
      case "-": value = try value.subtracting(next)
      case "*": value = try value.multiplied(by: next)
      case "/": value = try value.divided(by: next)
      default: throw Problem.unknownFormula(entry.formula)
      }
    }
    return value
  }

  private func counted(_ entry: LedgerEntry, _ inputs: [LedgerEntry]) -> Int? {
    switch entry.formula {
    case "cells that report": inputs.first?.coverage?.reporting
    case "cells expected to report": inputs.first?.coverage?.expected
    case "count of units compared": inputs.count
    case "count of units rising": inputs.count { !$0.published.isNegative && !$0.published.isZero }
    case "count of units falling": inputs.count { $0.published.isNegative }
    case "consecutive rises": zip(inputs, inputs.dropFirst()).count { $0.value < $1.value }
    case "consecutive falls": zip(inputs, inputs.dropFirst()).count { $0.value > $1.value }
    case "count of targets assessed": inputs.count
    default: nil
    }
  }
}
