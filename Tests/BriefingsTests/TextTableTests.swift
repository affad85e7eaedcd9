import Language
import Reports
import Testing
import Values

@testable import Briefings

@Suite struct TextTableTests {
  private static func figure(
    _ value: String, _ name: String, style: ReportFigure.Style = .plain, isIllustrative: Bool = false
  ) -> ReportCell {
    .figure(
      ReportFigure(
        id: FigureID(name), value: ExactDecimal(value) ?? ExactDecimal(0), style: style, isIllustrative: isIllustrative)
    )
  }

  /// A ranking of small numbers with all that a cell can be.
  static func table(_ columns: [String] = ["2022", "2023 (mh)", "So sánh (điểm %)"]) -> ReportTable {
    ReportTable(
      id: "02", sheetName: "Biểu 02", definedName: "Bieu_02", title: "Tỷ lệ theo đơn vị", unitLine: "Đơn vị tính: %",
      columns: [
        ReportColumn(role: .ordinal, heading: "TT"), ReportColumn(role: .label, heading: "Đơn vị"),
      ]
        + columns.enumerated().map {
          ReportColumn(role: .number, heading: $1, isIllustrative: $1.contains("(mh)"), isDerived: $0 == 2)
        },
      rows: [
        ReportRow(
          cells: [.text("1"), .text("Thành phố Đông Mẫu")]
            + columns.indices.map {
              figure(["59.22", "1234.5", "-0.13"][$0 % 3], "a\($0)", style: [.rounded, .plain, .signed][$0 % 3])
            }),
        ReportRow(
          level: 1,
          cells: [.text("2"), .text("Ea Mẫu")]
            + columns.indices.map {
              $0 % 3 == 0 ? .absent(.notCollected) : $0 % 3 == 1 ? figure("0", "z\($0)") : .absent(.notApplicable)
            }),
        ReportRow(
          role: .total,
          cells: [.empty, .text("TỔNG CỘNG")] + columns.indices.map { figure("7", "t\($0)", isIllustrative: $0 == 0) }),
      ],
      notes: [ReportSentence([.text("Không cộng: "), .figure(FigureID("note"), printed: "59,22%"), .text(".")])])
  }

  private static func lines(_ table: ReportTable, width: Int) -> [String] {
    TextTable(PrintedTable(table, .vietnamese), width: width).lines.map { line in
      var text = line.map { $0.before + $0.text + $0.after }.joined()
      while text.last == " " { text.removeLast() }
      return TextWrap.unjoined(text)
    }
  }

  @Test func decimalsAreAlignedAndSignsStandBehind() {
    let lines = Self.lines(Self.table(), width: 78)
    #expect(
      lines.contains("1   Thành phố Đông Mẫu   59,22       1.234,5     -0,13"), "\(lines.joined(separator: "\n"))")
  }

  /// Whatever the width, every word and number of the table is there, and in its lines nothing is wider than it must be.
  @Test(arguments: [20, 34, 44, 60, 78, 120])
  func nothingIsLeftOut(width: Int) {
    for count in [1, 3, 7, 14] {
      let table = Self.table((0..<count).map { "Năm \(2010 + $0)" })
      let printed = PrintedTable(table, .vietnamese)
      let lines = Self.lines(table, width: width)
      let text = lines.joined(separator: "\n")
      let figures = TextTable(printed, width: width).lines.flatMap { $0 }.compactMap(\.figure)
      let expected = printed.rows.flatMap(\.cells).compactMap(\.figure)
      #expect(figures.count == expected.count && Set(figures) == Set(expected), "\(width) \(count)\n\(text)")
      for column in 0..<count { #expect(text.contains("\(2010 + column)"), "\(width) \(count)\n\(text)") }
      if width >= 34 { #expect(lines.allSatisfy { DisplayWidth.of($0) <= width }, "\(width) \(count)\n\(text)") }
    }
  }

  @Test func aWideTableIsTurned() {
    let table = Self.table((0..<12).map { "Năm \(2010 + $0)" })
    let lines = Self.lines(table, width: 60)
    #expect(
      lines[0].hasPrefix("Đơn vị") || lines.contains { $0.hasPrefix("Đơn vị") }, "\(lines.joined(separator: "\n"))")
    #expect(lines.contains { $0.hasPrefix("Năm 2021") })
    #expect(!lines.contains(""), "one table, not parts")
  }

  @Test func whatIsTooWideBothWaysStandsInParts() {
    var table = Self.table((0..<12).map { "Năm \(2010 + $0)" })
    table.rows += (0..<12).map { index in
      ReportRow(cells: [.text("\(index + 3)"), .text("Đơn vị thứ \(index)")] + (0..<12).map { _ in .empty })
    }
    let lines = Self.lines(table, width: 60)
    #expect(lines.filter { $0.contains("Thành phố Đông Mẫu") }.count > 1, "the label stands in each part")
    #expect(lines.contains(""))
  }

  @Test func aTableOfATextHasItsPlaces() throws {
    let context = BriefingValue.object([
      "table": .object(["02": .table(Self.table(), .vietnamese)]), "yes": .flag(true),
    ])
    let briefing = try Samples.write("#I- A\n  Trước.\n  {{table.02}}\nSau.", context)
    #expect(briefing.text.hasPrefix("I- A Trước.\n\n"), "\(briefing.text)")
    #expect(briefing.text.contains("Biểu 02: Tỷ lệ theo đơn vị\n"))
    #expect(briefing.text.hasSuffix("\n\nSau.\n"))
    let lines = briefing.text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(briefing.places.count == 7)
    for place in briefing.places {
      guard case .line(let number) = place.spot, let column = place.column else {
        Issue.record("no line")
        continue
      }
      #expect(lines[number - 1].dropFirst(column - 1).hasPrefix(place.printed), "\(place) in '\(lines[number - 1])'")
    }
    #expect(Set(briefing.labels.map(\.label).filter { $0.contains("20") }) == ["2022", "2023"])
  }

  @Test func aTableStandsAlone() {
    let context = BriefingValue.object([
      "table": .object(["02": .table(Self.table(), .vietnamese)]), "yes": .flag(true),
    ])
    func codes(_ template: String) -> [String] {
      TemplateChecker.check(template, templateFile: "t", context: context, labels: []).map {
        "\($0.code) \($0.position)"
      }
    }
    #expect(codes("a {{table.02}}") == ["table-not-alone t:1:5"])
    #expect(codes("{{table.02}}{{table.02}}").count == 2)
    #expect(codes("{{#yes}}{{table.02}}{{/yes}}") == [])
    #expect(codes("{{table.03}}") == ["unknown-placeholder t:1:3"])
    #expect(codes("{{table}}") == ["not-a-value t:1:3"])
  }
}
