import Aggregation
import Catalogue
import Language
import Reports
import TestSupport
import Testing
import Values

/// Reports on declared ranges of years: when one is due, and whether it is the interim one.
@Suite struct ReviewTests {
  private static func ranges(_ lines: [String], _ period: String, hasInterim: Bool) throws -> ReviewedRanges {
    let sketch = PackageSketch(
      [.init("data", fields: ["year:year", "value:integer"], csv: "year,value\n2020,1\n")],
      catalogue: """
        catalogue: 1
        title: Thử
        periods:
        \(lines.map { "  \($0)" }.joined(separator: "\n"))
          term: {kind: term, names: Nhiệm kỳ, start: 2016, end: 2020}
          days: {kind: range, names: Theo ngày, start: 2016-05-01, end: 2021-04-30}
        dimensions: {}
        resources: {data: {period: year}}
        measures: {value: {resource: data, column: value, kind: flow}}
        indicators: {value: {names: Giá trị, value: value, unit: {vi: cái, en: pieces}}}
        """)
    let folder = try sketch.write()
    try folder.makeFolder("test")
    try folder.write(
      """
      report: 1
      names: Tổng kết
      \(hasInterim ? "interim: Sơ kết" : "")
      period: \(period)
      summary: {headline: value}
      tables: []
      """, to: "test/report.yaml")
    let dataset = try Dataset.open(folder.path)
    let definition = try ReportDefinitionReader.read(folder.path(of: "test"), names: dataset.definitionNames)
    return ReviewedRanges(definition, in: dataset.catalogue)
  }

  private static let declared = [
    "first: {kind: range, names: Đầu, start: 2014, end: 2018}",
    "second: {kind: range, names: Sau, start: 2019, end: 2023}",
    "ten: {kind: range, names: Mười, start: 2014, end: 2023}",
    "stage-1: {kind: range, series: stages, names: Một, start: 2016, end: 2020}",
    "stage-2: {kind: range, series: stages, names: Hai, start: 2021, end: 2024}",
  ]

  @Test func aReportIsDueWhenItsRangeEnds() throws {
    let five = try Self.ranges(Self.declared, "{last: 5 years}", hasInterim: false)
    let ten = try Self.ranges(Self.declared, "{last: 10 years}", hasInterim: true)
    let stages = try Self.ranges(Self.declared, "{last: 5 years, series: stages}", hasInterim: true)
    let final = try Self.ranges(Self.declared, "{last: 5 years, series: stages}", hasInterim: false)
    let none = try Self.ranges(Self.declared, "{last: 3 years}", hasInterim: true)
    for year in 2010...2030 {
      #expect(five.due(in: year) == [2018: 2014...2018, 2023: 2019...2023][year], "\(year)")
      #expect(ten.due(in: year) == [2019: 2014...2019, 2023: 2014...2023][year], "\(year)")
      let due = [2018: 2016...2018, 2020: 2016...2020, 2023: 2021...2023, 2024: 2021...2024]
      #expect(stages.due(in: year) == due[year], "\(year)")
      #expect(final.due(in: year) == [2020: 2016...2020, 2024: 2021...2024][year], "\(year)")
      let passed: ClosedRange<Int>? =
        (2016...2020).contains(year) ? 2016...year : (2021...2024).contains(year) ? 2021...year : nil
      #expect(stages.passed(in: year) == passed)
      for first in 2010...year {
        let years = first...year
        let isBegun = first == 2016 && year < 2020 || first == 2021 && year < 2024
        #expect(stages.isInterim(years) == isBegun, "\(years)")
        #expect(!final.isInterim(years))
      }
    }
    #expect(none.ranges.isEmpty, "no range of three years is declared")
  }

  @Test(arguments: OutputLanguage.allCases)
  func theTitleSaysWhetherAStageIsOver(language: OutputLanguage) throws {
    let package = Repository.path(of: "datasets/kien-giang")
    let dataset = try Dataset.open(package)
    let definition = try ReportDefinitionReader.read(
      Repository.path(of: "reports/emulation-review"), names: dataset.definitionNames)
    let now = try ReportBuilder(definition, of: dataset, language: language).build()
    #expect(now.period.code == "2021/2023", "what has passed of the stage that the last year lies in")
    #expect(now.document.title == definition.interimNames?[language])
    let over = try ReportBuilder(definition, of: dataset, language: language, years: 2016...2020).build()
    #expect(over.document.title == definition.names[language])
  }

  /// A target is met, or missed, for the first time if and only if each earlier year with one came out the other way.
  @Test(arguments: 0..<40)
  func theFirstTimeIsSaidWhenItIs(seed: Int) throws {
    var random = SeededGenerator(seed: seed)
    let count = Int.random(in: 2...6, using: &random)
    var sketch = SeriesSketch((0..<count).map { _ in Int.random(in: 40...43, using: &random) }, from: 2015)
    var met: [Int: Bool] = [:]
    for (offset, row) in sketch.rows.enumerated() where offset == count - 1 || !random.oneIn(5) {
      let planned = Int.random(in: 40...43, using: &random)
      sketch.targets.append("level,\(row.year),\(planned)")
      met[row.year] = (row.part ?? 0) >= planned
    }
    let last = 2014 + count
    let earlier = met.filter { $0.key < last }
    let isMet = met[last] == true
    let isFirst = earlier.count > 1 && earlier.values.allSatisfy { $0 != isMet }
    let years = "\(earlier.keys.min() ?? 0) – \(last)"
    let words = "lần đầu \(isMet ? "đạt" : "không đạt") kế hoạch trong các năm \(years)"
    #expect(try sketch.build()["level.target.first-time.phrase"] == (isFirst ? words : nil))
  }

  /// A year that cannot be judged leaves open whether it was the first time.
  @Test func anUnknownYearIsNoYearToCompareWith() throws {
    var sketch = SeriesSketch([40, 41, nil, 45], from: 2018)
    sketch.targets = ["level,2018,42", "level,2019,42", "level,2020,42", "level,2021,42"]
    #expect(try sketch.build()["level.target.first-time"] == nil)
    sketch.targets.remove(at: 2)
    #expect(
      try sketch.build()["level.target.first-time.phrase"] == "lần đầu đạt kế hoạch trong các năm 2018 – 2021")
  }
}
