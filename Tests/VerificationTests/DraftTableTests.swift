import TestSupport
import Testing
import Values

@testable import Verification

/// Tables of drafts: cells are compared where row, column and title say which value they are, and else said to be unread.
@Suite struct DraftTableTests {
  static func verdicts(_ text: String) throws -> [String] {
    try DraftTests.check().report(text).results.map {
      "\($0.figure.line):\($0.figure.column) \($0.figure.printed): \($0.judgement.verdict.rawValue)"
    }
  }

  private static func unread(_ text: String) throws -> [Int] {
    try DraftTests.check().report(text).tables.flatMap(\.unread)
  }

  @Test func columnsOverARule() throws {
    let text = """
      Kết quả năm 2022 như sau.

              Biểu 03: Tỷ lệ tập hợp đoàn viên, hội viên theo đơn vị
                                             Đơn vị tính: %.
                                               So với
      TT  Đơn vị              2022   2023  2022 (điểm %)
      --  ------------------  -----  -----  ------------
      1   Tân Hiệp            62,81  63,30         +0,22
      2   U Minh              60,41  60,86             x
          Thượng
      --  ------------------  -----  -----  ------------
          Toàn tỉnh           58,81  59,22
      Năm 2023, tỷ lệ tập hợp đoàn viên, hội viên là 59,22%.
      """
    #expect(
      try Self.verdicts(text) == [
        "8:25 62,81: consistent-illustrative", "8:32 63,30: contradicted", "9:25 60,41: consistent-illustrative",
        "9:32 60,86: consistent-illustrative", "12:25 58,81: consistent-illustrative",
        "12:32 59,22: consistent-illustrative", "13:48 59,22%: consistent-illustrative",
      ])
    #expect(try Self.unread(text) == [8], "a change since one year, where the other one is not named")
  }

  @Test func betweenPipes() throws {
    let text = """
      ## Results

      | Indicator | Unit of measure | 2013 | 2023 | 2023 against 2013 (+/-) |
      | :--- | --- | ---: | ---: | ---: |
      | Membership rate | % | 56.30 | 59.22 | +2.92 |
      | Members | memberships | | **625,962** | |
      | Something else | % | 1.00 | 2.00 | |
      """
    #expect(
      try Self.verdicts(text) == [
        "5:25 56.30: consistent-illustrative", "5:33 59.22: consistent-illustrative",
        "5:41 +2.92: consistent-illustrative", "6:31 625,962: contradicted",
      ])
    #expect(try Self.unread(text) == [7, 7])
  }

  @Test func yearsBelowEachOtherWithTheirSumAndAverage() throws {
    let text = """
      Biểu 01: Tiếp xúc cử tri
      Năm                Nghị quyết HĐND các cấp (nghị quyết)  Ghi chú
      -----------------  ------------------------------------  ------------
      2021                                                633
      2022                                                861  Sơ bộ, đến
                                                               31/12/2022
      -----------------  ------------------------------------  ------------
      TỔNG CỘNG                                         1.494
      Bình quân mỗi năm                                   774
      """
    #expect(
      try Self.verdicts(text) == [
        "4:53 633: consistent-illustrative", "5:53 861: consistent-illustrative", "8:51 1.494: consistent-illustrative",
        "9:53 774: contradicted",
      ])
    #expect(try Self.unread(text) == [])
  }

  /// What would make the cells of a table others than they seem.
  @Test(arguments: [
    // A part that the title names; months; a total of some units only; a unit of another size; a stock over years.
    "Biểu 1: Tỷ lệ tập hợp đoàn viên, hội viên của Hội Nông dân\nNăm    Tỷ lệ tập hợp (%)\n----  -----------------\n2023              59,22",
    "Biểu 1: Kết quả của huyện Tân Hiệp\nNăm   Tỷ lệ tập hợp (%)\n----  -----------------\n2023              59,22",
    "Biểu 1: Kết quả 6 tháng đầu năm 2023\nNăm   Tỷ lệ tập hợp (%)\n----  -----------------\n2023              59,22",
    "Biểu 1: Đoàn viên, hội viên\nĐơn vị     2023\n---------  -------\nTỔNG CỘNG  101.000",
    "| Năm | Đoàn viên, hội viên (nghìn lượt) |\n| --- | --- |\n| 2023 | 625,926 |",
    "| Chỉ tiêu | 2019 – 2023 |\n| --- | --- |\n| Đoàn viên, hội viên | 625.926 |",
    // Rows below a heading of their own.
    "| Chỉ tiêu | 2023 |\n| --- | --- |\n| Hội Nông dân | |\n| Đoàn viên, hội viên | 135.004 |",
    "Chỉ tiêu             2023\n-------------------  -------\nHội Nông dân\nĐoàn viên, hội viên  135.004",
  ])
  func whatIsNotCertainIsSaidToBeUnread(text: String) throws {
    #expect(try Self.verdicts(text) == [])
    #expect(try Self.unread(text).count == 1)
  }

  @Test func aTotalOfSomeUnitsIsNotTheWhole() throws {
    let text = """
      | Đơn vị | Đoàn viên, hội viên 2023 | Năm 2022: Đoàn viên, hội viên |
      | --- | ---: | ---: |
      """
    #expect(try Self.verdicts(text) == [], "a table without rows is none")
    let some = """
      Biểu 2: Đoàn viên, hội viên theo đơn vị
      Đơn vị     2022
      ---------  ------
      Phú Quốc   65.047
      Kiên Hải    6.403
      TỔNG CỘNG  71.450
      """
    #expect(
      try Self.verdicts(some) == ["4:12 65.047: consistent-illustrative", "5:13 6.403: consistent-illustrative"])
    #expect(try Self.unread(some) == [6])
  }

  /// A table's numbers are no part of the sentences around it, and lines that only look like one stay prose.
  @Test(arguments: [
    ("Năm 2023\n-----\nTỷ lệ tập hợp là 59,22%.", ["3:18 59,22%: consistent-illustrative"]),
    ("-----  -----\nNăm 2023, tỷ lệ tập hợp là 59,22%.", ["2:28 59,22%: consistent-illustrative"]),
    ("Năm 2023 | tỷ lệ tập hợp là 59,22%.", ["1:29 59,22%: consistent-illustrative"]),
  ])
  func linesThatAreNoTable(text: String, expected: [String]) throws {
    #expect(try Self.verdicts(text) == expected)
  }

  /// Whatever stands in a table, every number of it is compared or said to be unread, once.
  @Test func noNumberIsPassedOverInSilence() throws {
    var random = SeededGenerator(seed: 71)
    let check = try DraftTests.check()
    let labels = ["Tân Hiệp", "Tỷ lệ tập hợp", "TỔNG CỘNG", "Hội Nông dân", "Khác", "2023", "Kế hoạch"]
    let heads = ["2022", "2023", "Tỷ lệ tập hợp (%)", "Ghi chú", "So sánh 2022 – 2023 (điểm %)", "BQ/năm"]
    let cells = ["59,22", "1.234", "-0,13", "hơn 12", "5 (mh)", "1.2.3.4", "7 buổi"]
    for _ in 0..<60 {
      let count = Int.random(in: 1...4, using: &random)
      let rows = (0..<count).map { _ in
        [labels.randomElement(using: &random) ?? ""]
          + (0..<3).map { _ in cells.randomElement(using: &random) ?? "" }
      }
      let head = ["Đơn vị"] + (0..<3).map { _ in heads.randomElement(using: &random) ?? "" }
      let lines = [head, ["---", "---", "---", "---"]] + rows
      let report = try check.report(lines.map { "| " + $0.joined(separator: " | ") + " |" }.joined(separator: "\n"))
      let table = try #require(report.tables.first)
      #expect(table.checked + table.unread.count == 3 * count && report.results.count == table.checked)
    }
  }
}
