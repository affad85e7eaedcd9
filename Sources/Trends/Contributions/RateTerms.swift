import Aggregation
import Catalogue
import Findings
import Language
import Statistics
import Values

/// Both terms of an indicator that is a quotient, and what the quotient is multiplied by.
struct RateTerms {
  let numerator: Rational
  let denominator: Rational
}

extension Evaluator {
  /// What a quotient of an indicator's terms is multiplied by; nil for what is no quotient.
  func rateFactor(of indicator: Indicator) throws(Failure) -> Rational? {
    switch indicator.definition {
    case .measure, .derived: return nil
    case .share: return .hundred
    case .ratio:
      do { return indicator.unit.isPercent ? try indicator.scaling.multiplied(by: .hundred) : indicator.scaling } catch
      {
        throw .refused(Messages.overflow)
      }
    case .formula(let formula): return formula.quotient == nil ? nil : .one
    }
  }

  /// The terms behind an observation; zero where a part has none, nil for what is no quotient.
  func rateTerms(of indicator: Indicator, _ observation: Observation, in span: PeriodSpan) throws(Failure) -> RateTerms?
  {
    switch indicator.definition {
    case .measure, .derived: return nil
    case .share, .ratio:
      return RateTerms(
        numerator: observation.numerator ?? .zero, denominator: observation.denominator ?? .zero)
    case .formula(let formula):
      guard let quotient = formula.quotient else { return nil }
      var values: [String: Rational] = [:]
      if let names = formula.quotientOfTwo, isPaired(indicator) {
        values = [names.top: observation.numerator ?? .zero, names.bottom: observation.denominator ?? .zero]
      }
      for name in formula.names where values[name] == nil {
        guard let operand = dataset.catalogue.indicator(name) else { throw .defect("no indicator \(name)") }
        do throws(Failure) {
          values[name] = try observe(operand, in: span, of: observation.selection).value
        } catch {
          // An operand that is not broken down that way has no part.
          guard case .refused = error else { throw error }
        }
      }
      // A part without one of the terms adds nothing to it.
      func term(_ formula: Formula) throws(Failure) -> Rational {
        do { return try formula.value { values[$0] ?? .zero } } catch {
          if error == .overflow { throw .refused(Messages.overflow) }
          return .zero
        }
      }
      return RateTerms(numerator: try term(quotient.top), denominator: try term(quotient.bottom))
    }
  }
}

extension Formula {
  /// The formula as one quotient; nil where it divides nowhere.
  var quotient: (top: Formula, bottom: Formula)? {
    switch self {
    case .dividing(let top, .number(let number)):
      guard let inner = top.quotient else { return nil }
      return (.dividing(inner.top, .number(number)), inner.bottom)
    case .dividing(let top, let bottom):
      guard bottom.quotient == nil else { return nil }
      return top.quotient == nil ? (top, bottom) : nil
    case .multiplying(.number(let number), let right):
      return right.quotient.map { (.multiplying(.number(number), $0.top), $0.bottom) }
    case .multiplying(let left, .number(let number)):
      return left.quotient.map { (.multiplying($0.top, .number(number)), $0.bottom) }
    case .number, .indicator, .previous, .adding, .subtracting, .multiplying: return nil
    }
  }
}
