import Language
import Reports
import TestSupport
import Testing
import Values

/// What a report says is new since the edition before it.
@Suite struct SinceLastTests {
  private static let title = "So với báo cáo kỳ trước (03 năm 2018 – 2020, số liệu đến ngày 31/12/2020)"

  private func news(_ old: SeriesSketch, _ new: SeriesSketch, _ language: OutputLanguage = .vietnamese) throws
    -> [String]
  {
    let said = try #require(try new.build(language, previous: old.build().asPrevious()).sinceLast)
    return Array(said.dropFirst())
  }

  @Test func withoutAPreviousEditionNothingIsSaid() throws {
    #expect(try SeriesSketch([50, 51, 52]).build().sinceLast == nil)
  }

  @Test func theSameDataAreNoNews() throws {
    let sketch = SeriesSketch([50, 52, 51])
    let said = try #require(try sketch.build(previous: sketch.build().asPrevious()).sinceLast)
    #expect(said == [Self.title, "Số liệu đã nêu ở kỳ trước không thay đổi."])
    #expect(try news(sketch, sketch, .english) == ["The figures given there have not changed."])
  }

  @Test func figuresThatWereRevisedAreNamed() throws {
    let old = SeriesSketch([50, 54, 52])
    var new = old
    new.rows[1].part = 55
    let said = try news(old, new)
    #expect(
      said == [
        "Sửa số liệu: Số buổi 03 năm 2018 – 2020 từ 156 thành 157 buổi.",
        "Sửa số liệu: Số buổi năm 2019 từ 54 thành 55 buổi.",
        "Sửa số liệu: Số người năm 2019 từ 54 thành 55 người.", "Sửa số liệu: Tỷ lệ năm 2019 từ 54,00% thành 55,00%.",
        "Ngoài ra sửa 04 số liệu khác.",
      ])
    #expect(try news(old, new, .english).dropFirst().first == "Revised: Meetings, 2019, from 54 to 55 meetings.")
    // Each number is in the ledger, the old one as a quotation.
    let built = try new.build(previous: old.build().asPrevious()).built
    let quoted = try #require(built.book.entries[FigureID("previous/events@2019")])
    #expect(quoted.published == ExactDecimal(54))
    guard case .quoted(let file, _, let document) = quoted.origin else {
      Issue.record("not quoted")
      return
    }
    #expect(file == "previous/test.ledger.json" && document?.hasPrefix("SHA-256 ") == true)
  }

  @Test func aYearThatGoesOnIsNoRevision() throws {
    var old = SeriesSketch([50, 54])
    old.add(2020, 30, asOf: "2020-09-30", status: "P")
    var new = SeriesSketch([50, 54])
    new.add(2020, 52)
    #expect(
      try news(old, new) == ["Số liệu năm 2020 tính đến ngày 31/12/2020; kỳ trước tính đến ngày 30/9/2020."])
  }

  @Test(
    arguments: [
      ("60,60", 53, 61, "Tỷ lệ: đạt kế hoạch, kỳ trước chưa đạt; cao hơn 1,00 điểm phần trăm so với kế hoạch 60,00%."),
      (
        "50,60", 53, 55, "Tỷ lệ: không đạt kế hoạch, kỳ trước đạt; thấp hơn 5,00 điểm phần trăm so với kế hoạch 60,00%."
      ),
      ("50,50", 53, 55, nil), ("60,60", 53, 55, nil),
    ] as [(String, Int, Int, String?)])
  func targetsThatAreCrossedAreSaid(targets: String, before: Int, after: Int, expected: String?) throws {
    let planned = targets.split(separator: ",")
    var old = SeriesSketch([50, 54, before])
    old.targets = ["rate,2020,\(planned[0]).00"]
    var new = SeriesSketch([50, 54, before, after])
    new.targets = old.targets + ["rate,2021,\(planned[1]).00"]
    #expect(try news(old, new).first { $0.contains("kế hoạch") } == expected)
  }

  @Test func newRecordsAreSaidOnce() throws {
    let old = SeriesSketch([50, 54, 52])
    let new = SeriesSketch([50, 54, 52, 56])
    let record = "Tỷ lệ: cuối năm 2021 là 56,00%, cao nhất kể từ năm 2018."
    #expect(try news(old, new).contains(record))
    #expect(try !news(new, new).contains { $0.contains("cao nhất") })
    #expect(
      try !news(old, SeriesSketch([50, 54, 52, 54])).contains { $0.contains("cao nhất") }, "a tie is no new record")
    #expect(try news(old, new, .english).contains("Rate: at the end of 2021, 56.00%, the highest since 2018."))
  }

  /// Of an indicator that the edition before did not print it is not known what it would have said.
  @Test func whatWasMerelyNotPrintedIsNoNews() throws {
    let values = SeriesSketch([50, 54, 56])
    let old = try values.build().asPrevious(without: "rate@")
    #expect(old.ledger.entries.contains { $0.id.name == "events@2020" })
    let said = try #require(try values.build(previous: old).sinceLast)
    #expect(!said.contains { $0.hasPrefix("Tỷ lệ:") }, "\(said)")
    // A year later it is.
    let later = try #require(try SeriesSketch([50, 54, 56, 57]).build(previous: old).sinceLast)
    #expect(later.contains("Tỷ lệ: cuối năm 2021 là 57,00%, cao nhất kể từ năm 2018."), "\(later)")
  }

  @Test func whatIsComputedInAnotherWayIsNotCompared() throws {
    let old = SeriesSketch([50, 54, 52])
    var new = SeriesSketch([50, 55, 52])
    new.rateFormula = "formula: 100 * level / whole, unit: percent"
    new.isWholePublished = true
    let said = try news(old, new)
    #expect(said.first == "Cách tính hoặc đơn vị tính đã thay đổi nên không so sánh: Tỷ lệ.")
    #expect(!said.contains { $0.contains("Tỷ lệ năm 2019") })
    #expect(said.contains { $0.contains("Số người năm 2019") })
  }

  @Test func anotherReportOrPackageIsNotCompared() throws {
    let sketch = SeriesSketch([50, 54, 52])
    let built = try sketch.build()
    for edition in [try built.asPrevious(name: "year"), try built.asPrevious(package: "other")] {
      #expect(
        try sketch.build(previous: edition).sinceLast?.last
          == "Kỳ trước là báo cáo khác hoặc lập từ bộ dữ liệu khác, nên không so sánh.")
    }
  }
}
