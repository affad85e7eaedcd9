import Catalogue
import Datasets
import Findings
import Values

/// The cells of one measure by place and year, with the facts made of them so far.
final class FactGroup {
  /// The cells of one place.
  final class Cells {
    fileprivate var byYear: [Int: [CellEntry]] = [:]
    fileprivate var register: [RegisterEntry] = []
    /// Of single years; asked for by every rule about the measure.
    fileprivate var facts: [Int: Fact?] = [:]

    /// Whether a row of the year says that there can be no value, or that none was collected.
    func isExcused(_ year: Int) -> Bool {
      byYear[year]?.contains { $0.cell.absences.contains(.notApplicable) || $0.cell.absences.contains(.notCollected) }
        ?? false
    }
  }

  private(set) var places: [FactPlace: Cells] = [:]
  let measure: Measure
  /// Of the measure's resource, in its order.
  let dimensionNames: [String]
  private let resource: String
  private let files: [String]
  private let reportingYear: ReportingYear?
  private let calendar: ReportingYear
  private let isDaily: Bool
  private var ends: [Int: CalendarDate] = [:]
  /// What answers each reporting year, finer periods rolled up; none where the kind of measure does not allow that.
  private var times: [Int: RolledUp] = [:]
  private var order: [FactPlace]?

  /// - Parameters:
  ///   - dimensions: of the places; the measure has all of them.
  ///   - level: units are taken together at this level; nil leaves them as they are.
  ///   - numbers: the same for all groups.
  init(
    _ measure: Measure, dimensions: [String], level: String?, _ table: CellTable, _ numbers: CellPlaces,
    _ dataset: Dataset
  ) {
    self.measure = measure
    resource = measure.resource
    files = dataset.package.resource(named: measure.resource)?.files ?? []
    let roles = dataset.catalogue.roles[measure.resource]
    dimensionNames = roles?.dimensions.map(\.dimension) ?? []
    reportingYear = measure.kind == .flow || measure.kind == .count ? roles?.reportingYear : nil
    calendar = roles?.reportingYear ?? .calendar
    isDaily = roles?.isDaily ?? false
    let finder = PlaceFinder(dimensions, names: dimensionNames, units: dataset.units, level: level)
    if let roles, let all = table.cells[measure.name] {
      let rollUp = RollUp(measure, roles, all, numbers)
      for year in table.years { times[year] = try? rollUp.answer([.year(year)], in: .all) }
    }
    for (year, time) in times {
      for entry in time.cells {
        guard let place = finder.place(entry.key.unit, entry.key.members) else { continue }
        cells(at: place).byYear[year, default: []].append(entry)
      }
    }
    for entry in table.registers[measure.name] ?? [] {
      guard let place = finder.place(entry.unit, entry.members) else { continue }
      cells(at: place).register.append(entry)
    }
  }

  private func cells(at place: FactPlace) -> Cells {
    if let known = places[place] { return known }
    let new = Cells()
    places[place] = new
    return new
  }

  /// In table order.
  func sorted(_ dataset: Dataset, _ dimensions: [String]) -> [FactPlace] {
    if let order { return order }
    let ranks = dimensions.map { name in
      Dictionary(
        (dataset.dimensions[name]?.codes ?? []).enumerated().map { ($0.element, $0.offset) },
        uniquingKeysWith: { first, _ in first })
    }
    let ranked = places.keys.map { place in
      (place: place, ranks: zip(place.members, ranks).map { code, ranks in code.flatMap { ranks[$0] } ?? Int.max })
    }
    let sorted = ranked.sorted { left, right in
      for index in left.ranks.indices {
        if left.ranks[index] != right.ranks[index] { return left.ranks[index] < right.ranks[index] }
        guard left.ranks[index] == Int.max else { continue }
        let (first, second) = (left.place.members[index] ?? "", right.place.members[index] ?? "")
        if first != second { return first < second }
      }
      return false
    }
    let found = sorted.map(\.place)
    order = found
    return found
  }

  /// Nil where there is no value.
  func fact(_ cells: Cells, _ years: ClosedRange<Int>) throws(Failure) -> Fact? {
    guard years.count == 1 else { return try compute(cells, years) }
    if let known = cells.facts[years.lowerBound] { return known }
    let fact = try compute(cells, years)
    cells.facts[years.lowerBound] = .some(fact)
    return fact
  }

  private func compute(_ cells: Cells, _ years: ClosedRange<Int>) throws(Failure) -> Fact? {
    if years.count == 1, cells.register.isEmpty, measure.kind == .flow || measure.kind == .stock {
      // Most places have one cell a year; nothing has to be added up.
      guard let found = cells.byYear[years.lowerBound] else { return nil }
      if found.count == 1, found[0].key.slot.kind == .year, !isDaily {
        let cell = found[0].cell
        guard cell.present > 0 else { return nil }
        var value = MeasureValue()
        (value.flags, value.lines, value.cutOff) = (cell.flags, cell.lines, cell.cutOff)
        return fact(Rational(cell.sum.value), hasGaps: cell.absent > 0, years, value)
      }
    }
    let slice = slice(cells, years, isWhole: false)
    let value = try measure.kind.aggregator.aggregate(slice)
    return value.value.map { fact($0, slice, value) }
  }

  /// - Parameter isWhole: whether cells of every year count, also of a stock.
  func slice(_ cells: Cells, _ years: ClosedRange<Int>, isWhole: Bool) -> MeasureSlice {
    let ends = isWhole ? years[...] : measure.counted(years)
    let counted = (ends.first ?? years.lowerBound)...(ends.last ?? years.upperBound)
    let found =
      counted.count == 1
      ? cells.byYear[counted.lowerBound] ?? []
      : cells.byYear.filter { counted.contains($0.key) }.flatMap(\.value)
    var slice = MeasureSlice(measure: measure, time: time(of: counted), cells: found)
    slice.register = cells.register.filter { $0.isActive(in: counted) }
    return slice
  }

  private func time(of years: ClosedRange<Int>) -> RolledUp {
    if years.count == 1, let time = times[years.lowerBound] { return time }
    var time = RolledUp(
      asked: years.map { PeriodSlot.year($0) }, reportingYear: calendar, isDaily: isDaily)
    for year in years { times[year].map { time.add($0) } }
    return time
  }

  func fact(_ value: Rational, _ slice: MeasureSlice, _ found: MeasureValue) -> Fact {
    let asked = slice.time.asked
    let years = (asked.first?.year ?? 0)...max(asked.first?.year ?? 0, asked.last?.year ?? 0)
    let hasGaps = found.hasMissingParts || slice.cells.contains { $0.cell.absent > 0 }
    return fact(value, hasGaps: hasGaps, years, found)
  }

  private func fact(_ value: Rational, hasGaps: Bool, _ years: ClosedRange<Int>, _ found: MeasureValue) -> Fact {
    let evidence = Evidence(resource: resource, column: measure.column, files: files, lines: found.lines)
    return Fact(
      value: value, flags: found.flags, isPartialFlow: isPartial(years, found.cutOff), hasGaps: hasGaps,
      evidence: [evidence])
  }

  private func isPartial(_ years: ClosedRange<Int>, _ cutOff: CalendarDate?) -> Bool {
    guard let reportingYear, let cutOff else { return false }
    if let end = ends[years.upperBound] { return cutOff < end }
    let end = reportingYear.range(years.upperBound, years.upperBound).end
    ends[years.upperBound] = end
    return cutOff < end
  }
}

/// Where a row belongs, as a scope sees it.
private final class PlaceFinder {
  private let dimensions: [String]
  private let indices: [Int?]
  private let units: Dimension?
  private let level: String?
  private var ancestors: [String: String?] = [:]

  init(_ dimensions: [String], names: [String], units: Dimension?, level: String?) {
    self.dimensions = dimensions
    indices = dimensions.map { names.firstIndex(of: $0) }
    self.units = units
    self.level = level
  }

  /// Nil where the unit has none above it at the level.
  func place(_ unit: String?, _ members: [String?]) -> FactPlace? {
    var place: [String?] = []
    place.reserveCapacity(dimensions.count)
    for (name, index) in zip(dimensions, indices) {
      guard name == DimensionDeclaration.unit else {
        place.append(index.flatMap { members.indices.contains($0) ? members[$0] : nil })
        continue
      }
      guard let unit else { return nil }
      if ancestors[unit] == nil { ancestors[unit] = .some(ancestor(of: unit)) }
      guard let ancestor = ancestors[unit] ?? nil else { return nil }
      place.append(ancestor)
    }
    return FactPlace(members: place)
  }

  private func ancestor(of unit: String) -> String? {
    guard let level, let units else { return unit }
    var code: String? = unit
    for _ in 0...units.versions.count {
      guard let current = code else { return nil }
      if units.versions(of: current).contains(where: { $0.level == level }) { return current }
      code = units.member(current)?.parent
    }
    return nil
  }
}
