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

  public func indicator(_ code: String) -> Indicator? { indicators.first { $0.code == code } }
  public func dimension(_ name: String) -> DimensionDeclaration? { dimensions.first { $0.name == name } }

  /// The measures an indicator is computed from, formulas followed to their ends; in order of first use.
  public func measures(of indicator: Indicator) -> [Measure] {
    var found: [Measure] = []
    for name in measureNames(of: indicator, depth: 0) {
      if let measure = measures[name], !found.contains(where: { $0.name == name }) { found.append(measure) }
    }
    return found
  }

  private func measureNames(of indicator: Indicator, depth: Int) -> [String] {
    // Cycles are refused when the catalogue is read; the bound keeps this total whatever it is given.
    guard depth <= indicators.count else { return [] }
    switch indicator.definition {
    case .measure(let name): return [name]
    case .ratio(let numerator, let denominator): return [numerator, denominator]
    case .formula(let formula):
      return formula.names.compactMap { self.indicator($0) }.flatMap { measureNames(of: $0, depth: depth + 1) }
    }
  }
}
