public import Catalogue
public import Language
public import Values

/// A figure of a published text, as a row of a list of claims gives it.
public struct PublishedClaim: Sendable, Hashable {
  public enum Kind: String, Sendable, Hashable, CaseIterable { case level, change }

  public let id: String
  /// The code in the list; empty where there is no indicator for it.
  public let indicator: String?
  public let kind: Kind
  /// The reporting years; nil where the text does not say.
  public let firstYear: Int?
  public let lastYear: Int?
  /// Nil for the whole.
  public let unit: String?
  public let organisation: String?
  /// In `unitOfMeasure`, at its printed precision.
  public let value: ExactDecimal
  /// A code of the catalogue.
  public let unitOfMeasure: String?
  /// As the text prints it.
  public let printed: String
  public let bound: NumberBound
  public let document: String?
  public let file: String
  public let line: Int
}

/// A claim with what the data say about it.
public struct ClaimResult: Sendable {
  public let claim: PublishedClaim
  /// Nil when the catalogue has none for it.
  public let indicator: Indicator?
  public let judgement: Judgement
}
