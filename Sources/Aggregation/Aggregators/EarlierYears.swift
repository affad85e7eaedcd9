import Catalogue
import Datasets
import Findings
import Values

/// Which years stand for those that a versioned resource does not have.
struct EarlierYears {
  /// The years whose rows are used.
  private(set) var used: Set<Int> = []
  private(set) var isEarlier = false

  mutating func use(_ year: Int, for asked: Int) {
    used.insert(year)
    isEarlier = isEarlier || year != asked
  }

  /// What is of an earlier year is an estimate of this one.
  var flags: StatusFlags { isEarlier ? StatusFlags(.estimated) : [] }

  /// "year = 2019", as a condition on the rows.
  func condition(_ roles: ResourceRoles) -> [String] {
    guard let column = roles.columns.first, !used.isEmpty else { return [] }
    let years = used.sorted().map(String.init)
    return [years.count == 1 ? "\(column) = \(years[0])" : "\(column) in \(years.joined(separator: ", "))"]
  }
}

extension Evaluator {
  /// The cells of a measure by the latest year at or before each period that counts, as if they were of that period.
  ///
  /// - Throws: `Failure.refused` where the data are not by years.
  func sliceOfLastBefore(
    _ measure: Measure, _ roles: ResourceRoles, counted: [PeriodSlot], _ selection: Selection,
    _ earlier: inout EarlierYears
  ) throws(Failure) -> MeasureSlice {
    let calendar = roles.reportingYear
    let known = try reportedYears(of: measure, calendar)
    var whole = MeasureSlice(
      measure: measure, time: RolledUp(asked: counted, reportingYear: calendar, isDaily: false), cells: [])
    for slot in counted {
      let year = calendar.year(of: slot)
      guard let version = known.last(where: { $0 <= year }) else { continue }
      whole.takeOver(try slice(measure, roles, counted: [.year(version)], selection).cells, as: slot)
      earlier.use(version, for: year)
    }
    return whole
  }

  /// The years of which some cell has a value, in order.
  private func reportedYears(of measure: Measure, _ calendar: ReportingYear) throws(Failure) -> [Int] {
    let known = try known(measure.name)
    if let years = known.reportedYears { return years }
    let cells = try table(measure.resource).cells[measure.name] ?? [:]
    var years: Set<Int> = []
    for (key, cell) in cells where cell.isReported { years.insert(calendar.year(of: key.slot)) }
    known.reportedYears = years.sorted()
    return years.sorted()
  }
}

extension MeasureSlice {
  /// Cells of another year as those of a period. When that year was counted up to says nothing about the period.
  mutating func takeOver(_ found: [CellEntry], as slot: PeriodSlot) {
    let own = found.map { entry in
      var (key, cell) = (entry.key, entry.cell)
      key.slot = slot
      cell.cutOff = nil
      return CellEntry(key, place: entry.place, cell)
    }
    var answer = time
    answer.take(own, standingFor: [slot], of: slot)
    self = MeasureSlice(measure: measure, time: answer, cells: cells + own, register: register)
  }
}
