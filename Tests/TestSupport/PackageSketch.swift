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

    var descriptor: String {
      let schema = [#""fields": [\#(fields.joined(separator: ", "))]"#] + schema
      let properties =
        [#""name": "\#(name)""#, #""path": "\#(name).csv""#] + properties
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
    for table in tables { try folder.write(table.csv, to: "\(table.name).csv") }
    if let catalogue { try folder.write(catalogue, to: "indicators.yaml") }
    return folder
  }
}
