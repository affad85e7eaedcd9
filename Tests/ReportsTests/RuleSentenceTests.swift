import Language
import Reports
import TestSupport
import Testing
import Values

/// What each rule says in both languages, and where it says nothing.
@Suite struct RuleSentenceTests {
  private static let words = "words: {rises strongly: 1.5 σ, rises: 0.6 σ, rises slightly: 0.2 σ}"

  private func both(_ sketch: SeriesSketch, _ name: String) throws -> [String?] {
    [try sketch.build()[name], try sketch.build(.english)[name]]
  }

  // MARK: The latest change

  @Test(
    arguments: [
      ([50, 53], "tăng 03 người (6,0%) so với cuối năm 2019", "up 3 persons (6.0%) from the end of 2019"),
      ([53, 50], "giảm 03 người (5,7%) so với cuối năm 2019", "down 3 persons (5.7%) from the end of 2019"),
      ([50, 50], "không đổi so với cuối năm 2019", "unchanged from the end of 2019"),
      // Twice as many of one is no doubling that anybody should read of.
      ([1, 2], "tăng 01 người so với cuối năm 2019 (01 người)", "up 1 person from the end of 2019 (1 person)"),
      ([29, 58], "tăng 29 người so với cuối năm 2019 (29 người)", "up 29 persons from the end of 2019 (29 persons)"),
      ([30, 45], "tăng 15 người (50,0%) so với cuối năm 2019", "up 15 persons (50.0%) from the end of 2019"),
    ] as [([Int], String, String)])
  func theLatestChangeIsSaid(values: [Int], vietnamese: String, english: String) throws {
    #expect(try both(SeriesSketch(values, from: 2019), "level.last-change.phrase") == [vietnamese, english])
  }

  @Test func aRateChangesInPointsAndNeverInPercent() throws {
    #expect(
      try both(SeriesSketch([50, 53], from: 2019), "rate.last-change.phrase")
        == ["tăng 3,00 điểm phần trăm so với cuối năm 2019", "up 3.00 percentage points from the end of 2019"])
  }

  @Test(arguments: [[50], [50, nil, 53], [50, nil], [nil, 50]] as [[Int?]])
  func withoutTheYearBeforeNothingIsSaid(values: [Int?]) throws {
    #expect(try SeriesSketch(values).build()["level.last-change"] == nil)
  }

  /// Earlier changes of 4: 0.5 of them is 0.125, 1 is 0.25, 4 is once, 8 is twice what is usual.
  @Test(
    arguments: [
      (51, "tăng nhẹ 01 người", "up slightly by 1 person"), (54, "tăng 04 người", "up 4 persons"),
      (58, "tăng mạnh 08 người", "up sharply by 8 persons"), (49, "giảm nhẹ 01 người", "down slightly by 1 person"),
      (42, "giảm mạnh 08 người", "down sharply by 8 persons"),
    ])
  func wordsFollowFromTheSeries(last: Int, vietnamese: String, english: String) throws {
    var sketch = SeriesSketch([50, 54, 50, 54, 50, last], from: 2015)
    #expect(try sketch.build()["level.last-change.phrase"]?.contains("mạnh") == false, "no words are declared")
    sketch.definition = [Self.words]
    let said = try both(sketch, "level.last-change.phrase")
    #expect(said[0]?.hasPrefix(vietnamese + " (") == true, "\(said)")
    #expect(said[1]?.hasPrefix(english + " (") == true, "\(said)")
  }

  @Test func fewChangesTellNothingOfWhatIsUsual() throws {
    var sketch = SeriesSketch([50, 54, 50, 90], from: 2015)
    sketch.definition = [Self.words]
    #expect(try sketch.build()["level.last-change.phrase"]?.hasPrefix("tăng 40 người") == true)
    var steady = SeriesSketch([40, 60, 40, 60, 40, 41], from: 2015)
    steady.definition = [Self.words]
    #expect(try both(steady, "level.last-change.phrase").map { $0?.prefix(10) } == ["ổn định, t", "steady, up"])
  }

  @Test func illustrativeFiguresAreMarked() throws {
    var sketch = SeriesSketch([50, 53], from: 2019)
    sketch.isIllustrative = true
    #expect(
      try both(sketch, "level.last-change.phrase")
        == ["tăng 03 người (6,0%, mh) so với cuối năm 2019", "up 3 persons (6.0%, ill.) from the end of 2019"])
  }

  // MARK: The course

  @Test(
    arguments: [
      (
        [50, 49, 48, 49, 50, 51], "giảm 02 năm liên tiếp đến năm 2017, sau đó tăng 03 năm liên tiếp",
        "fell 2 years in a row to 2017, then rose 3 years in a row"
      ),
      (
        [50, 51, 52, 50, 49], "tăng 02 năm liên tiếp đến năm 2017, sau đó giảm 02 năm liên tiếp",
        "rose 2 years in a row to 2017, then fell 2 years in a row"
      ),
      ([50, 49, 48, 49], nil, nil), ([50, 49, 50, 51], nil, nil), ([50, 49, 48, 48, 49, 50], nil, nil),
      ([50, 49, nil, 48, 49, 50], nil, nil),
    ] as [([Int?], String?, String?)])
  func aTurnIsSaid(values: [Int?], vietnamese: String?, english: String?) throws {
    #expect(try both(SeriesSketch(values, from: 2015), "rate.turn.phrase") == [vietnamese, english])
  }

  @Test(
    arguments: [
      ([50, 53, 53], "bằng mức cao nhất kể từ năm 2015, của năm 2016", "the highest since 2015, as in 2016"),
      (
        [50, 50, 53, 50], "bằng mức thấp nhất kể từ năm 2015, của năm 2015 và năm 2016",
        "the lowest since 2015, as in 2015 and 2016"
      ),
      (
        [50, nil, 52, 53], "cao nhất kể từ năm 2015 trong các năm có đủ số liệu",
        "the highest since 2015 among years with complete figures"
      ),
      ([50, nil, 52], nil, nil),
    ] as [([Int?], String?, String?)])
  func tiesAndGapsOfRecordsAreSaid(values: [Int?], vietnamese: String?, english: String?) throws {
    #expect(try both(SeriesSketch(values, from: 2015), "rate.record.phrase") == [vietnamese, english])
  }

  @Test func aYearThatIsNotCompleteIsNoRecordAndNoRun() throws {
    func sketch(lacking: Int?) -> SeriesSketch {
      var sketch = SeriesSketch()
      for (index, value) in [50, 51, 52, 53].enumerated() {
        sketch.add(2015 + index, value)
        sketch.add(2015 + index, index == lacking ? nil : value, at: "U2")
      }
      return sketch
    }
    #expect(try sketch(lacking: nil).build()["events.record.phrase"] == "cao nhất kể từ năm 2015")
    #expect(try sketch(lacking: nil).build()["events.run.phrase"] == "tăng năm thứ ba liên tiếp")
    let last = try sketch(lacking: 3).build()
    for rule in ["record", "run", "last-change", "turn"] { #expect(last["events.\(rule)"] == nil, "\(rule)") }
    let middle = try sketch(lacking: 1).build()
    #expect(middle["events.record.phrase"] == "cao nhất kể từ năm 2015 trong các năm có đủ số liệu")
    #expect(middle["events.run"] == nil, "a year on from the incomplete one is one year")
  }

  @Test func aPartialYearIsLeftOutAndSaid() throws {
    var sketch = SeriesSketch([50, 51, 53], from: 2018)
    sketch.add(2021, 20, asOf: "2021-06-30", status: "P")
    #expect(
      try both(sketch, "events.record.phrase")
        == ["cao nhất kể từ năm 2018, tính đến năm 2020", "the highest since 2018, up to 2020"])
    #expect(try sketch.build()["events.run.phrase"] == "tăng năm thứ hai liên tiếp, tính đến năm 2020")
    #expect(try sketch.build()["events.last-change.phrase"] == "tăng 02 buổi (3,9%) so với năm 2019")
  }

  @Test func gapsAndBreaksAreSaid() throws {
    var sketch = SeriesSketch([50, nil, 52], from: 2018)
    sketch.add(2021, 53, status: "B")
    #expect(
      try both(sketch, "rate.gaps.phrase") == [
        "không có số liệu năm 2019; chuỗi số liệu bị ngắt ở năm 2021, nên không so sánh với các năm trước đó",
        "there are no figures for 2019; the series breaks in 2021, so it is not compared with earlier years",
      ])
    #expect(try SeriesSketch([50, 51]).build()["rate.gaps"] == nil)
  }

  // MARK: Parts

  private func units(_ values: [(String, Int, Int)], of wholes: [Int] = [100, 100]) -> SeriesSketch {
    var sketch = SeriesSketch()
    for (unit, before, after) in values {
      sketch.add(2019, before, at: unit, of: wholes[0])
      sketch.add(2020, after, at: unit, of: wholes[1])
    }
    return sketch
  }

  @Test func theLargestPartsAreNamed() throws {
    var sketch = units([("U1", 50, 58), ("U2", 50, 60), ("U3", 50, 49), ("U4", 50, 51), ("U5", 50, 52)])
    sketch.isWholePublished = true
    #expect(
      try both(sketch, "rate.contributions.phrase") == [
        "Trong mức tăng 4,00 điểm phần trăm so với cuối năm 2019, đóng góp nhiều nhất là Huyện U2 (2,00 điểm phần trăm), "
          + "Huyện U1 (1,60 điểm phần trăm) và Huyện U5 (0,40 điểm phần trăm)",
        "Of the rise of 4.00 percentage points from the end of 2019, the largest shares are those of Huyện U2 "
          + "(2.00 percentage points), Huyện U1 (1.60 percentage points) and Huyện U5 (0.40 percentage points)",
      ])
    #expect(
      try sketch.build()["events.contributions.phrase"]?.hasPrefix(
        "Trong mức tăng 20 buổi so với năm 2019, đóng góp nhiều nhất là Huyện U2 (10 buổi), Huyện U1 (08 buổi)") == true
    )
  }

  /// None is named that ties with one that is not; and nothing where a unit did not report, or all tie.
  @Test func tiesAreNotCutThrough() throws {
    let tied = units([("U1", 50, 58), ("U2", 50, 60), ("U3", 50, 55), ("U4", 50, 55), ("U5", 50, 50)])
    let phrase = try #require(try tied.build()["events.contributions.phrase"])
    #expect(phrase.hasSuffix("Huyện U2 (10 buổi) và Huyện U1 (08 buổi)"), "\(phrase)")
    let all = units([("U1", 50, 55), ("U2", 50, 55), ("U3", 50, 55), ("U4", 50, 55)])
    #expect(try all.build()["events.contributions"] == nil)
    var missing = units([("U1", 50, 58), ("U2", 50, 60), ("U3", 50, 55), ("U4", 50, 54)])
    missing.rows[7].part = nil
    #expect(try missing.build()["events.contributions"] == nil)
    #expect(try units([("U1", 50, 58), ("U2", 50, 50)]).build()["events.contributions"] == nil, "two are no ranking")
    let fall = units([("U1", 50, 42), ("U2", 50, 50), ("U3", 50, 49), ("U4", 50, 51)])
    #expect(
      try fall.build()["events.contributions.phrase"]
        == "Trong mức giảm 08 buổi so với năm 2019, phần giảm nhiều nhất thuộc về Huyện U1 (08 buổi) và Huyện U3 (01 buổi)"
    )
  }

  @Test func aRateIsSplitIntoItsTerms() throws {
    // 50/100 to 60/80: 10 × (1/100 + 1/80) / 2 = 11.25 and 110 × (1/80 − 1/100) / 2 = 13.75.
    let sketch = units([("U1", 50, 60)], of: [100, 80])
    #expect(try sketch.build()["rate.split"] == nil, "the denominator is published by no indicator")
    var published = sketch
    published.isWholePublished = true
    #expect(
      try both(published, "rate.split.phrase") == [
        "So với cuối năm 2019, tỷ lệ tăng 25,00 điểm phần trăm, trong đó phần tính theo số người tăng "
          + "11,25 điểm phần trăm; phần tính theo số đối tượng tăng 13,75 điểm phần trăm",
        "The rate is up by 25.00 percentage points from the end of 2019; of this, the change in persons accounts for a rise of "
          + "11.25 percentage points; the change in eligible accounts for a rise of 13.75 percentage points",
      ])
    #expect(try published.build()["level.split"] == nil, "what is no rate has no terms")
    published.rows[1].whole = 120
    published.rows[1].part = 60
    #expect(try published.build()["rate.split"] == nil, "nothing changed")
  }

  /// Of equal rates at both times, all of a change is structure.
  @Test func aRateIsSplitIntoRatesAndWeights() throws {
    var sketch = SeriesSketch()
    sketch.isWholePublished = true
    for (year, wholes) in [(2019, [100, 100]), (2020, [100, 300])] {
      sketch.add(year, wholes[0] / 2, at: "U1", of: wholes[0])
      sketch.add(year, wholes[1] / 4, at: "U2", of: wholes[1])
    }
    #expect(
      try both(sketch, "rate.structure.phrase") == [
        "phần tính theo tỷ lệ của từng đơn vị không đổi; phần tính theo cơ cấu giữa các đơn vị giảm 6,25 điểm phần trăm",
        "the change in the units' own rates accounts for nothing; the change in the units' weights accounts for a fall of "
          + "6.25 percentage points",
      ])
  }

  // MARK: Standing

  @Test func theSecondIsNamedWithThoseThatTie() throws {
    let sketch = units([("U1", 50, 58), ("U2", 50, 60), ("U3", 50, 58), ("U4", 50, 40)])
    #expect(
      try both(sketch, "ranking.second.phrase") == [
        "Huyện U1 và Huyện U3 (đồng hạng) cùng đứng thứ hai với 58,00%",
        "Huyện U1 and Huyện U3 (tied) are second with 58.00%",
      ])
    #expect(try units([("U1", 50, 58), ("U2", 50, 60)]).build()["ranking.second"] == nil, "the second is the last")
    #expect(
      try units([("U1", 50, 60), ("U2", 50, 60), ("U3", 50, 40), ("U4", 5, 6)]).build()["ranking.second"] == nil,
      "two are first")
  }

  @Test func theFirstIsSetAgainstTheOthers() throws {
    var sketch = units([("U1", 50, 58), ("U2", 50, 60), ("U3", 50, 40)])
    sketch.isWholePublished = true
    #expect(
      try both(sketch, "ranking.others.phrase") == [
        "cao hơn mức chung của các đơn vị còn lại 11,00 điểm phần trăm",
        "11.00 percentage points above the others together",
      ])
  }

  // MARK: What stands out

  @Test func onlyWhatStandsOutIsTold() throws {
    #expect(try SeriesSketch([50, 52, 51], from: 2018).build()["highlights"] == nil)
    var sketch = SeriesSketch([50, 52, 55], from: 2018)
    let told = try sketch.build()
    #expect(told["highlights.list"] == "2", "the headline is told elsewhere")
    guard case .object(let members)? = told["highlights"].map({ _ in told.built.briefing }),
      case .object(let highlights)? = members["highlights"], case .list(let list)? = highlights["list"],
      case .object(let first)? = list.first, case .sentence(let sentence)? = first["sentence"]
    else {
      Issue.record("no list")
      return
    }
    #expect(
      sentence.text.replacing("\u{A0}", with: " ")
        == "Số người: cuối năm 2020 là 55 người, tăng 03 người (5,8%) so với cuối năm 2019; tăng năm thứ hai liên tiếp, "
        + "cao nhất kể từ năm 2018.")
    sketch.definition = ["highlights: 1"]
    #expect(try sketch.build()["highlights.list"] == "1")
    sketch.definition = ["highlights: 0"]
    #expect(try sketch.build()["highlights"] == nil)
  }
}
