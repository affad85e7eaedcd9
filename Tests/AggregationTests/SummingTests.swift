import Aggregation
import Catalogue
import Findings
import Language
import TestSupport
import Testing
import Values

@Suite struct DecimalSumTests {
  @Test func aMillionTimesOneTenthIsExact() throws {
    let tenth = try #require(ExactDecimal("0.1"))
    var sum = DecimalSum()
    for _ in 0..<1_000_000 { try sum.add(tenth) }
    #expect(sum.value.description == "100000.0")
  }

  @Test(arguments: 0..<20) func sumsAreThoseOfTheFinestScale(seed: Int) throws {
    var generator = SeededGenerator(seed: seed)
    var numbers: [ExactDecimal] = []
    for _ in 0..<200 {
      numbers.append(
        ExactDecimal(
          coefficient: Int128(Int.random(in: -1_000_000...1_000_000, using: &generator)),
          scale: Int.random(in: 0...6, using: &generator)))
    }
    var total: Int128 = 0
    for number in numbers {
      var coefficient = number.coefficient
      for _ in number.scale..<6 { coefficient *= 10 }
      total += coefficient
    }
    for order in [numbers, numbers.reversed(), numbers.shuffled(using: &generator)] {
      var sum = DecimalSum()
      for number in order { try sum.add(number) }
      #expect(sum.value == ExactDecimal(coefficient: total, scale: 6))
    }
  }

  @Test(arguments: [
    ["170141183460469231731687303715884105727", "1"], ["-170141183460469231731687303715884105727", "-1"],
    ["-170141183460469231731687303715884105727", "-2"], ["1", "0.000000000000000000000000000001", "1000000000"],
    ["100000000000000000000000000000000000000", "0.01"],
  ]) func overflowIsAnErrorAndChangesNothing(numbers: [String]) throws {
    var sum = DecimalSum()
    let decimals = try numbers.map { try #require(ExactDecimal($0)) }
    for number in decimals.dropLast() { try sum.add(number) }
    let before = sum.value
    #expect(throws: ArithmeticFailure.overflow) { try sum.add(#require(decimals.last)) }
    #expect(sum.value == before)
    // Whatever a sum can be has an opposite and a difference.
    #expect(!Rational(before).negated.isZero && Rational(before).magnitude >= .zero)
  }
}

@Suite struct LineRangesTests {
  @Test(arguments: 0..<40) func rangesAreThoseOfASet(seed: Int) {
    var generator = SeededGenerator(seed: seed)
    var parts: [LineRanges] = []
    var lines: Set<Int> = []
    for _ in 0..<4 {
      var part = LineRanges()
      for _ in 0..<Int.random(in: 0...12, using: &generator) {
        let line = Int.random(in: 2...30, using: &generator)
        part.insert(line)
        lines.insert(line)
      }
      parts.append(part)
    }
    var union = LineRanges()
    for part in parts { union.formUnion(part) }
    for whole in [union, LineRanges(merging: parts), LineRanges(merging: parts.reversed())] {
      #expect(whole.ranges.flatMap { Array($0) } == lines.sorted())
      #expect(whole.count == lines.count && whole.isEmpty == lines.isEmpty)
      #expect(zip(whole.ranges, whole.ranges.dropFirst()).allSatisfy { $0.upperBound + 1 < $1.lowerBound })
    }
    #expect(union == LineRanges(merging: parts))
  }

  @Test func printsAsAPersonWould() {
    var lines = LineRanges()
    for line in [2, 3, 4, 9, 7, 3, 8, 20] { lines.insert(line) }
    #expect(lines.description == "2-4,7-9,20")
    #expect(LineRanges().description == "")
  }
}

@Suite struct SummingTests {
  /// Nothing drifts on the way from a file.
  @Test func rowsOfOneTenthAreExact() throws {
    let small = try SmallDataset(String(repeating: "2021,A,X,,0.1,,\n", count: 100_000))
    let observation = try small.observe("amount")
    #expect(observation.value == Rational(10_000))
    #expect(try observation.value?.rounded(to: 1).description == "10000.0")
    #expect(observation.inputs.map(\.lines.description) == ["2-100001"])
  }

  @Test func largeAmountsWithDecimalsAreExact() throws {
    let small = try SmallDataset("2021,A,X,,999999999999999999.99,,\n2021,A,Y,,0.01,,\n2021,B,X,,-0.001,,\n")
    #expect(try small.observe("amount").value?.description == "999999999999999999.999")
  }

  /// The largest sum below the limit and another like it: refused, whichever cell comes first.
  @Test func aSumOverCellsThatOverflowsIsRefused() throws {
    let largest = "170141183460469231731687303715884105727"
    let small = try SmallDataset("2021,A,X,,\(largest),,\n2021,B,X,,\(largest),,\n")
    #expect(failure { try small.observe("amount") } == .refused(Messages.overflow))
    #expect(try small.observe("amount", 2021...2021, Selection(units: ["A"])).value?.description == largest)
    let negative = try SmallDataset("2021,A,X,,-\(largest),,\n2021,B,X,,-1,,\n")
    #expect(failure { try negative.observe("amount") } == .refused(Messages.overflow))
    // A percentage of something enormous.
    let share = try SmallDataset("2021,A,X,\(largest),1,,\n")
    #expect(failure { try share.observe("share") } == .refused(Messages.overflow))
  }

  @Test func absenceHasItsReason() throws {
    func absence(_ rows: String) throws -> Absence? { try SmallDataset(rows).observe().absence }
    #expect(try absence("") == .missing)
    #expect(try absence("2021,A,X,,,,\n") == .missing)
    #expect(try absence("2021,A,X,,,L,\n") == .notCollected)
    #expect(try absence("2021,A,X,,,M,\n") == .notApplicable)
    #expect(try absence("2021,A,X,,,L,\n2021,A,Y,,,M,\n") == .notCollected)
    #expect(try absence("2021,A,X,,,L,\n2021,A,Y,,,O,\n") == .missing)
    #expect(try absence("2021,A,X,0,,,\n2021,A,Y,,,O,\n") == nil)
  }

  @Test func aRatioOverZeroIsNotApplicable() throws {
    let small = try SmallDataset("2021,A,X,5,0,,\n2021,B,X,5,,,\n")
    let observation = try small.observe("share")
    #expect(observation.value == nil && observation.absence == .notApplicable)
    #expect(observation.numerator == Rational(5) && observation.denominator == .zero)
    #expect(try small.observe("share", 2021...2021, Selection(units: ["B"])).absence == .missing)
  }

  @Test func coverageCountsWhatIsExpected() throws {
    // B exists from 2021 on; both bodies report somewhere, in some year.
    let small = try SmallDataset("2020,A,X,1,,,\n2020,A,Y,1,,,\n2021,A,X,1,,,\n2021,B,X,,,,\n2021,B,Y,0,,,\n")
    #expect(try small.observe("count", 2020...2020).coverage == Coverage(reporting: 2, expected: 2))
    #expect(try small.observe("count", 2021...2021).coverage == Coverage(reporting: 2, expected: 4))
    #expect(try small.observe("count", 2020...2021).coverage == Coverage(reporting: 4, expected: 6))
    #expect(
      try small.observe("count", 2021...2021, Selection(units: ["B"])).coverage == Coverage(reporting: 1, expected: 2))
    #expect(
      try small.observe("count", 2021...2021, Selection().at("Y", of: "body")).coverage
        == Coverage(reporting: 1, expected: 2))
  }

  @Test func anEmptyTableIsNotComplete() throws {
    let small = try SmallDataset("", roles: "expects: [unit, period]")
    #expect(try small.observe().coverage == Coverage(reporting: 0, expected: 2))
    #expect(try small.evaluator.years(of: #require(small.dataset.catalogue.indicator("count"))) == nil)
    let unexpected = try SmallDataset("2021,A,X,1,,,\n", roles: "expects: []")
    #expect(try unexpected.observe().coverage == nil)
    // Nobody is expected but a period: one cell a year.
    let bare = try SmallDataset("2021,A,X,1,,,\n", roles: "expects: [period]")
    #expect(try bare.observe("count", 2020...2021).coverage == Coverage(reporting: 1, expected: 2))
    #expect(
      try bare.observe("count", 2021...2021, Selection().at("X", of: "body")).coverage
        == Coverage(reporting: 1, expected: 1))
  }

  @Test func aSumIsDatedByTheFirstPartThatStops() throws {
    let small = try SmallDataset(
      "2020,A,X,1,,,2020-06-30\n2021,A,X,1,,,2021-12-14\n2021,B,X,1,,,2021-08-31\n2021,B,Y,1,,,\n")
    let year = try small.observe()
    #expect(year.period.cutOff.description == "2021-08-31" && year.period.isPartial)
    #expect(try !small.observe("count", 2021...2021, Selection(units: ["A"])).period.isPartial)
    // Of several years the last one counts.
    #expect(try small.observe("count", 2020...2021).period.cutOff.description == "2021-08-31")
    let undated = try SmallDataset("2020,A,X,1,,,2020-06-30\n2021,A,X,1,,,\n")
    #expect(try !undated.observe("count", 2020...2021).period.isPartial)
  }

  @Test func flagsTravelWithTheirRows() throws {
    let small = try SmallDataset("2021,A,X,1,,P,\n2021,A,Y,,,U,\n2021,B,X,,,O B,\n")
    let observation = try small.observe()
    // What says nothing about the sum stays behind, but a break stays a break.
    #expect(observation.flags.codes == ["B", "P"])
    #expect(observation.inputs.map(\.lines.description) == ["2"])
  }

  @Test func aPublishedScoreIsNeitherSummedNorAveraged() throws {
    let small = try SmallDataset("2020,A,X,,78.94,,\n2021,A,X,,79.62,,\n2021,B,X,,80,,\n", kind: "published")
    #expect(try small.observe("amount", 2020...2020).value?.description == "78.94")
    #expect(
      failure { try small.observe("amount", 2021...2021) }
        == .refused(Messages.publishedNotAdded(LocalizedText("amount"))))
    #expect(failure { try small.observe("amount", 2020...2021, Selection(units: ["A"])) } != nil)
    #expect(try small.observe("amount", 2021...2021, Selection(units: ["B"])).value == Rational(80))
    #expect(try !small.evaluator.isSummableOverTime(#require(small.dataset.catalogue.indicator("amount"))))
  }

  @Test func whatIsNotBrokenDownIsRefused() throws {
    let small = try SmallDataset("2021,A,X,1,,,\n")
    let selection = Selection().at("X", of: "role")
    #expect(
      failure { try small.observe("count", 2021...2021, selection) }
        == .refused(Messages.notBrokenDown(LocalizedText(vi: "Số đếm", en: "Count"), by: "role")))
    #expect(failure { try small.observe("share", 2021...2021, selection) } != nil)
  }

  @Test func aStockOfARangeIsThatOfItsEnd() throws {
    let small = try SmallDataset("2020,A,X,5,10,,\n2021,A,X,7,20,,\n", kind: "stock")
    #expect(try small.observe("count", 2020...2021).value == Rational(7))
    // A missing end is missing; the year before does not stand in for it.
    #expect(try small.observe("count", 2020...2022).absence == .missing)
    // The average of a ratio is that of the sums: 12 / 30, neither 7 / 20 nor the mean of 50 and 35.
    let average = try small.observe("share", 2020...2021)
    #expect(average.value == Rational(40) && average.numerator == Rational(12) && average.denominator == Rational(30))
    #expect(try !small.evaluator.isSummableOverTime(#require(small.dataset.catalogue.indicator("count"))))
  }
}
