import CSVCore
public import Findings
public import Language
import Values

/// A row on its way through a scan; its cells stand in the order of the resource's declared fields.
public struct ScannedRow {
  /// The physical line of the file, from 1.
  public let line: Int
  public let cells: [Cell]
}

/// Something wrong with a row that only its reader can know, such as a unit of another level.
public struct RowProblem {
  public let code: String
  public let severity: Severity
  /// The index of the declared field it is about.
  public let field: Int
  public let message: LocalizedText
  public let remedy: LocalizedText

  public init(
    code: String, severity: Severity = .error, field: Int, message: LocalizedText, remedy: LocalizedText
  ) {
    self.code = code
    self.severity = severity
    self.field = field
    self.message = message
    self.remedy = remedy
  }
}

/// What a scan found out about a resource as a whole.
public struct ScanOutcome: Sendable {
  public var rows = 0
  public var findings: [Finding] = []
  /// Findings beyond `ResourceScanner.findingLimit` are counted here and not kept.
  public var omittedFindings = 0

  public var hasErrors: Bool { omittedFindings > 0 || findings.contains { $0.severity == .error } }
}

/// Reads a resource row by row, checking every field against the schema: types, constraints, keys, references.
public struct ResourceScanner {
  /// More findings than a person would mend one by one; keeps memory bounded.
  public static let findingLimit = 10_000
  /// Far more columns than a table for people has; keeps the reading of a header short.
  static let columnLimit = 4096

  public let package: DataPackage
  public let resource: ResourceDescriptor
  private var decoders: [FieldDecoder]
  private var keys: KeyChecker
  private var references: ReferenceChecker
  private var outcome = ScanOutcome()

  /// - Parameter known: values of referred columns that have been read already.
  /// - Throws: what reading the other referred resources throws.
  public init(
    _ resource: ResourceDescriptor, of package: DataPackage, known: [ReferenceTarget: [String]] = [:]
  ) throws(Failure) {
    self.package = package
    self.resource = resource
    decoders = resource.fields.map { FieldDecoder($0) }
    keys = KeyChecker(resource)
    references = try ReferenceChecker(resource, of: package, known: known)
  }

  /// The text behind a `.text` cell of a declared field.
  public func text(_ code: Int, ofField index: Int) -> String { decoders[index].dictionary[code] }

  /// Scans the whole file. Rows that hold invalid cells are visited too.
  ///
  /// - Parameter visit: sees each row with a lookup for texts, and returns what it finds wrong with it.
  /// - Throws: `Failure.noInput` or `.inputOutput` when the file cannot be read. What is wrong in it is in the outcome.
  /// - Complexity: O(bytes); memory for keys and distinct texts only.
  public mutating func scan(
    _ visit: (ScannedRow, borrowing ResourceScanner) -> [RowProblem] = { _, _ in [] }
  ) throws(Failure) -> ScanOutcome {
    let path = package.path(of: resource.path)
    try TextFile.require(path, called: resource.path)
    outcome = ScanOutcome()
    do {
      try scanRecords(of: .file(path: path), visit)
    } catch {
      try record(error)
    }
    return outcome
  }

  private mutating func scanRecords(
    of source: CSVSource, _ visit: (ScannedRow, borrowing ResourceScanner) -> [RowProblem]
  ) throws(CSVError) {
    var reader = try CSVReader(source, dialect: resource.dialect)
    var binding: HeaderBinding?
    while try reader.next() {
      for record in 0..<reader.batch.recordCount {
        guard let bound = binding else {
          guard reader.batch.fieldCount(of: record) <= Self.columnLimit else {
            throw CSVError(.tooManyFields(limit: Self.columnLimit))
          }
          binding = HeaderBinding.bind(reader.batch.record(record), to: resource, findings: &outcome.findings)
          if binding == nil { return }
          continue
        }
        scanRow(reader.batch, record, bound, visit)
      }
    }
    if binding == nil {
      add(
        Finding(
          code: "missing-header", resource: resource.name, position: Position(file: resource.path, line: 1, column: 1),
          message: Messages.missingHeader,
          remedy: Messages.missingHeaderRemedy(resource.fields.map(\.name).joined(separator: delimiter))))
    }
  }

  private mutating func scanRow(
    _ batch: borrowing CSVBatch, _ record: Int, _ binding: HeaderBinding,
    _ visit: (ScannedRow, borrowing ResourceScanner) -> [RowProblem]
  ) {
    outcome.rows += 1
    let count = batch.fieldCount(of: record)
    guard count == binding.fieldCount else {
      if hasRoom() { add(raggedRow(batch, record, expected: binding.fieldCount)) }
      return
    }
    var cells: [Cell] = []
    var wrong: [Int] = []
    cells.reserveCapacity(decoders.count)
    for index in decoders.indices {
      let (cell, problem) = batch.withField(record, binding.columns[index]) { decoders[index].decode($0) }
      cells.append(cell)
      guard let problem else { continue }
      wrong.append(index)
      if hasRoom() { add(finding(problem, batch, record, field: index, at: binding.columns[index])) }
    }
    let row = ScannedRow(line: batch.line(of: record), cells: cells)
    var problems = references.check(row, decoders)
    wrong += problems.map(\.field)
    problems += keys.check(row, decoders)
    // What the schema says about a cell is not said again by the row's reader.
    problems += visit(row, self).filter { !wrong.contains($0.field) }
    for problem in problems where hasRoom() {
      add(finding(problem, batch, record, at: binding.columns[problem.field]))
    }
  }

  private mutating func add(_ finding: Finding) {
    if hasRoom() { outcome.findings.append(finding) }
  }

  /// Counts what will not be kept.
  private mutating func hasRoom() -> Bool {
    if outcome.findings.count < Self.findingLimit { return true }
    outcome.omittedFindings += 1
    return false
  }
}

extension ResourceScanner {
  private func finding(
    _ problem: FieldProblem, _ batch: borrowing CSVBatch, _ record: Int, field: Int, at column: Int
  ) -> Finding {
    let value = batch.string(record, column) ?? Messages.undecodable
    let name = resource.fields[field].name
    return Finding(
      code: problem.code, resource: resource.name, position: position(batch, record, column), field: name, value: value,
      message: problem.message(value: value, field: name), remedy: problem.remedy(value: value))
  }

  private func finding(_ problem: RowProblem, _ batch: borrowing CSVBatch, _ record: Int, at column: Int) -> Finding {
    Finding(
      code: problem.code, severity: problem.severity, resource: resource.name,
      position: position(batch, record, column), field: resource.fields[problem.field].name,
      value: batch.string(record, column) ?? Messages.undecodable, message: problem.message, remedy: problem.remedy)
  }

  private func raggedRow(_ batch: borrowing CSVBatch, _ record: Int, expected: Int) -> Finding {
    let count = batch.fieldCount(of: record)
    var fields: [String] = []
    for field in 0..<min(count, 50) { fields.append(batch.string(record, field) ?? Messages.undecodable) }
    return Finding(
      code: "ragged-row", resource: resource.name,
      position: Position(file: resource.path, line: batch.line(of: record), column: 1),
      value: String(fields.joined(separator: delimiter).prefix(200)),
      message: Messages.raggedRow(expected: expected, found: count), remedy: Messages.raggedRowRemedy)
  }

  private var delimiter: String { String(UnicodeScalar(resource.dialect.delimiter)) }

  private func position(_ batch: borrowing CSVBatch, _ record: Int, _ column: Int) -> Position {
    let place = batch.position(record, column)
    return Position(file: resource.path, line: place.line, column: place.column)
  }

  /// A structural error ends the scan: a finding when it is about the text, a failure when reading failed.
  private mutating func record(_ error: CSVError) throws(Failure) {
    switch error.kind {
    case .openFailed: throw .noInput(path: resource.path, reason: Messages.cannotRead)
    case .readFailed: throw .inputOutput(path: resource.path, reason: Messages.cannotRead)
    default:
      let (code, message, remedy) = Messages.structure(error.kind)
      add(
        Finding(
          code: code, resource: resource.name,
          position: Position(file: resource.path, line: error.position.line, column: error.position.column),
          message: message, remedy: remedy))
    }
  }
}
