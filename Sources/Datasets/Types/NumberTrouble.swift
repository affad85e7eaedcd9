import Language
import Values

/// Why a text that stands where a number should is none: the ways in which people and spreadsheets spoil numbers.
/// Looked at only when reading the number has failed.
enum NumberTrouble {
  /// A more telling problem than `problem`, or that one.
  static func explain(_ text: String, _ problem: FieldProblem) -> FieldProblem {
    let text = VietnameseText.collapsed(text)
    if isSpreadsheetError(text) { return .spreadsheetError }
    if isExponent(text) { return .exponent }
    if isDate(text) { return .dateInNumber }
    if isTwoNumbers(text) { return .twoNumbers }
    if isWordForNone(text) { return .wordForNumber }
    if text.first == "(", text.last == ")", isNumber(text.dropFirst().dropLast()) { return .parentheses }
    if text.first == "\u{2212}" || text.first == "–", isNumber(text.dropFirst()) { return .foreignMinus }
    if text.last == "%", isNumber(VietnameseText.collapsed(String(text.dropLast()))[...]) { return .percentSign }
    return words(text) ?? problem
  }

  /// What a spreadsheet shows where a formula failed, or a column was too narrow for its number.
  static func isSpreadsheetError(_ text: String) -> Bool {
    guard text.first == "#" else { return false }
    return errors.contains(text.uppercased()) || (text.count > 1 && text.allSatisfy { $0 == "#" })
  }

  private static let errors: Set<String> = [
    "#REF!", "#N/A", "#DIV/0!", "#VALUE!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!", "#GETTING_DATA",
  ]

  /// `9E+05`, `1,2E+08`.
  static func isExponent(_ text: String) -> Bool {
    let parts = text.split(omittingEmptySubsequences: false) { $0 == "E" || $0 == "e" }
    guard parts.count == 2, isNumber(parts[0]) else { return false }
    let exponent = parts[1].first == "+" || parts[1].first == "-" ? parts[1].dropFirst() : parts[1]
    return (1...3).contains(exponent.count) && exponent.allSatisfy(isDigit)
  }

  private static func isDigit(_ character: Character) -> Bool { character.isASCII && character.isNumber }

  /// Digits with points, commas and a sign, however they are grouped.
  private static func isNumber(_ text: Substring) -> Bool {
    let digits = text.first == "-" || text.first == "+" ? text.dropFirst() : text
    guard let first = digits.first, let last = digits.last, isDigit(first), isDigit(last) else { return false }
    return digits.allSatisfy { isDigit($0) || $0 == "." || $0 == "," }
  }

  /// `01/05/2023`, `2023-05-01`, `1-May`, `May-23`: what a spreadsheet makes of `1-5` and `5.23`.
  private static func isDate(_ text: String) -> Bool {
    let parts = text.split(omittingEmptySubsequences: false) { $0 == "/" || $0 == "-" || $0 == " " }
    let isMonth = { (part: Substring) in
      months.contains(part.lowercased())
        || (part.lowercased().hasPrefix("thg") && part.dropFirst(3).allSatisfy(isDigit))
    }
    let isShort = { (part: Substring) in (1...2).contains(part.count) && part.allSatisfy(isDigit) }
    let isYear = { (part: Substring) in part.count == 4 && part.allSatisfy(isDigit) }
    switch parts.count {
    case 2: return (isMonth(parts[0]) && parts[1].allSatisfy(isDigit)) || (isShort(parts[0]) && isMonth(parts[1]))
    case 3:
      let isMiddle = isShort(parts[1]) || isMonth(parts[1])
      return isMiddle
        && ((isShort(parts[0]) && (isYear(parts[2]) || isShort(parts[2]))) || (isYear(parts[0]) && isShort(parts[2])))
    default: return false
    }
  }

  private static let months: Set<String> = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  /// `14.391/17.086`, `176 / 221`, `12; 15`.
  private static func isTwoNumbers(_ text: String) -> Bool {
    let parts = text.split(omittingEmptySubsequences: false) { "/;|–—+&-".contains($0) }
    return parts.count > 1 && parts.allSatisfy { isNumber(VietnameseText.collapsed(String($0))[...]) }
  }

  /// `Không`, `chưa có`, `n/a`, `-`, `...`: zero, none and not reported are different things.
  private static func isWordForNone(_ text: String) -> Bool {
    let bare = VietnameseText.folded(text).filter { !".()*".contains($0) }
    return nones.contains(bare) || (!text.isEmpty && text.allSatisfy { "-–—.…*".contains($0) })
  }

  private static let nones: Set<String> = [
    "khong", "khong co", "khong phat sinh", "k", "ko", "kps", "chua", "chua co", "chua bao cao", "chua co bc", "na",
    "n/a", "nil", "none", "null", "no", "trong",
  ]

  /// `ước 215`, `hơn 200`, `215 lượt`, `0 (chưa có BC)`; a single letter among digits is a slip of the finger.
  private static func words(_ text: String) -> FieldProblem? {
    guard text.contains(where: isDigit), text.contains(where: \.isLetter) else { return nil }
    let parts = text.split { isDigit($0) || $0 == "." || $0 == "," }
    let holdsWord = parts.contains { part in
      part.filter(\.isLetter).count > 1 || part.contains(" ") || part.contains("(")
    }
    guard holdsWord else { return nil }
    let folded = " " + VietnameseText.folded(text)
    if estimates.contains(where: { folded.contains(" " + $0) }) { return .numberWithWords(.estimate) }
    if bounds.contains(where: { folded.contains(" " + $0 + " ") }) { return .numberWithWords(.bound) }
    return .numberWithWords(.other)
  }

  private static let estimates = ["uoc", "khoang", "so bo", "tam tinh", "du kien", "est", "about", "approx"]
  private static let bounds = ["hon", "tren", "gan", "duoi", "it nhat", "over", "more than", "nearly", "under"]
}
