import Language
import Reports
import TestSupport
import Testing

@testable import Workbooks

/// The logo of a theme on the cover.
@Suite struct LogoTests {
  private func theme() throws -> Theme {
    // With a logo of 120 by 120 pixels.
    try ThemeReader.read(Repository.path(of: "Tests/CommandLineTests/Cases/report/0050-looks/dark.yaml"))
  }

  @Test func itStandsInTheMiddleAndKeepsItsProportions() throws {
    let look = WorkbookLook(profile: .leaders, theme: try theme())
    let book = try WrittenWorkbook(SmallDocument.make(notices: []), look: look).read()
    let drawing = Elements(try book.archive.text("xl/drawings/drawing1.xml"))
    func numbers(_ name: String) -> [Double] { drawing.all(name).compactMap { Double($0.text) } }
    let widths: [Double] = [40, 230, 140, 230, 40]
    let edges = zip(numbers("xdr:col"), numbers("xdr:colOff")).map { column, offset in
      widths[..<Int(column)].reduce(0, +) + offset / 9_525
    }
    let sheet = Elements(try book.archive.text("xl/worksheets/sheet1.xml"))
    let heights = sheet.all("row").map { (Double($0.attributes["ht"] ?? "") ?? 15) * 96 / 72 }
    let sides = zip(numbers("xdr:row"), numbers("xdr:rowOff")).map { row, offset in
      heights[..<Int(row)].reduce(0, +) + offset / 9_525
    }
    try #require(edges.count == 2 && sides.count == 2)
    #expect(abs(edges[1] - edges[0] - 96) <= 1.5, "\(edges)")
    #expect(abs(sides[1] - sides[0] - 96) <= 1.5, "\(sides)")
    #expect(abs((edges[0] + edges[1]) / 2 - 340) <= 1.5, "in the middle of 680 pixels")
    #expect(drawing.all("xdr:cNvPr").first?.attributes["descr"]?.isEmpty == false)
  }

  @Test(arguments: [(WorkbookLook.Profile.leaders, ["MINH HỌA"]), (.publication, [])])
  func neverOnIllustrativeFiguresNorForPublication(_ profile: WorkbookLook.Profile, _ notices: [String]) throws {
    let look = WorkbookLook(profile: profile, theme: try theme())
    let book = try WrittenWorkbook(SmallDocument.make(notices: notices), look: look).read()
    #expect(!book.archive.names.contains { $0.hasPrefix("xl/media/") })
  }
}
