/// A page of the manual in the `man` macros, which groff and mandoc read alike.
struct Roff {
  private(set) var text: String
  /// Nothing stands in the section yet: what comes first needs no distance from its title.
  private var isSectionEmpty = false

  /// - Parameter day: of the version, so that the same program gives the same page on any day.
  init(title: String, version: String, day: String) {
    text = ".TH \"\(Self.escaped(title.uppercased()))\" \"1\" \"\(day)\" \"thapnien \(version)\" \"ThapNien\"\n"
  }

  mutating func section(_ title: String) {
    text += ".SH \"\(Self.escaped(title))\"\n"
    isSectionEmpty = true
  }

  /// A line that is escaped already.
  mutating func line(_ line: String) {
    text += line + "\n"
    isSectionEmpty = false
  }

  mutating func paragraph(_ words: String) {
    if !isSectionEmpty { text += ".PP\n" }
    line(Self.escaped(words))
  }

  /// - Parameter tag: escaped already.
  mutating func tagged(_ tag: String, _ words: String) {
    line(".TP\n\(tag)\n\(words.isEmpty ? "\\&" : Self.escaped(words))")
  }

  mutating func example(_ words: String, _ command: String) {
    paragraph(words)
    text += ".PP\n.RS 4\n.nf\n\(Self.escaped(command))\n.fi\n.RE\n"
  }

  /// A text of `help topics`: its first line is the title; two spaces part a word from what is said of it.
  mutating func topic(_ topic: String, title: String? = nil) {
    let lines = topic.split(separator: "\n").map(String.init)
    guard let first = lines.first else { return }
    section(title ?? first)
    var isFirst = true
    for line in lines.dropFirst() {
      let words = line.drop { $0 == " " }
      if let gap = words.firstRange(of: "  ") {
        tagged(
          "\\fB\(Self.escaped(String(words[..<gap.lowerBound])))\\fR",
          String(words[gap.upperBound...].drop { $0 == " " }))
      } else {
        text += isFirst ? "" : ".br\n"
        text += Self.escaped(String(words)) + "\n"
      }
      isFirst = false
    }
  }

  /// Text that neither begins a request nor is read as an escape; hyphens stay hyphens where they are copied.
  static func escaped(_ words: String) -> String {
    var escaped = ""
    for character in words {
      switch character {
      case "\\": escaped += "\\e"
      case "-": escaped += "\\-"
      case "'": escaped += "\\(aq"
      case "`": escaped += "\\(ga"
      case "^": escaped += "\\(ha"
      case "~": escaped += "\\(ti"
      case "\"": escaped += "\\(dq"
      case "\n": escaped += "\n"
      default: escaped.append(character)
      }
    }
    return escaped.hasPrefix(".") ? "\\&" + escaped : escaped
  }
}
