public import CSVCore
public import Findings
public import Language
import Values

/// A row on its way through a scan; its cells stand in the order of the resource's declared fields.
public struct ScannedRow {
  /// The physical line of its file, from 1.
  public let line: Int
  /// Which of the resource's files it is from.
  public let part: Int
  public let cells: [Cell]
  /// Those of its cells that are not what the file holds.
  public var corrections: [AppliedCorrection] = []
}

/// Something wrong with a row that only its reader can know, such as a unit of another level.
public struct RowProblem {
  public let code: String
  public let severity: Severity
  /// The index of the declared field it is about.
  public let field: Int
  /// Put into words only where the finding is kept: a file may hold a million of them.
  public var message: LocalizedText { makeMessage() }
  public var remedy: LocalizedText { makeRemedy() }
  private let makeMessage: () -> LocalizedText
  private let makeRemedy: () -> LocalizedText

  public init(
    code: String, severity: Severity = .error, field: Int, message: @autoclosure @escaping () -> LocalizedText,
    remedy: @autoclosure @escaping () -> LocalizedText
  ) {
    self.code = code
    self.severity = severity
    self.field = field
    makeMessage = message
    makeRemedy = remedy
  }
}

/// What a scan found out about a resource as a whole.
public struct ScanOutcome: Sendable {
  public var rows = 0
  /// All that was found, counted; the worst of it kept.
  public var list: FindingList

  public var findings: [Finding] { list.findings }
  public var hasErrors: Bool { list.hasErrors }
}

/// Reads a resource row by row, checking every field against the schema: types, constraints, keys, references.
public struct ResourceScanner {
  /// Far more columns than a table for people has; keeps the reading of a header short.
  static let columnLimit = 4096
  /// In bytes: far longer than a row for people, and what memory may be asked for. A longer one ends the reading of its
  /// file, most often a quote that is never closed.
  static let recordLimit = 256 << 20
  /// In bytes: a longer field that is no text is refused, the others of its row are read.
  static let fieldLimit = 1 << 20

  public let package: DataPackage
  public let resource: ResourceDescriptor
  let use: ResourceUse
  var decoders: [FieldDecoder]
  private(set) var keys: KeyChecker
  var references: ReferenceChecker
  var outcome: ScanOutcome
  private var tally: RowTally
  var corrector: Corrector?
  /// Whether every row has been seen.
  private(set) var isWhole = true
  /// Where the scan stands.
  var part = ScannedPart(file: "", source: .bytes([]))
  /// Of a scan through a sieve, what it has learnt so far.
  var sifted: SiftedColumns?
  /// Whether a scan through a sieve has found that all has to be read in full.
  var isGivenUp = false
  var effort = ScanEffort.thorough
  /// What the rows' reader asks of them, where that is known before they are read.
  var demands: RowDemands?
  var companion: SieveCompanion?
  /// What the companion has made of each file.
  public internal(set) var companions: [[CSVPart<any SieveCompanionPart>]] = []

  /// - Parameters:
  ///   - use: what is known about its columns; unless given, what the descriptors say.
  ///   - known: values of referred columns that have been read already.
  ///   - limit: of the findings that are kept; all are counted.
  /// - Throws: what reading the other referred resources throws.
  public init(
    _ resource: ResourceDescriptor, of package: DataPackage, use: ResourceUse? = nil,
    known: [ReferenceTarget: [String]] = [:], limit: Int = FindingList.standardLimit
  ) throws(Failure) {
    outcome = ScanOutcome(list: FindingList(limit: limit))
    self.package = package
    self.resource = resource
    self.use = use ?? ResourceUse(resource, of: package)
    let figures = self.use.figures
    decoders = resource.fields.map { FieldDecoder($0, isFigure: figures.contains($0.name)) }
    tally = RowTally(fields: resource.fields.count)
    keys = KeyChecker(resource)
    corrector = Corrector(resource, package.corrections)
    references = try ReferenceChecker(resource, of: package, known: known)
  }

  /// The text behind a `.text` cell of a declared field.
  public func text(_ code: Int, ofField index: Int) -> String { decoders[index].dictionary[code] }

  /// Scans all files. Rows that hold invalid cells are visited too.
  ///
  /// - Parameter visit: sees each row with a lookup for texts, and returns what it finds wrong with it.
  /// - Throws: `Failure.noInput` or `.inputOutput` when the file cannot be read. What is wrong in it is in the outcome.
  /// - Complexity: O(bytes); memory for keys and distinct texts only.
  public mutating func scan(
    _ visit: (ScannedRow, borrowing ResourceScanner) -> [RowProblem] = { _, _ in [] }
  ) throws(Failure) -> ScanOutcome {
    outcome = ScanOutcome(list: FindingList(limit: outcome.list.limit))
    if let inline = resource.inline {
      part = ScannedPart(file: DataPackage.descriptorName, source: .bytes(inline.csv), inline: inline)
      try scanPart(visit)
    }
    var binding: HeaderBinding?
    for (index, file) in resource.paths.enumerated() {
      let input = try ResourceInput.open(file, of: resource, in: package)
      input.findings.forEach { add($0) }
      part = ScannedPart(file: file, source: input.source, index: index, binding: binding)
      // A file that cannot be unpacked has said so.
      if !input.findings.contains(where: { $0.severity == .error }) { try scanPart(visit) }
      if isGivenUp { return outcome }
      isWhole = isWhole && part.binding != nil
      binding = part.binding ?? binding
    }
    try addUncorrected()
    return outcome
  }

  private mutating func scanPart(_ visit: (ScannedRow, borrowing ResourceScanner) -> [RowProblem]) throws(Failure) {
    do { try scanRecords(visit) } catch {
      isWhole = false
      try record(error)
    }
    tally.flush(into: &outcome.list, file: part.file, fields: resource.fields)
    // Also where a broken row ended the reading: what was read until then must not be shown either.
    if let binding = part.binding { refusePersons(binding) }
    if part.blankRows > 0 {
      add(
        Finding(
          code: "blank-rows", severity: .warning, resource: resource.name,
          position: Position(file: part.file, line: part.firstBlankLine, column: 1),
          message: Messages.blankRows(part.blankRows), remedy: Messages.blankRowsRemedy))
    }
  }

  var options: CSVOptions {
    var options = CSVOptions(recordLimit: Self.recordLimit)
    options.smallestRange = effort.smallestRange
    return options
  }

  private mutating func scanRecords(
    _ visit: (ScannedRow, borrowing ResourceScanner) -> [RowProblem]
  ) throws(CSVError) {
    var reader = try CSVReader(part.source, dialect: resource.dialect, options: options)
    let earlier = part.binding
    part.binding = nil
    var header = HeaderReader(resource.layout)
    let hasRemarks = !resource.layout.commentRows.isEmpty
    package.progress?.expect(bytes: part.size, of: part.file)
    while try reader.next() {
      for record in 0..<reader.batch.recordCount {
        if hasRemarks, header.passesOver(reader.batch.line(of: record)) { continue }
        if part.binding == nil {
          guard reader.batch.fieldCount(of: record) <= Self.columnLimit else {
            throw CSVError(.tooManyFields(limit: Self.columnLimit))
          }
          switch header.take(reader.batch, record) {
          case .skip: continue
          case .header(let names):
            if let earlier, resource.continues(names, columns: earlier.fieldCount) {
              part.binding = earlier
            } else {
              part.binding = bind(names, reader.batch, record)
              if part.binding == nil { return }
              continue
            }
          case .none:
            guard !resource.layout.hasHeader else { return addMissingHeader() }
            part.binding = HeaderBinding.inOrder(of: resource, use, file: part.file, findings: &outcome.list)
            if part.binding == nil { return }
          }
        }
        guard let bound = part.binding else { continue }
        if sifted != nil {
          reader.rewind(to: record)
          return try sift(reader, bound, visit)
        }
        scanRow(reader.batch, record, bound, visit)
      }
      package.progress?.add(bytes: reader.batch.byteCount, rows: reader.batch.recordCount)
    }
    if part.binding == nil, resource.layout.hasHeader { addMissingHeader() }
  }

  private mutating func refusePersons(_ binding: HeaderBinding) {
    if sifted != nil { return refuseSiftedPersons(binding) }
    let columns = decoders.indices.map { index in
      PersonalDataGuard.Column(
        field: decoders[index].field.name, texts: decoders[index].dictionary.texts, digits: decoders[index].digits,
        heading: binding.headings[index])
    }
    PersonalDataGuard.refuse(columns, of: resource, use, in: &outcome.list)
  }

  mutating func scanRow(
    _ batch: borrowing CSVBatch, _ record: Int, _ binding: HeaderBinding,
    _ visit: (ScannedRow, borrowing ResourceScanner) -> [RowProblem]
  ) {
    part.records += 1
    if batch.isBlank(record) {
      part.passBlank(line: line(batch, record))
      return
    }
    outcome.rows += 1
    guard batch.fits(record, binding.fieldCount) else {
      if isKept("ragged-row") { outcome.list.keep(raggedRow(batch, record, expected: binding.fieldCount)) }
      return
    }
    for column in binding.unnamed where batch.length(record, column) > 0 {
      if isKept("unnamed-column") { outcome.list.keep(unnamedValue(batch, record, at: column)) }
    }
    let corrections = correct(batch, record, binding)
    var cells: [Cell] = []
    var wrong: [Int] = []
    cells.reserveCapacity(decoders.count)
    for index in decoders.indices {
      guard let column = binding.columns[index] else {
        cells.append(.missing)
        continue
      }
      guard batch.length(record, column) <= Self.fieldLimit || decoders[index].takesLongTexts else {
        cells.append(.invalid)
        wrong.append(index)
        if isKept("field-too-long", field: index) {
          outcome.list.keep(longField(batch, record, field: index, at: column))
        }
        continue
      }
      let (cell, problem) =
        if let made = corrections[index] {
          decoders[index].decode(Array(made.correction.corrected.utf8).span)
        } else {
          batch.withField(record, column) { decoders[index].decode($0) }
        }
      cells.append(cell)
      guard let problem else { continue }
      if problem.severity == .error { wrong.append(index) }
      if case .encoding = problem, isExplained(batch, record, at: column, field: index) { continue }
      if isKept(problem.code, problem.severity, field: index) {
        outcome.list.keep(corrected(finding(problem, batch, record, field: index, at: column), corrections[index]))
      }
    }
    let row = ScannedRow(
      line: line(batch, record), part: part.index, cells: cells,
      corrections: corrections.isEmpty ? [] : corrections.sorted { $0.key < $1.key }.map(\.value))
    var problems = references.check(row, decoders)
    wrong += problems.map(\.field)
    problems += keys.check(row, decoders)
    // What the schema says about a cell is not said again by the row's reader.
    problems += visit(row, self).filter { !wrong.contains($0.field) }
    for problem in problems where isKept(problem.code, problem.severity, field: problem.field) {
      outcome.list.keep(
        corrected(finding(problem, batch, record, at: binding.columns[problem.field]), corrections[problem.field]))
    }
  }

  mutating func add(_ finding: Finding) { outcome.list.add(finding) }

  /// Counts a finding about a row of this part; it is put into words only where it is kept.
  private mutating func isKept(_ code: String, _ severity: Severity = .error, field: Int? = nil) -> Bool {
    tally.count(code, severity, field: field)
    return outcome.list.hasRoom(for: severity)
  }
}
