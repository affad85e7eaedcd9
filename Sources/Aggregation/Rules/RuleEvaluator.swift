import Catalogue
import Findings
import Language
import Values

/// Evaluates one declared rule over all years and members.
struct RuleEvaluator {
  let book: FactBook
  let rule: Rule
  let wording: RuleWording
  private let questioned: Set<RowCell>

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
      case .comparison(let comparison): return try compare(comparison, indicators)
      case .partsSumToWhole: return try addUp(indicators[0], indicators[1], years)
      case .completeYears(_, let span): return try completeYears(of: indicators[0], in: span ?? years)
      case .nearPeers(let comparison): return try nearPeers(comparison, indicators)
      case .countedOnce(let events): return try JointEventCheck(events, of: indicators[0], self).findings()
      // Looked at in every package, and found there.
      case .pattern: return []
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

  private func compare(_ comparison: RuleComparison, _ indicators: [Indicator]) throws(Failure) -> [RuleFinding] {
    let sides = Sides(comparison, book)
    // A year may be the first of what it looks back to.
    let current = indicators.filter { sides.current.contains($0.code) }
    guard let years = book.years(of: current) else { return [] }
    let scope = FactBook.Scope(dimensions: rule.dimensions)
    let places = book.places(of: indicators, in: scope)
    var findings: [RuleFinding] = []
    for span in spans(years) {
      for place in places {
        guard let left = try left(sides, span, place, scope), let right = try right(sides, span, place, scope),
          try !holds(comparison, left.value, right.value)
        else { continue }
        if comparison.change != .none, try isEcho(sides, span, place, scope, right.value) { continue }
        if sides.isBalance, try isBalanced(sides, span, place, scope, left.value, right.value) { continue }
        let now = left.evidence + right.evidence.filter { !left.evidence.contains($0) }
        let before = left.before + right.before
        if comparison.looksBack, before.contains(where: isQuestioned) { continue }
        findings.append(
          finding(
            wording.place(span, place, rule.dimensions), facts(comparison, left.value, right.value), now: now,
            before: before, value: left.value))
      }
    }
    return findings
  }

  /// A comparison made ready for asking it often.
  private struct Sides {
    let comparison: RuleComparison
    let left: FactBook.Question
    let right: FactBook.Question?
    let isAlone: Bool
    /// The indicators of the year itself.
    let current: Set<String>
    /// A stock that is computed from that of the year before.
    let isBalance: Bool

    init(_ comparison: RuleComparison, _ book: FactBook) {
      self.comparison = comparison
      left = book.question(comparison.left)
      isAlone = comparison.names.count == 1
      var operands = comparison.left.operands
      guard case .formula(let formula) = comparison.limit else {
        right = nil
        isBalance = false
        current = Set(operands.filter { !$0.isPrevious }.map(\.name))
        return
      }
      right = book.question(formula)
      operands += formula.operands
      current = Set(operands.filter { !$0.isPrevious }.map(\.name))
      if case .indicator(let name) = comparison.left, comparison.relation == .equal {
        isBalance = formula.operands.contains { $0.isPrevious && $0.name == name }
      } else {
        isBalance = false
      }
    }
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
    _ sides: Sides, _ span: ClosedRange<Int>, _ place: FactPlace, _ scope: FactBook.Scope, _ right: Rational
  ) throws(Failure) -> Bool {
    let last = span.lowerBound - 1
    guard let before = try left(sides, last...last, place, scope), try !holds(sides.comparison, before.value, right),
      let around = try left(sides, span, place, scope, since: last - 1)
    else { return false }
    return try holds(sides.comparison, around.value, right)
  }

  /// The same for a stock: with the stock that the year before should have had, this year is right.
  private func isBalanced(
    _ sides: Sides, _ span: ClosedRange<Int>, _ place: FactPlace, _ scope: FactBook.Scope, _ stock: Rational,
    _ computed: Rational
  ) throws(Failure) -> Bool {
    let last = span.lowerBound - 1
    guard let before = try left(sides, last...last, place, scope),
      let expected = try right(sides, last...last, place, scope),
      try !holds(sides.comparison, before.value, expected.value)
    else { return false }
    return try exactly { () throws(ArithmeticFailure) in
      let gap = try before.value.subtracting(expected.value)
      return try rule.tolerance.allows(stock, computed.subtracting(gap))
    }
  }

  /// The left side, or how it changed; nil where it has no value or is not comparable.
  ///
  /// - Parameter since: the year that it changed from; the one before unless given.
  private func left(
    _ sides: Sides, _ span: ClosedRange<Int>, _ place: FactPlace, _ scope: FactBook.Scope, since: Int? = nil
  ) throws(Failure) -> Fact? {
    let comparison = sides.comparison
    guard var now = try book.fact(sides.left, span, at: place, in: scope) else { return nil }
    if now.hasGaps, comparison.change != .none || !sides.isAlone { return nil }
    if comparison.looksBack, now.isPartialFlow || now.flags.contains(.breakInSeries) { return nil }
    guard comparison.change != .none else {
      if comparison.isMagnitude { now.value = now.value.magnitude }
      return now
    }
    let year = since ?? span.lowerBound - 1
    guard let before = try book.fact(sides.left, year...year, at: place, in: scope), !before.hasGaps,
      !before.isPartialFlow, comparison.change == .absolute || !before.value.isZero,
      before.evidence.count > 1 || !before.evidence.contains(where: isQuestioned)
    else { return nil }
    now.value = try exactly { () throws(ArithmeticFailure) in
      let change = try now.value.subtracting(before.value)
      guard comparison.change == .relative else { return change }
      return try change.divided(by: before.value.magnitude).multiplied(by: .hundred)
    }
    if comparison.isMagnitude { now.value = now.value.magnitude }
    now.before = before.evidence
    return now
  }

  private func isQuestioned(_ evidence: Evidence) -> Bool {
    guard !questioned.isEmpty, let cell = evidence.cell else { return false }
    return questioned.contains(cell)
  }

  private func right(
    _ sides: Sides, _ span: ClosedRange<Int>, _ place: FactPlace, _ scope: FactBook.Scope
  ) throws(Failure) -> Fact? {
    guard let question = sides.right else {
      guard case .amount(let amount, let isYearly) = sides.comparison.limit else { return nil }
      var fact = Fact(value: amount, flags: [], isPartialFlow: false, hasGaps: false, evidence: [])
      guard isYearly else { return fact }
      fact.value = try exactly { () throws(ArithmeticFailure) in try amount.multiplied(by: Rational(span.count)) }
      return fact
    }
    guard let fact = try book.fact(question, span, at: place, in: scope), !fact.hasGaps else { return nil }
    if sides.comparison.looksBack, fact.isPartialFlow || fact.flags.contains(.breakInSeries) { return nil }
    return fact
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
  func finding(
    _ place: LocalizedText, _ facts: LocalizedText, now: [Evidence], before: [Evidence], value: Rational
  ) -> RuleFinding {
    let message = message(place, facts, now + before)
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

  func message(_ place: LocalizedText, _ facts: LocalizedText, _ evidence: [Evidence]) -> LocalizedText {
    Messages.ruleBroken(
      rule.message ?? LocalizedText(""), place: place, facts: facts, rule: rule.id, text: rule.text,
      rows: wording.rows(evidence))
  }

  func exactly<Value>(_ work: () throws(ArithmeticFailure) -> Value) throws(Failure) -> Value {
    do { return try work() } catch { throw .refused(Messages.overflow) }
  }
}
