public import Language
public import Values

/// Series as a picture (SVG 1.1): lines on an axis that need not begin at zero, or bars that do. A missing value is a gap, a
/// break in the series a dashed line across which nothing is joined; projections are hollow, with their intervals. Several
/// series are drawn side by side on one scale, not over each other.
public struct SVGPlot: Sendable {
  public struct Point: Sendable, Hashable {
    public var label: String
    /// Nil leaves a gap.
    public var value: ExactDecimal?
    /// Of a period that is not over: drawn hollow.
    public var isOpen: Bool
    /// Not comparable with the point before.
    public var isBreak: Bool
    /// Where a projected value lies, the narrower interval first; empty for an observed one.
    public var intervals: [ClosedRange<ExactDecimal>]

    public init(
      label: String, value: ExactDecimal?, isOpen: Bool = false, isBreak: Bool = false,
      intervals: [ClosedRange<ExactDecimal>] = []
    ) {
      self.label = label
      self.value = value
      self.isOpen = isOpen
      self.isBreak = isBreak
      self.intervals = intervals
    }

    var isProjected: Bool { !intervals.isEmpty }
    var isHollow: Bool { isOpen || isProjected }
    fileprivate var numbers: [Double] {
      ([value] + intervals.flatMap { [$0.lowerBound, $0.upperBound] }).compactMap { $0?.approximation }
    }
  }

  public struct Series: Sendable, Hashable {
    public var name: String
    public var points: [Point]

    public init(name: String, points: [Point]) {
      self.name = name
      self.points = points
    }
  }

  public var form: NumberForm
  public var title: String
  /// That figures are illustrative.
  public var notices: [String]
  public var hasBars: Bool
  /// What the marks mean, under the picture.
  public var legend: [String]

  public init(
    form: NumberForm, title: String, notices: [String] = [], hasBars: Bool, legend: [String] = []
  ) {
    self.legend = legend
    self.form = form
    self.title = title
    self.notices = notices
    self.hasBars = hasBars
  }

  private static let width = 800

  /// The whole file; the same series give the same bytes.
  public func text(_ series: [Series]) -> String {
    let columns = series.count > 1 ? 3 : 1
    let rows = (series.count + columns - 1) / max(1, columns)
    let size = (width: Self.width / columns, height: series.count > 1 ? 170 : 360)
    let heading = notices.flatMap { TextWrap(width: 110).lines($0) }
    let top = 36 + heading.count * 16
    let notes = legend.flatMap { TextWrap(width: 110).lines($0) }
    let height = top + rows * size.height + 8 + notes.count * 16
    var out =
      #"<svg xmlns="http://www.w3.org/2000/svg" width="\#(Self.width)" height="\#(height)" "#
      + #"viewBox="0 0 \#(Self.width) \#(height)" font-family="sans-serif" font-size="12" role="img">"# + "\n"
    out += "<title>\(Self.escaped(title))</title>\n"
    out += #"<rect width="100%" height="100%" fill="white"/>"# + "\n"
    for (index, line) in heading.enumerated() { out += text(line, 12, Double(16 + index * 16), fill: "#b00020") }
    out += text(title, 12, Double(top - 12), size: 15, weight: "bold")
    let scale = Scale(series.flatMap { $0.points.flatMap(\.numbers) }, fromZero: hasBars)
    for (index, item) in series.enumerated() {
      let panel = Panel(
        x: Double(index % columns * size.width), y: Double(top + index / columns * size.height),
        width: Double(size.width), height: Double(size.height))
      out += draw(item, in: panel, scale, isNamed: series.count > 1)
    }
    for (index, line) in notes.enumerated() {
      out += text(line, 12, Double(top + rows * size.height + 12 + index * 16), fill: "#555")
    }
    return out + "</svg>\n"
  }

  // MARK: One panel

  private struct Panel {
    let x, y, width, height: Double
    var left: Double { x + 62 }
    var right: Double { x + width - 14 }
    var top: Double { y + 28 }
    var bottom: Double { y + height - 26 }
  }

  /// From one round number to another.
  private struct Scale {
    let ticks: [Double]
    let decimals: Int

    init(_ values: [Double], fromZero: Bool) {
      let low = min(values.min() ?? 0, fromZero ? 0 : .infinity)
      let high = max(values.max() ?? 1, fromZero ? 0 : -.infinity)
      var step = 1.0
      var decimals = 0
      let range = high > low ? high - low : max(1, abs(high))
      while step * 5 < range { step *= 10 }
      while step * 0.5 > range, decimals < 9 {
        step /= 10
        decimals += 1
      }
      for part in [0.1, 0.2, 0.5, 1] where step * part * 5 >= range {
        if part < 1 { decimals += 1 }
        step *= part
        break
      }
      let first = (low / step).rounded(.down)
      let last = max(first + 1, (high / step).rounded(.up))
      ticks = stride(from: first, through: last, by: 1).map { $0 * step }
      self.decimals = step >= 1 ? 0 : decimals
    }

    func position(_ value: Double, _ panel: Panel) -> Double {
      let (low, high) = (ticks[0], ticks[ticks.count - 1])
      return panel.bottom - (value - low) / (high - low) * (panel.bottom - panel.top)
    }
  }

  private func draw(_ series: Series, in panel: Panel, _ scale: Scale, isNamed: Bool) -> String {
    var out = isNamed ? text(series.name, panel.x + 12, panel.y + 14, weight: "bold") : ""
    for (index, tick) in scale.ticks.enumerated() where !isNamed || index == 0 || index == scale.ticks.count - 1 {
      let y = scale.position(tick, panel)
      out += line(panel.left, y, panel.right, y, "#ddd")
      let label = StatisticsForms.decimal(tick, scale.decimals).map { form.string($0) } ?? ""
      out += text(label, panel.left - 6, y + 4, anchor: "end")
    }
    let step = (panel.right - panel.left) / Double(max(1, series.points.count))
    let centers = series.points.indices.map { panel.left + (Double($0) + 0.5) * step }
    let shown = max(
      1, Int((Double((series.points.map { DisplayWidth.of($0.label) }.max() ?? 1) * 7 + 14) / step).rounded(.up)))
    for (index, point) in series.points.enumerated()
    where index == series.points.count - 1 || (index % shown == 0 && index + shown <= series.points.count - 1) {
      out += text(point.label, centers[index], panel.bottom + 16, anchor: "middle")
    }
    out += breaks(series, centers, step, panel)
    out += hasBars ? bars(series, centers, step, panel, scale) : lines(series, centers, panel, scale)
    return out + intervals(series, centers, panel, scale)
  }

  /// A dashed line before each point that does not go on with the one before, with the flag above it.
  private func breaks(_ series: Series, _ centers: [Double], _ step: Double, _ panel: Panel) -> String {
    var out = ""
    for (index, point) in series.points.enumerated() where point.isBreak && index > 0 {
      let x = centers[index] - step / 2
      out += line(x, panel.top, x, panel.bottom, "#b00020", #"stroke-dasharray="2 3""#)
      out += text(StatusFlag.breakInSeries.rawValue, x, panel.top - 3, anchor: "middle", fill: "#b00020")
    }
    return out
  }

  /// Beside each projected value a line over its interval, thicker over the narrower one.
  private func intervals(_ series: Series, _ centers: [Double], _ panel: Panel, _ scale: Scale) -> String {
    var out = ""
    for (point, x) in zip(series.points, centers) {
      for (index, interval) in point.intervals.enumerated() {
        let ends = [interval.upperBound, interval.lowerBound].map { scale.position($0.approximation, panel) }
        let width = index == 0 && point.intervals.count > 1 ? 3 : 1
        out += line(x, ends[0], x, ends[1], "#b06a00", #"stroke-width="\#(width)""#)
        for y in ends { out += line(x - 4, y, x + 4, y, "#b06a00") }
      }
    }
    return out
  }

  private func bars(
    _ series: Series, _ centers: [Double], _ step: Double, _ panel: Panel, _ scale: Scale
  ) -> String {
    let zero = scale.position(0, panel)
    var out = ""
    for (point, x) in zip(series.points, centers) {
      guard let value = point.value?.approximation else { continue }
      let y = scale.position(value, panel)
      let (top, height) = (min(y, zero), abs(y - zero))
      let style = point.isHollow ? ##"fill="white" stroke="#1f5a96" stroke-dasharray="3 2""## : ##"fill="#1f5a96""##
      out +=
        #"<rect x="\#(Self.number(x - step * 0.35))" y="\#(Self.number(top))" "#
        + #"width="\#(Self.number(step * 0.7))" height="\#(Self.number(height))" \#(style)/>"# + "\n"
    }
    return out + line(panel.left, zero, panel.right, zero, "#444")
  }

  private func lines(_ series: Series, _ centers: [Double], _ panel: Panel, _ scale: Scale) -> String {
    var out = ""
    for run in runs(series, centers, panel, scale) where run.places.count > 1 {
      let dashes = run.isProjected ? #" stroke-dasharray="5 4""# : ""
      out +=
        ##"<polyline fill="none" stroke="#1f5a96" stroke-width="2"\##(dashes) "##
        + #"points="\#(run.places.joined(separator: " "))"/>"# + "\n"
    }
    for (point, x) in zip(series.points, centers) {
      guard let value = point.value?.approximation else { continue }
      let fill = point.isHollow ? "white" : "#1f5a96"
      out +=
        #"<circle cx="\#(Self.number(x))" cy="\#(Self.number(scale.position(value, panel)))" r="3" "#
        + ##"fill="\##(fill)" stroke="#1f5a96"/>"## + "\n"
    }
    return out
  }

  /// Points that are joined; projections go on from the last observed point, in a line of their own.
  private func runs(
    _ series: Series, _ centers: [Double], _ panel: Panel, _ scale: Scale
  ) -> [(places: [String], isProjected: Bool)] {
    var runs: [(places: [String], isProjected: Bool)] = [([], false)]
    for (point, x) in zip(series.points, centers) {
      guard let value = point.value?.approximation else {
        runs.append(([], false))
        continue
      }
      let place = "\(Self.number(x)),\(Self.number(scale.position(value, panel)))"
      let last = runs[runs.count - 1]
      if point.isBreak {
        runs.append(([], point.isProjected))
      } else if point.isProjected != last.isProjected {
        runs.append((last.places.suffix(1), point.isProjected))
      }
      runs[runs.count - 1].places.append(place)
    }
    return runs
  }

  // MARK: Elements

  private func text(
    _ text: String, _ x: Double, _ y: Double, size: Int = 12, anchor: String = "start", weight: String = "normal",
    fill: String = "#222"
  ) -> String {
    #"<text x="\#(Self.number(x))" y="\#(Self.number(y))" font-size="\#(size)" text-anchor="\#(anchor)" "#
      + #"font-weight="\#(weight)" fill="\#(fill)">\#(Self.escaped(text))</text>"# + "\n"
  }

  /// - Parameter more: further attributes.
  private func line(
    _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ color: String, _ more: String = ""
  ) -> String {
    #"<line x1="\#(Self.number(x1))" y1="\#(Self.number(y1))" x2="\#(Self.number(x2))" y2="\#(Self.number(y2))" "#
      + #"stroke="\#(color)"\#(more.isEmpty ? "" : " ")\#(more)/>"# + "\n"
  }

  /// To one decimal.
  private static func number(_ value: Double) -> String { StatisticsForms.decimal(value, 1)?.description ?? "0" }

  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for character in PrintableText.of(text) {
      switch character {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      default: escaped.append(character)
      }
    }
    return escaped
  }
}
