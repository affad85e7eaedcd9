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
    static let dependent: UInt32 = 16
    static let contradictsValues: UInt32 = 32
    static let decisions: UInt32 = 51
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
  private let demand: RowDemands.Field?
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
  /// Whether only all rows together tell what the rows' reader says.
  private(set) var isUnbounded = false
  /// Of numbers that are no figures, as `FieldDecoder.digits`.
  private(set) var digits: DigitTally?

  init(_ plan: Sieve.Column) {
    column = plan.column
    references = plan.references
    demand = plan.demand
    decoder = FieldDecoder(plan.field, isFigure: true)
    checker = TextChecker(plan.field)
    digits = FieldDecoder(plan.field, isFigure: plan.isFigure).digits
    holdsTexts = plan.field.holdsTexts
    let isFree = plan.references.isEmpty && plan.demand?.takesPlain ?? true
    if isFree, let number = NumberShape(plan.field, demand: plan.demand) {
      shape = .number(number)
    } else if isFree, DayShape(plan.field) != nil {
      shape = .day
    } else {
      shape = isFree && plan.demand == nil && plan.field.takesAnyText ? .free : .known
    }
  }

  /// Goes down the column; `marks` gets the `RowMarks` of each record that does not pass.
  func pass(_ rows: CSVRows, _ records: Range<Int>, _ marks: UnsafeMutablePointer<UInt8>) {
    let (base, column) = (rows.bytes, column)
    switch shape {
    case .number(let shape) where digits == nil:
      for record in records {
        let field = rows.field(record, column)
        if !shape.takes(base, field.start, field.length) { marks[record] |= self.marks(base, field) }
      }
    case .number:
      for record in records { marks[record] |= self.marks(base, rows.field(record, column)) }
    case .day:
      for record in records {
        let field = rows.field(record, column)
        if !DayShape.takes(base, field.start, field.length) { marks[record] |= self.marks(base, field) }
      }
    case .free where known.count >= Self.mostPlain:
      for record in records {
        let field = rows.field(record, column)
        if !passesFreely(base, field) { marks[record] |= self.marks(base, field) }
      }
    default:
      guard digits == nil else {
        for record in records { marks[record] |= self.marks(base, rows.field(record, column)) }
        return
      }
      for record in records {
        let field = rows.field(record, column)
        let verdict = known.verdict(base, field.start, field.length) & Verdict.decisions
        if verdict != Verdict.passed { marks[record] |= self.marks(base, field) }
      }
    }
  }

  /// What a field means for its row, as `RowMarks`; 0 where it passes.
  func marks(_ base: UnsafePointer<UInt8>, _ field: CSVField) -> UInt8 {
    // Beyond the limit a field is not looked into.
    guard field.length <= ResourceScanner.fieldLimit else { return RowMarks.doubtful }
    if case .number(let shape) = shape, shape.takes(base, field.start, field.length) {
      digits?.add(Span(_unsafeStart: base + field.start, count: field.length))
      return 0
    }
    var verdict = known.verdict(base, field.start, field.length)
    if verdict == 0 {
      let isFull = known.count >= Self.mostPlain
      if isFull, case .free = shape, passesFreely(base, field) { return 0 }
      let (found, lasting) = judge(Span(_unsafeStart: base + field.start, count: field.length))
      if known.count >= Self.mostKnown || !known.insert(base, field.start, field.length, verdict: lasting) {
        if found & Verdict.isText != 0 { passOver(base, field) }
      }
      verdict = found
    }
    if digits != nil, verdict & Verdict.missing == 0 {
      digits?.add(Span(_unsafeStart: base + field.start, count: field.length))
    }
    return Self.marks(verdict)
  }

  private static func marks(_ verdict: UInt32) -> UInt8 {
    var marks: UInt8 = 0
    if verdict & Verdict.doubtful != 0 { marks |= RowMarks.doubtful }
    if verdict & Verdict.dependent != 0 { marks |= RowMarks.dependent }
    if verdict & Verdict.contradictsValues != 0 { marks |= RowMarks.contradictsValues }
    return marks
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
    if !isOverfull { isOverfull = true }
    if PlainText.mayBeIdentity(base, field.start, field.length) { isSuspicious = true }
  }

  /// What a text means where it stands for the first time, and later on.
  private func judge(_ bytes: Span<UInt8>) -> (now: UInt32, later: UInt32) {
    if decoder.isMissing(bytes) {
      let isWrong = decoder.field.constraints.isRequired
      let verdict = (isWrong ? Verdict.doubtful : asked(.missing, nil)) | Verdict.missing
      return (verdict, verdict)
    }
    guard holdsTexts else {
      let (cell, problem) = decoder.decode(bytes)
      let isKnown = ReferenceChecker.comparable(cell, nil).map { value in
        references.allSatisfy { $0.contains(value) }
      }
      // Asked in any case: that it is unbounded has to be known of all numbers.
      let answer = asked(cell, nil)
      let verdict = problem == nil && isKnown != false ? answer : Verdict.doubtful
      return (verdict, verdict)
    }
    guard let text = FieldDecoder.string(bytes) else { return (Verdict.doubtful, Verdict.doubtful) }
    let problem = checker.problem(text)
    let isWrong = problem?.severity == .error || !references.allSatisfy { $0.contains(text) }
    // Which code a text has is of no account.
    let later = (isWrong ? Verdict.doubtful : asked(.text(0), text)) | Verdict.isText
    // A warning is said once a text.
    return (problem == nil ? later : Verdict.doubtful | Verdict.isText, later)
  }

  /// What the rows' reader asks of a right value.
  private func asked(_ cell: Cell, _ text: String?) -> UInt32 {
    switch demand?.answer(RowDemands.Value(cell, text: text)) {
    case .nothing, nil: return Verdict.passed
    case .something: return Verdict.doubtful
    case .dependent: return Verdict.dependent
    case .contradictsValues: return Verdict.contradictsValues
    case .unbounded:
      isUnbounded = true
      return Verdict.doubtful
    }
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
