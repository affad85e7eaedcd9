/// Words that a line does not part: a number and its unit, a date, the number of a document or an article.
public enum JoinedWords {
  /// The text with no-break spaces where its readers would stumble over a new line: in `Nghị quyết số 25-NQ/TW`,
  /// `59,22 %`, `52.000 tỷ đồng`, `ngày 03 tháng 10 năm 2023`, `Điều 5`, `2014 – 2023`. Linear in the text.
  public static func joined(_ text: String) -> String {
    let words = text.split(separator: " ", omittingEmptySubsequences: false)
    guard words.count > 1 else { return text }
    var joins = [Bool](repeating: false, count: words.count)
    for index in words.indices.dropLast() {
      joins[index] = isJoined(words, index, after: index > 0 && joins[index - 1])
    }
    for index in words.indices.dropFirst(2) where joins[index] && name(words[index]) == "số" {
      guard documents.contains("\(name(words[index - 2])) \(name(words[index - 1]))") else { continue }
      joins[index - 2] = true
      joins[index - 1] = true
    }
    var result = ""
    for (index, word) in words.enumerated() {
      result += word
      if index + 1 < words.count { result += joins[index] ? "\u{A0}" : " " }
    }
    return result
  }

  /// Before a number.
  private static let leaders: Set<String> = [
    "số", "điều", "khoản", "chương", "mục", "biểu", "trang", "ngày", "tháng", "năm", "quý", "khóa", "no.", "article",
    "table", "chapter", "page", "quarter",
  ]
  /// Behind a number.
  private static let units: Set<String> = [
    "%", "‰", "nghìn", "triệu", "tỷ", "đồng", "điểm", "thousand", "million", "billion", "percent", "percentage",
    "points",
  ]
  /// What goes on with a unit behind a number.
  private static let chains: Set<String> = [
    "nghìn tỷ", "nghìn đồng", "triệu đồng", "tỷ đồng", "điểm phần", "phần trăm", "thousand billion", "million đồng",
    "billion đồng", "percentage points",
  ]
  private static let documents: Set<String> = [
    "nghị quyết", "nghị định", "quyết định", "chỉ thị", "kết luận", "công văn", "hướng dẫn", "thông tư", "kế hoạch",
    "thông báo", "báo cáo",
  ]
  private static let months: Set<String> = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  /// - Parameter after: the two words before this one's gap are joined.
  private static func isJoined(_ words: [Substring], _ index: Int, after: Bool) -> Bool {
    let (left, right) = (words[index], words[index + 1])
    guard let last = left.last, !",;:.)!?”".contains(last) || name(left) == "no." else { return false }
    let (first, second) = (name(left), name(right))
    if isNumber(right) { return leaders.contains(first) || first == "–" && after || months.contains(first) && after }
    if isRoman(right) { return first == "quý" }
    if isNumber(left) {
      if units.contains(second) || second == "–" && index + 2 < words.count && isNumber(words[index + 2]) {
        return true
      }
      if months.contains(second) { return true }
      // `ngày 03 tháng 10 năm 2023`.
      return after && index > 0
        && (second == "tháng" && name(words[index - 1]) == "ngày"
          || second == "năm" && name(words[index - 1]) == "tháng")
    }
    return after && chains.contains("\(first) \(second)")
  }

  /// Without the signs around it, in small letters.
  private static func name(_ word: Substring) -> String {
    let bare = word.drop { "(“\"[‘".contains($0) }
    var end = bare.endIndex
    while end > bare.startIndex, ",;:.)!?”\"]".contains(bare[bare.index(before: end)]) { end = bare.index(before: end) }
    let name = bare[..<end].lowercased()
    return name == "no" && bare.hasSuffix(".") ? "no." : name
  }

  private static func isNumber(_ word: Substring) -> Bool {
    word.drop { "(“+-−".contains($0) }.first.map(DigitWords.isDigit) ?? false
  }

  private static func isRoman(_ word: Substring) -> Bool { ["i", "ii", "iii", "iv"].contains(name(word)) }
}
