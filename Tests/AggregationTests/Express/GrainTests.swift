import Catalogue
import Datasets
import Findings
import TestSupport
import Testing
import Values

@testable import Aggregation
@testable import CSVCore

/// The express lane for files of any size.
private struct LaneEngine: AggregationEngine {
  let ranges: Int
  /// Bytes read at a time: what is known of the texts of one block shortens the way of the next.
  var block = CSVOptions().blockSize
  let seen: Seen

  final class Seen {
    var coarse = 0
    var finest = 0
  }

  func run(_ plan: AggregationPlan) throws(Failure) -> CellTable {
    var options = CSVOptions()
    options.smallestRange = 1
    options.blockSize = block
    let lane = try NativeLane(plan.ofItsGrain, keepsLines: plan.grain == nil)
    if let table = try lane?.run(ranges: ranges, options: options) {
      if table.grain == nil { seen.finest += 1 } else { seen.coarse += 1 }
      return table
    }
    return try NativeEngine().scan(plan).0
  }
}

@Suite("What was left together gives what was kept apart gives")
struct GrainTests {
  private static func told(_ observation: Observation) -> String {
    let value = observation.value.map { "\($0)" } ?? "\(String(describing: observation.absence))"
    return
      "\(observation.indicator) \(observation.period) \(observation.selection): \(value) flags \(observation.flags.codes) "
      + "coverage \(String(describing: observation.coverage)) parts \(observation.hasMissingParts) "
      + "illustrative \(observation.isIllustrative) "
      + "\(observation.inputs.map { "\($0.measure) \($0.file) \($0.conditions) \(String(describing: $0.value))" })"
  }

  private struct Question {
    let indicator: Indicator
    let span: PeriodSpan
    let selection: Selection
  }

  private static func answer(_ question: Question, _ evaluator: Evaluator) -> String {
    do { return told(try evaluator.observe(question.indicator, in: question.span, of: question.selection)) } catch {
      return "\(error)"
    }
  }

  private static func shape(
    _ random: inout SeededGenerator, _ indicators: [Indicator], _ selection: Selection
  ) -> QuestionShape {
    let by = ["period", "unit", "kind"].filter { _ in random.oneIn(2) }
    return QuestionShape(
      indicators, by: by, level: random.choice(nil, nil, "district", "province"), of: selection,
      years: random.choice(1...9999, 1...9999, 2000...2002))
  }

  private static func question(_ random: inout SeededGenerator, _ indicators: [Indicator]) throws -> Question {
    var selection = Selection.whole
    if random.oneIn(2) { selection.units = [random.choice("P", "D1", "D2")] }
    if random.oneIn(3) { selection.members["kind"] = [random.choice("MEET", "TRAIN")] }
    let first = Int.random(in: 1998...2003, using: &random)
    let span: PeriodSpan =
      switch Int.random(in: 0..<8, using: &random) {
      case 0: .slot(try #require(PeriodSlot(.quarter, first, 2)))
      case 1, 2: .years(1998...2004)
      case 3: .years(first...2003)
      case 4: .years(2000...2002)
      default: .slot(.year(first))
      }
    return Question(indicator: try #require(indicators.randomElement(using: &random)), span: span, selection: selection)
  }

  @Test("for questions of the shape that was told and for any others", arguments: 0..<6)
  func sameAnswers(batch: Int) throws {
    let seen = LaneEngine.Seen()
    for seed in 0..<8 {
      var random = SeededGenerator(seed: 90_000 + 1000 * batch + seed)
      var package = RandomPackage(seed: 70_000 + 1000 * batch + seed)
      package.isDistinct = random.oneIn(2)
      package.isPlain = seed.isMultiple(of: 2)
      let folder = try package.sketch().write()
      let dataset = try Dataset.open(folder.path)
      let all = dataset.catalogue.indicators
      let exact = Evaluator(dataset, engine: LaneEngine(ranges: 1, seen: LaneEngine.Seen()))
      for _ in 0..<4 {
        let asked = all.filter { _ in random.oneIn(3) }
        let first = try Self.question(&random, all)
        let coarse = Evaluator(
          dataset,
          engine: LaneEngine(ranges: random.choice(1, 2, 3), block: random.choice(96, 400, 1 << 18), seen: seen),
          shape: Self.shape(&random, asked, random.oneIn(3) ? first.selection : .whole))
        for indicator in asked {
          #expect(try coarse.years(of: indicator) == exact.years(of: indicator))
          #expect(
            try coarse.members(of: indicator, dimension: "kind") == exact.members(of: indicator, dimension: "kind"))
        }
        for turn in 0..<12 {
          let question = turn == 0 ? first : try Self.question(&random, random.oneIn(3) || asked.isEmpty ? all : asked)
          let (found, expected) = (Self.answer(question, coarse), Self.answer(question, exact))
          #expect(found == expected, "seed \(batch) \(seed)")
        }
      }
    }
    #expect(seen.coarse >= 3)
    #expect(seen.finest > 0)
  }
}
