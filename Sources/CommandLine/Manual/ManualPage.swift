import Language
import Values

/// The manual pages, made of what the commands declare: `thapnien.1` and one page a command.
enum ManualPage {
  static let program = "thapnien"

  /// `thapnien`, `thapnien-new`, …, in the order of the commands.
  static var names: [String] { [program] + Thapnien.names.map { "\(program)-\($0)" } }

  /// The page of one of `names`, in the `man` macros; nil for any other name.
  static func text(_ name: String) -> String? {
    guard let root = try? JSONReader.read(Thapnien._dumpHelp())["command"].map(HelpNode.init) else { return nil }
    if name == program { return wholePage(root) }
    return root.commands.first { "\(program)-\($0.name)" == name }.map(page)
  }

  private static func wholePage(_ root: HelpNode) -> String {
    var page = Roff(title: program, version: Program.version, day: Program.versionDay)
    page.section("NAME")
    page.line(Roff.escaped(program) + " \\- " + Roff.escaped(Self.phrase(root.abstract)))
    page.section("SYNOPSIS")
    page.line("\\fB\(program)\\fR \\fIcommand\\fR [\\fIoption\\fR\\ ...] [\\fIargument\\fR\\ ...]")
    page.section("DESCRIPTION")
    page.paragraph(ManualText.description)
    page.paragraph(ManualText.naming)
    page.section("COMMANDS")
    for command in root.commands where command.isShown {
      page.tagged("\\fB\(Roff.escaped(command.name))\\fR", command.abstract)
    }
    page.section("OPTIONS")
    for option in root.options { page.tagged(option.heading, option.text) }
    for topic in HelpTopics.names { page.topic(HelpTopics.text(["help", "topics", topic], .english) ?? "") }
    page.section("EXAMPLES")
    for (say, command) in ManualText.examples(of: nil) { page.example(say, command) }
    page.section("SEE ALSO")
    page.line(references(Thapnien.names.map { "\(program)-\($0)" }))
    return page.text
  }

  private static func page(of command: HelpNode) -> String {
    let name = "\(program)-\(command.name)"
    var page = Roff(title: name, version: Program.version, day: Program.versionDay)
    page.section("NAME")
    page.line(Roff.escaped(name) + " \\- " + Roff.escaped(phrase(command.abstract)))
    page.section("SYNOPSIS")
    let arguments = command.positionals.map(\.synopsis)
    page.line(
      (["\\fB\(program) \(Roff.escaped(command.name))\\fR", "[\\fIoption\\fR\\ ...]"] + arguments).joined(
        separator: " "))
    page.section("DESCRIPTION")
    page.paragraph(command.abstract)
    for paragraph in command.discussion.split(separator: "\n\n") { page.paragraph(String(paragraph)) }
    for (title, entries) in [("ARGUMENTS", command.positionals), ("OPTIONS", command.options)] where !entries.isEmpty {
      page.section(title)
      for entry in entries { page.tagged(entry.heading, entry.text) }
    }
    page.topic(HelpTopics.text(["help", "topics", "exit-codes"], .english) ?? "", title: "EXIT STATUS")
    page.topic(HelpTopics.text(["help", "topics", "environment"], .english) ?? "")
    let examples = ManualText.examples(of: command.name)
    if !examples.isEmpty {
      page.section("EXAMPLES")
      for (say, command) in examples { page.example(say, command) }
    }
    page.section("SEE ALSO")
    page.line(references([program] + ManualText.neighbours(of: command.name).map { "\(program)-\($0)" }))
    return page.text
  }

  /// An abstract as the NAME section wants it: one phrase, without its full stop.
  private static func phrase(_ abstract: String) -> String {
    abstract.hasSuffix(".") ? String(abstract.dropLast()) : abstract
  }

  private static func references(_ names: [String]) -> String {
    names.map { "\\fB\(Roff.escaped($0))\\fR(1)" }.joined(separator: ",\n")
  }
}
