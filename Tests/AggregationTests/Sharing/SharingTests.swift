import Aggregation
import Datasets
import Findings
import Language
import Synchronization
import TestSupport
import Testing
import Values

@Suite struct SharingTests {
  @Test(arguments: [0, 1, 2, 5, 64], [1, 2, 3, 8])
  func piecesComeInTheirOrderEachDoneOnce(count: Int, threads: Int) {
    let done = Mutex<[Int]>([])
    let results = WorkPieces.results(count, threads: threads) { index in
      done.withLock { $0.append(index) }
      return index * index
    }
    #expect(results == (0..<count).map { $0 * $0 })
    #expect(done.withLock { $0.sorted() } == Array(0..<count))
  }

  @Test(arguments: [1, 2, 3, 8])
  func whatManyAskForIsMadeOnceAndSoIsWhatIsWrongWithIt(threads: Int) {
    let once = OnceEach<Int>()
    let made = Mutex<[Int]>([])
    let failure = Failure.refused(LocalizedText("three"))
    let results = WorkPieces.results(200, threads: threads) { index -> Result<Int, Failure> in
      Result { () throws(Failure) in
        try once.value("\(index % 7)") { () throws(Failure) in
          made.withLock { $0.append(index % 7) }
          if index % 7 == 3 { throw failure }
          return index % 7 * 10
        }
      }
    }
    #expect(made.withLock { $0.sorted() } == Array(0..<7))
    for (index, result) in results.enumerated() {
      #expect(result == (index % 7 == 3 ? .failure(failure) : .success(index % 7 * 10)))
    }
  }

  /// Every indicator of the small province for each of its units, by several who share what is read and by one who reads
  /// for itself.
  @Test func whoSharesWhatIsReadSeesTheSameAndReadsEachFileOnce() throws {
    let folder = Repository.path(of: "Tests/Packages/tiny-province")
    let read = Mutex<[String]>([])
    let sharing = try Dataset.open(
      folder, progress: ReadingProgress(observer: { file, _ in read.withLock { $0.append(file) } }))
    read.withLock { $0 = [] }
    let readings = SharedReadings()
    let answers = WorkPieces.results(4, threads: 4) { _ in
      Self.answers(Evaluator(sharing, readings: readings))
    }
    let alone = Self.answers(Evaluator(try Dataset.open(folder)))
    #expect(alone.contains { !$0.hasPrefix("nil") })
    for answer in answers { #expect(answer == alone) }
    let resources = sharing.catalogue.measures.values.compactMap { sharing.package.resource(named: $0.resource) }
    let tables = Set(resources.flatMap(\.files))
    let files = read.withLock { $0 }
    for file in tables { #expect(files.count { $0 == file } <= 1, "\(file)") }
    #expect(files.contains { tables.contains($0) })
  }

  /// Measures, ratios and formulas of each unit and year, so many that two threads share them, against one by one.
  @Test(arguments: [1, 2])
  func manyQuestionsAreAnsweredAsEachIsAlone(threads: Int) throws {
    let folder = Repository.path(of: "Tests/Packages/tiny-province")
    let dataset = try Dataset.open(folder, threads: threads)
    let units = [Selection.whole] + (dataset.units?.codes ?? []).map { Selection(units: [$0]) }
    let places = (0..<12).flatMap { _ in
      units.flatMap { unit in (2019...2022).map { (span: PeriodSpan.years($0...$0), selection: unit) } }
    }
    let alone = Evaluator(dataset)
    let indicators = dataset.catalogue.indicators.filter { indicator in
      places.allSatisfy { (try? alone.observe(indicator, in: $0.span, of: $0.selection)) != nil }
    }
    #expect(places.count * indicators.count > 2 * 512)
    let together = try Evaluator(dataset).observe(indicators, at: places)
    #expect(together.count == places.count)
    for (place, answers) in zip(places, together) {
      #expect(answers.count == indicators.count)
      for (indicator, answer) in zip(indicators, answers) {
        let expected = try alone.observe(indicator, in: place.span, of: place.selection)
        #expect(answer.map { Self.text($0) } == Self.text(expected))
      }
    }
  }

  private static func text(_ found: Observation) -> String {
    let value = found.value.map { "\($0)" } ?? "nil"
    return "\(value) \(found.absence as Any) \(found.flags.codes) \(found.coverage as Any) \(found.inputs)"
  }

  private static func answers(_ evaluator: Evaluator) -> [String] {
    let dataset = evaluator.dataset
    let selections = [Selection.whole] + (dataset.units?.codes ?? []).map { Selection(units: [$0]) }
    return dataset.catalogue.indicators.flatMap { indicator in
      selections.flatMap { selection in
        (2019...2022).map { year in
          do throws(Failure) {
            return text(try evaluator.observe(indicator, years: year...year, of: selection))
          } catch {
            return "nil \(error)"
          }
        }
      }
    }
  }
}
