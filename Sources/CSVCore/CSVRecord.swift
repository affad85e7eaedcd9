/// One record kept apart from its batch: a header, or a row to be shown.
public struct CSVRecord: Sendable, Hashable {
  /// The fields' bytes, without quotes.
  public var fields: [[UInt8]]
  /// Where each field begins, at its quote if it has one.
  public var positions: [CSVPosition]

  public init(fields: [[UInt8]], positions: [CSVPosition]) {
    self.fields = fields
    self.positions = positions
  }

  /// The field as text; nil if it is not UTF-8.
  public func string(_ field: Int) -> String? { String(validating: fields[field], as: UTF8.self) }
}
