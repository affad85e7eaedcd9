import Aggregation
import Catalogue
import Findings
import TestSupport
import Testing
import Values

/// Each aggregator against the plain reference, on random provinces and random questions.
@Suite struct ReferenceTests {
  static let seeds = 0..<150

  /// A question: some years, some places, some bodies.
  private static func question(
    about province: RandomProvince, _ generator: inout SeededGenerator
  ) -> (ClosedRange<Int>, Selection) {
    let first = Int.random(in: RandomProvince.years, using: &generator)
    let last = Int.random(in: first...2018, using: &generator)
    let places = province.regions + province.districts.map(\.code)
    let units: [String]
    switch Int.random(in: 0..<5, using: &generator) {
    case 0, 1: units = []
    case 2: units = ["P"]
    case 3: units = [places.randomElement(using: &generator) ?? "P"]
    default: units = Array(places.shuffled(using: &generator).prefix(2))
    }
    var members: [String: [String]] = [:]
    if generator.oneIn(3) {
      members["body"] = Array(province.bodies.shuffled(using: &generator).prefix(generator.oneIn(2) ? 1 : 2))
    }
    return (first...last, Selection(units: units, members: members))
  }

  private static func answer(_ observation: Observation) -> PlainReference.Answer {
    PlainReference.Answer(
      value: observation.value, absence: observation.absence, flags: observation.flags, coverage: observation.coverage,
      cutOff: observation.period.cutOff.description,
      lines: observation.inputs.first?.lines.ranges.flatMap { Array($0) } ?? [])
  }

  @Test(arguments: seeds) func measuresAgree(seed: Int) throws {
    var generator = SeededGenerator(seed: seed)
    let province = RandomProvince(&generator)
    let folder = try province.sketch().write()
    let dataset = try Dataset.open(folder.path)
    let evaluator = Evaluator(dataset)
    func observe(_ code: String, _ years: ClosedRange<Int>, _ selection: Selection) throws -> PlainReference.Answer {
      Self.answer(try evaluator.observe(#require(dataset.catalogue.indicator(code)), years: years, of: selection))
    }
    for _ in 0..<8 {
      let (years, selection) = Self.question(about: province, &generator)
      let plain = PlainReference(province: province, years: years, selection: selection)
      #expect(try observe("meetings", years, selection) == plain.flow("meetings"))
      #expect(try observe("amount", years, selection) == plain.flow("amount"))
      #expect(try observe("first-body", years, selection) == plain.flow("meetings", bodies: ["B1"]))
      #expect(try observe("members", years, selection) == plain.stock("members"))
      #expect(try observe("reports", years, selection) == plain.count("word", distinct: false))
      #expect(try observe("words", years, selection) == plain.count("word", distinct: true))
      let (score, isRefused) = plain.score("amount")
      if isRefused {
        #expect(throws: Failure.self) { try observe("score", years, selection) }
      } else {
        #expect(try observe("score", years, selection) == score)
      }
      if selection.members.isEmpty {
        #expect(try observe("residents", years, selection) == plain.residents())
        #expect(try observe("items", years, selection) == plain.items())
      }
    }
  }

  @Test(arguments: seeds) func ratiosAndFormulasAgree(seed: Int) throws {
    var generator = SeededGenerator(seed: 1000 + seed)
    let province = RandomProvince(&generator)
    let folder = try province.sketch().write()
    let dataset = try Dataset.open(folder.path)
    let evaluator = Evaluator(dataset)
    func observe(_ code: String, _ years: ClosedRange<Int>, _ selection: Selection) throws -> Observation {
      try evaluator.observe(#require(dataset.catalogue.indicator(code)), years: years, of: selection)
    }
    for _ in 0..<6 {
      let (years, selection) = Self.question(about: province, &generator)
      let plain = PlainReference(province: province, years: years, selection: selection)
      for (code, top, bottom) in [("rate", "members", "base"), ("share", "amount", "meetings")] {
        let observation = try observe(code, years, selection)
        let expected = plain.ratio(top, bottom, percent: code == "rate")
        #expect(observation.value == expected.value)
        #expect(observation.coverage == expected.coverage)
        #expect((observation.value == nil) == (observation.absence != nil))
        if let numerator = observation.numerator, let denominator = observation.denominator,
          let value = observation.value
        {
          let scaled = try value.divided(by: code == "rate" ? .hundred : .one)
          #expect(try numerator.divided(by: denominator) == scaled)
        }
      }
      let balance = try observe("balance", years, selection)
      let (whole, part) = (plain.flow("meetings"), plain.flow("meetings", bodies: ["B1"]))
      if let left = whole.value, let right = part.value {
        #expect(try balance.value == left.subtracting(right))
      } else {
        #expect(balance.value == nil && balance.absence == whole.absence ?? part.absence)
      }
      #expect(balance.flags == whole.flags.union(part.flags))
      guard selection.members.isEmpty else {
        #expect(throws: Failure.self) { try observe("per-resident", years, selection) }
        continue
      }
      let perResident = try observe("per-resident", years, selection)
      #expect(perResident.value == plain.perResident())
      #expect(perResident.isIllustrative)
      let density = try observe("density", years, selection)
      #expect(density.value == plain.density() && (density.value == nil) == (density.absence != nil))
    }
  }

  /// The order of rows is nobody's information, and a body that never reports is in nobody's total.
  @Test(arguments: 0..<40) func orderAndSilenceChangeNothing(seed: Int) throws {
    var generator = SeededGenerator(seed: 2000 + seed)
    let province = RandomProvince(&generator)
    var shuffled = province
    shuffled.rows.shuffle(using: &generator)
    shuffled.residents.shuffle(using: &generator)
    shuffled.items.shuffle(using: &generator)
    var widened = province
    widened.silentBodies = ["B8", "B9"]
    let folders = try [province, shuffled, widened].map { try $0.sketch().write() }
    let evaluators = try folders.map { Evaluator(try Dataset.open($0.path)) }
    let (years, selection) = Self.question(about: province, &generator)
    for indicator in evaluators[0].dataset.catalogue.indicators {
      for part in [Selection.whole, selection] {
        let answers = evaluators.map { evaluator in
          (try? evaluator.observe(indicator, years: years, of: part)).map { observation in
            var answer = Self.answer(observation)
            answer.lines = [answer.lines.count]
            return answer
          }
        }
        #expect(answers[0] == answers[1], "\(indicator.code)")
        #expect(answers[0] == answers[2], "\(indicator.code)")
      }
    }
  }

  /// Districts add up to their regions and regions to the province, for whatever may be added.
  @Test(arguments: 0..<40) func partsAddUp(seed: Int) throws {
    var generator = SeededGenerator(seed: 3000 + seed)
    let province = RandomProvince(&generator)
    let folder = try province.sketch().write()
    let evaluator = Evaluator(try Dataset.open(folder.path))
    for code in ["meetings", "amount", "members", "reports"] {
      let indicator = try #require(evaluator.dataset.catalogue.indicator(code))
      func value(_ selection: Selection) throws -> Rational {
        try evaluator.observe(indicator, years: 2015...2018, of: selection).value ?? .zero
      }
      let whole = try value(.whole)
      func sum(_ parts: [Selection]) throws -> Rational {
        try parts.reduce(Rational.zero) { try $0.adding(value($1)) }
      }
      #expect(try sum(province.regions.map { Selection(units: [$0]) }) == whole)
      #expect(try sum(province.districts.map { Selection(units: [$0.code]) }) == whole)
      #expect(try sum(province.bodies.map { Selection().at($0, of: "body") }) == whole)
      #expect(try value(Selection(units: ["P"])) == whole)
      #expect(try value(Selection(units: ["P"] + province.regions)) == whole)
    }
  }
}
