import Catalogue
import Findings
import Values

/// What is Σ numerator / Σ denominator: declared ratios, and formulas that divide one measure by another.
extension FactBook {
  /// Of each year that counts, the latest denominator at or before it.
  private func lastBefore(
    _ group: FactGroup, _ cells: FactGroup.Cells, _ years: ClosedRange<Int>, isWhole: Bool
  ) -> MeasureSlice {
    let known = (tables[group.measure.resource]?.cells[group.measure.name] ?? [:]).filter(\.value.isReported)
      .keys.map(\.slot.year)
    let counted = isWhole ? years[...] : group.measure.counted(years)
    var slice = MeasureSlice(
      measure: group.measure,
      time: RolledUp(asked: counted.map { .year($0) }, reportingYear: .calendar, isDaily: false),
      cells: [])
    for year in counted {
      guard let version = known.filter({ $0 <= year }).max() else { continue }
      slice.takeOver(group.slice(cells, version...version, isWhole: true).cells, as: .year(year))
    }
    return slice
  }

  func ratio(
    _ top: String, _ bottom: String, _ indicator: Indicator, _ years: ClosedRange<Int>, _ place: FactPlace,
    _ scope: Scope
  ) throws(Failure) -> Fact? {
    guard let numerator = catalogue.measures[top], let denominator = catalogue.measures[bottom] else { return nil }
    // As for every average over years: Σ numerator / Σ denominator, also where both are stocks.
    let isAverage = RatioAggregator.isAverage(numerator, denominator)
    let (above, below) = (view(numerator, scope), view(denominator, scope))
    guard let first = above.cells(at: place), let second = below.cells(at: place) else { return nil }
    let slices = (
      above.group.slice(first, years, isWhole: isAverage),
      indicator.takesEarlierDenominator
        ? lastBefore(below.group, second, years, isWhole: isAverage)
        : below.group.slice(second, years, isWhole: isAverage)
    )
    let ratio = try RatioAggregator.aggregate(
      slices.0, over: slices.1, names: (above.group.dimensionNames, below.group.dimensionNames))
    guard var value = ratio.value else { return nil }
    value = try Self.product(value, indicator.scaling)
    if indicator.unit.isPercent { value = try Self.product(value, .hundred) }
    var fact = Self.merged(
      above.group.fact(value, slices.0, ratio.numerator), below.group.fact(value, slices.1, ratio.denominator))
    if let top = ratio.numerator.value, let bottom = ratio.denominator.value { fact.terms = (top, bottom) }
    return fact
  }

  /// As `Evaluator` answers, so that a rule looks at the number that a table shows.
  func fact(
    _ terms: PairedTerms, _ years: ClosedRange<Int>, at place: FactPlace, in scope: Scope
  ) throws(Failure) -> Fact? {
    let (above, below) = (view(terms.top.measure, scope), view(terms.bottom.measure, scope))
    guard let first = above.cells(at: place), let second = below.cells(at: place) else { return nil }
    let slices = (
      above.group.slice(first, years, isWhole: terms.isAverage),
      below.group.slice(second, years, isWhole: terms.isAverage)
    )
    let ratio = try RatioAggregator.aggregate(
      slices.0, over: slices.1, names: (above.group.dimensionNames, below.group.dimensionNames),
      expected: (
        expected(of: terms.top, slices.0, at: place, in: scope),
        expected(of: terms.bottom, slices.1, at: place, in: scope)
      ))
    guard let value = try terms.result(of: ratio).value else { return nil }
    return Self.merged(
      above.group.fact(value, slices.0, ratio.numerator), below.group.fact(value, slices.1, ratio.denominator))
  }

  private func expected(
    of term: PairedTerms.Term, _ slice: MeasureSlice, at place: FactPlace, in scope: Scope
  ) -> ExpectedPlaces {
    var selection = Selection.whole
    for (name, code) in zip(scope.dimensions, place.members) where name != DimensionDeclaration.unit {
      if let code, term.roles.column(of: name) != nil { selection.members[name] = [code] }
    }
    return ExpectedPlaces(.all, slice.time.asked) { [evaluator, selection] () throws(Failure) in
      try evaluator.coverageFrame(term.measure, term.roles, selection)
    }
  }

  /// The value of the first, with what is known of both terms.
  private static func merged(_ fact: Fact, _ other: Fact) -> Fact {
    var fact = fact
    fact.flags.formUnion(other.flags)
    fact.hasGaps = fact.hasGaps || other.hasGaps
    fact.isPartialFlow = fact.isPartialFlow || other.isPartialFlow
    fact.evidence += other.evidence.filter { !fact.evidence.contains($0) }
    return fact
  }
}
