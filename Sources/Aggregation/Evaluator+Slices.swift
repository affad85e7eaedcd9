import Catalogue
import Datasets
import Findings
import Values

extension Evaluator {
  /// The cells of a measure that a question is about.
  ///
  /// - Parameter counted: the periods whose cells count.
  func slice(
    _ measure: Measure, _ roles: ResourceRoles, counted: [PeriodSlot], _ selection: Selection
  ) throws(Failure) -> MeasureSlice {
    let asked = try asked(selection)
    var read = try read(measure)
    if let grain = read.grain, !isEnough(grain, measure, counted, selection, asked, years: read.years) {
      try requireFinest(measure.resource)
      read = try self.read(measure)
    }
    let scope = asked.scope
    let members = selection.members.isEmpty ? [] : roles.dimensions.map { selection.members[$0.dimension] }
    let cellScope = CellScope(units: scope.reporting, roots: selection.units, members: members)
    let time = try read.rollUp.answer(counted, in: cellScope)
    var cells = time.cells
    if !cells.allSatisfy({ cellScope.holds($0.key.members) }) {
      cells.removeAll { !cellScope.holds($0.key.members) }
    }
    // What was only counted is not counted together.
    if cells.count > 1, cells.contains(where: { $0.cell.distinct != nil }) {
      try requireFinest(measure.resource)
      return try slice(measure, roles, counted: counted, selection)
    }
    var slice = MeasureSlice(measure: measure, time: time, cells: cells)
    // What was left together was counted so.
    if let foundIn = measure.foundIn, read.grain == nil {
      try slice.keep(foundIn, membersFound(measure, foundIn, roles, counted))
    }
    if !read.register.isEmpty {
      let years = Set(counted.map { roles.reportingYear.year(of: $0) })
      slice.register = read.register.filter { entry in
        years.contains { entry.isActive(in: $0...$0) } && cellScope.holds(entry.members) && scope.mayHold(entry.unit)
      }
    }
    if case .restated(let restated) = scope { try slice.restate(restated, roles) }
    return slice
  }

  /// Whether the resource's rows lie at or below the selected unit, so that the question has a meaning.
  func reaches(_ roles: ResourceRoles, _ selection: Selection) throws(Failure) -> Bool {
    if selection.units.isEmpty { return true }
    let asked = try asked(selection)
    guard roles.unitColumn != nil, let level = roles.level else { return false }
    return asked.isReached(from: level) {
      switch asked.scope {
      case .all: true
      case .units(let units): tree.reaches(units, level)
      case .restated(let restated): restated.isReached(from: level)
      }
    }
  }

  /// Whether a question needs nothing finer than cells of some grain.
  private func isEnough(
    _ grain: CellGrain, _ measure: Measure, _ counted: [PeriodSlot], _ selection: Selection, _ asked: AskedUnits,
    years: Set<Int>
  ) -> Bool {
    guard grain.answers(measure, counted, selection, years: years) else { return false }
    guard case .level(let level) = grain.units else { return true }
    return asked.isSeparate(at: level) { grain.separates(selection.units, known: dataset.units) }
  }

  /// The units at or below the selected ones.
  func scope(_ selection: Selection) throws(Failure) -> UnitScope { try asked(selection).scope }

  func asked(_ selection: Selection) throws(Failure) -> AskedUnits {
    if let lastAsked, lastAsked.units == selection.units { return lastAsked.asked }
    let asked: AskedUnits
    if let known = askedUnits[selection.units] {
      asked = known
    } else {
      if let restatement = try restatement() {
        asked = AskedUnits(.restated(try restatement.scope(selection.units)))
      } else {
        asked = AskedUnits(selection.units.isEmpty ? .all : .units(tree.units(under: selection.units)))
      }
      askedUnits[selection.units] = asked
    }
    lastAsked = (selection.units, asked)
    return asked
  }
}
