import Aggregation
import Catalogue
import Findings
import Language
import Reports
import TestSupport
import Testing
import Trends
import Values

@testable import Rendering

/// The answers of `trend`, `table` and `explain` for the package that can be checked by hand.
@Suite struct AnswerTests {
  private static let dataset = Result { try Dataset.open(Repository.path(of: "Tests/Packages/tiny-province")) }

  private func trends(_ code: String, by dimension: String? = nil) throws -> [Trend] {
    let dataset = try Self.dataset.get()
    let indicator = try #require(dataset.catalogue.indicator(code))
    return try TrendQuery(indicator: indicator, by: dimension).run(Evaluator(dataset))
  }

  private func golden(_ name: String, _ text: String) throws -> String? {
    try Golden("Tests/RenderingTests/Goldens/\(name)").difference(from: text)
  }

  private func json(_ value: JSONValue) -> String { JSONWriter(.pretty).string(value) + "\n" }

  // MARK: Trends

  private static let questions: [(String, String?)] = [
    ("joining-rate", nil), ("joining-rate", "unit"), ("joined", "organisation"), ("meetings", nil), ("fund", nil),
    ("fund-per-meeting", "unit"), ("drives", nil),
  ]

  @Test(arguments: questions)
  func trendsAreAsRecorded(indicator: String, dimension: String?) throws {
    let forms = AnswerForms(try Self.dataset.get(), language: .vietnamese)
    let value = TrendJSON(forms, hasStatistics: true).value(try trends(indicator, by: dimension), by: dimension)
    let name = "trend-\(indicator)\(dimension.map { "-by-\($0)" } ?? "").json"
    #expect(try golden(name, json(value)) == nil)
  }

  @Test func theTrendKeepsTheContract() throws {
    let forms = AnswerForms(try Self.dataset.get(), language: .english)
    let text = JSONWriter(.compact).string(
      TrendJSON(forms, hasStatistics: false).value(try trends("joining-rate"), by: nil))
    let start = [
      #"{"indicator": "joining-rate", "unit_of_measure": "percent", "illustrative": false, "series": [{"unit": "X", "#,
      #""organisation": null, "points": [{"period": "2019", "start": "2019-01-01", "end": "2019-12-31", "#,
      #""cut_off": "2019-12-31", "value": 45.00, "numerator": 180, "denominator": 400, "flags": [], "#,
      #""coverage": {"reporting": 6, "expected": 6}}, "#,
    ].joined()
    #expect(text.hasPrefix(start), "\(text)")
    let end = [
      #""change": {"from": "2019", "to": "2022", "absolute": 5.00, "unit": "percentage_point", "#,
      #""relative_percent": null}}]}"#,
    ].joined()
    #expect(text.hasSuffix(end), "\(text)")
    #expect(text.contains(#""value": 48.57, "numerator": 170, "denominator": 350"#))
  }

  @Test func illustrativeTrendsSaySo() throws {
    let forms = AnswerForms(try Self.dataset.get(), language: .vietnamese)
    for (code, isIllustrative) in [("fund", true), ("fund-per-meeting", true), ("meetings", false), ("joined", false)] {
      let text = json(TrendJSON(forms, hasStatistics: false).value(try trends(code), by: nil))
      #expect(text.contains(#""illustrative": \#(isIllustrative)"#))
      #expect(text.contains("SỐ MINH HỌA") == isIllustrative)
    }
  }

  @Test func aBreakIsNotCompared() throws {
    let forms = AnswerForms(try Self.dataset.get(), language: .english)
    let text = json(TrendJSON(forms, hasStatistics: false).value(try trends("meetings"), by: nil))
    #expect(text.contains(#""change": null"#) && text.contains(#""not_compared": "#))
    #expect(!json(TrendJSON(forms, hasStatistics: false).value(try trends("joined"), by: nil)).contains("not_compared"))
  }

  // MARK: Tables

  private func table(_ codes: [String], by: [String], hasTotal: Bool) throws -> CrossTable {
    let dataset = try Self.dataset.get()
    let indicators = try codes.map { try #require(dataset.catalogue.indicator($0)) }
    return try #require(
      try CrossTableQuery(
        indicators: indicators, by: by, periods: PeriodChoice(first: 2019, last: 2022), hasTotal: hasTotal
      ).run(
        Evaluator(dataset)))
  }

  @Test func aTableClosesWithItsTotals() throws {
    let forms = AnswerForms(try Self.dataset.get(), language: .vietnamese)
    let table = try table(["meetings", "fund", "drives"], by: ["period"], hasTotal: true)
    let text = CSVTable().string(CrossTableGrid(forms).long(table))
    #expect(try golden("table-by-period.csv", text) == nil)
    let lines = text.split(whereSeparator: \.isNewline)
    #expect(lines.first == "period,indicator,value,flags,reporting,expected")
    #expect(lines.suffix(3) == ["total,meetings,80,B P,12,12", "total,fund,20.00,,12,12", "total,drives,4,,,"])
  }

  @Test(arguments: [["unit"], ["organisation", "period"], ["period", "unit"]])
  func longTablesAreAsRecorded(by: [String]) throws {
    let forms = AnswerForms(try Self.dataset.get(), language: .vietnamese)
    let hasTotal = !by.contains("period")
    let codes = by == ["unit"] ? ["meetings", "fund", "fund-per-meeting"] : ["joined", "joining-rate"]
    let text = CSVTable().string(CrossTableGrid(forms).long(try table(codes, by: by, hasTotal: hasTotal)))
    #expect(try golden("table-by-\(by.joined(separator: "-")).csv", text) == nil)
  }

  @Test func aStockIsNotSummedOverYears() throws {
    let failure = failure { try table(["joined"], by: ["period"], hasTotal: true) }
    guard case .refused(let reason)? = failure else {
      Issue.record("a stock was summed: \(String(describing: failure))")
      return
    }
    #expect(reason.vietnamese.contains("Người tham gia hội"))
  }

  @Test(arguments: [OutputLanguage.vietnamese, .english])
  func pivotsAreReadByPeople(language: OutputLanguage) throws {
    let forms = AnswerForms(try Self.dataset.get(), language: language)
    let table = try table(["fund"], by: ["unit", "period"], hasTotal: false)
    let text = MarkdownTable(language: language, width: nil).string(CrossTableGrid(forms).wide(table, pivot: "period"))
    #expect(try golden("pivot-fund.\(language.rawValue).md", text) == nil)
    let mark = Messages.illustrativeMark[language]
    #expect(text.contains("2019 \(mark)") && text.contains("Đông Mẫu"))
  }

  // MARK: Explanations

  private func explanation(_ code: String, _ years: ClosedRange<Int>, _ selection: Selection = .whole) throws
    -> Explanation
  {
    let dataset = try Self.dataset.get()
    let indicator = try #require(dataset.catalogue.indicator(code))
    let observation = try Evaluator(dataset).observe(indicator, years: years, of: selection)
    let files = try dataset.package.resources.flatMap { try SourceHash.files($0, of: dataset.package) }
    return Explanation(
      observation, of: indicator, files: files, forms: AnswerForms(dataset, language: .vietnamese))
  }

  @Test func explanationsAreAsRecorded() throws {
    let rate = try explanation("joining-rate", 2021...2021, Selection(units: ["X2"]))
    #expect(try golden("explain-joining-rate.json", json(rate.json)) == nil)
    #expect(try golden("explain-joining-rate.txt", rate.text) == nil)
    let fund = try explanation("fund-per-meeting", 2019...2022)
    #expect(try golden("explain-fund-per-meeting.json", json(fund.json)) == nil)
    #expect(try golden("explain-fund-per-meeting.txt", fund.text) == nil)
  }

  /// X2 has one society in 2021 that did not report; the rate is that of the other.
  @Test func anExplanationNamesItsRows() throws {
    let text = try explanation("joining-rate", 2021...2021, Selection(units: ["X2"])).text
    #expect(text.contains("55,00%") && text.contains("membership.csv") && text.contains("1/2"))
    #expect(text.contains("16 (1 dòng số liệu)"), "\(text)")
  }

  @Test func numbersInJSONAreExact() throws {
    let value = try explanation("fund", 2021...2021).json
    let text = json(value)
    #expect(text.contains(#""value": 0.60"#) && text.contains(#""exact": "0.6""#))
    #expect(!text.contains("0.6000000000000001"))
    #expect(json(try explanation("fund-per-meeting", 2019...2019).json).contains(#""exact": "2/9""#))
  }
}
