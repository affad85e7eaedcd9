public import Values

/// A number as a text prints it.
public struct PrintedNumber: Sendable, Hashable {
  /// With its sign and all the decimals that are printed: `56,30` has two. Nil where no convention reads it (`1.2.3`).
  public let value: ExactDecimal?
  /// What the other language's convention reads in the same characters, where that is another number.
  public let alternative: ExactDecimal?
  /// Only the other language's convention reads it: `59.22` in a Vietnamese text.
  public let isForeign: Bool
  /// Digits without separators or sign, as years and codes are written.
  public let isPlain: Bool
  /// The characters of the text, the sign included.
  public let range: Range<Int>
}
