import Statistics
import Testing

/// The exact distribution against printed tables: M. G. Kendall, "Rank correlation methods", 4th ed., 1975, appendix
/// table 1 (also R. O. Gilbert, "Statistical methods for environmental pollution monitoring", 1987, table A18).
@Suite struct KendallTableTests {
  /// A series of `count` different values with the given score.
  private func series(_ count: Int, score: Int) -> [Double] {
    var inversions = (count * (count - 1) / 2 - score) / 2
    var left = (0..<count).map(Double.init)
    var values: [Double] = []
    while !left.isEmpty {
      let taken = min(inversions, left.count - 1)
      values.append(left.remove(at: taken))
      inversions -= taken
    }
    return values
  }

  /// Values, score, and the printed probability of a score at least as high.
  @Test(arguments: [
    (4, 4, "0.167"), (4, 6, "0.042"), (5, 4, "0.242"), (5, 6, "0.117"), (5, 8, "0.042"), (5, 10, "0.0083"),
    (6, 9, "0.068"), (6, 11, "0.028"), (6, 13, "0.0083"), (6, 15, "0.0014"), (7, 9, "0.119"), (7, 13, "0.035"),
    (7, 17, "0.0054"), (7, 21, "0.00020"), (8, 8, "0.199"), (8, 14, "0.054"), (8, 18, "0.016"), (8, 24, "0.00087"),
    (10, 11, "0.190"), (10, 17, "0.078"), (10, 23, "0.023"), (10, 27, "0.0083"), (10, 33, "0.0011"),
  ])
  func oneSided(count: Int, score: Int, printed: String) throws {
    let test = try #require(MannKendall(series(count, score: score)))
    #expect(test.s == score && test.method == .exact)
    let value = try #require(Double(printed))
    let decimals = printed.count - 2
    let half = (0..<decimals).reduce(0.5) { half, _ in half / 10 }
    #expect(abs(test.p / 2 - value) <= half * 1.0001, "\(test.p / 2)")
  }

  @Test func elevenValuesAndAScoreOfThirtyThree() throws {
    let test = try #require(MannKendall(series(11, score: 33)))
    #expect((test.p * 10_000).rounded() == 99 && test.method == .exact)
  }
}
