import Findings
import Language
import Values

/// Decodes and checks the fields of one column.
struct FieldDecoder {
  let field: FieldDescriptor
  private(set) var dictionary = TextDictionary()
  private let missing: [[UInt8]]
  private let pattern: Pattern?
  private let allowedNumbers: [ExactDecimal]?
  /// For each code of the dictionary, what is wrong with the text itself; constraints are checked once a text.
  private var problems: [FieldProblem?] = []

  /// A compiled regular expression; `Regex` is not `Sendable`, and neither needs the decoder to be.
  private struct Pattern {
    let regex: Regex<AnyRegexOutput>
  }

  init(_ field: FieldDescriptor) {
    self.field = field
    missing = field.missingValues.map { Array($0.utf8) }
    allowedNumbers = field.constraints.allowed.map { $0.compactMap { ExactDecimal($0) } }
    pattern = field.constraints.pattern.flatMap { try? Regex($0) }.map(Pattern.init)
  }

  mutating func decode(_ bytes: Span<UInt8>) -> (Cell, FieldProblem?) {
    if isMissing(bytes) {
      return field.constraints.isRequired ? (.missing, .requiredMissing) : (.missing, nil)
    }
    switch field.kind {
    case .string: return text(bytes)
    case .integer, .number: return number(bytes)
    case .year: return year(bytes)
    case .date:
      guard let text = Self.string(bytes) else { return (.invalid, .encoding) }
      guard let date = CalendarDate(iso: text) else { return (.invalid, .notADate) }
      return (.date(date), nil)
    case .boolean:
      switch Self.string(bytes) {
      case "true", "True", "TRUE", "1": return (.boolean(true), nil)
      case "false", "False", "FALSE", "0": return (.boolean(false), nil)
      default: return (.invalid, .notATruthValue)
      }
    }
  }

  private func isMissing(_ bytes: Span<UInt8>) -> Bool {
    missing.contains { text in
      text.count == bytes.count && text.indices.allSatisfy { text[$0] == bytes[$0] }
    }
  }

  private mutating func text(_ bytes: Span<UInt8>) -> (Cell, FieldProblem?) {
    guard let code = dictionary.code(of: bytes) else { return (.invalid, .encoding) }
    if code == problems.count { problems.append(constraintProblem(dictionary[code])) }
    return (.text(code), problems[code])
  }

  private func constraintProblem(_ text: String) -> FieldProblem? {
    if let allowed = field.constraints.allowed, !allowed.contains(text) { return .notAllowed(allowed) }
    if let pattern, (try? pattern.regex.wholeMatch(in: text)) == nil {
      return .patternMismatch(field.constraints.pattern ?? "")
    }
    return nil
  }

  private func number(_ bytes: Span<UInt8>) -> (Cell, FieldProblem?) {
    switch DecimalScanner(decimal: field.decimalCharacter, group: field.groupCharacter).scan(bytes) {
    case .failure(let problem): return (.invalid, Self.string(bytes) == nil ? .encoding : problem)
    case .success(let number):
      if field.kind == .integer, number.scale > 0 { return (.invalid, .notAnInteger) }
      return (.number(number), rangeProblem(number))
    }
  }

  private func year(_ bytes: Span<UInt8>) -> (Cell, FieldProblem?) {
    guard bytes.count == 4, let text = Self.string(bytes), let year = Int(text), (1000...9999).contains(year) else {
      return (.invalid, .notAYear)
    }
    return (.year(year), rangeProblem(ExactDecimal(year)))
  }

  private func rangeProblem(_ number: ExactDecimal) -> FieldProblem? {
    if let minimum = field.constraints.minimum, number < minimum { return .belowMinimum(minimum) }
    if let maximum = field.constraints.maximum, number > maximum { return .aboveMaximum(maximum) }
    if let allowedNumbers, !allowedNumbers.contains(number) { return .notAllowed(field.constraints.allowed ?? []) }
    return nil
  }

  static func string(_ bytes: Span<UInt8>) -> String? {
    var copy: [UInt8] = []
    for index in bytes.indices { copy.append(bytes[index]) }
    return String(validating: copy, as: UTF8.self)
  }
}
