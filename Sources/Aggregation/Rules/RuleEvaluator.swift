import Catalogue
import Findings
import Language
import Values

/// Evaluates one declared rule over all years and members.
struct RuleEvaluator {
  let book: FactBook
  let rule: Rule
  private let questioned: Set<RowCell>
  private let wording: RuleWording

  /// - Parameter questioned: outliers; how far the years after them changed says nothing about those years.
  init(_ rule: Rule, _ book: FactBook, questioned: Set<RowCell>) {
    self.book = book
    self.rule = rule
    self.questioned = questioned
    wording = RuleWording(dataset: book.dataset)
  }

  /// What breaks the rule, in the order of years and tables.
  ///
  /// - Complexity: O(cells of its measures × the years that one evaluation looks at).
  func findings() -> [RuleFinding] {
    let indicators = rule.names.compactMap { book.catalogue.indicator($0) }
    guard indicators.count == rule.names.count, indicators.allSatisfy(book.isKnown),
      let years = book.years(of: indicators)
    else { return [] }
    do {
      switch rule.check {
      case .comparison(let comparison): return try compare(comparison, indicators, years)
      case .partsSumToWhole: return try addUp(indicators[0], indicators[1], years)
      }
    } catch {
      guard case .refused(let reason) = error else { return [] }
      let finding = Finding(
        code: "rule-not-evaluated", severity: .warning, position: rule.position, value: rule.text,
        message: Messages.ruleNotEvaluated(rule.id, reason: reason), remedy: Messages.ruleNotEvaluatedRemedy)
      return [RuleFinding(finding, rule: rule.id)]
    }
  }

  private func spans(_ years: ClosedRange<Int>) -> [ClosedRange<Int>] {
    rule.span == .period ? [years] : years.map { $0...$0 }
  }

  private func compare(
    _ comparison: RuleComparison, _ indicators: [Indicator], _ years: ClosedRange<Int>
  ) throws(Failure) -> [RuleFinding] {
    let scope = FactBook.Scope(dimensions: rule.dimensions)
    let places = book.places(of: indicators, in: scope)
    var findings: [RuleFinding] = []
    for span in spans(years) {
      for place in places {
        guard let left = try left(comparison, span, place, scope),
          let (right, evidence) = try right(comparison, span, place, scope),
          try !holds(comparison, left.fact.value, right)
        else { continue }
        if comparison.change != .none, try isEcho(comparison, span, place, scope, right) { continue }
        let now = left.fact.evidence + evidence.filter { !left.fact.evidence.contains($0) }
        findings.append(
          finding(
            wording.place(span, place, rule.dimensions), facts(comparison, left.fact.value, right), now: now,
            before: left.before, value: left.fact.value))
      }
    }
    return findings
  }

  private func holds(
    _ comparison: RuleComparison, _ left: Rational, _ right: Rational
  ) throws(Failure) -> Bool {
    guard comparison.relation == .equal else { return comparison.relation.holds(left, right) }
    return try exactly { () throws(ArithmeticFailure) in try rule.tolerance.allows(left, right) }
  }

  /// A wrong year also makes the change to the next one break the rule. It is only an echo when the change from the year
  /// before the wrong one keeps it.
  private func isEcho(
    _ comparison: RuleComparison, _ span: ClosedRange<Int>, _ place: FactPlace, _ scope: FactBook.Scope,
    _ right: Rational
  ) throws(Failure) -> Bool {
    let last = span.lowerBound - 1
    guard let before = try left(comparison, last...last, place, scope),
      try !holds(comparison, before.fact.value, right),
      let around = try left(comparison, span, place, scope, since: last - 1)
    else { return false }
    return try holds(comparison, around.fact.value, right)
  }

  /// The left side, or how it changed; nil where it has no value or is not comparable.
  ///
  /// - Parameter since: the year that it changed from; the one before unless given.
  private func left(
    _ comparison: RuleComparison, _ span: ClosedRange<Int>, _ place: FactPlace, _ scope: FactBook.Scope,
    since: Int? = nil
  ) throws(Failure) -> (fact: Fact, before: [Evidence])? {
    guard var now = try book.fact(comparison.left, span, at: place, in: scope) else { return nil }
    if now.hasGaps, comparison.change != .none || comparison.names.count > 1 { return nil }
    guard comparison.change != .none else {
      if comparison.isMagnitude { now.value = now.value.magnitude }
      return (now, [])
    }
    let year = since ?? span.lowerBound - 1
    guard let before = try book.fact(comparison.left, year...year, at: place, in: scope), !before.hasGaps,
      !before.isPartialFlow, !now.isPartialFlow, !now.flags.contains(.breakInSeries),
      comparison.change == .absolute || !before.value.isZero, !isQuestioned(before)
    else { return nil }
    now.value = try exactly { () throws(ArithmeticFailure) in
      let change = try now.value.subtracting(before.value)
      guard comparison.change == .relative else { return change }
      return try change.divided(by: before.value.magnitude).multiplied(by: .hundred)
    }
    if comparison.isMagnitude { now.value = now.value.magnitude }
    return (now, before.evidence)
  }

  private func isQuestioned(_ fact: Fact) -> Bool {
    guard !questioned.isEmpty, fact.evidence.count == 1, let evidence = fact.evidence.first, evidence.lines.count == 1,
      let line = evidence.lines.ranges.first?.lowerBound
    else { return false }
    return questioned.contains(RowCell(file: evidence.file, line: line, column: evidence.column))
  }

  private func right(
    _ comparison: RuleComparison, _ span: ClosedRange<Int>, _ place: FactPlace, _ scope: FactBook.Scope
  ) throws(Failure) -> (Rational, [Evidence])? {
    switch comparison.limit {
    case .amount(let amount, let isYearly):
      guard isYearly else { return (amount, []) }
      return (
        try exactly { () throws(ArithmeticFailure) in try amount.multiplied(by: Rational(span.count)) }, []
      )
    case .formula(let formula):
      guard let fact = try book.fact(formula, span, at: place, in: scope), !fact.hasGaps else { return nil }
      return (fact.value, fact.evidence)
    }
  }

  private func facts(_ comparison: RuleComparison, _ left: Rational, _ right: Rational) -> LocalizedText {
    var side = comparison.left.description
    if comparison.change != .none { side = "\(comparison.change.rawValue)(\(side))" }
    if comparison.isMagnitude { side = "abs(\(side))" }
    let value = wording.amount(left, comparison.unit)
    let named = LocalizedText(vi: "\(side) = \(value.vietnamese)", en: "\(side) = \(value.english)")
    return Messages.limitOf(named, limit: wording.amount(right, comparison.unit))
  }

  private func addUp(
    _ whole: Indicator, _ parts: Indicator, _ years: ClosedRange<Int>
  ) throws(Failure) -> [RuleFinding] {
    let roles = book.catalogue.measures(of: whole).first.flatMap { book.catalogue.roles[$0.resource] }
    var dimensions = rule.dimensions
    let hasUnits = roles?.unitColumn != nil
    if hasUnits, !dimensions.contains(DimensionDeclaration.unit) { dimensions.insert(DimensionDeclaration.unit, at: 0) }
    let given = FactBook.Scope(dimensions: dimensions)
    let added = FactBook.Scope(dimensions: dimensions, level: roles?.level)
    let places = book.places(of: [whole], in: given)
    var findings: [RuleFinding] = []
    for span in spans(years) {
      for place in places {
        guard let total = try book.fact(whole, span, at: place, in: given), !total.hasGaps,
          let sum = try book.fact(parts, span, at: place, in: added)
        else { continue }
        // What has not been reported may still fill the gap.
        if sum.hasGaps, sum.value < total.value { continue }
        if try exactly({ () throws(ArithmeticFailure) in try rule.tolerance.allows(sum.value, total.value) }) {
          continue
        }
        let facts = Messages.wholeAndParts(
          whole: wording.amount(total.value, whole.unit), parts: wording.amount(sum.value, parts.unit))
        findings.append(
          finding(
            wording.place(span, place, dimensions), facts, now: total.evidence, before: sum.evidence,
            value: total.value))
      }
    }
    return findings
  }

  /// - Parameters:
  ///   - now: the rows in question, the first of which is the finding's place.
  ///   - before: what they were compared with.
  private func finding(
    _ place: LocalizedText, _ facts: LocalizedText, now: [Evidence], before: [Evidence], value: Rational
  ) -> RuleFinding {
    let message = Messages.ruleBroken(
      rule.message ?? LocalizedText(""), place: place, facts: facts, rule: rule.id, text: rule.text,
      rows: wording.rows(now + before))
    let (position, first, value) = (wording.position(now), now.first, RuleWording.plain(value))
    let finding =
      switch rule.kind {
      case .consistency:
        Finding(
          code: "rule-broken", severity: rule.severity, resource: first?.resource, position: position,
          field: first?.column, value: value, message: message, remedy: Messages.ruleBrokenRemedy)
      case .plausibility:
        Finding(
          code: "implausible-value", severity: rule.severity, resource: first?.resource, position: position,
          field: first?.column, value: value, message: message, remedy: Messages.implausibleRemedy)
      }
    return RuleFinding(finding, rule: rule.id, evidence: now)
  }

  private func exactly<Value>(_ work: () throws(ArithmeticFailure) -> Value) throws(Failure) -> Value {
    do { return try work() } catch { throw .refused(Messages.overflow) }
  }
}
