/// What makes something of the elements of one part.
///
/// Elements are known by their local names, those of drawings and properties with a prefix; those of a foreign namespace
/// have the empty name.
protocol XMLSink: AnyObject {
  /// - Parameter parent: the name of the element around it, empty at the top.
  func start(_ name: String, in parent: String, _ attributes: XMLAttributes, at line: Int) throws(WorkbookReadError)
  /// - Parameter text: the characters since the last tag.
  func end(_ name: String, in parent: String, text: String, at line: Int) throws(WorkbookReadError)
}

extension XMLSink {
  func end(_ name: String, in parent: String, text: String, at line: Int) throws(WorkbookReadError) {}
}

/// The attributes of one element, by local name; `id` of a relationship is `r:id`.
struct XMLAttributes {
  private var values: [(name: String, value: String)]

  init(_ values: [(name: String, value: String)]) { self.values = values }

  subscript(name: String) -> String? { values.first { $0.name == name }?.value }

  func isTrue(_ name: String) -> Bool { self[name] == "1" || self[name] == "true" }
}
