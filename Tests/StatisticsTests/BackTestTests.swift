import Statistics
import TestSupport
import Testing

/// Real yearly series of public data sets, projected from every stretch of so many years and compared with what came.
@Suite struct BackTestTests {
  private static let series = ["Nile": YearlySeries.nile, "LakeHuron": YearlySeries.huron]

  /// How many one-step projections there are, and how many values lay within each interval.
  private static func coverage(_ values: [Double], window: Int) -> (trials: Int, hits: [Int]) {
    var (trials, hits) = (0, [0, 0])
    for end in window..<values.count {
      let stretch = Array(values[(end - window)..<end])
      guard let step = Projection.best(of: Projection.trials(stretch, ahead: 1))?.steps.first else { continue }
      trials += 1
      for (index, interval) in step.intervals.enumerated() where interval.contains(values[end]) { hits[index] += 1 }
    }
    return (trials, hits)
  }

  /// Within twice the standard error, and as the document says.
  @Test(arguments: ["Nile", "LakeHuron"], [10, 12, 15, 20])
  func intervalsCoverWhatTheyPromise(name: String, window: Int) throws {
    let values = try #require(Self.series[name])
    let (trials, hits) = Self.coverage(values, window: window)
    #expect(trials == values.count - window)
    var row = "| `\(name)` | \(window) | \(trials) |"
    for (hit, level) in zip(hits, [0.8, 0.95]) {
      let share = Double(hit) / Double(trials)
      #expect(
        abs(share - level) < 2 * (level * (1 - level) / Double(trials)).squareRoot(), "\(name) \(window): \(share)")
      row += " \(Int((share * 1000).rounded()) / 10).\(Int((share * 1000).rounded()) % 10) % |"
    }
    #expect(try Repository.text(of: "notebooks-docs/statistics.md").contains(row), "\(row)")
  }
}
