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
  /// On which units values are stated.
  public let boundaries: Boundaries
  private let engine: any AggregationEngine
  private var tables: [String: CellTable] = [:]
  /// By measure and year.
  private var cells: [String: [Int: CellIndex]] = [:]
  private lazy var tree = UnitTree(dataset.units)
  private var known: [Question: Observation] = [:]
  private var frames: [FrameKey: CoverageFrame] = [:]
  private var restating: Restatement?
  private var unitHistory: UnitHistory?

  private struct Question: Hashable {
    let indicator: String
    let years: ClosedRange<Int>
    let selection: Selection
  }

  private struct FrameKey: Hashable {
    let measure: String
    let members: [String: [String]]
  }

  public init(
    _ dataset: Dataset, boundaries: Boundaries = .original, engine: any AggregationEngine = NativeEngine()
  ) {
    self.dataset = dataset
    self.boundaries = boundaries
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
    var observation =
      switch indicator.definition {
      case .measure(let name): try observeMeasure(name, indicator, years, selection)
      case .ratio(let top, let bottom): try observeRatio(top, bottom, indicator, years, selection)
      case .formula(let formula): try observeFormula(formula, indicator, years, selection)
      }
    observation.boundaries = boundaries.day
    known[question] = observation
    return observation
  }

  /// The cells of a measure in some years, of some units or of all.
  private func cells(
    of measure: Measure, in years: ClosedRange<Int>, _ scope: UnitScope
  ) throws(Failure) -> [(key: CellKey, cell: MeasureCell)] {
    if cells[measure.name] == nil {
      let all = try table(measure.resource).cells[measure.name] ?? [:]
      let byYear = Dictionary(grouping: all.map { (key: $0.key, cell: $0.value) }, by: \.key.year)
      cells[measure.name] = byYear.mapValues { CellIndex($0) }
    }
    guard let byYear = cells[measure.name] else { return [] }
    if years.count == 1 { return byYear[years.lowerBound]?.cells(in: scope.reporting) ?? [] }
    return byYear.filter { years.contains($0.key) }.flatMap { $0.value.cells(in: scope.reporting) }
  }

  /// Which cells of a measure are expected to report, for some members of its dimensions.
  func coverageFrame(
    _ measure: Measure, _ roles: ResourceRoles, _ selection: Selection
  ) throws(Failure) -> CoverageFrame {
    let key = FrameKey(measure: measure.name, members: selection.members)
    if let frame = frames[key] { return frame }
    let all = try table(measure.resource).cells[measure.name] ?? [:]
    let frame = CoverageFrame(roles: roles, units: dataset.units, members: selection.members, all: all.keys)
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
    let scope = try scope(selection)
    func matches(_ members: [String?]) -> Bool {
      for (member, wanted) in zip(members, wanted) {
        guard let wanted else { continue }
        guard let member, wanted.contains(member) else { return false }
      }
      return true
    }
    let cells = try cells(of: measure, in: counted, scope).filter { matches($0.key.members) }
    var slice = MeasureSlice(measure: measure, years: counted, cells: cells)
    slice.register = (table.registers[measure.name] ?? []).filter {
      $0.isActive(in: counted) && matches($0.members) && scope.mayHold($0.unit)
    }
    if case .restated(let restated) = scope { try slice.restate(restated, roles) }
    return slice
  }

  func input(_ measure: Measure, _ value: MeasureValue) -> ObservationInput {
    let descriptor = dataset.package.resource(named: measure.resource)
    return ObservationInput(
      measure: measure.name, resource: measure.resource, column: measure.column, file: descriptor?.path ?? "",
      conditions: measure.filter.map { "\($0.column) = \($0.value)" }, value: value.value, lines: value.lines,
      isIllustrative: descriptor?.isIllustrative ?? false, parts: value.parts)
  }

  /// Whether the resource's rows lie at or below the selected unit, so that the question has a meaning.
  func reaches(_ roles: ResourceRoles, _ selection: Selection) throws(Failure) -> Bool {
    if selection.units.isEmpty { return true }
    let scope = try scope(selection)
    guard roles.unitColumn != nil, let level = roles.level else { return false }
    switch scope {
    case .all: return true
    case .units(let units): return tree.reaches(units, level)
    case .restated(let restated): return restated.isReached(from: level)
    }
  }

  /// The units at or below the selected ones.
  func scope(_ selection: Selection) throws(Failure) -> UnitScope {
    if let restatement = try restatement() { return .restated(try restatement.scope(selection.units)) }
    return selection.units.isEmpty ? .all : .units(tree.units(under: selection.units))
  }

  /// The units through time, read on first use.
  func history() throws(Failure) -> UnitHistory? {
    if unitHistory == nil { unitHistory = try dataset.unitHistory() }
    return unitHistory
  }

  /// Nil on the units that reported, and in a package without units.
  func restatement() throws(Failure) -> Restatement? {
    if let restating { return restating }
    guard let day = boundaries.day, let history = try history() else { return nil }
    let restatement = try Restatement(history, on: day)
    restating = restatement
    return restatement
  }
}
