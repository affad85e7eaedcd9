import Catalogue
import Datasets
import Values

/// Counts the cells that were expected to report and those that did: units × organisations × years.
///
/// Units are expected when they are at the resource's level and exist in the year; members of another dimension when
/// they report in any year. A cell has reported when it has a value and none of its rows is without one.
struct CoverageCounter {
  let roles: ResourceRoles
  let units: Dimension?
  let selection: Selection
  /// All cells of the measure, of every year.
  let all: [CellKey: MeasureCell]

  func coverage(of cells: [(key: CellKey, cell: MeasureCell)], years: ClosedRange<Int>) -> Coverage? {
    guard !roles.expects.isEmpty else { return nil }
    let expected = expectedCells(years)
    var present: Set<CellKey> = []
    var absent: Set<CellKey> = []
    for (key, cell) in cells {
      let reduced = reduce(key)
      if cell.present > 0 { present.insert(reduced) }
      if cell.absent > 0 { absent.insert(reduced) }
    }
    let reporting = expected.filter { present.contains($0) && !absent.contains($0) }.count
    return Coverage(reporting: reporting, expected: expected.count)
  }

  /// The key with only those dimensions that are expected to report.
  private func reduce(_ key: CellKey) -> CellKey {
    let members = roles.dimensions.enumerated().map { index, dimension -> String? in
      roles.expects.contains(dimension.dimension) && key.members.indices.contains(index) ? key.members[index] : nil
    }
    return CellKey(year: key.year, unit: expectsUnits ? key.unit : nil, members: members)
  }

  private var expectsUnits: Bool { roles.expects.contains(DimensionDeclaration.unit) && roles.unitColumn != nil }

  private func expectedCells(_ years: ClosedRange<Int>) -> Set<CellKey> {
    let reporters = all.keys.filter { key in
      matches(key) && !key.members.contains { $0.map(roles.exceptMembers.contains) ?? false }
    }
    let observed = Set(
      reporters.map { key in
        var reduced = reduce(key)
        reduced.year = 0
        return reduced
      })
    var combinations = Set(observed.map(\.members))
    // Where only units are expected they are, even when nobody has ever reported.
    if !roles.dimensions.contains(where: { roles.expects.contains($0.dimension) }) {
      combinations.insert(roles.dimensions.map { _ in nil })
    }
    let narrowed = selection.members.keys.contains { !roles.expects.contains($0) }
    var cells: Set<CellKey> = []
    for year in years {
      for unit in expectedUnits(in: year) {
        for members in combinations {
          // A selection that is narrower than what is expected only concerns the units that ever report it.
          if narrowed, !observed.contains(CellKey(year: 0, unit: unit, members: members)) { continue }
          cells.insert(CellKey(year: year, unit: unit, members: members))
        }
      }
    }
    return cells
  }

  private func matches(_ key: CellKey) -> Bool {
    for (index, dimension) in roles.dimensions.enumerated() {
      guard let wanted = selection.members[dimension.dimension] else { continue }
      guard let member = key.members[index], wanted.contains(member) else { return false }
    }
    return true
  }

  private func expectedUnits(in year: Int) -> [String?] {
    guard expectsUnits, let units, let level = roles.level else { return [nil] }
    let period = roles.reportingYear.year(year)
    return units.codes(at: level).filter { code in
      !roles.exceptMembers.contains(code)
        && units.versions(of: code).contains { $0.isValid(from: period.start, to: period.end) }
        && (selection.units.isEmpty || selection.units.contains { units.isMember(code, under: $0) })
    }
  }
}
