import Values

/// In which ways all the texts of a column can be read as days, times or truth values.
struct DayEvidence {
  enum Verdict: Equatable {
    case none
    /// `%d/%m/%Y` and `%m/%d/%Y` both fit and give different days; one text that shows it.
    case ambiguous(String)
    case days(pattern: String?)
    case kind(FieldDescriptor.Kind)
  }

  static let patterns: [String?] = [
    nil, "%d/%m/%Y", "%m/%d/%Y", "%d-%m-%Y", "%m-%d-%Y", "%d.%m.%Y", "%Y/%m/%d",
  ]
  private static let parsers = patterns.map { text in text.flatMap { try? DatePattern($0) } }
  private static let kinds: [FieldDescriptor.Kind] = [.datetime, .yearmonth, .time]

  private var fits = Array(repeating: true, count: patterns.count)
  private var kindFits = Array(repeating: true, count: kinds.count)
  private var areTruthValues = true
  private var conflict: String?
  private var count = 0

  mutating func take(_ bytes: Span<UInt8>) {
    guard count == 0 || areTruthValues || fits.contains(true) || kindFits.contains(true) else { return }
    count += 1
    guard bytes.count <= 40, let text = FieldDecoder.string(bytes) else {
      (areTruthValues, fits, kindFits) = (false, fits.map { _ in false }, kindFits.map { _ in false })
      return
    }
    let words = BooleanWords.trueValues.dropLast() + BooleanWords.falseValues.dropLast()
    areTruthValues = areTruthValues && words.contains(text)
    var days: [CalendarDate?] = []
    for (index, parser) in Self.parsers.enumerated() {
      days.append(fits[index] ? parser.map { $0.parse(text)?.date } ?? CalendarDate(iso: text) : nil)
      fits[index] = days[index] != nil
    }
    let read = days.compactMap(\.self)
    if conflict == nil, let first = read.first, read.contains(where: { $0 != first }) { conflict = text }
    for (index, kind) in Self.kinds.enumerated() where kindFits[index] {
      kindFits[index] = TemporalForm.parse(text, kind: kind, format: .standard) != nil
    }
  }

  var verdict: Verdict {
    guard count > 0 else { return .none }
    if areTruthValues { return .kind(.boolean) }
    let left = fits.indices.filter { fits[$0] }
    if left.count > 1, let conflict { return .ambiguous(conflict) }
    if let first = left.first { return .days(pattern: Self.patterns[first]) }
    return kindFits.firstIndex(of: true).map { .kind(Self.kinds[$0]) } ?? .none
  }
}
