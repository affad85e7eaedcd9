import Language

/// What the values of one column have in common, gathered row by row in bounded memory.
struct ColumnSurvey {
  /// Texts that stand for no value in a column of numbers or days. A yearbook's `-` means that nothing occurred.
  static let marks = [
    "-", "–", "—", "..", "...", "…", "NA", "N/A", "n/a", "na", "NaN", "nan", "null", "NULL", "None", "#N/A", ":", "x",
  ]
  /// More different texts are no list of members.
  static let memberLimit = 50_000
  private static let bytesOfMembers = 8 << 20

  let name: String
  private(set) var values = 0
  private(set) var empty = 0
  private var numbers = NumberEvidence()
  private var days = DayEvidence()
  private var percentages = 0
  private var used: [String] = []
  /// The first texts that are no numbers, with their lines.
  private var others: (count: Int, text: String, line: Int) = (0, "", 0)
  private var texts: TextDictionary? = TextDictionary()
  private var bytesOfTexts = 0

  init(_ name: String) { self.name = name }

  mutating func take(_ text: Span<UInt8>, line: Int) {
    guard !text.isEmpty else {
      empty += 1
      return
    }
    values += 1
    keep(text)
    if let mark = Self.mark(text) {
      if !used.contains(mark) { used.append(mark) }
      return
    }
    let last = text.count - 1
    let isPercentage = text[last] == UInt8(ascii: "%")
    let isNumber = isPercentage ? numbers.take(text.extracting(0..<Self.bareLength(text))) : numbers.take(text)
    if isPercentage, isNumber { percentages += 1 }
    days.take(text)
    if !isNumber {
      others.count += 1
      if others.count == 1 { others = (1, String((FieldDecoder.string(text) ?? "").prefix(60)), line) }
    }
  }

  private mutating func keep(_ text: Span<UInt8>) {
    guard texts != nil else { return }
    let before = texts?.count ?? 0
    _ = texts?.code(of: text)
    if let count = texts?.count, count > before { bytesOfTexts += text.count }
    if before > Self.memberLimit || bytesOfTexts > Self.bytesOfMembers { texts = nil }
  }

  private static func mark(_ text: Span<UInt8>) -> String? {
    guard text.count <= 4 else { return nil }
    return marks.first { mark in
      mark.utf8.count == text.count && zip(mark.utf8, text.indices).allSatisfy { $0 == text[$1] }
    }
  }

  /// How long the text is without its percent sign.
  private static func bareLength(_ text: Span<UInt8>) -> Int {
    var end = text.count - 1
    while end > 0, text[end - 1] == UInt8(ascii: " ") { end -= 1 }
    return end
  }

  /// The column, and what is not sure about it.
  func conclusion(_ doubts: inout [LocalizedText]) -> InferredColumn {
    var column = InferredColumn(name: name)
    column.hasMissing = empty > 0
    column.members = texts?.texts
    if values == 0 {
      doubts.append(Messages.inferEmptyColumn)
    } else if others.count == 0, numbers.count > 0 {
      concludeNumbers(&column, &doubts)
    } else if others.count > 0 {
      concludeTexts(&column, &doubts)
    }
    if column.kind != .string, !used.isEmpty {
      column.missingValues += used
      column.hasMissing = true
      doubts.append(Messages.inferMarks(used))
    }
    return column
  }

  private func concludeNumbers(_ column: inout InferredColumn, _ doubts: inout [LocalizedText]) {
    switch numbers.verdict {
    case .notNumbers:
      column.isUndecided = true
      doubts.append(Messages.inferMixedConventions)
    case .ambiguous(let text):
      column.isUndecided = true
      doubts.append(Messages.inferAmbiguousNumber(text))
    case .numbers(let convention, let decimals):
      guard percentages == 0 || percentages == numbers.count else {
        column.isUndecided = true
        doubts.append(Messages.inferSomePercentages)
        return
      }
      let words = ColumnWords(name)
      if numbers.hasLeadingZeros || (words.saysMember && decimals == 0 && convention == nil) {
        if numbers.hasLeadingZeros { doubts.append(Messages.inferLeadingZeros) }
        return
      }
      if numbers.areYears, words.saysYear {
        column.kind = .year
        column.part = .year
        return
      }
      column.kind = decimals > 0 ? .number : .integer
      column.convention = convention
      column.decimals = decimals
      column.isPercentage = percentages > 0
      if numbers.areYears, values > 1 { column.part = .year }
    }
  }

  private func concludeTexts(_ column: inout InferredColumn, _ doubts: inout [LocalizedText]) {
    if others.count * 10 <= values, numbers.count > 0 {
      column.isUndecided = true
      doubts.append(Messages.inferMostlyNumbers(others.text, line: others.line))
      return
    }
    switch days.verdict {
    case .none: break
    case .ambiguous(let text):
      column.isUndecided = true
      doubts.append(Messages.inferAmbiguousDay(text))
    case .days(let pattern):
      column.kind = .date
      column.pattern = pattern
    case .kind(let kind): column.kind = kind
    }
  }
}
