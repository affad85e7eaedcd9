/// A row that two vintages of a package do not share.
public struct RowDifference: Sendable, Hashable {
  public enum Kind: String, Sendable, Hashable, CaseIterable { case changed, added, removed }

  /// A field of the row with another value; nil where there is none.
  public struct Field: Sendable, Hashable {
    public let name: String
    public let old: String?
    public let new: String?

    public init(name: String, old: String?, new: String?) {
      self.name = name
      self.old = old
      self.new = new
    }
  }

  public let kind: Kind
  public let resource: String
  /// Relative to the package.
  public let file: String
  /// The values of the fields that identify the row, in the order of its key; all fields where the resource has no key.
  public let key: [(name: String, value: String)]
  /// Lines of the file, from 1.
  public let oldLine: Int?
  public let newLine: Int?
  /// The fields that differ; for an added or removed row, those outside its key.
  public let fields: [Field]

  /// `year=2019, unit=906`.
  public var keyText: String { key.map { "\($0.name)=\($0.value)" }.joined(separator: ", ") }

  public static func == (left: Self, right: Self) -> Bool {
    left.kind == right.kind && left.resource == right.resource && left.file == right.file
      && left.keyText == right.keyText && left.oldLine == right.oldLine && left.newLine == right.newLine
      && left.fields == right.fields
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(resource)
    hasher.combine(keyText)
    hasher.combine(kind)
  }
}

/// What differs between the rows of two vintages.
public struct RowRevision: Sendable {
  /// Resources of both in the order of the new descriptor, those that are gone last; rows in the order of the new file,
  /// removed ones last.
  public let differences: [RowDifference]
  /// Resources whose rows differ.
  public let resources: Set<String>
  /// Resources that stand in one vintage only.
  public let addedResources: [String]
  public let removedResources: [String]
}
