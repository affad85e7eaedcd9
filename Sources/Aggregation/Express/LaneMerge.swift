import Catalogue
import CSVCore
import Datasets
import Values

/// Puts the parts of files together, in their order.
struct LaneMerge {
  private let plan: LanePlan
  private var keys: [CellKey] = []
  private var groups: [CellKey: Int] = [:]
  /// For each group of rows told apart by all that the plan tells apart, what a census has to know of it.
  private var standings: [LaneCensus.Standing] = []
  private var standingNumbers: [CellKey: Int32] = [:]
  private var slotNumbers: [PeriodSlot: Int32] = [:]
  private var memberNumbers: [String: UInt8] = [:]
  /// The place of the dimension of which values are found in so many members; nil where nobody asks.
  private let counted: Int?
  /// For each total, the cells by group.
  private var cells: [[MeasureCell?]]
  private var years: Set<Int> = []
  private var rows = 0
  /// For each total, who is counted once.
  private var censuses: [LaneCensus]
  private var texts: [Int: (known: Set<String>, ordered: [String])] = [:]

  init(_ plan: LanePlan) {
    self.plan = plan
    cells = plan.totals.map { _ in [] }
    censuses = plan.totals.map { _ in LaneCensus() }
    counted = plan.counted
  }

  /// - Returns: false where a sum is too long a number.
  mutating func add(_ part: CSVPart<LanePart>) -> Bool {
    let own = part.value
    rows += own.rows
    years.formUnion(own.years)
    for (field, found) in own.seenTexts() {
      var seen = texts[field] ?? ([], [])
      for text in found where seen.known.insert(text).inserted { seen.ordered.append(text) }
      texts[field] = seen
    }
    var numbers: [Int] = []
    var standing: [Int32] = []
    for finest in own.keys() {
      let key = together(finest)
      if let known = groups[key] {
        numbers.append(known)
      } else {
        groups[key] = keys.count
        numbers.append(keys.count)
        keys.append(key)
      }
      guard counted != nil else { continue }
      guard let number = standingNumber(finest, of: numbers[numbers.count - 1]) else { return false }
      standing.append(number)
    }
    for index in plan.totals.indices {
      cells[index].append(contentsOf: repeatElement(nil, count: keys.count - cells[index].count))
      guard add(own.totals[index], numbers, part.linesBefore, file: own.file.index, to: index) else { return false }
      if let crowd = own.crowds[index] {
        censuses[index].crowds.append((crowd, counted == nil ? numbers.map { Int32($0) } : standing))
      }
    }
    return true
  }

  /// The key of the cell that rows belong to in the end.
  private func together(_ key: CellKey) -> CellKey {
    guard let grain = plan.plan.grain, !grain.apart.isEmpty else { return key }
    var key = key
    for (index, dimension) in plan.plan.roles.dimensions.enumerated() where grain.apart.contains(dimension.dimension) {
      if key.members.indices.contains(index) { key.members[index] = nil }
    }
    return key
  }

  /// - Returns: nil where there are more members than a census can tell apart.
  private mutating func standingNumber(_ key: CellKey, of group: Int) -> Int32? {
    if let known = standingNumbers[key] { return known }
    var member: UInt8?
    if let counted, key.members.indices.contains(counted), let code = key.members[counted] {
      guard memberNumbers[code] != nil || memberNumbers.count < LaneCensus.mostMembers else { return nil }
      let number = memberNumbers[code] ?? UInt8(memberNumbers.count)
      memberNumbers[code] = number
      member = number
    }
    let slot = slotNumbers[key.slot] ?? Int32(slotNumbers.count)
    slotNumbers[key.slot] = slot
    let number = Int32(standings.count)
    standingNumbers[key] = number
    standings.append(LaneCensus.Standing(group: Int32(group), slot: slot, member: member))
    return number
  }

  private mutating func add(
    _ total: LaneCells, _ numbers: [Int], _ linesBefore: Int, file: Int, to index: Int
  ) -> Bool {
    for (group, number) in numbers.enumerated() {
      let own = total.cells[group]
      guard own.isThere else { continue }
      var cell = cells[index][number] ?? MeasureCell()
      cells[index][number] = nil
      if own.present > 0 {
        guard let sum = Self.sum(own, at: total.scale), (try? cell.sum.add(sum)) != nil else { return false }
        if file > 0 {
          guard (try? cell.later[file, default: CellPiece()].sum.add(sum)) != nil else { return false }
          cell.later[file]?.present += own.present
        }
      }
      cell.present += own.present
      cell.passed += Int(own.passed)
      cell.absent += Int(own.absent)
      cell.flags.formUnion(StatusFlags(rawValue: own.flags))
      cell.absences.formUnion(StatusFlags(rawValue: own.absences))
      if own.cutOff < .max {
        let (year, month, day) = FieldDay.parts(Int(own.cutOff))
        if let cutOff = CalendarDate(year: year, month: month, day: day) {
          cell.cutOff = min(cell.cutOff ?? cutOff, cutOff)
        }
      }
      cells[index][number] = cell
    }
    for (group, line) in total.lines {
      cells[index][numbers[Int(group)]]?.lines.insert(line + linesBefore, part: file)
    }
    return true
  }

  /// With as many digits after the point as the longest of its terms.
  private static func sum(_ cell: LaneCell, at scale: Int) -> ExactDecimal? {
    let own = min(Int(cell.scale), scale)
    let coefficient = cell.sum / Int128(LaneValues.powers[scale - own])
    return coefficient == .min ? nil : ExactDecimal(coefficient: coefficient, scale: own)
  }

  /// Whether a scan would refuse a column for what its texts are.
  var isAboutPersons: Bool {
    plan.input.isAboutPersons(texts.sorted { $0.key < $1.key }.map { ($0.key, $0.value.ordered) })
  }

  func table(threads: Int) -> CellTable {
    var table = CellTable()
    table.rows = rows
    table.years = years
    table.grain = plan.plan.grain
    let last = table.grain?.span.flatMap { span in years.filter(span.contains).max() }
    let keys = keys.map { key -> CellKey? in
      guard table.grain?.span != nil else { return key }
      guard key.slot == CellGrain.within, let last else { return nil }
      return CellKey(slot: .year(last), unit: key.unit, members: key.members)
    }
    let people = plan.totals.indices.map { total -> LaneCensus.Counts? in
      guard plan.totals[total].isDistinct else { return nil }
      guard counted != nil else { return .all(censuses[total].counts(groups: keys.count, threads: threads)) }
      return .byMembers(censuses[total].counts(groups: keys.count, standings, threads: threads))
    }
    for (measure, total) in plan.measures {
      var own: [CellKey: MeasureCell] = [:]
      own.reserveCapacity(keys.count)
      let counts = people[total]?.counts(measure.foundIn?.members, groups: keys.count)
      for (index, cell) in cells[total].enumerated() {
        guard var cell, let key = keys[index] else { continue }
        if let counts { cell.distinct = counts[index] }
        // A count adds nothing up.
        if measure.kind == .count || measure.kind == .distinct { cell.sum = DecimalSum() }
        own[key] = cell
      }
      table.cells[measure.name] = own
      table.registers[measure.name] = []
    }
    return table
  }
}
