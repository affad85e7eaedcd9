/// Who publishes a package and on which terms: what Data Package v2 calls contributors, licenses, sources, homepage.
public struct PackageImprint: Sendable, Hashable {
  public var contacts: [String] = []
  public var licences: [String] = []
  public var sources: [String] = []
  public var homepage: String?

  public init() {}

  /// What is there and a text; these properties are for readers, and nothing depends on them.
  init(_ root: DeclaredMapping) {
    contacts = Self.entries(root["contributors"], ["title", "organization", "email", "path"])
    licences = Self.entries(root["licenses"], ["title", "name", "path"])
    sources = Self.entries(root["sources"], ["title", "path"])
    homepage = Self.text(root["homepage"])
  }

  /// One line an entry: its properties in this order. A licence's name only stands in for its title.
  private static func entries(_ declaration: Declaration?, _ keys: [String]) -> [String] {
    (declaration?.items ?? []).compactMap { item in
      guard case .mapping(let entries) = item.content else { return nil }
      let parts = keys.compactMap { key -> String? in
        if key == "name", entries.contains(where: { $0.key == "title" }) { return nil }
        return text(entries.first { $0.key == key }?.value)
      }
      return parts.isEmpty ? nil : parts.joined(separator: ", ")
    }
  }

  private static func text(_ declaration: Declaration?) -> String? {
    guard case .scalar(let text, _) = declaration?.content, !text.isEmpty else { return nil }
    return text
  }
}
