import Findings
import Reports
import Testing

@testable import Briefings

@Suite struct BriefingWriterTests {
  @Test func fillsAFigureIntoItsLine() throws {
    let briefing = try BriefingWriter.write(
      template: "= {{title}}\n\n{{rate.last}}.\n", templateFile: "t", context: .object([
        "title": .text("Title"), "rate": .object(["last": .figure(FigureID("rate@2023"), printed: "59,22%")]),
      ]), labels: [], file: "x.txt", width: 11)
    #expect(briefing.text == "   Title\n\n59,22%.\n")
  }
}
