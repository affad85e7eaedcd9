import Values

/// A time that a draft names.
struct PeriodMention {
  enum Kind: Equatable {
    case year(Int)
    /// Both years included.
    case range(Int, Int)
    /// From a year to the last there is.
    case since(Int)
    /// So many years up to the last.
    case lastYears(Int)
    case previousYear
    /// A day; the year of a cut-off.
    case day(Int)
    /// A month, a quarter, half a year: finer than the reporting years.
    case finer
  }

  let kind: Kind
  let tokens: Range<Int>
  /// What something is compared with: `so với năm 2013`.
  let isBaseline: Bool
  /// Of a day.
  var date: CalendarDate?
}

/// Finds the times that a draft names, in both languages, with or without diacritics.
struct PeriodReader {
  private let tokens: [DraftToken]

  init(_ tokens: [DraftToken]) { self.tokens = tokens }

  func mentions() -> [PeriodMention] {
    var found: [PeriodMention] = []
    var index = 0
    while index < tokens.count {
      guard let (kind, end) = mention(at: index) else {
        index += 1
        continue
      }
      var mention = PeriodMention(kind: kind, tokens: index..<end, isBaseline: isBaseline(before: index))
      if case .day = kind { mention.date = date(index..<end) }
      found.append(mention)
      index = end
    }
    return found
  }

  private func word(_ index: Int) -> String? {
    tokens.indices.contains(index) && tokens[index].isWord ? tokens[index].folded : nil
  }
  private func year(_ index: Int) -> Int? { tokens.indices.contains(index) ? tokens[index].year : nil }
  private func sign(_ index: Int) -> Character? { tokens.indices.contains(index) ? tokens[index].sign : nil }
  private func integer(_ index: Int) -> Int? { tokens.indices.contains(index) ? tokens[index].integer : nil }

  private func mention(at index: Int) -> (PeriodMention.Kind, Int)? {
    day(at: index) ?? finer(at: index) ?? range(at: index) ?? single(at: index)
  }

  /// `30/9/2023`, `30-9-2023`, `ngày 05 tháng 9 năm 2023`, `5 September 2023`.
  private func day(at index: Int) -> (PeriodMention.Kind, Int)? {
    if word(index) == "ngay", let (kind, end) = day(at: index + 1) { return (kind, end) }
    guard let first = integer(index), (1...31).contains(first) else { return nil }
    if let mark = sign(index + 1), "/-.".contains(mark), let month = integer(index + 2), (1...12).contains(month),
      sign(index + 3) == mark, let year = year(index + 4)
    {
      return (.day(year), index + 5)
    }
    if word(index + 1) == "thang", integer(index + 2) != nil, word(index + 3) == "nam", let year = year(index + 4) {
      return (.day(year), index + 5)
    }
    if let month = word(index + 1), Self.months.contains(String(month.prefix(3))), month.count > 2,
      let year = year(index + 2)
    {
      return (.day(year), index + 3)
    }
    return nil
  }

  private static let monthNames = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]
  private static let months = Set(monthNames)

  private func date(_ range: Range<Int>) -> CalendarDate? {
    let numbers = range.compactMap { integer($0) }
    let named = range.lazy.compactMap { word($0).flatMap { Self.monthNames.firstIndex(of: String($0.prefix(3))) } }
    let month = named.first.map { $0 + 1 } ?? (numbers.count == 3 ? numbers[1] : 0)
    guard let day = numbers.first, let year = numbers.last else { return nil }
    return CalendarDate(year: year, month: month, day: day)
  }

  /// `6 tháng đầu năm 2023`, `quý III năm 2023`, `tháng 9/2023`, `Q3 2023`, `September 2023`.
  private func finer(at index: Int) -> (PeriodMention.Kind, Int)? {
    func yearSoon(_ start: Int) -> Int? {
      for next in start..<start + 4 where year(next) != nil {
        let between = start..<next
        let isOne = between.allSatisfy { ["nam", "dau", "cuoi", "of"].contains(word($0) ?? "") || sign($0) == "/" }
        return isOne ? next + 1 : nil
      }
      return nil
    }
    if let count = integer(index), count < 12, ["thang", "month", "months"].contains(word(index + 1) ?? "") {
      return (.finer, yearSoon(index + 2) ?? index + 2)
    }
    if let end = spelled(at: index, yearSoon) { return (.finer, end) }
    // The same months of another year.
    if word(index) == "cung", word(index + 1) == "ky", let end = yearSoon(index + 2) { return (.finer, end) }
    if word(index) == "same", ["period", "months"].contains(word(index + 1) ?? ""), let end = yearSoon(index + 2) {
      return (.finer, end)
    }
    if word(index) == "thang", integer(index + 1) != nil, let end = yearSoon(index + 2) { return (.finer, end) }
    if word(index) == "quy", let end = yearSoon(index + 2) {
      let isRoman = word(index + 1)?.allSatisfy { "iv".contains($0) } ?? (integer(index + 1) != nil)
      if isRoman || ["mot", "nhat", "hai", "ba", "bon", "tu"].contains(word(index + 1) ?? "") { return (.finer, end) }
    }
    if let month = word(index), Self.months.contains(String(month.prefix(3))), month.count > 2,
      tokens[index].isCapitalised, year(index + 1) != nil
    {
      return (.finer, index + 2)
    }
    return nil
  }

  private static let counts: Set<String> = [
    "mot", "hai", "ba", "bon", "nam", "sau", "bay", "tam", "chin", "muoi", "two", "three", "four", "five", "six",
    "seven", "eight", "nine", "ten", "eleven",
  ]

  /// `sáu tháng đầu năm 2023`, `nửa đầu năm 2023`, `đầu năm 2023`, `six months of 2023`, `the first half of 2023`.
  private func spelled(at index: Int, _ yearSoon: (Int) -> Int?) -> Int? {
    let (first, second) = (word(index) ?? "", word(index + 1) ?? "")
    if Self.counts.contains(first), ["thang", "month", "months"].contains(second),
      ["dau", "cuoi", "nam", "of", "in"].contains(word(index + 2) ?? "")
    {
      return yearSoon(index + 2) ?? index + 2
    }
    if ["half", "quarter", "beginning", "middle"].contains(first) { return yearSoon(index + 1) }
    if ["mid", "early"].contains(first) {
      if let sign = sign(index + 1), "-–".contains(sign), year(index + 2) != nil { return index + 3 }
      return year(index + 1) == nil ? nil : index + 2
    }
    if first == "nua" { return yearSoon(index + 1) }
    if ["dau", "giua"].contains(first), second == "nam", year(index + 2) != nil { return index + 3 }
    return nil
  }

  /// `giai đoạn 2014–2023`, `từ năm 2013 đến năm 2023`, `from 2013 to 2023`.
  private func range(at index: Int) -> (PeriodMention.Kind, Int)? {
    var next = index
    let lead = word(next)
    if ["tu", "from", "between", "doan"].contains(lead ?? "") { next += 1 }
    if word(next) == "nam" { next += 1 }
    guard let first = year(next) else { return nil }
    next += 1
    let isDash = sign(next).map { "-–—".contains($0) } ?? false
    let isWord = ["den", "to", "until", "and", "toi"].contains(word(next) ?? "") && next > index + 1
    guard isDash || isWord else { return nil }
    next += 1
    if word(next) == "het" { next += 1 }
    if word(next) == "nam" { next += 1 }
    guard let last = year(next), first < last else { return nil }
    return (.range(first, last), next + 1)
  }

  private func single(at index: Int) -> (PeriodMention.Kind, Int)? {
    if word(index) == "ke", word(index + 1) == "tu", let (kind, end) = single(at: index + 1) { return (kind, end) }
    if ["tu", "since"].contains(word(index) ?? "") {
      let start = word(index + 1) == "nam" ? index + 2 : index + 1
      if let year = year(start) { return (.since(year), start + 1) }
    }
    if word(index) == "nam" {
      if let year = year(index + 1) { return (.year(year), index + 2) }
      if word(index + 1) == "truoc" { return (.previousYear, index + 2) }
    }
    if ["previous", "last"].contains(word(index) ?? ""), word(index + 1) == "year" {
      return (.previousYear, index + 2)
    }
    if ["past", "last"].contains(word(index) ?? ""), let count = integer(index + 1), count < 100,
      ["years", "year"].contains(word(index + 2) ?? "")
    {
      return (.lastYears(count), index + 3)
    }
    if let count = integer(index), (2...99).contains(count) {
      if word(index + 1) == "nam" {
        if let (kind, end) = range(at: index + 2) { return (kind, end) }
        return (.lastYears(count), word(index + 2) == "qua" ? index + 3 : index + 2)
      }
      if word(index + 1) == "years" {
        let comma = sign(index + 2) == "," ? index + 3 : index + 2
        if let (kind, end) = range(at: comma) { return (kind, end) }
        return (.lastYears(count), index + 2)
      }
    }
    if let year = year(index), standsAlone(index) { return (.year(year), index + 1) }
    return nil
  }

  /// No unit follows that would make a number of it: `2023 buổi`.
  private func standsAlone(_ index: Int) -> Bool {
    guard let next = word(index + 1) else { return sign(index + 1) != "%" }
    if index > 0, Self.lead.contains(word(index - 1) ?? "") { return true }
    return tokens[index + 1].isCapitalised || Self.after.contains(next)
  }
  private static let lead: Set<String> = ["in", "of", "by", "for", "during", "until", "through", "end", "year", "than"]
  private static let after: Set<String> = [
    "la", "dat", "co", "va", "den", "so", "the", "and", "was", "were", "to", "with", "there", "a", "than", "on", "it",
  ]

  private func isBaseline(before index: Int) -> Bool {
    var back = index - 1
    if word(back) == "from" { return true }
    for _ in 0..<7 {
      guard tokens.indices.contains(back), !isBoundary(back) else { return false }
      if word(back) == "voi", word(back - 1) == "so" { return true }
      if ["compared", "versus", "than", "against"].contains(word(back) ?? "") { return true }
      back -= 1
    }
    return false
  }

  private func isBoundary(_ index: Int) -> Bool { sign(index).map { ",;:.()".contains($0) } ?? false }
}
