import TestSupport
import Testing

@testable import CSVCore

@Suite("Values of fields without texts")
struct FieldsTests {
  /// Lends the fields of a column that holds the texts.
  private func withFields(_ texts: [String], quoted: Bool, _ body: (CSVRows, [CSVField]) -> Void) throws {
    let lines = texts.map { quoted ? "\"\($0)\",\n" : "\($0),\n" }
    var reader = try CSVReader(.text("a,b\n" + lines.joined()), options: CSVOptions(skippedRecords: 1))
    var seen = 0
    while try reader.next() {
      let isRegular: Void? = reader.batch.withRows { rows in
        body(rows, (0..<rows.count).map { rows.field($0, 0) })
        seen += rows.count
      }
      try #require(isRegular != nil)
    }
    #expect(seen == texts.count)
  }

  @Test("numbers are read like digit by digit", arguments: [(".", false), (".", true), (",", true)])
  func numbers(decimal: String, quoted: Bool) throws {
    var random = SeededGenerator(seed: 20_231_003)
    let characters = Array("0123456789012345678901234567890123456789.-+, x/:\u{1B0}")
    var texts = ["0", "00", "-0", "+7", "99999999", "123456789012345678", "1234567890123456789", "1\(decimal)5", "."]
    for _ in 0..<20_000 {
      let length = Int.random(in: 1...20, using: &random)
      var text = String((0..<length).map { _ in Character("\(Int.random(in: 0...9, using: &random))") })
      if Bool.random(using: &random) {
        text.insert(
          Character(decimal), at: text.index(text.startIndex, offsetBy: Int.random(in: 0...length, using: &random)))
      }
      if Int.random(in: 0..<4, using: &random) == 0 { text = "-" + text }
      texts.append(text)
      let short = (0..<Int.random(in: 1...9, using: &random)).map { _ in characters.randomElement(using: &random) ?? "x"
      }
      texts.append(String(short))
    }
    if !quoted { texts = texts.map { $0.filter { $0 != "," } }.map { $0.isEmpty ? "1" : $0 } }
    let byte = try #require(decimal.utf8.first)
    var index = 0
    try withFields(texts, quoted: quoted) { rows, fields in
      for field in fields {
        let found = FieldNumber.parse(field, in: rows, decimal: byte)
        let expected = FieldNumber.byDigits(texts[index], Character(decimal))
        if found != expected { Issue.record("\(texts[index]): \(String(describing: found))") }
        index += 1
      }
    }
  }

  @Test("every day of the years 1 to 9999 that begin a century, and nothing else")
  func days() throws {
    let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    func padded(_ number: Int, _ width: Int) -> String {
      String(repeating: "0", count: width - "\(number)".count) + "\(number)"
    }
    var texts: [String] = []
    var expected: [Int] = []
    for year in [0, 1, 4, 100, 1900, 1999, 2000, 2023, 2024, 9999] {
      let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
      for month in 0...13 {
        for day in 0...32 {
          texts.append("\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))")
          let isThere =
            year > 0 && (1...12).contains(month) && day > 0
            && day <= lengths[month - 1] + (month == 2 && isLeap ? 1 : 0)
          expected.append(isThere ? year * 372 + (month - 1) * 31 + day - 1 : -1)
        }
      }
    }
    for wrong in [
      "2023-1-01x", "2023/01/01", "20230101", "2023-01-0a", "2023-01-011", "２023-01-1", "2o23-01-01", " 2023-01-1",
    ] {
      texts.append(wrong)
      expected.append(-1)
    }
    var index = 0
    try withFields(texts, quoted: false) { rows, fields in
      for field in fields {
        let found = FieldDay.parse(field, in: rows)
        if found != expected[index] { Issue.record("\(texts[index]): \(found)") }
        if found >= 0 {
          let parts = FieldDay.parts(found)
          #expect(FieldDay.number(year: parts.year, month: parts.month, day: parts.day) == found)
          #expect(found < FieldDay.bound)
        }
        index += 1
      }
    }
  }

  @Test("texts of the form of a day have places of their own")
  func placesOfDays() throws {
    var texts: [String] = []
    for year in [0, 1, 999, 1799, 1800, 1801, 1899, 1900, 1999, 2000, 2023, 2024, 2099, 2199, 2200, 9999] {
      for month in 0...13 {
        for day in [0, 1, 9, 10, 28, 29, 30, 31, 32, 40, 99] {
          let digits = [(year, 4), (month, 2), (day, 2)].map { number, length in
            String(repeating: "0", count: length - "\(number)".count) + "\(number)"
          }
          texts.append(digits.joined(separator: "-"))
        }
      }
    }
    // Every other character in every place of a day.
    for place in 0..<10 {
      for byte in UInt8(0x21)...0x7E where byte != UInt8(ascii: "\"") {
        var bytes = Array("2023-09-30".utf8)
        bytes[place] = byte
        texts.append(String(decoding: bytes, as: UTF8.self))
      }
    }
    texts += ["", "2", "2023-09-3", "2023-09-300", "2023-9-030"]
    func isDay(_ text: String) -> Bool {
      let parts = text.split(separator: "-", omittingEmptySubsequences: false)
      guard parts.map(\.count) == [4, 2, 2], text.utf8.allSatisfy({ $0 == 0x2D || (0x30...0x39).contains($0) }) else {
        return false
      }
      let numbers = parts.compactMap { Int($0) }
      return numbers.count == 3 && (1800...2199).contains(numbers[0]) && (1...12).contains(numbers[1])
        && (1...31).contains(numbers[2])
    }
    var seen: [Int: String] = [:]
    var index = 0
    try withFields(texts, quoted: true) { rows, fields in
      for field in fields {
        let place = FieldDay.place(field, in: rows)
        #expect((place >= 0) == isDay(texts[index]), "\(texts[index])")
        if place >= 0 {
          #expect(place < FieldDay.places)
          #expect(seen[place, default: texts[index]] == texts[index])
          seen[place] = texts[index]
        }
        index += 1
      }
    }
    #expect(index == texts.count && seen.count > 840)
  }

  @Test("texts get codes in order of first appearance", arguments: [1, 2, 3])
  func keys(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let letters = Array("ab-0")
    var texts = ["", "a"]
    for _ in 0..<20_000 {
      // Few letters and long common beginnings: texts differ in one place of many.
      let length = Int.random(in: 0...40, using: &random)
      var text = String(repeating: "a", count: length)
      if length > 0 {
        let place = text.index(text.startIndex, offsetBy: Int.random(in: 0..<length, using: &random))
        text.replaceSubrange(place...place, with: String(letters.randomElement(using: &random) ?? "a"))
      }
      if Int.random(in: 0..<50, using: &random) == 0 { text = "\(Int.random(in: 0...2000, using: &random))\u{1EBF}" }
      texts.append(text)
    }
    var keys = FieldKeys()
    var known: [String: Int] = [:]
    var index = 0
    try withFields(texts, quoted: false) { rows, fields in
      for field in fields {
        let code = keys.code(of: field, in: rows)
        let expected = known[texts[index]] ?? known.count
        known[texts[index]] = expected
        if code != expected { Issue.record("\(texts[index]): \(code)") }
        index += 1
      }
    }
    #expect(keys.count == known.count)
    for (text, code) in known { #expect(keys.bytes(of: code) == Array(text.utf8)) }
  }

  /// Texts with their numbers in this order.
  private func keys(of texts: [String]) throws -> FieldKeys {
    var keys = FieldKeys()
    try withFields(texts, quoted: true) { rows, fields in
      for field in fields { _ = keys.code(of: field, in: rows) }
    }
    return keys
  }

  /// Beside dictionaries of texts.
  @Test("rows are looked up by what their texts weigh together", arguments: 0..<40)
  func weights(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(4_000 + seed))
    let dayColumn = Int.random(in: 0..<3, using: &random)
    func text(_ column: Int) -> String {
      guard column == dayColumn else {
        return String(repeating: "x", count: Int.random(in: 0...7, using: &random))
          + (["", "a", "b", "1", "đ", "ab"].randomElement(using: &random) ?? "")
      }
      return ["2020-02-28", "2021-12-31", "1800-01-01", "2199-12-31", "2020-13-01", "none"].randomElement(
        using: &random) ?? ""
    }
    // Any texts can be looked up by keys, which number them in their turn.
    let forms = (0..<3).map { column -> FieldWeights.Form in
      Int.random(in: 0..<3, using: &random) == 0 ? .keys : column == dayColumn ? .days : .words
    }
    var known: [[String: Int32]] = [[:], [:], [:]]
    var weights = FieldWeights((0..<3).map { ($0, forms[$0], room: Int.random(in: 1...20, using: &random)) })
    for column in 0..<3 {
      let texts = (0..<30).map { _ in text(column) }
      if forms[column] == .keys { weights.use(try keys(of: Array(Set(texts)).sorted()), in: column) }
      for text in forms[column] == .keys ? Array(Set(texts)).sorted() : texts {
        let weight = Int32.random(in: 0..<12, using: &random)
        let isTaken = weights.set(Array(text.utf8), weight: weight, in: column)
        if isTaken { known[column][text] = weight }
        let fits =
          switch forms[column] {
          case .days: text.utf8.count == 10 && text != "2020-13-01"
          case .words: (1...8).contains(text.utf8.count)
          case .keys: true
          }
        #expect(!isTaken || fits)
        if fits, !isTaken { break }
      }
    }
    let numbers = (0..<34).map { _ in Int32.random(in: -1..<50, using: &random) }
    let rows = (0..<60).map { _ in (0..<3).map { text($0) } }
    let quotes = (0..<60).map { _ in Bool.random(using: &random) ? "\"" : "" }
    let lines = zip(rows, quotes).map { row, quote in row.map { quote + $0 + quote }.joined(separator: ",") + "\n" }
    var reader = try CSVReader(.text("a,b,c\n" + lines.joined()), options: CSVOptions(skippedRecords: 1))
    var index = 0
    while try reader.next() {
      let count = reader.batch.recordCount
      let isRegular: Void? = reader.batch.withRows { all in
        var first = 0
        while first < count {
          let rest = all.part(first..<count)
          var found = Array(repeating: Int32.min, count: rest.count)
          let stop = weights.look(up: numbers, of: rest, into: &found)
          for row in 0..<min(stop + 1, rest.count) {
            let parts = (0..<3).map { known[$0][rows[index][$0]] }
            let place = parts.contains(nil) ? nil : Int(parts.compactMap { $0 }.reduce(0, +))
            let expected = place.flatMap { $0 < numbers.count && numbers[$0] >= 0 ? numbers[$0] : nil }
            #expect((row < stop ? found[row] : nil) == expected, "seed \(seed), row \(index)")
            index += 1
          }
          first += stop + 1
        }
      }
      try #require(isRegular != nil)
    }
    #expect(index == rows.count)
  }
}
