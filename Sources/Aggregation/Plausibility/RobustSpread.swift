/// Median and median absolute deviation: one wrong value among five moves neither.
///
/// F. R. Hampel, "The influence curve and its role in robust estimation", JASA 69, 1974.
struct RobustSpread {
  let median: Double
  /// The median absolute deviation, scaled to the standard deviation of a normal distribution.
  let deviation: Double

  /// - Parameter values: at least one.
  init(_ values: some Collection<Double>) {
    let middle = Self.median(of: values)
    median = middle
    deviation = 1.4826 * Self.median(of: values.map { abs($0 - middle) })
  }

  private static func median(of values: some Collection<Double>) -> Double {
    let sorted = values.sorted()
    guard !sorted.isEmpty else { return 0 }
    let half = sorted.count / 2
    return sorted.count.isMultiple(of: 2) ? (sorted[half - 1] + sorted[half]) / 2 : sorted[half]
  }
}

/// Values of consecutive years that are compared with each other.
struct YearlySeries {
  var years: [Int] = []
  var facts: [Fact] = []
  /// Whether values count things, so that small ones vary by chance alone.
  let counts: Bool

  var values: [Double] { facts.map(\.value.approximation) }

  /// Years on either side that are looked at beside one.
  private static let reach = 3
  private static let fewest = 5
  /// Robust standard deviations that a value may lie from the median around it. Three, as usual for long series, would
  /// question ordinary values of ten years.
  private static let limit = 6.0

  /// The Hampel identifier: the values far from the median of the seven years around them.
  ///
  /// - Returns: index, the spread around it and how many years it was computed from; none for fewer than five years.
  /// - Complexity: O(n).
  func outliers() -> [(index: Int, spread: RobustSpread, scale: Double, years: Int)] {
    let values = values
    guard values.count >= Self.fewest else { return [] }
    let width = min(values.count, 2 * Self.reach + 1)
    return values.indices.compactMap { index in
      let start = min(max(0, index - Self.reach), values.count - width)
      let spread = RobustSpread(values[start..<start + width])
      // Equal values, as of small counts, have no deviation; then chance, or a tenth, takes its place.
      let chance = counts ? max(1, abs(spread.median).squareRoot()) : 0
      let scale = max(spread.deviation, chance, abs(spread.median) / 10)
      guard scale > 0, abs(values[index] - spread.median) > Self.limit * scale else { return nil }
      return (index, spread, scale, width)
    }
  }

  private static let longEnough = 3

  /// A run that grows by about as much as it began with, and then drops to about that: the shape of sums since a term
  /// began.
  ///
  /// - Returns: the run, which ends before the drop.
  /// - Complexity: O(n²) where all values grow.
  func cumulativeRuns() -> [Range<Int>] {
    let values = values
    var runs: [Range<Int>] = []
    var start = 0
    for index in values.indices.dropFirst() {
      if values[index] > values[index - 1] { continue }
      // The year before a term may be smaller than its first, and so look like a part of the run.
      let starts = start..<max(start, index - Self.longEnough + 1)
      if let first = starts.first(where: { isCumulative(values[$0..<index], after: values[index]) }) {
        runs.append(first..<index)
      }
      start = index
    }
    return runs
  }

  private func isCumulative(_ run: ArraySlice<Double>, after next: Double) -> Bool {
    guard let first = run.first, let last = run.last, first >= (counts ? 20 : 0), first > 0 else { return false }
    let steps = zip(run.dropFirst(), run).map { $0 - $1 }
    let usual = RobustSpread(steps).median
    return steps.allSatisfy { $0 > usual / 2 && $0 < usual * 2 } && (usual / 2...usual * 2).contains(first)
      && next < last / 2 && (usual / 2...usual * 2).contains(next)
  }
}
