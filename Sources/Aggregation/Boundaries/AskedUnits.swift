import Catalogue

/// What all questions about the same units have in common, found out once: a table asks about each unit for every period
/// and member.
final class AskedUnits {
  let scope: UnitScope
  /// For each level that was asked for, whether rows of it lie at or below the units.
  private var reached: [(level: String, isReached: Bool)] = []
  /// For the level of a grain, whether its cells are as fine as the units.
  private var separate: [(level: String, isSeparate: Bool)] = []

  init(_ scope: UnitScope) { self.scope = scope }

  func isReached(from level: String, _ find: () -> Bool) -> Bool {
    if let known = reached.first(where: { $0.level == level }) { return known.isReached }
    let isReached = find()
    reached.append((level, isReached))
    return isReached
  }

  func isSeparate(at level: String, _ find: () -> Bool) -> Bool {
    if let known = separate.first(where: { $0.level == level }) { return known.isSeparate }
    let isSeparate = find()
    separate.append((level, isSeparate))
    return isSeparate
  }
}
