import CExpat

/// The owner of one parser of the C library: freed once, when it is dropped. No pointer leaves it.
///
/// A document type ends the parsing where it begins, so that no entity is ever declared. Depth and length are counted.
struct XMLHandle: ~Copyable {
  private let parser: XML_Parser
  private let events: XMLEvents

  init(part: String, limits: WorkbookLimits, sink: any XMLSink) throws(WorkbookReadError) {
    guard let parser = XML_ParserCreateNS(nil, XML_Char(bitPattern: XMLEvents.separator)) else { throw .outOfMemory }
    self.parser = parser
    events = XMLEvents(part: part, limits: limits, sink: sink, parser: parser)
    // The events outlive every call of the parser: this owner holds both.
    XML_SetUserData(parser, Unmanaged.passUnretained(events).toOpaque())
    XML_SetElementHandler(
      parser, { XMLEvents.of($0)?.start($1, $2) }, { user, _ in XMLEvents.of(user)?.end() })
    XML_SetCharacterDataHandler(parser) { XMLEvents.of($0)?.text($1, Int($2)) }
    XML_SetStartDoctypeDeclHandler(parser) { user, _, _, _, _ in XMLEvents.of(user)?.doctype() }
    // Remarks, instructions and the declaration: nothing but a sign of life.
    XML_SetDefaultHandler(parser) { user, _, _ in XMLEvents.of(user)?.alive() }
  }

  deinit { XML_ParserFree(parser) }

  func feed(_ piece: ArraySlice<UInt8>) throws(WorkbookReadError) {
    try parse(piece, isLast: false)
    guard events.countUnseen(piece.count) else {
      throw .tokenTooLong(part: events.part, line: Int(clamping: XML_GetCurrentLineNumber(parser)))
    }
  }

  func finish() throws(WorkbookReadError) { try parse([], isLast: true) }

  private func parse(_ piece: ArraySlice<UInt8>, isLast: Bool) throws(WorkbookReadError) {
    let status = piece.withUnsafeBytes { bytes in
      XML_Parse(parser, bytes.baseAddress?.assumingMemoryBound(to: XML_Char.self), Int32(bytes.count), isLast ? 1 : 0)
    }
    if let failure = events.failure { throw failure }
    guard status == XML_STATUS_OK else {
      let code = XML_GetErrorCode(parser)
      if code == XML_ERROR_NO_MEMORY { throw .outOfMemory }
      throw .notXML(
        part: events.part, line: Int(clamping: XML_GetCurrentLineNumber(parser)),
        column: Int(clamping: XML_GetCurrentColumnNumber(parser)) + 1,
        reason: XML_ErrorString(code).map { String(cString: $0) } ?? "\(code.rawValue)")
    }
  }
}

/// The state of one parsing, between the C library's calls.
final class XMLEvents {
  /// Stands between a namespace and a name; it is in neither.
  static let separator = UInt8(ascii: "|")

  let part: String
  private(set) var failure: WorkbookReadError?
  private let limits: WorkbookLimits
  private let sink: any XMLSink
  /// Not owned; the owner of both frees it.
  private let parser: XML_Parser
  private var names: [String] = []
  private var characters: [UInt8] = []
  private var unseen = 0

  init(part: String, limits: WorkbookLimits, sink: any XMLSink, parser: XML_Parser) {
    self.part = part
    self.limits = limits
    self.sink = sink
    self.parser = parser
  }

  static func of(_ user: UnsafeMutableRawPointer?) -> XMLEvents? {
    user.map { Unmanaged<XMLEvents>.fromOpaque($0).takeUnretainedValue() }
  }

  private var line: Int { Int(clamping: XML_GetCurrentLineNumber(parser)) }

  func start(_ name: UnsafePointer<XML_Char>?, _ attributes: UnsafeMutablePointer<UnsafePointer<XML_Char>?>?) {
    unseen = 0
    guard failure == nil else { return }
    guard names.count < limits.depth else { return fail(.tooDeep(part: part, line: line)) }
    var values: [(name: String, value: String)] = []
    var next = attributes
    while let pair = next, let key = pair[0], let value = pair[1] {
      let name = XMLNamespaces.attribute(String(cString: key))
      if !name.isEmpty { values.append((name, String(cString: value))) }
      next = pair + 2
    }
    let name = name.map { XMLNamespaces.element(String(cString: $0)) } ?? ""
    let parent = names.last ?? ""
    names.append(name)
    characters.removeAll(keepingCapacity: true)
    do throws(WorkbookReadError) { try sink.start(name, in: parent, XMLAttributes(values), at: line) } catch {
      fail(error)
    }
  }

  func end() {
    unseen = 0
    guard failure == nil, let name = names.popLast() else { return }
    let text = String(decoding: characters, as: UTF8.self)
    characters.removeAll(keepingCapacity: true)
    do throws(WorkbookReadError) { try sink.end(name, in: names.last ?? "", text: text, at: line) } catch {
      fail(error)
    }
  }

  func text(_ characters: UnsafePointer<XML_Char>?, _ count: Int) {
    unseen = 0
    guard failure == nil, let characters else { return }
    guard self.characters.count + count <= limits.token else { return fail(.tokenTooLong(part: part, line: line)) }
    self.characters += UnsafeBufferPointer(start: characters, count: count).lazy.map { UInt8(bitPattern: $0) }
  }

  func doctype() { fail(.doctype(part: part, line: line)) }

  func alive() { unseen = 0 }

  /// A tag that never ends is read again with every piece: the bytes since the last event are counted.
  func countUnseen(_ count: Int) -> Bool {
    unseen += count
    return unseen <= limits.token + count
  }

  private func fail(_ error: WorkbookReadError) {
    guard failure == nil else { return }
    failure = error
    XML_StopParser(parser, XML_Bool(XML_FALSE))
  }
}

/// The namespaces of workbooks, in the transitional and the strict form (ECMA-376-1 and 4).
enum XMLNamespaces {
  private static let spreadsheet: Set<String> = [
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://purl.oclc.org/ooxml/spreadsheetml/main",
    "http://schemas.openxmlformats.org/package/2006/relationships",
  ]
  private static let relationships: Set<String> = [
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "http://purl.oclc.org/ooxml/officeDocument/relationships",
  ]

  /// Other parts of the package, whose names never pass for those of a sheet.
  private static let prefixes = [
    "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing": "xdr",
    "http://purl.oclc.org/ooxml/drawingml/spreadsheetDrawing": "xdr",
    "http://schemas.openxmlformats.org/package/2006/metadata/core-properties": "cp",
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties": "ap",
    "http://purl.oclc.org/ooxml/officeDocument/extendedProperties": "ap",
    "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties": "op",
    "http://purl.oclc.org/ooxml/officeDocument/customProperties": "op",
    "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes": "vt",
    "http://purl.oclc.org/ooxml/officeDocument/docPropsVTypes": "vt",
  ]

  static func element(_ name: String) -> String {
    let (space, local) = split(name)
    guard let space else { return "" }
    return spreadsheet.contains(space) ? local : prefixes[space].map { "\($0):\(local)" } ?? ""
  }

  static func attribute(_ name: String) -> String {
    let (space, local) = split(name)
    guard let space else { return local }
    return relationships.contains(space) ? "r:\(local)" : ""
  }

  private static func split(_ name: String) -> (String?, String) {
    guard let bar = name.lastIndex(of: "|") else { return (nil, name) }
    return (String(name[..<bar]), String(name[name.index(after: bar)...]))
  }
}
