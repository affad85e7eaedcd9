import Language
import Rendering
import Reports
import Testing
import Values

@Suite struct PlotTests {
  static func values(_ texts: [String]) -> [ExactDecimal?] { texts.map { ExactDecimal($0) } }

  @Test(arguments: [
    (["1", "2", "3", "4", "5", "6", "7", "8"], "▁▂▃▄▅▆▇█"),
    (["56.30", "", "57.10", "59.22"], "▁·▃█"),
    (["5", "5", "5"], "▄▄▄"),
    (["", ""], "··"),
    ([], ""),
    (["-3", "0", "3"], "▁▅█"),
  ])
  func drawsSparkLines(_ texts: [String], _ line: String) {
    #expect(SparkLine.string(Self.values(texts)) == line)
  }

  @Test func sharesAScale() {
    let scale = ExactDecimal(0)...ExactDecimal(14)
    #expect(SparkLine.string(Self.values(["0", "7", "14", "20", "-1"]), scale: scale) == "▁▅██▁")
    #expect(SparkLine.string(Self.values(["7", "7"]), scale: scale) == "▅▅")
  }

  private func bar(_ label: String, _ value: String?, _ style: NumberForm.Style = .plain) -> BarPlot.Bar {
    let number = value.flatMap { ExactDecimal($0) }
    let form = NumberForm(.vietnamese)
    return BarPlot.Bar(
      label: label, value: number, printed: number.map { form.string($0, style: style) } ?? form.cell(.notCollected))
  }

  @Test func drawsBarsFromZero() {
    let bars = [bar("Đơn vị A", "64.10"), bar("Đơn vị B", "32.05"), bar("C", nil), bar("D", "0"), bar("E", "0.01")]
    #expect(
      BarPlot(width: 36).lines(bars) == [
        "Đơn vị A  64,10 ████████████████████", "Đơn vị B  32,05 ██████████", "C           ...", "D             0",
        "E          0,01 ▏",
      ])
  }

  @Test func drawsNegativeBarsToTheLeft() {
    let bars = [bar("A", "2", .signed), bar("B", "-4", .signed), bar("C", "0", .signed)]
    #expect(BarPlot(width: 20).lines(bars) == ["A  +2         │████", "B  -4 ████████│", "C   0         │"])
  }

  @Test func wrapsLongLabels() {
    let bars = [bar("Mặt trận Tổ quốc Việt Nam các cấp", "10"), bar("B", "5")]
    #expect(
      BarPlot(width: 40).lines(bars) == [
        "Mặt trận Tổ quốc  10 ███████████████████", "  Việt Nam các", "  cấp", "B                  5 █████████▌",
      ])
  }

  @Test(arguments: [20, 40, 80, 120])
  func staysInsideTheWidth(_ width: Int) {
    var generator = SeededGenerator(state: UInt64(width))
    for _ in 0..<50 {
      let bars = (0..<8).map { index in
        bar("Đơn vị \(index)", "\(Int.random(in: -500...999, using: &generator))", .signed)
      }
      for line in BarPlot(width: width).lines(bars) { #expect(DisplayWidth.of(line) <= max(width, 24)) }
    }
  }

  @Test func drawsALine() {
    let texts = ["56.30", "57.00", "", "58.50", "59.22"]
    let points = zip(2013...2017, Self.values(texts)).map { LinePlot.Point(label: "\($0)", value: $1) }
    #expect(
      LinePlot(form: NumberForm(.vietnamese), width: 40, height: 4).lines(points) == [
        "59,22 ┤                         ⢀⣀⡠⠤⠔⠒⠊⠉",
        "      │                        ⠈⠁",
        "      │       ⣀⡀",
        "56,30 ┤⣀⠤⠤⠒⠒⠉⠉",
        "      └─────────────────────────────────",
        "       2013  2014    2015    2016   2017",
      ])
  }

  private static func isDots(_ character: Character) -> Bool {
    character.unicodeScalars.allSatisfy { (0x2801...0x28FF).contains($0.value) }
  }

  private static func point(_ label: String, _ value: Int, around: Int? = nil, isBreak: Bool = false) -> LinePlot.Point
  {
    LinePlot.Point(
      label: label, value: ExactDecimal(value), isBreak: isBreak,
      interval: around.map { ExactDecimal(value - $0)...ExactDecimal(value + $0) })
  }

  /// Each projection is an F within its interval, in a column without dots, behind the line of what was observed.
  @Test func projectionsAreApartFromTheLine() throws {
    let points =
      (0..<6).map { Self.point("\(2018 + $0)", 50 + $0) }
      + [Self.point("2024 F", 56, around: 2), Self.point("2025 F", 57, around: 6)]
    let lines = LinePlot(form: NumberForm(.english), width: 44, height: 7).lines(points)
    let drawing = lines.dropLast(2).map { Array($0) }
    var columns: Set<Int> = []
    for row in drawing { for (column, character) in row.enumerated() where character == "F" { columns.insert(column) } }
    #expect(columns.count == 2 && drawing.joined().count { $0 == "F" } == 2)
    let first = try #require(columns.min())
    for column in columns {
      let marks = drawing.compactMap { $0.indices.contains(column) ? $0[column] : nil }.filter { $0 != " " }
      #expect(marks.first == "┬" && marks.last == "┴" && marks.dropFirst().dropLast().allSatisfy { "│F".contains($0) })
    }
    for row in drawing { #expect(!row.dropFirst(first).contains(where: Self.isDots)) }
    #expect(drawing.joined().contains(where: Self.isDots) && lines.last?.contains("2025 F") == true)
    // The axis holds the intervals.
    #expect(lines[0].hasPrefix("63 ┤") && lines[6].hasPrefix("50 ┤"))
  }

  @Test func aBreakPartsTheLineAndIsMarked() {
    func drawing(_ isBreak: Bool) -> [[Character]] {
      let points = (0..<5).map { Self.point("\($0)", $0 * 10, isBreak: isBreak && $0 == 3) }
      return LinePlot(form: NumberForm(.english), width: 40, height: 5).lines(points).dropLast(2).map { Array($0) }
    }
    let broken = drawing(true)
    let columns = Set(broken.compactMap { $0.firstIndex(of: "┊") })
    #expect(columns.count == 1 && broken.allSatisfy { $0.count { $0 == "┊" } == 1 })
    // Without the break the line runs through that column.
    let whole = drawing(false)
    #expect(!whole.joined().contains("┊"))
    if let column = columns.first {
      #expect(whole.contains { $0.indices.contains(column) && Self.isDots($0[column]) })
    }
  }

  @Test(arguments: 0..<20)
  func marksStayInsideTheWidth(seed: Int) {
    var random = SeededGenerator(state: UInt64(seed))
    let width = [24, 31, 80, 200].randomElement(using: &random) ?? 80
    let points = (0..<Int.random(in: 1...90, using: &random)).map { index -> LinePlot.Point in
      let value = Int.random(in: -5000...5000, using: &random)
      return Self.point(
        "\(index)", value,
        around: index > 5 && Bool.random(using: &random) ? Int.random(in: 0...900, using: &random) : nil,
        isBreak: Bool.random(using: &random))
    }
    for line in LinePlot(form: NumberForm(.vietnamese), width: width, height: 5).lines(points) {
      #expect(DisplayWidth.of(line) <= width)
    }
    let bars = points.map {
      BarPlot.Bar(label: $0.label, value: $0.value, printed: $0.value?.description ?? "", interval: $0.interval)
    }
    for line in BarPlot(width: width).lines(bars) { #expect(DisplayWidth.of(line) <= width) }
  }

  @Test func aProjectedBarIsShadedToItsValueWithItsIntervalAcross() {
    let bars = [
      BarPlot.Bar(label: "2023", value: ExactDecimal(10), printed: "10"),
      BarPlot.Bar(
        label: "2024 F", value: ExactDecimal(12), printed: "12", interval: ExactDecimal(8)...ExactDecimal(16)),
      BarPlot.Bar(
        label: "2025 F", value: ExactDecimal(12), printed: "12", interval: ExactDecimal(12)...ExactDecimal(12)),
    ]
    #expect(
      BarPlot(width: 30).lines(bars) == [
        "2023    10 ███████████▉", "2024 F  12 ░░░░░░░░░├────┼───┤", "2025 F  12 ░░░░░░░░░░░░░░┼",
      ])
  }

  @Test func sharesTheEndsOfItsAxis() {
    let scale = ExactDecimal(0)...ExactDecimal(100)
    let lines = LinePlot(form: NumberForm(.english), width: 30, height: 4, scale: scale).lines([
      Self.point("1", 50), Self.point("2", 51),
    ])
    #expect(lines[0].hasPrefix("100 ┤") && lines[3].hasPrefix("  0 ┤"))
    #expect(!lines[0].contains(where: Self.isDots) && !lines[3].contains(where: Self.isDots))
  }

  @Test func leavesOutLabelsWithoutRoom() throws {
    let points = (2000...2023).map { LinePlot.Point(label: "\($0)", value: ExactDecimal($0 % 7)) }
    let lines = LinePlot(form: NumberForm(.vietnamese), width: 40, height: 3).lines(points)
    let labels = try #require(lines.last).split(separator: " ")
    #expect(labels.first == "2000")
    #expect(labels.last == "2023")
    #expect(labels.count > 3)
    for line in lines { #expect(DisplayWidth.of(line) <= 40) }
  }

  @Test func drawsNothingWithoutValues() {
    #expect(LinePlot(form: NumberForm(.english)).lines([.init(label: "2013", value: nil)]).isEmpty)
    #expect(LinePlot(form: NumberForm(.english), height: 2).lines([.init(label: "2013", value: .zero)]).count == 4)
  }
}
