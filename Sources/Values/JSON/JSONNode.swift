/// A value read from JSON (RFC 8259), with the place where it stands.
public struct JSONNode: Sendable, Hashable {
  public enum Content: Sendable, Hashable {
    case null
    case bool(Bool)
    /// The digits as they stand: nothing is rounded.
    case number(String)
    case string(String)
    case array([JSONNode])
    case object([Member])
  }

  public struct Member: Sendable, Hashable {
    public let key: String
    /// Where the key stands.
    public let line: Int
    public let column: Int
    public let value: JSONNode
  }

  public let content: Content
  /// From 1; columns count characters of Unicode.
  public let line: Int
  public let column: Int

  /// The value of a key; nil for anything but an object with this key.
  public subscript(key: String) -> JSONNode? {
    guard case .object(let members) = content else { return nil }
    return members.first { $0.key == key }?.value
  }
}

/// What is wrong with a JSON text, and where.
public struct JSONProblem: Error, Sendable, Hashable {
  public enum Kind: Sendable, Hashable {
    case syntax
    /// Deeper than `JSONReader.deepest`.
    case tooDeep
    case keyTwice(String)
  }

  public let kind: Kind
  public let line: Int
  public let column: Int
}
