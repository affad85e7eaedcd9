import Aggregation
import ArgumentParser
import Catalogue
import Findings
import Language

/// What is made of an indicator before its series is shown.
struct VariantOptions: ParsableArguments {
  @Flag(name: .long, help: "Everything since the first year with data, or since --from.")
  var cumulative = false

  @Option(name: .long, help: ArgumentHelp("The average of so many years up to each one.", valueName: "years"))
  var moving: Int?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "So many of it to one of another indicator, or to more: population, population:1000.", valueName: "indicator[:n]"),
    completion: Completing.indicators)
  var per: String?

  /// - Parameter since: the first year asked for, for what is cumulated.
  /// - Throws: `Failure.refused` for what has no meaning: cumulated stocks, averaged scores.
  func applied(to indicator: Indicator, since: Int?, in dataset: Dataset) throws(Failure) -> Indicator {
    guard [cumulative, moving != nil, per != nil].count(where: { $0 }) <= 1 else { throw .usage(Messages.oneVariant) }
    if cumulative {
      try check(indicator, dataset, allowed: [.flow, .count], Messages.cumulativeNeedsFlows)
      return indicator.cumulated(since: since)
    }
    if let moving {
      guard (2...50).contains(moving) else { throw .usage(Messages.wrongMoving(moving)) }
      try check(indicator, dataset, allowed: [.flow, .count, .stock], Messages.notAveraged)
      return indicator.movingAverage(years: moving)
    }
    guard let per else { return indicator }
    let parts = per.split(separator: ":", maxSplits: 1).map(String.init)
    let count = parts.count == 2 ? Int(parts[1]) ?? 0 : 1
    guard let name = parts.first, (1...1_000_000_000).contains(count) else { throw .usage(Messages.wrongPer(per)) }
    let base = try dataset.indicator(named: name)
    // A percentage of heads is none.
    guard !indicator.unit.isPercentage, !base.unit.isPercentage else { throw .refused(Messages.rateRelative) }
    var measured: Set<String> = []
    for term in [indicator, base] {
      guard let code = term.multipliedCode, let own = dataset.catalogue.indicator(code), case .measure = own.definition
      else { throw .refused(Messages.perNeedsMeasures(term.names, term.code)) }
      measured.insert(code)
    }
    guard measured.count == 2 else { throw .refused(Messages.perItself(base.names)) }
    do { return try indicator.relative(to: base, per: count) } catch { throw .refused(Messages.overflow) }
  }

  private func check(
    _ indicator: Indicator, _ dataset: Dataset, allowed: Set<MeasureKind>, _ reason: LocalizedText
  ) throws(Failure) {
    if case .derived = indicator.definition { throw .refused(Messages.derivedOfDerived) }
    let kinds = dataset.catalogue.measures(of: indicator).map(\.kind)
    guard kinds.allSatisfy(allowed.contains) else { throw .refused(reason) }
  }
}
