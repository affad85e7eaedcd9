public import Findings
public import Language
public import Values

/// What is published: a measure, a ratio of two measures, or a formula over indicators.
public struct Indicator: Sendable {
  public enum Definition: Sendable {
    case measure(String)
    case ratio(numerator: String, denominator: String)
    case formula(Formula)
    /// A part of a measure over its whole along a dimension.
    case share(measure: String, along: String)
    case derived(Derivation)
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
  /// What values of its measure, or the quotient of its measures, are multiplied by, since their columns are in other
  /// units than its own.
  public internal(set) var scaling = Rational.one
  /// Of a ratio: where a year has no denominator, the latest one before it stands for it.
  public internal(set) var takesEarlierDenominator = false

  /// Growth rates, ranks and comparisons have a meaning.
  public var isComparable: Bool { !isLowerBound && implausible == nil }
}
