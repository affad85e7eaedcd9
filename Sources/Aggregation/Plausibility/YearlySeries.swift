import Statistics

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
    return values.indices.compactMap { index in
      // At either end fewer years, so that a series that grows is not questioned there.
      let start = max(0, min(index - Self.reach, values.count - Self.fewest))
      let end = min(values.count, max(index + Self.reach + 1, Self.fewest))
      let spread = RobustSpread(Array(values[start..<end]))
      // Equal values, as of small counts, have no deviation; then chance, or a tenth, takes its place.
      let chance = counts ? max(1, abs(spread.median).squareRoot()) : 0
      let scale = max(spread.deviation, chance, abs(spread.median) / 10)
      guard scale > 0, abs(values[index] - spread.median) > Self.limit * scale else { return nil }
      return (index, spread, scale, end - start)
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
