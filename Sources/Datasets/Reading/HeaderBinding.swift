import CSVCore
import Findings
import Language

/// Which field of a record holds which declared column: bound by name, never by position.
struct HeaderBinding {
  /// For each declared field, its index in the records.
  let columns: [Int]
  let fieldCount: Int
  /// For each declared field, where its heading stands.
  let headings: [Position]

  /// Compares the header with the schema; what does not fit is appended to `findings` and nil returned.
  static func bind(
    _ header: CSVRecord, to resource: ResourceDescriptor, findings: inout [Finding]
  ) -> HeaderBinding? {
    var found: [Finding] = []
    var names: [String] = []
    var positions: [Position] = []
    for (index, _) in header.fields.enumerated() {
      let position = Position(
        file: resource.path, line: header.positions[index].line, column: header.positions[index].column)
      positions.append(position)
      guard let text = header.string(index) else {
        found.append(
          Finding(
            code: "encoding-error", resource: resource.name, position: position, value: Messages.undecodable,
            message: Messages.headerNotUTF8, remedy: Messages.notUTF8Remedy))
        names.append(Messages.undecodable)
        continue
      }
      let name = VietnameseText.normalised(text).trimmed
      if let kind = PersonalDataGuard.kind(of: name, in: resource) {
        found.append(PersonalDataGuard.finding(kind, column: name, resource: resource, at: position))
      } else if names.contains(name) {
        found.append(
          Finding(
            code: "duplicate-column", resource: resource.name, position: position, field: name, value: name,
            message: Messages.duplicateColumn(name), remedy: Messages.duplicateColumnRemedy))
      } else if resource.field(named: name) == nil {
        let declared = resource.fields.map(\.name)
        found.append(
          Finding(
            code: "extra-column", resource: resource.name, position: position, field: name, value: name,
            message: Messages.extraColumn(name),
            remedy: Messages.didYouMean(NearestWord.candidates(for: name, among: declared), allowed: declared)))
      }
      names.append(name)
    }
    for field in resource.fields where !names.contains(field.name) {
      found.append(
        Finding(
          code: "missing-column", resource: resource.name, position: Position(file: resource.path, line: 1, column: 1),
          field: field.name, value: names.joined(separator: ", "), message: Messages.missingColumn(field.name),
          remedy: Messages.missingColumnRemedy(field.name)))
    }
    findings += found
    guard found.isEmpty else { return nil }
    let columns = resource.fields.compactMap { names.firstIndex(of: $0.name) }
    return HeaderBinding(columns: columns, fieldCount: names.count, headings: columns.map { positions[$0] })
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
