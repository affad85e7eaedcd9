/// How well letters of one colour stand out from another, after WCAG 2.1 (relative luminance): 1 for equal colours, 21
/// for black on white.
enum Contrast {
  /// For letters of ordinary size.
  static let least = 4.5
  /// For lines and bars.
  static let leastOfShapes = 3.0

  static func ratio(_ first: UInt32, _ second: UInt32) -> Double {
    let (one, other) = (luminance(first), luminance(second))
    return (max(one, other) + 0.05) / (min(one, other) + 0.05)
  }

  private static func luminance(_ colour: UInt32) -> Double {
    0.2126 * linear(colour >> 16) + 0.7152 * linear(colour >> 8) + 0.0722 * linear(colour)
  }

  /// x^2.4 without the C library: x² · (x^0.2)², the fifth root by Newton's method.
  private static func linear(_ component: UInt32) -> Double {
    let share = Double(component & 0xFF) / 255
    guard share > 0.03928 else { return share / 12.92 }
    let base = (share + 0.055) / 1.055
    var root = 1.0
    for _ in 0..<40 { root = (4 * root + base / (root * root * root * root)) / 5 }
    return base * base * root * root
  }
}
