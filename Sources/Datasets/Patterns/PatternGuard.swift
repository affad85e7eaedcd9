/// Tells regular expressions that can take for ever from those that cannot: a group that repeats without limit and holds
/// such a repetition, `(a+)+`, is tried in exponentially many ways.
enum PatternGuard {
  /// Reads the expression once; nothing in a character class or after a backslash is a sign.
  static func nestsRepetitions(_ pattern: String) -> Bool {
    let signs = Array(pattern.unicodeScalars)
    /// For each open group, whether an unlimited repetition stands in it.
    var open = [false]
    var index = 0
    var isClass = false
    while index < signs.count {
      switch signs[index] {
      case "\\": index += 1
      case "[": isClass = true
      case "]": isClass = false
      case "(" where !isClass: open.append(false)
      case ")" where !isClass && open.count > 1:
        let holds = open.removeLast()
        let repeats = isUnlimited(signs, at: index + 1)
        if holds, repeats { return true }
        open[open.count - 1] = open[open.count - 1] || holds || repeats
      default:
        if !isClass, isUnlimited(signs, at: index) { open[open.count - 1] = true }
      }
      index += 1
    }
    return false
  }

  /// `*`, `+` or `{2,}` at a place.
  private static func isUnlimited(_ signs: [Unicode.Scalar], at index: Int) -> Bool {
    guard index < signs.count else { return false }
    switch signs[index] {
    case "*", "+": return true
    case "{":
      guard let end = signs[index...].firstIndex(of: "}") else { return false }
      return signs[end - 1] == ","
    default: return false
    }
  }
}

/// Which regular expressions are none. Compiling one takes long, and many columns declare the same.
final class PatternCheck {
  private var known: [String: Bool] = [:]

  func isRight(_ pattern: String) -> Bool {
    if let known = known[pattern] { return known }
    let isRight = PlainPattern(pattern) != nil || (try? Regex(pattern)) != nil
    known[pattern] = isRight
    return isRight
  }
}
