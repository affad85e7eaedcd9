import CSVCore
import Values

/// One column on its way through a sieve: decides of each field whether the row's reading in full can be spared.
///
/// Most fields are decided by their shape or by being known; each other one is looked at by the code that reads rows in
/// full. What is passed is certainly read without a finding.
final class ColumnSieve {
  /// What a known text means for its row.
  private enum Verdict {
    static let passed: UInt32 = 1
    static let doubtful: UInt32 = 2
    /// Bits beside the others.
    static let missing: UInt32 = 4
    static let isText: UInt32 = 8
    static let decisions: UInt32 = 3
  }

  private enum Shape {
    case number(NumberShape)
    case day
    /// Nothing can be wrong with a plain text.
    case free
    case known
  }

  /// Its index among the fields of a record.
  let column: Int
  private let shape: Shape
  private let references: [Set<String>]
  private let holdsTexts: Bool
  private var decoder: FieldDecoder
  private var checker: TextChecker
  private var known = KnownTexts()
  /// Beyond them, plain texts are not remembered any more.
  private static let mostPlain = 4096
  private static let mostKnown = 1 << 16
  /// Whether there were texts that were not remembered.
  private(set) var isOverfull = false
  /// Whether one of them could be an identity number.
  private(set) var isSuspicious = false
  /// Of numbers that are no figures, as `FieldDecoder.digits`.
  private(set) var digits: DigitTally?

  init(_ plan: Sieve.Column) {
    column = plan.column
    references = plan.references
    decoder = FieldDecoder(plan.field, isFigure: true)
    checker = TextChecker(plan.field)
    digits = FieldDecoder(plan.field, isFigure: plan.isFigure).digits
    holdsTexts = plan.field.holdsTexts
    let isFree = plan.references.isEmpty
    if isFree, let number = NumberShape(plan.field) {
      shape = .number(number)
    } else if isFree, DayShape(plan.field) != nil {
      shape = .day
    } else {
      shape = isFree && plan.field.takesAnyText ? .free : .known
    }
  }

  /// Goes down the column; `marks` gets a 1 for each record that is doubtful.
  func pass(_ rows: CSVRows, _ marks: UnsafeMutablePointer<UInt8>) {
    let base = rows.bytes
    switch shape {
    case .number(let shape) where digits == nil:
      for record in 0..<rows.count {
        let field = rows.field(record, column)
        if !shape.takes(base, field.start, field.length), isDoubtful(base, field) { marks[record] = 1 }
      }
    case .number:
      for record in 0..<rows.count where isDoubtful(base, rows.field(record, column)) { marks[record] = 1 }
    case .day:
      for record in 0..<rows.count {
        let field = rows.field(record, column)
        if !DayShape.takes(base, field.start, field.length), isDoubtful(base, field) { marks[record] = 1 }
      }
    case .free where known.count >= Self.mostPlain:
      for record in 0..<rows.count {
        let field = rows.field(record, column)
        if !passesFreely(base, field), isDoubtful(base, field) { marks[record] = 1 }
      }
    default:
      for record in 0..<rows.count {
        let field = rows.field(record, column)
        let verdict = known.verdict(base, field.start, field.length) & Verdict.decisions
        if verdict != Verdict.passed || digits != nil, isDoubtful(base, field) { marks[record] = 1 }
      }
    }
  }

  /// Whether the row of a field has to be read in full.
  func isDoubtful(_ base: UnsafePointer<UInt8>, _ field: CSVField) -> Bool {
    // Beyond the limit a field is not looked into.
    guard field.length <= ResourceScanner.fieldLimit else { return true }
    if case .number(let shape) = shape, shape.takes(base, field.start, field.length) {
      digits?.add(Span(_unsafeStart: base + field.start, count: field.length))
      return false
    }
    var verdict = known.verdict(base, field.start, field.length)
    if verdict == 0 {
      let isFull = known.count >= Self.mostPlain
      if isFull, case .free = shape, passesFreely(base, field) { return false }
      let (found, lasting) = judge(Span(_unsafeStart: base + field.start, count: field.length))
      if known.count >= Self.mostKnown || !known.insert(base, field.start, field.length, verdict: lasting) {
        if found & Verdict.isText != 0 { passOver(base, field) }
      }
      verdict = found
    }
    if digits != nil, verdict & Verdict.missing == 0 {
      digits?.add(Span(_unsafeStart: base + field.start, count: field.length))
    }
    return verdict & Verdict.doubtful != 0
  }

  @inline(__always)
  private func passesFreely(_ base: UnsafePointer<UInt8>, _ field: CSVField) -> Bool {
    guard field.length <= ResourceScanner.fieldLimit, PlainText.takes(base, field.start, field.length) else {
      return false
    }
    passOver(base, field)
    return true
  }

  /// A text that is not remembered.
  @inline(__always)
  private func passOver(_ base: UnsafePointer<UInt8>, _ field: CSVField) {
    isOverfull = true
    if PlainText.mayBeIdentity(base, field.start, field.length) { isSuspicious = true }
  }

  /// What a text means where it stands for the first time, and later on.
  private func judge(_ bytes: Span<UInt8>) -> (now: UInt32, later: UInt32) {
    if decoder.isMissing(bytes) {
      let verdict = (decoder.field.constraints.isRequired ? Verdict.doubtful : Verdict.passed) | Verdict.missing
      return (verdict, verdict)
    }
    guard holdsTexts else {
      let (cell, problem) = decoder.decode(bytes)
      let isKnown = ReferenceChecker.comparable(cell, nil).map { value in
        references.allSatisfy { $0.contains(value) }
      }
      let verdict = problem == nil && isKnown != false ? Verdict.passed : Verdict.doubtful
      return (verdict, verdict)
    }
    guard let text = FieldDecoder.string(bytes) else { return (Verdict.doubtful, Verdict.doubtful) }
    let problem = checker.problem(text)
    let isWrong = problem?.severity == .error || !references.allSatisfy { $0.contains(text) }
    let later = (isWrong ? Verdict.doubtful : Verdict.passed) | Verdict.isText
    // A warning is said once a text.
    return (problem == nil ? later : Verdict.doubtful | Verdict.isText, later)
  }

  /// Hands over the different texts in the order in which they came.
  func addTexts(to dictionary: inout TextDictionary) {
    known.forEach { bytes, verdict in
      if verdict & Verdict.isText != 0 { _ = dictionary.code(of: bytes) }
    }
  }
}

extension FieldDescriptor {
  /// Whether its values are kept as they are written.
  var holdsTexts: Bool {
    switch kind {
    case .integer, .number, .year, .date, .boolean: false
    default: true
    }
  }

  /// Whether every plain text is a right value.
  fileprivate var takesAnyText: Bool {
    guard kind == .string || kind == .any, constraints.allowed == nil, constraints.pattern == nil,
      constraints.minLength == nil, constraints.maxLength == nil, missingValues.allSatisfy({ $0.isEmpty })
    else { return false }
    guard kind == .string, case .standard = format else { return kind == .any }
    return true
  }
}
