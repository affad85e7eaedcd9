import Findings
import Language
import Reports
import TestSupport
import Testing

@Suite struct ThemeTests {
  private func read(_ text: String, logo: Bool = false) throws -> Theme {
    let folder = try ScratchFolder()
    try folder.write(text, to: "theme.yaml")
    if logo { try folder.write("", to: "mark.png") }
    return try ThemeReader.read(folder.path(of: "theme.yaml"))
  }

  @Test(arguments: Theme.builtIn) func theShippedFilesAreTheThemesThatAreAlwaysThere(_ theme: Theme) throws {
    #expect(try ThemeReader.read(Repository.path(of: "reports/themes/\(theme.name).yaml")) == theme)
  }

  @Test func whatIsLeftOutStaysAsInTheOffice() throws {
    let theme = try read("theme: 1\ncolours: {data: \"#000080\"}\nlogo: mark.png\n", logo: true)
    #expect(theme[.data] == 0x000080)
    #expect(theme[.structure] == Theme.office[.structure])
    #expect(theme.font == "Times New Roman")
    #expect(theme.logo?.hasSuffix("/mark.png") == true)
  }

  /// Code, line and column of what is wrong with a line.
  @Test(arguments: [
    ("colours: {strukture: \"1F3A5F\"}", "unknown-word", 11), ("colours: {data: \"12345\"}", "wrong-value", 17),
    ("colours: {link: \"AAAAAA\"}", "contrast-too-low", 17), ("colours: {data: 5}", "wrong-value", 17),
    ("sizes: {text: 3}", "wrong-number", 15), ("sizes: {title: 15.25}", "wrong-number", 16),
    ("font: {family: \"A,B\"}", "wrong-value", 16), ("font: {widths: serif}", "missing-key", 7),
    ("font: {family: Arial, widths: sanz}", "unknown-word", 31), ("logo: ../secret.png", "unsafe-path", 7),
    ("logo: mark.svg", "unsafe-path", 7), ("logo: mark.png", "unknown-file", 7), ("colors: {}", "unknown-word", 1),
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
