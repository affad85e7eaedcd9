import Catalogue
import Datasets
import Findings
import Values

/// Which cells of a measure are expected to report, and how many did: units × organisations × finer periods.
///
/// Units are expected when they are at the resource's level and exist in the period; members of another dimension when
/// they report in any year. In years for which the package lists what should be sent in, the list says what is
/// expected. A cell has reported when it has a value and none of its rows is without one.
///
/// A report asks hundreds of questions about the same places: each has a number, and what is expected of a period is
/// found out once.
final class CoverageFrame {
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
  private var numbers: [Place: Int] = [:]
  /// The same by the number of a cell's place; -1 where it has not been asked for.
  private var cellNumbers: [Int] = []
  private var known: [PeriodSlot: PeriodPlaces] = [:]
  /// Units that could be expected with their places by number, which do not depend on the period.
  private lazy var numbered: [Candidate] = candidates.map { unit, versions in
    Candidate(versions: versions, places: places(of: unit).map { number(of: $0) })
  }
  private lazy var order: [String: Int] = Dictionary(
    zip(candidates.keys, 0...), uniquingKeysWith: { first, _ in first })

  private struct Candidate {
    let versions: [DimensionMember]
    let places: [Int]
  }

  /// The places that are expected to report in a period, by number.
  private struct PeriodPlaces {
    var all: [Int] = []
    /// Where units are listed.
    var byUnit: [String: [Int]] = [:]
    /// For each candidate, whether it is there; nil where units are listed.
    var exists: [Bool]?
  }

  /// - Parameter all: the key of a cell for each place of the measure's, of every year.
  init(roles: ResourceRoles, units: Dimension?, members: [String: [String]], all: some Sequence<CellKey>) {
    self.roles = roles
    isExpected = roles.dimensions.map { roles.expects.contains($0.dimension) }
    expectsUnits = roles.expects.contains(DimensionDeclaration.unit) && roles.unitColumn != nil
    let wanted = roles.dimensions.map { members[$0.dimension] }
    self.wanted = wanted
    let isNarrow = members.keys.contains { !roles.expects.contains($0) }
    var places: Set<Place> = []
    var combinations: Set<[String?]> = []
    for key in all {
      let matches = zip(key.members, wanted).allSatisfy { member, wanted in
        (wanted.map { wanted in member.map(wanted.contains) ?? false } ?? true)
          && !(member.map(roles.exceptMembers.contains) ?? false)
      }
      guard matches else { continue }
      combinations.insert(Self.members(key, isExpected))
      if isNarrow { places.insert(Self.place(key, isExpected, expectsUnits)) }
    }
    // Where only units are expected they are, even when nobody has ever reported.
    if !isExpected.contains(true) { combinations.insert(isExpected.map { _ in nil }) }
    self.combinations = Array(combinations)
    observed = isNarrow ? places : nil
    guard expectsUnits, let units, let level = roles.level else {
      candidates = [:]
      return
    }
    let codes = units.codes(at: level).filter { !roles.exceptMembers.contains($0) }
    candidates = Dictionary(codes.map { ($0, units.versions(of: $0)) }, uniquingKeysWith: { first, _ in first })
  }

  private static func place(_ key: CellKey, _ isExpected: [Bool], _ expectsUnits: Bool) -> Place {
    Place(unit: expectsUnits ? key.unit : nil, members: members(key, isExpected))
  }

  private static func members(_ key: CellKey, _ isExpected: [Bool]) -> [String?] {
    if key.members.count == isExpected.count, !isExpected.contains(false) { return key.members }
    return zip(key.members, isExpected).map { $1 ? $0 : nil }
  }

  private func number(of place: Place) -> Int {
    if let number = numbers[place] { return number }
    let number = numbers.count
    numbers[place] = number
    return number
  }

  private func number(of entry: CellEntry) -> Int {
    let place = entry.place
    if place < cellNumbers.count, cellNumbers[place] >= 0 { return cellNumbers[place] }
    if place >= cellNumbers.count {
      let count = max(place + 1, cellNumbers.count * 2)
      cellNumbers.append(contentsOf: repeatElement(-1, count: count - cellNumbers.count))
    }
    cellNumbers[place] = number(of: Self.place(entry.key, isExpected, expectsUnits))
    return cellNumbers[place]
  }

  /// - Parameter scope: the units that the question is about; nil for all.
  /// - Returns: nil where nothing is expected to report.
  /// - Throws: what finding the units of a restated question throws.
  func coverage(
    of cells: [CellEntry], time: RolledUp, in scope: UnitScope
  ) throws(Failure) -> Coverage? {
    guard !roles.expects.isEmpty else { return nil }
    var marks = SlotMarks()
    for entry in cells {
      let (isReported, isAbsent) = (entry.cell.isReported, entry.cell.absent > 0)
      guard isReported || isAbsent else { continue }
      let number = number(of: entry)
      marks.mark(number, in: time.standing(entry.key.slot), isReported: isReported, isAbsent: isAbsent)
    }
    let unusual = ways(time)
    var coverage = Coverage.none
    for asked in time.asked {
      for slot in time.usual[asked] ?? [asked] {
        let (there, lacking) = marks.of(slot)
        for place in try expected(in: slot, scope) where unusual.isEmpty || unusual[place]?[asked] == nil {
          coverage.expected += 1
          if there.contains(place), !lacking.contains(place) { coverage.reporting += 1 }
        }
      }
    }
    // Where a place is known by other periods than most are, all of them are there.
    var known: [PeriodSlot: Marks] = [:]
    for (place, ways) in unusual {
      for way in ways.values {
        for slot in way {
          if known[slot] == nil { known[slot] = Marks(try expected(in: slot, scope)) }
          guard known[slot]?.contains(place) ?? false else { continue }
          coverage.expected += 1
          coverage.reporting += marks.of(slot).absent.contains(place) ? 0 : 1
        }
      }
    }
    return coverage
  }

  /// A set of places, by number.
  private struct Marks {
    private var isMarked: [Bool] = []

    init(_ places: [Int] = []) { for place in places { insert(place) } }

    mutating func insert(_ place: Int) {
      if place >= isMarked.count {
        isMarked.append(contentsOf: repeatElement(false, count: place + 1 - isMarked.count))
      }
      isMarked[place] = true
    }

    func contains(_ place: Int) -> Bool { place < isMarked.count && isMarked[place] }
  }

  /// The places that report in some periods, which are few, and those that say that they do not.
  private struct SlotMarks {
    private var slots: [(slot: PeriodSlot, present: Marks, absent: Marks)] = []
    private var latest = 0

    mutating func mark(_ place: Int, in slot: PeriodSlot, isReported: Bool, isAbsent: Bool) {
      if latest >= slots.count || slots[latest].slot != slot {
        latest = slots.firstIndex { $0.slot == slot } ?? slots.count
        if latest == slots.count { slots.append((slot, Marks(), Marks())) }
      }
      if isReported { slots[latest].present.insert(place) }
      if isAbsent { slots[latest].absent.insert(place) }
    }

    func of(_ slot: PeriodSlot) -> (present: Marks, absent: Marks) {
      slots.first { $0.slot == slot }.map { ($0.present, $0.absent) } ?? (Marks(), Marks())
    }
  }

  private func ways(_ time: RolledUp) -> [Int: [PeriodSlot: Set<PeriodSlot>]] {
    var ways: [Int: [PeriodSlot: Set<PeriodSlot>]] = [:]
    for (place, own) in time.unusual {
      let key = CellKey(slot: .year(1), unit: place.unit, members: place.members)
      let expected = number(of: Self.place(key, isExpected, expectsUnits))
      for (asked, slots) in own { ways[expected, default: [:]][asked, default: []].formUnion(slots) }
    }
    return ways
  }

  private func expected(in slot: PeriodSlot, _ scope: UnitScope) throws(Failure) -> [Int] {
    if case .restated = scope { return try places(in: slot, scope).map { number(of: $0) } }
    let expected = try expected(in: slot)
    guard expectsUnits, case .units(let units) = scope else { return expected.all }
    guard let exists = expected.exists else { return units.flatMap { expected.byUnit[$0] ?? [] } }
    return units.flatMap { unit in order[unit].flatMap { exists[$0] ? numbered[$0].places : nil } ?? [] }
  }

  /// Of all units, as they reported.
  private func expected(in slot: PeriodSlot) throws(Failure) -> PeriodPlaces {
    if let expected = known[slot] { return expected }
    var expected = PeriodPlaces()
    if expectsUnits, listed(in: slot) == nil {
      let period = roles.reportingYear.period(of: .slot(slot))
      let exists = numbered.map { $0.versions.contains { $0.isValid(from: period.start, to: period.end) } }
      for (candidate, isThere) in zip(numbered, exists) where isThere { expected.all += candidate.places }
      expected.exists = exists
      known[slot] = expected
      return expected
    }
    for place in try places(in: slot, .all) {
      let number = number(of: place)
      expected.all.append(number)
      if let unit = place.unit { expected.byUnit[unit, default: []].append(number) }
    }
    known[slot] = expected
    return expected
  }

  func places(in slot: PeriodSlot, _ scope: UnitScope) throws(Failure) -> [Place] {
    if let listed = listed(in: slot) {
      guard expectsUnits else { return Array(listed) }
      switch scope {
      case .all, .units: return Array(listed)
      case .restated:
        let period = roles.reportingYear.period(of: .slot(slot))
        var places: [Place] = []
        for place in listed where try scope.holds(place.unit, in: period) { places.append(place) }
        return places
      }
    }
    var places: [Place] = []
    for unit in try expectedUnits(in: slot, scope) { places += self.places(of: unit) }
    return places
  }

  private func listed(in slot: PeriodSlot) -> Set<Place>? {
    declared[slot.kind == .year ? slot.year : roles.reportingYear.year(of: slot)]
  }

  /// Of one unit, whenever it exists.
  private func places(of unit: String?) -> [Place] {
    combinations.map { Place(unit: unit, members: $0) }.filter { observed?.contains($0) ?? true }
  }

  private func expectedUnits(in slot: PeriodSlot, _ scope: UnitScope) throws(Failure) -> [String?] {
    guard expectsUnits else { return [nil] }
    let period = roles.reportingYear.period(of: .slot(slot))
    func exists(_ code: String) -> Bool {
      (candidates[code] ?? []).contains { $0.isValid(from: period.start, to: period.end) }
    }
    switch scope {
    case .all, .units: return candidates.keys.filter(exists)
    case .restated(let restated):
      var units: [String] = []
      for code in candidates.keys where exists(code) {
        if try restated.origin(code, in: period) != nil { units.append(code) }
      }
      return units
    }
  }
}
