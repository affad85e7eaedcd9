import Language
import Rendering
import Testing
import Values

@Suite struct ExchangeFormatTests {
  @Test func writesCSV() throws {
    #expect(
      CSVTable().string(try SampleGrid.make()) == """
        unit,2013,2014,2015,change,flags
        Đơn vị A,56.30,57.1,59.22,2.92,P
        "Cấp tỉnh, trực thuộc",,,0,,
        "  trong đó: C",1234.50,19200,-0.13,0.00,
        Tổng cộng,1290.80,57.10,59.09,-1231.71,E

        """)
  }

  @Test(arguments: [
    ("plain", "plain"), ("a,b", "\"a,b\""), ("a\"b", "\"a\"\"b\""), ("a\nb", "\"a\nb\""), ("a\r\nb", "\"a\r\nb\""),
    (" a", "\" a\""), ("\"\u{301}", "\"\"\"\u{301}\""), ("", "\"\""), ("a;b", "a;b"), ("=1+1", "=1+1"),
  ])
  func quotesCSV(_ text: String, _ field: String) {
    let grid = Grid(columns: [.init(key: "a", heading: "A")], rows: [[.text(text)]])
    #expect(Array(CSVTable().string(grid).utf8) == Array("a\n\(field)\n".utf8))
  }

  @Test(arguments: [("=1+1", "'=1+1"), ("@x", "'@x"), ("-a", "'-a"), ("+a", "'+a"), ("a=1", "a=1"), ("Đ", "Đ")])
  func neutralisesFormulasWhenAsked(_ text: String, _ field: String) {
    let grid = Grid(columns: [.init(key: "a", heading: "A")], rows: [[.text(text)], [.number(ExactDecimal(-1))]])
    #expect(CSVTable(neutralisesFormulas: true).string(grid) == "a\n\(field)\n-1\n")
  }

  @Test func writesTSV() {
    let grid = Grid(
      columns: [.init(key: "a", heading: "A"), .init(key: "b", heading: "B")],
      rows: [[.text("x\ty\\z\n\"q\""), .number(ExactDecimal(1234))], [.absent(.missing)]])
    #expect(TSVTable().string(grid) == "a\tb\nx\\ty\\\\z\\n\"q\"\t1234\n\t\n")
  }

  @Test func writesJSON() throws {
    #expect(
      JSONTable().string(try SampleGrid.make()) == """
        {
          "illustrative": true,
          "title": "Tỷ lệ tập hợp (%)",
          "notices": ["BẢN MẪU – SỐ MINH HỌA"],
          "rows": [
            {
              "unit": "Đơn vị A",
              "2013": 56.30,
              "2014": 57.1,
              "2015": 59.22,
              "change": 2.92,
              "flags": "P"
            },
            {
              "unit": "Cấp tỉnh, trực thuộc",
              "2013": null,
              "2014": null,
              "2015": 0,
              "change": null,
              "flags": null
            },
            {
              "unit": "  trong đó: C",
              "2013": 1234.50,
              "2014": 19200,
              "2015": -0.13,
              "change": 0.00,
              "flags": null
            }
          ],
          "totals": [
            {
              "unit": "Tổng cộng",
              "2013": 1290.80,
              "2014": 57.10,
              "2015": 59.09,
              "change": -1231.71,
              "flags": "E"
            }
          ],
          "notes": ["Tính theo lượt tham gia tổ chức."]
        }

        """)
  }

  @Test func writesJSONLines() throws {
    let lines = JSONLinesTable().string(try SampleGrid.make()).split(separator: "\n")
    #expect(lines.count == 4)
    #expect(
      lines.first
        == #"{"unit": "Đơn vị A", "2013": 56.30, "2014": 57.1, "2015": 59.22, "change": 2.92, "flags": "P"}"#)
  }

  @Test func writesMarkdown() throws {
    #expect(
      MarkdownTable(language: .vietnamese).string(try SampleGrid.make()) == """
        > BẢN MẪU – SỐ MINH HỌA

        **Tỷ lệ tập hợp (%)**

        | Đơn vị               |     2013 |          2014 |    2015 | So sánh (+/-) |
        | -------------------- | -------: | ------------: | ------: | ------------: |
        | Đơn vị A             |    56,30 |         57,1  | 59,22 P |         +2,92 |
        | Cấp tỉnh, trực thuộc |      ... |               |     -   |             x |
        | \u{A0}\u{A0}trong đó: C        | 1.234,50 | hơn 19.200    | -0,13   |          0,00 |
        | **Tổng cộng**        | 1.290,80 |         57,10 | 59,09 E |     -1.231,71 |

        Tính theo lượt tham gia tổ chức.

        “-” không phát sinh; “...” chưa thu thập được; “x” không áp dụng; ô trống: chưa báo cáo.

        E: số ước; P: sơ bộ.

        """)
  }

  @Test func splitsWideMarkdown() throws {
    let text = MarkdownTable(language: .vietnamese, width: 80).string(try SampleGrid.make(years: 2013...2023))
    let tables = text.split(separator: "\n").filter { $0.hasPrefix("|") }
    #expect(tables.filter { $0.contains("Đơn vị  ") }.count == 3)
    for line in tables { #expect(DisplayWidth.of(line) <= 80) }
  }

  @Test(arguments: [("a|b", "a\\|b"), ("a*b", "a\\*b"), ("a\\b", "a\\\\b"), ("a\nb", "a<br>b"), ("<b>", "\\<b>")])
  func escapesMarkdown(_ text: String, _ source: String) {
    let grid = Grid(columns: [.init(key: "a", heading: "A")], rows: [[.text(text)]])
    #expect(MarkdownTable(language: .english).string(grid).contains("| \(source)"))
  }

  @Test(arguments: TabularFormat.allCases)
  func endsEveryFormatWithALineBreak(_ format: TabularFormat) throws {
    let text = format.renderer(language: .english).string(try SampleGrid.make())
    #expect(text.hasSuffix("\n") && !text.hasSuffix("\n\n"))
    #expect(TabularFormat(rawValue: "\(format)") == format)
    #expect(!text.contains("\r"))
  }
}
