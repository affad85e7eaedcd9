import Language
import Reports

/// Compares one text, a line or a cell, with the numbers and labels that the ledger has for it.
struct TextAudit {
  struct Mark {
    var text: String
    /// From 1.
    var column: Int
    /// Nil for a label.
    var figure: FigureID?
  }

  struct Mismatch: Hashable {
    var kind: AuditDifference.Kind
    var figure: FigureID?
    var expected: String?
    var found: String?
  }

  /// Empty where every mark stands in the text and no other digit does.
  ///
  /// Words without digits may have changed. Linear in the text for each mark.
  static func mismatches(in text: String, marks: [Mark]) -> [Mismatch] {
    var letters = Array(text)
    let marks = marks.sorted { $0.column < $1.column }
    if blanked(&letters, marks), !letters.contains(where: DigitWords.isDigit) { return [] }
    return search(Array(text), marks)
  }

  private static let blank: Character = "\u{FFFC}"

  /// Takes every mark out of the text at its own column; false when one is not there.
  private static func blanked(_ letters: inout [Character], _ marks: [Mark]) -> Bool {
    for mark in marks {
      let wanted = Array(mark.text)
      let start = mark.column - 1
      guard start >= 0, start + wanted.count <= letters.count, letters[start...].starts(with: wanted),
        isApart(start..<start + wanted.count, in: letters)
      else { return false }
      for index in start..<start + wanted.count { letters[index] = blank }
    }
    return true
  }

  /// Finds the marks wherever they are, the longest first; what is left on both sides belongs together in order.
  private static func search(_ original: [Character], _ marks: [Mark]) -> [Mismatch] {
    var letters = original
    var found: [(place: Int, mark: Mark)] = []
    var missing: [Mark] = []
    let order = marks.indices.sorted {
      (-marks[$0].text.count, $0) < (-marks[$1].text.count, $1)
    }
    for index in order {
      let mark = marks[index]
      let wanted = Array(mark.text)
      let starts = letters.indices.filter { start in
        letters[start...].starts(with: wanted) && isApart(start..<start + wanted.count, in: letters)
      }
      guard let start = starts.first else {
        missing.append(mark)
        continue
      }
      for place in start..<start + wanted.count { letters[place] = blank }
      found.append((start, mark))
    }
    missing.sort { $0.column < $1.column }
    let strangers = DigitWords.ranges(in: letters.map { $0 == blank ? " " : $0 }).map { String(original[$0]) }
    if missing.isEmpty, strangers.isEmpty {
      let figures = found.filter { $0.mark.figure != nil }.sorted { $0.place < $1.place }.map(\.mark)
      let expected = marks.filter { $0.figure != nil }
      guard figures.map(\.text) != expected.map(\.text) else { return [] }
      return [
        Mismatch(
          kind: .orderChanged, figure: expected.first?.figure, expected: list(expected), found: list(figures))
      ]
    }
    var mismatches: [Mismatch] = []
    for index in 0..<max(missing.count, strangers.count) {
      let mark = index < missing.count ? missing[index] : nil
      let stranger = index < strangers.count ? strangers[index] : nil
      mismatches.append(
        Mismatch(kind: kind(mark, stranger), figure: mark?.figure, expected: mark?.text, found: stranger))
    }
    return mismatches
  }

  private static func kind(_ mark: Mark?, _ stranger: String?) -> AuditDifference.Kind {
    guard let mark else { return .notInLedger }
    if stranger == nil { return mark.figure == nil ? .labelMissing : .numberMissing }
    return mark.figure == nil ? .labelChanged : .numberChanged
  }

  private static func list(_ marks: [Mark]) -> String { marks.map(\.text).joined(separator: "; ") }

  /// No part of a longer number, and without a sign that is not its own.
  private static func isApart(_ range: Range<Int>, in text: [Character]) -> Bool {
    guard let first = text[range].first, let last = text[range].last else { return false }
    func isDigit(_ index: Int) -> Bool { text.indices.contains(index) && DigitWords.isDigit(text[index]) }
    func isOne(_ index: Int, of signs: String) -> Bool { text.indices.contains(index) && signs.contains(text[index]) }
    func isLetter(_ index: Int) -> Bool { text.indices.contains(index) && text[index].isLetter }
    let (before, after) = (range.lowerBound - 1, range.upperBound)
    if isDigit(before) || isDigit(after) { return false }
    if first.isLetter, isLetter(before) { return false }
    if last.isLetter, isLetter(after) { return false }
    if DigitWords.isDigit(first) {
      if isOne(before, of: ".,"), isDigit(before - 1) { return false }
      // A minus or plus of its own, not the dash of a range or of a document's number.
      let isFree = before == 0 || isOne(before - 1, of: " (\u{A0}")
      if isOne(before, of: "+-−"), isFree { return false }
    }
    if DigitWords.isDigit(last), isOne(after, of: ".,"), isDigit(after + 1) { return false }
    return true
  }
}
