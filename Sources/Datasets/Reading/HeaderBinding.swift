import CSVCore
import Findings
import Language

/// Which field of a record holds which declared column: bound by name, never by position, where there are names.
struct HeaderBinding {
  /// For each declared field, its index in the records; nil where the file may lack it and does.
  let columns: [Int?]
  let fieldCount: Int
  /// Columns without a name behind the last one that has one: a spreadsheet's trailing separators.
  let unnamed: [Int]
  /// For each declared field, where its heading stands, or would stand.
  let headings: [Position]

  /// For a file without a header: the declared fields in their order.
  /// Columns about persons are appended to `findings`, and nil is returned.
  static func inOrder(
    of resource: ResourceDescriptor, _ use: ResourceUse, file: String, findings: inout FindingList
  ) -> HeaderBinding? {
    let start = Position(file: file, line: 1, column: 1)
    let found = resource.fields.compactMap { field in
      PersonalDataGuard.kind(of: field.name, in: resource, use).map {
        PersonalDataGuard.finding($0, column: field.name, resource: resource, at: start)
      }
    }
    findings.add(found)
    guard found.isEmpty else { return nil }
    return HeaderBinding(
      columns: resource.fields.indices.map { $0 }, fieldCount: resource.fields.count, unnamed: [],
      headings: resource.fields.map { _ in start })
  }

  /// The names in a header as they are compared; nil where one is not UTF-8.
  static func names(_ header: CSVRecord) -> [String?] {
    header.fields.indices.map { index in
      header.string(index).map { VietnameseText.collapsed(VietnameseText.normalised(shortened($0))) }
    }
  }

  /// No name is longer; what stands in a header without line breaks may be a whole file.
  private static func shortened(_ name: String) -> String {
    name.utf8.count <= 1000 ? name : String(name.unicodeScalars.prefix(1000)) + "…"
  }

  /// Compares the header with the schema; what does not fit is appended to `findings` and nil returned.
  static func bind(
    _ header: CSVRecord, of file: String, to resource: ResourceDescriptor, _ use: ResourceUse,
    findings: inout [Finding]
  ) -> HeaderBinding? {
    let decoded = names(header)
    let named = (decoded.lastIndex { $0 != "" } ?? -1) + 1
    var found: [Finding] = []
    func place(_ index: Int) -> Position {
      Position(file: file, line: header.positions[index].line, column: header.positions[index].column)
    }
    func report(
      _ code: String, _ index: Int, value: String, _ message: LocalizedText, _ remedy: LocalizedText
    ) {
      found.append(
        Finding(
          code: code, resource: resource.name, position: place(index),
          field: code == "encoding-error" ? nil : value, value: value, message: message, remedy: remedy))
    }
    var names: [String] = []
    let declared = resource.fields.map(\.name)
    for (index, name) in decoded.prefix(named).enumerated() {
      guard let name else {
        report("encoding-error", index, value: Messages.undecodable, Messages.headerNotUTF8, Messages.notUTF8Remedy)
        names.append(Messages.undecodable)
        continue
      }
      if let kind = PersonalDataGuard.kind(of: name, in: resource, use) {
        found.append(PersonalDataGuard.finding(kind, column: name, resource: resource, at: place(index)))
      } else if names.contains(name) {
        report("duplicate-column", index, value: name, Messages.duplicateColumn(name), Messages.duplicateColumnRemedy)
      } else if resource.field(named: name) == nil, !resource.fieldsMatch.allowsMore {
        report(
          "extra-column", index, value: name, Messages.extraColumn(name),
          Messages.didYouMean(NearestWord.candidates(for: name, among: declared), allowed: declared))
      }
      names.append(name)
    }
    for field in missing(names, resource) {
      found.append(
        Finding(
          code: "missing-column", resource: resource.name,
          position: Position(file: file, line: header.positions.first?.line ?? 1, column: 1), field: field,
          value: names.joined(separator: ", "), message: Messages.missingColumn(field),
          remedy: Messages.missingColumnRemedy(field)))
    }
    if found.isEmpty, resource.fieldsMatch == .exact,
      let index = names.indices.first(where: { names[$0] != declared[$0] })
    {
      report(
        "column-order", index, value: names[index], Messages.columnOrder(names[index], declared[index]),
        Messages.columnOrderRemedy(declared.joined(separator: ", ")))
    }
    findings += found
    guard found.isEmpty else { return nil }
    let columns = declared.map { names.firstIndex(of: $0) }
    return HeaderBinding(
      columns: columns, fieldCount: decoded.count, unnamed: Array(named..<decoded.count),
      headings: columns.map { $0.map(place) ?? Position(file: file, line: 1, column: 1) })
  }

  /// Declared columns that the file has to have and has not.
  private static func missing(_ names: [String], _ resource: ResourceDescriptor) -> [String] {
    guard resource.fieldsMatch.allowsFewer else { return resource.fields.map(\.name).filter { !names.contains($0) } }
    let needed = resource.fields.filter { $0.constraints.isRequired || resource.primaryKey.contains($0.name) }
    let absent = needed.map(\.name).filter { !names.contains($0) }
    // A file that has none of the columns is another file.
    guard absent.isEmpty, !resource.fields.contains(where: { names.contains($0.name) }) else { return absent }
    return resource.fields.prefix(1).map(\.name)
  }
}

extension String {
  /// Without spaces at either end.
  var trimmed: String {
    let start = drop { $0.isWhitespace }
    guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(start[...last])
  }
}
