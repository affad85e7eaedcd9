import Aggregation
import Language
import TestSupport
import Testing
import Values
import Verification

/// Figures of running text, against the shipped package.
@Suite struct DraftTests {
  static func check() throws -> DraftCheck {
    DraftCheck(try Judge(Dataset.open(Repository.path(of: "datasets/kien-giang"))))
  }

  @Test func aVietnamesePageWithFourWrongFigures() throws {
    let report = try Self.check().report(Repository.text(of: "Tests/VerificationTests/Drafts/draft.vi.txt"))
    #expect(report.language == .vietnamese)
    #expect(
      report.results.map { "\($0.figure.printed): \($0.judgement.verdict.rawValue)" } == [
        "2.731 buổi: consistent-illustrative", "23.936 buổi: contradicted",
        "7.705 nghị quyết: consistent-illustrative", "250 doanh nghiệp: consistent-illustrative",
        "97.233 người: consistent-illustrative", "59,22%: consistent-illustrative", "2,92%: wrong-unit",
        "53,6%: contradicted", "hơn 19.200 mô hình: consistent-illustrative", "trên 52.000 triệu đồng: wrong-unit",
      ])
  }

  @Test func anEnglishPageWithFourWrongFigures() throws {
    let report = try Self.check().report(Repository.text(of: "Tests/VerificationTests/Drafts/draft.en.txt"))
    #expect(report.language == .english)
    #expect(
      report.results.map { "\($0.figure.printed): \($0.judgement.verdict.rawValue)" } == [
        "2,731 meetings: consistent-illustrative", "23,396 meetings: consistent-illustrative",
        "7,507 resolutions: contradicted", "275 enterprises: contradicted",
        "97,233: consistent-illustrative", "59.22%: consistent-illustrative",
        "2.92 percentage points: consistent-illustrative", "56.8%: contradicted",
        "more than 19,200 new models: consistent-illustrative", "999 citizen receptions: contradicted",
      ])
  }

  /// Ordinary verbs between the name and the figure do not make it another one.
  @Test(arguments: [
    (
      "Trong 10 năm 2014–2023, Đoàn đại biểu Quốc hội đã tổ chức 2.731 buổi tiếp xúc cử tri.",
      Verdict.consistentIllustrative
    ),
    ("Trong 10 năm 2014–2023, Đoàn đại biểu Quốc hội tiến hành 2.713 buổi tiếp xúc cử tri.", .contradicted),
  ])
  func ordinaryVerbs(text: String, verdict: Verdict) throws {
    #expect(try Self.check().report(text).results.map(\.judgement.verdict) == [verdict])
  }

  /// What an average, a figure in brackets and a part of a change belong to.
  @Test(arguments: [
    (
      "Trong 10 năm 2014–2023, Đoàn đại biểu Quốc hội tổ chức 2.731 buổi tiếp xúc cử tri; hội đồng nhân dân các cấp "
        + "tổ chức 23.396 buổi tiếp xúc cử tri, bình quân mỗi năm 2.340 buổi.",
      [
        "2.731 buổi: consistent-illustrative", "23.396 buổi: consistent-illustrative",
        "2.340 buổi: consistent-illustrative",
      ]
    ),
    (
      "Doanh nghiệp được đối thoại, gặp mặt: năm 2022 là 31 doanh nghiệp, tăng 05 doanh nghiệp so với năm 2021 "
        + "(26 doanh nghiệp).",
      [
        "31 doanh nghiệp: consistent-illustrative", "05 doanh nghiệp: consistent-illustrative",
        "26 doanh nghiệp: consistent-illustrative",
      ]
    ),
    (
      "Tỷ lệ tập hợp đoàn viên, hội viên năm 2023 tăng 0,41 điểm phần trăm so với năm 2022, trong đó phần tính "
        + "theo số đoàn viên, hội viên tăng 0,65 điểm phần trăm.",
      ["0,41 điểm phần trăm: consistent-illustrative", "0,65 điểm phần trăm: unknown"]
    ),
  ])
  func figuresBelongToWhatStandsBeforeThem(text: String, expected: [String]) throws {
    let results = try Self.check().report(text).results
    #expect(results.map { "\($0.figure.printed): \($0.judgement.verdict.rawValue)" } == expected)
  }

  /// Every figure of the shipped samples is right, so none may be contradicted, and most of whole years must be recognised.
  @Test(arguments: [
    ("decade", 50), ("five-year", 40), ("year", 25), ("half-year", 0), ("nine-month", 0), ("emulation-review", 0),
  ])
  func theShippedSamplesAreConsistent(name: String, least: Int) throws {
    let report = try Self.check().report(Repository.text(of: "reports/samples/\(name)/\(name).txt"))
    // A year that is not over is not judged against the plan of the whole year.
    let fair: [Verdict] = [.consistentIllustrative, .unknown, .notComputable]
    let wrong = report.results.filter { !fair.contains($0.judgement.verdict) }
    #expect(wrong.map(\.figure.printed) == [])
    #expect(report.recognised >= least, "\(report.recognised)")
  }

  /// A recognised figure with one digit changed is not confirmed any more.
  @Test func aChangedDigitIsFound() throws {
    let text = try Repository.text(of: "reports/samples/decade/decade.txt")
    let check = try Self.check()
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { Array($0) }
    let results = try check.report(text).results.filter { $0.judgement.verdict != .unknown }
    var random = SeededGenerator(seed: 11)
    var missed: [String] = []
    // In five goes, so that figures of one sentence are seldom changed together.
    for go in 0..<5 {
      var changed = lines
      let turn = results.indices.filter { $0 % 5 == go }.map { results[$0] }
      for result in turn {
        Self.changeDigit(&changed[result.figure.line - 1], at: result.figure.column - 1, &random)
      }
      let found = try check.report(changed.map { String($0) }.joined(separator: "\n")).results
      for result in turn {
        let match = found.first { $0.figure.line == result.figure.line && $0.figure.column == result.figure.column }
        let verdict = try #require(match).judgement.verdict
        if Self.isBoundStillNear(result.figure, match?.figure) { continue }
        #expect(verdict != .confirmed && verdict != .consistentIllustrative, "\(result.figure.printed)")
        // A bound may still hold, from far away; what has not been reported may fill the gap to a larger total.
        let isExcused =
          result.figure.bound != .exact && verdict == .imprecise
          || !result.judgement.reasons.isEmpty && verdict == .notComputable
        if verdict != .contradicted, !isExcused {
          missed.append("\(match?.figure.printed ?? ""): \(verdict.rawValue)")
        }
      }
    }
    #expect(results.count >= 39)
    #expect(missed == [])
  }

  /// “hơn 52.100” may be as true as “hơn 52.000”.
  private static func isBoundStillNear(_ printed: DraftFigure, _ changed: DraftFigure?) -> Bool {
    guard printed.bound != .exact, let before = printed.value.flatMap({ Double($0.description) }),
      let after = changed?.value.flatMap({ Double($0.description) })
    else { return false }
    return abs(after - before) < before / 100
  }

  /// Another digit in the place of one, which is not the first zero of `07`.
  private static func changeDigit(_ line: inout [Character], at start: Int, _ random: inout SeededGenerator) {
    // A cell may begin with a sign.
    let start = line[start...].firstIndex(where: \.isNumber) ?? start
    let digits = line[start...].prefix { $0.isNumber || $0 == "." || $0 == "," }
    let places = digits.indices.filter { digits[$0].isNumber && !(digits[$0] == "0" && $0 == start) }
    let place = places[Int.random(in: 0..<places.count, using: &random)]
    let others = "123456789".filter { $0 != line[place] }
    line[place] = others.randomElement(using: &random) ?? "1"
  }
}
