import Testing
import Values

@testable import Statistics

/// Worked examples as they are printed, to the digits that are printed.
@Suite struct PublishedExampleTests {
  /// A. N. Pettitt, "A non-parametric approach to the change-point problem", Applied Statistics 28, 1979, table 1
  /// (industrial data): K = 232 after the 17th value, p = 0.0146.
  @Test func pettitt() throws {
    let values = [
      -1.05, 0.96, 1.22, 0.58, -0.98, -0.03, -1.54, -0.71, -0.35, 0.66, 0.44, 0.91, -0.02, -1.42, 1.26, -1.02, -0.81,
      1.66, 1.05, 0.97, 2.14, 1.22, -0.24, 1.60, 0.72, -0.12, 0.44, 0.03, 0.66, 0.56, 1.37, 1.66, 0.10, 0.80, 1.29,
      0.49, -0.07, 1.18, 3.29, 1.84,
    ]
    let found = try #require(Pettitt(values))
    #expect(found.statistic == 232 && found.last == 16)
    #expect((found.p * 10_000).rounded() == 146)
  }

  /// S. K. Patakamuri and N. O'Brien, R package modifiedmk 1.6, reference manual, the printed output of
  /// `mmkh(c(Nile))`: a correction of 2.14289832710, Z = −2.81997919565, p = 0.00480267631, and 241565.35691662686.
  @Test func hamedAndRaoOnTheNile() throws {
    let plain = try #require(MannKendall(YearlySeries.nile))
    let found = try #require(MannKendall(autocorrelated: YearlySeries.nile))
    #expect(abs(plain.variance - 112_728.333_333_333_31) < 1e-8)
    #expect(abs(try #require(plain.z) + 4.128_066_522_84) < 5e-12)
    #expect(abs(found.variance / plain.variance - 2.142_898_327_10) < 5e-12)
    #expect(abs(found.variance - 241_565.356_916_626_86) < 1e-8)
    #expect(abs(try #require(found.z) + 2.819_979_195_65) < 5e-12)
    #expect(abs(found.p - 0.004_802_676_31) < 5e-12)
  }

  /// M. M. Hussain and I. Mahmud, pyMannKendall, `Examples/Example_pyMannKendall.ipynb`, on the sales of shampoo over
  /// three years (S. Makridakis, S. C. Wheelwright and R. J. Hyndman, "Forecasting: methods and applications", 3rd ed.,
  /// 1998): s = 440, var_s = 7322.011164105283, z = 5.130377554630905, p = 2.8916160532688195e-07.
  @Test func hamedAndRaoOnSalesOfShampoo() throws {
    let sales = [
      266.0, 145.9, 183.1, 119.3, 180.3, 168.5, 231.8, 224.5, 192.8, 122.9, 336.5, 185.9, 194.3, 149.5, 210.1, 273.3,
      191.4, 287.0, 226.0, 303.6, 289.9, 421.6, 264.5, 342.3, 339.7, 440.4, 315.9, 439.3, 401.3, 437.4, 575.5, 407.6,
      682.0, 475.3, 581.3, 646.9,
    ]
    let found = try #require(MannKendall(autocorrelated: sales))
    #expect(found.s == 440)
    #expect(abs(found.variance - 7322.011_164_105_283) < 1e-9)
    #expect(abs(try #require(found.z) - 5.130_377_554_630_905) < 1e-13)
    // There 1 − Φ(z), which has lost its last digits.
    #expect(abs(found.p - 2.891_616_053_268_819_5e-07) < 2e-16)
  }

  /// P. K. Sen, "Estimates of the regression coefficient based on Kendall's tau", JASA 63, 1968, section 6: the slope
  /// is 4.
  @Test func sen() throws {
    let points = zip([1.0, 2, 3, 4, 10, 12, 18], [9.0, 15, 19, 20, 45, 55, 78]).map { (x: $0, y: $1) }
    #expect(try #require(TheilSen(points)).slope == 4)
  }

  /// M. Hollander and D. A. Wolfe, "Nonparametric statistical methods", example 9.1 (cloud seeding): −0.056.
  @Test func hollanderAndWolfe() throws {
    let points = [1.26, 1.27, 1.12, 1.16, 1.03].enumerated().map { (x: Double($0.offset + 1), y: $0.element) }
    #expect((try #require(TheilSen(points)).slope * 1000).rounded(.toNearestOrEven) == -56)
  }

  /// The example of `ci.theil` in D. G. Bonett's R package statpsych, 1.6: 0.5, from 0.3243243 to 0.75 (95 %).
  @Test func theilWithItsInterval() throws {
    let y = [21.0, 4, 9, 12, 35, 18, 10, 22, 24, 1, 6, 8, 13, 16, 19]
    let x = [67.0, 28, 30, 28, 52, 40, 25, 37, 44, 10, 14, 20, 28, 40, 51]
    let line = try #require(TheilSen(zip(x, y).map { (x: $0, y: $1) }))
    let interval = try #require(line.slopeInterval(0.95))
    #expect(abs(line.slope - 0.5) < 1e-12)
    #expect(abs(interval.lowerBound - 0.3243243) < 5e-8 && abs(interval.upperBound - 0.75) < 1e-12)
  }

  /// R. J. Hyndman and G. Athanasopoulos, "Forecasting: principles and practice", 1st ed., 7.2: air passengers in
  /// Australia, Holt's method with α = 0.8 and β* = 0.2, from the level 17.55 and the trend 4.31 before 1990.
  @Test func holt() throws {
    let passengers = [
      17.55, 21.86, 23.89, 26.93, 26.89, 28.83, 30.08, 30.95, 30.19, 31.58, 32.58, 33.48, 39.02, 41.39, 41.60,
    ]
    let levels = [
      18.41, 21.89, 24.21, 27.05, 27.57, 29.12, 30.38, 31.28, 30.80, 31.72, 32.68, 33.57, 38.17, 41.12, 41.92,
    ]
    let trends = [3.62, 3.59, 3.33, 3.24, 2.69, 2.46, 2.22, 1.96, 1.47, 1.36, 1.28, 1.20, 1.88, 2.10, 1.84]
    for (year, printed) in zip(levels, trends).enumerated().dropFirst() {
      // The two values before make the state from which the book begins.
      let model = try #require(
        DampedHoltModel([13.24, 17.55] + passengers[...year], alpha: 0.8, beta: 0.16, phi: 1))
      #expect(abs(model.level - printed.0) <= 0.01 && abs(model.trend - printed.1) <= 0.01, "\(year)")
    }
  }

  /// P. Das Gupta, "Standardization and decomposition of rates: a user's manual", P23-186, 1993, table 2.1: mean earnings
  /// as the product of earnings a person who earns and of the share that earns. Here the share is one over a denominator.
  @Test func dasGuptaOfTwoFactors() throws {
    let effects = try RateDecomposition.terms(
      RateDecomposition.Terms(
        numerators: (Rational(10930), Rational(16591)),
        denominators: (Rational(1_000_000, over: 717_892), Rational(1_000_000, over: 825_974))))
    #expect(abs(effects.numerator.approximation - 4369.913) < 0.0005)
    #expect(abs(effects.denominator.approximation - 1487.262) < 0.0005)
  }

  /// The same, table 5.1: headship rates per 100 by age, United States, 1970 and 1985. Of a change of 2.9672, 1.2269 is
  /// the age structure and 1.7403 the rates.
  @Test func dasGuptaOfStructureAndRate() throws {
    // In tenths: the share of each age before and after, and its rate before and after.
    let ages = [
      (129, 101, 19, 22), (109, 112, 258, 243), (95, 116, 457, 458), (80, 109, 496, 525), (78, 94, 512, 561),
      (84, 77, 516, 556), (86, 63, 518, 560), (78, 60, 549, 574), (70, 63, 587, 572), (59, 59, 604, 612),
      (47, 51, 628, 639), (36, 40, 666, 686), (49, 55, 668, 722),
    ]
    let groups = try ages.map { before, after, rateBefore, rateAfter in
      RateDecomposition.Terms(
        numerators: (
          try Rational(Int128(before * rateBefore), over: 10), try Rational(Int128(after * rateAfter), over: 10)
        ),
        denominators: (Rational(before), Rational(after)))
    }
    let parts = try RateDecomposition.groups(groups)
    let rates = try parts.reduce(Rational.zero) { try $0.adding(#require($1.rate)) }
    let structure = try parts.reduce(Rational.zero) { try $0.adding(#require($1.structure)) }
    #expect(try rates == Rational(17403, over: 10_000))
    #expect(try structure == Rational(12269, over: 10_000))
  }
}
