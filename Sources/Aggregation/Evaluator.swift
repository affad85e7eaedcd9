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
  /// By measure and year.
  private var cells: [String: [Int: CellIndex]] = [:]
  lazy var tree = UnitTree(dataset.units)
  private var known: [Question: Observation] = [:]
  private var frames: [FrameKey: CoverageFrame] = [:]
  /// What should be sent in, by form and year; read when first needed.
  var submissions: [String: [Int: [Submission]]]?

  private struct Question: Hashable {
    let indicator: String
    let years: ClosedRange<Int>
    let selection: Selection
  }

  private struct FrameKey: Hashable {
    let measure: String
    let members: [String: [String]]
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
    let question = Question(indicator: indicator.code, years: years, selection: selection)
    if let observation = known[question] { return observation }
    let observation =
      switch indicator.definition {
      case .measure(let name): try observeMeasure(name, indicator, years, selection)
      case .ratio(let top, let bottom): try observeRatio(top, bottom, indicator, years, selection)
      case .formula(let formula): try observeFormula(formula, indicator, years, selection)
      }
    known[question] = observation
    return observation
  }

  /// The cells of a measure in some years, of some units or of all.
  private func cells(
    of measure: Measure, in years: ClosedRange<Int>, _ scope: Set<String>?
  ) throws(Failure) -> [(key: CellKey, cell: MeasureCell)] {
    if cells[measure.name] == nil {
      let all = try table(measure.resource).cells[measure.name] ?? [:]
      let byYear = Dictionary(grouping: all.map { (key: $0.key, cell: $0.value) }, by: \.key.year)
      cells[measure.name] = byYear.mapValues { CellIndex($0) }
    }
    guard let byYear = cells[measure.name] else { return [] }
    if years.count == 1 { return byYear[years.lowerBound]?.cells(in: scope) ?? [] }
    return byYear.filter { years.contains($0.key) }.flatMap { $0.value.cells(in: scope) }
  }

  /// Which cells of a measure are expected to report, for some members of its dimensions.
  func coverageFrame(
    _ measure: Measure, _ roles: ResourceRoles, _ selection: Selection
  ) throws(Failure) -> CoverageFrame {
    let key = FrameKey(measure: measure.name, members: selection.members)
    if let frame = frames[key] { return frame }
    let all = try table(measure.resource).cells[measure.name] ?? [:]
    var frame = CoverageFrame(roles: roles, units: dataset.units, members: selection.members, all: all.keys)
    frame.declared = try declared(measure.resource, frame)
    frames[key] = frame
    return frame
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
    let scope = scope(selection)
    func matches(_ unit: String?, _ members: [String?]) -> Bool {
      for (member, wanted) in zip(members, wanted) {
        guard let wanted else { continue }
        guard let member, wanted.contains(member) else { return false }
      }
      guard let scope else { return true }
      return unit.map(scope.contains) ?? false
    }
    let cells = try cells(of: measure, in: counted, scope).filter { matches($0.key.unit, $0.key.members) }
    var slice = MeasureSlice(measure: measure, years: counted, cells: cells)
    slice.register = (table.registers[measure.name] ?? []).filter {
      $0.isActive(in: counted) && matches($0.unit, $0.members)
    }
    return slice
  }

  func input(_ measure: Measure, _ value: MeasureValue) -> ObservationInput {
    let descriptor = dataset.package.resource(named: measure.resource)
    return ObservationInput(
      measure: measure.name, resource: measure.resource, column: measure.column, file: descriptor?.path ?? "",
      conditions: measure.conditions, value: value.value, lines: value.lines,
      corrections: value.corrections, isIllustrative: descriptor?.isIllustrative ?? false)
  }

  /// Whether the resource's rows lie at or below the selected unit, so that the question has a meaning.
  func reaches(_ roles: ResourceRoles, _ selection: Selection) -> Bool {
    guard let scope = scope(selection) else { return true }
    guard roles.unitColumn != nil, let level = roles.level else { return false }
    return tree.reaches(scope, level)
  }

  /// The units at or below the selected ones; nil for the whole.
  func scope(_ selection: Selection) -> Set<String>? {
    selection.units.isEmpty ? nil : tree.units(under: selection.units)
  }
}
