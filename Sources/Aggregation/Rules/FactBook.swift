import Catalogue
import Datasets
import Findings
import Language
import Values

/// The facts that rules look at, for every combination of members at once: cells are grouped once, so that a rule costs
/// no more than its cells.
final class FactBook {
  let dataset: Dataset
  let tables: [String: CellTable]
  private var groups: [GroupingKey: FactGroup] = [:]
  private let numbers = CellPlaces()
  private let indicators: [String: Indicator]
  /// Of the indicators that are formulas.
  private var questions: [String: Question] = [:]
  /// Knows where cells should be.
  lazy var evaluator = Evaluator(dataset, readings: SharedReadings(tables))

  private struct GroupingKey: Hashable {
    let measure: String
    let dimensions: [String]
    let level: String?
  }

  /// What is asked of every measure of a question.
  final class Scope {
    let dimensions: [String]
    /// Units are taken together at this level; nil leaves them as they are.
    let level: String?
    fileprivate var views: [String: View] = [:]

    init(dimensions: [String], level: String? = nil) {
      self.dimensions = dimensions
      self.level = level
    }
  }

  /// How a scope sees one measure.
  struct View {
    let group: FactGroup
    /// The dimensions of the scope that the measure has; by the others it is taken whole. Nil when it has all.
    let own: [Int]?

    func cells(at place: FactPlace) -> FactGroup.Cells? {
      guard let own else { return group.places[place] }
      return group.places[FactPlace(members: own.map { place.members[$0] })]
    }
  }

  /// - Parameter tables: of the resources without errors; indicators that need another have no facts.
  init(_ dataset: Dataset, tables: [String: CellTable]) {
    self.dataset = dataset
    self.tables = tables
    indicators = Dictionary(dataset.catalogue.indicators.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
  }

  var catalogue: Catalogue { dataset.catalogue }

  func isKnown(_ measure: Measure) -> Bool { tables[measure.resource] != nil }

  func isKnown(_ indicator: Indicator) -> Bool {
    catalogue.measures(of: indicator).allSatisfy { tables[$0.resource] != nil }
  }

  /// The reporting years that all indicators have.
  func years(of indicators: [Indicator]) -> ClosedRange<Int>? {
    years(of: indicators.flatMap { catalogue.measures(of: $0) })
  }

  func years(of measures: [Measure]) -> ClosedRange<Int>? {
    var common: ClosedRange<Int>?
    for measure in measures {
      guard let table = tables[measure.resource], let first = table.years.min(), let last = table.years.max() else {
        return nil
      }
      let range = common.map { $0.clamped(to: first...last) } ?? first...last
      if let common, !common.overlaps(first...last) { return nil }
      common = range
    }
    return common
  }

  /// The places where an indicator has rows, in table order: of the measure that has all dimensions.
  func places(of indicators: [Indicator], in scope: Scope) -> [FactPlace] {
    places(of: indicators.flatMap { catalogue.measures(of: $0) }, in: scope)
  }

  func places(of measures: [Measure], in scope: Scope) -> [FactPlace] {
    guard let measure = measures.first(where: { own($0, scope) == scope.dimensions }) else { return [] }
    return view(measure, scope).group.sorted(dataset, scope.dimensions)
  }

  /// Nil where there is no value.
  ///
  /// - Throws: `Failure.refused` when the indicator does not allow the question.
  func fact(
    _ indicator: Indicator, _ years: ClosedRange<Int>, at place: FactPlace, in scope: Scope
  ) throws(Failure) -> Fact? {
    switch indicator.definition {
    case .measure(let name):
      guard let measure = catalogue.measures[name] else { return nil }
      var fact = try fact(measure, years, at: place, in: scope)
      if let value = fact?.value { fact?.value = try Self.product(value, indicator.scaling) }
      return fact
    // The catalogue lets no rule look at these.
    case .share, .derived: return nil
    case .ratio(let top, let bottom): return try ratio(top, bottom, indicator, years, place, scope)
    case .formula(let formula):
      let question = questions[indicator.code] ?? self.question(formula)
      questions[indicator.code] = question
      return try fact(question, years, at: place, in: scope)
    }
  }

  func fact(
    _ measure: Measure, _ years: ClosedRange<Int>, at place: FactPlace, in scope: Scope
  ) throws(Failure) -> Fact? {
    let view = view(measure, scope)
    guard let cells = view.cells(at: place) else { return nil }
    return try view.group.fact(cells, years)
  }

  /// A formula with what it is computed from.
  struct Question {
    let formula: Formula
    /// Where it divides one measure by another.
    fileprivate let paired: PairedTerms?
    fileprivate let operands: [(operand: Formula.Operand, indicator: Indicator?)]
  }

  func question(_ formula: Formula) -> Question {
    Question(
      formula: formula, paired: PairedTerms(formula, in: catalogue),
      operands: formula.operands.map { ($0, indicators[$0.name]) })
  }

  /// The value of a formula, with the evidence of all its operands; nil where one has none, or where the year before is
  /// not comparable.
  func fact(
    _ question: Question, _ years: ClosedRange<Int>, at place: FactPlace, in scope: Scope
  ) throws(Failure) -> Fact? {
    if case .indicator = question.formula, let indicator = question.operands.first?.indicator {
      return try fact(indicator, years, at: place, in: scope)
    }
    if let terms = question.paired { return try fact(terms, years, at: place, in: scope) }
    var now: [String: Rational] = [:]
    var before: [String: Rational] = [:]
    var merged = Fact(value: .zero, flags: [], isPartialFlow: false, hasGaps: false, evidence: [])
    for (operand, indicator) in question.operands {
      let year = years.lowerBound - 1
      guard let indicator,
        let fact = try fact(indicator, operand.isPrevious ? year...year : years, at: place, in: scope)
      else { return nil }
      if operand.isPrevious {
        if fact.hasGaps || fact.isPartialFlow { return nil }
        before[operand.name] = fact.value
        merged.before += fact.evidence.filter { !merged.before.contains($0) }
        continue
      }
      now[operand.name] = fact.value
      merged.flags.formUnion(fact.flags)
      merged.isPartialFlow = merged.isPartialFlow || fact.isPartialFlow
      merged.hasGaps = merged.hasGaps || fact.hasGaps
      merged.evidence += fact.evidence.filter { !merged.evidence.contains($0) }
      merged.before += fact.before
    }
    do { merged.value = try question.formula.value({ now[$0] }, previous: { before[$0] }) } catch {
      if error == .overflow { throw .refused(Messages.overflow) }
      return nil
    }
    return merged
  }
}

extension FactBook {
  /// The group of cells that a scope sees of a measure that has all its dimensions, and the cells of a place in it.
  func cells(_ measure: Measure, at place: FactPlace, in scope: Scope) -> FactGroup.Cells? {
    view(measure, scope).cells(at: place)
  }

  private func own(_ measure: Measure, _ scope: Scope) -> [String] {
    scope.dimensions.filter { catalogue.roles[measure.resource]?.column(of: $0) != nil }
  }

  func view(_ measure: Measure, _ scope: Scope) -> View {
    if let known = scope.views[measure.name] { return known }
    let own = own(measure, scope)
    let key = GroupingKey(measure: measure.name, dimensions: own, level: scope.level)
    let group =
      groups[key]
      ?? FactGroup(
        measure, dimensions: own, level: scope.level, tables[measure.resource] ?? CellTable(), numbers, dataset)
    groups[key] = group
    let view = View(
      group: group,
      own: own.count == scope.dimensions.count
        ? nil : scope.dimensions.indices.filter { own.contains(scope.dimensions[$0]) })
    scope.views[measure.name] = view
    return view
  }

  static func product(_ value: Rational, _ factor: Rational) throws(Failure) -> Rational {
    if factor == .one { return value }
    do { return try value.multiplied(by: factor) } catch { throw .refused(Messages.overflow) }
  }
}
