import Language
import TestSupport
import Testing
import Values
import Verification

/// What a printed figure allows, against rounding itself.
@Suite struct IntervalTests {
  @Test(arguments: [
    ("56.3", 56_250, 56_350), ("59.22", 59_215, 59_225), ("625926", 625_925_500, 625_926_500), ("0", -500, 500),
  ])
  func aPrintedFigureIsAnInterval(text: String, lower: Int, upper: Int) throws {
    let figure = PrintedFigure(value: try #require(ExactDecimal(text)))
    let thousand = Rational(1000)
    #expect(try figure.interval.lower == Rational(lower).divided(by: thousand))
    #expect(try figure.interval.upper == Rational(upper).divided(by: thousand))
  }

  @Test func theIntervalHoldsWhatRoundsToTheFigure() throws {
    var random = SeededGenerator(seed: 7)
    for _ in 0..<5_000 {
      let scale = Int.random(in: 0...3, using: &random)
      let exact = Rational(
        ExactDecimal(coefficient: Int128(Int.random(in: -30_000...30_000, using: &random)), scale: 4))
      let printed = try exact.rounded(to: scale)
      #expect(try PrintedFigure(value: printed).interval.contains(exact), "\(exact) printed \(printed)")
      let step = ExactDecimal(coefficient: 1, scale: scale)
      let next = try Rational(printed).adding(Rational(step)).rounded(to: scale)
      #expect(try !PrintedFigure(value: next).interval.contains(exact), "\(exact) is not \(next)")
    }
  }

  @Test(arguments: [
    (NumberBound.moreThan, "19200", "19246", true), (.moreThan, "19200", "19200", false),
    (.lessThan, "30", "29.66", true), (.lessThan, "30", "30", false), (.about, "2700", "2731", true),
    (.about, "2700", "2750", false), (.about, "2731", "2732", false),
    // A single round digit does not stand for everything from its half to its double.
    (.about, "100", "59.22", false), (.about, "100", "112", true), (.about, "20", "24", false),
  ])
  func boundsAllowOneSide(bound: NumberBound, printed: String, value: String, holds: Bool) throws {
    let figure = PrintedFigure(value: try #require(ExactDecimal(printed)), bound: bound)
    #expect(try figure.interval.contains(Rational(try #require(ExactDecimal(value)))) == holds)
  }
}
