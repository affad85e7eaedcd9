public import Language
public import Values

/// Series as a picture (SVG 1.1): lines on an axis that need not begin at zero, or bars that do. A missing value is a gap;
/// several series are drawn side by side on one scale, not over each other.
public struct SVGPlot: Sendable {
  public struct Point: Sendable, Hashable {
    public var label: String
    /// Nil leaves a gap.
    public var value: ExactDecimal?
    /// Of a period that is not over, or projected: drawn hollow.
    public var isOpen: Bool

    public init(label: String, value: ExactDecimal?, isOpen: Bool = false) {
      self.label = label
      self.value = value
      self.isOpen = isOpen
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

  public init(form: NumberForm, title: String, notices: [String] = [], hasBars: Bool) {
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
    let height = top + rows * size.height + 8
    var out =
      #"<svg xmlns="http://www.w3.org/2000/svg" width="\#(Self.width)" height="\#(height)" "#
      + #"viewBox="0 0 \#(Self.width) \#(height)" font-family="sans-serif" font-size="12" role="img">"# + "\n"
    out += "<title>\(Self.escaped(title))</title>\n"
    out += #"<rect width="100%" height="100%" fill="white"/>"# + "\n"
    for (index, line) in heading.enumerated() { out += text(line, 12, Double(16 + index * 16), fill: "#b00020") }
    out += text(title, 12, Double(top - 12), size: 15, weight: "bold")
    let scale = Scale(series.flatMap { $0.points.compactMap { $0.value?.approximation } }, fromZero: hasBars)
    for (index, item) in series.enumerated() {
      let panel = Panel(
        x: Double(index % columns * size.width), y: Double(top + index / columns * size.height),
        width: Double(size.width), height: Double(size.height))
      out += draw(item, in: panel, scale, isNamed: series.count > 1)
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
      1, Int((Double(series.points.map { DisplayWidth.of($0.label) }.max() ?? 1) * 7 / step).rounded(.up)))
    for (index, point) in series.points.enumerated()
    where index == series.points.count - 1 || (index % shown == 0 && index + shown <= series.points.count - 1) {
      out += text(point.label, centers[index], panel.bottom + 16, anchor: "middle")
    }
    return out + (hasBars ? bars(series, centers, step, panel, scale) : lines(series, centers, panel, scale))
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
      let style = point.isOpen ? ##"fill="white" stroke="#1f5a96" stroke-dasharray="3 2""## : ##"fill="#1f5a96""##
      out +=
        #"<rect x="\#(Self.number(x - step * 0.35))" y="\#(Self.number(top))" "#
        + #"width="\#(Self.number(step * 0.7))" height="\#(Self.number(height))" \#(style)/>"# + "\n"
    }
    return out + line(panel.left, zero, panel.right, zero, "#444")
  }

  private func lines(_ series: Series, _ centers: [Double], _ panel: Panel, _ scale: Scale) -> String {
    var out = ""
    var run: [String] = []
    func close() {
      if run.count > 1 {
        out +=
          ##"<polyline fill="none" stroke="#1f5a96" stroke-width="2" points="\##(run.joined(separator: " "))"/>"##
          + "\n"
      }
      run = []
    }
    for (point, x) in zip(series.points, centers) {
      guard let value = point.value?.approximation else {
        close()
        continue
      }
      run.append("\(Self.number(x)),\(Self.number(scale.position(value, panel)))")
    }
    close()
    for (point, x) in zip(series.points, centers) {
      guard let value = point.value?.approximation else { continue }
      let fill = point.isOpen ? "white" : "#1f5a96"
      out +=
        #"<circle cx="\#(Self.number(x))" cy="\#(Self.number(scale.position(value, panel)))" r="3" "#
        + ##"fill="\##(fill)" stroke="#1f5a96"/>"## + "\n"
    }
    return out
  }

  // MARK: Elements

  private func text(
    _ text: String, _ x: Double, _ y: Double, size: Int = 12, anchor: String = "start", weight: String = "normal",
    fill: String = "#222"
  ) -> String {
    #"<text x="\#(Self.number(x))" y="\#(Self.number(y))" font-size="\#(size)" text-anchor="\#(anchor)" "#
      + #"font-weight="\#(weight)" fill="\#(fill)">\#(Self.escaped(text))</text>"# + "\n"
  }

  private func line(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ color: String) -> String {
    #"<line x1="\#(Self.number(x1))" y1="\#(Self.number(y1))" x2="\#(Self.number(x2))" y2="\#(Self.number(y2))" "#
      + #"stroke="\#(color)"/>"# + "\n"
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
