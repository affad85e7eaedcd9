import Language

/// Text in lines of its own, `  Formula:          …`, on a terminal: what is wider goes on under its beginning.
public enum FittedText {
  /// - Parameter width: columns of a line; nil leaves every line as it is.
  public static func string(_ text: String, width: Int?) -> String {
    guard let width else { return text }
    return text.split(separator: "\n", omittingEmptySubsequences: false)
      .flatMap { lines(String($0), width) }.joined(separator: "\n")
  }

  private static func lines(_ line: String, _ width: Int) -> [String] {
    guard DisplayWidth.of(line) > width else { return [line] }
    let indent = String(line.prefix { $0 == " " })
    let rest = line.dropFirst(indent.count)
    guard let gap = rest.firstRange(of: ":  ") else { return wrapped(String(rest), indent, indent, width) }
    let value = rest[gap.lowerBound...].dropFirst().drop { $0 == " " }
    let label = String(line[..<value.startIndex])
    // What does not fit beside its label, such as a hash, stands under it.
    let longest = value.split(separator: " ").map { DisplayWidth.of($0) }.max() ?? 0
    guard DisplayWidth.of(label) + longest > width else {
      return wrapped(String(value), label, DisplayWidth.spaces(DisplayWidth.of(label)), width)
    }
    let under = DisplayWidth.spaces(min(indent.count + 2, max(0, width - longest)))
    return [indent + rest[...gap.lowerBound]] + wrapped(String(value), under, under, width)
  }

  private static func wrapped(_ text: String, _ first: String, _ hanging: String, _ width: Int) -> [String] {
    TextWrap(width: width, firstIndent: first, hangingIndent: hanging, breaksLongWords: true).lines(text)
  }
}
