import Datasets
public import Findings
import Language
import Values

/// Reads `NAME.ledger.json` back.
public enum LedgerReader {
  /// - Parameter name: what findings call the file.
  /// - Throws: `Failure.noInput` when it cannot be read, `.invalid` with the position of what is not as the format says.
  public static func read(_ path: String, called name: String) throws(Failure) -> Ledger {
    try read(text: TextFile.read(path, called: name), called: name)
  }

  public static func read(text: String, called name: String) throws(Failure) -> Ledger {
    let root: JSONNode
    do { root = try JSONReader.read(text) } catch {
      throw .invalid([
        Finding(
          code: "syntax-error", position: Position(file: name, line: error.line, column: error.column),
          message: Messages.syntaxError("JSON"), remedy: Messages.ledgerRemedy)
      ])
    }
    return try LedgerDecoder(file: name).ledger(LedgerNode(root, file: name))
  }
}

/// A node of a ledger's JSON: each accessor gives what the format says, or fails with the position.
struct LedgerNode {
  let node: JSONNode
  private let file: String
  /// The key it stands under, for findings.
  private let key: String

  init(_ node: JSONNode, file: String, key: String = "") {
    self.node = node
    self.file = file
    self.key = key
  }

  func failure(_ message: LocalizedText) -> Failure {
    .invalid([
      Finding(
        code: "wrong-ledger", position: Position(file: file, line: node.line, column: node.column), field: key,
        message: message, remedy: Messages.ledgerRemedy)
    ])
  }

  var wrong: Failure { failure(Messages.ledgerValue(key)) }

  var isNull: Bool { node.content == .null }

  subscript(_ name: String) -> LedgerNode {
    get throws(Failure) {
      guard let value = node[name] else { throw failure(Messages.missingKey(name)) }
      return LedgerNode(value, file: file, key: name)
    }
  }

  func optional(_ name: String) -> LedgerNode? {
    node[name].flatMap { $0.content == .null ? nil : LedgerNode($0, file: file, key: name) }
  }

  var members: [(key: String, value: LedgerNode)] {
    get throws(Failure) {
      guard case .object(let members) = node.content else { throw wrong }
      return members.map { ($0.key, LedgerNode($0.value, file: file, key: $0.key)) }
    }
  }

  var items: [LedgerNode] {
    get throws(Failure) {
      guard case .array(let items) = node.content else { throw wrong }
      return items.map { LedgerNode($0, file: file, key: key) }
    }
  }

  var string: String {
    get throws(Failure) {
      guard case .string(let text) = node.content else { throw wrong }
      return text
    }
  }

  var strings: [String] {
    get throws(Failure) {
      var texts: [String] = []
      for item in try items { texts.append(try item.string) }
      return texts
    }
  }

  /// A text, or a list of them.
  var codes: [String] {
    get throws(Failure) {
      if case .string(let text) = node.content { return [text] }
      return try strings
    }
  }

  var bool: Bool {
    get throws(Failure) {
      guard case .bool(let flag) = node.content else { throw wrong }
      return flag
    }
  }

  var decimal: ExactDecimal {
    get throws(Failure) {
      guard case .number(let text) = node.content, let number = ExactDecimal(text) else { throw wrong }
      return number
    }
  }

  /// Not negative.
  var count: Int {
    get throws(Failure) {
      guard case .number(let text) = node.content, let number = Int(text), number >= 0 else { throw wrong }
      return number
    }
  }

  /// A decimal, or a quotient in quotes: `"31296300/528475"`.
  var rational: Rational {
    get throws(Failure) {
      if case .number = node.content { return Rational(try decimal) }
      let parts = try string.split(separator: "/", omittingEmptySubsequences: false)
      guard parts.count == 2, let top = Int128(parts[0]), let bottom = Int128(parts[1]), bottom > 0,
        let value = try? Rational(top, over: bottom)
      else { throw wrong }
      return value
    }
  }

  var day: CalendarDate {
    get throws(Failure) {
      guard let day = CalendarDate(iso: try string) else { throw wrong }
      return day
    }
  }
}
