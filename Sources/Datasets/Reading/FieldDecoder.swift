import Findings
import Language
import Values

/// Decodes and checks the fields of one column.
struct FieldDecoder {
  let field: FieldDescriptor
  private(set) var dictionary = TextDictionary()
  /// What the digits of whole numbers look like; of figures that are added up it is not asked.
  private(set) var digits: DigitTally?
  private let missing: [[UInt8]]
  private var checker: TextChecker
  private let numbers: DecimalScanner
  private let allowedNumbers: [ExactDecimal]?
  private let allowedValues: Set<Cell>?
  private let range: RangeCheck
  /// Why texts are no numbers: the same few are repeated all over a spoilt column.
  private var spoilt = TextDictionary()
  private var explanations: [FieldProblem] = []
  private static let mostSpoilt = 4096
  /// For each code of the dictionary, what is wrong with the text itself; constraints are checked once a text.
  private var problems: [FieldProblem?] = []

  init(_ field: FieldDescriptor, isFigure: Bool = false) {
    self.field = field
    digits = !isFigure && (field.kind == .integer || field.kind == .number) ? DigitTally() : nil
    missing = field.missingValues.map { Array($0.utf8) }
    checker = TextChecker(field)
    numbers = DecimalScanner(decimal: field.decimalCharacter, group: field.groupCharacter)
    allowedNumbers = field.constraints.allowed.map { $0.compactMap { ExactDecimal($0) } }
    range = RangeCheck(field.constraints)
    switch field.kind {
    case .date, .boolean:
      allowedValues = field.constraints.allowed.map { texts in
        Set(texts.compactMap { text in try? Self.value(text, field).get() })
      }
    default: allowedValues = nil
    }
  }

  /// Whether any text will do, however long: a remark may be a whole document.
  var takesLongTexts: Bool {
    guard case .standard = field.format else { return false }
    return field.kind == .string && field.constraints.pattern == nil
  }

  mutating func decode(_ bytes: Span<UInt8>) -> (Cell, FieldProblem?) {
    if isMissing(bytes) {
      return field.constraints.isRequired ? (.missing, .requiredMissing) : (.missing, nil)
    }
    switch field.kind {
    case .integer, .number: return number(bytes)
    case .year: return year(bytes)
    case .date, .boolean: return value(bytes)
    default: return text(bytes)
    }
  }

  func isMissing(_ bytes: Span<UInt8>) -> Bool {
    missing.contains { text in
      text.count == bytes.count && text.indices.allSatisfy { text[$0] == bytes[$0] }
    }
  }

  /// Texts, and everything that is kept as it is written.
  private mutating func text(_ bytes: Span<UInt8>) -> (Cell, FieldProblem?) {
    guard let code = dictionary.code(of: bytes) else { return (.invalid, .encoding) }
    if code == problems.count {
      problems.append(checker.problem(dictionary[code]))
    } else if problems[code]?.severity == .warning {
      // Said once a text.
      return (.text(code), nil)
    }
    guard let problem = problems[code], field.kind != .string, problem.code == "type-error" else {
      return (.text(code), problems[code])
    }
    return (.invalid, problem)
  }

  private mutating func explain(_ bytes: Span<UInt8>, _ problem: FieldProblem) -> FieldProblem {
    guard explanations.count < Self.mostSpoilt, bytes.count <= Self.longestSpoilt else {
      return Self.string(bytes).map { NumberTrouble.explain($0, problem) } ?? .encoding
    }
    guard let code = spoilt.code(of: bytes) else { return .encoding }
    if code == explanations.count { explanations.append(NumberTrouble.explain(spoilt[code], problem)) }
    return explanations[code]
  }

  /// In bytes.
  private static let longestSpoilt = 256

  private mutating func number(_ bytes: Span<UInt8>) -> (Cell, FieldProblem?) {
    digits?.add(bytes)
    switch field.isBareNumber ? numbers.scan(bytes) : numbers.scanDressed(bytes) {
    case .failure(let problem):
      return (.invalid, explain(bytes, problem))
    case .success(let number):
      if number.scale == 3, !field.declaresSeparators, Self.mayBeThousands(number) {
        return (.invalid, .ambiguousNumber)
      }
      if field.kind == .integer, number.scale > 0 { return (.invalid, .notAnInteger) }
      return (.number(number), range.problem(number) ?? listProblem(number))
    }
  }

  /// `1.234` and `412.500`, but not `0.125`: no group of thousands begins with a zero.
  private static func mayBeThousands(_ number: ExactDecimal) -> Bool {
    (1000..<1_000_000).contains(number.coefficient.magnitude)
  }

  private func year(_ bytes: Span<UInt8>) -> (Cell, FieldProblem?) {
    guard let year = Self.fourDigits(bytes) else {
      guard let text = Self.string(bytes) else { return (.invalid, .encoding) }
      return (.invalid, NumberTrouble.isSpreadsheetError(text) ? .spreadsheetError : .notAYear)
    }
    let problem = range.problem(ExactDecimal(year)) ?? listProblem(ExactDecimal(year))
    return (.year(year), problem ?? PlausibleYears.problem(year, field.constraints))
  }

  /// A number from 1000 to 9999.
  private static func fourDigits(_ bytes: Span<UInt8>) -> Int? {
    guard bytes.count == 4 else { return nil }
    var number = 0
    for index in bytes.indices {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[index]) else { return nil }
      number = number * 10 + Int(bytes[index] - UInt8(ascii: "0"))
    }
    return number >= 1000 ? number : nil
  }

  private func listProblem(_ number: ExactDecimal) -> FieldProblem? {
    guard let allowedNumbers, !allowedNumbers.contains(number) else { return nil }
    return .notAllowed(field.constraints.allowed ?? [])
  }

  private func value(_ bytes: Span<UInt8>) -> (Cell, FieldProblem?) {
    switch Self.value(bytes, field) {
    case .failure(let problem): return (.invalid, problem)
    case .success(let cell):
      if let allowedValues, !allowedValues.contains(cell) {
        return (cell, .notAllowed(field.constraints.allowed ?? []))
      }
      guard case .date(let date) = cell else { return (cell, nil) }
      let problem = RangeCheck.problem(TemporalValue(date), field.constraints.bounds)
      return (cell, problem ?? PlausibleYears.problem(date.year, field.constraints))
    }
  }

  private static func value(_ bytes: Span<UInt8>, _ field: FieldDescriptor) -> Result<Cell, FieldProblem> {
    if field.kind == .date, !field.format.isPattern, let date = CalendarDate(iso: bytes) {
      return .success(.date(date))
    }
    return string(bytes).map { value($0, field) } ?? .failure(.encoding)
  }

  /// A day or a truth value.
  private static func value(_ text: String, _ field: FieldDescriptor) -> Result<Cell, FieldProblem> {
    if field.kind == .boolean {
      if field.trueValues.contains(text) { return .success(.boolean(true)) }
      if field.falseValues.contains(text) { return .success(.boolean(false)) }
      return .failure(.notATruthValue(field.trueValues + field.falseValues))
    }
    var form = "2023-09-30"
    if case .pattern(let pattern) = field.format {
      form = pattern.text
      if let date = pattern.parse(text)?.date { return .success(.date(date)) }
    } else if let date = CalendarDate(iso: text) {
      return .success(.date(date))
    }
    if NumberTrouble.isSpreadsheetError(text) { return .failure(.spreadsheetError) }
    return .failure(serial(text).map { .dateSerial($0) } ?? .notADate(form: form))
  }

  /// The day that a spreadsheet's number stands for, between 1954 and 2064: counted from the last day of 1899, with a
  /// 29 February 1900 that never was.
  private static func serial(_ text: String) -> CalendarDate? {
    guard text.utf8.count == 5, let number = Int(text), (20_000...60_000).contains(number),
      let origin = CalendarDate(year: 1899, month: 12, day: 30)
    else { return nil }
    return TemporalValue.date(ofDay: TemporalValue.days(before: origin) + number)
  }

  static func string(_ bytes: Span<UInt8>) -> String? {
    var copy: [UInt8] = []
    for index in bytes.indices { copy.append(bytes[index]) }
    return String(validating: copy, as: UTF8.self)
  }
}
