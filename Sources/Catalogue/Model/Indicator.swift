public import Findings
public import Language
public import Values

/// What is published: a measure, a ratio of two measures, or a formula over indicators.
public struct Indicator: Sendable {
  public enum Definition: Sendable {
    case measure(String)
    case ratio(numerator: String, denominator: String)
    case formula(Formula)
  }

  /// Which way is good: receptions, complaints and resolutions have none.
  public enum Direction: String, Sendable, Hashable, CaseIterable {
    case up, down, none
  }

  public let code: String
  public let names: LocalizedText
  /// For narrow tables and charts.
  public let shortNames: LocalizedText
  public let synonyms: [OutputLanguage: [String]]
  public let definition: Definition
  public let unit: UnitOfMeasure
  /// As readers see it: "buổi", "%".
  public let unitNames: LocalizedText
  public let decimals: Int
  public let good: Direction
  /// Published only as "more than": no growth rate, no rank.
  public let isLowerBound: Bool
  /// Why the published figure is questioned, when it is: shown and flagged, not compared, not ranked.
  public let implausible: LocalizedText?
  public let source: LocalizedText?
  public let note: LocalizedText?
  public let position: Position

  /// Growth rates, ranks and comparisons have a meaning.
  public var isComparable: Bool { !isLowerBound && implausible == nil }
}
