import Catalogue
import Datasets
import Findings
import Language
import Values

/// Which units' rows a question is about.
enum UnitScope {
  case all
  /// Those that reported, by codes.
  case units(Set<String>)
  /// Those whose figures lie, whole or in part, in units of another day.
  case restated(RestatedScope)

  /// The codes whose rows count; nil where that takes more than a code.
  var reporting: Set<String>? {
    if case .units(let units) = self { return units }
    return nil
  }

  /// Whether the rows of a unit and a period count, whole or in part.
  func holds(_ unit: String?, in period: Period) throws(Failure) -> Bool {
    switch self {
    case .all: return true
    case .units(let units): return unit.map(units.contains) ?? false
    case .restated(let scope):
      guard let unit else { return scope.isAll }
      return try scope.origin(unit, in: period) != nil
    }
  }

  func mayHold(_ unit: String?) -> Bool {
    guard let reporting else { return true }
    return unit.map(reporting.contains) ?? false
  }
}

extension ResourceRoles {
  /// The days in which the rows of a cell were counted.
  func days(of key: CellKey) -> Period { reportingYear.period(of: .slot(key.slot)) }
}

extension MeasureSlice {
  /// Keeps what lies in the units asked for, with the share that does.
  ///
  /// - Throws: `Failure.refused` when an event does not say enough, or the measure cannot be restated.
  mutating func restate(_ scope: RestatedScope, _ roles: ResourceRoles) throws(Failure) {
    var kept: [CellEntry] = []
    for entry in cells {
      let key = entry.key
      // A resource without units is about the whole.
      guard let unit = key.unit else {
        if scope.isAll { kept.append(entry) }
        continue
      }
      guard let origin = try scope.origin(unit, in: roles.days(of: key)) else { continue }
      if measure.kind == .published, entry.cell.present > 0, !scope.isAll,
        try !scope.isUnchanged(unit, in: roles.days(of: key))
      {
        throw .refused(Messages.publishedNotRestated(measure.name, unit))
      }
      var cell = entry.cell
      cell.origin = origin
      kept.append(entry.with(cell))
    }
    cells = kept
    var entries: [RegisterEntry] = []
    for entry in register {
      guard let unit = entry.unit else {
        if scope.isAll { entries.append(entry) }
        continue
      }
      // What lasts is where its unit is in the last of the years asked for in which it did.
      let last = time.asked.map { roles.reportingYear.year(of: $0) }.max() ?? entry.first
      let year = min(entry.last ?? last, last)
      guard let origin = try scope.origin(unit, in: roles.reportingYear.year(year)) else { continue }
      guard origin.isWhole else { throw .refused(Messages.distinctNotDivided(measure.name, unit)) }
      entries.append(entry)
    }
    register = entries
  }
}

extension RestatedPart {
  private struct Group: Hashable {
    let origin: UnitOrigin
    let part: Int
  }

  /// The rows of each unit that reported and each file, in the order of the codes; empty where nothing is restated.
  static func parts(of cells: [MeasureCell], of measure: Measure) -> [RestatedPart] {
    guard cells.contains(where: { $0.origin != nil }) else { return [] }
    var groups: [Group: [MeasureCell]] = [:]
    let first = cells.compactMap { $0.lines.first?.part }.min() ?? 0
    for cell in cells {
      guard let origin = cell.origin else { continue }
      let parts = cell.present > 0 ? cell.parts : [first]
      for part in parts {
        let piece = parts.count == 1 ? cell : cell.piece(part)
        piece.map { groups[Group(origin: origin, part: part), default: []].append($0) }
      }
    }
    return groups.map { group, cells in
      var sum: Rational? = .zero
      for cell in cells {
        let amount: Rational? =
          switch measure.kind {
          case .flow, .stock, .published: Rational(cell.sum.value)
          case .count: Rational(cell.present)
          case .distinct: nil
          }
        sum = amount.flatMap { amount in sum.flatMap { try? $0.adding(amount) } }
      }
      let lines = SourceLines(merging: cells.map(\.lines)).lines(of: group.part)
      return RestatedPart(origin: group.origin, value: sum, lines: lines, part: group.part)
    }.sorted {
      ($0.origin.unit.code, $0.part, $0.lines.description) < ($1.origin.unit.code, $1.part, $1.lines.description)
    }
  }
}

extension Restatement {
  /// The units of a level on the day, among which all figures of the question lie.
  ///
  /// - Throws: `Failure.refused` when the day has no such level, or figures of some unit are in no unit of it.
  func units(
    at level: String, under roots: [String], of roles: ResourceRoles, from start: CalendarDate, to end: CalendarDate
  ) throws(Failure) -> [String] {
    guard levels.contains(level) else { throw .refused(Messages.levelNotOnDay(level, on: day, levels: levels)) }
    let codes = try codes(at: level, under: roots)
    guard let reported = roles.level else { return codes }
    let (asked, listed) = (try scope(roots), try scope(codes))
    for version in history.units.versions where version.level == reported {
      guard version.isValid(from: start, to: end) else { continue }
      let source = min(version.validTo ?? end, end)
      let wanted = try asked.share(version.id, on: source)
      // No units at all would be the whole again.
      let found = codes.isEmpty ? .zero : try listed.share(version.id, on: source)
      guard found == wanted else {
        throw .refused(Messages.notAtLevel(version.names, code: version.code, level: level, on: day))
      }
    }
    return codes
  }
}
