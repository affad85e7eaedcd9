import Values

/// A spreadsheet formula as a tree; its text is made in one place only.
indirect enum Formula: Sendable, Hashable {
  enum Operation: String, Sendable, Hashable {
    case plus = "+"
    case minus = "-"
    case times = "*"
    case divided = "/"

    var binds: Int { self == .plus || self == .minus ? 1 : 2 }
  }

  case number(ExactDecimal)
  /// A cell of this sheet, or of the named one.
  case cell(sheet: String?, CellAddress)
  case range(sheet: String?, CellRange)
  /// A range that stays where it is when the formula moves: what names and charts lead to.
  case fixed(sheet: String, CellRange)
  /// A column of an Excel table, without its heading.
  case column(table: String, heading: String)
  case sum([Formula])
  case operation(Operation, Formula, Formula)
  case round(Formula, decimals: Int)
}

extension Formula {
  /// As the file holds it, without the leading `=`: English names, commas between arguments.
  var text: String {
    switch self {
    case .number(let number): number.description
    case .cell(let sheet, let cell): Self.prefix(sheet) + cell.description
    case .range(let sheet, let range): Self.prefix(sheet) + range.description
    case .fixed(let sheet, let range): Self.prefix(sheet) + range.absolute
    case .column(let table, let heading): table + Self.specifier(of: heading)
    case .sum(let terms): Self.sum(terms)
    case .round(let inner, let decimals): "ROUND(\(inner.text),\(decimals))"
    case .operation(let operation, let left, let right):
      left.text(insideOf: operation, isRight: false) + operation.rawValue
        + right.text(insideOf: operation, isRight: true)
    }
  }

  /// As the library takes it.
  var equation: String { "=" + text }

  private static func prefix(_ sheet: String?) -> String { sheet.map { quotedSheetName($0) + "!" } ?? "" }

  /// Excel's functions take 255 arguments; longer sums are nested.
  private static func sum(_ terms: [Formula]) -> String {
    guard terms.count > 255 else { return "SUM(" + terms.map(\.text).joined(separator: ",") + ")" }
    let groups = stride(from: 0, to: terms.count, by: 255).map { Array(terms[$0..<min($0 + 255, terms.count)]) }
    return sum(groups.map { .sum($0) })
  }

  private func text(insideOf outer: Operation, isRight: Bool) -> String {
    switch self {
    case .operation(let inner, _, _):
      let needsParentheses = inner.binds < outer.binds || (isRight && inner.binds == outer.binds)
      return needsParentheses ? "(\(text))" : text
    case .number(let number) where number.isNegative: return "(\(text))"
    default: return text
    }
  }

  /// `[2014]`, and `[[2014 (mh)]]` where the heading has anything but letters, digits and single spaces: what the
  /// grammar of structured references asks for (ECMA-376 part 1, 18.17.2.2). `[ ] # '` are escaped by an apostrophe.
  private static func specifier(of heading: String) -> String {
    var escaped = ""
    var isPlain = true
    for character in heading {
      if "[]#'".contains(character) { escaped.append("'") }
      escaped.append(character)
      if !character.isLetter, !character.isNumber, character != " ", character != "_" { isPlain = false }
    }
    return isPlain ? "[\(escaped)]" : "[[\(escaped)]]"
  }
}
