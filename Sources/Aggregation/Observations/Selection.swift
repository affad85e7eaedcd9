/// Which part of the whole a figure is about: a unit and members of other dimensions, by codes.
public struct Selection: Sendable, Hashable {
  /// Nil for the whole: everything below the roots of the hierarchy.
  public var unit: String?
  /// Dimension name to member code; a dimension that is not named is taken whole.
  public var members: [String: String]

  public init(unit: String? = nil, members: [String: String] = [:]) {
    self.unit = unit
    self.members = members
  }

  public static let whole = Selection()
}
