public import Catalogue
import Datasets
import Values

/// What the questions of one query have in common, told before the first of them: so that of large files only what they
/// need is kept apart. It changes no answer; questions of another shape are answered, too, after a second reading.
public struct QuestionShape: Sendable {
  public let indicators: [Indicator]
  /// The dimensions, the unit and the period among them, that values are told apart by or narrowed to.
  public let dimensions: Set<String>
  /// The level of the units that values are told apart by; nil for that of the rows.
  public let level: String?
  /// The reporting years that are asked about, as far as there are some; nil where other periods are.
  public let years: ClosedRange<Int>?

  /// - Parameters:
  ///   - by: the dimensions that values are told apart by.
  public init(
    _ indicators: [Indicator], by dimensions: [String], level: String? = nil, of selection: Selection,
    years: ClosedRange<Int>?
  ) {
    self.indicators = indicators
    var all = Set(dimensions).union(selection.members.keys)
    if !selection.units.isEmpty { all.insert(DimensionDeclaration.unit) }
    self.dimensions = all
    // Who is asked about may lie anywhere in the hierarchy.
    self.level = selection.units.isEmpty ? level : nil
    self.years = years
  }

  /// How coarse the cells of a resource may be; nil where nothing may be left together.
  ///
  /// Only for what adds up over everything: sums and counts, and different values where the shape is that of the
  /// question itself. Where coverage is told, or the day up to which rows were counted, each cell matters.
  func grain(of resource: ResourceDescriptor, _ roles: ResourceRoles, _ catalogue: Catalogue) -> CellGrain? {
    guard let years, roles.expects.isEmpty, roles.cutOffColumn == nil else { return nil }
    switch roles.time {
    case .year, .day: break
    case .month, .code, .active: return nil
    }
    var measures: Set<String> = []
    var apart: Set<String> = []
    var isConditional = false
    for indicator in indicators {
      guard case .measure(let name) = indicator.definition, let measure = catalogue.measures[name] else { return nil }
      guard measure.resource == resource.name else { continue }
      switch measure.kind {
      case .flow, .count, .distinct: measures.insert(name)
      case .stock, .published: return nil
      }
      if let foundIn = measure.foundIn { apart.insert(foundIn.dimension) }
      isConditional = isConditional || !measure.filter.isEmpty || !measure.comparisons.isEmpty
    }
    guard !measures.isEmpty else { return nil }
    let units: CellGrain.Units =
      !dimensions.contains(DimensionDeclaration.unit)
      ? .together : level.map { $0 == roles.level ? .reported : .level($0) } ?? .reported
    // Rows that do not count say nothing of the years that a measure has.
    let isWhole = !dimensions.contains(DimensionDeclaration.period) && roles.isDaily && !isConditional
    return CellGrain(
      time: isWhole ? .span(years) : .years, units: units, dimensions: dimensions, measures: measures,
      apart: apart.subtracting(dimensions))
  }
}
