public import Catalogue
import Datasets
public import Findings
import Language
public import Values

/// Answers questions about indicators. Resources are read when first needed, each once.
///
/// Not thread-safe: use one for each thread.
public final class Evaluator {
  public let dataset: Dataset
  /// On which units values are stated.
  public let boundaries: Boundaries
  private let engine: any AggregationEngine
  let readings: SharedReadings
  private var tables: [String: CellTable] = [:]
  /// By measure.
  private var rollUps: [String: RollUp] = [:]
  lazy var tree = UnitTree(dataset.units)
  private var known: [Question: Observation] = [:]
  private var frames: [FrameKey: CoverageFrame] = [:]
  private var restating: Restatement?
  private var unitHistory: UnitHistory?
  /// What should be sent in, by form and year; read when first needed.
  var expectedSubmissions: [String: [Int: [Submission]]]?

  private struct Question: Hashable {
    let indicator: String
    let span: PeriodSpan
    let selection: Selection
  }

  private struct FrameKey: Hashable {
    let measure: String
    let members: [String: [String]]
  }

  /// - Parameter readings: of the same dataset by the same engine, where others read it, too.
  public init(
    _ dataset: Dataset, boundaries: Boundaries = .original, engine: any AggregationEngine = NativeEngine(),
    readings: SharedReadings = SharedReadings()
  ) {
    self.dataset = dataset
    self.boundaries = boundaries
    self.engine = engine
    self.readings = readings
  }

  var catalogue: Catalogue { dataset.catalogue }

  /// The value of an indicator over one or more reporting years, for the whole or a part.
  ///
  /// - Throws: as for a span of any other periods.
  public func observe(
    _ indicator: Indicator, years: ClosedRange<Int>, of selection: Selection = .whole
  ) throws(Failure) -> Observation {
    try observe(indicator, in: .years(years), of: selection)
  }

  /// The value of an indicator over a span of time, for the whole or a part.
  ///
  /// - Throws: `Failure.refused` when the indicator does not allow the question, `.invalid` when the data behind it are
  ///   wrong, `.noInput` when they are missing.
  public func observe(
    _ indicator: Indicator, in span: PeriodSpan, of selection: Selection = .whole
  ) throws(Failure) -> Observation {
    let question = Question(indicator: indicator.code, span: span, selection: selection)
    if let observation = known[question] { return observation }
    var observation =
      switch indicator.definition {
      case .measure(let name): try observeMeasure(name, indicator, span, selection)
      case .ratio(let top, let bottom): try observeRatio(top, bottom, indicator, span, selection)
      case .formula(let formula): try observeFormula(formula, indicator, span, selection)
      case .share(let name, let along): try observeShare(name, along, indicator, span, selection)
      case .derived(let derivation): try observeDerived(derivation, indicator, span, selection)
      }
    observation.boundaries = boundaries.day
    known[question] = observation
    return observation
  }

  /// The cells of a measure by period.
  func rollUp(_ measure: Measure, _ roles: ResourceRoles) throws(Failure) -> RollUp {
    if let known = rollUps[measure.name] { return known }
    let rollUp = RollUp(measure, roles, try table(measure.resource).cells[measure.name] ?? [:])
    rollUps[measure.name] = rollUp
    return rollUp
  }

  /// Which cells of a measure are expected to report, for some members of its dimensions.
  func coverageFrame(
    _ measure: Measure, _ roles: ResourceRoles, _ selection: Selection
  ) throws(Failure) -> CoverageFrame {
    let key = FrameKey(measure: measure.name, members: selection.members)
    if let frame = frames[key] { return frame }
    let all = try table(measure.resource).cells[measure.name] ?? [:]
    let frame = CoverageFrame(roles: roles, units: dataset.units, members: selection.members, all: all.keys)
    frame.declared = try declared(measure.resource, frame)
    frames[key] = frame
    return frame
  }

  /// The cells of a resource, read on first use.
  func table(_ resource: String) throws(Failure) -> CellTable {
    if let table = tables[resource] { return table }
    guard let plan = dataset.plan(for: resource) else { throw .defect("no roles for resource \(resource)") }
    let table = try readings.tables.value(resource) { () throws(Failure) in
      try CellCache.table(of: plan) { () throws(Failure) in try engine.run(plan) }
    }
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
  /// - Parameter counted: the periods whose cells count.
  func slice(
    _ measure: Measure, _ roles: ResourceRoles, counted: [PeriodSlot], _ selection: Selection
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
    let time = try rollUp(measure, roles).answer(counted, in: scope.reporting)
    let cells = time.cells.filter { matches($0.key.members) }
    var slice = MeasureSlice(measure: measure, time: time, cells: cells)
    if let register = table.registers[measure.name], !register.isEmpty {
      let years = Set(counted.map { roles.reportingYear.year(of: $0) })
      slice.register = register.filter { entry in
        years.contains { entry.isActive(in: $0...$0) } && matches(entry.members) && scope.mayHold(entry.unit)
      }
    }
    if case .restated(let restated) = scope { try slice.restate(restated, roles) }
    return slice
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
