import Language
public import Values

/// Horizontal bars from zero, one a line: label, number, bar. Negative bars run to the left of an axis.
public struct BarPlot: Sendable {
  public struct Bar: Sendable, Hashable {
    public var label: String
    /// Nil draws no bar.
    public var value: ExactDecimal?
    /// The number as the reader sees it, or the symbol for its absence.
    public var printed: String
    public var isAccent: Bool
    /// Where a projected value lies; nil for an observed one.
    public var interval: ClosedRange<ExactDecimal>?

    public init(
      label: String, value: ExactDecimal?, printed: String, isAccent: Bool = false,
      interval: ClosedRange<ExactDecimal>? = nil
    ) {
      self.interval = interval
      self.label = label
      self.value = value
      self.printed = printed
      self.isAccent = isAccent
    }
  }

  /// Columns of the whole plot.
  public var width: Int
  public var style: TextStyle

  public init(width: Int = 80, style: TextStyle = .plain) {
    self.width = width
    self.style = style
  }

  private static let smallestField = 8
  private static let eighths = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]

  /// One line a bar, more where a label is wrapped. Bars keep at least eight columns, even where that is too wide.
  public func lines(_ bars: [Bar]) -> [String] {
    let printedWidth = bars.map { DisplayWidth.of($0.printed) }.max() ?? 0
    let naturalLabel = bars.map { DisplayWidth.of($0.label) }.max() ?? 0
    let labelWidth = max(1, min(naturalLabel, max(width * 2 / 5, width - printedWidth - 3 - 40)))
    let field = Field(
      bars.flatMap { [$0.value, $0.interval?.lowerBound, $0.interval?.upperBound] }.compactMap { $0?.approximation },
      width: max(Self.smallestField, width - labelWidth - 2 - printedWidth - 1))
    let wrap = TextWrap(width: labelWidth, hangingIndent: labelWidth > 8 ? "  " : "", breaksLongWords: true)
    return bars.flatMap { bar in
      let labels = wrap.lines(PrintedCell.printable(bar.label))
      let drawn = field.drawn(bar)
      var first = DisplayWidth.padded(labels[0], to: labelWidth) + "  "
      first += DisplayWidth.padded(bar.printed, to: printedWidth, .right)
      first += drawn.isEmpty ? "" : " " + (bar.isAccent ? style(.blue, drawn) : drawn)
      return [first.trimmedAtEnd] + labels.dropFirst()
    }
  }

  /// The columns in which bars are drawn.
  private struct Field {
    /// Columns to the left of the axis; 0 when nothing is negative.
    var left: Int
    /// Eighths of a column for one unit.
    var scale: Double
    var hasAxis: Bool
    /// The last column there is.
    private let last: Int

    init(_ values: [Double], width: Int) {
      let low = min(0, values.min() ?? 0)
      let high = max(0, values.max() ?? 0)
      hasAxis = low < 0
      let room = Double(hasAxis ? width - 2 : width)
      let range = high - low
      scale = range > 0 ? room * 8 / range : 0
      left = hasAxis ? Int((-low * scale / 8).rounded(.up)) : 0
      last = max(0, width - 1)
    }

    func drawn(_ bar: Bar) -> String {
      guard let value = bar.value?.approximation else { return "" }
      guard let interval = bar.interval else { return drawn(value) }
      // A projection is shaded up to its value, and its interval lies across the end: ░░░├─┼──┤.
      let (low, middle, high) = (
        column(interval.lowerBound.approximation), column(value), column(interval.upperBound.approximation)
      )
      let zero = column(0)
      var cells = [String](repeating: " ", count: max(high, max(middle, zero)) + 1)
      for cell in min(zero, middle)..<max(zero, middle) { cells[cell] = "░" }
      if hasAxis { cells[zero] = "│" }
      if low < high {
        for cell in low...high { cells[cell] = "─" }
        (cells[low], cells[high]) = ("├", "┤")
      }
      cells[middle] = "┼"
      return cells.joined()
    }

    /// The column in which a value ends.
    private func column(_ value: Double) -> Int { min(last, max(0, left + Int((value * scale / 8).rounded(.down)))) }

    private func drawn(_ value: Double) -> String {
      // What is not zero can be seen, however small.
      let eighths = value == 0 ? 0 : max(1, Int((abs(value) * scale).rounded()))
      guard hasAxis else { return Self.bar(eighths) }
      guard value < 0 else { return DisplayWidth.spaces(left) + "│" + Self.bar(eighths) }
      // Blocks that fill from the right exist as halves only.
      let halves = max(1, (eighths + 2) / 4)
      let bar = (halves.isMultiple(of: 2) ? "" : "▐") + String(repeating: "█", count: halves / 2)
      return DisplayWidth.spaces(left - bar.count) + bar + "│"
    }

    private static func bar(_ eighths: Int) -> String {
      String(repeating: "█", count: eighths / 8) + BarPlot.eighths[eighths % 8]
    }
  }
}

extension String {
  /// Without spaces at the end.
  var trimmedAtEnd: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
