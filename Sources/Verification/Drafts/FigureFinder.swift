import Language
import Values

/// Tells figures from numbers that are none.
struct FigureFinder {
  private let tokens: [DraftToken]
  private let times: Set<Int>
  private let lexicon: Lexicon

  init(_ tokens: [DraftToken], _ mentions: [PeriodMention], _ lexicon: Lexicon) {
    self.tokens = tokens
    self.lexicon = lexicon
    times = Set(mentions.flatMap { Array($0.tokens) })
  }

  /// The figures in order, and how many numbers are none.
  func figures() -> (figures: [FoundFigure], skipped: Int) {
    var figures: [FoundFigure] = []
    var skipped = 0
    var index = 0
    while index < tokens.count {
      guard let number = tokens[index].number else {
        index += 1
        continue
      }
      if let end = skip(at: index) {
        skipped += tokens[index..<end].count { $0.number != nil }
        index = end
        continue
      }
      let figure = figure(at: index, number)
      figures.append(figure)
      index = max(index + 1, figure.tokens.upperBound)
    }
    return (figures, skipped)
  }

  private func folded(_ index: Int) -> String? {
    tokens.indices.contains(index) && tokens[index].isWord ? tokens[index].folded : nil
  }
  private func sign(_ index: Int) -> Character? { tokens.indices.contains(index) ? tokens[index].sign : nil }

  private static let ordinalLeads: Set<String> = [
    "dieu", "khoan", "chuong", "muc", "bieu", "bang", "trang", "hinh", "luc", "khoa", "thu", "lan", "article",
    "section",
    "table", "page", "annex", "figure", "chapter", "appendix", "no", "part", "phuong", "quan", "to", "ap", "pho",
    "duong", "phien", "ward", "step", "item",
  ]
  private static let telephones: Set<String> = ["dt", "tel", "phone", "fax", "hotline", "telephone"]
  private static let durations: Set<String> = [
    "nam", "thang", "ngay", "gio", "phut", "tuan", "tuoi", "year", "years", "month", "months", "day", "days", "hour",
    "hours", "week", "weeks",
  ]

  /// The token after what is no figure; nil for a figure.
  private func skip(at index: Int) -> Int? {
    if times.contains(index) { return index + 1 }
    let token = tokens[index]
    if index > 0, token.isAttached, tokens[index - 1].isWord { return index + 1 }
    if let end = document(at: index) { return end }
    let next = index + 1
    if tokens.indices.contains(next), tokens[next].isAttached {
      // 25-NQ, 6T, 10-year; but 5%, 5đ.
      if let mark = sign(next), "-–/".contains(mark), tokens.indices.contains(next + 1), tokens[next + 1].isAttached,
        tokens[next + 1].isWord
      {
        return next + 2
      }
      if tokens[next].isWord, !ScaleWord.isMoney(tokens[next].key) { return next + 1 }
      if sign(next) == ":", tokens.indices.contains(next + 1), tokens[next + 1].isAttached,
        tokens[next + 1].number != nil
      {
        return next + 2
      }
    }
    if token.startsLine, isMarker(index) { return index + 1 }
    if isTelephone(index) { return index + 1 }
    if let word = folded(next), Self.durations.contains(word), unit(after: index).unit == .noun(tokens[next].key) {
      return index + 1
    }
    guard hasNoUnit(index) else { return nil }
    if token.year != nil { return index + 1 }
    if token.number?.isPlain == true, isOrdinal(index) { return index + 1 }
    return nil
  }

  private func hasNoUnit(_ index: Int) -> Bool {
    switch unit(after: index).unit {
    case .none, .noun: true
    default: false
    }
  }

  private func isOrdinal(_ index: Int) -> Bool {
    var back = index - 1
    if sign(back) == ":" || sign(back) == "." { back -= 1 }
    guard let word = folded(back) else { return false }
    if Self.ordinalLeads.contains(word) { return true }
    // "Nghị quyết số 25", but not "các số 1.099".
    return word == "so" && tokens[back].key != "sơ"
      && !["cac", "nhung", "con", "hai", "ba"].contains(folded(back - 1) ?? "")
  }

  private func isTelephone(_ index: Int) -> Bool {
    let text = tokens[index].text
    if text.hasPrefix("0"), text.count >= 8 { return true }
    return (index - 5..<index).contains {
      Self.telephones.contains(folded($0) ?? "") || folded($0) == "thoai" && folded($0 - 1) == "dien"
    }
  }

  /// `1.`, `2)`, `1.1.`, `1.2 Kết quả`.
  private func isMarker(_ index: Int) -> Bool {
    let token = tokens[index]
    let next = index + 1
    if let mark = sign(next), tokens[next].isAttached, ".)/".contains(mark),
      !(tokens.indices.contains(next + 1) && tokens[next + 1].isAttached)
    {
      return token.text.allSatisfy { $0.isNumber || $0 == "." }
    }
    guard token.text.contains("."), token.text.count <= 6, tokens.indices.contains(next) else { return false }
    let isNumbered = token.text.split(separator: ".").allSatisfy { $0.count <= 2 }
    return isNumbered && tokens[next].isCapitalised && token.startsParagraph
  }

  /// `238-CV/TU`, `30/2020/NĐ-CP`.
  private func document(at index: Int) -> Int? {
    var next = index + 1
    var strokes = 0
    while tokens.indices.contains(next), tokens[next].isAttached, let mark = sign(next), "-/".contains(mark),
      tokens.indices.contains(next + 1), tokens[next + 1].isAttached
    {
      strokes += 1
      next += 2
      if tokens[next - 1].isWord, tokens[next - 1].text.count > 1, tokens[next - 1].text.allSatisfy(\.isUppercase) {
        while tokens.indices.contains(next), tokens[next].isAttached, tokens[next].sign != ".",
          tokens[next].sign != ","
        {
          next += 1
        }
        return next
      }
    }
    return strokes > 1 ? next : nil
  }

  private func figure(at index: Int, _ number: PrintedNumber) -> FoundFigure {
    var last = index
    var denominator: PrintedNumber?
    if sign(index + 1) == "/", tokens[index + 1].isAttached, tokens.indices.contains(index + 2),
      tokens[index + 2].isAttached, let other = tokens[index + 2].number
    {
      denominator = other
      last = index + 2
    }
    let (unit, power, end) = unit(after: last)
    let before = tokens[..<index].suffix(4)
    let words = before.reversed().prefix { $0.isWord }.reversed().map(\.key)
    let (bound, count) = BoundWord.bound(Array(words))
    return FoundFigure(
      index: index, number: number, tokens: (index - count)..<end, bound: bound, power: power, unit: unit,
      denominator: denominator)
  }

  /// Words that may follow a number without being what it counts.
  static let links: Set<String> = [
    "so", "va", "trong", "vao", "tai", "o", "nam", "cuoi", "dau", "den", "tu", "la", "thi", "theo", "cao", "thap",
    "tang",
    "giam", "doi", "cho", "hay", "hoac", "nhung", "chiem", "dat", "tren", "in", "and", "at", "by", "from", "to",
    "compared",
    "as", "for", "which", "or", "but", "than", "on", "was", "were", "is", "up", "down", "of", "between", "since",
    "against",
    "during", "over", "with",
  ]

  /// What stands after a number: a unit, the power of ten before it, and the token after both.
  private func unit(after index: Int) -> (unit: FoundFigure.Unit, power: Int, end: Int) {
    let start = index + 1
    guard start < tokens.count else { return (.none, 0, start) }
    if let found = percentage(at: start) { return (found.unit, 0, found.end) }
    if let words = catalogueUnit(at: start), !Self.isPlainMoney(words) {
      return (.catalogue(words), 0, start + words.count)
    }
    let following = tokens[start...].prefix(3).prefix { $0.isWord && !$0.startsParagraph }.map(\.key)
    let (power, count) = ScaleWord.power(following)
    let next = start + count
    if tokens.indices.contains(next), tokens[next].isWord, ScaleWord.isMoney(tokens[next].key) {
      return (.money, power, next + 1)
    }
    if count > 0 {
      if let words = catalogueUnit(at: next) { return (.catalogue(words), power, next + words.count) }
      return (power >= 9 ? .money : .none, power, next)
    }
    guard tokens[start].isWord, !tokens[start].startsParagraph, !times.contains(start) else {
      return (.none, 0, start)
    }
    if Self.links.contains(tokens[start].folded) { return (.none, 0, start) }
    if lexicon.spelling.language == .english {
      // An adjective stands before what is counted: 19,200 new models.
      for ahead in 1...2 where tokens[start..<min(start + ahead, tokens.count)].allSatisfy({ $0.isWord }) {
        if let words = catalogueUnit(at: start + ahead), !Self.isPlainMoney(words),
          !tokens[start..<(start + ahead)].contains(where: { Self.links.contains($0.folded) })
        {
          return (.catalogue(words), 0, start + ahead + words.count)
        }
      }
    }
    return (.noun(tokens[start].key), 0, start)
  }

  private func percentage(at start: Int) -> (unit: FoundFigure.Unit, end: Int)? {
    if sign(start) == "%" { return (.percent, start + 1) }
    switch (folded(start), folded(start + 1), folded(start + 2)) {
    case ("diem", "phan", "tram"): return (.percentagePoint, start + 3)
    case ("phan", "tram", _): return (.percent, start + 2)
    case ("percentage", let word?, _) where word.hasPrefix("point"): return (.percentagePoint, start + 2)
    case ("percent", let word?, _) where word.hasPrefix("point"): return (.percentagePoint, start + 2)
    case ("percent", _, _): return (.percent, start + 1)
    case ("pp", _, _): return (.percentagePoint, start + 1)
    case ("diem", nil, _) where sign(start + 1) == "%": return (.percentagePoint, start + 2)
    default: return nil
    }
  }

  private func catalogueUnit(at start: Int) -> [String]? {
    lexicon.units.first { words in
      words != ["%"] && start + words.count <= tokens.count
        && zip(words, tokens[start...]).allSatisfy { $0 == $1.key && !$1.startsParagraph }
    }
  }

  private static func isPlainMoney(_ words: [String]) -> Bool {
    let (_, count) = ScaleWord.power(words)
    return words.count == count + 1 && ScaleWord.isMoney(words[count])
  }
}
