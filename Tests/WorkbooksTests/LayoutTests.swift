import Language
import Reports
import TestSupport
import Testing
import Values

@testable import Workbooks

@Suite struct LayoutTests {
  @Test(arguments: [
    ("0123456789", 10.0, false, 66.67), ("Tỷ lệ", 12, false, 33.33), ("Tỷ lệ", 12, true, 34.22),
    ("ươƯƠ", 12, false, 41.1), ("", 12, false, 0),
  ])
  func widths(_ text: String, _ size: Double, _ isBold: Bool, _ pixels: Double) {
    #expect(abs(TextMeasure.serif.width(text, size: size, isBold: isBold) - pixels) < 0.1)
  }

  @Test(arguments: ["ế", "Ặ", "ỹ", "ợ", "đ", "Ự"]) func marksTakeNoWidth(_ letter: String) {
    let decomposed = TextMeasure.serif.width(letter + "\u{301}", size: 12)
    #expect(decomposed == TextMeasure.serif.width(letter, size: 12))
    #expect(TextMeasure.serif.width(letter, size: 12) < 13, "a known letter, not one of unknown width")
  }

  @Test func linesBreakAtSpacesAndInsideLongWords() {
    let word = TextMeasure.serif.width("mô hình", size: 11)
    #expect(TextMeasure.serif.lines("mô hình", within: word + 1, size: 11) == 1)
    #expect(TextMeasure.serif.lines("mô hình", within: word - 1, size: 11) == 2)
    #expect(TextMeasure.serif.lines("một\nhai\n\nba", within: 500, size: 11) == 4)
    #expect(TextMeasure.serif.lines(String(repeating: "0", count: 64), within: 300, size: 11) == 2)
    #expect(TextMeasure.serif.lines("", within: 10, size: 11) == 1)
  }

  @Test(arguments: [
    ("1234", ReportFigure.Style.plain, "1.234", "[$-42A]#,##0_ ;-#,##0_ ;\"-\"_ "),
    ("56.30", .plain, "56,30", "[$-42A]#,##0.00_ ;-#,##0.00_ ;\"-\"_ "),
    ("0.00", .rounded, "0,00", "[$-42A]#,##0.00_ ;-#,##0.00_ "),
    ("0", .plain, "-", "[$-42A]#,##0_ ;-#,##0_ ;\"-\"_ "),
    ("2.92", .signed, "+2,92", "[$-42A]+#,##0.00_ ;-#,##0.00_ ;0.00_ "),
    ("-0.13", .signed, "-0,13", "[$-42A]+#,##0.00_ ;-#,##0.00_ ;0.00_ "),
    ("0.00", .signed, "0,00", "[$-42A]+#,##0.00_ ;-#,##0.00_ ;0.00_ "), ("2023", .ungrouped, "2023", "0_ "),
  ])
  func numbers(_ value: String, _ style: ReportFigure.Style, _ printed: String, _ format: String) throws {
    let forms = NumberForms(language: .vietnamese)
    let figure = ReportFigure(id: FigureID("f"), value: try #require(ExactDecimal(value)), style: style)
    #expect(forms.printed(figure) == printed)
    #expect(forms.format(of: figure) == format)
  }

  @Test func boundsAndDirectionsArePartOfTheFormat() {
    let forms = NumberForms(language: .vietnamese)
    let bound = ReportFigure(id: FigureID("f"), value: ExactDecimal(19_200), isLowerBound: true)
    #expect(forms.printed(bound) == "hơn 19.200")
    #expect(forms.format(of: bound, isFlush: true) == "[$-42A]\"hơn \"#,##0;-#,##0;\"-\"")
    #expect(forms.format(of: bound, digits: 2) == "[$-42A]\"hơn \"#,##0_ _0_0;-#,##0_ _0_0;\"-\"_ _0_0")
    let change = ReportFigure(id: FigureID("f"), value: ExactDecimal(-5), style: .signed, direction: -1)
    #expect(forms.format(of: change, isFlush: true) == "[$-42A]\"▲ \"+#,##0;\"▼ \"-#,##0;0")
    #expect(forms.printed(change) == "-5")
    for scale in 0...9 {
      let long = ReportFigure(
        id: FigureID("f"), value: ExactDecimal(coefficient: 1, scale: scale), style: .signed, direction: 1)
      #expect(forms.format(of: long, digits: 5).utf8.count <= ExcelLimits.formatBytes)
    }
  }

  @Test func signsStandBesideTheirNumbers() throws {
    func figure(_ name: String, _ flags: StatusFlags = [], isIllustrative: Bool = false) -> ReportCell {
      .figure(ReportFigure(id: FigureID(name), value: ExactDecimal(7), flags: flags, isIllustrative: isIllustrative))
    }
    let table = ReportTable(
      id: "01", sheetName: "", definedName: "B", title: "", unitLine: "Đơn vị tính: buổi.",
      columns: [
        ReportColumn(role: .label, heading: "Đơn vị"), ReportColumn(role: .number, heading: "2021"),
        ReportColumn(role: .number, heading: "2022 (mh)", isIllustrative: true),
        ReportColumn(role: .number, heading: "Tất cả các năm"), ReportColumn(role: .number, heading: "2023"),
      ],
      rows: [
        ReportRow(cells: [
          .text("A"), figure("a"), figure("b", StatusFlags(.provisional)), .absent(.notCollected), figure("c"),
        ]),
        ReportRow(cells: [
          .text("B"), figure("d"), figure("e", StatusFlags(.provisional), isIllustrative: true),
          figure("f", StatusFlags(.provisional), isIllustrative: true), .absent(.missing),
        ]),
      ])
    let shape = TableShape(table, forms: NumberForms(language: .vietnamese), fontSize: 11, hasFilters: true)
    #expect(
      shape.columns.map { $0.heading } == ["Đơn vị", "2021", "2022 (*) (mh)", "Tất cả các năm", "KH (3)", "2023"])
    #expect(shape.places == [0, 1, 2, 3, 5])
    #expect(shape.marks == [4])
    #expect((0...1).map { shape.text($0, 4) } == ["...", "(mh) (*)"])
    #expect(shape.cell(0, 3) == .empty, "no text among the numbers")
    #expect(shape.unitLine == "Đơn vị tính: buổi. (*) sơ bộ")
  }

  /// What all numbers of a table share is said once; what only some have, or in unlike ways, stands beside them.
  @Test(
    arguments: [
      ([.provisional, .provisional], [], "Đơn vị tính: buổi. Mọi số trong biểu: sơ bộ."),
      ([.provisional, .estimated], [], "Đơn vị tính: buổi. (*) số ước; sơ bộ"),
      ([.provisional, nil], [3], "Đơn vị tính: buổi. (*) sơ bộ"), ([nil, nil], [], "Đơn vị tính: buổi."),
    ] as [([StatusFlag?], Set<Int>, String)])
  func aStatusOfAllNumbersIsSaidOnce(flags: [StatusFlag?], marks: Set<Int>, unitLine: String) {
    let cells = flags.enumerated().map { index, flag -> ReportCell in
      .figure(
        ReportFigure(
          id: FigureID("f\(index)"), value: ExactDecimal(7), flags: flag.map { StatusFlags($0) } ?? []))
    }
    let table = ReportTable(
      id: "01", sheetName: "", definedName: "B", title: "", unitLine: "Đơn vị tính: buổi.",
      columns: [
        ReportColumn(role: .label, heading: "Đơn vị"), ReportColumn(role: .number, heading: "Đăng ký"),
        ReportColumn(role: .number, heading: "Công nhận"),
      ],
      rows: [
        ReportRow(cells: [.text("A"), cells[0], cells[0]]), ReportRow(cells: [.text("B"), cells[0], cells[1]]),
      ])
    let shape = TableShape(table, forms: NumberForms(language: .vietnamese), fontSize: 11, hasFilters: true)
    #expect(shape.unitLine == unitLine)
    #expect(shape.marks == marks, "\(shape.columns.map(\.heading))")
    #expect(shape.columns.contains { $0.heading.contains("(*)") } == unitLine.contains("(*)"))
  }

  @Test(arguments: [("A & B", "A && B"), ("R&G", "R&& G"), ("2023", " 2023"), ("một hai ba bốn", "một hai ba…")])
  func pageHeadersEscapeTheirCodes(_ text: String, _ escaped: String) {
    #expect(PageFrame.escaped(text, room: 12) == escaped)
  }

  /// The office above alone would name another issuer.
  @Test func pageHeadersNameTheWholeIssuer() {
    var document = SmallDocument.make(notices: [])
    document.issuer = ["TỈNH ỦY MẪU", "BAN DÂN VẬN"]
    #expect(PageFrame(document: document).page(tab: .structure).header.contains("TỈNH ỦY MẪU – BAN DÂN VẬN&R"))
  }

  @Test func spansFillTheirRoomAndFollowEachOther() {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<500 {
      let count = Int.random(in: 1...9, using: &generator)
      let least = (0..<count).map { _ in Int.random(in: 20...120, using: &generator) }
      let widths = least.map { $0 + Int.random(in: 0...60, using: &generator) }
      let room = Int.random(in: 20...54, using: &generator)
      let growing = Int.random(in: 0..<count, using: &generator)
      let spans = SummaryGrid.spans(widths, least: least, from: 3, filling: room, growing: growing)
      #expect(spans.first?.lowerBound == 3)
      #expect(zip(spans, spans.dropFirst()).allSatisfy { $0.upperBound + 1 == $1.lowerBound })
      #expect(spans.last?.upperBound == 3 + room - 1)
    }
  }

  @Test func columnsAreWideEnoughForTheirNumbers() {
    for table in SampleDocument.make().tables {
      let shape = TableShape(table, forms: NumberForms(language: .vietnamese), fontSize: 11, hasFilters: true)
      for room in [500, 680, 1_008] {
        let widths = TableWidths(shape: shape).filling(room).widths
        for row in table.rows.indices {
          for column in table.columns.indices where table.columns[column].role == .number {
            let needed = TextMeasure.serif.width(shape.paddedText(row, column), size: 11, isBold: shape.isBold(row))
            #expect(Double(widths[column]) >= needed + 10, "\(table.id) \(table.columns[column].heading)")
          }
        }
      }
    }
  }

  @Test func theSummaryIsOnePageAtAnyLength() throws {
    var document = SampleDocument.make()
    let attention = document.summary.attention
    for repeats in [0, 1, 5] {
      document.summary.attention = (0..<repeats).flatMap { _ in attention }
      let plan = SummarySheet.plan(PageFrame(document: document)).plan
      let count = plan.widths.count
      let height = plan.height(ofRows: 0..<(try #require(plan.lastCell).row + 1))
      #expect(plan.page.isOnePage)
      #expect(height <= SummaryGrid(count: count).pageHeight || count == SummaryGrid.counts.upperBound)
    }
  }

  @Test(arguments: [
    ("1970-01-01", 0), ("2000-02-29", 951_782_400), ("2023-09-30", 1_696_032_000), ("1969-12-31", -86_400),
  ])
  func daysOfProperties(_ day: String, _ seconds: Int) throws {
    #expect(try #require(CalendarDate(iso: day)).secondsSince1970 == seconds)
  }
}
