public import Catalogue
import Datasets
public import Findings
public import Language
public import Values

extension Evaluator {
  /// The reporting years for which an indicator has rows; nil when there is none. A formula has the years that all its
  /// operands have.
  public func years(of indicator: Indicator) throws(Failure) -> ClosedRange<Int>? {
    var common: ClosedRange<Int>?
    for measure in catalogue.measures(of: indicator) {
      guard let range = try years(of: measure) else { return nil }
      guard let known = common else {
        common = range
        continue
      }
      let first = max(known.lowerBound, range.lowerBound)
      let last = min(known.upperBound, range.upperBound)
      guard first <= last else { return nil }
      common = first...last
    }
    return common
  }

  private func years(of measure: Measure) throws(Failure) -> ClosedRange<Int>? {
    let table = try table(measure.resource)
    if let register = table.registers[measure.name], !register.isEmpty {
      // A register has no last year of its own: what lasts is counted as far as its known years go.
      let first = register.map(\.first).min() ?? 0
      return first...max(first, register.compactMap(\.last).max() ?? first, register.map(\.first).max() ?? first)
    }
    if table.grain?.span != nil {
      guard let first = table.years.min(), let last = table.years.max() else { return nil }
      return first...last
    }
    let (_, roles) = try self.measure(measure.name)
    guard let months = try rollUp(measure).months else { return nil }
    let calendar = roles.reportingYear
    return calendar.year(ofMonth: months.lowerBound)...calendar.year(ofMonth: months.upperBound)
  }

  /// The units for which an indicator is reported, in table order: those of its resource's level, or of another level
  /// above it, that exist in the years.
  public func units(
    of indicator: Indicator, level: String? = nil, years: ClosedRange<Int>, within selection: Selection = .whole
  ) throws(Failure) -> [String] {
    try units(of: indicator, level: level, from: .years(years), to: .years(years), within: selection)
  }

  /// The same for periods from the start of one span to the end of another.
  public func units(
    of indicator: Indicator, level: String? = nil, from first: PeriodSpan, to last: PeriodSpan,
    within selection: Selection = .whole
  ) throws(Failure) -> [String] {
    guard let measure = catalogue.measures(of: indicator).first, let roles = catalogue.roles[measure.resource],
      roles.unitColumn != nil, let units = dataset.units, let wanted = level ?? roles.level
    else { return [] }
    if let restatement = try restatement() {
      return try restatement.units(
        at: wanted, under: selection.units, of: roles,
        from: roles.reportingYear.period(of: first).start, to: roles.reportingYear.period(of: last).end)
    }
    let (start, end) = (
      roles.reportingYear.period(of: first).start, roles.reportingYear.period(of: last).end
    )
    return units.codes(at: wanted).filter { code in
      units.versions(of: code).contains { $0.isValid(from: start, to: end) }
        && (selection.units.isEmpty || selection.units.contains { units.isMember(code, under: $0) })
    }
  }

  /// The members of a dimension that have rows for an indicator, in table order; nil when it is not broken down by it.
  public func members(of indicator: Indicator, dimension name: String) throws(Failure) -> [String]? {
    let question = "\(indicator.code)\u{0}\(name)"
    if let known = knownMembers[question] { return known }
    let members = try membersWithRows(of: indicator, dimension: name)
    knownMembers[question] = .some(members)
    return members
  }

  private func membersWithRows(of indicator: Indicator, dimension name: String) throws(Failure) -> [String]? {
    var found: Set<String> = []
    var declared = false
    for measure in catalogue.measures(of: indicator) {
      guard let roles = catalogue.roles[measure.resource],
        let index = roles.dimensions.firstIndex(where: { $0.dimension == name })
      else { continue }
      declared = true
      if let grain = try table(measure.resource).grain, !grain.dimensions.contains(name) {
        try requireFinest(measure.resource)
      }
      let table = try table(measure.resource)
      for key in (table.cells[measure.name] ?? [:]).keys {
        if let member = key.members[index] { found.insert(member) }
      }
      // Who never reported is missed, where the list of submissions names it.
      if name == DimensionDeclaration.organisation {
        found.formUnion(try submissions(of: measure.resource).values.flatMap { $0.compactMap(\.organisation) })
      }
    }
    guard declared else { return nil }
    return (dataset.dimensions[name]?.codes ?? found.sorted()).filter(found.contains)
  }

  /// Whether values of an indicator may be added up over years: not a stock, not a published score, nothing with one in it.
  public func isSummableOverTime(_ indicator: Indicator) -> Bool {
    refusalOverTime(indicator) == nil
  }

  /// Whether an indicator counts what a register lists as lasting from one year to another.
  public func isRegister(_ indicator: Indicator) -> Bool {
    catalogue.measures(of: indicator).contains { measure in
      if case .active? = catalogue.roles[measure.resource]?.time { return true }
      return false
    }
  }

  /// Why values of an indicator are not added up over years; nil when they may be.
  public func refusalOverTime(_ indicator: Indicator) -> LocalizedText? {
    if isDerived(indicator) { return Messages.derivedNotAdded(indicator.names) }
    let kinds = catalogue.measures(of: indicator).map(\.kind)
    if kinds.contains(.published) { return Messages.publishedNotAdded(indicator.names) }
    return kinds.contains(.stock) ? Messages.stockNotSummed(indicator.names) : nil
  }

  /// Whether values of it, or of a term of it, are already made of several years.
  private func isDerived(_ indicator: Indicator) -> Bool {
    switch indicator.definition {
    case .derived: true
    case .formula(let formula): formula.names.contains { catalogue.indicator($0).map(isDerived) ?? false }
    case .measure, .ratio, .share: false
    }
  }

  /// Whether an indicator counts what happens in a period, so that a partial year is not comparable with a full one.
  public func isFlow(_ indicator: Indicator) -> Bool {
    catalogue.measures(of: indicator).contains { $0.kind == .flow || $0.kind == .count }
  }
}
