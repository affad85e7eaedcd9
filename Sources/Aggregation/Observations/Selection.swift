/// Which part of the whole a figure is about: a unit and members of other dimensions, by codes.
public struct Selection: Sendable, Hashable {
  /// Everything at or below any of these units, each row once; empty for the whole.
  public var units: [String]
  /// Dimension name to the codes of its members; a dimension that is not named is taken whole.
  public var members: [String: [String]]

  public init(units: [String] = [], members: [String: [String]] = [:]) {
    self.units = units
    self.members = members
  }

  /// The same, narrowed to one unit.
  public func at(unit: String) -> Selection { Selection(units: [unit], members: members) }

  /// The same, narrowed to one member of a dimension.
  public func at(_ member: String, of dimension: String) -> Selection {
    Selection(units: units, members: members.merging([dimension: [member]]) { _, new in new })
  }

  /// The one unit it is about, if it is about one.
  public var unit: String? { units.count == 1 ? units[0] : nil }

  /// The one member of a dimension it is about, if it is about one.
  public func member(of dimension: String) -> String? {
    guard let codes = members[dimension], codes.count == 1 else { return nil }
    return codes[0]
  }

  public static let whole = Selection()
}
