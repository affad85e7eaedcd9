/// A check of a rule that is a word instead of a comparison.
enum NamedCheck: Hashable {
  case partsSumToWhole, completeYears, nearPeers, countedOnce
  case pattern(Rule.Pattern)

  private static let words: [(String, NamedCheck)] =
    [
      ("parts-sum-to-whole", .partsSumToWhole), ("complete-years", .completeYears), ("near-peers", .nearPeers),
      ("counted-once", .countedOnce),
    ] + Rule.Pattern.allCases.map { ($0.rawValue, .pattern($0)) }

  init?(_ text: String) {
    guard let known = Self.words.first(where: { $0.0 == text }) else { return nil }
    self = known.1
  }

  static let all = words.map(\.0)

  /// The keys that have a meaning for it, beside those of every rule.
  var own: Set<String> {
    switch self {
    case .partsSumToWhole: ["of", "by", "over", "tolerance"]
    case .completeYears: ["of", "by", "years"]
    case .nearPeers: ["of", "by", "peers", "fewest", "deviations"]
    case .countedOnce: ["of", "hosts", "event", "remark"]
    case .pattern: ["of"]
    }
  }

  /// The keys of a comparison.
  static let ofComparisons: Set<String> = ["by", "over", "tolerance"]
  static let ofEveryRule: Set<String> = ["id", "check", "severity", "kind", "message"]
}
