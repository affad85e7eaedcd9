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
  private var cellsByYear: [String: [Int: [(key: CellKey, cell: MeasureCell)]]] = [:]
  private var known: [Question: Observation] = [:]
  private var frames: [FrameKey: CoverageFrame] = [:]

  private struct Question: Hashable {
    let indicator: String
    let years: ClosedRange<Int>
    let selection: Selection
  }

  private struct FrameKey: Hashable {
    let measure: String
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

  /// The cells of a measure in some years.
  private func cells(
    of measure: Measure, in years: ClosedRange<Int>
  ) throws(Failure) -> [(key: CellKey, cell: MeasureCell)] {
    if cellsByYear[measure.name] == nil {
      let all = try table(measure.resource).cells[measure.name] ?? [:]
      cellsByYear[measure.name] = Dictionary(grouping: all.map { (key: $0.key, cell: $0.value) }, by: \.key.year)
    }
    guard let byYear = cellsByYear[measure.name] else { return [] }
    if years.count == 1 { return byYear[years.lowerBound] ?? [] }
    return byYear.filter { years.contains($0.key) }.flatMap(\.value)
  }

  /// Which cells of a measure are expected to report, for a part of the whole.
  func coverageFrame(
    _ measure: Measure, _ roles: ResourceRoles, _ selection: Selection
  ) throws(Failure) -> CoverageFrame {
    let key = FrameKey(measure: measure.name, selection: selection)
    if let frame = frames[key] { return frame }
    let all = try table(measure.resource).cells[measure.name] ?? [:]
    let frame = CoverageFrame(roles: roles, units: dataset.units, selection: selection, all: all.keys)
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
    func matches(_ unit: String?, _ members: [String?]) -> Bool {
      for (member, wanted) in zip(members, wanted) {
        guard let wanted else { continue }
        guard let member, wanted.contains(member) else { return false }
      }
      guard !selection.units.isEmpty else { return true }
      guard let unit, let units = dataset.units else { return false }
      return selection.units.contains { units.isMember(unit, under: $0) }
    }
    let cells = try cells(of: measure, in: counted).filter { matches($0.key.unit, $0.key.members) }
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
