import CSVCore
import Values

/// The descriptor of a draft.
extension PackageDraft {
  var descriptor: String {
    let resources =
      lists.map { $0.descriptor(level: $0.dimension == "unit" ? level : nil) }
      + zip(tables, copies).map { resource($0, $1) }
    let package: JSONValue = [
      "$schema": "https://datapackage.org/profiles/2.0/datapackage.json", "name": .string(name), "title": .string(name),
      "sources": .array(tables.map { ["title": .string($0.file)] }),
      "licenses": [["name": "unknown"]],
      "resources": .array(resources),
    ]
    return JSONWriter(.pretty).string(package) + "\n"
  }

  private func resource(_ table: InferredTable, _ copy: Copy) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("name", .string(table.name)), .init("path", .string(copy.name)),
      .init("title", .string(TableInference.stem(table.file))),
    ]
    if let encoding = table.layout.encoding { members.append(.init("encoding", .string(encoding.rawValue))) }
    let dialect = Self.dialect(table.layout)
    if !dialect.isEmpty { members.append(.init("dialect", .object(dialect))) }
    var schema: [JSONValue.Member] = [
      .init("fields", .array(table.columns.map { Self.field($0, isKey: table.primaryKey.contains($0.name)) }))
    ]
    if !table.primaryKey.isEmpty { schema.append(.init("primaryKey", .strings(table.primaryKey))) }
    let keys: [JSONValue] = table.columns.compactMap { column in
      guard let dimension = Self.dimension(of: column),
        let list = lists.first(where: { $0.dimension == dimension })
      else { return nil }
      return [
        "fields": [.string(column.name)],
        "reference": ["resource": .string(list.resource), "fields": ["code"]],
      ]
    }
    if !keys.isEmpty { schema.append(.init("foreignKeys", .array(keys))) }
    members.append(.init("schema", .object(schema)))
    return .object(members)
  }

  /// Only what is not usual.
  private static func dialect(_ layout: TableLayout) -> [JSONValue.Member] {
    func text(_ byte: UInt8) -> JSONValue { .string(String(UnicodeScalar(byte))) }
    var members: [JSONValue.Member] = []
    let usual = CSVDialect()
    let dialect = layout.dialect
    if dialect.delimiter != usual.delimiter { members.append(.init("delimiter", text(dialect.delimiter))) }
    if dialect.quote != usual.quote { members.append(.init("quoteChar", dialect.quote.map(text) ?? .null)) }
    if dialect.skipInitialSpace { members.append(.init("skipInitialSpace", true)) }
    if layout.header == nil { members.append(.init("header", false)) }
    if layout.isBelowTitles { members.append(.init("headerRows", [.integer(layout.headerLine)])) }
    return members
  }

  private static func field(_ column: InferredColumn, isKey: Bool) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("name", .string(column.name)), .init("type", .string(column.kind.rawValue)),
    ]
    if let pattern = column.pattern { members.append(.init("format", .string(pattern))) }
    if let convention = column.convention {
      members.append(.init("decimalChar", .string(String(UnicodeScalar(convention.decimal)))))
      if let group = convention.group { members.append(.init("groupChar", .string(String(UnicodeScalar(group))))) }
    }
    if column.isPercentage { members.append(.init("bareNumber", false)) }
    if column.missingValues != [""] { members.append(.init("missingValues", .strings(column.missingValues))) }
    if isKey { members.append(.init("constraints", ["required": true])) }
    return .object(members)
  }
}
