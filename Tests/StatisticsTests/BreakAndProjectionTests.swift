import Statistics
import TestSupport
import Testing
import Values

@Suite struct MeanBreakTests {
  /// Against all splits, the sums of squares written out.
  @Test(arguments: 0..<60) func theBestSplit(seed: Int) throws {
    var random = SeededGenerator(seed: seed)
    let count = Int.random(in: 6...20, using: &random)
    let shift = random.oneIn(2) ? 20.0 : 0
    let values = (0..<count).map { Double(Int.random(in: 0...30, using: &random)) + ($0 > count / 2 ? shift : 0) }
    func squares(_ part: ArraySlice<Double>) -> Double {
      let mean = part.reduce(0, +) / Double(part.count)
      return part.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    }
    let splits = (2...(count - 4)).map { squares(values[...$0]) + squares(values[($0 + 1)...]) }
    let found = try #require(MeanBreak(values))
    let best = try #require(splits.min())
    #expect(abs(found.squaresWith - best) < 1e-9)
    #expect(abs(splits[found.last - 2] - best) < 1e-9)
    #expect(abs(found.squaresWithout - squares(values[...])) < 1e-9)
  }

  /// The Nile at Aswan fell in 1898 (R's data set `Nile`; Zeileis et al., 2003): the means are 1097.75 and 849.97.
  @Test func nile() throws {
    let nile = YearlySeries.nile
    let found = try #require(MeanBreak(nile, segment: 15))
    #expect(1871 + found.last == 1898 && found.isSupported)
    #expect(abs(found.meanBefore - 1097.75) < 0.001 && abs(found.meanAfter - 849.9722) < 0.001)
    #expect(1871 + (try #require(Pettitt(nile))).last == 1898)
  }

  @Test func noBreakInNoise() throws {
    var supported = 0
    for seed in 0..<200 {
      var random = SeededGenerator(seed: seed)
      let values = (0..<20).map { _ in Double.random(in: 0...1, using: &random) }
      if try #require(MeanBreak(values)).isSupported { supported += 1 }
    }
    #expect(supported < 60)
  }
}

@Suite struct RateDecompositionTests {
  private func terms(_ random: inout SeededGenerator) throws -> RateDecomposition.Terms {
    func number(_ range: ClosedRange<Int>) -> Rational { Rational(Int.random(in: range, using: &random)) }
    return RateDecomposition.Terms(
      numerators: (number(0...99), number(0...99)), denominators: (number(1...99), number(1...99)))
  }

  private func change(_ groups: [RateDecomposition.Terms]) throws -> Rational {
    func sum(_ value: (RateDecomposition.Terms) -> Rational) throws -> Rational {
      try groups.reduce(.zero) { try $0.adding(value($1)) }
    }
    return try sum(\.numerators.after).divided(by: sum(\.denominators.after))
      .subtracting(sum(\.numerators.before).divided(by: sum(\.denominators.before)))
  }

  @Test(arguments: 0..<100) func partsAddUpExactly(seed: Int) throws {
    var random = SeededGenerator(seed: seed)
    let groups = try (0..<Int.random(in: 1...6, using: &random)).map { _ in try terms(&random) }
    let parts = try RateDecomposition.groups(groups)
    #expect(try parts.reduce(Rational.zero) { try $0.adding($1.amount) } == change(groups))
    for part in parts { #expect(try part.rate?.adding(#require(part.structure)) == part.amount) }
    let single = try RateDecomposition.terms(groups[0])
    #expect(try single.numerator.adding(single.denominator) == change([groups[0]]))
  }

  @Test(arguments: 0..<40) func backwardsIsTheOpposite(seed: Int) throws {
    var random = SeededGenerator(seed: seed)
    let groups = try (0..<3).map { _ in try terms(&random) }
    let reversed = groups.map {
      RateDecomposition.Terms(
        numerators: ($0.numerators.after, $0.numerators.before),
        denominators: ($0.denominators.after, $0.denominators.before))
    }
    let (parts, opposite) = (try RateDecomposition.groups(groups), try RateDecomposition.groups(reversed))
    #expect(parts.map { $0.rate?.negated } == opposite.map(\.rate))
    #expect(parts.map { $0.structure?.negated } == opposite.map(\.structure))
  }

  /// Equal rates at both times: only the structure moves nothing, too, since every group has the mean rate.
  @Test func structureAloneCounts() throws {
    let groups = [
      RateDecomposition.Terms(numerators: (Rational(50), Rational(25)), denominators: (Rational(100), Rational(50))),
      RateDecomposition.Terms(numerators: (Rational(10), Rational(20)), denominators: (Rational(100), Rational(200))),
    ]
    let parts = try RateDecomposition.groups(groups)
    #expect(parts.allSatisfy { $0.rate?.isZero == true })
    #expect(try parts.reduce(Rational.zero) { try $0.adding(#require($1.structure)) } == change(groups))
  }

  /// By hand: 2/4 = 50 %, then 2/4 and 3/5 are 5/9: all that is added came with the second group.
  @Test func aGroupThatEntersIsStructure() throws {
    let groups = [
      RateDecomposition.Terms(numerators: (Rational(2), Rational(2)), denominators: (Rational(4), Rational(4))),
      RateDecomposition.Terms(numerators: (.zero, Rational(3)), denominators: (.zero, Rational(5))),
    ]
    let parts = try RateDecomposition.groups(groups)
    #expect(parts.map(\.rate) == [.zero, .zero])
    #expect(try parts[0].amount.adding(parts[1].amount) == Rational(1, over: 18))
    let without = RateDecomposition.Terms(numerators: (.one, .one), denominators: (.zero, .zero))
    let more = try RateDecomposition.groups(groups + [without])
    #expect(more[2].rate == nil && more[2].structure == nil)
    #expect(
      try more.reduce(Rational.zero) { try $0.adding($1.amount) }
        == Rational(6, over: 9).subtracting(Rational(3, over: 4)))
  }

  @Test func aZeroDenominatorIsAnError() {
    let terms = RateDecomposition.Terms(
      numerators: (.one, .one), denominators: (Rational.zero, Rational.one))
    #expect(throws: ArithmeticFailure.self) { try RateDecomposition.terms(terms) }
  }
}

@Suite struct ProjectionTests {
  @Test func aLineGoesOn() throws {
    let values = (0..<10).map { 3 + 2 * Double($0) }
    for method in [Projection.Method.drift, .theilSen, .dampedHolt] {
      let projection = try #require(Projection(values, by: method, ahead: 2))
      #expect(abs(projection.steps[0].value - 23) < 0.3, "\(method)")
    }
    #expect(try #require(Projection(values, by: .naive, ahead: 1)).steps[0].value == 21)
  }

  @Test(arguments: Projection.Method.allCases) func intervalsWidenAndNest(method: Projection.Method) throws {
    var random = SeededGenerator(seed: 7)
    let values = (0..<12).map { 50 + Double($0) + Double.random(in: -3...3, using: &random) }
    let steps = try #require(Projection(values, by: method, ahead: 6)).steps
    for step in steps {
      #expect(step.intervals[1].contains(step.intervals[0].lowerBound))
      #expect(step.intervals[1].contains(step.intervals[0].upperBound))
      #expect(step.intervals[0].contains(step.value))
    }
    for (later, earlier) in zip(steps.dropFirst(), steps) {
      let widths = [later, earlier].map { $0.intervals[0].upperBound - $0.intervals[0].lowerBound }
      #expect(widths[0] >= widths[1])
    }
  }

  @Test(arguments: Projection.Method.allCases) func sharesStayShares(method: Projection.Method) throws {
    let values = [90, 93, 95, 96.5, 97.5, 98.2, 98.8, 99.2, 99.5]
    let projection = try #require(Projection(values, by: method, ahead: 10, isShare: true))
    for step in projection.steps {
      #expect(step.value > 0 && step.value <= 100)
      for interval in step.intervals { #expect(interval.lowerBound >= 0 && interval.upperBound <= 100) }
    }
    #expect(Projection([90, 95, 100, 100, 100, 100], by: method, ahead: 1, isShare: true) == nil)
  }

  @Test func tooShort() {
    #expect(Projection([1, 2, 3, 4, 5], by: .drift, ahead: 1) == nil)
    #expect(Projection([1, 2, 3, 4, 5, .nan], by: .drift, ahead: 1) == nil)
  }

  /// Of random walks, the intervals of the naive method cover what they promise, within three standard errors.
  @Test func coverageOfRandomWalks() throws {
    var hits = [0, 0]
    let trials = 2000
    for seed in 0..<trials {
      var random = SeededGenerator(seed: seed)
      var walk = [0.0]
      // Sums of twelve uniform steps are near enough to normal.
      for _ in 0..<12 {
        walk.append(
          walk[walk.count - 1] + (0..<12).reduce(-6) { sum, _ in sum + Double.random(in: 0...1, using: &random) })
      }
      let step = try #require(Projection(walk.dropLast(), by: .naive, ahead: 1)?.steps.first)
      for (index, interval) in step.intervals.enumerated() where interval.contains(walk[walk.count - 1]) {
        hits[index] += 1
      }
    }
    for (hit, level) in zip(hits, [0.8, 0.95]) {
      let error = 3 * (level * (1 - level) / Double(trials)).squareRoot()
      #expect(abs(Double(hit) / Double(trials) - level) < error, "\(hit) of \(trials)")
    }
  }
}
