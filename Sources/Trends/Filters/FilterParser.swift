public import Aggregation
import Catalogue
public import Findings
import Language
import Values

/// Reads a filter:
///
/// ```
/// filter     = conjunction ("||" | "or" conjunction)*
/// conjunction = term ("&&" | "and" term)*
/// term       = ("!" | "not") term | "(" filter ")" | comparison
/// comparison = field relation value | field "in" "(" value ("," value)* ")" | "flags" "has" flag
/// relation   = "<" | "<=" | ">" | ">=" | "==" | "=" | "!="
/// field      = indicator | dimension | "level" | "period" | "year" | "coverage" | "change" | "flags"
/// ```
public struct FilterParser {
  private let dataset: Dataset
  /// The dimensions of the rows.
  private let dimensions: [String]
  /// Whether rows are series, which have a change and no period.
  private let isOfSeries: Bool
  private let boundaries: Boundaries
  private let tokens: [FilterToken]
  private let length: Int
  private var index = 0
  private var depth = 0

  private static let deepest = 64

  /// - Throws: `Failure.usage` with the column of what is wrong and the nearest right words.
  public static func parse(
    _ text: String, in dataset: Dataset, dimensions: [String], isOfSeries: Bool, boundaries: Boundaries = .original
  ) throws(Failure) -> Filter {
    var unclosed: Int?
    let tokens = FilterToken.all(in: text, unclosed: &unclosed)
    if let unclosed { throw .usage(Messages.filterQuote(unclosed)) }
    var parser = FilterParser(
      dataset: dataset, dimensions: dimensions, isOfSeries: isOfSeries, boundaries: boundaries, tokens: tokens,
      length: text.count)
    let filter = try parser.alternatives()
    if let left = parser.next { throw .usage(Messages.filterUnexpected(left.text, left.column)) }
    return filter
  }

  private init(
    dataset: Dataset, dimensions: [String], isOfSeries: Bool, boundaries: Boundaries, tokens: [FilterToken], length: Int
  ) {
    self.dataset = dataset
    self.dimensions = dimensions
    self.isOfSeries = isOfSeries
    self.boundaries = boundaries
    self.tokens = tokens
    self.length = length
  }

  private var next: FilterToken? { index < tokens.count ? tokens[index] : nil }

  private mutating func take(_ words: String...) -> Bool {
    guard let next, next.kind != .quoted, words.contains(next.text.lowercased()) else { return false }
    index += 1
    return true
  }

  private mutating func token() throws(Failure) -> FilterToken {
    guard let next else { throw .usage(Messages.filterEnds(length + 1)) }
    index += 1
    return next
  }

  // MARK: Words between comparisons

  private mutating func alternatives() throws(Failure) -> Filter {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepest else { throw .usage(Messages.filterTooDeep(next?.column ?? length)) }
    var left = try conjunction()
    while take("||", "|", "or") { left = .either(left, try conjunction()) }
    return left
  }

  private mutating func conjunction() throws(Failure) -> Filter {
    var left = try term()
    while take("&&", "&", "and") { left = .both(left, try term()) }
    return left
  }

  private mutating func term() throws(Failure) -> Filter {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepest else { throw .usage(Messages.filterTooDeep(next?.column ?? length)) }
    if take("!", "not") { return .not(try term()) }
    if take("(") {
      let inner = try alternatives()
      let close = try token()
      guard close.text == ")", close.kind == .sign else {
        throw .usage(Messages.filterUnexpected(close.text, close.column))
      }
      return inner
    }
    return try comparison()
  }

  // MARK: Comparisons

  private enum Field {
    case quantity(Filter.Quantity, isPercent: Bool)
    case member(String)
    case period
    case flags
  }

  private mutating func comparison() throws(Failure) -> Filter {
    let word = try token()
    let field = try field(word)
    let sign = try token()
    if sign.kind == .word, sign.text.lowercased() == "in" { return try list(field) }
    if case .flags = field {
      guard sign.text.lowercased() == "has" || Self.relation(sign) == .equal || sign.text == "!=" else {
        throw .usage(Messages.filterUnexpected(sign.text, sign.column))
      }
      let flag = Filter.hasFlag(try self.flag())
      return sign.text == "!=" ? .not(flag) : flag
    }
    guard let relation = Self.relation(sign) else {
      guard sign.text == "!=" else { throw .usage(Messages.filterRelation(sign.text, sign.column)) }
      if case .quantity(let quantity, let isPercent) = field { return .differs(quantity, try self.quantity(isPercent)) }
      return .not(try equal(field))
    }
    switch field {
    case .quantity(let quantity, let isPercent): return .compares(quantity, relation, try self.quantity(isPercent))
    case .period: return .isPeriod(try period(), relation)
    case .member, .flags:
      guard relation == .equal else { throw .usage(Messages.filterNoOrder(word.text, sign.column)) }
      return try equal(field)
    }
  }

  private mutating func equal(_ field: Field) throws(Failure) -> Filter {
    switch field {
    case .quantity(let quantity, let isPercent): return .compares(quantity, .equal, try self.quantity(isPercent))
    case .period: return .isPeriod(try period(), .equal)
    case .member(let dimension): return .isMember(try member(of: dimension), of: dimension)
    case .flags: return .hasFlag(try flag())
    }
  }

  private mutating func list(_ field: Field) throws(Failure) -> Filter {
    let open = try token()
    guard open.text == "(", open.kind == .sign else { throw .usage(Messages.filterUnexpected(open.text, open.column)) }
    var filter = try equal(field)
    while take(",") { filter = .either(filter, try equal(field)) }
    let close = try token()
    guard close.text == ")", close.kind == .sign else {
      throw .usage(Messages.filterUnexpected(close.text, close.column))
    }
    return filter
  }

  private static func relation(_ token: FilterToken) -> RuleComparison.Relation? {
    guard token.kind == .sign else { return nil }
    return RuleComparison.Relation(rawValue: token.text == "==" ? "=" : token.text)
  }

  // MARK: Fields and values

  private static let words = ["period", "year", "coverage", "change", "flags", Filter.level]

  private func field(_ token: FilterToken) throws(Failure) -> Field {
    guard token.kind != .sign else { throw .usage(Messages.filterUnexpected(token.text, token.column)) }
    switch token.text {
    case "period" where !isOfSeries && dimensions.contains(DimensionDeclaration.period): return .period
    case "year" where !isOfSeries && dimensions.contains(DimensionDeclaration.period):
      return .quantity(.year, isPercent: false)
    case "coverage": return .quantity(.coverage, isPercent: true)
    case "change" where isOfSeries: return .quantity(.change, isPercent: true)
    case "flags": return .flags
    case Filter.level where dimensions.contains(DimensionDeclaration.unit): return .member(Filter.level)
    case let name where dimensions.contains(name) && name != DimensionDeclaration.period: return .member(name)
    default: break
    }
    if dataset.catalogue.dimension(token.text) != nil || Self.words.contains(token.text) {
      throw .usage(Messages.filterFieldElsewhere(token.text, token.column))
    }
    if let indicator = try? dataset.indicator(named: token.text) {
      return .quantity(.indicator(indicator.code), isPercent: indicator.unit.isPercent)
    }
    let known = dataset.catalogue.indicators.map(\.code) + dimensions + Self.words
    throw .usage(
      Messages.filterUnknown(token.text, token.column, near: NearestWord.candidates(for: token.text, among: known)))
  }

  /// A number, with a sign of percent where a percentage is meant, or another field that is one.
  private mutating func quantity(_ isPercent: Bool) throws(Failure) -> Filter.Quantity {
    let token = try token()
    guard token.kind == .word else { throw .usage(Messages.filterNumber(token.text, token.column)) }
    if let number = ExactDecimal(token.text) { return .number(number) }
    if token.text.hasSuffix("%"), let number = ExactDecimal(token.text.dropLast()) {
      guard isPercent else { throw .usage(Messages.filterPercent(token.column)) }
      return .number(number)
    }
    if token.text.first.map({ $0.isNumber || $0 == "-" || $0 == "+" }) ?? false {
      throw .usage(Messages.filterNumber(token.text, token.column))
    }
    guard case .quantity(let quantity, _) = try field(token) else {
      throw .usage(Messages.filterNumber(token.text, token.column))
    }
    return quantity
  }

  private mutating func member(of dimension: String) throws(Failure) -> String {
    let token = try token()
    guard token.kind != .sign else { throw .usage(Messages.filterUnexpected(token.text, token.column)) }
    if dimension == Filter.level, let levels = dataset.units?.levels, levels.contains(token.text) { return token.text }
    if dimension == Filter.level, !dimensions.contains(dimension) {
      let levels = dataset.units?.levels ?? []
      throw .usage(
        Messages.filterUnknown(
          token.text, token.column, near: NearestWord.candidates(for: token.text, among: levels) + levels.prefix(3)))
    }
    do { return try dataset.member(named: token.text, of: dimension, in: boundaries) } catch {
      guard case .usage(let reason) = error else { throw error }
      throw .usage(Messages.filterAt(token.column, reason))
    }
  }

  private mutating func period() throws(Failure) -> PeriodSlot {
    let token = try token()
    guard token.kind != .sign, let slot = PeriodReading.slot(token.text) else {
      throw .usage(Messages.filterAt(token.column, Messages.notAPeriodToAskFor(token.text)))
    }
    return slot
  }

  private mutating func flag() throws(Failure) -> StatusFlag {
    let token = try token()
    guard let flag = StatusFlag(rawValue: token.text.uppercased()) else {
      let codes = StatusFlag.allCases.map(\.rawValue)
      throw .usage(Messages.filterAt(token.column, Messages.didYouMean([], allowed: codes)))
    }
    return flag
  }
}
