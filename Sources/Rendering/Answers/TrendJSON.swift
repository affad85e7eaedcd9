import Aggregation
import Catalogue
import Language
public import Trends
public import Values

/// A trend as the contract's JSON.
public struct TrendJSON {
  private let forms: AnswerForms
  /// Adds growth, index, extremes and runs to each series.
  private let hasStatistics: Bool
  /// One a series; empty where none was asked for.
  private let projections: [ProjectionOutcome]

  private let index: TrendGrid.Index?

  public init(
    _ forms: AnswerForms, hasStatistics: Bool, projections: [ProjectionOutcome] = [], index: TrendGrid.Index? = nil
  ) {
    self.index = index
    self.forms = forms
    self.hasStatistics = hasStatistics
    self.projections = projections
  }

  public func value(_ trends: [Trend], by dimension: String?) -> JSONValue {
    let indicator = trends.first?.indicator
    let illustrative = trends.contains(where: \.isIllustrative)
    var members: [JSONValue.Member] = [
      .init("indicator", .string(orNull: indicator?.code)),
      .init("unit_of_measure", .string(orNull: indicator?.unit.code)), .init("illustrative", .bool(illustrative)),
    ]
    if illustrative { members.append(.init("notice", .string(forms.notices(isIllustrative: true)[0]))) }
    if forms.hidesNames { members.append(.init("letters", .bool(true))) }
    if let day = forms.boundaries.day { members.append(.init("boundaries", .string(day.description))) }
    members.append(
      .init(
        "series",
        .array(
          trends.enumerated().map { place, trend in
            series(trend, by: dimension, at: place)
          })))
    return .object(members)
  }

  private func series(_ trend: Trend, by dimension: String?, at place: Int) -> JSONValue {
    let selection = trend.selection
    let letter = dimension.flatMap { forms.letter($0, at: place) }.map { JSONValue.string($0) }
    let unit: JSONValue =
      selection.units.count > 1 ? .strings(selection.units) : .string(orNull: selection.unit ?? forms.wholeUnit)
    let organisation = member(DimensionDeclaration.organisation, of: selection)
    var members: [JSONValue.Member] = [
      .init("unit", dimension == DimensionDeclaration.unit ? letter ?? unit : unit),
      .init(
        "organisation", dimension == DimensionDeclaration.organisation ? letter ?? organisation : organisation),
    ]
    for name in selection.members.keys.sorted() where name != DimensionDeclaration.organisation {
      members.append(.init(name, member(name, of: selection)))
    }
    members.append(.init("points", .array(trend.points.map { point($0, trend.indicator) })))
    members.append(.init("change", change(trend.change, trend.indicator)))
    if trend.change != nil, let gap = trend.gap { members.append(.init("caveat", .string(gap[forms.language]))) }
    if let toDate = trend.toDate { members.append(.init("to_date", self.toDate(toDate, trend.indicator))) }
    if let refusal = trend.refusal { members.append(.init("not_compared", .string(refusal[forms.language]))) }
    if hasStatistics { members.append(.init("statistics", statistics(trend))) }
    if let index {
      members.append(
        .init(
          "index",
          ["base": .string(index.base), "values": .array(index.values[place].map { rounded($0, 1) })]))
    }
    if projections.indices.contains(place) {
      members.append(.init("projection", ProjectionGrid(forms).json((trend, projections[place]))))
    }
    return .object(members)
  }

  private func member(_ dimension: String, of selection: Selection) -> JSONValue {
    guard let codes = selection.members[dimension] else { return .null }
    return codes.count == 1 ? .string(codes[0]) : .strings(codes)
  }

  private func point(_ point: Observation, _ indicator: Indicator) -> JSONValue {
    let period = point.period
    var members: [JSONValue.Member] = [
      .init("period", .string(period.code)), .init("start", .string(period.start.description)),
      .init("end", .string(period.end.description)), .init("cut_off", .string(period.cutOff.description)),
      .init("value", rounded(point.value, indicator.decimals)),
    ]
    if hasTerms(point, indicator) {
      members.append(.init("numerator", exact(point.numerator)))
      members.append(.init("denominator", exact(point.denominator)))
    }
    members.append(.init("flags", .strings(point.flags.codes)))
    if point.boundaries != nil { members.append(.init("restated", .bool(point.isRestated))) }
    members.append(.init("coverage", coverage(point.coverage)))
    return .object(members)
  }

  private func coverage(_ coverage: Coverage?) -> JSONValue {
    coverage.map { ["reporting": .integer($0.reporting), "expected": .integer($0.expected)] } ?? .null
  }

  /// A ratio has terms, even where it has no value; a formula where its cells are paired.
  private func hasTerms(_ point: Observation, _ indicator: Indicator) -> Bool {
    if case .ratio = indicator.definition { return true }
    return point.numerator != nil
  }

  private func rounded(_ value: Rational?, _ decimals: Int) -> JSONValue {
    guard let value, let number = try? value.rounded(to: decimals) else { return .null }
    return .number(number)
  }

  private func exact(_ value: Rational?) -> JSONValue {
    value.map { $0.decimal.map { .number($0) } ?? .string($0.description) } ?? .null
  }

  private func change(_ change: TrendChange?, _ indicator: Indicator) -> JSONValue {
    change.map { .object(terms(of: $0, indicator)) } ?? .null
  }

  private func terms(of change: TrendChange, _ indicator: Indicator) -> [JSONValue.Member] {
    [
      .init("from", .string(change.from.code)), .init("to", .string(change.to.code)),
      .init("absolute", rounded(change.absolute, indicator.decimals)), .init("unit", .string(change.unit.code)),
      .init("relative_percent", rounded(change.relative, 2)),
    ]
  }

  /// The earlier period is none of the points, and of the later one a part of a year is expected.
  private func toDate(_ toDate: ToDate, _ indicator: Indicator) -> JSONValue {
    let coverage: JSONValue = ["from": coverage(toDate.before.coverage), "to": coverage(toDate.coverage)]
    return .object(terms(of: toDate.change, indicator) + [.init("coverage", coverage)])
  }

  private func statistics(_ trend: Trend) -> JSONValue {
    let members: [JSONValue.Member] = [
      .init("index_last", rounded(trend.index.last?.value, 1)),
      .init("cagr_percent", trend.compoundAnnualGrowthRate.map { .number($0) } ?? .null),
      .init("highest", .strings(trend.highest.map(\.period.code))),
      .init("lowest", .strings(trend.lowest.map(\.period.code))),
      .init(
        "run",
        trend.run.map { ["direction": .string($0.isRise ? "up" : "down"), "length": .integer($0.length)] } ?? .null),
    ]
    return .object(members + StatisticsForms(forms: forms).json(trend))
  }
}
