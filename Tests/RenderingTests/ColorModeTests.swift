import Rendering
import Testing

@Suite struct ColorModeTests {
  struct Case: Sendable {
    var mode = ColorMode.auto
    var environment: [String: String] = [:]
    var isTerminal: Bool
    var isColored: Bool
  }

  @Test(arguments: [
    Case(isTerminal: true, isColored: true),
    Case(isTerminal: false, isColored: false),
    Case(mode: .always, environment: ["NO_COLOR": "1"], isTerminal: false, isColored: true),
    Case(mode: .never, environment: ["CLICOLOR_FORCE": "1"], isTerminal: true, isColored: false),
    Case(environment: ["NO_COLOR": "1"], isTerminal: true, isColored: false),
    Case(environment: ["NO_COLOR": ""], isTerminal: true, isColored: true),
    Case(environment: ["NO_COLOR": "1", "CLICOLOR_FORCE": "1"], isTerminal: true, isColored: false),
    Case(environment: ["CLICOLOR_FORCE": "1"], isTerminal: false, isColored: true),
    Case(environment: ["CLICOLOR_FORCE": "0"], isTerminal: false, isColored: false),
    Case(environment: ["TERM": "dumb"], isTerminal: true, isColored: false),
    Case(environment: ["CLICOLOR": "0"], isTerminal: true, isColored: false),
  ])
  func decides(_ example: Case) {
    #expect(
      example.mode.isColored(environment: example.environment, isTerminal: example.isTerminal) == example.isColored)
  }

  @Test func stylesOnlyInColour() {
    #expect(TextStyle.plain(.bold, "a") == "a")
    #expect(TextStyle(isColored: true)(.red, "a") == "\u{1B}[31ma\u{1B}[0m")
    #expect(TextStyle(isColored: true)(.red, "") == "")
  }
}
