/// What the columns of a resource are used for, as far as its reader knows.
public struct ResourceUse: Sendable {
  /// It lists the members of a dimension: units, organisations.
  public let listsMembers: Bool
  /// Columns whose numbers are added up or shown.
  public let figures: Set<String>
  /// Columns of codes of a dimension's members.
  public let members: Set<String>

  public init(listsMembers: Bool, figures: Set<String> = [], members: Set<String> = []) {
    self.listsMembers = listsMembers
    self.figures = figures
    self.members = members
  }

  /// Without a catalogue, a list is what other resources refer to.
  init(_ resource: ResourceDescriptor, of package: DataPackage) {
    let isReferred = package.resources.contains { other in
      other.foreignKeys.contains { $0.resource == resource.name }
    }
    self.init(listsMembers: isReferred)
  }
}
