import Findings
import Language
import Reports
import TestSupport
import Testing

@Suite struct ThemeTests {
  private func read(_ text: String, logo: Bool = false) throws -> Theme {
    let folder = try ScratchFolder()
    try folder.write(text, to: "theme.yaml")
    if logo { try folder.write(bytes: Self.picture, to: "mark.png") }
    return try ThemeReader.read(folder.path(of: "theme.yaml"))
  }

  /// The header of a PNG of 40 by 20 pixels, with 7,559 of them a metre.
  private static let picture: [UInt8] =
    [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 40, 0, 0, 0, 20]
    + [8, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 9, 0x70, 0x48, 0x59, 0x73, 0, 0, 0x1D, 0x87, 0, 0, 0x1D, 0x87, 1]

  @Test(arguments: Theme.builtIn) func theShippedFilesAreTheThemesThatAreAlwaysThere(_ theme: Theme) throws {
    #expect(try ThemeReader.read(Repository.path(of: "reports/themes/\(theme.name).yaml")) == theme)
  }

  @Test func whatIsLeftOutStaysAsInTheOffice() throws {
    let theme = try read("theme: 1\ncolours: {data: \"#000080\"}\nlogo: mark.png\n", logo: true)
    #expect(theme[.data] == 0x000080)
    #expect(theme[.structure] == Theme.office[.structure])
    #expect(theme.font == "Times New Roman")
    #expect(theme.logo?.path.hasSuffix("/mark.png") == true)
    #expect(theme.logo.map { [$0.width.rounded(), $0.height.rounded()] } == [20, 10], "40 by 20 pixels of 1/192 inch")
  }

  /// Code, line and column of what is wrong with a line.
  @Test(arguments: [
    ("colours: {strukture: \"1F3A5F\"}", "unknown-word", 11), ("colours: {data: \"12345\"}", "wrong-value", 17),
    ("colours: {link: \"AAAAAA\"}", "contrast-too-low", 17), ("colours: {data: 5}", "wrong-value", 17),
    ("sizes: {text: 3}", "wrong-number", 15), ("sizes: {title: 15.25}", "wrong-number", 16),
    ("font: {family: \"A,B\"}", "wrong-value", 16), ("font: {widths: serif}", "missing-key", 7),
    ("font: {family: Arial, widths: sanz}", "unknown-word", 31), ("logo: ../secret.png", "unsafe-path", 7),
    ("logo: theme.yaml", "wrong-value", 7), ("logo: mark.png", "unknown-file", 7), ("colors: {}", "unknown-word", 1),
  ])
  func mistakesHaveTheirPlace(_ line: String, _ code: String, _ column: Int) throws {
    let error = #expect(throws: Failure.self) { try read("theme: 1\n\(line)\n") }
    guard case .invalid(let findings) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(findings.map(\.code) == [code])
    #expect(findings.first?.position.line == 2)
    #expect(findings.first?.position.column == column)
  }

  @Test func aMisspelledInkIsAnsweredWithTheRightOne() throws {
    let error = #expect(throws: Failure.self) { try read("theme: 1\ncolours: {strukture: \"1F3A5F\"}\n") }
    guard case .invalid(let findings) = error else { return }
    #expect(findings.first?.remedy.english.contains("structure") == true)
  }
}
