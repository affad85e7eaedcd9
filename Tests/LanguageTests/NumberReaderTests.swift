import Language
import Testing
import Values

/// The reader of numbers is the inverse of what prints them.
@Suite struct NumberReaderTests {
  private func random(_ generator: inout SeededGenerator) -> ExactDecimal {
    let digits = Int.random(in: 1...37, using: &generator)
    var coefficient: Int128 = 0
    for _ in 0..<digits { coefficient = coefficient * 10 + Int128(Int.random(in: 0...9, using: &generator)) }
    if Int.random(in: 0..<3, using: &generator) == 0 { coefficient = -coefficient }
    return ExactDecimal(
      coefficient: coefficient, scale: Bool.random(using: &generator) ? 0 : Int.random(in: 0...30, using: &generator))
  }

  @Test(arguments: OutputLanguage.allCases)
  func everyPrintedNumberIsReadBack(language: OutputLanguage) throws {
    var generator = SeededGenerator(state: 2023)
    let (form, reader) = (NumberForm(language), NumberReader(language))
    for _ in 0..<20_000 {
      let value = random(&generator)
      let prose = form.inProse(value)
      let texts =
        [NumberForm.Style.plain, .signed, .ungrouped].map { form.string(value, style: $0) } + [
          form.percent(value), prose,
        ]
      for text in texts {
        let read = reader.number(text)
        #expect(read == value && read?.scale == value.scale, "\(text) read as \(read?.description ?? "nothing")")
      }
    }
  }

  /// Amounts of money, with the words that scale them.
  @Test(arguments: OutputLanguage.allCases)
  func everyAmountIsReadBack(language: OutputLanguage) throws {
    var generator = SeededGenerator(state: 5)
    let (form, reader) = (NumberForm(language), NumberReader(language))
    let million = try #require(UnitOfMeasure.money["million-dong"])
    for _ in 0..<5_000 {
      let top = Int128(Int.random(in: 0...Int.max / 4, using: &generator)) >> Int.random(in: 0...60, using: &generator)
      let exact = try Rational(top, over: Int128(Int.random(in: 1...1000, using: &generator)))
      guard let amount = try MoneyAmount(exact, in: million) else { continue }
      let text = form.money(amount)
      let number = try #require(reader.numbers(in: Array(text)).first)
      let words = Array(text)[number.range.upperBound...].split(separator: " ").map { String($0).lowercased() }
      let (power, count) = ScaleWord.power(words)
      var factor: Int128 = 1
      for _ in 0..<power { factor *= 10 }
      #expect(number.value == amount.value, "\(text)")
      #expect(try Rational(factor, over: 1) == amount.unit.factor, "\(text)")
      #expect(words.count == count + 1 && ScaleWord.isMoney(words[count]), "\(text)")
    }
  }

  @Test(
    arguments: [
      ("1.234.567,89", "1234567.89", nil), ("1.234", "1234", "1.234"), ("59.22", "59.22", nil), ("56,3", "56.3", nil),
      ("07", "7", nil), ("-0,13", "-0.13", nil), ("1.2.3", nil, nil), ("0.123", "0.123", nil),
      ("1,234,567", "1234567", nil),
      ("12.34,5", nil, nil), ("1.234,5", "1234.5", nil),
    ] as [(String, String?, String?)])
  func vietnameseTexts(text: String, value: String?, alternative: String?) throws {
    let number = try #require(NumberReader(.vietnamese).numbers(in: Array(text)).first)
    #expect(number.value == value.flatMap { ExactDecimal($0) })
    #expect(number.alternative == alternative.flatMap { ExactDecimal($0) })
  }

  @Test func aSentenceHasItsNumbersInTheirPlaces() {
    let text = Array("Từ 56,3% (2013-2023), tăng +2,92; 19.200.")
    let found = NumberReader(.vietnamese).numbers(in: text)
    #expect(found.map { String(text[$0.range]) } == ["56,3", "2013", "2023", "+2,92", "19.200"])
    #expect(found.map(\.isPlain) == [false, true, true, false, false])
  }

  @Test(arguments: [
    (["hơn"], NumberBound.moreThan, 1), (["cao", "hơn"], .exact, 0), (["đạt", "ít", "nhất"], .moreThan, 2),
    (["gan"], .lessThan, 1), (["more", "than"], .moreThan, 2), (["khoảng"], .about, 1), (["là"], .exact, 0),
    ([], .exact, 0),
  ])
  func boundsStandBeforeNumbers(words: [String], bound: NumberBound, count: Int) {
    let found = BoundWord.bound(words)
    #expect(found.bound == bound && found.words == count)
  }

  @Test(arguments: [
    (["nghìn", "tỷ", "đồng"], 12, 2), (["triệu", "đồng"], 6, 1), (["tỷ"], 9, 1), (["buổi"], 0, 0), (["nghin"], 3, 1),
    (["million"], 6, 1), ([], 0, 0),
  ])
  func scalesStandAfterNumbers(words: [String], power: Int, count: Int) {
    let found = ScaleWord.power(words)
    #expect(found.power == power && found.words == count)
  }
}
