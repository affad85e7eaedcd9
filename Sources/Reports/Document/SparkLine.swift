public import Values

/// A series in one line of text, one block a value: `▁▂▃▃·▅▇█`.
///
/// It shows shape only: the lowest value of the scale is the lowest block, not zero. A missing value is a visible gap.
/// (E. R. Tufte, Beautiful Evidence, 2006.)
public enum SparkLine {
  public static let gap: Character = "·"
  private static let blocks = Array("▁▂▃▄▅▆▇█")

  /// - Parameter scale: the same for lines that are compared with each other; the series' own range when nil. Values
  ///   outside take the outermost block. Where all are equal the line is level in the middle.
  public static func string(_ values: [ExactDecimal?], scale: ClosedRange<ExactDecimal>? = nil) -> String {
    let known = values.compactMap { $0 }
    guard let low = scale?.lowerBound ?? known.min(), let high = scale?.upperBound ?? known.max() else {
      return String(repeating: gap, count: values.count)
    }
    let (bottom, height) = (low.approximation, high.approximation - low.approximation)
    return String(
      values.map { value in
        guard let value else { return gap }
        guard height > 0 else { return blocks[3] }
        let level = ((value.approximation - bottom) / height * 7).rounded()
        return blocks[Int(min(max(level, 0), 7))]
      })
  }
}
