import Catalogue
import Datasets
import Findings
import Language
import Values

/// What is looked at in every package, without being declared: figures that are possible and hard to believe.
struct PlausibilityCheck {
  let book: FactBook
  let wording: RuleWording

  init(_ book: FactBook) {
    self.book = book
    wording = RuleWording(dataset: book.dataset)
  }

  /// Outliers, and everything else: what else is said about an outlier's row says more.
  func findings() -> (outliers: [RuleFinding], others: [RuleFinding]) {
    var outliers: [RuleFinding] = []
    var others: [RuleFinding] = []
    var seen: Set<String> = []
    for indicator in book.catalogue.indicators where book.isKnown(indicator) {
      switch indicator.definition {
      case .measure(let name):
        guard seen.insert(name).inserted, let measure = book.catalogue.measures[name] else { continue }
        let found = series(indicator, measure)
        outliers += found.outliers
        others += found.cumulative
      case .ratio(let top, let bottom):
        guard seen.insert("\(top)/\(bottom)").inserted else { continue }
        others += ratios(indicator, top, bottom)
      case .formula: continue
      }
    }
    return (outliers, others)
  }

  /// The finest parts: one unit and one member of each dimension.
  func scope(_ measure: Measure) -> FactBook.Scope? {
    guard let roles = book.catalogue.roles[measure.resource], case .year = roles.time else { return nil }
    let unit = roles.unitColumn == nil ? [] : [DimensionDeclaration.unit]
    return FactBook.Scope(dimensions: unit + roles.dimensions.map(\.dimension))
  }

  private func series(
    _ indicator: Indicator, _ measure: Measure
  ) -> (outliers: [RuleFinding], cumulative: [RuleFinding]) {
    var found: (outliers: [RuleFinding], cumulative: [RuleFinding]) = ([], [])
    guard let scope = scope(measure), let years = book.years(of: [indicator]) else { return found }
    for place in book.places(of: [indicator], in: scope) {
      for series in segments(indicator, measure, years, place, scope) {
        found.outliers += outliers(indicator, series, place, scope)
        if measure.kind == .flow || measure.kind == .count {
          found.cumulative += cumulative(indicator, series, place, scope)
        }
      }
    }
    return found
  }

  /// Years that can be compared: full ones with a value, without a break between them.
  private func segments(
    _ indicator: Indicator, _ measure: Measure, _ years: ClosedRange<Int>, _ place: FactPlace,
    _ scope: FactBook.Scope
  ) -> [YearlySeries] {
    let unit = indicator.unit.dimension
    let empty = YearlySeries(counts: measure.kind != .published && unit["dong"] == nil && !unit.isEmpty)
    var segments = [empty]
    for year in years {
      guard let fact = try? book.fact(indicator, year...year, at: place, in: scope) else { continue }
      if fact.flags.contains(.breakInSeries) { segments.append(empty) }
      if fact.isPartialFlow || fact.hasGaps { continue }
      segments[segments.count - 1].years.append(year)
      segments[segments.count - 1].facts.append(fact)
    }
    return segments
  }

  private func outliers(
    _ indicator: Indicator, _ series: YearlySeries, _ place: FactPlace, _ scope: FactBook.Scope
  ) -> [RuleFinding] {
    series.outliers().map { outlier in
      let fact = series.facts[outlier.index]
      let year = series.years[outlier.index]
      let finding = Finding(
        code: "outlier", severity: .warning, resource: fact.evidence.first?.resource,
        position: wording.position(fact.evidence), field: fact.evidence.first?.column,
        value: RuleWording.plain(fact.value),
        message: Messages.outlier(
          place: wording.place(year...year, place, scope.dimensions), indicator: indicator.names,
          value: wording.amount(fact.value, indicator.unit),
          median: approximate(outlier.spread.median, indicator), spread: approximate(outlier.scale, indicator),
          years: outlier.years), remedy: Messages.outlierRemedy)
      return RuleFinding(finding, evidence: fact.evidence)
    }
  }

  /// A statistic, of which two decimals are enough.
  private func approximate(_ value: Double, _ indicator: Indicator) -> LocalizedText {
    let hundredths = (value * 100).rounded()
    guard hundredths.magnitude < 1e18 else { return LocalizedText("\(value)") }
    let number = ExactDecimal(coefficient: Int128(hundredths), scale: 2)
    return wording.amount(Rational(number), indicator.unit)
  }

  private func cumulative(
    _ indicator: Indicator, _ series: YearlySeries, _ place: FactPlace, _ scope: FactBook.Scope
  ) -> [RuleFinding] {
    series.cumulativeRuns().compactMap { run in
      let years = series.years[run.lowerBound]...series.years[run.upperBound]
      guard years.count == run.count + 1 else { return nil }
      let evidence = series.facts[run.lowerBound...run.upperBound].flatMap(\.evidence)
      let values = series.facts[run].map { wording.amount($0.value, indicator.unit) }
      let last = series.facts[run.upperBound - 1].value
      let finding = Finding(
        code: "cumulative-series", severity: .information, resource: evidence.first?.resource,
        position: wording.position(evidence), field: evidence.first?.column, value: RuleWording.plain(last),
        message: Messages.cumulativeSeries(
          place: wording.place(years, place, scope.dimensions), indicator: indicator.names,
          values: LocalizedText(
            vi: values.map(\.vietnamese).joined(separator: ", "), en: values.map(\.english).joined(separator: ", ")),
          after: wording.amount(series.facts[run.upperBound].value, indicator.unit)),
        remedy: Messages.cumulativeSeriesRemedy)
      return RuleFinding(finding)
    }
  }
}
