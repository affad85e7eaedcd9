public import Language
public import Values

/// A series as a line in Braille dots, two by four in a column, with the highest and the lowest value beside it and the
/// periods below. The axis runs from the lowest to the highest value, not from zero; a missing value parts the line, and so
/// does a break in the series, which is marked. Projections are no part of the line: each is an F within its interval.
public struct LinePlot: Sendable {
  public struct Point: Sendable, Hashable {
    /// Of the period, short.
    public var label: String
    /// Nil leaves a gap.
    public var value: ExactDecimal?
    /// Not comparable with the point before.
    public var isBreak: Bool
    /// Where a projected value lies; nil for an observed one.
    public var interval: ClosedRange<ExactDecimal>?

    public init(
      label: String, value: ExactDecimal?, isBreak: Bool = false, interval: ClosedRange<ExactDecimal>? = nil
    ) {
      self.label = label
      self.value = value
      self.isBreak = isBreak
      self.interval = interval
    }
  }

  public var form: NumberForm
  /// Columns of the whole plot.
  public var width: Int
  /// Lines of the drawing, without the labels below.
  public var height: Int
  /// The ends of the axis, where several plots share one; its own values' when nil.
  public var scale: ClosedRange<ExactDecimal>?

  public static let narrowest = 24

  public init(form: NumberForm, width: Int = 80, height: Int = 8, scale: ClosedRange<ExactDecimal>? = nil) {
    self.form = form
    self.width = max(Self.narrowest, width)
    self.height = max(2, height)
    self.scale = scale
  }

  /// No lines when there is no value.
  public func lines(_ points: [Point]) -> [String] {
    guard points.contains(where: { $0.value != nil }), let ends = scale ?? Self.range(points) else { return [] }
    let (low, high) = (ends.lowerBound, ends.upperBound)
    let (top, bottom) = (form.string(high), form.string(low))
    let axis = max(DisplayWidth.of(top), DisplayWidth.of(bottom))
    var canvas = Canvas(columns: max(4, width - axis - 2), rows: height)
    let (floor, range) = (low.approximation, high.approximation - low.approximation)
    let lowest = canvas.height - 1
    func row(_ value: ExactDecimal) -> Int {
      let share = range > 0 ? (value.approximation - floor) / range : 0.5
      return Int(((1 - min(max(share, 0), 1)) * Double(lowest)).rounded())
    }
    var last: (x: Int, y: Int)?
    for (index, point) in points.enumerated() {
      guard let value = point.value, point.interval == nil else {
        last = nil
        continue
      }
      let here = (x: Self.position(index, of: points.count, in: canvas.width), y: row(value))
      canvas.line(from: point.isBreak ? here : last ?? here, to: here)
      last = here
    }
    mark(points, on: &canvas, row)
    let drawing = canvas.lines.enumerated().map { row, dots in
      let label = row == 0 ? top : row == height - 1 && range > 0 ? bottom : ""
      return (DisplayWidth.padded(label, to: axis, .right) + (label.isEmpty ? " │" : " ┤") + dots).trimmedAtEnd
    }
    return drawing + [
      DisplayWidth.spaces(axis + 1) + "└" + String(repeating: "─", count: canvas.width / 2),
      DisplayWidth.spaces(axis + 2) + Self.labels(points.map(\.label), in: canvas.width / 2),
    ]
  }

  /// The lowest and the highest value, ends of intervals among them; nil without values.
  static func range(_ points: [Point]) -> ClosedRange<ExactDecimal>? {
    let known = points.flatMap { [$0.value, $0.interval?.lowerBound, $0.interval?.upperBound] }.compactMap { $0 }
    guard let low = known.min(), let high = known.max() else { return nil }
    return low...high
  }

  /// Breaks between points, and projections with their intervals, in characters over the dots.
  private func mark(_ points: [Point], on canvas: inout Canvas, _ row: (ExactDecimal) -> Int) {
    func column(_ index: Int) -> Int { Self.position(index, of: points.count, in: canvas.width) / 2 }
    for (index, point) in points.enumerated() {
      if point.isBreak, index > 0 {
        canvas.mark("┊", column: (column(index - 1) + column(index) + 1) / 2, rows: 0...height - 1)
      }
      guard let interval = point.interval, let value = point.value else { continue }
      let (top, middle, bottom) = (
        row(interval.upperBound) / 4, row(value) / 4, row(interval.lowerBound) / 4
      )
      canvas.mark("│", column: column(index), rows: top...max(top, bottom), isOver: true)
      if top < bottom {
        canvas.mark("┬", column: column(index), rows: top...top, isOver: true)
        canvas.mark("┴", column: column(index), rows: bottom...bottom, isOver: true)
      }
      canvas.mark("F", column: column(index), rows: middle...middle, isOver: true)
    }
  }

  /// Labels under their points: all of them, or else every second, every third, … and the last.
  private static func labels(_ labels: [String], in columns: Int) -> String {
    let last = labels.count - 1
    for step in 1...max(1, last) {
      var shown = Array(stride(from: 0, through: last, by: step))
      if shown.last != last {
        if shown.count > 1 { shown.removeLast() }
        shown.append(last)
      }
      var line = ""
      var fits = true
      for index in shown {
        fits = append(labels[index], to: &line, index, of: labels.count, in: columns) && fits
      }
      if fits { return line }
    }
    return labels[last]
  }

  /// False when there is no space between the label and the one before.
  private static func append(_ label: String, to line: inout String, _ index: Int, of count: Int, in columns: Int)
    -> Bool
  {
    let width = DisplayWidth.of(label)
    let middle = position(index, of: count, in: columns * 2) / 2
    let start = min(max(0, middle - width / 2), max(0, columns - width))
    let isClear = line.isEmpty || start > DisplayWidth.of(line)
    line = DisplayWidth.padded(line, to: start) + label
    return isClear
  }

  private static func position(_ index: Int, of count: Int, in width: Int) -> Int {
    count > 1 ? Int((Double(index) * Double(width - 1) / Double(count - 1)).rounded()) : width / 2
  }
}

/// Dots that are Braille characters when printed.
private struct Canvas {
  /// In dots.
  let width: Int
  let height: Int
  private var cells: [UInt32]
  /// Characters that stand instead of dots, by cell.
  private var marks: [Int: String] = [:]

  init(columns: Int, rows: Int) {
    width = columns * 2
    height = rows * 4
    cells = Array(repeating: 0, count: columns * rows)
  }

  /// Bresenham's line (J. E. Bresenham, IBM Systems Journal 4(1), 1965).
  mutating func line(from start: (x: Int, y: Int), to end: (x: Int, y: Int)) {
    let (dx, dy) = (abs(end.x - start.x), -abs(end.y - start.y))
    let (stepX, stepY) = (start.x < end.x ? 1 : -1, start.y < end.y ? 1 : -1)
    var (x, y) = start
    var error = dx + dy
    while true {
      set(x, y)
      if x == end.x, y == end.y { return }
      let doubled = 2 * error
      if doubled >= dy { (error, x) = (error + dy, x + stepX) }
      if doubled <= dx { (error, y) = (error + dx, y + stepY) }
    }
  }

  private mutating func set(_ x: Int, _ y: Int) {
    guard (0..<width).contains(x), (0..<height).contains(y) else { return }
    let bits: [[UInt32]] = [[0x01, 0x02, 0x04, 0x40], [0x08, 0x10, 0x20, 0x80]]
    cells[y / 4 * (width / 2) + x / 2] |= bits[x % 2][y % 4]
  }

  /// - Parameter isOver: whether dots give way; otherwise the mark does.
  mutating func mark(_ mark: String, column: Int, rows: ClosedRange<Int>, isOver: Bool = false) {
    guard (0..<(width / 2)).contains(column) else { return }
    for row in rows where (0..<(height / 4)).contains(row) {
      let cell = row * (width / 2) + column
      if isOver || cells[cell] == 0 { marks[cell] = mark }
    }
  }

  /// An empty cell is a space, not the blank Braille pattern, which some fonts draw.
  var lines: [String] {
    (0..<(height / 4)).map { row in
      (0..<(width / 2)).map { column in
        let cell = row * (width / 2) + column
        if let mark = marks[cell] { return mark }
        let dots = cells[cell]
        return dots == 0 ? " " : Unicode.Scalar(0x2800 + dots).map { String($0) } ?? " "
      }.joined()
    }
  }
}
