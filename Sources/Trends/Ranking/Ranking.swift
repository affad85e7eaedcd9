public import Aggregation
public import Catalogue
public import Language
import Values

/// Parts of the whole by their value in one period, and how they stood in an earlier one.
public struct Ranking: Sendable {
  /// A place that several parts share when their printed values are the same; the next one is then left out: 1, 2, 2, 4.
  public struct Place: Sendable, Hashable {
    public let number: Int
    public let isTied: Bool
  }

  public struct Entry: Sendable {
    public let selection: Selection
    public let now: Observation
    /// Nil where the part has no place; `reason` then says why.
    public let place: Place?
    public let reason: LocalizedText?
    /// In the earlier period, when one was asked for.
    public let before: Observation?
    public let placeBefore: Place?
    /// From the earlier period; nil where the two are not comparable, and `notCompared` says why.
    public let change: TrendChange?
    public let notCompared: LocalizedText?

    /// Places gained, lost when negative.
    public var moved: Int? {
      guard let place, let placeBefore, change != nil else { return nil }
      return placeBefore.number - place.number
    }
  }

  /// Parts that are not shown one by one.
  public struct Rest: Sendable {
    public let count: Int
    /// All of them together; nil where their values are never added up.
    public let observation: Observation?
  }

  public let query: RankQuery
  /// By place, as many as were asked for, and whoever ties with the last of them.
  public let ranked: [Entry]
  public let rest: Rest?
  /// In the order of the dimension's file.
  public let unranked: [Entry]
  public let whole: Observation

  public var entries: [Entry] { ranked + unranked }
  public var indicator: Indicator { query.indicator }

  public var isIllustrative: Bool {
    whole.isIllustrative || entries.contains { $0.now.isIllustrative || $0.before?.isIllustrative ?? false }
  }

  /// A real body is never named first or last on made-up figures.
  public var hidesNames: Bool { isIllustrative && Self.hidden.contains(query.by) }

  /// The dimensions whose members are real bodies.
  public static let hidden: Set<String> = [DimensionDeclaration.unit, DimensionDeclaration.organisation]

  /// A, B, …, Z, AA, AB, …: names for parts that may not be named.
  public static func letters(_ index: Int) -> String {
    let letter = String(UnicodeScalar(UInt8(ascii: "A") + UInt8(max(0, index) % 26)))
    return index < 26 ? letter : letters(index / 26 - 1) + letter
  }
}

extension Ranking.Place {
  /// The places of values that are in order already: equals share one.
  static func all(_ ordered: [ExactDecimal]) -> [Ranking.Place] {
    var places: [Ranking.Place] = []
    for (index, value) in ordered.enumerated() {
      let isLikeBefore = index > 0 && ordered[index - 1] == value
      let isLikeNext = index + 1 < ordered.count && ordered[index + 1] == value
      places.append(
        Ranking.Place(
          number: isLikeBefore ? places[index - 1].number : index + 1, isTied: isLikeBefore || isLikeNext))
    }
    return places
  }
}
