public import Catalogue
public import Findings
public import Values

/// Which rows of an answer are wanted: `membership-rate < 55 && level == district`.
///
/// Numbers are compared exactly and unrounded. A comparison with a value that is not there is neither true nor false, and
/// a row stays only where the whole is true.
public indirect enum Filter: Sendable, Hashable {
  public enum Quantity: Sendable, Hashable {
    case number(ExactDecimal)
    /// By its code.
    case indicator(String)
    /// The change of the row's series.
    case change
    /// Cells that report, in percent of those expected.
    case coverage
    case year
  }

  case both(Filter, Filter)
  case either(Filter, Filter)
  case not(Filter)
  case compares(Quantity, RuleComparison.Relation, Quantity)
  case differs(Quantity, Quantity)
  /// A member of a dimension, by its code, or the level of the row's unit.
  case isMember(String, of: String)
  case isPeriod(PeriodSlot, RuleComparison.Relation)
  case hasFlag(StatusFlag)

  /// A row as a filter sees it.
  public protocol Row {
    /// Nil where the row has none.
    func value(_ quantity: Quantity) throws(Failure) -> Rational?
    func member(of dimension: String) -> String?
    var unitLevel: String? { get }
    var slot: PeriodSlot? { get }
    /// Of all values of the row.
    var flags: StatusFlags { get }
  }

  public func keeps(_ row: some Row) throws(Failure) -> Bool { try truth(row) ?? false }

  /// Nil where it depends on a value that is not there.
  private func truth(_ row: some Row) throws(Failure) -> Bool? {
    switch self {
    case .both(let left, let right):
      let (one, other) = (try left.truth(row), try right.truth(row))
      if one == false || other == false { return false }
      return one == nil || other == nil ? nil : true
    case .either(let left, let right):
      let (one, other) = (try left.truth(row), try right.truth(row))
      if one == true || other == true { return true }
      return one == nil || other == nil ? nil : false
    case .not(let inner): return try inner.truth(row).map { !$0 }
    case .compares(let left, let relation, let right):
      guard let one = try Self.value(left, row), let other = try Self.value(right, row) else { return nil }
      return relation.holds(one, other)
    case .differs(let left, let right):
      guard let one = try Self.value(left, row), let other = try Self.value(right, row) else { return nil }
      return one != other
    case .isMember(let code, let dimension):
      let own = row.member(of: dimension) ?? (dimension == Self.level ? row.unitLevel : nil)
      return own.map { $0 == code }
    case .isPeriod(let slot, let relation):
      guard let own = row.slot, own.kind == slot.kind else { return nil }
      return relation.holds(Rational(own.ordinal), Rational(slot.ordinal))
    case .hasFlag(let flag): return flag == .normal ? row.flags.isEmpty : row.flags.contains(flag)
    }
  }

  private static func value(_ quantity: Quantity, _ row: some Row) throws(Failure) -> Rational? {
    if case .number(let number) = quantity { return Rational(number) }
    return try row.value(quantity)
  }

  /// The field that is a unit's level, unless the rows have a dimension of that name.
  static let level = "level"

  /// Whether figures choose: a row that is kept then stands out by its value.
  public var selectsByValue: Bool {
    switch self {
    case .both(let left, let right), .either(let left, let right): left.selectsByValue || right.selectsByValue
    case .not(let inner): inner.selectsByValue
    case .compares(let left, _, let right), .differs(let left, let right): left.isFigure || right.isFigure
    case .isMember, .isPeriod, .hasFlag: false
    }
  }

  /// The indicators it mentions.
  public var indicators: Set<String> {
    switch self {
    case .both(let left, let right), .either(let left, let right): left.indicators.union(right.indicators)
    case .not(let inner): inner.indicators
    case .compares(let left, _, let right), .differs(let left, let right):
      Set([left, right].compactMap { if case .indicator(let code) = $0 { code } else { nil } })
    case .isMember, .isPeriod, .hasFlag: []
    }
  }
}

extension Filter.Quantity {
  fileprivate var isFigure: Bool {
    switch self {
    case .indicator, .change: true
    case .number, .coverage, .year: false
    }
  }
}
