/// Is there a monotonic trend, whatever its form?
///
/// H. B. Mann, "Nonparametric tests against trend", Econometrica 13, 1945; M. G. Kendall, "Rank correlation methods",
/// 4th ed., 1975.
public struct MannKendall: Sendable, Hashable {
  public enum Method: String, Sendable, Hashable {
    /// Every order of an untied series counted.
    case exact
    /// The normal approximation with corrections for ties and for continuity.
    case normal
    /// The normal approximation with the variance of an autocorrelated series.
    case hamedRao = "hamed_rao"
  }

  public let count: Int
  /// Pairs that rise minus pairs that fall.
  public let s: Int
  /// Of `s` where there is no trend; corrected for ties.
  public let variance: Double
  /// Kendall's tau-b, between −1 and 1; nil where all values are equal.
  public let tau: Double?
  /// Nil for the exact method.
  public let z: Double?
  /// The two-sided probability of an `s` this far from 0 without a trend.
  public let p: Double
  public let method: Method

  /// The longest untied series for which all orders are counted.
  public static let exactLimit = 40

  /// Nil for fewer than three values, or for one that is not finite.
  ///
  /// - Parameter values: in the order of time; the times need not be evenly spaced.
  /// - Complexity: O(n²).
  public init?(_ values: [Double]) {
    guard values.count >= 3, values.allSatisfy(\.isFinite) else { return nil }
    let s = Self.score(values)
    let ties = Self.ties(values)
    count = values.count
    self.s = s
    variance = Self.variance(values.count, ties)
    tau = Self.tau(s, values.count, ties)
    if ties.isEmpty, values.count <= Self.exactLimit {
      method = .exact
      z = nil
      p = Self.exact(s, values.count)
    } else {
      method = .normal
      let z = Self.standardised(s, variance)
      self.z = z
      p = variance > 0 ? NormalDistribution.twoSided(z) : 1
    }
  }

  /// With the variance of an autocorrelated series.
  ///
  /// K. H. Hamed and A. R. Rao, "A modified Mann–Kendall trend test for autocorrelated data", Journal of Hydrology 204,
  /// 1998: the ranks of the series without its Theil–Sen line, lags whose autocorrelation is significant at `level`. Of
  /// the readings of that paper in use this is the one of R's `modifiedmk::mmkh` and pyMannKendall: autocorrelations with
  /// n as the divisor, bounds of ±z / √n around 0, and every lag up to n − 1, not the first three alone.
  ///
  /// - Parameter level: of the lags' significance: 0.05.
  public init?(autocorrelated values: [Double], level: Double = 0.05) {
    guard let plain = MannKendall(values), values.count >= 4,
      let line = TheilSen(values.enumerated().map { (Double($0.offset), $0.element) })
    else { return nil }
    let ranks = Self.ranks(values.enumerated().map { $0.element - Double($0.offset + 1) * line.slope })
    let n = Double(values.count)
    let bound = NormalDistribution.quantile(1 - level / 2) / n.squareRoot()
    var sum = 0.0
    for (lag, correlation) in Self.autocorrelations(ranks).enumerated() where abs(correlation) >= bound {
      let k = Double(lag + 1)
      sum += (n - k) * (n - k - 1) * (n - k - 2) * correlation
    }
    let factor = 1 + 2 / (n * (n - 1) * (n - 2)) * sum
    count = plain.count
    s = plain.s
    tau = plain.tau
    variance = plain.variance * factor
    method = .hamedRao
    let z = Self.standardised(s, variance)
    self.z = z
    p = variance > 0 ? NormalDistribution.twoSided(z) : 1
  }

  private static func score(_ values: [Double]) -> Int {
    var score = 0
    for later in values.indices {
      for earlier in 0..<later where values[later] != values[earlier] {
        score += values[later] > values[earlier] ? 1 : -1
      }
    }
    return score
  }

  /// The sizes of groups of equal values.
  static func ties(_ values: [Double]) -> [Int] {
    Dictionary(values.map { ($0, 1) }, uniquingKeysWith: +).values.filter { $0 > 1 }
  }

  static func variance(_ n: Int, _ ties: [Int]) -> Double {
    func term(_ t: Int) -> Double { Double(t) * Double(t - 1) * Double(2 * t + 5) }
    return (term(n) - ties.sorted().reduce(0) { $0 + term($1) }) / 18
  }

  private static func tau(_ s: Int, _ n: Int, _ ties: [Int]) -> Double? {
    let pairs = Double(n) * Double(n - 1) / 2
    let tied = ties.reduce(0) { $0 + $1 * ($1 - 1) / 2 }
    let untied = pairs - Double(tied)
    return untied > 0 ? Double(s) / (pairs * untied).squareRoot() : nil
  }

  /// One less in size, since `s` moves in steps of two.
  private static func standardised(_ s: Int, _ variance: Double) -> Double {
    guard s != 0, variance > 0 else { return 0 }
    return Double(s > 0 ? s - 1 : s + 1) / variance.squareRoot()
  }

  /// The share of all orders of n different values whose score is at least as far from 0.
  ///
  /// Orders by their number of inversions (Mahonian numbers): each further value multiplies the generating function by
  /// (1 + q + … + q^(m−1)) / m.
  static func exact(_ s: Int, _ n: Int) -> Double {
    var shares = [1.0]
    for m in 2...max(2, n) {
      var wider = [Double](repeating: 0, count: shares.count + m - 1)
      for (inversions, share) in shares.enumerated() {
        for more in 0..<m { wider[inversions + more] += share / Double(m) }
      }
      shares = wider
    }
    let pairs = n * (n - 1) / 2
    // s = pairs − 2 · inversions
    let most = (pairs - abs(s)) / 2
    guard s != 0 else { return 1 }
    return min(1, 2 * shares[...min(most, shares.count - 1)].reduce(0, +))
  }

  /// From 1; equal values share the mean of their places.
  static func ranks(_ values: [Double]) -> [Double] {
    let order = values.indices.sorted { values[$0] < values[$1] }
    var ranks = [Double](repeating: 0, count: values.count)
    var start = 0
    while start < order.count {
      var end = start
      while end + 1 < order.count, values[order[end + 1]] == values[order[start]] { end += 1 }
      for place in start...end { ranks[order[place]] = Double(start + end) / 2 + 1 }
      start = end + 1
    }
    return ranks
  }

  /// Of the lags 1 to n − 1, with n as the divisor of each.
  private static func autocorrelations(_ values: [Double]) -> [Double] {
    let mean = values.reduce(0, +) / Double(values.count)
    let distances = values.map { $0 - mean }
    let total = distances.reduce(0) { $0 + $1 * $1 }
    guard total > 0, values.count > 1 else { return [] }
    return (1..<values.count).map { lag in
      zip(distances.dropFirst(lag), distances).reduce(0) { $0 + $1.0 * $1.1 } / total
    }
  }
}
