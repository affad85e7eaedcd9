import Catalogue
import Findings
import Language
import Values

extension PlausibilityCheck {
  /// Below this many, two counts of different years are often equal by chance.
  private static let fewest = Rational(50)
  /// The share of denominators that have to move for one that does not to be noticed.
  private static let moving = 0.8
  /// By how much of itself a numerator has to move, in percent.
  private static let noticeable = Rational(5)

  /// What both terms of a ratio are broken down by.
  func ratios(
    _ indicator: Indicator, _ top: String, _ bottom: String
  ) -> (above: [RuleFinding], copied: [RuleFinding]) {
    guard let numerator = book.catalogue.measures[top], let denominator = book.catalogue.measures[bottom],
      let first = scope(numerator), let second = scope(denominator), let years = book.years(of: [indicator])
    else { return ([], []) }
    let scope = FactBook.Scope(dimensions: first.dimensions.filter { second.dimensions.contains($0) })
    var above: [RuleFinding] = []
    var moves = Moves()
    for place in book.places(of: [indicator], in: scope) {
      var before: Fact?
      for year in years {
        let fact = try? book.fact(indicator, year...year, at: place, in: scope)
        defer { before = fact }
        guard let fact, !fact.hasGaps else { continue }
        if indicator.unit.isPercent, fact.value > .hundred, !hasOwnLimit(indicator) {
          above.append(
            RuleFinding(aboveWhole(indicator, fact, year, place, scope), evidence: fact.evidence))
        }
        guard denominator.kind == .stock, let before, !before.hasGaps, !fact.flags.contains(.breakInSeries),
          !fact.isPartialFlow, !before.isPartialFlow
        else { continue }
        moves.add(fact, after: before, (year, place))
      }
    }
    guard moves.compared > 0, Double(moves.moved) >= Self.moving * Double(moves.compared) else { return (above, []) }
    return (
      above,
      moves.copied.map {
        RuleFinding(
          copied(indicator, $0, scope), pattern: .denominatorRecounted, subject: Self.subject(top, bottom))
      }
    )
  }

  /// What a ratio is called among the subjects of patterns: several indicators may be of the same terms.
  static func subject(_ top: String, _ bottom: String) -> String { "\(top)/\(bottom)" }

  private struct Copy {
    let fact: Fact
    let before: Fact
    let year: Int
    let place: FactPlace
  }

  /// How denominators went from each year to the next.
  private struct Moves {
    var compared = 0
    var moved = 0
    var copied: [Copy] = []

    mutating func add(_ fact: Fact, after before: Fact, _ at: (year: Int, place: FactPlace)) {
      guard let now = fact.terms, let then = before.terms, now.denominator.magnitude >= fewest else { return }
      compared += 1
      if now.denominator != then.denominator {
        moved += 1
        return
      }
      guard let change = try? now.numerator.subtracting(then.numerator).magnitude.multiplied(by: .hundred),
        let most = try? then.numerator.magnitude.multiplied(by: noticeable), change > most
      else { return }
      copied.append(Copy(fact: fact, before: before, year: at.year, place: at.place))
    }
  }

  /// The package says itself what the ratio may be.
  private func hasOwnLimit(_ indicator: Indicator) -> Bool {
    book.catalogue.rules.contains { rule in
      guard case .comparison(let comparison) = rule.check, case .indicator(indicator.code) = comparison.left else {
        return false
      }
      return comparison.change == .none && (comparison.relation == .atMost || comparison.relation == .less)
    }
  }

  private func copied(_ indicator: Indicator, _ copy: Copy, _ scope: FactBook.Scope) -> Finding {
    // The denominator's row is the one to look at.
    let evidence = Array(copy.fact.evidence.reversed()) + copy.before.evidence.reversed()
    let now = copy.fact.terms ?? (.zero, .zero)
    return Finding(
      code: "denominator-unchanged", severity: .warning, resource: evidence.first?.resource,
      position: wording.position(evidence), field: evidence.first?.column, value: RuleWording.plain(now.denominator),
      message: Messages.denominatorUnchanged(
        place: wording.place(copy.year...copy.year, copy.place, scope.dimensions), indicator: indicator.names,
        denominator: wording.amount(now.denominator, .pure),
        from: wording.amount(copy.before.terms?.numerator ?? .zero, .pure), to: wording.amount(now.numerator, .pure)),
      remedy: Messages.denominatorUnchangedRemedy)
  }

  private func aboveWhole(
    _ indicator: Indicator, _ fact: Fact, _ year: Int, _ place: FactPlace, _ scope: FactBook.Scope
  ) -> Finding {
    Finding(
      code: "ratio-above-whole", severity: .warning, resource: fact.evidence.first?.resource,
      position: wording.position(fact.evidence), field: fact.evidence.first?.column,
      value: RuleWording.plain(fact.value),
      message: Messages.ratioAboveWhole(
        place: wording.place(year...year, place, scope.dimensions), indicator: indicator.names,
        value: wording.amount(fact.value, indicator.unit),
        numerator: wording.amount(fact.terms?.numerator ?? .zero, .pure),
        denominator: wording.amount(fact.terms?.denominator ?? .zero, .pure)), remedy: Messages.ratioAboveWholeRemedy)
  }
}
