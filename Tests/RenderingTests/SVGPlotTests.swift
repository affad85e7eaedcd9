import Language
import Rendering
import Testing
import Values

@Suite struct SVGPlotTests {
  private func point(_ label: String, _ value: Int?, isOpen: Bool = false) -> SVGPlot.Point {
    SVGPlot.Point(label: label, value: value.map { ExactDecimal($0) }, isOpen: isOpen)
  }

  private func count(_ part: String, in text: String) -> Int {
    text.split(separator: part, omittingEmptySubsequences: false).count - 1
  }

  @Test func aMissingValueIsAGap() {
    let plot = SVGPlot(form: NumberForm(.vietnamese), title: "A", hasBars: false)
    let text = plot.text([
      .init(
        name: "", points: [point("1", 5), point("2", 6), point("3", nil), point("4", 7), point("5", 9, isOpen: true)])
    ])
    #expect(count("<polyline", in: text) == 2 && count("<circle", in: text) == 4)
    #expect(count(#"fill="white" stroke"#, in: text) == 1)
    // A value alone between gaps is a point without a line.
    let alone = plot.text([.init(name: "", points: [point("1", nil), point("2", 6), point("3", nil)])])
    #expect(count("<polyline", in: alone) == 0 && count("<circle", in: alone) == 1)
  }

  @Test func nothingIsJoinedAcrossABreak() {
    let plot = SVGPlot(form: NumberForm(.english), title: "A", hasBars: false, legend: ["B: a <break>"])
    var points = (1...4).map { (number: Int) in point("\(number)", number) }
    #expect(count("<polyline", in: plot.text([.init(name: "", points: points)])) == 1)
    points[2].isBreak = true
    let text = plot.text([.init(name: "", points: points)])
    #expect(count("<polyline", in: text) == 2 && count("stroke-dasharray", in: text) == 1 && text.contains(">B</text>"))
    #expect(text.contains("B: a &lt;break&gt;"))
    // Nothing stands before the first point.
    points[2].isBreak = false
    points[0].isBreak = true
    #expect(count("stroke-dasharray", in: plot.text([.init(name: "", points: points)])) == 0)
  }

  @Test(arguments: [false, true])
  func projectionsAreHollowWithTheirIntervals(hasBars: Bool) {
    let projected = SVGPlot.Point(
      label: "4 F", value: ExactDecimal(40),
      intervals: [ExactDecimal(38)...ExactDecimal(42), ExactDecimal(30)...ExactDecimal(95)])
    let plot = SVGPlot(form: NumberForm(.english), title: "A", hasBars: hasBars)
    let points = [point("1", 10), point("2", 20), point("3", 30)]
    let text = plot.text([.init(name: "", points: points + [projected])])
    #expect(count("#b06a00", in: text) == 6 && count("stroke-width=\"3\"", in: text) == 1)
    #expect(count(#"fill="white" stroke="#, in: text) == 1 && text.contains(">4 F</text>"))
    // The axis reaches as far as the interval.
    #expect(text.contains(">100</text>") && !plot.text([.init(name: "", points: points)]).contains(">100</text>"))
    // From the last observed point on, dashed and apart from the line.
    #expect(count("<polyline", in: text) == (hasBars ? 0 : 2))
    #expect(count("stroke-dasharray=\"5 4\"", in: text) == (hasBars ? 0 : 1))
  }

  @Test func barsBeginAtZero() {
    let plot = SVGPlot(form: NumberForm(.english), title: "A", hasBars: true)
    let text = plot.text([.init(name: "", points: [point("1", 10), point("2", -5), point("3", 0)])])
    #expect(count("<rect x=", in: text) == 3 && text.contains(">0</text>") && text.contains(">-5</text>"))
    #expect(text.contains(#"height="0.0""#))
  }

  @Test func wordsAreEscapedAndTheFigureSaysWhatItIs() {
    let plot = SVGPlot(
      form: NumberForm(.vietnamese), title: #"A < B & "C""#, notices: ["BẢN MẪU – SỐ MINH HỌA"], hasBars: false)
    let text = plot.text([.init(name: "<x>", points: [point("1", 1)]), .init(name: "y", points: [point("1", 2)])])
    #expect(text.contains("A &lt; B &amp; &quot;C&quot;") && text.contains("&lt;x&gt;") && !text.contains("<x>"))
    #expect(text.contains("BẢN MẪU – SỐ MINH HỌA") && text.hasPrefix("<svg ") && text.hasSuffix("</svg>\n"))
    #expect(
      text == plot.text([.init(name: "<x>", points: [point("1", 1)]), .init(name: "y", points: [point("1", 2)])]))
  }

  @Test(arguments: [[0, 0], [5, 5], [999_999_999, 1], [-3, -3], []])
  func anyRangeHasTicks(values: [Int]) {
    for hasBars in [true, false] {
      let plot = SVGPlot(form: NumberForm(.english), title: "A", hasBars: hasBars)
      let text = plot.text([.init(name: "", points: values.map { point("1", $0) })])
      let ticks = count(##"stroke="#ddd""##, in: text)
      #expect((2...12).contains(ticks), "\(ticks)")
      #expect(!text.contains("nan") && !text.contains("inf"))
    }
  }

  @Test func changesAreColouredByWhatIsGood() {
    func line(_ good: Int, _ change: Int) -> String {
      let grid = Grid(
        columns: [
          .init(key: "a", heading: "A", isLabel: true),
          .init(key: "b", heading: "B", kind: .number(.signed), good: good),
        ], rows: [[.text("x"), .number(ExactDecimal(change))]])
      let table = TerminalTable(language: .english, width: nil, style: TextStyle(isColored: true))
      return String(table.string(grid).split(separator: "\n").last ?? "")
    }
    #expect(line(1, 5).contains("\u{1B}[32m") && line(1, -5).contains("\u{1B}[31m"))
    #expect(line(-1, 5).contains("\u{1B}[31m") && line(-1, -5).contains("\u{1B}[32m"))
    #expect(!line(0, 5).contains("\u{1B}") && !line(1, 0).contains("\u{1B}"))
  }
}
