import Language
import Reports

/// Decides how a chart looks: what is labelled, where the axis runs, which colours.
struct ChartDesigner {
  let forms: NumberForms
  let measure: TextMeasure

  /// - Parameter breakWord: stands where a line begins anew.
  func describe(_ planned: PlannedChart, _ drawn: [DrawnSeries], breakWord: String) -> ChartDescription {
    let chart = planned.chart
    let numbers = drawn.flatMap { $0.series.numbers.compactMap { $0 } }
    let actual = drawn.filter { !chart.series[$0.index].isTarget }
    let labelled = chart.kind != .line && actual.count == 1 && labelsFit(planned, actual.map(\.series))
    var series: [ChartDescription.Series] = []
    for line in drawn {
      var own = line.series
      style(&own, as: chart.series[line.index], index: line.index, of: chart, isLabelled: labelled)
      var word: ChartDescription.Labels?
      if chart.series[line.index].isTarget, own.numbers.count(where: { $0 != nil }) > 1, chart.kind == .line {
        // Its name where it begins and its number where it ends, away from the other line.
        let (first, last) = isAbove(own.numbers, actual.last?.series.numbers ?? [])
        own.labels = last ? .last : .lastBelow
        word = first ? .wordAbove(own.name) : .word(own.name)
      } else if line.segment > 0 {
        word = .word(breakWord)
      }
      series.append(own)
      guard let word else { continue }
      own.labels = word
      own.hasLine = false
      own.marker = .none
      series.append(own)
    }
    var axis = axis(of: chart, numbers, isLabelled: labelled)
    if let (range, step) = axis, isPlanJustAbove(drawn, of: chart, range) {
      for index in series.indices where series[index].labels == .ends { series[index].labels = .endsBelow }
      // Room for a label below the lowest point.
      if let step, let low = numbers.min(), low - range.lowerBound < step,
        range.lowerBound >= step || range.lowerBound < 0
      {
        axis?.range = range.lowerBound - step...range.upperBound
      }
    }
    let axisDecimals = axis?.step.map { min(AxisScale.decimals(of: $0), chart.decimals) } ?? chart.decimals
    var description = ChartDescription(
      kind: chart.kind == .line ? .line : chart.kind == .bars ? .columns : .bars, title: chart.title, series: series,
      numberFormat: forms.format(decimals: chart.decimals), axisFormat: forms.format(decimals: axisDecimals),
      axis: axis?.range, axisStep: axis?.step,
      hidesValueAxis: labelled, alternativeText: chart.alternativeText, fontSize: planned.fontSize)
    let isNamed = chart.kind == .line && chart.series.count == 2 && chart.series.contains(where: \.isTarget)
    description.hasLegend = chart.series.count > 1 && !isNamed
    return description
  }

  /// Whether a plan begins and ends above what was reached.
  private func isAbove(_ plan: [Double?], _ reached: [Double?]) -> (first: Bool, last: Bool) {
    let both = plan.indices.compactMap { index -> Bool? in
      guard index < reached.count, let planned = plan[index], let reached = reached[index] else { return nil }
      return planned > reached
    }
    return (both.first ?? true, both.last ?? true)
  }

  /// Whether the plan stands where the last number's label would.
  private func isPlanJustAbove(_ drawn: [DrawnSeries], of chart: ReportChart, _ axis: ClosedRange<Double>?) -> Bool {
    guard let axis, let plan = drawn.first(where: { chart.series[$0.index].isTarget })?.series.numbers,
      let actual = drawn.last(where: { !chart.series[$0.index].isTarget })?.series.numbers,
      let last = plan.indices.last(where: { plan[$0] != nil }), let planned = plan[last], last < actual.count,
      let reached = actual[last]
    else { return false }
    return planned >= reached && planned - reached < (axis.upperBound - axis.lowerBound) * 0.3
  }

  private func style(
    _ series: inout ChartDescription.Series, as source: ReportChart.Series, index: Int, of chart: ReportChart,
    isLabelled: Bool
  ) {
    let isAlone = chart.series.count { !$0.isTarget } == 1
    series.colour = colour(index, of: chart)
    series.isDashed = index % 2 == 1 && !source.isAccent
    series.width = source.isAccent || isAlone ? 2.5 : 1.5
    if source.isTarget {
      series.colour = .accent
      series.marker = .diamond
      series.isOutline = true
      series.isDashed = true
      series.width = 1.5
      series.labels = chart.kind == .line ? .namedLast : .none
      return
    }
    switch chart.kind {
    case .line: series.labels = isAlone || source.isAccent ? .ends : .none
    case .bars where chart.series.contains(where: \.isTarget): series.labels = isLabelled ? .inside : .none
    case .bars, .rankedBars: series.labels = isLabelled ? .all : .none
    case .slope, .multiples: break
    }
  }

  /// One colour and one accent.
  private func colour(_ index: Int, of chart: ReportChart) -> Colour {
    if chart.series[index].isAccent { return .accent }
    if chart.series.count == 1 { return .data }
    let colours: [Colour] = [.data, .structure, .rule, .dataLight]
    return colours[index % colours.count]
  }

  /// Every horizontal bar has room for its number; a vertical one when the number is narrower than the bar's share.
  private func labelsFit(_ planned: PlannedChart, _ series: [ChartDescription.Series]) -> Bool {
    guard planned.chart.kind == .bars, let first = series.first else { return planned.chart.kind == .rankedBars }
    let share = Double(planned.place.width - 40) / Double(max(first.numbers.count, 1))
    let widest = first.numbers.compactMap { $0 }.map { number in
      let digits = max(String(Int(number.rounded())).count, 1)
      let text = String(repeating: "0", count: digits + planned.chart.decimals)
      return measure.width(text, size: planned.fontSize) + Double((digits - 1) / 3) * 3 + 2
    }.max()
    return (widest ?? 0) <= share
  }

  /// Lines get an axis between round numbers with room for the label of the highest point; bars begin at zero.
  private func axis(of chart: ReportChart, _ numbers: [Double], isLabelled: Bool)
    -> (range: ClosedRange<Double>, step: Double?)?
  {
    guard let low = numbers.min(), let high = numbers.max() else { return nil }
    if let given = chart.axis, given.lowerBound < given.upperBound {
      return AxisScale.around(given.lowerBound, given.upperBound)
    }
    switch chart.kind {
    case .line, .slope, .multiples: return AxisScale.around(low, high + (high - low) * 0.08)
    case .bars, .rankedBars:
      guard isLabelled, low >= 0, high > 0 else { return AxisScale.around(min(low, 0), max(high, 0)) }
      // Without an axis to read, the longest bar and its label fill the room.
      return (0...high * (chart.kind == .bars ? 1.15 : 1.12), nil)
    }
  }
}

/// Axes that run from one round number to another.
enum AxisScale {
  /// 1, 2 or 5 times a power of ten, so that a span has at most five steps.
  static func step(for span: Double) -> Double {
    guard span > 0, span.isFinite else { return 1 }
    var power = 1.0
    while power * 10 <= span / 5 { power *= 10 }
    while power > span / 5 { power /= 10 }
    for factor in [1.0, 2, 5] where span / (power * factor) <= 5 { return power * factor }
    return power * 10
  }

  static func around(_ low: Double, _ high: Double) -> (range: ClosedRange<Double>, step: Double?) {
    let span = high > low ? high - low : max(abs(high), 1)
    let step = step(for: span)
    // An end that was computed may miss its line by a hair.
    let first = (low / step + 1e-9).rounded(.down)
    let last = max((high / step - 1e-9).rounded(.up), first + 1)
    return (multiple(first, of: step)...multiple(last, of: step), step)
  }

  /// Without the digits that a product of 0.2 brings with it.
  private static func multiple(_ count: Double, of step: Double) -> Double {
    let parts = (1 / step).rounded()
    return step < 1 && abs(parts * step - 1) < 1e-9 ? count / parts : count * step
  }

  /// How many decimals the numbers along an axis need.
  static func decimals(of step: Double) -> Int {
    var decimals = 0
    var rest = step
    while decimals < 6, abs(rest - rest.rounded()) > 1e-9 {
      rest *= 10
      decimals += 1
    }
    return decimals
  }
}
