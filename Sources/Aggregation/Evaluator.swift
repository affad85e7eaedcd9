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
  let engine: any AggregationEngine
  /// What the questions have in common, where that is known.
  let shape: QuestionShape?
  let readings: SharedReadings
  /// Whether other evaluators answer the same questions.
  private let sharesAnswers: Bool
  private var tables: [String: CellTable] = [:]
  /// By measure.
  private var rollUps: [String: RollUp] = [:]
  lazy var tree = UnitTree(dataset.units)
  private var known: [Question: KnownAnswer] = [:]
  private var frames: [FrameKey: CoverageFrame] = [:]
  var foundMembers: [FoundKey: [String: Int]] = [:]
  private var restating: Restatement?
  private var unitHistory: UnitHistory?
  var knownMembers: [String: [String]?] = [:]

  struct Question: Hashable {
    let indicator: String
    let span: PeriodSpan
    let selection: Selection
  }

  private struct FrameKey: Hashable {
    let measure: String
    let members: [String: [String]]
  }

  /// - Parameters:
  ///   - readings: of the same dataset by the same engine, where others read it, too.
  ///   - sharesAnswers: whether they are asked the same questions as well.
  ///   - shape: what the questions will have in common; it changes how fast they are answered, and no answer.
  public init(
    _ dataset: Dataset, boundaries: Boundaries = .original, engine: any AggregationEngine = NativeEngine(),
    readings: SharedReadings = SharedReadings(), sharesAnswers: Bool = false, shape: QuestionShape? = nil
  ) {
    self.dataset = dataset
    self.boundaries = boundaries
    self.engine = engine
    self.readings = readings
    self.sharesAnswers = sharesAnswers && boundaries == .original && shape == nil
    // Other boundaries concern each unit that reported.
    self.shape = boundaries == .original ? shape : nil
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
    if let known = known[question] { return known.observation }
    if sharesAnswers, let shared = readings.answer(question) {
      known[question] = shared
      return shared.observation
    }
    if case .measure = indicator.definition {} else { try requireFinest(indicator) }
    var observation =
      switch indicator.definition {
      case .measure(let name): try observeMeasure(name, indicator, span, selection)
      case .ratio(let top, let bottom): try observeRatio(top, bottom, indicator, span, selection)
      case .formula(let formula): try observeFormula(formula, indicator, span, selection)
      case .share(let name, let along): try observeShare(name, along, indicator, span, selection)
      case .derived(let derivation): try observeDerived(derivation, indicator, span, selection)
      }
    observation.boundaries = boundaries.day
    let answer = KnownAnswer(observation)
    known[question] = answer
    if sharesAnswers { readings.keep(answer, as: question) }
    return observation
  }

  /// The cells of a measure by period.
  func rollUp(_ measure: Measure, _ roles: ResourceRoles) throws(Failure) -> RollUp {
    if let known = rollUps[measure.name] { return known }
    let table = try table(measure.resource)
    let rollUp = RollUp(measure, roles, table.cells[measure.name] ?? [:], isWhole: table.grain?.span != nil)
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

  /// The cells of a resource, read on first use; as coarse as the shape of the questions allows.
  func table(_ resource: String) throws(Failure) -> CellTable {
    if let table = tables[resource] { return table }
    return try read(resource, isFinest: false)
  }

  private func read(_ resource: String, isFinest: Bool) throws(Failure) -> CellTable {
    guard var plan = dataset.plan(for: resource) else { throw .defect("no roles for resource \(resource)") }
    if !isFinest { plan.grain = shape?.grain(of: plan.resource, plan.roles, catalogue) }
    let asked = plan
    let name = asked.grain.map { "\(resource)\u{0}\($0.name)" } ?? resource
    let table = try readings.tables.value(name) { () throws(Failure) in
      try CellCache.table(of: asked) { () throws(Failure) in try engine.run(asked) }
    }
    tables[resource] = table
    return table
  }

  /// Reads a resource again where its cells are too coarse.
  func requireFinest(_ resource: String) throws(Failure) {
    guard tables[resource].map({ $0.grain != nil }) ?? (shape != nil) else { return }
    _ = try read(resource, isFinest: true)
    knownMembers = [:]
    for measure in catalogue.measures.values where measure.resource == resource {
      rollUps[measure.name] = nil
      frames = frames.filter { $0.key.measure != measure.name }
    }
  }

  func requireFinest(_ indicator: Indicator) throws(Failure) {
    guard shape != nil else { return }
    for measure in catalogue.measures(of: indicator) { try requireFinest(measure.resource) }
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
    if let grain = try table(measure.resource).grain {
      let isEnough = grain.answers(
        measure, counted, selection, units: dataset.units, years: try table(measure.resource).years)
      if !isEnough { try requireFinest(measure.resource) }
    }
    let table = try table(measure.resource)
    let scope = try scope(selection)
    let cellScope = CellScope(
      units: scope.reporting, members: roles.dimensions.map { selection.members[$0.dimension] })
    let time = try rollUp(measure, roles).answer(counted, in: cellScope)
    var cells = time.cells
    if !cells.allSatisfy({ cellScope.holds($0.key.members) }) {
      cells.removeAll { !cellScope.holds($0.key.members) }
    }
    // What was only counted is not counted together.
    if cells.count > 1, cells.contains(where: { $0.cell.distinct != nil }) {
      try requireFinest(measure.resource)
      return try slice(measure, roles, counted: counted, selection)
    }
    var slice = MeasureSlice(measure: measure, time: time, cells: cells)
    // What was left together was counted so.
    if let foundIn = measure.foundIn, table.grain == nil {
      try slice.keep(foundIn, membersFound(measure, foundIn, roles, counted))
    }
    if let register = table.registers[measure.name], !register.isEmpty {
      let years = Set(counted.map { roles.reportingYear.year(of: $0) })
      slice.register = register.filter { entry in
        years.contains { entry.isActive(in: $0...$0) } && cellScope.holds(entry.members) && scope.mayHold(entry.unit)
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
