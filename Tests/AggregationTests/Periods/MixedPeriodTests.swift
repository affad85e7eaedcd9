import Aggregation
import Findings
import TestSupport
import Testing
import Values

/// Tables in which years, halves, nine months, quarters and months stand side by side.
@Suite struct MixedPeriodTests {
  private struct Mixed {
    let folder: ScratchFolder
    let evaluator: Evaluator

    init(_ rows: String, kind: String = "flow", roles: String = "") throws {
      folder = try PackageSketch(
        [
          .init("units", fields: ["code", "level"], csv: "code,level\nA,district\nB,district\n"),
          .init(
            "rows", fields: ["period", "kind", "unit", "value:integer", "base:integer"],
            csv: "period,kind,unit,value,base\n" + rows),
        ],
        catalogue: """
          catalogue: 1
          title: Mixed
          dimensions: {unit: {resource: units, key: code, level: level}}
          resources: {rows: {period: period, unit: unit, level: district, expects: [unit, period]\(roles)}}
          measures:
            value: {resource: rows, column: value, kind: \(kind)}
            base: {resource: rows, column: base, kind: \(kind)}
          indicators:
            value: {names: V, value: value, unit: {vi: buổi, en: meetings}}
            rate: {names: R, ratio: [value, base], unit: percent}

          """
      ).write()
      evaluator = Evaluator(try Dataset.open(folder.path))
    }

    func observe(_ period: String, _ code: String = "value") throws -> Observation {
      try evaluator.observe(
        #require(evaluator.dataset.catalogue.indicator(code)), in: .slot(#require(PeriodSlot(code: period))))
    }

    var summaries: [String] {
      get throws { try PackageCheck.run(folder.path).findings.map(\.summary) }
    }
  }

  @Test func theYearThatIsGivenIsNotAddedToItsQuarters() throws {
    let mixed = try Mixed(
      "2022,,A,40,\n2022-Q1,,A,10,\n2022-Q2,,A,10,\n2022-Q3,,A,10,\n2022-Q4,,A,10,\n2022-Q1,,B,1,\n2022-Q2,,B,1,\n2022-Q3,,B,1,\n2022-Q4,,B,1,\n"
    )
    let year = try mixed.observe("2022")
    #expect(year.value == Rational(44) && year.coverage == Coverage(reporting: 5, expected: 5))
    #expect(try mixed.observe("2022-S1").value == Rational(22))
    #expect(try mixed.summaries == [])
  }

  @Test func aDistrictWithThreeQuartersIsNoYear() throws {
    let mixed = try Mixed("2022,,A,40,\n2022-Q1,,B,1,\n2022-Q2,,B,1,\n2022-Q3,,B,1,\n")
    let year = try mixed.observe("2022")
    #expect(year.value == Rational(40) && year.coverage == Coverage(reporting: 1, expected: 2))
  }

  @Test func whatIsGivenAndWhatAddsUpDiffer() throws {
    let rows = "2022,,A,40,\n2022-S1,,A,15,\n2022-S2,,A,20,\n2022-Q1,,A,9,\n2022-Q2,,A,6,\n"
    #expect(try Mixed(rows).summaries == ["rows.csv:2:9 period-conflict '40'"])
    #expect(try Mixed(rows).observe("2022").value == Rational(40))
  }

  @Test func aFigureToDateDoesNotFall() throws {
    let mixed = try Mixed("2022-S1,,A,15,\n2022-9M,,A,12,\n2022,,A,20,\n")
    #expect(try mixed.summaries == ["rows.csv:3:12 period-conflict '12'"])
  }

  @Test func stocksThatEndTogetherAgree() throws {
    let rows = "2022,,A,40,\n2022-Q4,,A,41,\n2022-Q2,,A,30,\n"
    #expect(try Mixed(rows, kind: "stock").summaries == ["rows.csv:2:9 period-conflict '40'"])
    #expect(try Mixed(rows, kind: "stock").observe("2022").value == Rational(40))
    #expect(try Mixed(rows, kind: "stock").observe("2022-S1").value == Rational(30))
  }

  @Test func aScoreIsNotMadeFromQuarters() throws {
    let mixed = try Mixed("2022-Q1,,A,70,\n2022-Q2,,A,80,\n", kind: "published")
    #expect(throws: Failure.self) { try mixed.observe("2022") }
    #expect(try mixed.observe("2022-Q2").value == Rational(80))
  }

  @Test func termsByDifferentPeriodsNeedBothWhole() throws {
    // The base is by years, the value by quarters: only A has all four.
    let rows =
      "2022,,A,,200\n2022,,B,,100\n" + (1...4).map { "2022-Q\($0),,A,10,\n" }.joined()
      + "2022-Q1,,B,50,\n2022-Q2,,B,50,\n"
    let rate = try Mixed(rows).observe("2022", "rate")
    #expect(rate.value == Rational(20) && rate.denominator == Rational(200))
  }

  @Test func freeTextIsRefusedWithAGuess() throws {
    let mixed = try Mixed("6T đầu năm 2022,,A,5,\nđầu năm,,A,6,\n,,A,7,\n")
    let found = try #require(findings { try mixed.observe("2022") })
    #expect(
      found.map(\.summary) == [
        "rows.csv:2:1 wrong-period '6T đầu năm 2022'", "rows.csv:3:1 wrong-period 'đầu năm'",
        "rows.csv:4:1 no-period ''",
      ])
    #expect(found[0].remedy.english.contains("2022-S1") && found[0].remedy.english.hasPrefix("If that is"))
    #expect(!found[1].remedy.english.contains("If that is"))
  }

  @Test func kindsHaveToAgree() throws {
    let mixed = try Mixed(
      "2022,year,A,5,\n2022,A,B,5,\n2022-S1,half-year,A,2,\n2022-S1,year,B,2,\n2022-Q1,S,A,1,\n",
      roles: ", period-kind: kind")
    #expect(
      findings { try mixed.observe("2022") }?.map(\.summary) == [
        "rows.csv:5:9 period-kind-differs 'year'", "rows.csv:6:9 period-kind-differs 'S'",
      ])
    let declared = try Mixed("2022-Q1,,A,5,\n2022,,A,5,\n", roles: ", period-kinds: [quarter, half-year]")
    #expect(
      findings { try declared.observe("2022") }?.map(\.summary) == ["rows.csv:3:1 unexpected-period-kind '2022'"])
  }
}
