import FoundationEssentials

/// A JSON document as a tree.
enum JSONTree: Decodable, Equatable {
  case null
  case boolean(Bool)
  case number(Double)
  case string(String)
  case array([JSONTree])
  case object([String: JSONTree])

  init(parsing text: String) throws { self = try JSONDecoder().decode(JSONTree.self, from: Data(text.utf8)) }

  init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if value.decodeNil() {
      self = .null
    } else if let boolean = try? value.decode(Bool.self) {
      self = .boolean(boolean)
    } else if let number = try? value.decode(Double.self) {
      self = .number(number)
    } else if let string = try? value.decode(String.self) {
      self = .string(string)
    } else if let array = try? value.decode([JSONTree].self) {
      self = .array(array)
    } else {
      self = .object(try value.decode([String: JSONTree].self))
    }
  }

  subscript(key: String) -> JSONTree? { members[key] }

  var members: [String: JSONTree] { if case .object(let members) = self { members } else { [:] } }
  var items: [JSONTree] { if case .array(let items) = self { items } else { [] } }
  var text: String? { if case .string(let text) = self { text } else { nil } }

  /// As the keyword `type` names it.
  var types: Set<String> {
    switch self {
    case .null: ["null"]
    case .boolean: ["boolean"]
    case .number(let number): number.rounded() == number ? ["number", "integer"] : ["number"]
    case .string: ["string"]
    case .array: ["array"]
    case .object: ["object"]
    }
  }
}

/// As much of JSON Schema (2020-12) as the schemas of this repository use.
struct JSONSchema {
  private static let keywords: Set<String> = [
    "$schema", "title", "description", "type", "const", "enum", "required", "properties", "additionalProperties",
    "items",
    "anyOf", "$ref", "$defs", "pattern", "minimum",
  ]

  private let root: JSONTree

  init(_ text: String) throws { root = try JSONTree(parsing: text) }

  /// Keywords that would not be checked.
  var unknownKeywords: [String] {
    func unknown(_ schema: JSONTree) -> [String] {
      let named = ["properties", "$defs"].flatMap { schema[$0]?.members.values.map { $0 } ?? [] }
      let inside = named + ["items", "additionalProperties"].compactMap { schema[$0] } + (schema["anyOf"]?.items ?? [])
      return schema.members.keys.filter { !Self.keywords.contains($0) } + inside.flatMap(unknown)
    }
    return unknown(root).sorted()
  }

  func problems(with document: JSONTree) -> [String] { problems(document, root, at: "") }

  private func problems(_ value: JSONTree, _ schema: JSONTree, at path: String) -> [String] {
    if let name = schema["$ref"]?.text?.split(separator: "/").last {
      guard let target = root["$defs"]?[String(name)] else { return ["\(path): no definition \(name)"] }
      return problems(value, target, at: path)
    }
    var found: [String] = []
    if let type = schema["type"] {
      let allowed = type.text.map { [$0] } ?? type.items.compactMap(\.text)
      if value.types.isDisjoint(with: allowed) { found.append("\(path): not \(allowed)") }
    }
    if let const = schema["const"], const != value { found.append("\(path): not the constant") }
    if let list = schema["enum"], !list.items.contains(value) { found.append("\(path): not in the list") }
    if case .number(let minimum)? = schema["minimum"], case .number(let number) = value, number < minimum {
      found.append("\(path): below the minimum")
    }
    if let pattern = schema["pattern"]?.text, let text = value.text,
      (try? Regex(pattern).firstMatch(in: text)) == nil
    {
      found.append("\(path): '\(text)' does not match \(pattern)")
    }
    if let choices = schema["anyOf"], choices.items.allSatisfy({ !problems(value, $0, at: path).isEmpty }) {
      found.append("\(path): none of the alternatives")
    }
    for (index, item) in value.items.enumerated() {
      if let items = schema["items"] { found += problems(item, items, at: "\(path)/\(index)") }
    }
    return found + memberProblems(value, schema, at: path)
  }

  private func memberProblems(_ value: JSONTree, _ schema: JSONTree, at path: String) -> [String] {
    guard case .object(let members) = value else { return [] }
    var found = (schema["required"]?.items ?? []).compactMap(\.text).filter { members[$0] == nil }
      .map { "\(path): no \($0)" }
    for (name, member) in members.sorted(by: { $0.key < $1.key }) {
      if let own = schema["properties"]?[name] {
        found += problems(member, own, at: "\(path)/\(name)")
      } else if let others = schema["additionalProperties"] {
        found +=
          others == .boolean(false)
          ? ["\(path): \(name) is not declared"] : problems(member, others, at: "\(path)/\(name)")
      }
    }
    return found
  }
}
