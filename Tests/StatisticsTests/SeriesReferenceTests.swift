import Statistics
import TestSupport
import Testing

/// Against SciPy, pyMannKendall and statsmodels, whose answers `Reference/make.py` wrote down.
@Suite struct SeriesReferenceTests {
  struct Case: Sendable {
    let values: [Double]
    let times: [Double]
    let expected: [String: Double]
  }

  static func lines() throws -> [[String]] {
    try Repository.text(of: "Tests/StatisticsTests/Reference/reference.tsv").split(separator: "\n")
      .filter { !$0.hasPrefix("#") }.map { $0.split(separator: "\t").map(String.init) }
  }

  static func cases() throws -> [Case] {
    try lines().filter { $0[0] != "quantiles" }.map { fields in
      Case(
        values: fields[0].split(separator: " ").compactMap { Double($0) },
        times: fields[1].split(separator: " ").compactMap { Double($0) }, expected: facts(fields.dropFirst(2)))
    }
  }

  private static func facts(_ fields: some Sequence<String>) -> [String: Double] {
    var facts: [String: Double] = [:]
    for field in fields {
      let parts = field.split(separator: "=").map(String.init)
      if parts.count == 2, let value = Double(parts[1]), value.isFinite { facts[parts[0]] = value }
    }
    return facts
  }

  private func expect(
    _ item: Case, _ name: String, _ value: Double?, within tolerance: Double = 1e-9,
    _ location: SourceLocation = #_sourceLocation
  ) {
    guard let expected = item.expected[name] else { return }
    guard let value else {
      Issue.record("\(name) is missing for \(item.values)", sourceLocation: location)
      return
    }
    #expect(
      abs(value - expected) <= tolerance * max(1, abs(expected)),
      "\(name): \(value), not \(expected), of \(item.values)",
      sourceLocation: location)
  }

  @Test func enoughSeries() throws {
    let cases = try Self.cases()
    #expect(cases.count == 210)
    for name in ["exact_p", "hr_p", "ts_low", "ols_slope_se", "acf1"] {
      #expect(cases.filter { $0.expected[name] != nil }.count > 60, "\(name)")
    }
  }

  @Test func descriptions() throws {
    for item in try Self.cases() {
      let description = try #require(Description(item.values))
      expect(item, "mean", description.mean)
      expect(item, "sd", description.standardDeviation)
      expect(item, "median", description.median)
      expect(item, "mad", description.medianAbsoluteDeviation)
      expect(item, "acf1", description.lagOneAutocorrelation)
    }
  }

  @Test func mannKendall() throws {
    var methods: Set<MannKendall.Method> = []
    for item in try Self.cases() {
      let test = try #require(MannKendall(item.values))
      methods.insert(test.method)
      expect(item, "mk_s", Double(test.s))
      expect(item, "mk_var", test.variance)
      expect(item, "tau", test.tau)
      switch test.method {
      case .exact: expect(item, "exact_p", test.p)
      case .normal:
        expect(item, "mk_z", test.z)
        expect(item, "mk_p", test.p)
      case .hamedRao: Issue.record("nobody asked for it")
      }
      let corrected = try #require(MannKendall(autocorrelated: item.values))
      if let variance = item.expected["hr_var"], variance > 0 {
        expect(item, "hr_var", corrected.variance)
        expect(item, "hr_z", corrected.z)
        expect(item, "hr_p", corrected.p)
      }
    }
    #expect(methods == [.exact, .normal])
  }

  /// Kendall's table: S = 33 of n = 11 has a two-sided probability of 0.0099.
  @Test func exactByTheTable() throws {
    let wanted = try #require(
      (0..<2000).lazy.compactMap { seed -> MannKendall? in
        var random = SeededGenerator(seed: seed)
        var order = (1...11).map(Double.init)
        for _ in 0..<11 {
          let index = Int.random(in: 0..<10, using: &random)
          order.swapAt(index, index + 1)
        }
        return MannKendall(order).flatMap { $0.s == 33 ? $0 : nil }
      }.first)
    #expect((wanted.p * 10_000).rounded() == 99)
  }

  @Test func theilSen() throws {
    for item in try Self.cases() {
      let line = try #require(TheilSen(zip(item.times, item.values).map { (x: $0, y: $1) }))
      expect(item, "ts_slope", line.slope)
      expect(item, "ts_intercept", line.intercept)
      guard let interval = line.slopeInterval(0.95) else {
        #expect(Set(item.values).count == 1)
        continue
      }
      expect(item, "ts_low", interval.lowerBound)
      expect(item, "ts_high", interval.upperBound)
    }
  }

  @Test func leastSquares() throws {
    for item in try Self.cases() {
      let line = try #require(LinearRegression(zip(item.times, item.values).map { (x: $0, y: $1) }))
      expect(item, "ols_slope", line.slope)
      expect(item, "ols_intercept", line.intercept)
      expect(item, "ols_slope_se", line.slopeError)
      expect(item, "ols_intercept_se", line.interceptError)
      expect(item, "ols_sd", line.residualDeviation)
      expect(item, "ols_low", line.slopeInterval(0.95)?.lowerBound)
      expect(item, "ols_high", line.slopeInterval(0.95)?.upperBound)
    }
  }

  @Test func pettitt() throws {
    for item in try Self.cases() {
      let test = try #require(Pettitt(item.values))
      expect(item, "pettitt_k", Double(test.statistic))
      expect(item, "pettitt_at", Double(test.last))
      expect(item, "pettitt_p", test.p)
    }
  }

  @Test func quantiles() throws {
    for fields in try Self.lines() where fields[0] == "quantiles" {
      let p = try #require(Double(fields[1]))
      let item = Case(values: [], times: [], expected: Self.facts(fields.dropFirst(2)))
      expect(item, "normal", NormalDistribution.quantile(p), within: 1e-13)
      for degrees in [1, 2, 3, 5, 9, 30, 200] {
        expect(item, "t\(degrees)", StudentDistribution.quantile(p, degrees: Double(degrees)), within: 1e-9)
      }
      #expect(abs(NormalDistribution.cumulative(NormalDistribution.quantile(p)) - p) <= 1e-15)
    }
  }

  @Test func tooFewOrUnusable() {
    #expect(MannKendall([1, 2]) == nil && MannKendall([1, .nan, 2]) == nil)
    #expect(LinearRegression([(1, 1), (1, 2), (1, 3)]) == nil)
    #expect(TheilSen([(1, 1), (1, 2)]) == nil)
    #expect(Description([]) == nil && Description([.infinity]) == nil)
    #expect(Pettitt([1, 2]) == nil && MeanBreak([1, 2, 3, 4, 5]) == nil)
    #expect(Description([5])?.standardDeviation == nil)
    #expect(Description([-1, 1])?.coefficientOfVariation == nil)
  }
}
