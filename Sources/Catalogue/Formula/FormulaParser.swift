import Values

/// Reads a formula: numbers, names with hyphens, `+ - * /` and parentheses. A minus needs spaces around it, since names
/// contain hyphens.
struct FormulaParser {
  enum Problem: Error {
    case unexpected(FormulaToken)
    case end
    case tooLong
  }

  /// Far longer than any formula a person writes; keeps recursion bounded.
  static let longest = 256

  static let previous = "previous"

  private let tokens: [FormulaToken]
  private let looksBack: Bool
  private var index = 0

  static func parse(_ text: String) throws(Problem) -> Formula { try parse(FormulaToken.all(in: text)) }

  /// - Parameter looksBack: whether `previous(name)` may stand in it.
  static func parse(_ tokens: [FormulaToken], looksBack: Bool = false) throws(Problem) -> Formula {
    guard tokens.count <= longest else { throw .tooLong }
    var parser = FormulaParser(tokens: tokens, looksBack: looksBack)
    let formula = try parser.sum()
    if parser.index < parser.tokens.count { throw .unexpected(parser.tokens[parser.index]) }
    return formula
  }

  private init(tokens: [FormulaToken], looksBack: Bool) {
    self.tokens = tokens
    self.looksBack = looksBack
  }

  private var next: String? { index < tokens.count ? tokens[index].text : nil }

  private mutating func sum() throws(Problem) -> Formula {
    var left = try product()
    while let sign = next, sign == "+" || sign == "-" {
      index += 1
      let right = try product()
      left = sign == "+" ? .adding(left, right) : .subtracting(left, right)
    }
    return left
  }

  private mutating func product() throws(Problem) -> Formula {
    var left = try factor()
    while let sign = next, sign == "*" || sign == "/" {
      index += 1
      let right = try factor()
      left = sign == "*" ? .multiplying(left, right) : .dividing(left, right)
    }
    return left
  }

  private mutating func factor() throws(Problem) -> Formula {
    guard let token = next else { throw .end }
    index += 1
    if token == "(" {
      let inner = try sum()
      try close()
      return inner
    }
    if let number = ExactDecimal(token) { return .number(number) }
    if looksBack, token == Self.previous, next == "(" {
      index += 1
      let name = try name()
      try close()
      return .previous(name)
    }
    index -= 1
    return .indicator(try name())
  }

  private mutating func name() throws(Problem) -> String {
    guard let token = next else { throw .end }
    guard let first = token.first, first.isLetter,
      token.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" })
    else { throw .unexpected(tokens[index]) }
    index += 1
    return token
  }

  private mutating func close() throws(Problem) {
    guard next == ")" else {
      guard index < tokens.count else { throw .end }
      throw .unexpected(tokens[index])
    }
    index += 1
  }
}
