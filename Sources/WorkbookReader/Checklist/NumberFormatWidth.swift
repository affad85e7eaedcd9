import Values

/// How much room a number takes as its format shows it, in digits of the cell's letters.
///
/// A lower bound: where the format is of a kind that is not understood (dates, fractions, exponents), nothing is said.
enum NumberFormatWidth {
  static func digits(_ number: ExactDecimal, format: String) -> Double? {
    let sections = sections(of: format)
    let index = number.isNegative ? 1 : number.isZero ? 2 : 0
    let hasOwn = index < sections.count
    guard let section = hasOwn ? sections[index] : sections.first else { return nil }
    guard let shape = Shape(section) else { return nil }
    guard shape.hasPlaces else { return shape.literals }
    var value = number.magnitude
    if shape.percents > 0 {
      guard let scaled = try? Rational(value).multiplied(by: Rational(ExactDecimal(100))).rounded(to: shape.decimals)
      else { return nil }
      value = scaled
    }
    guard let rounded = try? Rational(value).rounded(to: shape.decimals) else { return nil }
    let whole = rounded.description.prefix { $0 != "." }.count
    var width = Double(whole) + shape.literals
    if shape.decimals > 0 { width += Double(shape.decimals) + narrow }
    if shape.isGrouped { width += Double((whole - 1) / 3) * narrow }
    // Without a section of its own, a negative number has its sign in front.
    if number.isNegative, !hasOwn, !rounded.isZero { width += narrow }
    return width
  }

  /// A point, a comma, a sign or a space takes about half of a digit.
  private static let narrow = 0.5

  private static func sections(of format: String) -> [[Character]] {
    var sections: [[Character]] = [[]]
    var isQuoted = false
    var isEscaped = false
    for character in format {
      if character == "\"", !isEscaped { isQuoted.toggle() }
      if character == ";", !isQuoted, !isEscaped {
        sections.append([])
        continue
      }
      isEscaped = character == "\\" && !isEscaped
      sections[sections.count - 1].append(character)
    }
    return sections
  }

  /// What a section of a format says.
  private struct Shape {
    var decimals = 0
    var isGrouped = false
    var hasPlaces = false
    var percents = 0
    var literals = 0.0

    init?(_ section: [Character]) {
      var rest = section[...]
      var isAfterPoint = false
      while let character = rest.popFirst() {
        switch character {
        case "\"":
          literals += rest.prefix { $0 != "\"" }.reduce(0) { $0 + (Shape.isNarrow($1) ? narrow : 0.8) }
          rest = rest.drop { $0 != "\"" }.dropFirst()
        case "[":
          let inside = rest.prefix { $0 != "]" }
          guard inside.first != "h", inside.first != "m", inside.first != "s" else { return nil }
          rest = rest.drop { $0 != "]" }.dropFirst()
        case "_":
          literals += rest.popFirst().map { Shape.isNarrow($0) ? narrow : 0.8 } ?? 0
        case "*": rest = rest.dropFirst()
        case "\\": literals += rest.popFirst().map { Shape.isNarrow($0) ? narrow : 0.8 } ?? 0
        case "0", "#", "?":
          hasPlaces = true
          if isAfterPoint, character == "0" { decimals += 1 }
        case ".": isAfterPoint = true
        case ",":
          // At the end of the digits it divides by a thousand, which is not understood here.
          guard let next = rest.first, "0#?".contains(next) else { return nil }
          isGrouped = true
        case "%":
          percents += 1
          literals += 1.2
        case " ", "-", "+", "(", ")", "$", ":": literals += narrow
        default: return nil
        }
      }
    }

    private static func isNarrow(_ character: Character) -> Bool { " .,-'()|!ilt".contains(character) }
  }
}
