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
  /// By name, and the last of them: most questions are about the same measure as the one before.
  private var measures: [String: KnownMeasure] = [:]
  private var lastMeasure: KnownMeasure?
  /// By the units of a selection, and the last of them.
  var askedUnits: [[String]: AskedUnits] = [:]
  var lastAsked: (units: [String], asked: AskedUnits)?
  lazy var tree = UnitTree(dataset.units)
  private var known: [Question: KnownAnswer] = [:]
  var foundMembers: [FoundKey: [String: Int]] = [:]
  private var restating: Restatement?
  private var unitHistory: UnitHistory?
  var knownMembers: [String: [String]?] = [:]

  struct Question: Hashable {
    let indicator: String
    let span: PeriodSpan
    let selection: Selection
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
    if let known = sharesAnswers ? readings.answer(question) : known[question] { return known.observation }
    let observation = try self.answer(indicator, in: span, of: selection)
    let answer = KnownAnswer(observation)
    if sharesAnswers { readings.keep(answer, as: question) } else { known[question] = answer }
    return observation
  }

  /// The same, not remembered: for who asks each question once.
  func answer(
    _ indicator: Indicator, in span: PeriodSpan, of selection: Selection
  ) throws(Failure) -> Observation {
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
    return observation
  }

  /// What has been read of a measure.
  func read(_ measure: Measure) throws(Failure) -> ReadMeasure {
    let known = try known(measure.name)
    if let read = known.read { return read }
    let table = try table(measure.resource)
    let read = try readings.measures.value(Self.name(of: measure.name, table.grain)) {
      ReadMeasure(measure, known.roles, table, readings.places)
    }
    known.read = read
    return read
  }

  /// The cells of a measure by period.
  func rollUp(_ measure: Measure) throws(Failure) -> RollUp { try read(measure).rollUp }

  /// Which cells of a measure are expected to report, for some members of its dimensions.
  func coverageFrame(
    _ measure: Measure, _ roles: ResourceRoles, _ selection: Selection
  ) throws(Failure) -> CoverageFrame {
    let known = try known(measure.name)
    if let frame = known.frames[selection.members] { return frame }
    let frame = CoverageFrame(
      roles: roles, units: dataset.units, members: selection.members, all: try rollUp(measure).places)
    frame.declared = try declared(measure.resource, frame)
    known.frames[selection.members] = frame
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
    let table = try readings.tables.value(Self.name(of: resource, asked.grain)) { () throws(Failure) in
      try CellCache.table(of: asked) { () throws(Failure) in try engine.run(asked) }
    }
    tables[resource] = table
    return table
  }

  /// Tells what was read of a resource, or of a measure, from what was read at another grain.
  private static func name(of item: String, _ grain: CellGrain?) -> String {
    grain.map { "\(item)\u{0}\($0.name)" } ?? item
  }

  /// Reads a resource again where its cells are too coarse.
  func requireFinest(_ resource: String) throws(Failure) {
    guard tables[resource].map({ $0.grain != nil }) ?? (shape != nil) else { return }
    _ = try read(resource, isFinest: true)
    knownMembers = [:]
    for known in measures.values where known.measure.resource == resource { known.forget() }
  }

  func requireFinest(_ indicator: Indicator) throws(Failure) {
    guard shape != nil else { return }
    for measure in catalogue.measures(of: indicator) { try requireFinest(measure.resource) }
  }

  func measure(_ name: String) throws(Failure) -> (Measure, ResourceRoles) {
    let known = try known(name)
    return (known.measure, known.roles)
  }

  func known(_ name: String) throws(Failure) -> KnownMeasure {
    if let lastMeasure, lastMeasure.measure.name == name { return lastMeasure }
    if measures[name] == nil {
      guard let measure = catalogue.measures[name], let roles = catalogue.roles[measure.resource] else {
        throw .defect("no measure \(name)")
      }
      measures[name] = KnownMeasure(measure, roles, of: dataset)
    }
    guard let known = measures[name] else { throw .defect("no measure \(name)") }
    lastMeasure = known
    return known
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
