public import Datasets
public import Findings

extension Dataset {
  /// The events of the package's units with what is wrong with them; nil when the package has none.
  ///
  /// - Throws: `Failure.invalid` when their resource has errors, `.noInput` when it is not there.
  public func unitEvents() throws(Failure) -> UnitEventReader.Outcome? {
    guard let name = catalogue.unitEvents, let resource = package.resource(named: name), let units else { return nil }
    return try UnitEventReader.read(resource, of: package, units: units)
  }

  /// The units of the package through time.
  ///
  /// - Throws: `Failure.invalid` when the events have errors; what `unitEvents` throws.
  public func unitHistory() throws(Failure) -> UnitHistory? {
    guard let units else { return nil }
    guard let outcome = try unitEvents() else { return UnitHistory(units, events: []) }
    let errors = outcome.findings.filter { $0.severity == .error }
    guard errors.isEmpty else { throw .invalid(errors) }
    return UnitHistory(units, events: outcome.events)
  }
}
