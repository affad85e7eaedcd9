/// A small data package that a test writes down as text.
public struct PackageSketch: Sendable {
  public struct Table: Sendable {
    public var name: String
    /// One JSON object a field.
    public var fields: [String]
    /// Further members of the schema: `"primaryKey": ["year"]`.
    public var schema: [String]
    /// Further members of the resource: `"dialect": {"delimiter": ";"}`.
    public var properties: [String]
    public var csv: String
    /// Further files that go on where `csv` ends, without a header of their own: `NAME.2.csv`, `NAME.3.csv`, …
    public var continuations: [String] = []

    /// - Parameter fields: a name with a type, `year:integer`, or a whole JSON object.
    public init(_ name: String, fields: [String], schema: [String] = [], properties: [String] = [], csv: String) {
      self.name = name
      self.fields = fields.map { field in
        guard !field.hasPrefix("{") else { return field }
        let parts = field.split(separator: ":")
        return #"{"name": "\#(parts[0])", "type": "\#(parts.count > 1 ? parts[1] : "string")"}"#
      }
      self.schema = schema
      self.properties = properties
      self.csv = csv
    }

    /// The files as they are written, in their order.
    public var files: [(path: String, text: String)] {
      [("\(name).csv", csv)] + continuations.enumerated().map { ("\(name).\($0.offset + 2).csv", $0.element) }
    }

    var descriptor: String {
      let schema = [#""fields": [\#(fields.joined(separator: ", "))]"#] + schema
      let paths = files.map { #""\#($0.path)""# }
      let path = paths.count == 1 ? paths[0] : "[\(paths.joined(separator: ", "))]"
      let properties =
        [#""name": "\#(name)""#, #""path": \#(path)"#] + properties
        + [#""schema": {\#(schema.joined(separator: ", "))}"#]
      return "{\(properties.joined(separator: ", "))}"
    }
  }

  public var tables: [Table]
  /// The text of `indicators.yaml`.
  public var catalogue: String?

  public init(_ tables: [Table], catalogue: String? = nil) {
    self.tables = tables
    self.catalogue = catalogue
  }

  public var descriptor: String {
    let resources = tables.map(\.descriptor).joined(separator: ",\n    ")
    return "{\n  \"name\": \"sketch\",\n  \"resources\": [\n    \(resources)\n  ]\n}\n"
  }

  /// Writes the package into a new folder.
  public func write() throws -> ScratchFolder {
    let folder = try ScratchFolder()
    try folder.write(descriptor, to: "datapackage.json")
    for file in tables.flatMap(\.files) { try folder.write(file.text, to: file.path) }
    if let catalogue { try folder.write(catalogue, to: "indicators.yaml") }
    return folder
  }
}
