import Findings
import Language

/// Words around a figure by which it is something else than its indicator: denied, hoped for, an end of a range, or of a
/// part of those whom the indicator counts.
struct FigureDoubt {
  private let reading: DraftReading
  private let figure: FoundFigure
  private let place: FigureSurroundings

  init(_ reading: DraftReading, _ figure: FoundFigure, _ place: FigureSurroundings) {
    self.reading = reading
    self.figure = figure
    self.place = place
  }

  private func folded(_ index: Int) -> String {
    reading.tokens.indices.contains(index) && reading.tokens[index].isWord ? reading.tokens[index].folded : ""
  }

  /// `từ 50% đến 60%`, `50–60%`, `between 50% and 60%`.
  var isEndOfRange: Bool {
    let (before, after) = (figure.tokens.lowerBound, figure.tokens.upperBound)
    return isLinked(after, after + 1) || isLinked(before - 1, before - 2)
  }

  /// - Parameter other: where the other end stands, if it is one.
  private func isLinked(_ link: Int, _ other: Int) -> Bool {
    guard place.sentence.contains(link), place.sentence.contains(other) else { return false }
    var number = other
    // A unit may stand between the number and the link: 50% đến 60%.
    while link > other, place.sentence.contains(number), reading.tokens[number].number == nil, other - number < 4 {
      number -= 1
    }
    // Or a bound: đến gần 60%.
    while link < other, place.sentence.contains(number), reading.tokens[number].number == nil, number - other < 2 {
      number += 1
    }
    guard place.sentence.contains(number), reading.tokens[number].number != nil, !reading.times.contains(number)
    else { return false }
    return isLink(link, from: min(number, figure.tokens.lowerBound))
  }

  private func isLink(_ link: Int, from first: Int) -> Bool {
    if let sign = reading.tokens[link].sign { return "-–—".contains(sign) }
    if ["den", "toi", "to"].contains(folded(link)) { return true }
    return ["va", "and"].contains(folded(link)) && ["between", "giua"].contains(folded(first - 1))
  }

  private static let denials: Set<String> = ["không", "chưa", "chẳng", "not", "never", "no", "without"]
  private static let foldedDenials: Set<String> = ["khong", "chua", "chang"]

  /// `không đạt 59,22%`, after the last comma before the figure.
  var isDenied: Bool {
    let comma = place.local.last { reading.tokens[$0].sign == "," }.map { $0 + 1 } ?? place.local.lowerBound
    let denials = reading.lexicon.spelling.hasDiacritics ? Self.denials : Self.foldedDenials
    return (comma..<place.local.upperBound).contains { index in
      reading.tokens[index].isWord && denials.contains(reading.tokens[index].key)
        && !["chi", "nhung", "ngung"].contains(folded(index + 1))
    }
  }

  private static let contributions: Set<String> = [
    "tuong ung", "dong gop", "phan tinh", "goes with", "accounts for", "accounted for", "contributes", "contributed",
  ]

  /// `thay đổi về hội viên tương ứng với tăng 0,65 điểm phần trăm`: what a part adds to a change, not the change.
  var isContribution: Bool {
    let words = place.local.filter { reading.tokens[$0].isWord }.map { reading.tokens[$0].folded }
    return words.contains(where: Self.contributions.contains)
      || zip(words, words.dropFirst()).contains { Self.contributions.contains("\($0) \($1)") }
  }

  private static let hopes: Set<String> = [
    "muc tieu", "phan dau", "du kien", "du bao", "dat ra", "nham dat", "goal", "aim", "expected", "forecast",
    "projected", "aimed", "aims",
  ]

  /// `phấn đấu đạt 59,22%`: what was wished, not what was reached.
  var isHopedFor: Bool {
    let words = place.clause.filter { reading.tokens[$0].isWord }.map { reading.tokens[$0].folded }
    if words.contains(where: Self.hopes.contains) || words.starts(with: ["ke", "hoach"]) { return true }
    if place.clause.contains(where: { ["nếu", "if"].contains(reading.tokens[$0].key) }) { return true }
    return zip(words, words.dropFirst()).contains { Self.hopes.contains("\($0) \($1)") }
  }

  /// Words that make no other figure of an indicator when they stand between its name and its value.
  private static let neutral = Set(
    """
    dat duoc la co uoc tinh den cuoi het nay toan tren dia ban so tong chung ca cap ky cung voi trong
    nam vao thoi diem hien muc o bang khoang hon gan chi moi con len xuong tu tang giam them cao thap
    vuot duoi binh quan trung hang mot lien tiep tuc thuc qua giai doan nhiem theo bao nhat nhieu it lon
    nho ke hoach ty le phan tram luot nguoi ket da lai thi van manh nhe deu dan tri gia don vi huyen
    thanh pho xa tran dac khu tuong ung ghi nhan cong dong khong chua a an as at by end up down from
    over under about around nearly almost than more less only just reached reaching stood rose fell grew
    increased decreased declined been be had has have held its that this which whole province year years
    period during since still average annual annually per each every total number percentage points
    point target planned plan increase decrease now already is are recorded came remained amounted
    totalled averaging averaged increasing risen higher lower then district town city compared there new
    raised to chuc tien hanh trien khai organised organized conducted
    """.split(whereSeparator: \.isWhitespace).map { String($0) })
  /// `4,642 cases settled`: a word behind the figure that the names of others have.
  private func isOfAnother(_ index: Int, _ own: Set<String>) -> Bool {
    let key = reading.tokens[index].key
    guard !own.contains(key), !Phrase.isSmall(key), !FigureFinder.links.contains(folded(index)) else { return false }
    return reading.lexicon.entries.contains { $0.phrases.contains { $0.words.contains(key) } }
  }

  /// The words before the colon that the figure's own part begins behind.
  private var caption: [Int] {
    let colon = place.local.lowerBound - 1
    guard place.sentence.contains(colon), reading.tokens[colon].sign == ":" else { return [] }
    return Array((place.sentence.lowerBound..<colon).reversed().prefix { reading.tokens[$0].isWord })
  }

  /// Words for a part of the people, wherever they stand in the figure's own part.
  private static let parts: Set<String> = [
    "thieu so", "ho ngheo", "can ngheo", "ton giao", "khuyet tat", "cao tuoi", "dan toc", "phu nu", "nu gioi",
  ]
  private static let partWords: Set<String> = [
    "nữ", "female", "male", "women", "woman", "men", "minority", "poor", "young", "youth", "elderly", "disabled",
  ]

  /// `tỷ lệ hội viên được vay vốn đạt 59,22%`: of a part, or of another thing that only begins with the same words.
  func isQualified(_ candidate: IndicatorChoice.Candidate) -> Bool {
    let lexicon = reading.lexicon
    // The names of a ratio's terms belong to it: so với đối tượng.
    var terms: [String] = []
    if case .ratio(let top, let bottom) = candidate.indicator.definition { terms = [top, bottom] }
    let entries = lexicon.entries.filter { entry in
      if entry.indicator.code == candidate.indicator.code { return true }
      if case .measure(let name) = entry.indicator.definition { return terms.contains(name) }
      return false
    }
    let own = Set(entries.flatMap { $0.phrases.flatMap(\.words) + $0.unit } + candidate.phrase)
    let known = reading.members.covered.union(reading.times)
    func isFree(_ index: Int) -> Bool {
      reading.tokens[index].isWord && !known.contains(index) && !own.contains(reading.tokens[index].key)
    }
    guard !candidate.phrase.isEmpty else {
      // Inherited from the figure before: "; admitted: 33,530" is another one.
      let behind = lexicon.spelling.language == .english ? Array(place.right) : []
      return (behind + caption).contains { isFree($0) && isOfAnother($0, own) }
    }
    let around = Array(place.local) + Array(place.right)
    for index in around where isFree(index) {
      if Self.partWords.contains(reading.tokens[index].key) { return true }
      if Self.parts.contains("\(folded(index)) \(folded(index + 1))") { return true }
    }
    if lexicon.spelling.language == .english, place.right.contains(where: { isFree($0) && isOfAnother($0, own) }) {
      return true
    }
    let name = Set(candidate.phrase)
    guard let last = place.local.last(where: { name.contains(reading.tokens[$0].key) && !known.contains($0) })
    else { return false }
    return (last + 1..<place.local.upperBound).contains {
      isFree($0) && !Self.neutral.contains(folded($0)) && !Phrase.isSmall(reading.tokens[$0].key)
    }
  }
}
