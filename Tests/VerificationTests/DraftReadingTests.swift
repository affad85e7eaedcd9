import TestSupport
import Testing
import Verification

/// What is taken for a figure, and what for a guess.
@Suite struct DraftReadingTests {
  static func results(_ text: String) throws -> [String] {
    try DraftTests.check().report(text).results.map { "\($0.figure.printed): \($0.judgement.verdict.rawValue)" }
  }

  @Test(arguments: [
    "Số 05-BC/TU ngày 05 tháng 9 năm 2023", "Theo Điều 3, khoản 2 và Nghị định số 30/2020/NĐ-CP",
    "1. Mở đầu\n2) Nội dung\n1.1. Kết quả", "Điện thoại: 0297.3812.345", "Họp lúc 17:30 ngày 14/10/2011",
    "Trong 10 năm 2014 – 2023 và 6 tháng đầu năm 2023", "Biểu 02, Phụ lục 3, trang 5",
    "Report No. 15 of 5 October 2023.",
    "See Article 3 and Table 2.", "khóa 12, kỳ họp thứ 5", "",
  ])
  func numbersThatAreNoFigures(text: String) throws {
    #expect(try Self.results(text) == [])
  }

  @Test(arguments: [
    // Which council? Which fund? Which years? What is 16 counted of?
    ("Giai đoạn 2014–2023 có tiếp xúc cử tri 2.731 buổi.", "2.731 buổi: unknown"),
    ("Giai đoạn 2014–2023, số mô hình là 19.246 mô hình.", "19.246 mô hình: unknown"),
    ("Số lượt tiếp công dân là 5.000 lượt.", "5.000 lượt: unknown"),
    ("Năm 2022, 16 đơn vị tăng.", "16: unknown"),
    ("Đơn vị A đạt tỷ lệ tập hợp 63,03% năm 2023.", "63,03%: unknown"),
    ("Năm 2023, huyện Ba Tri đạt tỷ lệ tập hợp 63,03%.", "63,03%: unknown"),
    ("Tỷ lệ tập hợp năm 2023 cao hơn mức chung 3,81 điểm phần trăm.", "3,81 điểm phần trăm: unknown"),
    ("Quý III năm 2023, tiếp công dân 1.000 lượt.", "1.000 lượt: unknown"),
    // The figures of the whole year, said of a part of it.
    ("Sáu tháng đầu năm 2023, HĐND các cấp tiếp xúc cử tri 1.955 buổi.", "1.955 buổi: unknown"),
    ("Nửa đầu năm 2023, HĐND các cấp tiếp xúc cử tri 1.955 buổi.", "1.955 buổi: unknown"),
    ("Quý ba năm 2023, HĐND các cấp tiếp xúc cử tri 1.955 buổi.", "1.955 buổi: unknown"),
    ("Đầu năm 2023, tỷ lệ tập hợp đoàn viên, hội viên là 59,22%.", "59,22%: unknown"),
    ("In the first half of 2023, the membership rate was 59.22%.", "59.22%: unknown"),
    ("In the first six months of 2023, the membership rate was 59.22%.", "59.22%: unknown"),
    // A day within the year is not its end; the same months are not the year.
    ("Đến ngày 30/6/2022, tỷ lệ tập hợp đoàn viên, hội viên là 59,22%.", "59,22%: unknown"),
    ("As of 30 June 2022 the membership rate was 59.22%.", "59.22%: unknown"),
    ("Cùng kỳ năm 2022, HĐND các cấp tiếp xúc cử tri 1.172 buổi.", "1.172 buổi: unknown"),
    ("In the same period of 2022 citizen receptions were 1,172 receptions.", "1,172 receptions: unknown"),
    // Denied, hoped for, or of a part of those whom the indicator counts.
    ("Năm 2023, tỷ lệ tập hợp đoàn viên, hội viên không đạt 59,22%.", "59,22%: unknown"),
    ("In 2023 the membership rate was not 59.22%.", "59.22%: unknown"),
    ("Mục tiêu năm 2023: tỷ lệ tập hợp đoàn viên, hội viên đạt 59,22%.", "59,22%: unknown"),
    ("Năm 2023 phấn đấu tỷ lệ tập hợp đoàn viên, hội viên đạt 59,22%.", "59,22%: unknown"),
    ("In 2023 the membership rate was expected to be 59.22%.", "59.22%: unknown"),
    ("Năm 2023, tỷ lệ hội viên là người dân tộc thiểu số đạt 59,22%.", "59,22%: unknown"),
    ("Năm 2023, tỷ lệ hội viên được vay vốn đạt 59,22%.", "59,22%: unknown"),
    ("Năm 2023, tỷ lệ tập hợp nữ thanh niên đạt 59,22%.", "59,22%: unknown"),
    ("Năm 2023, tỷ lệ tập hợp đạt 59,22% hội viên nữ.", "59,22%: unknown"),
    ("Năm 2023, cả nước có tỷ lệ tập hợp đoàn viên, hội viên đạt 59,22%.", "59,22%: unknown"),
    ("Nếu năm 2023 tỷ lệ tập hợp đoàn viên, hội viên đạt 59,22%.", "59,22%: unknown"),
    ("Năm 2023, tỷ lệ tập hợp bình quân mỗi huyện là 59,22%.", "59,22%: unknown"),
    ("Tỷ lệ tập hợp năm 2023 đạt 59,22‰.", "59,22: unknown"),
    // The code of Kiên Giang is An Giang's from 2025 on.
    ("Năm 2023, tỷ lệ tập hợp đoàn viên, hội viên của tỉnh An Giang đạt 59,22%.", "59,22%: unknown"),
    ("In 2023 the membership rate among women was 59.22%.", "59.22%: unknown"),
  ])
  func whatIsNotCertainIsUnknown(text: String, expected: String) throws {
    #expect(try Self.results(text) == [expected])
  }

  @Test(arguments: [
    "Năm 2023, tỷ lệ tập hợp đoàn viên, hội viên từ 59,22% đến 60%.",
    "Năm 2023, tỷ lệ tập hợp đoàn viên, hội viên đạt 50% – 59,22%.",
    "In 2023 the membership rate was between 50% and 59.22%.",
  ])
  func aRangeOfFiguresIsNotJudged(text: String) throws {
    let results = try Self.results(text)
    #expect(results.count == 2 && results.allSatisfy { $0.hasSuffix(": unknown") })
  }

  @Test(arguments: [
    // 2023: 59.22 %, 625,926; Tân Hiệp and the Farmers' Union from the package's own files.
    ("Cuối năm 2023, tỷ lệ tập hợp là 59,22%.", "59,22%: consistent-illustrative"),
    ("Cuoi nam 2023, ty le tap hop la 59,22%.", "59,22%: consistent-illustrative"),
    (
      "Không ngừng cố gắng, năm 2023 tỷ lệ tập hợp toàn tỉnh đã đạt được 59,22%.",
      "59,22%: consistent-illustrative"
    ),
    ("Năm 2023, tỷ lệ tập hợp chung trên địa bàn tỉnh ước đạt 59,22%.", "59,22%: consistent-illustrative"),
    ("Tỷ lệ tập hợp của huyện Tân Hiệp đến cuối năm 2023 là 63,03%.", "63,03%: consistent-illustrative"),
    (
      "Từ năm 2013 đến năm 2023, tỷ lệ tập hợp tăng 2,92 điểm phần trăm.",
      "2,92 điểm phần trăm: consistent-illustrative"
    ),
    ("Tỷ lệ tập hợp năm 2023 giảm 2,92 điểm phần trăm so với năm 2013.", "2,92 điểm phần trăm: contradicted"),
    ("Năm 2023 có 625,9 nghìn lượt đoàn viên, hội viên.", "625,9 nghìn lượt: consistent-illustrative"),
    ("Năm 2023, số đoàn viên, hội viên là 625.926 người.", "625.926 người: wrong-unit"),
    ("Năm 2023, dân số khoảng 1,8 triệu người.", "khoảng 1,8 triệu người: consistent-illustrative"),
    ("Năm 2021, huyện Tân Hiệp tiếp công dân 1 lượt.", "1 lượt: contradicted"),
    ("Tỷ lệ tập hợp năm 2023 của tỉnh Kiên Giang là 59,22%.", "59,22%: consistent-illustrative"),
    // Special zones of 2025 have the same names.
    ("Năm 2022, thành phố Phú Quốc có 65.047 lượt đoàn viên, hội viên.", "65.047 lượt: consistent-illustrative"),
    ("Năm 2022, Kiên Hải có 6.403 lượt đoàn viên, hội viên.", "6.403 lượt: consistent-illustrative"),
    ("Năm 2023, tỷ lệ tập hợp đạt gần 100%.", "gần 100%: imprecise"),
    ("Năm 2023, tỷ lệ tập hợp đạt khoảng 100%.", "khoảng 100%: imprecise"),
    ("In 2023 the membership rate was 59.22%.", "59.22%: consistent-illustrative"),
    (
      "Giai đoạn 2014–2023, vận động Quỹ “Vì người nghèo” được hơn 52 nghìn tỷ đồng.",
      "hơn 52 nghìn tỷ đồng: consistent-illustrative"
    ),
  ])
  func certainFiguresAreJudged(text: String, expected: String) throws {
    #expect(try Self.results(text) == [expected])
  }

  /// What another word says of a figure's unit, and what is said only of the next figure.
  @Test(arguments: [
    (
      "2014–2023: complaints within competence were 11,818 cases, of which 9,640 cases settled.",
      ["11,818 cases: consistent-illustrative", "9,640 cases: consistent-illustrative"]
    ),
    (
      "In 2023 there were 625,926 members; admitted: 33,530 memberships.",
      ["625,926: consistent-illustrative", "33,530 memberships: unknown"]
    ),
    (
      "Eligible population: as of 30 Sep 2023 1,056,950 memberships.",
      ["1,056,950 memberships: consistent-illustrative"]
    ),
    (
      "Năm 2022, hội đồng nhân dân các cấp tổ chức 2.548 buổi tiếp xúc cử tri, tăng 519 buổi so với năm 2021, đạt "
        + "101,9% kế hoạch.",
      ["2.548 buổi: consistent-illustrative", "519 buổi: consistent-illustrative", "101,9%: consistent-illustrative"]
    ),
    (
      "In 2023 the satisfaction index was 84.12 points, 0.88 points below the target.",
      ["84.12 points: consistent-illustrative", "0.88 points: consistent-illustrative"]
    ),
    (
      "In 2023 the satisfaction index was lower by 0.88 points than the target.",
      ["0.88 points: consistent-illustrative"]
    ),
  ])
  func figuresOfOneSentence(text: String, expected: [String]) throws {
    #expect(try Self.results(text) == expected)
  }

  @Test func positionsAreThoseOfTheText() throws {
    let report = try DraftTests.check().report("Năm 2023\n\n  tỷ lệ tập hợp: 59,22%, hôm nay.")
    let figure = try #require(report.results.first?.figure)
    #expect(figure.line == 3 && figure.column == 18)
  }

  /// Nothing a text holds stops the reader.
  @Test func anyTextIsRead() throws {
    var random = SeededGenerator(seed: 3)
    let check = try DraftTests.check()
    let parts = [
      "tăng", "2.731", "buổi", "%", "điểm phần trăm", ",", ".", ";", ":", "\n", "\n\n", "năm", "2023", "–", "-", "/",
      "9999999999999999999999999999999999999999999999", "1.2.3", "so với", "kế hoạch", "(", ")", "|", "tỷ", "đồng",
      "Đơn vị A", "tỷ lệ tập hợp", "bình quân mỗi năm", "từ", "đến", "10 năm", "0", "-0,00", "%%", "nghìn", "\u{301}",
    ]
    for _ in 0..<40 {
      let text = (0..<60).map { _ in parts.randomElement(using: &random) ?? "" }.joined(
        separator: random.oneIn(2) ? " " : "")
      let report = try check.report(text)
      #expect(report.results.allSatisfy { $0.figure.line > 0 && $0.figure.column > 0 })
    }
  }
}
