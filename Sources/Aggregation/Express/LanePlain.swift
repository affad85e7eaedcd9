import CSVCore
import Datasets

/// A column of texts of which only counts whether there is one, too many to be remembered. A text of printable ASCII
/// without spaces is looked at no further; any other is decoded.
struct LanePlain {
  let field: Int
  private(set) var values = LaneValues()
  /// Whether a row's text was looked at no further.
  private(set) var isPlain: [Bool] = []
  private let isEmptyMissing: Bool
  /// Bits of the lengths of other texts for a missing value.
  private let missingLengths: UInt64

  init(_ field: FieldDescriptor, at index: Int) {
    self.field = index
    isEmptyMissing = field.missingValues.contains("") && !field.constraints.isRequired
    missingLengths = field.missingValues.reduce(0) { $0 | 1 << UInt64(min($1.utf8.count, 63)) }
  }

  /// Whether any text will do.
  static func canRead(_ field: FieldDescriptor) -> Bool {
    let constraints = field.constraints
    return field.kind == .string && field.isFreeText && constraints.allowed == nil && constraints.pattern == nil
      && constraints.minLength == nil && constraints.maxLength == nil && !constraints.isUnique
  }

  /// - Returns: false where a field is not beyond doubt.
  mutating func fill(_ rows: CSVRows, _ column: Int, _ examiner: inout FieldExaminer) -> Bool {
    values.reserve(rows.count)
    if isPlain.count < rows.count { isPlain = Array(repeating: false, count: rows.count) }
    var row = fillPlain(rows, column, from: 0)
    while row < rows.count {
      let field = rows.field(row, column)
      isPlain[row] = false
      if field.length == 0, isEmptyMissing {
        values.scales[row] = LaneValues.missing
      } else {
        guard let cell = examiner.cell(field, in: rows, of: self.field) else { return false }
        values.scales[row] = cell == .missing ? LaneValues.missing : 0
      }
      row = fillPlain(rows, column, from: row + 1)
    }
    return true
  }

  /// The rows from one on, up to the first whose text has to be looked at.
  ///
  /// The pointers stand for arrays that nobody else changes meanwhile, of as many elements as rows.
  private mutating func fillPlain(_ rows: CSVRows, _ column: Int, from first: Int) -> Int {
    let missingLengths = missingLengths
    return values.scales.withUnsafeMutableBufferPointer { scales in
      isPlain.withUnsafeMutableBufferPointer { isPlain in
        guard let scales = scales.baseAddress, let isPlain = isPlain.baseAddress else { return first }
        var row = first
        while row < rows.count {
          let field = rows.field(row, column)
          guard Self.isPlain(field, rows), missingLengths & 1 &<< UInt64(min(field.length, 63)) == 0 else { break }
          scales[row] = 0
          isPlain[row] = true
          row &+= 1
        }
        return row
      }
    }
  }

  /// Whether nothing can be wrong with a text, and it is no identity number.
  @inline(__always)
  private static func isPlain(_ field: CSVField, _ rows: CSVRows) -> Bool {
    guard field.length <= 256, PlainText.takes(rows.bytes, field.start, field.length) else { return false }
    // Nearly all pseudonyms have a letter among their first eight characters, each of which ASCII puts behind the digits.
    return field.length < 9 || (rows.word(field) &+ 0x4646_4646_4646_4646) & 0x8080_8080_8080_8080 != 0
      || !isNumber(field, rows)
  }

  private static func isNumber(_ field: CSVField, _ rows: CSVRows) -> Bool {
    for index in field.start..<field.start + field.length {
      let byte = rows.bytes[index]
      if byte > UInt8(ascii: "9") || byte < UInt8(ascii: ".") { return false }
    }
    return true
  }
}
