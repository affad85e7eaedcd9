import Values

/// Numbers as XML Schema's `double` writes them, read without binary rounding.
enum NumberText {
  /// Whether a text is a number at all: `-1.5`, `.5`, `1E-3`; not `NaN`, `0x1` or the empty text.
  static func isNumber(_ text: String) -> Bool { split(text) != nil }

  /// Exactly what the digits say; nil when a decimal of 127 bits and 30 places cannot hold it.
  static func decimal(_ text: String) -> ExactDecimal? {
    guard let parts = split(text), let exponent = Int(parts.exponent), abs(exponent) <= 400 else { return nil }
    var digits = parts.whole + parts.fraction
    var scale = parts.fraction.count - exponent
    while scale > 0, digits.last == "0", scale > ExactDecimal.largestScale || exponent != 0 {
      digits.removeLast()
      scale -= 1
    }
    if !digits.contains(where: { $0 != "0" }) { return ExactDecimal(coefficient: 0, scale: max(0, min(scale, 30))) }
    if scale < 0 {
      guard scale >= -38 else { return nil }
      digits += String(repeating: "0", count: -scale)
      scale = 0
    }
    guard scale <= ExactDecimal.largestScale, let coefficient = Int128(digits) else { return nil }
    return ExactDecimal(coefficient: parts.isNegative ? -coefficient : coefficient, scale: scale)
  }

  private static func split(_ text: String) -> (isNegative: Bool, whole: String, fraction: String, exponent: String)? {
    guard text.utf8.count <= 400 else { return nil }
    var rest = text[...]
    func digits() -> String {
      let run = rest.prefix { ("0"..."9").contains($0) }
      rest = rest.dropFirst(run.count)
      return String(run)
    }
    let isNegative = rest.hasPrefix("-")
    if isNegative || rest.hasPrefix("+") { rest = rest.dropFirst() }
    let whole = digits()
    var fraction = ""
    if rest.hasPrefix(".") {
      rest = rest.dropFirst()
      fraction = digits()
    }
    guard !whole.isEmpty || !fraction.isEmpty else { return nil }
    var exponent = "0"
    if rest.hasPrefix("e") || rest.hasPrefix("E") {
      rest = rest.dropFirst()
      let sign = rest.hasPrefix("-") ? "-" : ""
      if rest.hasPrefix("-") || rest.hasPrefix("+") { rest = rest.dropFirst() }
      let power = digits()
      guard !power.isEmpty, power.count <= 6 else { return nil }
      exponent = sign + power
    }
    return rest.isEmpty ? (isNegative, whole, fraction, exponent) : nil
  }
}
