public import Language

/// What a data package publishes: its dimensions, the part each column plays, measures and indicators.
///
/// Read from `indicators.yaml`. Every name in it has been checked against the package's descriptors.
public struct Catalogue: Sendable {
  public static let fileName = "indicators.yaml"

  public let title: LocalizedText
  /// What the package is about, without the place: "Công tác dân vận".
  public let subject: LocalizedText
  /// Whose figures these are: the province and its type.
  public let place: LocalizedText
  public let dimensions: [DimensionDeclaration]
  /// By resource name.
  public let roles: [String: ResourceRoles]
  public let measures: [String: Measure]
  /// In the order of the file.
  public let indicators: [Indicator]
  /// The resource of planned values, if there is one.
  public let targets: String?
  /// The resource of published figures, if there is one.
  public let claims: String?
  /// The resource of the events of units, if there is one.
  public internal(set) var unitEvents: String?
  /// The list of what should be sent in, if there is one.
  public internal(set) var submissions: SubmissionRoles?
  /// Terms and ranges with names of their own, in the order of the file.
  public internal(set) var periods: [PeriodDeclaration] = []
  /// What the data have to fulfil, in the order of the file; evaluated by `check` alone.
  public internal(set) var rules: [Rule] = []

  public func indicator(_ code: String) -> Indicator? { indicators.first { $0.code == code } }
  public func period(_ code: String) -> PeriodDeclaration? { periods.first { $0.period.code == code } }
  public func dimension(_ name: String) -> DimensionDeclaration? { dimensions.first { $0.name == name } }

  /// The measures an indicator is computed from, formulas followed to their ends; in order of first use.
  public func measures(of indicator: Indicator) -> [Measure] {
    var found: [Measure] = []
    var seen: Set<String> = []
    var waiting = [indicator]
    while let next = waiting.popLast() {
      guard seen.insert(next.code).inserted else { continue }
      switch next.definition {
      case .measure(let name): add([name], to: &found)
      case .ratio(let numerator, let denominator): add([numerator, denominator], to: &found)
      case .share(let name, _): add([name], to: &found)
      case .derived(let derivation): waiting += [self.indicator(derivation.operand)].compactMap { $0 }
      case .formula(let formula): waiting += formula.names.reversed().compactMap { self.indicator($0) }
      }
    }
    return found
  }

  private func add(_ names: [String], to found: inout [Measure]) {
    for name in names {
      if let measure = measures[name], !found.contains(where: { $0.name == name }) { found.append(measure) }
    }
  }
}
