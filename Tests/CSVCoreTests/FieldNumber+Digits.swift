import CSVCore

extension FieldNumber {
  /// What a text is as a number, digit by digit.
  static func byDigits(_ text: String, _ decimal: Character) -> FieldNumber? {
    var rest = Substring(text)
    let isNegative = rest.first == "-"
    if isNegative || rest.first == "+" { rest.removeFirst() }
    let parts = rest.split(separator: decimal, omittingEmptySubsequences: false)
    let digits = parts.joined()
    guard (1...2).contains(parts.count), parts.allSatisfy({ !$0.isEmpty }), digits.count <= 18,
      digits.utf8.allSatisfy({ (48...57).contains($0) }), let value = Int64(digits)
    else { return nil }
    return FieldNumber(coefficient: isNegative ? -value : value, scale: parts.count == 2 ? parts[1].count : 0)
  }
}
