import Catalogue
import Findings
import Values

/// Different values by how many members of a dimension they are found in: persons who belong to two organisations.
///
/// It is asked of all rows of the periods, also where the question is about a part of the whole: persons who belong to two
/// organisations do so in each of them, and wherever they live.
extension Evaluator {
  struct FoundKey: Hashable {
    let measure: String
    let periods: [PeriodSlot]
  }

  /// For each value, in how many members it is found in some periods.
  ///
  /// - Complexity: O(rows) for each new list of periods.
  func membersFound(
    _ measure: Measure, _ foundIn: FoundIn, _ roles: ResourceRoles, _ periods: [PeriodSlot]
  ) throws(Failure) -> [String: Int] {
    let key = FoundKey(measure: measure.name, periods: periods)
    if let known = foundMembers[key] { return known }
    var members: [String: Set<String>] = [:]
    if let place = roles.dimensions.firstIndex(where: { $0.dimension == foundIn.dimension }) {
      for entry in try rollUp(measure).answer(periods, in: .all).cells {
        guard entry.key.members.indices.contains(place), let member = entry.key.members[place] else { continue }
        for value in entry.cell.values { members[value, default: []].insert(member) }
      }
    }
    let counts = members.mapValues(\.count)
    foundMembers[key] = counts
    return counts
  }
}

extension MeasureSlice {
  /// Leaves those values that are found in so many members.
  mutating func keep(_ foundIn: FoundIn, _ counts: [String: Int]) {
    cells = cells.map { entry in
      var cell = entry.cell
      cell.values = cell.values.filter { foundIn.members.contains(counts[$0] ?? 0) }
      return entry.with(cell)
    }
  }
}
