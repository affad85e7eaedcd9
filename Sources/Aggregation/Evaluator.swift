public import Catalogue
import Datasets
public import Findings
import Language
import Values

/// Answers questions about indicators. Resources are read when first needed, each once.
///
/// Not thread-safe: use one for each thread.
public final class Evaluator {
  public let dataset: Dataset
  private let engine: any AggregationEngine
  private var tables: [String: CellTable] = [:]
  private var operands: [OperandKey: Observation] = [:]

  private struct OperandKey: Hashable {
    let indicator: String
    let years: ClosedRange<Int>
    let selection: Selection
  }

  public init(_ dataset: Dataset, engine: any AggregationEngine = NativeEngine()) {
    self.dataset = dataset
    self.engine = engine
  }

  var catalogue: Catalogue { dataset.catalogue }

  /// The value of an indicator over one or more reporting years, for the whole or a part.
  ///
  /// - Throws: `Failure.refused` when the indicator does not allow the question, `.invalid` when the data behind it are
  ///   wrong, `.noInput` when they are missing.
  public func observe(
    _ indicator: Indicator, years: ClosedRange<Int>, of selection: Selection = .whole
  ) throws(Failure) -> Observation {
    switch indicator.definition {
    case .measure(let name): try observeMeasure(name, indicator, years, selection)
    case .ratio(let top, let bottom): try observeRatio(top, bottom, indicator, years, selection)
    case .formula(let formula): try observeFormula(formula, indicator, years, selection)
    }
  }

  /// The value of a formula's operand. Formulas of formulas ask for the same one again and again.
  func operand(
    _ indicator: Indicator, _ years: ClosedRange<Int>, _ selection: Selection
  ) throws(Failure) -> Observation {
    let key = OperandKey(indicator: indicator.code, years: years, selection: selection)
    if let known = operands[key] { return known }
    let observation = try observe(indicator, years: years, of: selection)
    if case .formula = indicator.definition { operands[key] = observation }
    return observation
  }

  /// The cells of a resource, read on first use.
  func table(_ resource: String) throws(Failure) -> CellTable {
    if let table = tables[resource] { return table }
    guard let plan = dataset.plan(for: resource) else { throw .defect("no roles for resource \(resource)") }
    let table = try engine.run(plan)
    tables[resource] = table
    return table
  }

  func measure(_ name: String) throws(Failure) -> (Measure, ResourceRoles) {
    guard let measure = catalogue.measures[name], let roles = catalogue.roles[measure.resource] else {
      throw .defect("no measure \(name)")
    }
    return (measure, roles)
  }

  /// The cells of a measure that a question is about.
  ///
  /// - Parameter counted: the years whose cells count.
  func slice(
    _ measure: Measure, _ roles: ResourceRoles, counted: ClosedRange<Int>, _ selection: Selection
  ) throws(Failure) -> MeasureSlice {
    let table = try table(measure.resource)
    let wanted = roles.dimensions.map { selection.members[$0.dimension] }
    func matches(_ unit: String?, _ members: [String?]) -> Bool {
      for (member, wanted) in zip(members, wanted) {
        guard let wanted else { continue }
        guard let member, wanted.contains(member) else { return false }
      }
      guard !selection.units.isEmpty else { return true }
      guard let unit, let units = dataset.units else { return false }
      return selection.units.contains { units.isMember(unit, under: $0) }
    }
    let cells = (table.cells[measure.name] ?? [:]).filter { key, _ in
      counted.contains(key.year) && matches(key.unit, key.members)
    }
    var slice = MeasureSlice(measure: measure, years: counted, cells: cells.map { ($0.key, $0.value) })
    slice.register = (table.registers[measure.name] ?? []).filter {
      $0.isActive(in: counted) && matches($0.unit, $0.members)
    }
    return slice
  }

  func input(_ measure: Measure, _ value: MeasureValue) -> ObservationInput {
    let descriptor = dataset.package.resource(named: measure.resource)
    return ObservationInput(
      measure: measure.name, resource: measure.resource, column: measure.column, file: descriptor?.path ?? "",
      conditions: measure.filter.map { "\($0.column) = \($0.value)" }, value: value.value, lines: value.lines,
      isIllustrative: descriptor?.isIllustrative ?? false)
  }

  /// Whether the resource's rows lie at or below the selected unit, so that the question has a meaning.
  func reaches(_ roles: ResourceRoles, _ selection: Selection) -> Bool {
    guard !selection.units.isEmpty else { return true }
    guard roles.unitColumn != nil, let units = dataset.units, let level = roles.level else { return false }
    return units.codes(at: level).contains { code in
      selection.units.contains { units.isMember(code, under: $0) }
    }
  }
}
