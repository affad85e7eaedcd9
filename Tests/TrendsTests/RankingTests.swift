import Aggregation
import Catalogue
import Findings
import Language
import TestSupport
import Testing
import Trends
import Values

/// Places against a plain count of who is before whom.
@Suite struct RankingTests {
  /// A province of some units over two years, with ties and gaps.
  private struct Province {
    let evaluator: Evaluator
    /// By year and unit; nil where nothing was sent in.
    let values: [Int: [Int?]]
    let folder: ScratchFolder

    init(seed: Int) throws {
      var random = SeededGenerator(seed: seed)
      let count = Int.random(in: 1...12, using: &random)
      var values: [Int: [Int?]] = [:]
      var rows = ""
      for year in [2020, 2023] {
        values[year] = (0..<count).map { _ in random.oneIn(5) ? nil : Int.random(in: 0...6, using: &random) }
        for (unit, value) in (values[year] ?? []).enumerated() {
          if let value { rows += "\(year),U\(unit),\(value)\n" }
        }
      }
      let units = (0..<count).map { "U\($0),district,P\n" }.joined()
      folder = try PackageSketch(
        [
          .init(
            "units", fields: ["code", "level", "parent"], csv: "code,level,parent\nP,province,\n" + units),
          .init("rows", fields: ["year:year", "unit", "value:number"], csv: "year,unit,value\n" + rows),
        ],
        catalogue: """
          catalogue: 1
          title: Ranks
          dimensions: {unit: {resource: units, key: code, level: level, parent: parent}}
          resources: {rows: {period: year, unit: unit, level: district, expects: [unit, period]}}
          measures: {number: {resource: rows, column: value, kind: flow}}
          indicators: {number: {names: N, value: number, unit: {vi: buổi, en: meetings}}}

          """
      ).write()
      evaluator = Evaluator(try Dataset.open(folder.path))
      self.values = values
    }

    func value(_ selection: Selection, _ year: Int) -> Int? {
      selection.unit.flatMap { Int($0.dropFirst()) }.flatMap { values[year]?[$0] }
    }
  }

  @Test(arguments: 0..<40)
  func placesCountWhoIsBefore(seed: Int) throws {
    let province = try Province(seed: seed)
    let number = try #require(province.evaluator.dataset.catalogue.indicator("number"))
    for order in RankQuery.Order.allCases {
      let query = RankQuery(
        indicator: number, in: .slot(.year(2023)), since: .slot(.year(2020)), order: order)
      let present = (province.values[2023] ?? []).compactMap { $0 }
      guard let ranking = try query.run(province.evaluator) else {
        #expect(present.isEmpty)
        continue
      }
      #expect(ranking.ranked.count == present.count && ranking.rest == nil)
      for entry in ranking.entries {
        let now = province.value(entry.selection, 2023)
        let before = province.value(entry.selection, 2020)
        func place(_ value: Int?, _ year: Int) -> Int? {
          value.map { own in
            1 + (province.values[year] ?? []).compactMap { $0 }.count { order == .highest ? $0 > own : $0 < own }
          }
        }
        #expect(entry.place?.number == place(now, 2023) && entry.placeBefore?.number == place(before, 2020))
        #expect(entry.place?.isTied ?? false == (present.count { $0 == now } > 1 && now != nil))
        #expect((entry.reason == nil) == (now != nil))
        if let now, let before {
          #expect(entry.change?.absolute == Rational(now - before))
          #expect(entry.moved == place(before, 2020).flatMap { old in place(now, 2023).map { old - $0 } })
        } else {
          #expect(entry.change == nil && entry.moved == nil)
        }
      }
      #expect(ranking.ranked.map { $0.place?.number ?? 0 } == ranking.ranked.map { $0.place?.number ?? 0 }.sorted())
    }
  }

  @Test(arguments: 0..<40)
  func theTopAndTheRestAreTheWhole(seed: Int) throws {
    let province = try Province(seed: seed)
    let number = try #require(province.evaluator.dataset.catalogue.indicator("number"))
    for top in 1...4 {
      let query = RankQuery(indicator: number, in: .slot(.year(2023)), top: top)
      guard let ranking = try query.run(province.evaluator) else { continue }
      let all = (province.values[2023] ?? []).compactMap { $0 }
      #expect(ranking.ranked.count + (ranking.rest?.count ?? 0) == all.count)
      let shown = ranking.ranked.compactMap { province.value($0.selection, 2023) }
      let rest = ranking.rest?.observation?.value ?? .zero
      #expect(try rest.adding(Rational(shown.reduce(0, +))) == ranking.whole.value)
      // Nobody who is left out ties with somebody who is shown.
      #expect(ranking.rest == nil || !all.sorted(by: >).dropFirst(shown.count).contains(shown.last ?? -1))
    }
  }

  @Test func whatMayNotBeRankedIsRefused() throws {
    let evaluator = Evaluator(try Dataset.open(Repository.path(of: "datasets/kien-giang")))
    func query(_ code: String, since: PeriodSpan? = nil) throws -> RankQuery {
      let indicator = try #require(evaluator.dataset.catalogue.indicator(code))
      return RankQuery(indicator: indicator, in: .slot(.year(2022)), since: since)
    }
    #expect(failure { try query("models").run(evaluator) } == .refused(Messages.notComparedLowerBound))
    let fund = try #require(evaluator.dataset.catalogue.indicator("poor-fund-cash"))
    #expect(
      failure { try query("poor-fund-cash").run(evaluator) }
        == .refused(Messages.notComparedImplausible(try #require(fund.implausible))))
    #expect(
      failure { try query("resolutions", since: .slot(try #require(PeriodSlot(code: "2014-Q1")))).run(evaluator) }
        == .usage(Messages.periodsOfOtherKinds("2014-Q1", "2022")))
    #expect(
      failure { try query("resolutions", since: .slot(.year(2023))).run(evaluator) }
        == .usage(Messages.sinceIsNotEarlier("2023", than: "2022")))
    #expect(try query("resolutions").run(evaluator)?.hidesNames == true)
    #expect(try query("membership-rate").run(evaluator)?.ranked.count == 16)
  }

  @Test func aPartialYearIsRankedAndNotComparedWithAFullOne() throws {
    let evaluator = Evaluator(try Dataset.open(Repository.path(of: "Tests/Packages/tiny-province")))
    let meetings = try #require(evaluator.dataset.catalogue.indicator("meetings"))
    let query = RankQuery(indicator: meetings, in: .slot(.year(2022)), since: .slot(.year(2020)))
    let ranking = try #require(try query.run(evaluator))
    #expect(ranking.ranked.map(\.selection.unit) == ["X1", "X2", "X3"])
    #expect(ranking.ranked.allSatisfy { $0.change == nil && $0.moved == nil && $0.notCompared != nil })
    let across = RankQuery(indicator: meetings, in: .slot(.year(2021)), since: .slot(.year(2020)))
    let entries = try #require(try across.run(evaluator)).entries
    #expect(entries.map(\.moved) == [0, nil, 0])
    #expect(entries[1].notCompared == Messages.notComparedBreak("2021") && !entries[0].now.isIllustrative)
  }

  @Test func lettersGoOnAfterZ() {
    #expect([0, 25, 26, 51, 52, 701, 702].map(Ranking.letters) == ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"])
  }
}
