import Values

/// Reads a number as it stands in a CSV field: sign, digits, the declared decimal and grouping characters. Nothing is
/// guessed: what the field does not declare is a problem with its own name.
struct DecimalScanner {
  let decimal: UInt8
  let group: UInt8?

  func scan(_ bytes: Span<UInt8>) -> Result<ExactDecimal, FieldProblem> {
    var state = State()
    for index in bytes.indices {
      if let problem = take(bytes[index], at: index, &state) { return .failure(problem) }
    }
    guard state.digits > 0, !(state.isFraction && state.scale == 0) else { return .failure(.notANumber) }
    if state.hasGroups, !state.isFraction, state.sinceGroup != 3 { return .failure(.wrongGrouping) }
    guard state.scale <= ExactDecimal.largestScale else { return .failure(.numberTooLong) }
    return .success(
      ExactDecimal(coefficient: state.isNegative ? -state.magnitude : state.magnitude, scale: state.scale))
  }

  private struct State {
    var magnitude: Int128 = 0
    var digits = 0
    var scale = 0
    var sinceGroup = 0
    var isFraction = false
    var hasGroups = false
    var isNegative = false
  }

  private func take(_ byte: UInt8, at index: Int, _ state: inout State) -> FieldProblem? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      let (product, overflowed) = state.magnitude.multipliedReportingOverflow(by: 10)
      let (sum, carried) = product.addingReportingOverflow(Int128(byte - UInt8(ascii: "0")))
      if overflowed || carried { return .numberTooLong }
      state.magnitude = sum
      state.digits += 1
      if state.isFraction { state.scale += 1 } else { state.sinceGroup += 1 }
    case UInt8(ascii: "-") where index == 0: state.isNegative = true
    case UInt8(ascii: "+") where index == 0: break
    case decimal where !state.isFraction && state.digits > 0:
      if state.hasGroups, state.sinceGroup != 3 { return .wrongGrouping }
      state.isFraction = true
    case group where !state.isFraction && state.digits > 0:
      if state.hasGroups ? state.sinceGroup != 3 : state.sinceGroup > 3 { return .wrongGrouping }
      state.hasGroups = true
      state.sinceGroup = 0
    case UInt8(ascii: ",") where state.digits > 0: return .undeclaredComma
    case UInt8(ascii: ".") where state.digits > 0: return .undeclaredPoint
    case UInt8(ascii: " "), 0xC2, 0xA0: return .spaceInNumber
    default: return .notANumber
    }
    return nil
  }
}

extension DecimalScanner {
  /// The same for a field with `bareNumber: false`: what stands around the number is passed over, unless it could be a
  /// sign (`-€ 5`, `(5)`).
  func scanDressed(_ bytes: Span<UInt8>) -> Result<ExactDecimal, FieldProblem> {
    let isDigit = { (byte: UInt8) in (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
    guard var first = bytes.indices.first(where: { isDigit(bytes[$0]) }),
      let last = bytes.indices.last(where: { isDigit(bytes[$0]) })
    else { return .failure(.notANumber) }
    if first > 0, bytes[first - 1] == UInt8(ascii: "-") || bytes[first - 1] == UInt8(ascii: "+") { first -= 1 }
    for index in 0..<first {
      // A hyphen, a parenthesis, or the first byte of U+2012 to U+2212, among which are all dashes and the minus.
      if bytes[index] == UInt8(ascii: "-") || bytes[index] == UInt8(ascii: "(")
        || (bytes[index] == 0xE2 && index + 1 < first && (bytes[index + 1] == 0x80 || bytes[index + 1] == 0x88))
      {
        return .failure(.notANumber)
      }
    }
    return scan(bytes.extracting(first...last))
  }
}
