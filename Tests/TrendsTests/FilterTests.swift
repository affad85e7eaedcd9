import Aggregation
import Catalogue
import Findings
import Language
import TestSupport
import Testing
import Trends
import Values

/// Filters of rows: what they mean, and where they are wrong.
@Suite struct FilterTests {
  private static let dataset = Result { try Dataset.open(Repository.path(of: "Tests/Packages/tiny-province")) }

  private struct Row: Filter.Row {
    var values: [String: Rational] = [:]
    var coverage: Rational?
    var members: [String: String] = [:]
    var unitLevel: String?
    var slot: PeriodSlot?
    var flags: StatusFlags = []

    func value(_ quantity: Filter.Quantity) -> Rational? {
      switch quantity {
      case .number(let number): Rational(number)
      case .indicator(let code): values[code]
      case .coverage: coverage
      case .year: slot.map { Rational($0.year) }
      case .change: nil
      }
    }
    func member(of dimension: String) -> String? { members[dimension] }
  }

  private func parse(_ text: String, series: Bool = false) throws -> Filter {
    try FilterParser.parse(
      text, in: Self.dataset.get(), dimensions: series ? ["unit"] : ["unit", "organisation", "period"],
      isOfSeries: series)
  }

  private static let row = Row(
    values: ["joined": Rational(44), "joining-rate": Rational(ExactDecimal(coefficient: 549, scale: 1))],
    coverage: Rational(50),
    members: ["unit": "X2", "organisation": "B2"], unitLevel: "district", slot: PeriodSlot(code: "2021"),
    flags: StatusFlags(.provisional))

  @Test(arguments: [
    ("joined == 44", true), ("joined = 44.0", true), ("joined != 44", false), ("joined > 44", false),
    ("joined >= 44 && joined <= 44", true), ("joining-rate < 55%", true), ("joining-rate < 54.9", false),
    ("joined < entitled", false), ("not (joined < entitled)", false), ("joined < joining-rate", true),
    ("joined < 50 or entitled < 1", true), ("joined > 50 and entitled < 1", false), ("meetings == 0", false),
    ("unit == X2", true), (#"unit == "an mau""#, true), (#"unit != 'Đông Mẫu'"#, true),
    ("unit in (X1, X3)", false), ("unit in (X1, X2) && level == district", true), ("level = province", false),
    ("organisation == 'Hội Ất'", true), ("year >= 2021 and year < 2022", true), ("period == 2021", true),
    ("period > 2020-Q1", false), ("coverage < 100", true), ("coverage == 50%", true), ("flags has P", true),
    ("flags has B", false), ("flags != P", false), ("flags has A", false), ("!(unit == X1) && !flags has E", true),
    ("joined > 1 || joined < 1 && joined < 1", true), ("(joined > 1 || joined < 1) && joined < 1", false),
  ])
  func rowsAreChosen(text: String, isKept: Bool) throws {
    #expect(try parse(text).keeps(Self.row) == isKept)
  }

  @Test(arguments: [
    ("", 1), ("joined", 7), ("joined <", 9), ("joined < 5 &&", 14), ("joind < 5", 1), ("joined < 5 5", 12),
    ("(joined < 5", 12), ("joined << 5", 9), ("joined < 5,5", 11), ("joined < 5%", 10), ("joined < X1", 10),
    ("unit < X1", 6), ("unit == X9", 9), ("level == distric", 10), ("period == hier", 11), ("flags has Z", 11),
    ("change < 0", 1), ("unit == \"X1", 9), ("&& joined < 5", 1), ("unit in X1", 9), ("joined has P", 8),
  ])
  func mistakesHaveTheirColumn(text: String, column: Int) throws {
    guard case .usage(let message)? = failure(of: { try parse(text) }) else {
      Issue.record("no mistake was found in \(text)")
      return
    }
    #expect(message.english.hasPrefix("Filter, column \(column): "), "\(message.english)")
    #expect(message.vietnamese.hasPrefix("Điều kiện lọc, cột \(column): "))
  }

  @Test(arguments: [
    ("joined < 50", true), ("unit == X2 && not (joining-rate < 50)", true), ("coverage < 100", false),
    ("unit in (X1, X2) or level == district", false), ("year >= 2020", false), ("flags has P", false),
    ("year > 2020 and entitled > joined", true),
  ])
  func whetherFiguresChoose(text: String, byValue: Bool) throws {
    #expect(try parse(text).selectsByValue == byValue)
    #expect(try parse("change < 0 and unit == X1", series: true).selectsByValue)
  }

  @Test func depthIsBounded() {
    let deep = String(repeating: "(", count: 500) + "joined < 5" + String(repeating: ")", count: 500)
    #expect(failure { try parse(deep) } != nil)
    #expect(failure { try parse(String(repeating: "!", count: 10_000) + "unit == X1") } != nil)
  }

  /// Kleene's logic against a table of its own, over random expressions.
  @Test(arguments: 0..<50)
  func unknownIsNeitherTrueNorFalse(seed: Int) throws {
    var random = SeededGenerator(seed: seed)
    func expression(_ depth: Int) -> (text: String, truth: Bool?) {
      if depth == 0 {
        return random.choice(("joined == 44", true), ("joined == 45", false), ("meetings == 1", nil))
      }
      let left = expression(depth - 1)
      switch Int.random(in: 0..<3, using: &random) {
      case 0: return ("!(\(left.text))", left.truth.map { !$0 })
      case 1:
        let right = expression(depth - 1)
        let truths = [left.truth, right.truth]
        return ("(\(left.text)) && (\(right.text))", truths.contains(false) ? false : truths.contains(nil) ? nil : true)
      default:
        let right = expression(depth - 1)
        let truths = [left.truth, right.truth]
        return ("(\(left.text)) || (\(right.text))", truths.contains(true) ? true : truths.contains(nil) ? nil : false)
      }
    }
    for _ in 0..<10 {
      let (text, truth) = expression(3)
      #expect(try parse(text).keeps(Self.row) == (truth == true), "\(text)")
      #expect(try parse("!(\(text))").keeps(Self.row) == (truth == false), "\(text)")
    }
  }
}

/// Tables with some rows, in another order, with shares and a rest.
@Suite struct TableShapeTests {
  private let evaluator: Evaluator

  init() throws { evaluator = Evaluator(try Dataset.open(Repository.path(of: "datasets/tay-ninh"))) }

  private func table(_ codes: [String], by: [String], _ shape: TableShape, total: Bool = false) throws -> CrossTable {
    let indicators = try codes.map { try #require(evaluator.dataset.catalogue.indicator($0)) }
    let query = CrossTableQuery(
      indicators: indicators, by: by, periods: PeriodChoice(first: 2020, last: 2020), hasTotal: total)
    return try #require(try query.run(evaluator)).shaped(shape, evaluator)
  }

  @Test func sortedByAValue() throws {
    let all = try table(["members", "membership-rate"], by: ["unit"], TableShape())
    for isDescending in [false, true] {
      let key = TableShape.SortKey(.indicator(1), isDescending: isDescending)
      let sorted = try table(["members", "membership-rate"], by: ["unit"], TableShape(sort: [key]))
      let values = sorted.rows.compactMap { $0.observations[1]?.value }
      #expect(values == (isDescending ? values.sorted(by: >) : values.sorted()) && sorted.isRanked)
      #expect(Set(sorted.rows.map(\.members)) == Set(all.rows.map(\.members)) && sorted.rows.count == 10)
    }
  }

  @Test func figuresThatChooseAreAsGoodAsAnOrder() throws {
    let evaluator = evaluator
    func shaped(_ filter: String) throws -> CrossTable {
      let parsed = try FilterParser.parse(
        filter, in: evaluator.dataset, dimensions: ["unit"], isOfSeries: false)
      return try table(["membership-rate"], by: ["unit"], TableShape(filter: parsed))
    }
    #expect(try shaped("membership-rate > 50").isRanked)
    #expect(try !shaped("level == district").isRanked)
  }

  @Test func theTopTheRestAndTheTotal() throws {
    let key = TableShape.SortKey(.indicator(0), isDescending: true)
    let shape = TableShape(sort: [key], top: 4, hasShares: true)
    let found = try table(["members", "membership-rate"], by: ["unit"], shape, total: true)
    let top = try found.rows.reduce(Rational.zero) { try $0.adding($1.observations[0]?.value ?? .zero) }
    let rest = try #require(found.rest)
    #expect(rest.count == 6 && found.rows.count == 4)
    #expect(try top.adding(rest.observations[0]?.value ?? .zero) == found.totals?[0].value)
    // A rate of the rest is Σ / Σ, as is the whole's.
    let terms = rest.observations[1]
    #expect(try terms?.value == terms?.numerator?.multiplied(by: .hundred).divided(by: terms?.denominator ?? .one))
    #expect(found.shares?.allSatisfy { $0[0] != nil && $0[1] == nil } == true)
  }

  @Test func sharesOfAllRowsAreAHundred() throws {
    let found = try table(["members"], by: ["organisation", "period"], TableShape(hasShares: true))
    #expect(try found.shares?.compactMap { $0[0] }.reduce(Rational.zero) { try $0.adding($1) } == .hundred)
  }

  @Test func totalsAreOfTheRowsThatAreKept() throws {
    let filter = try FilterParser.parse(
      "members > 30000", in: evaluator.dataset, dimensions: ["unit"], isOfSeries: false)
    let found = try table(["members"], by: ["unit"], TableShape(filter: filter), total: true)
    let sum = try found.rows.reduce(Rational.zero) { try $0.adding($1.observations[0]?.value ?? .zero) }
    #expect(!found.rows.isEmpty && found.rows.count < 10 && found.totals?[0].value == sum)
    #expect(failure { try table(["members"], by: ["unit", "period"], TableShape(top: 1)) } != nil)
  }
}
