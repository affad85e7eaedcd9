import Language
import Reports
import TestSupport
import Testing
import Values

/// What running text says of a series, and what it leaves unsaid.
@Suite struct SentenceTests {
  @Test(arguments: [
    ([50, 53], "tăng 3,00 điểm phần trăm", "tăng 03 người"), ([53, 50], "giảm 3,00 điểm phần trăm", "giảm 03 người"),
    ([50, 60, 50], "không đổi", "không đổi"),
  ])
  func aChangeIsSaidInItsUnit(values: [Int], rate: String, level: String) throws {
    let report = try SeriesSketch(values).build()
    #expect(report["rate.change.phrase"] == rate)
    #expect(report["level.change.phrase"] == level)
    #expect(report["rate.change.from"] == "cuối năm 2018")
    for word in ["rises", "falls", "steady"] {
      let expected =
        (rate.hasPrefix("tăng") && word == "rises") || (rate.hasPrefix("giảm") && word == "falls")
        || (rate == "không đổi" && word == "steady")
      #expect(report["rate.change.\(word)"] == (expected ? "true" : nil))
    }
  }

  @Test(arguments: [(51, "up 1.00 percentage point"), (52, "up 2.00 percentage points")])
  func englishCountsPoints(last: Int, phrase: String) throws {
    #expect(try SeriesSketch([50, last]).build(.english)["rate.change.phrase"] == phrase)
  }

  @Test(
    arguments: [
      ([50, 51, 52], "tăng năm thứ hai liên tiếp"), ([54, 53, 52, 51], "giảm năm thứ ba liên tiếp"),
      ([50, 51], nil), ([50, 51, 51], nil), ([50, 52, 51], nil), ([50, 51, nil, 53], nil),
      ([50, nil, 51, 52, 53], "tăng năm thứ hai liên tiếp"),
    ] as [([Int?], String?)])
  func aRunIsTwoOrMore(values: [Int?], phrase: String?) throws {
    #expect(try SeriesSketch(values).build()["rate.run.phrase"] == phrase)
  }

  @Test(
    arguments: [
      ([50, 51, 53], "cao nhất kể từ năm 2018"), ([50, 51, 49], "thấp nhất kể từ năm 2018"),
      ([50, 53, 53], "bằng mức cao nhất kể từ năm 2018, của năm 2019"), ([50, 53, 51], nil), ([50, 53], nil),
      ([50, 50, 50], nil),
    ] as [([Int], String?)])
  func aRecordIsAlone(values: [Int], phrase: String?) throws {
    #expect(try SeriesSketch(values).build()["rate.record.phrase"] == phrase)
  }

  @Test func nothingIsComparedAcrossABreak() throws {
    var sketch = SeriesSketch([50, 51])
    sketch.add(2020, 60, status: "B")
    sketch.add(2021, 61)
    let report = try sketch.build()
    for name in ["rate.change", "rate.run", "rate.record"] { #expect(report[name] == nil, "\(name)") }
    #expect(report.row("02", "Huyện U1")?.last == "notApplicable")
    #expect(!report.document.summary.headline.text.contains("tăng"))
  }

  /// A claim of a change over a break cannot be confirmed, whatever the two ends are.
  @Test func aClaimedChangeAcrossABreakIsNotComputable() throws {
    for status in ["", "B"] {
      var sketch = SeriesSketch([50])
      sketch.add(2019, 51, status: status)
      sketch.add(2020, 53)
      sketch.claims = ["K1,rate,change,2018,2020,3.00,\"tăng 3,00\",exact"]
      let verdict = try #require(try sketch.build().document.tables.last?.rows.first?.cells[6])
      #expect(
        verdict == .text((status.isEmpty ? Messages.verdictConfirmed : Messages.verdictNotComputable)[.vietnamese]))
    }
  }

  @Test func aPartialYearOfAFlowIsNotCompared() throws {
    var sketch = SeriesSketch([50, 55])
    sketch.add(2020, 20, asOf: "2020-06-30", status: "P")
    let report = try sketch.build()
    #expect(report["events.change.phrase"] == "tăng 05 buổi")
    #expect(report["events.change.to"] == "năm 2019")
    #expect(report["events.total.value"] == "125 buổi")
    #expect(report["level.change.phrase"] == "giảm 30 người", "a stock compares at any day")
    #expect(report["level.change.to"] == "đến ngày 30/6/2020")
    #expect(report.attention.last?.contains("năm 2020 là số sơ bộ, tính đến ngày 30/6/2020") == true)
    #expect(try SeriesSketch([50, 55]).build().attention.allSatisfy { !$0.contains("sơ bộ") })
  }

  @Test(arguments: ["bound: lower", "implausible: {vi: Cần thẩm tra., en: To be examined.}"])
  func whatIsNotComparableHasNoChange(property: String) throws {
    var sketch = SeriesSketch([50, 51, 52])
    sketch.flowProperty = property
    sketch.targets = ["events,2020,60"]
    let report = try sketch.build()
    for name in ["events.change", "events.run", "events.record", "events.average", "events.target", "targets"] {
      #expect(report[name] == nil, "\(name)")
    }
    #expect(report["events.total.value"] == "153 buổi")
    #expect(report["events.bound"] == (property.hasPrefix("bound") ? "true" : nil))
    let questioned = report.attention.contains { $0.hasPrefix("Số buổi: 153 buổi") && $0.hasSuffix("Cần thẩm tra.") }
    #expect(questioned == property.hasPrefix("implausible"))
    #expect(report.row("03", "Huyện U1")?.suffix(2) == ["notApplicable", "notApplicable"])
  }

  @Test func aPublishedFigureIsPrintedAsPublished() throws {
    var sketch = SeriesSketch([50, 51, 53])
    sketch.isIllustrative = true
    sketch.claims = [
      "K1,rate,level,2020,2020,53.0,\"53,0%\",exact", "K2,events,level,2018,2020,150,hơn 150,more-than",
      "K3,rate,level,2019,2019,52.9,\"52,9%\",exact",
    ]
    let report = try sketch.build()
    #expect(report["rate.last.value"] == "53,0%", "at its printed precision, unmarked")
    #expect(report["events.total.value"] == "hơn 150 buổi")
    #expect(report["rate.first.value"] == "50,00% (mh)")
    let verdicts = report.document.tables.last?.rows.map { $0.cells[6] }
    #expect(
      verdicts
        == [Messages.verdictConsistent, Messages.verdictConsistent, Messages.verdictContradicted].map {
          .text($0[.vietnamese])
        })
  }

  /// 1.234 is a thousand and more to one reader and hardly more than one to the other.
  @Test(arguments: [
    (OutputLanguage.vietnamese, ["53,0%", "trên 1.234"]), (.english, ["53.0%", "more than 1,234"]),
  ])
  func tablesOfPublishedFiguresHaveTheReadersSeparators(language: OutputLanguage, expected: [String]) throws {
    var sketch = SeriesSketch([50, 51, 53])
    sketch.claims = [
      "K1,rate,level,2020,2020,53.0,\"53,0%\",exact", "K2,events,level,2018,2020,1234,trên 1.234,more-than",
    ]
    let table = try sketch.build(language).document.tables.last
    #expect(table?.rows.map { $0.cells[3] } == expected.map { .text($0.replacing("than 1", with: "than\u{A0}1")) })
  }

  @Test(arguments: [
    (2, "second"), (10, "tenth"), (11, "11th"), (12, "12th"), (13, "13th"), (21, "21st"), (22, "22nd"), (23, "23rd"),
    (24, "24th"), (111, "111th"),
  ])
  func ordinalsOfLongRuns(number: Int, english: String) {
    #expect(Messages.ordinal(number).english == english)
  }

  // MARK: Targets

  @Test(arguments: [
    ("60.00", "up", "thấp hơn 7,00 điểm phần trăm so với kế hoạch 60,00%", "missed"),
    ("52.50", "up", "cao hơn 0,50 điểm phần trăm so với kế hoạch 52,50%", "met"),
    ("53.00", "up", "bằng kế hoạch 53,00%", "met"),
    ("60.00", "down", "thấp hơn 7,00 điểm phần trăm so với kế hoạch 60,00% (đạt)", "met"),
    ("50.00", "down", "cao hơn 3,00 điểm phần trăm so với kế hoạch 50,00% (không đạt)", "missed"),
  ])
  func aRateIsSoManyPointsFromItsTarget(target: String, good: String, phrase: String, state: String) throws {
    var sketch = SeriesSketch([50, 53])
    sketch.targets = ["rate,2019,\(target)"]
    sketch.good = good
    let report = try sketch.build()
    #expect(report["rate.target.phrase"] == phrase)
    for word in ["met", "missed", "open"] { #expect(report["rate.target.\(word)"] == (word == state ? "true" : nil)) }
    let sentence = "Tỷ lệ: \(phrase)."
    #expect(report.attention.contains(sentence) == (state == "missed"))
    #expect(report.row("TomTat_1", "Tỷ lệ")?[5] == target)
  }

  @Test(arguments: [("106", "2019-12-31", "missed"), ("106", "2019-06-30", "open"), ("40", "2019-06-30", "met")])
  func aCountIsSoManyPercentOfItsTarget(target: String, asOf: String, state: String) throws {
    var sketch = SeriesSketch([50])
    sketch.add(2019, 53, asOf: asOf)
    sketch.targets = ["events,2019,\(target)"]
    let report = try sketch.build()
    let plan = asOf == "2019-12-31" ? "kế hoạch" : "kế hoạch năm"
    #expect(report["events.target.phrase"] == "đạt \(target == "40" ? "132,5%" : "50,0%") \(plan)")
    for word in ["met", "missed", "open"] { #expect(report["events.target.\(word)"] == (word == state ? "true" : nil)) }
    #expect(report.attention.contains("Số buổi: đạt 50,0% kế hoạch.") == (state == "missed"))
  }

  /// Where less is better there is no completion: the limit is kept or not, by so much. While the year lasts only a limit
  /// that is passed is sure.
  @Test(arguments: [
    ("40", "2019-12-31", "cao hơn 13 buổi so với kế hoạch 40 buổi (không đạt)", "missed"),
    ("40", "2019-06-30", "cao hơn 13 buổi so với kế hoạch cả năm 40 buổi (không đạt)", "missed"),
    ("60", "2019-12-31", "thấp hơn 07 buổi so với kế hoạch 60 buổi (đạt)", "met"),
    ("60", "2019-06-30", "thấp hơn 07 buổi so với kế hoạch cả năm 60 buổi", "open"),
    ("53", "2019-12-31", "bằng kế hoạch 53 buổi (đạt)", "met"),
  ])
  func aLimitIsKeptOrNot(target: String, asOf: String, phrase: String, state: String) throws {
    var sketch = SeriesSketch([50])
    sketch.add(2019, 53, asOf: asOf)
    sketch.targets = ["events,2019,\(target)"]
    sketch.good = "down"
    let report = try sketch.build()
    #expect(report["events.target.phrase"]?.replacing("\u{A0}", with: " ") == phrase)
    for word in ["met", "missed", "open"] { #expect(report["events.target.\(word)"] == (word == state ? "true" : nil)) }
  }

  @Test func indicatorsWithoutAGoodDirectionAreNotJudged() throws {
    var sketch = SeriesSketch([50, 53])
    sketch.targets = ["rate,2019,60.00"]
    sketch.good = "none"
    #expect(try sketch.build()["rate.target"] == nil)
  }

  @Test(arguments: [true, false])
  func illustrativeTargetsAreAnnounced(isIllustrative: Bool) throws {
    var sketch = SeriesSketch([50, 53])
    sketch.targets = ["rate,2019,60.00"]
    sketch.areTargetsIllustrative = isIllustrative
    let report = try sketch.build()
    #expect(report.document.notices.isEmpty == !isIllustrative)
    #expect(report["rate.target.phrase"]?.hasSuffix("(mh)") == isIllustrative)
    #expect(report["rate.last.value"] == "53,00%")
  }
}
