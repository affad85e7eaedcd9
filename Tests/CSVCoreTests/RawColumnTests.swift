import TestSupport
import Testing

@testable import CSVCore

/// Loops that look at what stands between two places have to come to what the fields themselves say.
@Suite("Columns between their places")
struct RawColumnTests {
  /// Rows that are read in blocks of some hundred bytes, so that most of them are found by their places.
  private func withRows(
    _ rows: [[String]], lineEnd: String, dialect: CSVDialect, _ body: (CSVRows, _ first: Int) -> Void
  ) throws {
    let delimiter = String(decoding: [dialect.delimiter], as: UTF8.self)
    let text = rows.map { $0.joined(separator: delimiter) + lineEnd }.joined()
    var options = CSVOptions()
    options.blockSize = 300
    var reader = try CSVReader(.text(text), dialect: dialect, options: options)
    var seen = 0
    while try reader.next() {
      let isRegular: Void? = reader.batch.withRows { rows in
        body(rows, seen)
        seen += rows.count
      }
      try #require(isRegular != nil)
    }
    #expect(seen == rows.count)
  }

  /// What a field holds.
  private static func text(_ row: Int, _ column: Int, in rows: CSVRows) -> String {
    let field = rows.field(row, column)
    return String(decoding: UnsafeBufferPointer(start: rows.bytes + field.start, count: field.length), as: UTF8.self)
  }

  /// Every length up to 20 with the decimal character at every place, and what is near to it.
  private static func numberTexts(_ decimal: String, _ random: inout SeededGenerator) -> [String] {
    var texts = ["", decimal, "-", "+", "-\(decimal)5", "7\(decimal)"]
    for length in 1...20 {
      let digits = (0..<length).map { _ in String(Int.random(in: 0...9, using: &random)) }
      texts.append(digits.joined())
      texts.append(String(repeating: "9", count: length))
      for place in 0..<length {
        for other in [decimal, decimal, "-", "/", ":", "x", "\u{1B0}", " "] {
          var changed = digits
          changed[place] = other
          texts.append(changed.joined())
          if Int.random(in: 0..<4, using: &random) == 0 { texts.append("-" + changed.joined()) }
          changed[Int.random(in: 0..<length, using: &random)] = decimal
          texts.append(changed.joined())
        }
      }
    }
    return texts
  }

  @Test(
    "numbers, quoted or not, in any column", arguments: [".", ",", ":"], ["\n", "\r\n"])
  func numbers(decimal: String, lineEnd: String) throws {
    var random = SeededGenerator(seed: 20_240_607 + UInt64(lineEnd.utf8.count))
    let byte = try #require(decimal.utf8.first)
    for quote in [nil, UInt8(ascii: "\""), UInt8(ascii: "7")] {
      let mark = quote.map { String(decoding: [$0], as: UTF8.self) } ?? ""
      // A field that holds the quote would have to double it.
      let texts = Self.numberTexts(decimal, &random).filter { mark.isEmpty || !$0.contains(mark) }.shuffled(
        using: &random)
      let often = Int.random(in: 1...8, using: &random)
      let rows = texts.map { text in
        (0..<2).map { _ in Int.random(in: 0..<often, using: &random) == 0 ? mark + text + mark : text } + ["x", text]
      }
      try withRows(rows, lineEnd: lineEnd, dialect: CSVDialect(delimiter: UInt8(ascii: ";"), quote: quote)) {
        rows, first in
        for column in [0, 1, 3] {
          var row = 0
          while row < rows.count {
            var taken: [Int: FieldNumber] = [:]
            let stop = FieldNumber.parse(column, of: rows, from: row, decimal: byte) { row, number in
              taken[row] = number
              return number.coefficient % 10 != 3
            }
            for row in row..<min(stop + 1, rows.count) {
              let text = Self.text(row, column, in: rows)
              #expect(text == texts[first + row])
              let expected = FieldNumber.byDigits(text, Character(decimal))
              #expect(taken[row] == expected, "\(text), column \(column), quote \(mark)")
              #expect((row == stop) == (expected.map { $0.coefficient % 10 == 3 } ?? true), "\(text)")
            }
            row = stop + 1
          }
        }
      }
    }
  }

  /// Texts that begin or end with the quote or end with a CR look like others that do not.
  @Test("texts that could be taken for others", arguments: 0..<60)
  func mistakable(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(9_000 + seed))
    let quote = ["\"", "'", "1"][seed % 3]
    // In quotes that are digits the second one looks like the first.
    let dates = ["1999-05-01", "999-05-0", "2020-02-30", "2013-12-31"]
    let words = [
      "a", "bc", "a\r", "\(quote)a\(quote)", "\(quote)", "a\(quote)", "12345678", "\(quote)345678", "123456789", "",
    ]
    let told = words.filter { word in
      Int.random(in: 0..<10, using: &random) > 0 && (seed % 4 != 1 || !word.contains(quote))
    }
    let toldDates = dates.filter { _ in Int.random(in: 0..<10, using: &random) > 0 }
    var weights = FieldWeights([(0, .days, room: 8), (1, .words, room: 8), (2, .words, room: 8)])
    var known: [[String: Int32]] = [[:], [:], [:]]
    for column in 0..<3 {
      for text in column == 0 ? toldDates : told {
        let weight = Int32.random(in: 0..<9, using: &random)
        if weights.set(Array(text.utf8), weight: weight, in: column) { known[column][text] = weight }
      }
    }
    let isAlwaysDoubled = seed % 10 == 0
    func written(_ text: String) -> String {
      let mustQuote = text.contains(quote) || text.contains("\r")
      guard mustQuote || Int.random(in: 0..<5, using: &random) == 0 else { return text }
      return quote
        + text.split(separator: Character(quote), omittingEmptySubsequences: false).joined(separator: quote + quote)
        + quote
    }
    // Blocks without doubled quotes and lone CRs are found by places, the others are not; both come after each other.
    let rows = (0..<400).map { row in
      let mayHold = isAlwaysDoubled || row / 40 % 4 == 0
      let texts = words.filter { mayHold || !$0.contains(quote) && !$0.utf8.contains(13) }
      let days = dates.filter { mayHold || !$0.contains(quote) } + (mayHold ? [] : ["none"])
      // Mostly such as are told, so that more than the first row is looked at.
      return [days, texts, texts].map { choices in
        let usual = choices.filter { told.contains($0) || toldDates.contains($0) }
        return (Int.random(in: 0..<12, using: &random) > 0 ? usual : choices).randomElement(using: &random) ?? ""
      }
    }
    // Every second file has line ends of both kinds.
    let lines = rows.map { row in
      row.map { written($0) } + [seed % 2 == 1 && Bool.random(using: &random) ? "\r" : ""]
    }
    let numbers = (Int32(0)..<30).map { $0 }
    try withRows(
      lines.map { Array($0[..<2]) + [$0[2] + $0[3]] }, lineEnd: "\n",
      dialect: CSVDialect(delimiter: UInt8(ascii: ";"), quote: quote.utf8.first)
    ) { all, start in
      var first = 0
      while first < all.count {
        let rest = all.part(first..<all.count)
        var found = Array(repeating: Int32.min, count: rest.count)
        let stop = weights.look(up: numbers, of: rest, into: &found)
        for row in 0..<min(stop + 1, rest.count) {
          let texts = (0..<3).map { Self.text(row, $0, in: rest) }
          #expect(texts == rows[start + first + row], "seed \(seed)")
          let parts = (0..<3).map { known[$0][texts[$0]] }
          let expected = parts.contains(nil) ? nil : parts.compactMap { $0 }.reduce(0, +)
          #expect((row < stop ? found[row] : nil) == expected, "seed \(seed), \(texts)")
        }
        first += stop + 1
      }
    }
  }
}
