import CSVCore
import Findings
import Language

/// What a scan says, and where.
extension ResourceScanner {
  mutating func bind(_ names: CSVRecord, _ batch: borrowing CSVBatch, _ record: Int) -> HeaderBinding? {
    for index in names.fields.indices where names.string(index) == nil {
      if isExplained(batch, record, at: index) { return nil }
    }
    var header = names
    if let row = part.inlineRow {
      header.positions = row.positions.map {
        CSVPosition(byteOffset: 0, line: $0.line ?? 1, column: $0.column ?? 1)
      }
    }
    var found: [Finding] = []
    let binding = HeaderBinding.bind(header, of: part.file, to: resource, use, findings: &found)
    // What is said of columns about persons is never replaced.
    let isReplaceable = found.allSatisfy { ["extra-column", "missing-column", "duplicate-column"].contains($0.code) }
    if binding == nil, isReplaceable,
      let reason = HeaderTrouble.explain(batch, record, file: part.file, resource: resource)
    {
      found = [reason]
    }
    found.forEach { add($0) }
    return binding
  }

  mutating func addMissingHeader() {
    add(
      Finding(
        code: "missing-header", resource: resource.name, position: Position(file: part.file, line: 1, column: 1),
        message: Messages.missingHeader,
        remedy: Messages.missingHeaderRemedy(resource.fields.map(\.name).joined(separator: delimiter))))
  }

  /// Whether a field that is not UTF-8 needs no finding of its own, since the whole file is in another encoding. The
  /// first such field has the finding that names it.
  mutating func isExplained(
    _ batch: borrowing CSVBatch, _ record: Int, at column: Int, field: Int? = nil
  ) -> Bool {
    if let isMisencoded = part.isMisencoded { return isMisencoded }
    guard resource.encoding == nil || resource.encoding == .utf8 else {
      part.isMisencoded = false
      return false
    }
    let guess = LegacyFont.guess(ResourceInput.sample(of: part.source))
    part.isMisencoded = guess != nil
    guard let guess else { return false }
    add(
      Finding(
        code: "encoding-error", resource: resource.name, position: position(batch, record, column),
        field: field.map { resource.fields[$0].name }, value: clipped(batch.string(record, column)),
        message: Messages.likelyEncoding(guess.name),
        remedy: Messages.likelyEncodingRemedy(guess.rawValue, reading: reading(batch, record, column, as: guess))))
    return true
  }

  private func reading(
    _ batch: borrowing CSVBatch, _ record: Int, _ column: Int, as encoding: TextEncoding
  ) -> String {
    batch.withField(record, column) { bytes in
      String(decoding: encoding.decode(bytes.indices.map { bytes[$0] }), as: UTF8.self)
    }
  }

  func finding(
    _ problem: FieldProblem, _ batch: borrowing CSVBatch, _ record: Int, field: Int, at column: Int
  ) -> Finding {
    let value = clipped(batch.string(record, column))
    let name = resource.fields[field].name
    var message = problem.message(value: value, field: name)
    var remedy = problem.remedy(value: value)
    if case .encoding = problem, let encoding = resource.encoding, encoding != .utf8 {
      (message, remedy) = (Messages.undecodable(encoding.name), Messages.undecodableRemedy)
    }
    return Finding(
      code: problem.code, severity: problem.severity, resource: resource.name,
      position: position(batch, record, column), field: name, value: value, message: message, remedy: remedy)
  }

  func finding(_ problem: RowProblem, _ batch: borrowing CSVBatch, _ record: Int, at column: Int?) -> Finding {
    Finding(
      code: problem.code, severity: problem.severity, resource: resource.name,
      position: position(batch, record, column ?? 0), field: resource.fields[problem.field].name,
      value: column.map { clipped(batch.string(record, $0)) }, message: problem.message,
      remedy: problem.remedy)
  }

  func longField(_ batch: borrowing CSVBatch, _ record: Int, field: Int, at column: Int) -> Finding {
    let name = resource.fields[field].name
    return Finding(
      code: "field-too-long", resource: resource.name, position: position(batch, record, column), field: name,
      value: clipped(batch.string(record, column)), message: Messages.fieldTooLong(name, limit: Self.fieldLimit),
      remedy: Messages.fieldTooLongRemedy)
  }

  /// The offending text as far as anybody reads it: findings are kept by the thousand.
  private func clipped(_ text: String?) -> String {
    guard let text else { return Messages.undecodable }
    guard text.utf8.count > Self.longestValue else { return text }
    return String(text.unicodeScalars.prefix(Self.longestValue)) + "…"
  }

  private static let longestValue = 1000

  func unnamedValue(_ batch: borrowing CSVBatch, _ record: Int, at column: Int) -> Finding {
    Finding(
      code: "unnamed-column", resource: resource.name, position: position(batch, record, column),
      value: clipped(batch.string(record, column)), message: Messages.unnamedColumn,
      remedy: Messages.unnamedColumnRemedy)
  }

  func raggedRow(_ batch: borrowing CSVBatch, _ record: Int, expected: Int) -> Finding {
    let count = batch.fieldCount(of: record)
    var fields: [String] = []
    for field in 0..<min(count, 50) { fields.append(clipped(batch.string(record, field))) }
    return Finding(
      code: "ragged-row", resource: resource.name,
      position: Position(file: part.file, line: line(batch, record), column: part.inlineRow?.position.column ?? 1),
      value: String(fields.joined(separator: delimiter).prefix(200)),
      message: Messages.raggedRow(expected: expected, found: count), remedy: Messages.raggedRowRemedy)
  }

  private var delimiter: String { String(UnicodeScalar(resource.dialect.delimiter)) }

  func line(_ batch: borrowing CSVBatch, _ record: Int) -> Int {
    part.inlineRow?.position.line ?? batch.line(of: record)
  }

  func position(_ batch: borrowing CSVBatch, _ record: Int, _ column: Int) -> Position {
    if let row = part.inlineRow { return column < row.positions.count ? row.positions[column] : row.position }
    let place = batch.position(record, column)
    return Position(file: part.file, line: place.line, column: place.column)
  }

  /// A structural error ends the scan of a file: a finding when it is about the text, a failure when reading failed.
  mutating func record(_ error: CSVError) throws(Failure) {
    switch error.kind {
    case .openFailed: throw .noInput(path: part.file, reason: Messages.cannotRead)
    case .readFailed: throw .inputOutput(path: part.file, reason: Messages.cannotRead)
    default:
      var (code, message, remedy) = Messages.structure(error.kind)
      if case .nulByte = error.kind, let guess = LegacyFont.isUTF16(ResourceInput.sample(of: part.source)) {
        message = Messages.likelyEncoding(guess.name)
        remedy = Messages.likelyEncodingRemedy(guess.rawValue)
      }
      add(
        Finding(
          code: code, resource: resource.name,
          position: Position(file: part.file, line: error.position.line, column: error.position.column),
          message: message, remedy: remedy))
    }
  }
}
