public import Findings
import Language
import Values
internal import Yams

/// A value read from a YAML or JSON file, with the place where it stands.
public struct Declaration: Sendable {
  public enum Content: Sendable {
    /// The text, and whether it stood without quotes.
    case scalar(String, isPlain: Bool)
    case sequence([Declaration])
    case mapping([Entry])
  }

  public struct Entry: Sendable {
    public let key: String
    public let position: Position
    public let value: Declaration
  }

  public let content: Content
  public let position: Position

  /// The whole text of a YAML or JSON file as a tree.
  ///
  /// - Parameter file: the name that findings give the file.
  /// - Throws: `Failure.invalid` with the position of the syntax error or of a key that stands twice.
  public static func parse(_ text: String, file: String) throws(Failure) -> Declaration {
    // JSON is YAML, too; what is no JSON after all is read as that, and has its errors told by it.
    if file.hasSuffix(".json"), let node = try? JSONReader.read(text) { return Declaration(node, file: file) }
    if let plain = PlainYAML.read(text, file: file) { return plain }
    return try parseAll(text, file: file)
  }

  init(content: Content, position: Position) {
    self.content = content
    self.position = position
  }

  /// All of YAML.
  static func parseAll(_ text: String, file: String) throws(Failure) -> Declaration {
    do {
      // Which texts are numbers or truth values is decided by those who read them.
      let parser = try Parser(yaml: text, resolver: .basic)
      guard let node = try parser.singleRoot() else {
        throw Failure.invalid([
          Finding(
            code: "empty-file", position: Position(file: file, line: 1), message: Messages.emptyFile,
            remedy: Messages.emptyFileRemedy)
        ])
      }
      // Nodes hold their anchors weakly.
      return try withExtendedLifetime(parser) { try Declaration(node, file: file) }
    } catch let failure as Failure {
      throw failure
    } catch {
      throw .invalid([Self.finding(for: error, file: file)])
    }
  }

  /// - Throws: `Failure.invalid` for an anchor: aliases of aliases can make a small file a tree of any size.
  private init(_ node: Node, file: String) throws {
    position = Self.position(of: node, file: file)
    guard node.anchor == nil else {
      throw Failure.invalid([
        Finding(
          code: "unsupported", position: position, message: Messages.aliasNotRead, remedy: Messages.aliasNotReadRemedy)
      ])
    }
    switch node {
    case .scalar(let scalar):
      content = .scalar(scalar.string, isPlain: scalar.style == .plain)
    case .sequence(let sequence):
      content = .sequence(try sequence.map { try Declaration($0, file: file) })
    case .mapping(let mapping):
      content = .mapping(
        try mapping.map { key, value in
          guard let name = key.scalar?.string else {
            throw Failure.invalid([
              Finding(
                code: "wrong-type", position: Self.position(of: key, file: file), message: Messages.expectedText,
                remedy: Messages.expectedTextRemedy)
            ])
          }
          return Entry(
            key: name, position: Self.position(of: key, file: file),
            value: try Declaration(value, file: file))
        })
    case .alias:
      content = .scalar("", isPlain: true)
    }
  }

  private init(_ node: JSONNode, file: String) {
    position = Position(file: file, line: node.line, column: node.column)
    content =
      switch node.content {
      case .null: .scalar("null", isPlain: true)
      case .bool(let value): .scalar(value ? "true" : "false", isPlain: true)
      case .number(let digits): .scalar(digits, isPlain: true)
      case .string(let text): .scalar(text, isPlain: false)
      case .array(let items): .sequence(items.map { Declaration($0, file: file) })
      case .object(let members):
        .mapping(
          members.map { member in
            Entry(
              key: member.key, position: Position(file: file, line: member.line, column: member.column),
              value: Declaration(member.value, file: file))
          })
      }
  }

  private static func position(of node: Node, file: String) -> Position {
    Position(file: file, line: node.mark?.line, column: node.mark?.column)
  }

  private static func finding(for error: any Error, file: String) -> Finding {
    var position = Position(file: file)
    var problem = "\(error)"
    if let error = error as? YamlError {
      switch error {
      case .scanner(_, let text, let mark, _), .parser(_, let text, let mark, _), .composer(_, let text, let mark, _):
        position = Position(file: file, line: mark.line, column: mark.column)
        problem = text
      case .duplicatedKeysInMapping(let duplicates, let context):
        let name = duplicates.first ?? ""
        return Finding(
          code: "duplicate-name", position: Position(file: file, line: context.mark.line, column: context.mark.column),
          value: name, message: Messages.duplicateName(name), remedy: Messages.duplicateNameRemedy)
      default: break
      }
    }
    return Finding(
      code: "syntax-error", position: position, message: Messages.syntaxError(problem),
      remedy: Messages.syntaxErrorRemedy)
  }
}
