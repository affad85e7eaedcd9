import Reports
import TestSupport
import Testing
import Values

/// Rankings and summaries: who is compared with whom, and under which year.
@Suite struct ComparisonTests {
  private func ranked(_ values: [(unit: String, before: Int?, last: Int?)], isIllustrative: Bool = false)
    -> SeriesSketch
  {
    var sketch = SeriesSketch()
    sketch.isIllustrative = isIllustrative
    for (unit, before, last) in values {
      sketch.add(2019, before, at: unit)
      sketch.add(2020, last, at: unit)
    }
    return sketch
  }

  @Test func theFirstAndTheLastAreNamed() throws {
    let report = try ranked([("U1", 40, 50), ("U2", 60, 55), ("U3", 45, 45)]).build()
    #expect(
      report["ranking.highest-phrase"]
        == "Huyện U2 đứng đầu với 55,00%, cao hơn mức chung 5,00 điểm phần trăm")
    #expect(
      report["ranking.lowest-phrase"]
        == "Huyện U3 thấp nhất với 45,00%, thấp hơn mức chung 5,00 điểm phần trăm")
    #expect(report["ranking.moves.phrase"] == "So với năm trước, 1/3 đơn vị tăng, 01 đơn vị giảm.")
  }

  @Test func illustrativeUnitsAreLetters() throws {
    let report = try ranked([("U1", 40, 50), ("U2", 60, 55)], isIllustrative: true).build()
    #expect(
      report["ranking.highest-phrase"]
        == "Đơn vị A đứng đầu với 55,00% (mh), cao hơn mức chung 2,50 điểm phần trăm (mh)")
    #expect(report["ranking.moves.phrase"]?.hasSuffix("giảm (mh).") == true)
  }

  @Test func unitsThatTieShareTheirRank() throws {
    let report = try ranked([("U1", 40, 55), ("U2", 60, 55), ("U3", 45, 45)]).build()
    #expect(report["ranking.highest-phrase"]?.hasPrefix("Huyện U1 và Huyện U2 (đồng hạng) đứng đầu với 55,00%") == true)
    #expect(report["ranking.lowest-phrase"]?.hasPrefix("Huyện U3 thấp nhất với") == true)
    let english = try ranked([("U1", 40, 55), ("U2", 60, 45), ("U3", 45, 45)]).build(.english)
    #expect(english["ranking.highest-phrase"]?.hasPrefix("Huyện U1 leads with 55.00%") == true)
    #expect(english["ranking.lowest-phrase"]?.hasPrefix("Huyện U2 and Huyện U3 (tied) are lowest with 45.00%") == true)
  }

  @Test func nothingIsSaidWhenAllTie() throws {
    #expect(try ranked([("U1", 40, 50), ("U2", 60, 50)]).build()["ranking"] == nil)
  }

  /// A unit that did not report the last year is not ranked by an older value.
  @Test func onlyValuesOfOneYearAreRanked() throws {
    let report = try ranked([("U1", 40, 50), ("U2", 90, nil), ("U3", 45, 45)]).build()
    #expect(report["ranking.highest-phrase"]?.hasPrefix("Huyện U1 đứng đầu") == true)
    #expect(report["ranking.moves.phrase"] == "So với năm trước, 1/2 đơn vị tăng, 0 đơn vị giảm.")
    #expect(report.attention.contains { $0.contains("năm 2020 có 2/3 ô số liệu") })
  }

  @Test func noRankingOfWhatIsNotComparable() throws {
    var sketch = ranked([("U1", 40, 50), ("U2", 60, 55)])
    sketch.headline = "events"
    sketch.flowProperty = "bound: lower"
    let report = try sketch.build()
    #expect(report["ranking"] == nil)
    #expect(report.document.summary.headline.text.contains("105"))
  }

  /// A year in which nobody reported is missing in the total row too, not "not applicable".
  @Test func aTotalOfNothingIsMissing() throws {
    var sketch = SeriesSketch([50, nil, 53])
    sketch.targets = []
    let report = try sketch.build()
    #expect(report.row("03", "TỔNG CỘNG")?[3] == "missing")
    #expect(report.row("01", "2019") == ["2019", "missing", "missing", "missing", "Chưa đủ: 0/1 ô báo cáo"])
    let counts = report.document.quality.rows.map { Array($0.cells[3...4]) }
    #expect(counts.count == 3)
    for cells in counts {
      let values = cells.map { cell -> ExactDecimal? in if case .figure(let figure) = cell { figure.value } else { nil }
      }
      #expect(values == [ExactDecimal(0), ExactDecimal(1)])
    }
  }

  /// Each row of the summary stands under the years of the headings, or has no number.
  @Test func summaryColumnsAreOfOneYear() throws {
    for sample in Sample.allCases {
      let delivery = try sample.delivery
      for table in delivery.document.summary.tables {
        for (index, column) in table.columns.enumerated() where column.role == .number {
          let periods = table.figures.filter { $0.column == index }.compactMap { placed in
            placed.figure.id.name.contains("#") ? nil : delivery.entries[placed.figure.id]?.period?.code
          }
          #expect(Set(periods).count <= 1, "\(column.heading): \(Set(periods).sorted())")
        }
      }
    }
  }

  // MARK: Random series against plain arithmetic

  @Test(arguments: 0..<40)
  func sentencesFollowFromTheSeries(seed: Int) throws {
    var random = SeededGenerator(seed: seed)
    let count = Int.random(in: 2...8, using: &random)
    let values = (0..<count).map { _ in Int.random(in: 40...46, using: &random) }
    let report = try SeriesSketch(values, from: 2010).build()

    let change = values[count - 1] - values[0]
    let phrase =
      change == 0 ? "không đổi" : "\(change > 0 ? "tăng" : "giảm") \(abs(change) < 10 ? "0" : "")\(abs(change)) người"
    #expect(report["level.change.phrase"] == phrase)
    #expect(report["events.total.value"] == "\(values.reduce(0, +)) buổi")

    var length = 0
    var rise = false
    for index in stride(from: count - 1, to: 0, by: -1) {
      let step = values[index] - values[index - 1]
      if step == 0 || (length > 0 && (step > 0) != rise) { break }
      rise = step > 0
      length += 1
    }
    let words = ["hai", "ba", "tư", "năm", "sáu", "bảy"]
    #expect(
      report["level.run.phrase"]
        == (length > 1 ? "\(rise ? "tăng" : "giảm") năm thứ \(words[length - 2]) liên tiếp" : nil))

    let last = values[count - 1]
    let others = values.dropLast()
    var record: String?
    if count > 2, Set(values).count > 1 {
      let isHighest = others.allSatisfy { $0 <= last }
      let ties = others.indices.filter { others[$0] == last }.map { "năm \(2010 + $0)" }
      if isHighest || others.allSatisfy({ $0 >= last }) {
        record = "\(isHighest ? "cao nhất" : "thấp nhất") kể từ năm 2010"
        if let latest = ties.last {
          let all = ties.count == 1 ? latest : "\(ties.dropLast().joined(separator: ", ")) và \(latest)"
          record = "bằng mức \(record ?? ""), của \(all)"
        }
      }
    }
    #expect(report["level.record.phrase"] == record)
  }

  /// Totals by brute force, with rows left out at random.
  @Test(arguments: 0..<20)
  func totalsAreSumsOfWhatIsThere(seed: Int) throws {
    var random = SeededGenerator(seed: seed)
    var sketch = SeriesSketch()
    let units = (1...Int.random(in: 2...5, using: &random)).map { "U\($0)" }
    let years = 2015...2018
    for year in years {
      for unit in units {
        let part = random.oneIn(5) ? nil : Int.random(in: 0...9, using: &random)
        sketch.add(year, part, at: unit, of: Int.random(in: 10...20, using: &random))
      }
    }
    sketch.rows[0].part = 5
    let report = try sketch.build()
    let total = try #require(report.row("03", "TỔNG CỘNG"))
    for (offset, year) in years.enumerated() {
      let parts = sketch.rows.filter { $0.year == year }.compactMap(\.part)
      #expect(total[2 + offset] == (parts.isEmpty ? "missing" : "\(parts.reduce(0, +))"))
      let paired = sketch.rows.filter { $0.year == year && $0.part != nil }
      guard !paired.isEmpty else { continue }
      let rate = try Rational(100 * paired.compactMap(\.part).reduce(0, +)).divided(
        by: Rational(paired.map(\.whole).reduce(0, +)))
      #expect(report.row("02", "TỔNG CỘNG")?[2 + offset] == (try rate.rounded(to: 2).description))
    }
    let reckoner = Reckoner(entries: report.built.book.entries)
    for table in report.document.tables + report.document.summary.tables {
      for placed in table.figures {
        guard let expression = placed.figure.expression, reckoner.isExact(expression) else { continue }
        #expect(try reckoner.value(expression, items: placed.items) == Rational(placed.figure.value))
      }
    }
    for entry in report.built.book.entries.values {
      #expect(try entry.value.rounded(to: entry.published.scale) == entry.published)
    }
  }
}
