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

  /// What is found, the most telling first: of one row, only the first is said.
  struct Findings {
    /// Sums sent as yearly figures, copied denominators.
    var patterns: [RuleFinding] = []
    var ratios: [RuleFinding] = []
    var outliers: [RuleFinding] = []
  }

  func findings() -> Findings {
    var findings = Findings()
    for subject in subjects where book.isKnown(subject.measure) {
      let found = series(subject)
      findings.outliers += found.outliers
      findings.patterns += found.cumulative
    }
    var seen: Set<String> = []
    for indicator in book.catalogue.indicators where book.isKnown(indicator) {
      guard case .ratio(let top, let bottom) = indicator.definition, seen.insert("\(top)/\(bottom)").inserted else {
        continue
      }
      let found = ratios(indicator, top, bottom)
      findings.ratios += found.above
      findings.patterns += found.copied
    }
    return findings
  }

  /// A measure whose series are looked at, as readers know it.
  struct Subject {
    let measure: Measure
    let names: LocalizedText
    let unit: UnitOfMeasure
  }

  /// Measures that are published, and then the terms of ratios that are not published themselves.
  private var subjects: [Subject] {
    var subjects: [Subject] = []
    var seen: Set<String> = []
    for indicator in book.catalogue.indicators {
      guard case .measure(let name) = indicator.definition, let measure = book.catalogue.measures[name],
        seen.insert(name).inserted
      else { continue }
      subjects.append(Subject(measure: measure, names: indicator.names, unit: indicator.unit))
    }
    for indicator in book.catalogue.indicators {
      for measure in book.catalogue.measures(of: indicator) where seen.insert(measure.name).inserted {
        subjects.append(
          Subject(measure: measure, names: LocalizedText(measure.name), unit: .count(measure.name)))
      }
    }
    return subjects
  }

  /// The finest parts: one unit and one member of each dimension.
  func scope(_ measure: Measure) -> FactBook.Scope? {
    guard let roles = book.catalogue.roles[measure.resource], roles.reportsYears else { return nil }
    let unit = roles.unitColumn == nil ? [] : [DimensionDeclaration.unit]
    return FactBook.Scope(dimensions: unit + roles.dimensions.map(\.dimension))
  }

  private func series(_ subject: Subject) -> (outliers: [RuleFinding], cumulative: [RuleFinding]) {
    var found: (outliers: [RuleFinding], cumulative: [RuleFinding]) = ([], [])
    let measure = subject.measure
    guard let scope = scope(measure), let years = book.years(of: [measure]) else { return found }
    for place in book.places(of: [measure], in: scope) {
      for series in segments(subject, years, place, scope) {
        found.outliers += outliers(subject, series, place, scope)
        if measure.kind == .flow || measure.kind == .count {
          found.cumulative += cumulative(subject, series, place, scope)
        }
      }
    }
    return found
  }

  /// Years that can be compared: full ones with a value, without a break between them.
  private func segments(
    _ subject: Subject, _ years: ClosedRange<Int>, _ place: FactPlace, _ scope: FactBook.Scope
  ) -> [YearlySeries] {
    let unit = subject.unit.dimension
    let empty = YearlySeries(counts: subject.measure.kind != .published && unit["dong"] == nil && !unit.isEmpty)
    var segments = [empty]
    for year in years {
      guard let fact = try? book.fact(subject.measure, year...year, at: place, in: scope) else { continue }
      if fact.flags.contains(.breakInSeries) { segments.append(empty) }
      if fact.isPartialFlow || fact.hasGaps { continue }
      segments[segments.count - 1].years.append(year)
      segments[segments.count - 1].facts.append(fact)
    }
    return segments
  }

  private func outliers(
    _ subject: Subject, _ series: YearlySeries, _ place: FactPlace, _ scope: FactBook.Scope
  ) -> [RuleFinding] {
    series.outliers().map { outlier in
      let fact = series.facts[outlier.index]
      let year = series.years[outlier.index]
      let finding = Finding(
        code: "outlier", severity: .warning, resource: fact.evidence.first?.resource,
        position: wording.position(fact.evidence), field: fact.evidence.first?.column,
        value: RuleWording.plain(fact.value),
        message: Messages.outlier(
          place: wording.place(year...year, place, scope.dimensions), indicator: subject.names,
          value: wording.amount(fact.value, subject.unit),
          median: wording.approximate(outlier.spread.median, subject.unit),
          spread: wording.approximate(outlier.scale, subject.unit),
          years: outlier.years), remedy: Messages.outlierRemedy)
      return RuleFinding(finding, evidence: fact.evidence, pattern: .nearOtherYears, subject: subject.measure.name)
    }
  }

  private func cumulative(
    _ subject: Subject, _ series: YearlySeries, _ place: FactPlace, _ scope: FactBook.Scope
  ) -> [RuleFinding] {
    series.cumulativeRuns().compactMap { run in
      let years = series.years[run.lowerBound]...series.years[run.upperBound]
      guard years.count == run.count + 1 else { return nil }
      let evidence = series.facts[run.lowerBound...run.upperBound].flatMap(\.evidence)
      let values = series.facts[run].map { wording.amount($0.value, subject.unit) }
      let last = series.facts[run.upperBound - 1].value
      let finding = Finding(
        code: "cumulative-series", severity: .information, resource: evidence.first?.resource,
        position: wording.position(evidence), field: evidence.first?.column, value: RuleWording.plain(last),
        message: Messages.cumulativeSeries(
          place: wording.place(years, place, scope.dimensions), indicator: subject.names,
          values: LocalizedText(
            vi: values.map(\.vietnamese).joined(separator: ", "), en: values.map(\.english).joined(separator: ", ")),
          after: wording.amount(series.facts[run.upperBound].value, subject.unit)),
        remedy: Messages.cumulativeSeriesRemedy)
      // What is far off in such a run is a part of it.
      return RuleFinding(finding, evidence: evidence, pattern: .notCumulative, subject: subject.measure.name)
    }
  }
}
