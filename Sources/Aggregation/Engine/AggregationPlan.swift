public import Catalogue
public import Datasets
public import Findings

/// What is asked of an engine: one resource, read once, for these measures.
public struct AggregationPlan: Sendable {
  public let package: DataPackage
  public let resource: ResourceDescriptor
  public let roles: ResourceRoles
  public let measures: [Measure]
  /// The members of the dimensions that rows may belong to, by the dimensions' names.
  public let dimensions: [String: Dimension]
  /// Values of referred columns, for checking references without reading their resources again.
  public let known: [ReferenceTarget: [String]]

  /// Whether the resource is the list of a dimension's members, too.
  public var listsMembers: Bool { memberLists.contains(resource.name) }

  /// The resources that the members stand in.
  public let memberLists: [String]

  /// How coarse its cells may be; nil for the finest that the roles declare. An engine may give finer ones.
  public var grain: CellGrain?

  /// What its columns are used for.
  var use: ResourceUse {
    ResourceUse(
      listsMembers: listsMembers,
      figures: Set(measures.filter { $0.kind != .distinct && $0.kind != .count }.map(\.column)),
      members: Set(roles.dimensions.map(\.column) + [roles.unitColumn].compactMap { $0 }))
  }

  /// What is left of it at its grain: the measures that are asked for.
  var ofItsGrain: AggregationPlan {
    guard let grain else { return self }
    var plan = AggregationPlan(
      package: package, resource: resource, roles: roles,
      measures: measures.filter { grain.measures.contains($0.name) },
      dimensions: dimensions, known: known, memberLists: memberLists)
    plan.grain = grain
    return plan
  }

  /// The hierarchy of units.
  public var units: Dimension? { dimensions[DimensionDeclaration.unit] }

  public init(
    package: DataPackage, resource: ResourceDescriptor, roles: ResourceRoles, measures: [Measure],
    dimensions: [String: Dimension], known: [ReferenceTarget: [String]] = [:], memberLists: [String] = []
  ) {
    self.package = package
    self.resource = resource
    self.roles = roles
    self.measures = measures
    self.dimensions = dimensions
    self.known = known
    self.memberLists = memberLists
  }
}

/// Aggregates rows into cells. It returns exact sums and counts; ratios, changes and rounding happen above it, once.
public protocol AggregationEngine {
  /// - Throws: `Failure.invalid` when the resource holds errors, `.noInput` or `.inputOutput` when it cannot be read.
  func run(_ plan: AggregationPlan) throws(Failure) -> CellTable
}
