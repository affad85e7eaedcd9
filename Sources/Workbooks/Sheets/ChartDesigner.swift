import Language
import Reports

/// Decides how a chart looks: what is labelled, where the axis runs, which colours.
struct ChartDesigner {
  let forms: NumberForms
  let measure: TextMeasure

  func describe(_ planned: PlannedChart, series: [ChartDescription.Series]) -> ChartDescription {
    let chart = planned.chart
    let numbers = series.flatMap { $0.numbers.compactMap { $0 } }
    let labelled = chart.kind != .line && series.count == 1 && labelsFit(planned, series)
    var series = series
    for index in series.indices {
      series[index].colour = colour(index, of: chart)
      series[index].isDashed = index % 2 == 1 && !chart.series[index].isAccent
      series[index].width = chart.series[index].isAccent || chart.series.count == 1 ? 2.5 : 1.5
      series[index].labels =
        switch chart.kind {
        case .line: chart.series.count == 1 || chart.series[index].isAccent ? .ends : .none
        case .bars, .rankedBars: labelled ? .all : .none
        }
    }
    let axis = axis(of: chart, numbers, isLabelled: labelled)
    let axisDecimals = axis?.step.map { min(AxisScale.decimals(of: $0), chart.decimals) } ?? chart.decimals
    return ChartDescription(
      kind: chart.kind == .line ? .line : chart.kind == .bars ? .columns : .bars, title: chart.title, series: series,
      numberFormat: forms.format(decimals: chart.decimals), axisFormat: forms.format(decimals: axisDecimals),
      axis: axis?.range, axisStep: axis?.step,
      hidesValueAxis: labelled, alternativeText: chart.alternativeText, fontSize: planned.fontSize)
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
      return (given, AxisScale.step(for: given.upperBound - given.lowerBound))
    }
    switch chart.kind {
    case .line: return AxisScale.around(low, high + (high - low) * 0.08)
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
    let lower = (low / step).rounded(.down) * step
    let upper = (high / step).rounded(.up) * step
    return (lower...max(upper, lower + step), step)
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
