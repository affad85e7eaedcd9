import Aggregation
import Datasets
import Language
import Reports
import TestSupport
import Testing

/// Reports that are made side by side are those that are made alone.
@Suite struct SharedReadingTests {
  @Test(arguments: [1, 2, 4])
  func reportsMadeSideBySideAreThoseMadeAlone(threads: Int) throws {
    let package = Repository.path(of: "Tests/Packages/tiny-province")
    let dataset = try Dataset.open(package)
    let definition = try ReportDefinitionReader.read("\(package)/reports/review", names: dataset.definitionNames)
    let alone = try Self.made(definition, dataset, .vietnamese, ReportReadings())
    let english = try Self.made(definition, dataset, .english, ReportReadings())
    let readings = ReportReadings()
    let together = WorkPieces.results(6, threads: threads) { index -> Result<[String], any Error> in
      if index == 1 { readings.readAhead(definition, of: dataset) }
      return Result { try Self.made(definition, dataset, index.isMultiple(of: 2) ? .vietnamese : .english, readings) }
    }
    for (index, result) in together.enumerated() {
      #expect(try result.get() == (index.isMultiple(of: 2) ? alone : english))
    }
  }

  /// The figures of the ledger, the words of the briefing: whoever found out what, the report is the same.
  @Test(arguments: [Sample.decade, .review, .tiny])
  func whatAnotherHasFoundOutChangesNothing(sample: Sample) throws {
    let alone = try sample.delivery
    func builder() throws -> ReportBuilder {
      try ReportBuilder(alone.definition, of: alone.dataset, language: .vietnamese)
    }
    let ahead = BriefingsAhead()
    try builder().findOut(into: ahead)
    let own = try builder()
    let report = try own.complete(try own.pages(), ahead: ahead)
    #expect(report.briefing == alone.context)
    #expect(report.book.entries == alone.entries)
    // Who comes too late finds out nothing.
    let late = BriefingsAhead()
    late.finish()
    try builder().findOut(into: late)
    let other = try builder()
    #expect(try other.complete(try other.pages(), ahead: late).book.entries == alone.entries)
  }

  /// All that a report holds, in lines.
  private static func made(
    _ definition: ReportDefinition, _ dataset: Dataset, _ language: OutputLanguage, _ readings: ReportReadings
  ) throws -> [String] {
    let report = try ReportBuilder(definition, of: dataset, language: language, readings: readings).build()
    let entries = report.book.entries.values.map { "\($0.id) \($0.value) \($0.published)" }
    return [DocumentDump(document: report.document).text] + entries.sorted()
      + report.files.map { "\($0.path) \($0.sha256)" }
  }
}
