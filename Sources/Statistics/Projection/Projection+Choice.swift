extension Projection {
  /// The series projected by every method, in the order of `Method`; empty where there is none.
  public static func trials(
    _ values: [Double], ahead: Int, levels: [Double] = [0.8, 0.95], isShare: Bool = false
  ) -> [Projection] {
    Method.allCases.compactMap {
      Projection(values, by: $0, ahead: ahead, levels: levels, isShare: isShare)
    }
  }

  /// The one with the smallest error on the series itself: the first, and simplest, of equals, and the naive one where no
  /// error can be told.
  public static func best(of trials: [Projection]) -> Projection? {
    trials.min { ($0.scaledError ?? .infinity) < ($1.scaledError ?? .infinity) }
  }
}
