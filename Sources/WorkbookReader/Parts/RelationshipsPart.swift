/// Which parts a part leads to.
final class RelationshipsPart: XMLSink {
  struct Relationship {
    var id: String
    /// The last word of its type: `worksheet`, `sharedStrings`, `table`.
    var kind: String
    /// As written; of a link outside, an address.
    var target: String
    var isExternal: Bool
  }

  private(set) var relationships: [Relationship] = []

  func start(_ name: String, in parent: String, _ attributes: XMLAttributes, at line: Int) throws(WorkbookReadError) {
    guard name == "Relationship", let type = attributes["Type"], let target = attributes["Target"] else { return }
    relationships.append(
      Relationship(
        id: attributes["Id"] ?? "", kind: type.split(separator: "/").last.map(String.init) ?? "", target: target,
        isExternal: attributes["TargetMode"] == "External"))
  }
}
