import Catalogue
import Datasets
import Findings
import Language
import Values

/// The facts that rules look at, for every combination of members at once: cells are grouped once, so that a rule costs
/// no more than its cells.
final class FactBook {
  let dataset: Dataset
  private let tables: [String: CellTable]
  private var groups: [GroupingKey: Grouping] = [:]

  private struct GroupingKey: Hashable {
    let measure: String
    let dimensions: [String]
    let level: String?
  }

  /// The cells of one measure by place and year.
  private struct Grouping {
    var cells: [FactPlace: [Int: [(key: CellKey, cell: MeasureCell)]]] = [:]
    /// What answers each year.
    var times: [Int: RolledUp] = [:]
    var register: [FactPlace: [RegisterEntry]] = [:]
  }

  /// What is asked of every measure of a question.
  struct Scope {
    let dimensions: [String]
    /// Units are taken together at this level; nil leaves them as they are.
    var level: String?
  }

  /// - Parameter tables: of the resources without errors; indicators that need another have no facts.
  init(_ dataset: Dataset, tables: [String: CellTable]) {
    self.dataset = dataset
    self.tables = tables
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
    let grouping = grouping(measure, scope)
    let places = Set(grouping.cells.keys).union(grouping.register.keys)
    let ranks = scope.dimensions.map { name in
      Dictionary(
        (dataset.dimensions[name]?.codes ?? []).enumerated().map { ($0.element, $0.offset) },
        uniquingKeysWith: { first, _ in first })
    }
    func comesFirst(_ left: FactPlace, _ right: FactPlace) -> Bool {
      for (index, pair) in zip(left.members, right.members).enumerated() where pair.0 != pair.1 {
        let first = pair.0.flatMap { ranks[index][$0] } ?? Int.max
        let second = pair.1.flatMap { ranks[index][$0] } ?? Int.max
        return first != second ? first < second : (pair.0 ?? "") < (pair.1 ?? "")
      }
      return false
    }
    return places.sorted(by: comesFirst)
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
      return try fact(measure, years, at: place, in: scope)
    case .ratio(let top, let bottom): return try ratio(top, bottom, indicator, years, place, scope)
    case .formula(let formula): return try self.fact(formula, years, at: place, in: scope)
    }
  }

  func fact(
    _ measure: Measure, _ years: ClosedRange<Int>, at place: FactPlace, in scope: Scope
  ) throws(Failure) -> Fact? {
    try fact(slice(measure, years, place, scope))
  }

  /// The value of a formula, with the evidence of all its operands; nil where one has none.
  func fact(
    _ formula: Formula, _ years: ClosedRange<Int>, at place: FactPlace, in scope: Scope
  ) throws(Failure) -> Fact? {
    var operands: [String: Fact] = [:]
    var merged = Fact(value: .zero, flags: [], isPartialFlow: false, hasGaps: false, evidence: [])
    for name in formula.names {
      guard let indicator = catalogue.indicator(name), let fact = try fact(indicator, years, at: place, in: scope)
      else { return nil }
      operands[name] = fact
      merged.flags.formUnion(fact.flags)
      merged.isPartialFlow = merged.isPartialFlow || fact.isPartialFlow
      merged.hasGaps = merged.hasGaps || fact.hasGaps
      merged.evidence += fact.evidence.filter { !merged.evidence.contains($0) }
    }
    do { merged.value = try formula.value { operands[$0]?.value } } catch {
      if error == .overflow { throw .refused(Messages.overflow) }
      return nil
    }
    return merged
  }
}

extension FactBook {
  /// The dimensions of a question that a measure has; by the others it is taken whole.
  private func own(_ measure: Measure, _ scope: Scope) -> [String] {
    scope.dimensions.filter { catalogue.roles[measure.resource]?.column(of: $0) != nil }
  }

  private func grouping(_ measure: Measure, _ scope: Scope) -> Grouping {
    let own = own(measure, scope)
    let key = GroupingKey(measure: measure.name, dimensions: own, level: scope.level)
    if let known = groups[key] { return known }
    var grouping = Grouping()
    let roles = catalogue.roles[measure.resource]
    let indices = own.map { name in roles?.dimensions.firstIndex { $0.dimension == name } }
    var ancestors: [String: String?] = [:]
    func place(_ unit: String?, _ members: [String?]) -> FactPlace? {
      var place: [String?] = []
      for (name, index) in zip(own, indices) {
        guard name == DimensionDeclaration.unit else {
          place.append(index.flatMap { members.indices.contains($0) ? members[$0] : nil })
          continue
        }
        guard let unit else { return nil }
        if ancestors[unit] == nil { ancestors[unit] = .some(ancestor(of: unit, at: scope.level)) }
        guard let ancestor = ancestors[unit] ?? nil else { return nil }
        place.append(ancestor)
      }
      return FactPlace(members: place)
    }
    let times: [Int: RolledUp] = roles.map { yearly(measure, $0) } ?? [:]
    for (year, time) in times {
      grouping.times[year] = time
      for (key, cell) in time.cells {
        guard let place = place(key.unit, key.members) else { continue }
        grouping.cells[place, default: [:]][year, default: []].append((key: key, cell: cell))
      }
    }
    for entry in tables[measure.resource]?.registers[measure.name] ?? [] {
      guard let place = place(entry.unit, entry.members) else { continue }
      grouping.register[place, default: []].append(entry)
    }
    groups[key] = grouping
    return grouping
  }

  /// The cells of each reporting year, finer periods rolled up; nothing where the kind of measure does not allow that.
  private func yearly(_ measure: Measure, _ roles: ResourceRoles) -> [Int: RolledUp] {
    guard let table = tables[measure.resource], let cells = table.cells[measure.name] else { return [:] }
    let rollUp = RollUp(measure, roles, cells)
    var times: [Int: RolledUp] = [:]
    for year in table.years { times[year] = try? rollUp.answer([.year(year)], in: nil) }
    return times
  }

  private func ancestor(of unit: String, at level: String?) -> String? {
    guard let level, let units = dataset.units else { return unit }
    var code: String? = unit
    for _ in 0...units.versions.count {
      guard let current = code else { return nil }
      if units.versions(of: current).contains(where: { $0.level == level }) { return current }
      code = units.member(current)?.parent
    }
    return nil
  }

  /// - Parameter isWhole: whether cells of every year count, also of a stock.
  private func slice(
    _ measure: Measure, _ years: ClosedRange<Int>, _ place: FactPlace, _ scope: Scope, isWhole: Bool = false
  ) -> MeasureSlice {
    let counted = !isWhole && measure.kind == .stock ? years.upperBound...years.upperBound : years
    let own = own(measure, scope)
    let narrowed = FactPlace(
      members: zip(scope.dimensions, place.members).filter { own.contains($0.0) }.map { $0.1 })
    let grouping = grouping(measure, scope)
    let byYear = grouping.cells[narrowed] ?? [:]
    let cells =
      counted.count == 1
      ? byYear[counted.lowerBound] ?? [] : byYear.filter { counted.contains($0.key) }.flatMap(\.value)
    var slice = MeasureSlice(measure: measure, time: time(of: counted, measure, grouping), cells: cells)
    slice.register = (grouping.register[narrowed] ?? []).filter { $0.isActive(in: counted) }
    return slice
  }

  private func time(of years: ClosedRange<Int>, _ measure: Measure, _ grouping: Grouping) -> RolledUp {
    if years.count == 1, let time = grouping.times[years.lowerBound] { return time }
    let roles = catalogue.roles[measure.resource]
    var time = RolledUp(
      asked: years.map { PeriodSlot.year($0) }, reportingYear: roles?.reportingYear ?? .calendar,
      isDaily: roles?.isDaily ?? false)
    for year in years { grouping.times[year].map { time.add($0) } }
    return time
  }

  private func fact(_ slice: MeasureSlice) throws(Failure) -> Fact? {
    let value = try slice.measure.kind.aggregator.aggregate(slice)
    return value.value.map { fact($0, [(slice, value)]) }
  }

  private func ratio(
    _ top: String, _ bottom: String, _ indicator: Indicator, _ years: ClosedRange<Int>, _ place: FactPlace,
    _ scope: Scope
  ) throws(Failure) -> Fact? {
    guard let numerator = catalogue.measures[top], let denominator = catalogue.measures[bottom] else { return nil }
    // As for every average over years: Σ numerator / Σ denominator, also where both are stocks.
    let isAverage = numerator.kind == .stock && denominator.kind == .stock
    let above = slice(numerator, years, place, scope, isWhole: isAverage)
    let below = slice(denominator, years, place, scope, isWhole: isAverage)
    func names(_ measure: Measure) -> [String] { catalogue.roles[measure.resource]?.dimensions.map(\.dimension) ?? [] }
    let ratio = try RatioAggregator.aggregate(above, over: below, names: (names(numerator), names(denominator)))
    guard var value = ratio.value else { return nil }
    if indicator.unit.isPercent {
      do { value = try value.multiplied(by: .hundred) } catch { throw .refused(Messages.overflow) }
    }
    var fact = fact(value, [(above, ratio.numerator), (below, ratio.denominator)])
    if let top = ratio.numerator.value, let bottom = ratio.denominator.value { fact.terms = (top, bottom) }
    return fact
  }

  private func fact(_ value: Rational, _ parts: [(slice: MeasureSlice, value: MeasureValue)]) -> Fact {
    var fact = Fact(value: value, flags: [], isPartialFlow: false, hasGaps: false, evidence: [])
    for (slice, value) in parts {
      let measure = slice.measure
      fact.flags.formUnion(value.flags)
      fact.hasGaps = fact.hasGaps || slice.cells.contains { $0.cell.absent > 0 }
      let file = dataset.package.resource(named: measure.resource)?.path ?? ""
      let evidence = Evidence(resource: measure.resource, column: measure.column, file: file, lines: value.lines)
      if !fact.evidence.contains(evidence) { fact.evidence.append(evidence) }
      guard measure.kind == .flow || measure.kind == .count, let roles = catalogue.roles[measure.resource] else {
        continue
      }
      guard let first = slice.time.asked.first, let last = slice.time.asked.last else { continue }
      let period = roles.reportingYear.range(first.year, last.year, cutOff: value.cutOff)
      fact.isPartialFlow = fact.isPartialFlow || period.isPartial
    }
    return fact
  }
}
