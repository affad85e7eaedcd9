import Language
import Reports
import Testing

@testable import Briefings

@Suite struct MarkdownTests {
  private static let context: BriefingValue = .object([
    "rate": .figure(FigureID("rate@2023"), printed: "59,22%"), "tricky": .text("a*b_c <d> [e] | f # (*) `g`"),
    "table": .object(["02": .table(TextTableTests.table(), .vietnamese)]),
  ])

  private static func write(_ template: String) throws -> Briefing {
    try BriefingWriter.write(
      template: template, templateFile: "t", context: context, labels: ["25-NQ/TW"], file: "b.md", format: .markdown)
  }

  @Test func paragraphsHeadingsAndLists() throws {
    let briefing = try Self.write(
      """
      = BÁO CÁO
      = Công tác năm
      = -----

      #I- KẾT QUẢ
      #1. Đạt {{rate}}, theo
          Nghị quyết số 25-NQ/TW.
      - một
      - hai
      > phải
      | a  b
      | c
      {{tricky}}
      """)
    #expect(
      briefing.text == """
        # BÁO CÁO

        **Công tác năm**

        ---

        ## I- KẾT QUẢ

        1. Đạt 59,22%, theo Nghị quyết số 25-NQ/TW.

        - một
        - hai

        phải

            a  b
            c

        a\\*b\\_c \\<d\\> \\[e\\] \\| f \\# (\\*) \\`g\\`

        """)
    #expect(briefing.places.map(\.spot) == [.line(9)])
    #expect(briefing.places.map(\.column) == [8])
    #expect(briefing.labels.map { "\($0.line):\($0.column) \($0.label)" } == ["9:1 1.", "9:35 25-NQ/TW"])
  }

  @Test func tablesAreAlignedAndHaveTheirPlaces() throws {
    let briefing = try Self.write("#I- NĂM 2023\n{{table.02}}\n".replacing("2023", with: "NAY"))
    let lines = briefing.text.split(separator: "\n", omittingEmptySubsequences: false)
    let rows = lines.filter { $0.hasPrefix("|") }
    #expect(rows.count == 5)
    #expect(Set(rows.map { DisplayWidth.of($0) }).count == 1, "\(briefing.text)")
    #expect(Set(rows.map { $0.count { $0 == "|" } }) == [6])
    #expect(rows[1].contains("-: |"))
    for place in briefing.places {
      guard case .line(let number) = place.spot, let column = place.column else { continue }
      #expect(lines[number - 1].dropFirst(column - 1).hasPrefix(place.printed), "\(place) in '\(lines[number - 1])'")
    }
    #expect(briefing.places.count == 7)
  }

  /// Places hold behind the signs that Markdown puts before headings.
  @Test func placesBehindSigns() throws {
    let briefing = try Self.write("= Đạt {{rate}}\n= lại {{rate}}\n#I- Đạt {{rate}}\nx\n")
    let lines = briefing.text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(briefing.places.count == 3)
    for place in briefing.places {
      guard case .line(let number) = place.spot, let column = place.column else { continue }
      #expect(lines[number - 1].dropFirst(column - 1).hasPrefix("59,22%"), "\(place) in '\(lines[number - 1])'")
    }
  }
}
