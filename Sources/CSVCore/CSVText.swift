/// Writing a field down (RFC 4180, section 2).
public enum CSVText {
  /// In quotes, the quotes inside doubled: also one with a combining mark behind it.
  public static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      if scalar == "\"" { quoted += "\"" }
      quoted.unicodeScalars.append(scalar)
    }
    quoted.unicodeScalars.append("\"")
    return quoted
  }

  /// In quotes where it would not be read back otherwise.
  public static func field(_ text: String) -> String {
    let special: [UInt8] = [0x22, 0x2C, Byte.lineFeed, Byte.carriageReturn]
    let needsQuotes = text.utf8.contains { special.contains($0) } || text.utf8.first == Byte.space
    return needsQuotes ? quoted(text) : text
  }
}
