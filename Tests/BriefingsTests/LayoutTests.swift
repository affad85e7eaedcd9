import Reports
import Testing

@testable import Briefings

@Suite struct LayoutTests {
  struct Laid: Sendable, CustomTestStringConvertible {
    var template: String
    var text: String

    init(_ template: String, _ text: String) { (self.template, self.text) = (template, text) }
    var testDescription: String { template }
  }

  static let context: BriefingValue = .object([
    "yes": .flag(true), "no": .flag(false), "none": .list([]),
    "items": .list([.object(["it": .text("một")]), .object(["it": .text("hai")])]),
    "words": .list([.text("ba"), .text("bốn")]),
    "tricky": .list(["= a", "> b", "| c", "#1. d", "#I- e", "- f", "  g"].map { .object(["text": .text($0)]) }),
    "empty": .text(""), "lines": .text("một\nhai\r\nba"), "signs": .text("\"<a&b>\" {{yes}} 'c'"),
    "private": .text("x\u{F0006}y\u{F0000}\u{F0012}z"), "composed": .text("hê\u{0323} thô\u{0301}ng"),
    "joined": .text("aaaa\u{A0}bbbb\u{A0}cccc"),
  ])

  /// Twenty columns.
  @Test(arguments: [
    Laid("", "\n"),
    Laid("Một", "Một\n"),
    Laid("Một\r\nhai\r\n", "Một\nhai\n"),
    Laid("\u{FEFF}= Một", "        Một\n"),
    Laid("Một hai ba bốn năm sáu bảy tám", "Một hai ba bốn năm\nsáu bảy tám\n"),
    Laid("= Một hai ba bốn năm sáu bảy tám", " Một hai ba bốn năm\n    sáu bảy tám\n"),
    Laid("= -----", "       -----\n"),
    Laid("> Một hai", "             Một hai\n"),
    Laid("|   a    b  ", "  a    b\n"),
    Laid("| a\n|\n| b", "a\n\nb\n"),
    Laid("a\n\n\n\nb\n\n", "a\n\nb\n"),
    Laid("\n\na", "a\n"),
    Laid("- Một hai ba bốn năm sáu bảy", "- Một hai ba bốn năm\nsáu bảy\n"),
    Laid("Một\n  hai\n\tba", "Một hai ba\n"),
    Laid("Một\n\n  hai", "Một\n\nhai\n"),
    Laid("Một\n  , hai\n  .\n  (ba)", "Một, hai. (ba)\n"),
    Laid("Một\n  - hai\n  #1. ba", "Một\n- hai\n1. ba\n"),
    Laid("{{#yes}}\nMột\n{{/yes}}\nhai", "Một\nhai\n"),
    Laid("{{#no}}\nMột\n{{/no}}\nhai", "hai\n"),
    Laid("a\n{{#no}}Một{{/no}}\nb", "a\nb\n"),
    Laid("a\n{{empty}}\nb", "a\nb\n"),
    Laid("a\n  {{#yes}}\n  b\n  {{/yes}}\n  {{#no}}\n  c\n  {{/no}}\n  d", "a b d\n"),
    Laid("a\n\n{{#no}}\nb\n{{/no}}\n\nc", "a\n\nc\n"),
    Laid("{{! ghi chú }}\na\n  {{! ghi chú\nnữa }}\nb", "a\nb\n"),
    Laid("{{#items}}\n- {{it}}\n{{/items}}", "- một\n- hai\n"),
    Laid("{{#items}}{{it}} {{/items}}.", "một hai .\n"),
    Laid("{{#words}}\n- {{.}}\n{{/words}}", "- ba\n- bốn\n"),
    Laid("{{#none}}\na\n{{/none}}\n{{^none}}\nb\n{{/none}}", "b\n"),
    Laid("#I- A\n#1. a\n#1. b\n#I- B\n#1. c", "I- A\n1. a\n2. b\nII- B\n1. c\n"),
    Laid("#I. A\n#1) a\nx\n#1) b", "I. A\n1) a\nx\n2) b\n"),
    Laid("#I- A\n{{#no}}\n#1. a\n{{/no}}\n\n#I- B\n#1. b\n#I- C\n", "I- B\n1. b\n"),
    Laid("#1. {{#no}}a{{/no}}\n#1. b", "1. b\n"),
    Laid("{{#yes}}= a{{/yes}}", "         a\n"),
    Laid("{{#tricky}}\n{{text}}\n{{/tricky}}", "= a\n> b\n| c\n#1. d\n#I- e\n- f\ng\n"),
    Laid("{{lines}}", "một hai ba\n"),
    Laid("{{signs}}", "\"<a&b>\" {{yes}} 'c'\n"),
    Laid("{{private}}\u{F0008}", "xyz\n"),
    Laid("{{composed}} xa\u{0303}", "hệ thống xã\n"),
    Laid("xxxx xxxx {{joined}}", "xxxx xxxx\naaaa bbbb cccc\n"),
    Laid("xxx xxxxxxxxxxxxxxxxxxxxxxxxx xxx", "xxx\nxxxxxxxxxxxxxxxxxxxxxxxxx\nxxx\n"),
    Laid("a # b = c > d", "a # b = c > d\n"),
    Laid("#I a\n#1 b\n=c", "#I a\n#1 b\n=c\n"),
  ])
  func linesAreLaidOut(_ laid: Laid) throws {
    let briefing = try Samples.write(laid.template, Self.context, labels: ["#1 b"], width: 20)
    #expect(briefing.text == laid.text)
    #expect(Array(briefing.text.unicodeScalars) == Array(laid.text.unicodeScalars))
  }

  @Test func headingsAreNumberedInRoman() throws {
    let template = (0..<49).map { _ in "#I- x\ny\n" }.joined()
    let headings = try Samples.write(template).text.split(separator: "\n").filter { $0 != "y" }
    #expect(headings.prefix(5) == ["I- x", "II- x", "III- x", "IV- x", "V- x"])
    #expect([headings[8], headings[13], headings[39], headings[48]] == ["IX- x", "XIV- x", "XL- x", "XLIX- x"])
  }

  @Test func aWholeBriefing() throws {
    let template = """
      {{! Mẫu }}
      {{#notices}}
      {{text}}
      {{/notices}}

      = BÁO CÁO {{period}}
      = -----
      #I- KẾT QUẢ
      #1. {{membership-rate.name}} đạt {{membership-rate.last.value}}
          {{#membership-rate.change}}
          , {{phrase}}
          {{/membership-rate.change}}
          {{#membership-rate.target}}
          ; kế hoạch {{value}}
          {{/membership-rate.target}}
          .
      #1. {{members.name}}: {{members.last.value}}{{#members.bound}} (mức tối thiểu){{/members.bound}}.

      #I- HẠN CHẾ
      {{#limits}}
      #1. {{sentence}}
      {{/limits}}

      #I- ĐỀ NGHỊ
      - Thực hiện Nghị quyết số 25-NQ/TW.
      """
    let briefing = try Samples.write(template, labels: ["25-NQ/TW"], width: 36)
    #expect(
      briefing.text == """
        BẢN MẪU
        SỐ MINH HỌA

                BÁO CÁO 2014 – 2023
                       -----
        I- KẾT QUẢ
        1. Tỷ lệ tập hợp đạt 59,22%, tăng
        2,92 điểm phần trăm.
        2. Đoàn viên, hội viên: 625.926 lượt
        (mức tối thiểu).

        II- ĐỀ NGHỊ
        - Thực hiện Nghị quyết số 25-NQ/TW.

        """)
    #expect(
      briefing.places == [
        FigurePlace(
          figure: FigureID("membership-rate@2023"), file: "b.txt", spot: .line(7), printed: "59,22%", column: 22),
        FigurePlace(
          figure: FigureID("membership-rate#change"), file: "b.txt", spot: .line(8), printed: "2,92", column: 1),
        FigurePlace(
          figure: FigureID("members@2023"), file: "b.txt", spot: .line(9), printed: "625.926 lượt", column: 25),
      ])
    #expect(
      briefing.labels == [
        BriefingLabel(label: "2014", line: 4, column: 17, origin: .data),
        BriefingLabel(label: "2023", line: 4, column: 24, origin: .data),
        BriefingLabel(label: "1.", line: 7, column: 1, origin: .numbering),
        BriefingLabel(label: "2.", line: 9, column: 1, origin: .numbering),
        BriefingLabel(label: "25-NQ/TW", line: 13, column: 27, origin: .declared),
      ])
  }
}
