import Values

/// Whether a text is one JSON array or object (RFC 8259), and how many items it has. Nothing is kept of it.
enum JSONText {
  enum Shape {
    case object, array
  }

  /// The number of items or members; nil when the text is not of this shape.
  static func count(of text: String, as shape: Shape) -> Int? {
    switch (try? JSONReader.read(text))?.content {
    case .array(let items) where shape == .array: items.count
    case .object(let members) where shape == .object: members.count
    default: nil
    }
  }
}
