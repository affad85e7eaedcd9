import Language
import Reports
import Values

/// Before and after, and many small charts.
extension ChartDesigner {
  /// How high a slope has to be for the names at both ends to stand beside their points without lying on each other;
  /// nil where no height is enough: too many lines, a missing end, ends that are equal.
  static func heightForEnds(_ numbers: [[Double?]], fontSize: Double) -> Int? {
    let all = numbers.flatMap { $0.compactMap { $0 } }
    guard numbers.count <= 12, numbers.allSatisfy({ $0.count == 2 }), let low = all.min(), let high = all.max(),
      all.count == 2 * numbers.count, high > low
    else { return nil }
    let axis = tight(low, high)
    let gaps = (0..<2).flatMap { end in
      let sorted = numbers.compactMap { $0[end] }.sorted()
      return zip(sorted, sorted.dropFirst()).map { $1 - $0 }
    }
    let line = fontSize * 96 / 72 * 0.92
    guard let least = gaps.min() else { return 0 }
    // Title and names of the ends take a part of the height.
    let height = line / least * (axis.upperBound - axis.lowerBound) / 0.84
    return height < 2_000 ? Int(height.rounded(.up)) : nil
  }

  func hasRoomForEnds(_ planned: PlannedChart, _ numbers: [[Double?]]) -> Bool {
    Self.heightForEnds(numbers, fontSize: planned.fontSize).map { $0 <= planned.place.height } ?? false
  }

  /// A line each, named at its right end; a falling one is dashed, so that it is seen without colours.
  func slope(_ planned: PlannedChart, _ lines: [ChartDescription.Series]) -> ChartDescription {
    let chart = planned.chart
    var drawn: [ChartDescription.Series] = []
    for (index, line) in lines.enumerated() {
      let isAccent = chart.series[index].isAccent
      let ends = line.numbers.compactMap { $0 }
      let falls = ends.count == 2 && ends[1] < ends[0]
      var own = line
      own.colour = falls ? .accent : isAccent ? .structure : .data
      own.width = isAccent ? 3 : 1.75
      own.isDashed = falls
      own.labels = .start
      own.name = ""
      var name = line
      // Beside the marker, not behind it.
      name.name = "\u{A0}" + line.name
      name.labels = .namedEnd
      name.hasLine = false
      name.marker = .none
      drawn += [own, name]
    }
    let numbers = lines.flatMap { $0.numbers.compactMap { $0 } }
    return description(
      planned, .line, drawn, axis: Self.tight(numbers.min() ?? 0, numbers.max() ?? 1), step: nil, hidesValueAxis: true)
  }

  /// An axis that is not shown needs no round ends.
  private static func tight(_ low: Double, _ high: Double) -> ClosedRange<Double> {
    let edge = max((high - low) * 0.04, abs(high) * 1e-6)
    return (low - edge)...(high + edge)
  }

  /// The same as two bars a member, from zero.
  func pairs(_ planned: PlannedChart, _ ends: [ChartDescription.Series]) -> ChartDescription {
    var ends = ends
    for index in ends.indices { ends[index].colour = index == 0 ? .dataLight : .data }
    let high = ends.flatMap { $0.numbers.compactMap { $0 } }.max() ?? 1
    var description = description(
      planned, .bars, ends, axis: high > 0 ? 0...high * 1.12 : nil, step: nil, hidesValueAxis: true)
    description.hasLegend = true
    return description
  }

  /// One member's line before the whole's; all panels of a chart have one scale.
  func panel(
    _ planned: PlannedChart, _ own: ChartDescription.Series, whole: ChartDescription.Series?, _ points: ChartPoints
  ) -> ChartDescription {
    var own = own
    own.colour = .data
    own.width = 2
    own.marker = .none
    own.labels = .start
    var drawn: [ChartDescription.Series] = []
    if var whole {
      whole.colour = .rule
      whole.width = 1
      whole.isDashed = true
      whole.marker = .none
      drawn.append(whole)
    }
    drawn.append(own)
    var end = own
    end.labels = .end
    end.hasLine = false
    drawn.append(end)
    var description = description(
      planned, .line, drawn, axis: planned.chart.axis, step: nil, hidesValueAxis: true)
    description.title = own.name
    description.titleColour = .text
    description.hidesCategories = true
    description.alternativeText = "\(planned.chart.title), \(own.name): \(ends(of: points))."
    return description
  }

  /// "2013: 55,40; 2023: 59,29".
  private func ends(of points: ChartPoints) -> String {
    let present = points.points.compactMap { point -> String? in
      guard case .figure(let figure) = point.cell else { return nil }
      return "\(point.category): \(forms.printed(figure))"
    }
    return present.count > 2 ? "\(present[0]); \(present[present.count - 1])" : present.joined(separator: "; ")
  }

  private func description(
    _ planned: PlannedChart, _ kind: ChartDescription.Kind, _ series: [ChartDescription.Series],
    axis: ClosedRange<Double>?, step: Double?, hidesValueAxis: Bool
  ) -> ChartDescription {
    let format = forms.format(decimals: planned.chart.decimals)
    return ChartDescription(
      kind: kind, title: planned.chart.title, series: series, numberFormat: format, axisFormat: format, axis: axis,
      axisStep: step, hidesValueAxis: hidesValueAxis, alternativeText: planned.chart.alternativeText,
      fontSize: planned.fontSize)
  }
}
