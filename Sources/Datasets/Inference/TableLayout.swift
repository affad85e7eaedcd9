import CSVCore
import Findings
import Language

/// Where the records of a file are: how it is written down, and which line names its columns.
struct TableLayout: Sendable {
  let file: String
  /// Decompressed and in UTF-8.
  let source: CSVSource
  /// What the descriptor has to say of it; nil for UTF-8 and for UTF-16 that announces itself.
  let encoding: TextEncoding?
  let dialect: CSVDialect
  /// Nil where no record names the columns.
  let header: CSVRecord?
  /// The physical line of the header, and whether anything but empty lines stands above it.
  let headerLine: Int
  let isBelowTitles: Bool

  /// Visits the rows below the header, without those that hold nothing, until the body says to stop.
  func rows(_ body: (borrowing CSVBatch, Int) -> Bool) throws(Failure) {
    do { try records(body) } catch { throw failure(error) }
  }

  private func records(_ body: (borrowing CSVBatch, Int) -> Bool) throws(CSVError) {
    var reader = try CSVReader(source, dialect: dialect)
    while try reader.next() {
      for record in 0..<reader.batch.recordCount {
        if header != nil, reader.batch.line(of: record) <= headerLine { continue }
        guard Self.holdsAnything(reader.batch, record) else { continue }
        if !body(reader.batch, record) { return }
      }
    }
  }

  static func holdsAnything(_ batch: borrowing CSVBatch, _ record: Int) -> Bool {
    for field in 0..<batch.fieldCount(of: record) where batch.length(record, field) > 0 { return true }
    return false
  }

  private func failure(_ error: CSVError) -> Failure {
    switch error.kind {
    case .openFailed: return .noInput(path: file, reason: Messages.cannotRead)
    case .readFailed: return .inputOutput(path: file, reason: Messages.cannotRead)
    default:
      let (code, message, remedy) = Messages.structure(error.kind)
      let place = error.position
      return .invalid([FileOpening.finding(code, file, message, remedy, line: place.line, column: place.column)])
    }
  }
}
