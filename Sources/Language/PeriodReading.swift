public import Values

/// What a person means by a period, as offices write it: `Q3/2022`, `6T2022`, `Quý III năm 2022`, `tháng 7/2022`,
/// `9 tháng năm 2022`. Data are never read this way, only questions, and guesses that a finding suggests.
public enum PeriodReading {
  /// Nil when nothing, or more than one thing, can be meant.
  public static func slot(_ text: String) -> PeriodSlot? {
    let text = VietnameseText.folded(text)
    if let slot = PeriodSlot(code: text) { return slot }
    guard text.utf8.count <= 60 else { return nil }
    var words = tokens(text)
    guard let index = words.firstIndex(where: isYear),
      !words.indices.contains(where: { $0 != index && isYear(words[$0]) }),
      let year = Int(words.remove(at: index))
    else { return nil }
    let isLast = words.contains("cuoi")
    words.removeAll { fillers.contains($0) }
    switch (words.count, words.first ?? "", words.last ?? "") {
    case (0, _, _): return isLast ? nil : PeriodSlot(.year, year)
    case (1, let number, _): return isLast ? nil : Int(number).flatMap { PeriodSlot(.month, year, $0) }
    case (2, "t", let number), (2, "thang", let number), (2, "m", let number):
      return isLast ? nil : Int(number).flatMap { PeriodSlot(.month, year, $0) }
    case (2, "q", let number), (2, "quy", let number), (2, "quarter", let number):
      return (romans[number] ?? Int(number)).flatMap { PeriodSlot(.quarter, year, $0) }
    case (2, "h", let number), (2, "s", let number): return Int(number).flatMap { PeriodSlot(.halfYear, year, $0) }
    case (2, "6", "t"), (2, "6", "thang"), (2, "6", "m"): return PeriodSlot(.halfYear, year, isLast ? 2 : 1)
    case (2, "9", "t"), (2, "9", "thang"), (2, "9", "m"): return isLast ? nil : PeriodSlot(.nineMonths, year)
    default: return nil
    }
  }

  private static let fillers: Set<String> = ["nam", "dau", "cuoi", "cua", "trong", "of", "year"]
  private static let romans = ["i": 1, "ii": 2, "iii": 3, "iv": 4]

  private static func isYear(_ word: String) -> Bool { word.utf8.count == 4 && Int(word).map { $0 >= 1000 } ?? false }

  /// Runs of digits and runs of letters; a quarter's Roman number is parted from the letter before it.
  private static func tokens(_ text: String) -> [String] {
    var tokens: [String] = []
    var before: Bool?
    for character in text {
      guard character.isASCII, character.isLetter || character.isNumber else {
        before = nil
        continue
      }
      if before == character.isNumber, !tokens.isEmpty {
        tokens[tokens.count - 1].append(character)
      } else {
        tokens.append(String(character))
      }
      before = character.isNumber
    }
    return tokens.flatMap { token -> [String] in
      for word in ["quy", "q"] where token.hasPrefix(word) {
        let rest = String(token.dropFirst(word.count))
        if romans[rest] != nil { return [word, rest] }
      }
      return [token]
    }
  }
}
