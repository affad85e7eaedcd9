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
