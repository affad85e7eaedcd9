import Catalogue
import Datasets
import Findings
import Values

/// Which cells of a measure are expected to report, and how many did: units × organisations × finer periods.
///
/// Units are expected when they are at the resource's level and exist in the period; members of another dimension when
/// they report in any year. In years for which the package lists what should be sent in, the list says what is
/// expected. A cell has reported when it has a value and none of its rows is without one.
struct CoverageFrame {
  /// A cell without the dimensions that are not expected to report.
  struct Place: Hashable {
    let unit: String?
    let members: [String?]
  }

  let roles: ResourceRoles
  /// For each declared dimension, whether it is expected to report.
  let isExpected: [Bool]
  let expectsUnits: Bool
  /// Units that could be expected, with the versions that say in which years.
  private let candidates: [String: [DimensionMember]]
  let combinations: [[String?]]
  /// What reports in some year; a selection narrower than what is expected only concerns these.
  let observed: Set<Place>?
  /// The members that are asked for, for each declared dimension; nil for all.
  let wanted: [[String]?]
  /// What is expected by the list of submissions, by year.
  var declared: [Int: Set<Place>] = [:]

  /// - Parameter all: the keys of all cells of the measure, of every year.
  init(roles: ResourceRoles, units: Dimension?, members: [String: [String]], all: some Sequence<CellKey>) {
    self.roles = roles
    isExpected = roles.dimensions.map { roles.expects.contains($0.dimension) }
    expectsUnits = roles.expects.contains(DimensionDeclaration.unit) && roles.unitColumn != nil
    let wanted = roles.dimensions.map { members[$0.dimension] }
    self.wanted = wanted
    var places: Set<Place> = []
    for key in all {
      let matches = zip(key.members, wanted).allSatisfy { member, wanted in
        (wanted.map { wanted in member.map(wanted.contains) ?? false } ?? true)
          && !(member.map(roles.exceptMembers.contains) ?? false)
      }
      if matches { places.insert(Self.place(key, isExpected, expectsUnits)) }
    }
    // Where only units are expected they are, even when nobody has ever reported.
    let bare = isExpected.contains(true) ? [] : [isExpected.map { _ in String?.none }]
    combinations = Array(Set(places.map(\.members)).union(bare))
    observed = members.keys.contains { !roles.expects.contains($0) } ? places : nil
    guard expectsUnits, let units, let level = roles.level else {
      candidates = [:]
      return
    }
    let codes = units.codes(at: level).filter { !roles.exceptMembers.contains($0) }
    candidates = Dictionary(codes.map { ($0, units.versions(of: $0)) }, uniquingKeysWith: { first, _ in first })
  }

  private static func place(_ key: CellKey, _ isExpected: [Bool], _ expectsUnits: Bool) -> Place {
    Place(
      unit: expectsUnits ? key.unit : nil, members: zip(key.members, isExpected).map { $1 ? $0 : nil })
  }

  /// - Parameter scope: the units that the question is about; nil for all.
  /// - Returns: nil where nothing is expected to report.
  /// - Throws: what finding the units of a restated question throws.
  func coverage(
    of cells: [(key: CellKey, cell: MeasureCell)], time: RolledUp, in scope: UnitScope
  ) throws(Failure) -> Coverage? {
    guard !roles.expects.isEmpty else { return nil }
    var present: [PeriodSlot: Set<Place>] = [:]
    var absent: [PeriodSlot: Set<Place>] = [:]
    for (key, cell) in cells {
      let place = Self.place(key, isExpected, expectsUnits)
      let slot = time.standing(key.slot)
      if cell.isReported { present[slot, default: []].insert(place) }
      if cell.absent > 0 { absent[slot, default: []].insert(place) }
    }
    let unusual = ways(time)
    var coverage = Coverage.none
    for asked in time.asked {
      for slot in time.usual[asked] ?? [asked] {
        for place in try expected(in: slot, scope) where unusual[place]?[asked] == nil {
          coverage.expected += 1
          if present[slot]?.contains(place) ?? false, !(absent[slot]?.contains(place) ?? false) {
            coverage.reporting += 1
          }
        }
      }
    }
    // Where a place is known by other periods than most are, all of them are there.
    var known: [PeriodSlot: Set<Place>] = [:]
    for (place, ways) in unusual {
      for way in ways.values {
        for slot in way {
          if known[slot] == nil { known[slot] = Set(try expected(in: slot, scope)) }
          guard known[slot]?.contains(place) ?? false else { continue }
          coverage.expected += 1
          coverage.reporting += absent[slot]?.contains(place) ?? false ? 0 : 1
        }
      }
    }
    return coverage
  }

  private func ways(_ time: RolledUp) -> [Place: [PeriodSlot: Set<PeriodSlot>]] {
    var ways: [Place: [PeriodSlot: Set<PeriodSlot>]] = [:]
    for (place, own) in time.unusual {
      let key = CellKey(slot: .year(1), unit: place.unit, members: place.members)
      let expected = Self.place(key, isExpected, expectsUnits)
      for (asked, slots) in own { ways[expected, default: [:]][asked, default: []].formUnion(slots) }
    }
    return ways
  }

  func expected(in slot: PeriodSlot, _ scope: UnitScope) throws(Failure) -> [Place] {
    if let listed = declared[slot.kind == .year ? slot.year : roles.reportingYear.year(of: slot)] {
      guard expectsUnits else { return Array(listed) }
      switch scope {
      case .all: return Array(listed)
      case .units(let units): return listed.filter { $0.unit.map(units.contains) ?? false }
      case .restated:
        let period = roles.reportingYear.period(of: .slot(slot))
        var places: [Place] = []
        for place in listed where try scope.holds(place.unit, in: period) { places.append(place) }
        return places
      }
    }
    var places: [Place] = []
    for unit in try expectedUnits(in: slot, scope) {
      for members in combinations {
        let place = Place(unit: unit, members: members)
        if observed?.contains(place) ?? true { places.append(place) }
      }
    }
    return places
  }

  private func expectedUnits(in slot: PeriodSlot, _ scope: UnitScope) throws(Failure) -> [String?] {
    guard expectsUnits else { return [nil] }
    let period = roles.reportingYear.period(of: .slot(slot))
    func exists(_ code: String) -> Bool {
      (candidates[code] ?? []).contains { $0.isValid(from: period.start, to: period.end) }
    }
    switch scope {
    case .all: return candidates.keys.filter(exists)
    case .units(let units): return units.filter(exists)
    case .restated(let restated):
      var units: [String] = []
      for code in candidates.keys where exists(code) {
        if try restated.origin(code, in: period) != nil { units.append(code) }
      }
      return units
    }
  }
}
