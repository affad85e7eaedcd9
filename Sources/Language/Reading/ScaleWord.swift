/// The words that multiply a number: `nghìn tỷ`, `million`. The inverse of what `MoneyAmount` says.
public enum ScaleWord {
  private static let powers: [OutputLanguage: [String: Int]] = [
    .vietnamese: ["nghìn": 3, "ngàn": 3, "triệu": 6, "tỷ": 9, "tỉ": 9],
    .english: ["thousand": 3, "million": 6, "billion": 9, "trillion": 12],
  ]
  private static let foldedPowers: [String: Int] = ["nghin": 3, "ngan": 3, "trieu": 6, "ty": 9, "ti": 9]
  private static let money: Set<String> = ["đồng", "dong", "vnđ", "vnd", "đ"]

  /// The power of ten that the words at the beginning say, and how many words say it; `nghìn tỷ` is 12, of two words.
  ///
  /// - Parameter words: in lower case, with or without diacritics.
  public static func power(_ words: some Collection<String>) -> (power: Int, words: Int) {
    var total = 0
    var count = 0
    for word in words.prefix(2) {
      guard let power = power(of: word), total == 0 || power > 3 else { break }
      total += power
      count += 1
    }
    return (total, count)
  }

  private static func power(of word: String) -> Int? {
    OutputLanguage.allCases.compactMap { powers[$0]?[word] }.first ?? foldedPowers[word]
  }

  /// Whether the word, in lower case, names the currency.
  public static func isMoney(_ word: String) -> Bool { money.contains(word) }
}
