import Findings
import Language
import Reports
import TestSupport
import Testing

@Suite struct DefinitionReaderTests {
  private static let names = ReportDefinitionReader.DatasetNames(
    indicators: ["joining-rate", "joined", "meetings"], dimensions: ["unit", "organisation"])

  private static let good = [
    "report: 1", "names: {vi: Báo cáo, en: Report}", "language: en",
    "period: {last: 10 years, baseline: the year before}",
    "form: {kind: plain}",
    "summary: {headline: joining-rate, levels: [joining-rate, joined], totals: meetings, charts: [{line: joined}]}",
    "tables:", "  - {id: \"01\", rows: period, indicators: [joined, meetings], with: [total, average], chart: true}",
    "  - {id: A2, rows: organisation, indicator: joined, with: change}", "  - {id: \"03\", rows: claims}",
    "briefing: {vi: b.mustache}", "labels: [\"25-NQ/TW\"]",
  ]

  private static func read(_ lines: [String]) throws -> ReportDefinition {
    let folder = try ScratchFolder()
    try folder.makeFolder("five-years")
    try folder.write(lines.joined(separator: "\n") + "\n", to: "five-years/report.yaml")
    return try ReportDefinitionReader.read(folder.path(of: "five-years"), names: names)
  }

  @Test func aGoodDefinitionIsRead() throws {
    let definition = try Self.read(Self.good)
    #expect(definition.name == "five-years")
    #expect(definition.names == LocalizedText(vi: "Báo cáo", en: "Report"))
    #expect(definition.language == .english)
    #expect(definition.period.years == 10 && definition.period.hasBaseline)
    #expect(definition.summary.headline.code == "joining-rate")
    #expect(definition.summary.headline.position.description == "report.yaml:6:21")
    #expect(definition.summary.levels.map(\.code) == ["joining-rate", "joined"])
    #expect(definition.summary.totals.map(\.code) == ["meetings"], "one name is a list of one")
    #expect(definition.summary.charts.map(\.kind) == [.line])
    #expect(definition.tables.map(\.id) == ["01", "A2", "03"])
    #expect(definition.tables.map(\.rows) == [.period, .dimension("organisation"), .claims])
    #expect(definition.tables.map(\.extras) == [[.total, .average], [.change], []])
    #expect(definition.tables.map(\.charts) == [[.trend], [], []])
    #expect(definition.briefings == [.vietnamese: "b.mustache"])
    #expect(definition.labels == ["25-NQ/TW"])
  }

  @Test func wordsAreMultiplesOfTheUsualChange() throws {
    let words = try #require(
      try Self.read(
        Self.good + ["words: {rises strongly: 1.5 σ, rises: 0.6 σ, rises slightly: 0.2 σ, steady: below 0.2 σ}"]
      ).words)
    #expect([words.slight, words.plain, words.strong].map(\.description) == ["0.2", "0.6", "1.5"])
    let two = try Self.read(Self.good + ["words: {rises strongly: 1.0 σ, rises slightly: 0.2 σ}", "highlights: 0"])
    #expect(two.words?.plain == two.words?.strong && two.highlights == 0)
  }

  @Test func whatIsNotSaidHasADefault() throws {
    let definition = try Self.read([
      "report: 1", "names: Báo cáo", "period: {last: 1 year}", "summary: {headline: joined}", "tables: []",
    ])
    #expect(definition.language == .vietnamese && definition.period.years == 1 && !definition.period.hasBaseline)
    #expect(definition.words == nil && definition.highlights == 5 && definition.previous == nil)
    #expect(definition.tables.isEmpty && definition.briefings.isEmpty && definition.labels.isEmpty)
  }

  struct Mistake: Sendable, CustomTestStringConvertible {
    /// The line that is replaced, from 1.
    let line: Int
    let text: String
    let findings: [String]
    /// A word that the remedy suggests.
    var suggestion: String?

    var testDescription: String { text }
  }

  private static let mistakes = [
    Mistake(line: 1, text: "report: 2", findings: ["report.yaml:1:9 wrong-number '2'"]),
    Mistake(
      line: 1, text: "reports: 1",
      findings: ["report.yaml:1:1 unknown-word 'reports'", "report.yaml:1:1 missing-key 'report'"], suggestion: "report"
    ),
    Mistake(line: 2, text: "names: {vi: Báo cáo}", findings: ["report.yaml:2:8 missing-key 'en'"]),
    Mistake(line: 2, text: "names: [a]", findings: ["report.yaml:2:8 wrong-type ''"]),
    Mistake(line: 3, text: "language: vn", findings: ["report.yaml:3:11 unknown-word 'vn'"], suggestion: "vi"),
    Mistake(line: 4, text: "period: {last: 10 yaers}", findings: ["report.yaml:4:16 wrong-value '10 yaers'"]),
    Mistake(
      line: 12, text: "words: {rises strongly: 1.5, rises slightly: 0.2 σ}",
      findings: ["report.yaml:12:25 wrong-value '1.5'"]),
    Mistake(
      line: 12, text: "words: {rises strongly: 1.5 σ, rises slightly: 0 σ}",
      findings: ["report.yaml:12:48 wrong-value '0 σ'"]),
    Mistake(
      line: 12, text: "words: {rises strongly: 0.1 σ, rises slightly: 0.2 σ}",
      findings: ["report.yaml:12:8 wrong-value ''"]),
    Mistake(
      line: 12, text: "words: {rises strongly: 1.5 σ, rises slightly: 0.2 σ, steady: below 0.3 σ}",
      findings: ["report.yaml:12:63 wrong-value 'below 0.3 σ'"]),
    Mistake(
      line: 12, text: "words: {rises strongly: 1.5 σ, rises slihgtly: 0.2 σ}",
      findings: ["report.yaml:12:32 unknown-word 'rises slihgtly'", "report.yaml:12:8 missing-key 'rises slightly'"],
      suggestion: "rises slightly"),
    Mistake(line: 12, text: "previous: ../decade", findings: ["report.yaml:12:11 unsafe-path '../decade'"]),
    Mistake(line: 12, text: "highlights: many", findings: ["report.yaml:12:13 wrong-number 'many'"]),
    Mistake(line: 4, text: "period: {last: ten years}", findings: ["report.yaml:4:16 wrong-value 'ten years'"]),
    Mistake(line: 4, text: "period: {last: 0 years}", findings: ["report.yaml:4:16 wrong-value '0 years'"]),
    Mistake(line: 4, text: "period: {last: 101 years}", findings: ["report.yaml:4:16 wrong-value '101 years'"]),
    Mistake(line: 4, text: "period: {baseline: none}", findings: ["report.yaml:4:9 missing-key 'last'"]),
    Mistake(line: 4, text: "period: 10 years", findings: ["report.yaml:4:9 wrong-type ''"]),
    Mistake(
      line: 4, text: "period: {last: 2 years, baseline: the year befor}",
      findings: ["report.yaml:4:35 unknown-word 'the year befor'"], suggestion: "the year before"),
    Mistake(
      line: 5, text: "form: {kind: party}", findings: ["report.yaml:5:14 unknown-word 'party'"], suggestion: "plain"),
    Mistake(
      line: 5, text: "form: {kinds: plain}",
      findings: ["report.yaml:5:8 unknown-word 'kinds'", "report.yaml:5:7 missing-key 'kind'"], suggestion: "kind"),
    Mistake(line: 6, text: "summary: {levels: [joined]}", findings: ["report.yaml:6:10 missing-key 'headline'"]),
    Mistake(
      line: 6, text: "summary: {headline: joining-rat}", findings: ["report.yaml:6:21 unknown-word 'joining-rat'"],
      suggestion: "joining-rate"),
    Mistake(
      line: 6, text: "summary: {headline: joined, levels: [joned, metings]}",
      findings: ["report.yaml:6:38 unknown-word 'joned'", "report.yaml:6:45 unknown-word 'metings'"],
      suggestion: "joined"),
    Mistake(line: 6, text: "summary: {headline: joined, levels: {a: b}}", findings: ["report.yaml:6:37 wrong-type ''"]),
    Mistake(
      line: 6, text: "summary: {headline: joined, charts: [{lin: joined}]}",
      findings: ["report.yaml:6:39 unknown-word 'lin'"], suggestion: "line"),
    Mistake(
      line: 6, text: "summary: {headline: joined, charts: {line: joined}}", findings: ["report.yaml:6:37 wrong-type ''"]
    ),
    Mistake(line: 6, text: "summary: {headline: joined, charts: [line]}", findings: ["report.yaml:6:38 wrong-type ''"]),
    Mistake(line: 8, text: "  - {rows: period, indicators: [joined]}", findings: ["report.yaml:8:5 missing-key 'id'"]),
    Mistake(line: 8, text: "  - {id: \"01\", indicators: [joined]}", findings: ["report.yaml:8:5 missing-key 'rows'"]),
    Mistake(line: 8, text: "  - {id: \"01\", rows: period}", findings: ["report.yaml:8:5 missing-key 'indicator'"]),
    Mistake(
      line: 8, text: "  - {id: ../x, rows: period, indicators: [joined]}",
      findings: ["report.yaml:8:10 wrong-value '../x'"]),
    Mistake(
      line: 8, text: "  - {id: \"012345678\", rows: period, indicators: [joined]}",
      findings: ["report.yaml:8:10 wrong-value '012345678'"]),
    Mistake(
      line: 8, text: "  - {id: a2, rows: period, indicators: [joined]}",
      findings: ["report.yaml:9:5 duplicate-name 'A2'"]),
    Mistake(
      line: 8, text: "  - {id: \"01\", rows: organization, indicator: joined}",
      findings: ["report.yaml:8:22 unknown-word 'organization'"], suggestion: "organisation"),
    Mistake(
      line: 8, text: "  - {id: \"01\", rows: unit, indicators: [joined, meetings]}",
      findings: ["report.yaml:8:22 wrong-value 'unit'"]),
    Mistake(
      line: 8, text: "  - {id: \"01\", rows: ranking, indicators: [joined, meetings]}",
      findings: ["report.yaml:8:22 wrong-value 'ranking'"]),
    Mistake(
      line: 8, text: "  - {id: \"01\", rows: unit, indicator: joined, with: [totals]}",
      findings: ["report.yaml:8:54 unknown-word 'totals'"], suggestion: "total"),
    Mistake(
      line: 8, text: "  - {id: \"01\", rows: unit, indicator: joined, chart: yes}",
      findings: ["report.yaml:8:54 unknown-word 'yes'"], suggestion: "true"),
    Mistake(
      line: 8, text: "  - {id: \"01\", rows: unit, indicator: joined, title: {vi: a}}",
      findings: ["report.yaml:8:54 missing-key 'en'"]),
    Mistake(line: 8, text: "  - unit", findings: ["report.yaml:8:5 wrong-type ''"]),
    Mistake(line: 11, text: "briefing: {fr: b}", findings: ["report.yaml:11:12 unknown-word 'fr'"]),
  ]

  @Test(arguments: mistakes)
  func everyMistakeHasItsPlaceAndRemedy(mistake: Mistake) throws {
    var lines = Self.good
    lines[mistake.line - 1] = mistake.text
    let found = try #require(findings { try Self.read(lines) }, "\(mistake.text) was accepted")
    #expect(found.map(\.summary) == mistake.findings)
    for finding in found {
      #expect(finding.severity == .error)
      #expect(!finding.message.vietnamese.isEmpty && !finding.remedy.english.isEmpty)
    }
    if let suggestion = mistake.suggestion {
      #expect(found.contains { $0.remedy.vietnamese.contains(suggestion) && $0.remedy.english.contains(suggestion) })
    }
  }

  @Test func tablesAreAList() throws {
    let lines = Self.good.prefix(6) + ["tables: {id: \"01\", rows: claims}"]
    let found = try #require(findings { try Self.read(Array(lines)) })
    #expect(found.map(\.summary) == ["report.yaml:7:9 wrong-type ''"])
  }

  /// A reader who mends the first mistake should not then meet the second.
  @Test func allMistakesAreToldAtOnce() throws {
    var lines = Self.good
    for mistake in Self.mistakes where [1, 3, 5, 11].contains(mistake.line) { lines[mistake.line - 1] = mistake.text }
    let found = try #require(findings { try Self.read(lines) })
    #expect(Set(found.compactMap(\.position.line)) == [1, 3, 5, 11])
  }

  @Test func whatIsMissingAtTheTopIsNamed() throws {
    let found = try #require(findings { try Self.read(["language: vi"]) })
    #expect(Set(found.compactMap(\.value)) == ["report", "names", "period", "summary", "tables"])
  }

  @Test func brokenYAMLHasAPosition() throws {
    let found = try #require(findings { try Self.read(["report: 1", "names: {vi: a"]) })
    #expect(found.map(\.code) == ["syntax-error"])
    #expect(found[0].position.line != nil)
  }

  @Test func aFolderWithoutDefinitionIsNoInput() throws {
    let folder = try ScratchFolder()
    guard case .noInput(let path, _)? = failure(of: { try ReportDefinitionReader.read(folder.path, names: Self.names) })
    else {
      Issue.record("a missing definition was read")
      return
    }
    #expect(path.hasSuffix("report.yaml"))
  }
}
