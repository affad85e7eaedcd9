import Language
import Values

/// Checks the texts of a column: their kind, format and constraints. Called once for each different text.
struct TextChecker {
  private let field: FieldDescriptor
  /// Made when the first text asks for them: most columns with a pattern are empty.
  private lazy var plainPattern = field.constraints.pattern.flatMap { PlainPattern($0) }
  private lazy var pattern: Pattern? = field.constraints.pattern.flatMap { try? Regex($0) }.map(Pattern.init)

  /// A compiled regular expression; `Regex` is not `Sendable`, and neither needs the checker to be.
  private struct Pattern {
    let regex: Regex<AnyRegexOutput>
  }

  init(_ field: FieldDescriptor) { self.field = field }

  mutating func problem(_ text: String) -> FieldProblem? {
    // A text that is not what it seems explains why it does not fit.
    let trouble = TextTrouble.problem(text)
    if let trouble, trouble.severity == .error { return trouble }
    return kindProblem(text) ?? constraintProblem(text) ?? trouble
  }

  private func kindProblem(_ text: String) -> FieldProblem? {
    switch field.kind {
    case .datetime, .time, .yearmonth, .duration:
      guard let value = TemporalForm.parse(text, kind: field.kind, format: field.format) else {
        return NumberTrouble.isSpreadsheetError(text) ? .spreadsheetError : .notOfForm(form)
      }
      return RangeCheck.problem(value, field.constraints.bounds)
    case .list: return items(text).allSatisfy(isItem) ? nil : .notOfForm(form)
    case .object: return JSONText.count(of: text, as: .object) == nil ? .notOfForm(form) : nil
    case .array: return JSONText.count(of: text, as: .array) == nil ? .notOfForm(form) : nil
    case .string:
      let isRight =
        switch field.format {
        case .email: TextShape.isEmail(text)
        case .uri: TextShape.isURI(text)
        case .binary: TextShape.isBase64(text)
        case .uuid: TextShape.isUUID(text)
        case .standard, .pattern: true
        }
      return isRight ? nil : .notOfForm(form)
    default: return nil
    }
  }

  private mutating func constraintProblem(_ text: String) -> FieldProblem? {
    let constraints = field.constraints
    if let allowed = constraints.allowed, !allowed.contains(text) { return .notAllowed(allowed) }
    if constraints.minLength != nil || constraints.maxLength != nil {
      let length = length(text)
      if let least = constraints.minLength, length < least { return .tooShort(least) }
      if let most = constraints.maxLength, length > most { return .tooLong(most) }
    }
    if let pattern = constraints.pattern, !isOf(text) { return .patternMismatch(pattern) }
    return nil
  }

  /// Whether a text is of the field's pattern.
  private mutating func isOf(_ text: String) -> Bool {
    if let isOf = plainPattern?.matches(text) { return isOf }
    guard let pattern else { return true }
    return (try? pattern.regex.wholeMatch(in: text)) != nil
  }

  private func length(_ text: String) -> Int {
    switch field.kind {
    case .list: items(text).count
    case .object: JSONText.count(of: text, as: .object) ?? 0
    case .array: JSONText.count(of: text, as: .array) ?? 0
    default: text.count
    }
  }

  private func items(_ text: String) -> [String] {
    guard !text.isEmpty else { return [] }
    guard let delimiter = field.list.delimiter.first, field.list.delimiter.count == 1 else {
      return text.split(separator: field.list.delimiter, omittingEmptySubsequences: false).map(String.init)
    }
    return text.split(separator: delimiter, omittingEmptySubsequences: false).map(String.init)
  }

  private func isItem(_ text: String) -> Bool {
    switch field.list.itemKind {
    case .number: ExactDecimal(text) != nil
    case .integer: ExactDecimal(text)?.scale == 0
    case .boolean: BooleanWords.trueValues.contains(text) || BooleanWords.falseValues.contains(text)
    case .date, .datetime, .time:
      TemporalForm.parse(text, kind: field.list.itemKind, format: .standard) != nil
    default: true
    }
  }

  /// The form that the text should have, as an example.
  private var form: String {
    if case .pattern(let pattern) = field.format { return pattern.text }
    return switch field.kind {
    case .datetime: "2023-09-30T08:30:00"
    case .time: "08:30:00"
    case .yearmonth: "2023-09"
    case .duration: "P1Y6M"
    case .object: #"{"a": 1}"#
    case .array: "[1, 2]"
    case .list: "a\(field.list.delimiter)b (\(field.list.itemKind.rawValue))"
    default:
      switch field.format {
      case .email: "ten@vidu.vn"
      case .uri: "https://vidu.vn/"
      case .binary: "base64"
      case .uuid: "123e4567-e89b-12d3-a456-426614174000"
      case .standard, .pattern: "text"
      }
    }
  }
}

/// The truth values that the standard takes where a field declares none.
enum BooleanWords {
  static let trueValues = ["true", "True", "TRUE", "1"]
  static let falseValues = ["false", "False", "FALSE", "0"]
}
