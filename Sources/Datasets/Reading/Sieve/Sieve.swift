import CSVCore
import Values

/// What lets those rows of a file pass of which it is certain that reading them in full finds nothing.
///
/// The full reading (`ResourceScanner.scanRow`) stays the only one that knows what is wrong and says so. A sieve spares
/// it most rows: it goes over batches column by column, on several threads, and notes the places of the rows that it is
/// not sure of. These alone are then read in full, in the order of the file. So the findings are the same as without it,
/// and do not depend on the number of threads.
struct Sieve: Sendable {
  struct Column: Sendable {
    let field: FieldDescriptor
    /// The index of the field among the declared ones.
    let index: Int
    /// The index of the field in records.
    let column: Int
    let isFigure: Bool
    /// What the field's values have to be contained in.
    let references: [Set<String>]
    /// What the rows' reader asks of them beyond that.
    let demand: RowDemands.Field?
  }

  let fieldCount: Int
  let unnamed: [Int]
  let columns: [Column]
  let keys: [KeySieve.Plan]
  let demands: RowDemands?

  /// What one thread found.
  ///
  /// Sendable since only one thread has it at a time: it is made and filled by one, and handed over when that has ended.
  final class Part: @unchecked Sendable {
    let columns: [ColumnSieve]
    var keys: [KeySieve]
    var doubts = DoubtfulRows()
    /// Rows with anything in them.
    var rows = 0
    /// Whether reading everything in full is better.
    var isGivenUp = false
    private var marks: [UInt8] = []
    private let companions: RowCompanions?
    private static let stripe = 256

    init(_ sieve: Sieve) {
      columns = sieve.columns.map(ColumnSieve.init)
      keys = sieve.keys.map(KeySieve.init)
      companions = sieve.demands.map { RowCompanions(sieve, $0) }
    }

    /// Looks at a batch in which all records have as many fields as there are columns; false if it is not one.
    fileprivate func take(_ batch: borrowing CSVBatch, _ sieve: Sieve) -> Bool {
      guard batch.fieldCounts == sieve.fieldCount...sieve.fieldCount else { return false }
      let isTaken = batch.withRows { rows in
        if sieve.fieldCount > 1, Part.holdsBlank(rows) { return false }
        if marks.count < rows.count { marks = Array(repeating: 0, count: rows.count + rows.count / 2) }
        marks.withUnsafeMutableBufferPointer { marks in
          guard let marks = marks.baseAddress else { return }
          // All columns of a few rows, while they are in the nearest cache.
          for first in stride(from: 0, to: rows.count, by: Part.stripe) {
            let records = first..<min(first + Part.stripe, rows.count)
            for column in columns { column.pass(rows, records, marks) }
          }
          for column in sieve.unnamed {
            for record in 0..<rows.count where rows.field(record, column).length > 0 { marks[record] = 1 }
          }
          if let companions {
            for record in 0..<rows.count where marks[record] & ~RowMarks.doubtful != 0 {
              if companions.isDoubtful(rows, record, marks[record]) { marks[record] |= RowMarks.doubtful }
            }
          }
        }
        for index in keys.indices { keys[index].pass(rows) }
        return true
      }
      guard isTaken == true else { return false }
      rows += batch.recordCount
      for record in 0..<batch.recordCount where marks[record] != 0 {
        if marks[record] & RowMarks.doubtful != 0 { doubts.append(batch.stretch(of: record)) }
        marks[record] = 0
      }
      return true
    }

    private static func holdsBlank(_ rows: CSVRows) -> Bool {
      for record in 0..<rows.count where rows.field(record, 0).length == 0 {
        var column = 1
        while column < rows.columns, rows.field(record, column).length == 0 { column += 1 }
        if column == rows.columns { return true }
      }
      return false
    }

    /// The same for any batch, record by record.
    fileprivate func takeRecords(_ batch: borrowing CSVBatch, _ sieve: Sieve) {
      for record in 0..<batch.recordCount {
        if batch.isBlank(record) {
          doubts.append(batch.stretch(of: record))
          continue
        }
        rows += 1
        guard batch.fits(record, sieve.fieldCount) else {
          doubts.append(batch.stretch(of: record))
          continue
        }
        var isDoubtful = false
        for column in columns {
          let found = batch.withBlock(record, column.column) { base, field in column.marks(base, field) }
          if found != 0 { isDoubtful = true }
        }
        for column in sieve.unnamed where batch.length(record, column) > 0 { isDoubtful = true }
        for index in keys.indices { keys[index].take(batch, record) }
        if isDoubtful { doubts.append(batch.stretch(of: record)) }
      }
    }
  }

  func take(_ part: Part, _ batch: borrowing CSVBatch) -> Bool {
    if !part.take(batch, self) { part.takeRecords(batch, self) }
    if part.doubts.isTooMany || part.columns.contains(where: \.isUnbounded) { part.isGivenUp = true }
    return !part.isGivenUp
  }
}

extension CSVBatch {
  /// A row of delimiters with nothing between them.
  func isBlank(_ record: Int) -> Bool {
    let count = fieldCount(of: record)
    return count > 1 && length(record, 0) == 0 && isBlank(record, from: 1)
  }

  func isBlank(_ record: Int, from first: Int) -> Bool {
    for field in first..<fieldCount(of: record) where length(record, field) > 0 { return false }
    return true
  }

  /// Delimiters behind the last field, as spreadsheets leave them, hold nothing.
  func fits(_ record: Int, _ columns: Int) -> Bool {
    let count = fieldCount(of: record)
    return count == columns || (count > columns && isBlank(record, from: columns))
  }
}
