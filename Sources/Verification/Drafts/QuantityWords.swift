/// What the words around a figure say that it is: a level, a change, an average, a planned value.
struct StatedQuantity {
  enum Kind: String {
    case level, change, average, target, gap, completion
    /// Compared with something that is not in the data: other units, the same months of a year.
    case comparison
  }

  let kind: Kind
  /// A fall: the number is negative.
  let isFall: Bool
}

enum QuantityWords {
  private static let rises: Set<String> = [
    "tang", "increase", "increased", "increasing", "rose", "risen", "rise", "grew", "grown", "growth", "up", "gained",
    "gain",
  ]
  private static let falls: Set<String> = [
    "giam", "decrease", "decreased", "fell", "fallen", "fall", "declined", "decline", "down", "dropped", "drop", "lost",
  ]
  private static let fillers: Set<String> = [
    "them", "duoc", "by", "of", "manh", "nhe", "a", "an", "hon", "con", "muc", "sharply",
    "slightly",
  ]
  private static let above: Set<String> = ["higher", "more", "above", "up"]
  private static let below: Set<String> = ["lower", "less", "below", "down", "fewer"]

  /// - Parameters:
  ///   - before: the folded words of the figure's own part, in order, without those of a bound.
  ///   - after: the folded words from the figure's unit to the end of its sentence.
  static func quantity(_ before: [String], _ after: [String], isPercent: Bool) -> StatedQuantity {
    if isPercent, isPlan(Array(after.prefix(4))) { return StatedQuantity(kind: .completion, isFall: false) }
    if let isFall = comparative(before, after) ?? change(before) {
      let near = after.prefix(14)
      if isPlan(near) { return StatedQuantity(kind: .gap, isFall: isFall) }
      if isElsewhere(near) || isElsewhere(before.suffix(5)) { return StatedQuantity(kind: .comparison, isFall: isFall) }
      return StatedQuantity(kind: .change, isFall: isFall)
    }
    if endsWithPlan(before) { return StatedQuantity(kind: .target, isFall: false) }
    if isAverage(before, after) { return StatedQuantity(kind: .average, isFall: false) }
    return StatedQuantity(kind: .level, isFall: false)
  }

  /// Whether it fell; nil where nothing changed. `tăng lên 59,22%` and `từ 56,3%` are levels.
  private static func change(_ before: [String]) -> Bool? {
    let rest = before.reversed().drop { fillers.contains($0) }
    guard let word = rest.first else { return nil }
    if rises.contains(word) { return false }
    return falls.contains(word) ? true : nil
  }

  /// `thấp hơn 0,78 điểm`, `2.92 percentage points higher than`.
  private static func comparative(_ before: [String], _ after: [String]) -> Bool? {
    // cao hơn 3,81 điểm; cao hơn mức chung 3,81 điểm.
    let last = Array(before.suffix(6))
    for index in last.indices.dropFirst().reversed() where last[index] == "hon" {
      if ["cao", "nhieu", "lon"].contains(last[index - 1]) { return false }
      if ["thap", "it", "nho"].contains(last[index - 1]) { return true }
    }
    // lower by 0.78 points
    if last.last == "by", let word = last.dropLast().last {
      if ["higher", "more"].contains(word) { return false }
      if ["lower", "less", "fewer"].contains(word) { return true }
    }
    guard let first = after.first, after.prefix(2).contains(where: { ["than", "on", "from", "the"].contains($0) })
    else { return nil }
    if above.contains(first) { return false }
    return below.contains(first) ? true : nil
  }

  private static func isPlan(_ words: some Collection<String>) -> Bool {
    let words = Array(words)
    for (index, word) in words.enumerated() {
      if ["target", "targets", "planned", "plan"].contains(word) { return true }
      if word == "ke", index + 1 < words.count, words[index + 1] == "hoach" { return true }
    }
    return false
  }

  private static func endsWithPlan(_ words: [String]) -> Bool {
    // so với kế hoạch cả năm 80,00%
    let before = words.suffix(2) == ["ca", "nam"] ? words.dropLast(2) : words[...]
    return isPlan(before.suffix(2)) || isPlan(before.suffix(3)) && ["la", "of", "at", "is"].contains(before.last ?? "")
  }

  /// Against the whole, other units or the same months: not two years of one series.
  private static func isElsewhere(_ words: some Collection<String>) -> Bool {
    let text = words.joined(separator: " ")
    return ["muc chung", "binh quan", "cung ky", "average", "overall", "same period", "toan quoc", "ca nuoc"]
      .contains { text.contains($0) }
  }

  private static func isAverage(_ before: [String], _ after: [String]) -> Bool {
    let text = before.suffix(6).joined(separator: " ")
    for mean in ["binh quan", "trung binh"] {
      for year in ["moi nam", "hang nam", "mot nam"] where text.contains("\(mean) \(year)") { return true }
    }
    let next = after.prefix(4).joined(separator: " ")
    let isYearly = ["a year", "per year", "each year", "every year"].contains { next.contains($0) || text.contains($0) }
    return isYearly && (text.contains("average") || next.contains("average") || text.contains("averaging"))
      || text.contains("annual average")
  }
}
