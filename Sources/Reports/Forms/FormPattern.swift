/// A line of a form with fields: `Số {number}-{symbol}`.
public struct FormPattern: Sendable, Hashable {
  public enum Field: String, Sendable, CaseIterable {
    case issuer, number, symbol, place, day, month, year, to, recipient
  }

  enum Part: Sendable, Hashable {
    case text(String)
    case field(Field)
  }

  let parts: [Part]

  /// What cannot be read of a pattern.
  enum Mistake: Error, Hashable {
    case unclosed
    case unknown(String)
  }

  init(_ text: String) throws(Mistake) {
    var parts: [Part] = []
    var rest = text[...]
    while let open = rest.firstIndex(of: "{") {
      if open > rest.startIndex { parts.append(.text(String(rest[..<open]))) }
      let inside = rest[rest.index(after: open)...]
      guard let close = inside.firstIndex(of: "}") else { throw .unclosed }
      let name = String(inside[..<close])
      guard let field = Field(rawValue: name) else { throw .unknown(name) }
      parts.append(.field(field))
      rest = inside[inside.index(after: close)...]
    }
    if !rest.isEmpty { parts.append(.text(String(rest))) }
    self.parts = parts
  }

  var fields: Set<Field> {
    Set(
      parts.compactMap { part in
        if case .field(let field) = part { field } else { nil }
      })
  }

  /// - Parameter values: a field without one is left open, to be written by hand.
  func filled(_ values: [Field: String]) -> String {
    parts.map { part in
      switch part {
      case .text(let text): text
      case .field(let field): values[field] ?? Self.open
      }
    }.joined()
  }

  static let open = "..."
}
