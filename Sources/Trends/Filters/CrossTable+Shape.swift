public import Aggregation
import Catalogue
public import Findings
import Language
import Values

/// Which rows of a table are shown, in which order, and what stands beside and below them.
public struct TableShape: Sendable {
  public struct SortKey: Sendable, Hashable {
    public enum Subject: Sendable, Hashable {
      /// The place of an indicator in the query.
      case indicator(Int)
      /// A dimension, in the order of its file.
      case dimension(String)
    }

    public let subject: Subject
    public let isDescending: Bool

    public init(_ subject: Subject, isDescending: Bool) {
      self.subject = subject
      self.isDescending = isDescending
    }
  }

  public var filter: Filter?
  public var sort: [SortKey]
  /// How many rows are shown; the others are summed up in one.
  public var top: Int?
  /// Whether each sum has its share of the whole of its period beside it.
  public var hasShares: Bool

  public init(filter: Filter? = nil, sort: [SortKey] = [], top: Int? = nil, hasShares: Bool = false) {
    self.filter = filter
    self.sort = sort
    self.top = top
    self.hasShares = hasShares
  }

  /// Sorting by a value says who is first.
  public var ranks: Bool { sort.contains { if case .indicator = $0.subject { true } else { false } } }
}

extension CrossTable {
  /// The table with some of its rows, in another order.
  ///
  /// - Throws: `Failure.refused` when a share or a rest has no meaning; what reading the data throws.
  public func shaped(_ shape: TableShape, _ evaluator: Evaluator) throws(Failure) -> CrossTable {
    var kept: [Row] = []
    for row in rows {
      if let filter = shape.filter,
        try !filter.keeps(TableFilterRow(row: row, table: self, evaluator: evaluator))
      {
        continue
      }
      kept.append(row)
    }
    if shape.ranks { try checkRanks(shape.sort) }
    if !shape.sort.isEmpty { kept = sorted(kept, shape.sort) }
    var table = self
    let shown = min(kept.count, shape.top ?? kept.count)
    table.rows = Array(kept.prefix(shown))
    if shown < kept.count { table.rest = try together(Array(kept.dropFirst(shown)), evaluator) }
    if shape.filter != nil, totals != nil, !kept.isEmpty {
      table.totals = try together(kept, evaluator).observations.compactMap { $0 }
    }
    table.isRanked = shape.ranks || shape.filter?.selectsByValue ?? false
    if shape.hasShares { table.shares = try shares(of: table, evaluator) }
    return table
  }

  /// What may not be ranked is not sorted either.
  private func checkRanks(_ keys: [TableShape.SortKey]) throws(Failure) {
    for key in keys {
      guard case .indicator(let index) = key.subject else { continue }
      let indicator = query.indicators[index]
      if let reason = indicator.implausible { throw .refused(Messages.notComparedImplausible(reason)) }
      if indicator.isLowerBound { throw .refused(Messages.notComparedLowerBound) }
    }
  }

  /// Rows without a value stand last; the standard library's sort is stable.
  private func sorted(_ rows: [Row], _ keys: [TableShape.SortKey]) -> [Row] {
    var places: [String: [String: Int]] = [:]
    for (index, name) in query.by.enumerated() {
      var order: [String: Int] = [:]
      for row in self.rows where order[row.members[index]] == nil { order[row.members[index]] = order.count }
      places[name] = order
    }
    func isBefore(_ left: Row, _ right: Row) -> Bool {
      for key in keys {
        switch key.subject {
        case .dimension(let name):
          guard let index = query.by.firstIndex(of: name), let order = places[name] else { continue }
          let (one, other) = (order[left.members[index]] ?? 0, order[right.members[index]] ?? 0)
          if one != other { return key.isDescending ? one > other : one < other }
        case .indicator(let index):
          switch (left.observations[index]?.value, right.observations[index]?.value) {
          case (let one?, let other?): if one != other { return key.isDescending ? one > other : one < other }
          case (_?, nil): return true
          case (nil, _?): return false
          case (nil, nil): continue
          }
        }
      }
      return false
    }
    return rows.sorted(by: isBefore)
  }

  /// Rows that are members of one dimension, together: summed, or Σ numerator / Σ denominator.
  private func together(_ rows: [Row], _ evaluator: Evaluator) throws(Failure) -> Together {
    guard query.by.count == 1, query.by[0] != DimensionDeclaration.period, let first = rows.first else {
      throw .usage(Messages.togetherNeedsOneDimension)
    }
    var selection = query.selection
    if query.by[0] == DimensionDeclaration.unit {
      selection.units = rows.flatMap(\.selection.units)
    } else {
      selection.members[query.by[0]] = rows.map { $0.members[0] }
    }
    var observations: [Observation?] = []
    for indicator in query.indicators {
      do throws(Failure) {
        observations.append(try evaluator.observe(indicator, in: first.span, of: selection))
      } catch {
        // Scores are not added up.
        guard case .refused = error else { throw error }
        observations.append(nil)
      }
    }
    return Together(count: rows.count, observations: observations)
  }

  /// In percent of the whole of each row's period; nil for what is no sum.
  private func shares(of table: CrossTable, _ evaluator: Evaluator) throws(Failure) -> [[Rational?]] {
    var shares: [[Rational?]] = []
    let isOverTime = query.by == [DimensionDeclaration.period]
    for indicator in query.indicators where isOverTime {
      if let reason = evaluator.refusalOverTime(indicator) { throw .refused(reason) }
    }
    let refusals = query.indicators.map { refusalOfShares($0, evaluator) }
    if let reason = refusals.first ?? nil, !refusals.contains(nil) { throw .refused(reason) }
    let whole = isOverTime ? self.whole : nil
    for row in table.rows {
      var own: [Rational?] = []
      for (indicator, observation) in zip(query.indicators, row.observations) {
        guard refusalOfShares(indicator, evaluator) == nil, let value = observation?.value,
          let all = try evaluator.observe(indicator, in: whole ?? row.span, of: query.selection).value, !all.isZero
        else {
          own.append(nil)
          continue
        }
        do { own.append(try value.divided(by: all).multiplied(by: .hundred)) } catch {
          throw .refused(Messages.overflow)
        }
      }
      shares.append(own)
    }
    return shares
  }

  /// Why no share of an indicator can be given; nil where there may be one.
  private func refusalOfShares(_ indicator: Indicator, _ evaluator: Evaluator) -> LocalizedText? {
    if let reason = indicator.implausible { return Messages.notComparedImplausible(reason) }
    if indicator.isLowerBound { return Messages.notComparedLowerBound }
    return ComparisonSide(evaluator, indicator).isSum ? nil : Messages.noShareOfNoSum(indicator.names)
  }
}

/// A row of a table, whose values are those of its observations.
private struct TableFilterRow: Filter.Row {
  let row: CrossTable.Row
  let table: CrossTable
  let evaluator: Evaluator

  func value(_ quantity: Filter.Quantity) throws(Failure) -> Rational? {
    switch quantity {
    case .number(let number): return Rational(number)
    case .year: return slot.map { Rational($0.year) }
    case .coverage: return row.observations.lazy.compactMap { $0?.coverage }.first.flatMap { $0.percent }
    case .change: return nil
    case .indicator(let code):
      if let index = table.query.indicators.firstIndex(where: { $0.code == code }) {
        return row.observations[index]?.value
      }
      guard let indicator = evaluator.dataset.catalogue.indicator(code) else { return nil }
      return try evaluator.observe(indicator, in: row.span, of: row.selection).value
    }
  }

  func member(of dimension: String) -> String? {
    table.query.by.firstIndex(of: dimension).map { row.members[$0] }
  }

  var unitLevel: String? {
    member(of: DimensionDeclaration.unit).flatMap { evaluator.dataset.units?.member($0)?.level }
  }

  var slot: PeriodSlot? { member(of: DimensionDeclaration.period).flatMap { PeriodSlot(code: $0) } }

  var flags: StatusFlags {
    row.observations.compactMap { $0 }.reduce(into: StatusFlags()) { $0.formUnion($1.flags) }
  }
}

/// A series, whose values are those of its last comparable period.
struct TrendFilterRow: Filter.Row {
  let trend: Trend
  let dimension: String?
  let evaluator: Evaluator

  private var last: Observation? { trend.comparable.last }

  func value(_ quantity: Filter.Quantity) throws(Failure) -> Rational? {
    switch quantity {
    case .number(let number): return Rational(number)
    case .year: return nil
    // A sum that lacks cells at one end has neither risen nor fallen.
    case .change: return trend.gap == nil ? trend.change?.absolute : nil
    case .coverage: return last?.coverage.flatMap { $0.percent }
    case .indicator(let code):
      if code == trend.indicator.code { return last?.value }
      guard let last, let slot = PeriodSlot(code: last.period.code),
        let indicator = evaluator.dataset.catalogue.indicator(code)
      else { return nil }
      return try evaluator.observe(indicator, in: .slot(slot), of: trend.selection).value
    }
  }

  func member(of name: String) -> String? {
    guard name == dimension else { return nil }
    return name == DimensionDeclaration.unit ? trend.selection.unit : trend.selection.member(of: name)
  }

  var unitLevel: String? {
    member(of: DimensionDeclaration.unit).flatMap { evaluator.dataset.units?.member($0)?.level }
  }

  var slot: PeriodSlot? { nil }
  var flags: StatusFlags { trend.points.reduce(into: StatusFlags()) { $0.formUnion($1.flags) } }
}

extension TrendQuery {
  /// The trends that a filter keeps.
  public static func kept(
    _ trends: [Trend], by filter: Filter, dimension: String?, _ evaluator: Evaluator
  ) throws(Failure) -> [Trend] {
    var kept: [Trend] = []
    for trend in trends
    where try filter.keeps(TrendFilterRow(trend: trend, dimension: dimension, evaluator: evaluator)) {
      kept.append(trend)
    }
    return kept
  }
}

extension Coverage {
  /// Nil where nothing is expected.
  fileprivate var percent: Rational? { try? Rational(100 * reporting).divided(by: Rational(expected)) }
}
