import Values

/// Reads the check of a rule:
///
/// ```
/// check    = quantity relation limit
/// formula  = of indicators and of previous(indicator), the year before
/// quantity = formula | "change(" formula ")" | "relative-change(" formula ")" | "abs(" quantity ")"
/// relation = "<=" | ">=" | "<" | ">" | "="
/// limit    = formula | number [unit] ["a year"]
/// unit     = "%" | "percent" | "percentage-point" | "dong" | "thousand-dong" | "million-dong" | "billion-dong"
/// ```
struct RuleParser {
  enum Problem: Error {
    case unexpected(FormulaToken)
    case end
    case tooLong
    case noRelation
    case unknownFunction(FormulaToken)
    case unknownUnit(FormulaToken)
  }

  enum Limit {
    case formula(Formula)
    case amount(ExactDecimal, unit: UnitOfMeasure?, isYearly: Bool)
  }

  static let functions = ["abs", FormulaParser.previous] + RuleComparison.Change.allCases.dropFirst().map(\.rawValue)
  static let units: [String: UnitOfMeasure] = UnitOfMeasure.money.merging(
    ["%": .percent, "percent": .percent, "percentage-point": .percentagePoint], uniquingKeysWith: { first, _ in first })

  let left: Formula
  let change: RuleComparison.Change
  let isMagnitude: Bool
  let relation: RuleComparison.Relation
  let limit: Limit
  private let tokens: [FormulaToken]

  init(_ text: String) throws(Problem) {
    let tokens = FormulaToken.all(in: text)
    self.tokens = tokens
    guard tokens.count <= FormulaParser.longest else { throw .tooLong }
    let found = tokens.indices.filter { Self.relation(tokens[$0].text) != nil }
    guard let first = found.first, let relation = Self.relation(tokens[first].text) else { throw .noRelation }
    if found.count > 1 { throw .unexpected(tokens[found[1]]) }
    self.relation = relation
    var quantity = tokens[..<first]
    var change = RuleComparison.Change.none
    var isMagnitude = false
    while quantity.count > 2, quantity.dropFirst().first?.text == "(", let word = quantity.first,
      word.text != "(", word.text != FormulaParser.previous
    {
      guard Self.functions.contains(word.text) else { throw .unknownFunction(word) }
      guard quantity.last?.text == ")", let last = quantity.last else { throw .end }
      if word.text == "abs", !isMagnitude, change == .none {
        isMagnitude = true
      } else if let kind = RuleComparison.Change(rawValue: word.text), kind != .none, change == .none {
        change = kind
      } else {
        throw .unexpected(last.text == ")" ? word : last)
      }
      quantity = quantity.dropFirst(2).dropLast()
    }
    self.change = change
    self.isMagnitude = isMagnitude
    left = try Self.formula(Array(quantity))
    limit = try Self.limit(Array(tokens[(first + 1)...]))
    // A change is from the year before already.
    if change != .none, let word = tokens.first(where: { $0.text == FormulaParser.previous }) {
      throw .unexpected(word)
    }
  }

  /// Where an indicator stands first: characters before it.
  func offset(of name: String) -> Int { tokens.first { $0.text == name }?.offset ?? 0 }

  private static func relation(_ text: String) -> RuleComparison.Relation? {
    switch text {
    case "≤": .atMost
    case "≥": .atLeast
    default: RuleComparison.Relation(rawValue: text)
    }
  }

  private static func limit(_ tokens: [FormulaToken]) throws(Problem) -> Limit {
    guard let first = tokens.first, let number = ExactDecimal(first.text) else { return .formula(try formula(tokens)) }
    var rest = tokens.dropFirst()
    if let sign = rest.first?.text, ["+", "-", "*", "/"].contains(sign) { return .formula(try formula(tokens)) }
    var unit: UnitOfMeasure?
    if let word = rest.first, word.text != "a" {
      guard let known = units[word.text] else { throw .unknownUnit(word) }
      unit = known
      rest = rest.dropFirst()
    }
    let isYearly = rest.first?.text == "a" && rest.dropFirst().first?.text == "year"
    if isYearly { rest = rest.dropFirst(2) }
    if let left = rest.first { throw .unexpected(left) }
    return .amount(number, unit: unit, isYearly: isYearly)
  }

  /// A formula of a rule, which may look at the year before.
  static func formula(_ tokens: [FormulaToken]) throws(Problem) -> Formula {
    for (word, next) in zip(tokens, tokens.dropFirst()) where next.text == "(" {
      if word.text.first?.isLetter ?? false, !functions.contains(word.text) { throw .unknownFunction(word) }
    }
    do { return try FormulaParser.parse(tokens, looksBack: true) } catch {
      switch error {
      case .unexpected(let token): throw .unexpected(token)
      case .end: throw .end
      case .tooLong: throw .tooLong
      }
    }
  }
}
