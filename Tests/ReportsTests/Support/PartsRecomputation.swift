import Reports
import Values

/// What parts have in a change of a rate, from the terms in the ledger and by the definitions.
struct PartsRecomputation {
  let entry: LedgerEntry
  /// Numerator and denominator, before and after; of the part, then of the whole.
  let values: [Rational]

  /// Nil for another formula. Rates of percent.
  var value: Rational? {
    get throws {
      switch entry.formula {
      case "symmetric decomposition: the part's amount": return try percent(amount(values[0..<4], values[4..<8]))
      case "symmetric decomposition: numerator":
        let step = try values[2].subtracting(values[0])
        return try percent(step.divided(by: values[1]).adding(step.divided(by: values[3])).divided(by: Rational(2)))
      case "symmetric decomposition: denominator":
        let inverses = try Rational.one.divided(by: values[3]).subtracting(Rational.one.divided(by: values[1]))
        return try percent(values[0].adding(values[2]).multiplied(by: inverses).divided(by: Rational(2)))
      case "symmetric decomposition: rates of the parts": return try rates()
      case "symmetric decomposition: weights of the parts": return try change().subtracting(rates())
      case "against the whole without it":
        return try values[0].subtracting(
          percent(values[3].subtracting(values[1]).divided(by: values[4].subtracting(values[2]))))
      default: return nil
      }
    }
  }

  private func percent(_ value: Rational) throws -> Rational { try value.multiplied(by: .hundred) }

  private func amount(_ part: ArraySlice<Rational>, _ whole: ArraySlice<Rational>) throws -> Rational {
    let (part, whole) = (Array(part), Array(whole))
    let mean = try whole[0].divided(by: whole[1]).adding(whole[2].divided(by: whole[3])).divided(by: Rational(2))
    let own = try part[2].divided(by: whole[3]).subtracting(part[0].divided(by: whole[1]))
    let weight = try part[3].divided(by: whole[3]).subtracting(part[1].divided(by: whole[1]))
    return try own.subtracting(mean.multiplied(by: weight))
  }

  private var parts: [[Rational]] {
    stride(from: 0, to: values.count, by: 4).map { Array(values[$0..<$0 + 4]) }
  }

  private func whole() throws -> [Rational] {
    try (0..<4).map { index in try parts.reduce(.zero) { try $0.adding($1[index]) } }
  }

  private func change() throws -> Rational {
    let whole = try whole()
    return try percent(whole[2].divided(by: whole[3]).subtracting(whole[0].divided(by: whole[1])))
  }

  /// As the ledger has them: rounded to twelve decimals before they are added up.
  private func rates() throws -> Rational {
    let whole = try whole()
    return try parts.reduce(.zero) { sum, part in
      let step = try part[2].divided(by: part[3]).subtracting(part[0].divided(by: part[1]))
      let weight = try part[1].divided(by: whole[1]).adding(part[3].divided(by: whole[3])).divided(by: Rational(2))
      return try sum.adding(Rational(percent(step.multiplied(by: weight)).rounded(to: 12)))
    }
  }
}
