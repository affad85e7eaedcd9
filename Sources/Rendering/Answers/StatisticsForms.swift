import Catalogue
import Language
import Statistics
import Trends
import Values

/// The statistics of a series in words and as JSON.
struct StatisticsForms {
  let forms: AnswerForms
  private var language: OutputLanguage { forms.language }

  // MARK: For people

  /// One line a method, each with its name.
  func sentences(_ trend: Trend) -> [String] {
    guard let found = trend.statistics else {
      let isComparable = trend.refusal == nil && trend.indicator.isComparable
      return [
        (isComparable ? Messages.statisticsNotAssessed(fewest: SeriesStatistics.fewest) : Messages.statisticsRefused)[
          language]
      ]
    }
    let words = Words(forms: forms, indicator: trend.indicator)
    var lines = [
      Messages.statisticsBatch(
        count: found.count, periods: found.periods, mean: found.hasMeans ? words.plain(found.description.mean) : nil,
        median: words.plain(found.description.median),
        deviation: found.description.standardDeviation.map(words.plain) ?? "–",
        spread: words.plain(found.description.medianAbsoluteDeviation))[language]
    ]
    lines += forms.incomplete(
      trend.lacking.map { (forms.heading($0.period), $0) }, in: Messages.incompleteButUsed)
    lines.append(
      Messages.statisticsSlope(
        "Theil–Sen", words.change(found.line.slope), words.range(found.line.slopeInterval(SeriesStatistics.level)))[
          language])
    if let line = found.leastSquares {
      lines.append(
        Messages.statisticsSlope(
          Messages.leastSquares[language], words.change(line.slope),
          words.range(line.slopeInterval(SeriesStatistics.level)))[language])
    }
    lines.append(test(found.trend, words))
    if let corrected = found.corrected { lines.append(test(corrected, words)) }
    let isTrending = found.trend.p < 0.05
    if let (shift, last) = found.shift {
      lines.append(
        Messages.statisticsShift(
          after: forms.heading(last), p: words.probability(shift.p), isFound: shift.p < 0.05, isTrending: isTrending)[
            language])
    }
    if let (means, last) = found.twoMeans, means.isSupported {
      lines.append(
        Messages.statisticsTwoMeans(
          after: forms.heading(last),
          levels: found.hasMeans ? (words.plain(means.meanBefore), words.plain(means.meanAfter)) : nil,
          isTrending: isTrending)[language])
    }
    if !found.outliers.isEmpty {
      lines.append(Messages.statisticsOutliers(found.outliers.map(forms.heading).joined(separator: ", "))[language])
    }
    return lines
  }

  private func test(_ test: MannKendall, _ words: Words) -> String {
    let method =
      switch test.method {
      case .exact: Messages.mannKendallExact
      case .normal: Messages.mannKendallNormal
      case .hamedRao: Messages.mannKendallCorrected
      }
    let verdict =
      test.p >= 0.05 ? Messages.noTrendFound : test.s > 0 ? Messages.risingTrend : Messages.fallingTrend
    return Messages.statisticsTest(
      method[language], s: test.s, p: words.probability(test.p), verdict[language])[language]
  }

  /// Numbers of one indicator.
  private struct Words {
    let forms: AnswerForms
    let indicator: Indicator

    private var unit: String {
      indicator.unit.isPercent ? Messages.points(.zero)[forms.language] : indicator.unitNames[forms.language]
    }

    /// Two decimals more than the indicator is published with: a mean is no count.
    func plain(_ value: Double) -> String { printed(value, .plain) }

    func change(_ value: Double) -> String { "\(printed(value, .signed)) \(unit)" }

    func range(_ range: ClosedRange<Double>?) -> String? {
      range.map { Messages.fromTo(printed($0.lowerBound, .signed), printed($0.upperBound, .signed))[forms.language] }
    }

    private func printed(_ value: Double, _ style: NumberForm.Style) -> String {
      guard let decimal = StatisticsForms.decimal(value, indicator.decimals + 2) else { return "–" }
      return forms.numbers.string(decimal, style: style)
    }

    func probability(_ p: Double) -> String {
      guard p >= 0.0001, let decimal = StatisticsForms.decimal(p, 4) else {
        return "< \(forms.numbers.string(ExactDecimal(coefficient: 1, scale: 4)))"
      }
      return "= \(forms.numbers.string(decimal))"
    }
  }

  // MARK: For machines

  func json(_ trend: Trend) -> [JSONValue.Member] {
    guard let found = trend.statistics else { return [.init("assessed", .bool(false))] }
    let decimals = trend.indicator.decimals + 6
    func number(_ value: Double?) -> JSONValue {
      value.flatMap { Self.decimal($0, decimals) }.map { .number($0) } ?? .null
    }
    func interval(_ range: ClosedRange<Double>?) -> JSONValue {
      range.map { .array([number($0.lowerBound), number($0.upperBound)]) } ?? .null
    }
    func test(_ test: MannKendall?) -> JSONValue {
      guard let test else { return .null }
      return [
        "method": .string(test.method.rawValue), "s": .integer(test.s), "tau": number(test.tau), "z": number(test.z),
        "p": Self.decimal(test.p, 6).map { .number($0) } ?? .null,
      ]
    }
    return [
      .init("assessed", .bool(true)), .init("n", .integer(found.count)), .init("periods", .integer(found.periods)),
      .init("mean", number(found.hasMeans ? found.description.mean : nil)),
      .init("median", number(found.description.median)),
      .init("standard_deviation", number(found.description.standardDeviation)),
      .init("median_absolute_deviation", number(found.description.medianAbsoluteDeviation)),
      .init("coefficient_of_variation", number(found.hasMeans ? found.description.coefficientOfVariation : nil)),
      .init("level", .number(ExactDecimal(coefficient: 95, scale: 2))),
      .init(
        "theil_sen",
        [
          "slope": number(found.line.slope),
          "interval": interval(found.line.slopeInterval(SeriesStatistics.level)),
        ]),
      .init(
        "least_squares",
        found.leastSquares.map { line in
          [
            "slope": number(line.slope), "standard_error": number(line.slopeError),
            "interval": interval(line.slopeInterval(SeriesStatistics.level)), "r_squared": number(line.determination),
          ]
        } ?? .null),
      .init("mann_kendall", test(found.trend)), .init("hamed_rao", test(found.corrected)),
      .init(
        "pettitt",
        found.shift.map { shift in
          [
            "after": .string(shift.last.code), "k": .integer(shift.test.statistic),
            "p": Self.decimal(shift.test.p, 6).map { .number($0) } ?? .null,
          ]
        } ?? .null),
      .init(
        "two_means",
        found.twoMeans.map { means in
          [
            "after": .string(means.last.code), "before": number(found.hasMeans ? means.test.meanBefore : nil),
            "since": number(found.hasMeans ? means.test.meanAfter : nil), "supported": .bool(means.test.isSupported),
          ]
        } ?? .null),
      .init("outliers", .strings(found.outliers.map(\.code))),
    ]
  }

  /// Rounded half away from zero; nil for what is not finite or too large to have decimals.
  static func decimal(_ value: Double, _ decimals: Int) -> ExactDecimal? {
    var scale = 1.0
    for _ in 0..<decimals { scale *= 10 }
    let scaled = (value * scale).rounded(.toNearestOrAwayFromZero)
    guard scaled.isFinite, abs(scaled) < 1e30 else { return nil }
    return ExactDecimal(coefficient: Int128(scaled), scale: decimals)
  }
}
