/// A unit of measure with its algebra: what a number counts, and by which factor.
///
/// `million-dong` is the dimension `dong` with the factor 1,000,000; `percent` has no dimension and the factor 1/100.
/// Only units of the same dimension and factor are added; the difference of two percentages is in percentage points.
public struct UnitOfMeasure: Sendable, Hashable {
  /// The name written in JSON, CSV and the catalogue: `percent`, `million-dong`, `meetings`.
  public let code: String
  /// Base units and their exponents, without zero exponents: `["dong": 1, "person": -1]`.
  public let dimension: [String: Int]
  /// How many base units one of this unit is.
  public let factor: Rational

  public init(code: String, dimension: [String: Int], factor: Rational = .one) {
    self.code = code
    self.dimension = dimension.filter { $0.value != 0 }
    self.factor = factor
  }

  /// A unit that counts things of one kind.
  public static func count(_ code: String) -> UnitOfMeasure { UnitOfMeasure(code: code, dimension: [code: 1]) }

  public static let pure = UnitOfMeasure(code: "number", dimension: [:])
  public static let percent = UnitOfMeasure(code: "percent", dimension: [:], factor: hundredth)
  public static let percentagePoint = UnitOfMeasure(code: "percentage_point", dimension: [:], factor: hundredth)
  private static let hundredth = Rational(ExactDecimal(coefficient: 1, scale: 2))

  /// Amounts of money, by their catalogue names.
  public static let money: [String: UnitOfMeasure] = [
    "dong": dong("dong", 1), "thousand-dong": dong("thousand-dong", 1_000),
    "million-dong": dong("million-dong", 1_000_000), "billion-dong": dong("billion-dong", 1_000_000_000),
  ]
  /// Multiples of whatever is counted, by their catalogue names.
  public static let multiples: [String: UnitOfMeasure] = [
    "thousand": multiple("thousand", 1_000), "million": multiple("million", 1_000_000),
    "billion": multiple("billion", 1_000_000_000),
  ]
  private static func multiple(_ code: String, _ factor: Int) -> UnitOfMeasure {
    UnitOfMeasure(code: code, dimension: [:], factor: Rational(factor))
  }
  private static func dong(_ code: String, _ factor: Int) -> UnitOfMeasure {
    UnitOfMeasure(code: code, dimension: ["dong": 1], factor: Rational(factor))
  }

  public var isPercent: Bool { self == .percent }

  /// A percentage or a difference of percentages, of which there is no relative growth.
  public var isPercentage: Bool { ofChange == .percentagePoint }

  /// The unit of a difference between two values of this unit.
  public var ofChange: UnitOfMeasure { isPercent ? .percentagePoint : self }

  /// Whether values of the two units may be added or compared without conversion.
  public func adds(to other: UnitOfMeasure) -> Bool { dimension == other.dimension && factor == other.factor }

  public func multiplied(by other: UnitOfMeasure) throws(ArithmeticFailure) -> UnitOfMeasure {
    UnitOfMeasure(
      code: "\(code)*\(other.code)", dimension: dimension.merging(other.dimension, uniquingKeysWith: +),
      factor: try factor.multiplied(by: other.factor))
  }

  public func divided(by other: UnitOfMeasure) throws(ArithmeticFailure) -> UnitOfMeasure {
    UnitOfMeasure(
      code: "\(code)/\(other.code)",
      dimension: dimension.merging(other.dimension.mapValues { -$0 }, uniquingKeysWith: +),
      factor: try factor.divided(by: other.factor))
  }
}
