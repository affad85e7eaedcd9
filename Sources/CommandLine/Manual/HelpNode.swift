import Values

/// A command as the argument parser describes it.
struct HelpNode {
  private let node: JSONNode

  init(_ node: JSONNode) { self.node = node }

  var name: String { node.text("commandName") }
  var abstract: String { node.text("abstract") }
  var discussion: String { node.text("discussion") }
  var isShown: Bool { node.isShown }
  var commands: [HelpNode] { node.list("subcommands").map(HelpNode.init) }

  private var arguments: [HelpEntry] { node.list("arguments").filter(\.isShown).map(HelpEntry.init) }
  var positionals: [HelpEntry] { arguments.filter { $0.kind == "positional" } }
  var options: [HelpEntry] { arguments.filter { $0.kind != "positional" } }
}

/// An argument, an option or a flag of a command.
struct HelpEntry {
  private let node: JSONNode

  init(_ node: JSONNode) { self.node = node }

  var kind: String { node.text("kind") }

  /// Long and short names, as they are typed.
  var names: [String] {
    node.list("names").map { ($0.text("kind") == "long" ? "--" : "-") + $0.text("name") }
  }

  /// `--from period`, or the name of an argument.
  var heading: String {
    let value = "\\fI\(Roff.escaped(node.text("valueName")))\\fR"
    guard kind != "positional" else { return value }
    return names.map { name in
      "\\fB\(Roff.escaped(name))\\fR" + (kind == "option" ? "\\ " + value : "")
    }.joined(separator: ", ")
  }

  /// How an argument stands in the synopsis.
  var synopsis: String {
    let value = heading + (node.isTrue("isRepeating") ? "\\ ..." : "")
    return node.isTrue("isOptional") ? "[\(value)]" : value
  }

  var text: String {
    let value = node.text("defaultValue")
    return [node.text("abstract"), node.text("discussion"), value.isEmpty ? "" : "Default: \(value)."]
      .filter { !$0.isEmpty }.joined(separator: " ")
  }
}

extension JSONNode {
  fileprivate func text(_ key: String) -> String {
    guard case .string(let text)? = self[key]?.content else { return "" }
    return text
  }

  fileprivate func list(_ key: String) -> [JSONNode] {
    guard case .array(let nodes)? = self[key]?.content else { return [] }
    return nodes
  }

  fileprivate func isTrue(_ key: String) -> Bool { self[key]?.content == .bool(true) }
  fileprivate var isShown: Bool { self["shouldDisplay"]?.content != .bool(false) }
}
