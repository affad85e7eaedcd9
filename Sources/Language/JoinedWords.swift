/// Words that a line does not part: a number and its unit, a date, the number of a document or an article.
public enum JoinedWords {
  /// The text with no-break spaces where its readers would stumble over a new line: in `Nghị quyết số 25-NQ/TW`,
  /// `59,22 %`, `52.000 tỷ đồng`, `ngày 03 tháng 10 năm 2023`, `Điều 5`, `2014 – 2023`. Linear in the text.
  public static func joined(_ text: String) -> String {
    let words = words(of: text)
    guard words.count > 1 else { return text }
    var joins = [Bool](repeating: false, count: words.count)
    for index in words.indices.dropLast() {
      joins[index] = isJoined(words, index, after: index > 0 && joins[index - 1])
    }
    for index in words.indices.dropFirst(2) where joins[index] && words[index].name == "số" {
      guard documents.contains("\(words[index - 2].name) \(words[index - 1].name)") else { continue }
      joins[index - 2] = true
      joins[index - 1] = true
    }
    var result = ""
    result.reserveCapacity(text.utf8.count + words.count)
    for (index, word) in words.enumerated() {
      result += word.text
      if index + 1 < words.count { result += joins[index] ? "\u{A0}" : " " }
    }
    return result
  }

  private struct Word {
    let text: Substring
    /// Without the signs around it, in small letters.
    let name: String
    let isNumber: Bool
    /// Whether a sign at its end parts it from the next one.
    let isEnd: Bool

    /// - Parameter isPlain: whether the text has only scalars that are characters of their own.
    init(_ text: Substring, isPlain: Bool) {
      self.text = text
      // Most words have no signs around them, which their bytes tell.
      let isBare = isPlain && Self.beginsBare(text.utf8) && Self.endsBare(text.utf8)
      name = isBare ? Self.named(text) : JoinedWords.name(text)
      isNumber = isBare ? text.utf8.first.map { 0x30...0x39 ~= $0 } ?? false : JoinedWords.isNumber(text)
      isEnd = isBare ? false : text.last.map { ",;:.)!?”".contains($0) } ?? true
    }

    /// Whether the word of a plain text begins with a letter or digit: signs that are not ASCII begin with 0xE2.
    private static func beginsBare(_ bytes: Substring.UTF8View) -> Bool {
      bytes.first.map { isBare($0) || $0 >= 0x80 && $0 != 0xE2 } ?? false
    }

    private static func endsBare(_ bytes: Substring.UTF8View) -> Bool {
      bytes.last.map { isBare($0) || $0 >= 0x80 && bytes.suffix(3).first != 0xE2 } ?? false
    }

    private static func isBare(_ byte: UInt8) -> Bool { 0x30...0x39 ~= byte || 0x61...0x7A ~= byte | 0x20 }

    private static func named(_ text: Substring) -> String {
      text.utf8.allSatisfy { 0x30...0x39 ~= $0 || 0x61...0x7A ~= $0 } ? String(text) : text.lowercased()
    }
  }

  private static func words(of text: String) -> [Word] {
    guard PlainText.isPlain(text) else {
      return text.split(separator: " ", omittingEmptySubsequences: false).map { Word($0, isPlain: false) }
    }
    return text.utf8.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false).map {
      Word(Substring($0), isPlain: true)
    }
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
  private static func isJoined(_ words: [Word], _ index: Int, after: Bool) -> Bool {
    let (left, right) = (words[index], words[index + 1])
    let (first, second) = (left.name, right.name)
    guard !left.isEnd || first == "no." && !left.text.isEmpty else { return false }
    if right.isNumber { return leaders.contains(first) || first == "–" && after || months.contains(first) && after }
    if isRoman(second) { return first == "quý" }
    if left.isNumber {
      if units.contains(second) || second == "–" && index + 2 < words.count && words[index + 2].isNumber {
        return true
      }
      if months.contains(second) { return true }
      // `ngày 03 tháng 10 năm 2023`.
      return after && index > 0
        && (second == "tháng" && words[index - 1].name == "ngày" || second == "năm" && words[index - 1].name == "tháng")
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

  private static func isRoman(_ name: String) -> Bool {
    switch name {
    case "i", "ii", "iii", "iv": true
    default: false
    }
  }
}
