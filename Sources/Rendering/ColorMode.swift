/// Whether the terminal output is coloured.
public enum ColorMode: String, Sendable, Hashable, CaseIterable {
  case auto, always, never

  /// What the user asked for decides; else `NO_COLOR` (https://no-color.org) turns colour off and `CLICOLOR_FORCE`
  /// (https://bixense.com/clicolors) on; else a terminal has colour, unless `TERM` is `dumb` or `CLICOLOR` is 0, and
  /// a pipe has none. Empty variables count as unset.
  public func isColored(environment: [String: String], isTerminal: Bool) -> Bool {
    func isSet(_ name: String) -> Bool { !(environment[name] ?? "").isEmpty }
    switch self {
    case .always: return true
    case .never: return false
    case .auto:
      if isSet("NO_COLOR") { return false }
      if isSet("CLICOLOR_FORCE"), environment["CLICOLOR_FORCE"] != "0" { return true }
      return isTerminal && environment["TERM"] != "dumb" && environment["CLICOLOR"] != "0"
    }
  }
}

/// Emphasis on a terminal (ECMA-48 SGR), or none at all.
public struct TextStyle: Sendable, Hashable {
  public enum Emphasis: Int, Sendable, Hashable {
    case bold = 1
    case dim = 2
    case red = 31
    case green = 32
    case yellow = 33
    case blue = 34
  }

  public var isColored: Bool

  public init(isColored: Bool) { self.isColored = isColored }

  public static let plain = TextStyle(isColored: false)

  /// The text itself when there is no colour or nothing to emphasise.
  public func callAsFunction(_ emphasis: Emphasis, _ text: String) -> String {
    guard isColored, !text.isEmpty else { return text }
    return "\u{1B}[\(emphasis.rawValue)m\(text)\u{1B}[0m"
  }
}
