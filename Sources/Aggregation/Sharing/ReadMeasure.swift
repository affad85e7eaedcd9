import Catalogue
import Values

/// What has been read of one measure, as its questions need it; threads share it.
final class ReadMeasure: Sendable {
  let grain: CellGrain?
  /// The reporting years with rows of the resource.
  let years: Set<Int>
  let register: [RegisterEntry]
  let rollUp: RollUp

  init(_ measure: Measure, _ roles: ResourceRoles, _ table: CellTable, _ places: CellPlaces) {
    grain = table.grain
    years = table.years
    register = table.registers[measure.name] ?? []
    rollUp = RollUp(
      measure, roles, table.cells[measure.name] ?? [:], places, isWhole: table.grain?.span != nil)
  }
}

/// What one evaluator knows of a measure.
final class KnownMeasure {
  let measure: Measure
  let roles: ResourceRoles
  /// Those of the resource, relative to the package.
  let files: [String]
  let isIllustrative: Bool
  /// Nil before the first question.
  var read: ReadMeasure?
  /// By the members that are asked for.
  var frames: [[String: [String]]: CoverageFrame] = [:]
  /// The years of which some cell has a value, in order.
  var reportedYears: [Int]?

  init(_ measure: Measure, _ roles: ResourceRoles, of dataset: Dataset) {
    self.measure = measure
    self.roles = roles
    let resource = dataset.package.resource(named: measure.resource)
    files = resource?.files ?? [""]
    isIllustrative = resource?.isIllustrative ?? false
  }

  /// The cells will be read anew.
  func forget() {
    read = nil
    frames = [:]
    reportedYears = nil
  }
}
