import Language
import Testing
import Values

@Suite struct NumberFormTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var value: String
    var style: NumberForm.Style = .plain
    var vietnamese: String
    var english: String
    var testDescription: String { "\(value) \(style)" }
  }

  @Test(arguments: [
    Case(value: "0", vietnamese: "0", english: "0"),
    Case(value: "7", vietnamese: "7", english: "7"),
    Case(value: "999", vietnamese: "999", english: "999"),
    Case(value: "1000", vietnamese: "1.000", english: "1,000"),
    Case(value: "-2731", vietnamese: "-2.731", english: "-2,731"),
    Case(value: "625926", vietnamese: "625.926", english: "625,926"),
    Case(value: "1234567.89", vietnamese: "1.234.567,89", english: "1,234,567.89"),
    Case(value: "56.30", vietnamese: "56,30", english: "56.30"),
    Case(value: "-0.13", vietnamese: "-0,13", english: "-0.13"),
    Case(
      value: "1000000000000000000.5", vietnamese: "1.000.000.000.000.000.000,5", english: "1,000,000,000,000,000,000.5"),
    Case(value: "2.92", style: .signed, vietnamese: "+2,92", english: "+2.92"),
    Case(value: "-0.13", style: .signed, vietnamese: "-0,13", english: "-0.13"),
    Case(value: "0.00", style: .signed, vietnamese: "0,00", english: "0.00"),
    Case(value: "12345", style: .signed, vietnamese: "+12.345", english: "+12,345"),
    Case(value: "2023", style: .ungrouped, vietnamese: "2023", english: "2023"),
    Case(value: "2023.5", style: .ungrouped, vietnamese: "2023,5", english: "2023.5"),
  ])
  func prints(_ example: Case) throws {
    let value = try #require(ExactDecimal(example.value))
    #expect(NumberForm(.vietnamese).string(value, style: example.style) == example.vietnamese)
    #expect(NumberForm(.english).string(value, style: example.style) == example.english)
  }

  @Test func percentStandsWithoutSpace() throws {
    let rate = try #require(ExactDecimal("59.22"))
    #expect(NumberForm(.vietnamese).percent(rate) == "59,22%")
    #expect(NumberForm(.english).percent(rate) == "59.22%")
    #expect(NumberForm(.vietnamese).percent(rate, style: .signed) == "+59,22%")
  }

  @Test(arguments: [
    (625_926, 1_057_000, 2, "0,59"), (1, 3, 4, "0,3333"), (5, 2, 0, "3"), (-5, 2, 0, "-3"), (2865, 1000, 2, "2,87"),
    (-1, 1000, 2, "0,00"),
  ])
  func roundsHalfAwayFromZero(_ top: Int, _ bottom: Int, _ decimals: Int, _ printed: String) throws {
    let value = try Rational(Int128(top), over: Int128(bottom))
    #expect(try NumberForm(.vietnamese).string(value, decimals: decimals) == printed)
  }

  @Test func tellsZeroFromAbsenceInTables() throws {
    let form = NumberForm(.vietnamese)
    let zero = try #require(ExactDecimal("0.00"))
    #expect(form.cell(.zero) == "-")
    #expect(form.cell(zero) == "-")
    #expect(form.cell(zero, unrounded: try Rational(1, over: 1000)) == "0,00")
    #expect(form.cell(zero, unrounded: .zero) == "-")
    #expect(form.cell(zero, style: .signed) == "0,00")
    #expect(form.cell(ExactDecimal(1250)) == "1.250")
    #expect(form.cell(Absence.missing).isEmpty)
    #expect(form.cell(Absence.notCollected) == "...")
    #expect(form.cell(Absence.notApplicable) == "x")
  }

  @Test(arguments: [(0, "0", "0"), (1, "01", "1"), (7, "07", "7"), (9, "09", "9"), (10, "10", "10"), (-7, "-7", "-7")])
  func padsCountsInVietnameseProse(_ count: Int, _ vietnamese: String, _ english: String) throws {
    #expect(NumberForm(.vietnamese).inProse(count) == vietnamese)
    #expect(NumberForm(.english).inProse(count) == english)
    let points = try #require(ExactDecimal("2.92"))
    #expect(NumberForm(.vietnamese).inProse(points) == "2,92")
  }

  @Test func saysLowerBounds() {
    #expect(NumberForm(.vietnamese).lowerBound(ExactDecimal(19_200)) == "hơn 19.200")
    #expect(NumberForm(.english).lowerBound(ExactDecimal(19_200)) == "more than 19,200")
  }

  @Test func putsTheUnitAfterTheNumber() {
    let form = NumberForm(.vietnamese)
    #expect(form.withUnit("2.731", LocalizedText(vi: "buổi", en: "meetings")) == "2.731 buổi")
    #expect(form.withUnit("+2,92", Messages.percentagePoints) == "+2,92 điểm phần trăm")
    #expect(form.withUnit("59,22", Messages.percent) == "59,22%")
    #expect(form.withUnit("5", LocalizedText("")) == "5")
  }

  struct Amount: Sendable {
    var amount: String
    var unit: String
    var printed: String
    var isRounded: Bool
  }

  @Test(arguments: [
    Amount(amount: "52118000", unit: "million-dong", printed: "52.118 tỷ đồng", isRounded: false),
    Amount(amount: "52118345", unit: "million-dong", printed: "52.118 tỷ đồng", isRounded: true),
    Amount(amount: "123456", unit: "million-dong", printed: "123,5 tỷ đồng", isRounded: true),
    Amount(amount: "1250", unit: "million-dong", printed: "1,25 tỷ đồng", isRounded: false),
    Amount(amount: "1500", unit: "million-dong", printed: "1,5 tỷ đồng", isRounded: false),
    Amount(amount: "2000", unit: "million-dong", printed: "2 tỷ đồng", isRounded: false),
    Amount(amount: "995", unit: "million-dong", printed: "995 triệu đồng", isRounded: false),
    Amount(amount: "999.99", unit: "million-dong", printed: "1 tỷ đồng", isRounded: true),
    Amount(amount: "-1250", unit: "million-dong", printed: "-1,25 tỷ đồng", isRounded: false),
    Amount(amount: "2500", unit: "thousand-dong", printed: "2,5 triệu đồng", isRounded: false),
    Amount(amount: "999999", unit: "dong", printed: "999.999 đồng", isRounded: false),
    Amount(amount: "0.4", unit: "dong", printed: "0 đồng", isRounded: true),
    Amount(amount: "0", unit: "billion-dong", printed: "0 đồng", isRounded: false),
  ])
  func saysMoneyInItsUnit(_ example: Amount) throws {
    let unit = try #require(UnitOfMeasure.money[example.unit])
    let value = try #require(ExactDecimal(example.amount))
    let amount = try #require(try MoneyAmount(Rational(value), in: unit))
    #expect(NumberForm(.vietnamese).money(amount) == example.printed)
    #expect(amount.isRounded == example.isRounded)
  }

  @Test func onlyMoneyIsSaidAsMoney() throws {
    #expect(try MoneyAmount(.hundred, in: .percent) == nil)
  }
}
