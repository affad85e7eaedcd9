public import Findings
public import Language
public import Values

/// A term or a range of years, as readers know it.
public struct PeriodDeclaration: Sendable {
  public let period: DeclaredPeriod
  public let names: LocalizedText
  public let position: Position
}
