/// A flat view of an XML text: elements with their attributes, their text and the texts of their children. Enough for
/// what a workbook's parts hold; comments and sections of raw text do not occur there.
public struct Elements: Sendable {
  public struct Element: Sendable {
    public var name: String
    public var attributes: [String: String]
    public var text = ""
    public var children: [String: String] = [:]
  }

  private var found: [Element] = []
  /// Whether every element that is opened is closed, in order.
  public private(set) var isNested = true

  public init(_ xml: String) {
    var open: [Element] = []
    var rest = xml[...]
    while let start = rest.firstIndex(of: "<") {
      let text = Self.unescaped(rest[..<start])
      for index in open.indices { open[index].text += text }
      guard let end = rest[start...].firstIndex(of: ">") else {
        isNested = false
        return
      }
      let tag = rest[rest.index(after: start)..<end]
      rest = rest[rest.index(after: end)...]
      if tag.hasPrefix("?") { continue }
      if tag.hasPrefix("/") {
        isNested = isNested && open.last?.name == String(tag.dropFirst())
        close(&open)
        continue
      }
      open.append(Self.element(tag.hasSuffix("/") ? tag.dropLast() : tag))
      if tag.hasSuffix("/") { close(&open) }
    }
    isNested = isNested && open.isEmpty
  }

  public func all(_ name: String) -> [Element] { found.filter { $0.name == name } }

  private mutating func close(_ open: inout [Element]) {
    guard let element = open.popLast() else { return }
    if !open.isEmpty { open[open.count - 1].children[element.name] = element.text }
    found.append(element)
  }

  private static func element(_ tag: Substring) -> Element {
    let name = tag.prefix { $0 != " " }
    var attributes: [String: String] = [:]
    var rest = tag.dropFirst(name.count)
    while let equals = rest.firstIndex(of: "=") {
      let key = rest[..<equals].drop { $0 == " " }
      let value = rest[equals...].dropFirst(2).prefix { $0 != "\"" }
      attributes[String(key)] = unescaped(value)
      rest = rest[value.endIndex...].dropFirst()
    }
    return Element(name: String(name), attributes: attributes)
  }

  private static func unescaped(_ text: Substring) -> String {
    var plain = ""
    var rest = text
    while let start = rest.firstIndex(of: "&"), let end = rest[start...].firstIndex(of: ";") {
      plain += rest[..<start]
      let names = ["amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'"]
      plain += names[String(rest[rest.index(after: start)..<end])] ?? "?"
      rest = rest[rest.index(after: end)...]
    }
    return plain + rest
  }
}
