import Aggregation
import Catalogue
import Language
public import Trends
import Values

/// Trends as pictures, at the terminal and as SVG: one series, or small multiples of several on one scale. Gaps, breaks
/// and periods that are not over can be seen; projections are marked and have their intervals.
public struct TrendPictures {
  private let forms: AnswerForms
  private var language: OutputLanguage { forms.language }

  public init(_ forms: AnswerForms) { self.forms = forms }

  // MARK: SVG

  /// One series, or each member of a dimension beside the others.
  public func svg(
    _ trends: [Trend], by dimension: String?, projected: [ProjectionGrid.Projected] = []
  ) -> String? {
    guard let first = trends.first else { return nil }
    let illustrative = trends.contains(where: \.isIllustrative)
    let year = first.points.last?.period.year
    let title = forms.titled(
      forms.marked(forms.title(first.indicator), illustrative), first.selection, except: dimension, in: year)
    let series = trends.enumerated().map { place, trend in
      SVGPlot.Series(
        name: dimension.map { forms.member(trend.selection, $0, at: place, in: year ?? 9999) } ?? "",
        points: trend.points.map { point in
          SVGPlot.Point(
            label: forms.heading(point.period), value: point.printed(trend.indicator),
            isOpen: trend.partial.contains(point.period) || trend.lacksCells(point),
            isBreak: point.flags.contains(.breakInSeries))
        }
          + steps(place, projected).map { step in
            SVGPlot.Point(
              label: marked(step), value: number(step.value, trend),
              intervals: step.intervals.compactMap { range($0, trend) })
          })
    }
    let points = series.flatMap(\.points)
    let plot = SVGPlot(
      form: forms.numbers, title: title ?? "", notices: forms.notices(isIllustrative: illustrative),
      hasBars: !first.indicator.unit.isPercent,
      legend: legend(
        hasBreak: points.contains(where: \.isBreak), isProjected: points.contains(where: \.isProjected),
        Messages.plotProjected)
        + (points.contains { $0.isOpen && $0.value != nil } ? [Messages.plotOpen[language]] : []))
    return plot.text(series)
  }

  // MARK: Terminal

  /// Bars from zero, or a line where bars would look alike.
  public func plot(
    _ trend: Trend, projected: ProjectionGrid.Projected? = nil, width: Int, style: TextStyle
  ) -> [String] {
    let projections = [projected].compactMap { $0 }
    guard !trend.indicator.unit.isPercent else {
      let points = points(trend, at: 0, projections)
      return LinePlot(form: forms.numbers, width: width).lines(points) + wrapped(legend(points), width)
    }
    let steps = steps(0, projections)
    let bars =
      trend.points.map { point in
        let value = point.printed(trend.indicator)
        let isBreak = point.flags.contains(.breakInSeries)
        let flag = isBreak ? " \(StatusFlag.breakInSeries.rawValue)" : ""
        return BarPlot.Bar(
          label: forms.heading(point.period), value: value,
          printed: (value.map { forms.numbers.string($0) } ?? "") + flag)
      }
      + steps.map { step in
        let value = number(step.value, trend)
        return BarPlot.Bar(
          label: marked(step), value: value, printed: value.map { forms.numbers.string($0) } ?? "",
          interval: step.intervals.last.flatMap { range($0, trend) })
      }
    let notes = legend(hasBreak: false, isProjected: !steps.isEmpty, Messages.plotProjectedBar)
    return BarPlot(width: width, style: style).lines(bars) + wrapped(notes, width)
  }

  private static let gutter = 2
  private static let widest = 40
  private static let panelHeight = 4

  /// A small picture of each series, as many beside each other as fit, all on one scale.
  public func multiples(
    _ trends: [Trend], by dimension: String, projected: [ProjectionGrid.Projected] = [], width: Int
  ) -> [String] {
    guard width >= LinePlot.narrowest else {
      return wrapped([Messages.tooNarrow(LinePlot.narrowest)[language]], width)
    }
    let series = trends.enumerated().map { place, trend in
      (
        name: forms.member(trend.selection, dimension, at: place, in: trend.points.last?.period.year ?? 9999),
        points: points(trend, at: place, projected)
      )
    }
    let drawn = series.filter { $0.points.contains { $0.value != nil } }
    guard let isPercent = trends.first?.indicator.unit.isPercent,
      let range = LinePlot.range(drawn.flatMap(\.points) + (isPercent ? [] : [.init(label: "", value: .zero)]))
    else { return [] }
    let ends = [range.upperBound, range.lowerBound].map { forms.numbers.string($0) }
    let labels = drawn.flatMap(\.points).map { DisplayWidth.of($0.label) }.max() ?? 0
    let axis = (ends.map { DisplayWidth.of($0) }.max() ?? 0) + 2
    // Room for the first and the last label, and for two points a column.
    let wanted = max(LinePlot.narrowest, axis + max(2 * labels + 1, (drawn.map(\.points.count).max() ?? 0) / 2))
    let columns = max(1, (width + Self.gutter) / (min(wanted, width) + Self.gutter))
    let panel = min(Self.widest, (width - Self.gutter * (columns - 1)) / columns)
    let plot = LinePlot(form: forms.numbers, width: panel, height: Self.panelHeight, scale: range)
    var lines: [String] = []
    for start in stride(from: 0, to: drawn.count, by: columns) {
      if start > 0 { lines.append("") }
      lines += Self.beside(
        drawn[start..<min(drawn.count, start + columns)].map { item in
          (
            TextWrap(width: panel, breaksLongWords: true).lines(PrintedCell.printable(item.name)),
            plot.lines(item.points)
          )
        }, panel: panel)
    }
    let isIllustrative = trends.contains(where: \.isIllustrative)
    var notes = [forms.marked(Messages.sharedScale(ends[1], ends[0])[language], isIllustrative)]
    let room = 2 * (panel - axis)
    if let most = drawn.map(\.points.count).max(), most > room {
      notes.append(Messages.sharedColumns(most, room)[language])
    }
    let empty = series.filter { item in !item.points.contains { $0.value != nil } }.map(\.name)
    if !empty.isEmpty { notes.append(Messages.notDrawn(empty.joined(separator: ", "))[language]) }
    return lines + [""] + wrapped(notes + legend(drawn.flatMap(\.points)), width)
  }

  /// Panels beside each other, their names above them.
  private static func beside(_ panels: [(name: [String], plot: [String])], panel: Int) -> [String] {
    let heading = panels.map(\.name.count).max() ?? 0
    let blocks = panels.map { $0.name + Array(repeating: "", count: heading - $0.name.count) + $0.plot }
    return (0..<(blocks.map(\.count).max() ?? 0)).map { row in
      blocks.map { DisplayWidth.padded(row < $0.count ? $0[row] : "", to: panel + gutter) }.joined().trimmedAtEnd
    }
  }

  // MARK: What is drawn, and what it means

  private func points(_ trend: Trend, at place: Int, _ projected: [ProjectionGrid.Projected]) -> [LinePlot.Point] {
    trend.points.map { point in
      LinePlot.Point(
        label: forms.heading(point.period), value: point.printed(trend.indicator),
        isBreak: point.flags.contains(.breakInSeries))
    }
      + steps(place, projected).map { step in
        LinePlot.Point(
          label: marked(step), value: number(step.value, trend),
          interval: step.intervals.last.flatMap { range($0, trend) })
      }
  }

  private func steps(_ place: Int, _ projected: [ProjectionGrid.Projected]) -> [TrendProjection.Step] {
    projected.indices.contains(place) ? projected[place].outcome.projection?.steps ?? [] : []
  }

  private func marked(_ step: TrendProjection.Step) -> String {
    "\(forms.heading(step.period)) \(StatusFlag.forecast.rawValue)"
  }

  private func number(_ value: Double, _ trend: Trend) -> ExactDecimal? {
    StatisticsForms.decimal(value, trend.indicator.decimals)
  }

  private func range(_ interval: ClosedRange<Double>, _ trend: Trend) -> ClosedRange<ExactDecimal>? {
    guard let low = number(interval.lowerBound, trend), let high = number(interval.upperBound, trend), low <= high
    else {
      return nil
    }
    return low...high
  }

  private func legend(_ points: [LinePlot.Point]) -> [String] {
    legend(
      hasBreak: points.contains(where: \.isBreak), isProjected: points.contains { $0.interval != nil },
      Messages.plotProjectedLine)
  }

  private func legend(hasBreak: Bool, isProjected: Bool, _ projection: (Int) -> LocalizedText) -> [String] {
    let percent = Int(((TrendProjection.levels.last ?? 0) * 100).rounded())
    return (hasBreak ? [Messages.plotBreak[language]] : []) + (isProjected ? [projection(percent)[language]] : [])
  }

  private func wrapped(_ notes: [String], _ width: Int) -> [String] {
    notes.flatMap { TextWrap(width: width).lines($0) }
  }
}
