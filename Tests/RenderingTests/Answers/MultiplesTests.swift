import Aggregation
import Language
import Rendering
import TestSupport
import Testing
import Trends
import Values

/// Small multiples at the terminal, and trends as pictures.
@Suite struct MultiplesTests {
  private let dataset: Dataset
  private let trends: [Trend]

  init() throws {
    dataset = try Dataset.open(Repository.path(of: "datasets/tay-ninh"))
    let indicator = try #require(dataset.catalogue.indicator("membership-rate"))
    trends = try TrendQuery(indicator: indicator, by: "unit").run(Evaluator(dataset))
  }

  private func pictures(_ language: OutputLanguage = .english) -> TrendPictures {
    TrendPictures(AnswerForms(dataset, language: language))
  }

  @Test(arguments: [24, 30, 52, 80, 120, 200])
  func eachMemberOnceAndNothingTooWide(width: Int) throws {
    let lines = pictures(.vietnamese).multiples(trends, by: "unit", width: width)
    for line in lines { #expect(DisplayWidth.of(line) <= width, "\(line)") }
    // One axis a panel, under it the first and the last year.
    let axes = lines.joined().count { $0 == "└" }
    #expect(axes == trends.count && trends.count == 10)
    let text = lines.joined(separator: " ")
    for trend in trends {
      let unit = try #require(dataset.units?.member(trend.selection.unit ?? "", on: .lastDay(of: 2022)))
      for word in unit.names.vietnamese.split(separator: " ") { #expect(text.contains(word)) }
    }
    // As many beside each other as fit.
    let beside = lines.map { line in line.count { $0 == "└" } }.max() ?? 0
    #expect(beside >= width / 28 || beside == 10)
  }

  @Test func allAreOnOneScale() throws {
    let values = trends.flatMap { trend in trend.points.compactMap { $0.printed(trend.indicator) } }
    let form = NumberForm(.english)
    let (low, high) = (form.string(try #require(values.min())), form.string(try #require(values.max())))
    let lines = pictures().multiples(trends, by: "unit", width: 80)
    #expect(lines.joined().split(separator: "\(high) ┤", omittingEmptySubsequences: false).count - 1 == trends.count)
    #expect(lines.joined().split(separator: "\(low) ┤", omittingEmptySubsequences: false).count - 1 == trends.count)
    #expect(lines.contains("All on one scale: \(low) – \(high). (ill.)"))
  }

  @Test func whatDoesNotFitIsSaid() {
    #expect(pictures().multiples(trends, by: "unit", width: 20).joined(separator: " ").contains("Narrower than 24"))
    let empty = trends.map { trend in
      Trend(
        indicator: trend.indicator, selection: trend.selection, points: trend.points.filter { $0.value == nil },
        change: nil, refusal: nil, partial: [])
    }
    let some = Array(trends.prefix(2)) + [empty[2]]
    let lines = pictures().multiples(some, by: "unit", width: 80)
    #expect(lines.joined().count { $0 == "└" } == 2 && lines.last?.hasPrefix("Nothing to draw: ") == true)
    #expect(pictures().multiples(empty, by: "unit", width: 80).isEmpty)
  }

  @Test func lettersStandForNamesWhereMadeUpFiguresChose() throws {
    var forms = AnswerForms(dataset, language: .english)
    forms.hidesNames = true
    let names = try trends.map { trend in
      try #require(dataset.units?.member(trend.selection.unit ?? "", on: .lastDay(of: 2022))).names.english
    }
    let codes = trends.compactMap(\.selection.unit)
    let answers = [
      TrendPictures(forms).multiples(trends, by: "unit", width: 80).joined(separator: "\n"),
      TrendPictures(forms).svg(trends, by: "unit") ?? "",
      JSONWriter(.pretty).string(TrendJSON(forms, hasStatistics: false).value(trends, by: "unit")),
      TabularFormat.csv.renderer(language: .english, width: nil, style: .plain)
        .string(TrendGrid(forms).long(trends, by: "unit")),
      TabularFormat.table.renderer(language: .english, width: nil, style: .plain)
        .string(TrendGrid(forms).several(trends, by: "unit", hasPlot: true)),
    ]
    for answer in answers {
      #expect(answer.contains("Unit A") && answer.contains("Unit J") && !answer.contains("Unit K"))
      // A unit may have the province's name, which stands above.
      for name in names where name != "Tây Ninh" { #expect(!answer.contains(name)) }
      for code in codes { #expect(!answer.contains("\"\(code)\"") && !answer.contains("\n\(code),")) }
    }
  }
}
