public import Findings
public import Language
public import Values

/// A term or a range of years, as readers know it.
public struct PeriodDeclaration: Sendable {
  public let period: DeclaredPeriod
  public let names: LocalizedText
  /// The line of periods that it is one of, such as the stages of a movement; nil for none.
  public let series: String?
  public let position: Position
}
