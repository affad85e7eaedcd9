import Testing

@testable import CSVCore

/// A malformed text, and where the reader must say it is.
struct ErrorCase: Sendable, CustomTestStringConvertible {
  let text: String
  let kind: CSVError.Kind
  /// Byte offset, line, column.
  let place: (Int, Int, Int)
  let record: Int
  let field: Int
  var dialect = CSVDialect.commas
  var options = CSVOptions()
  /// Rows delivered before the error.
  var before = 1
  var testDescription: String { "\(kind) in \(text.debugDescription)" }

  var error: CSVError {
    CSVError(
      kind, at: CSVPosition(byteOffset: place.0, line: place.1, column: place.2), record: record, field: field)
  }
}

@Suite("Where things are")
struct PositionTests {
  static let backslash = CSVDialect(escape: UInt8(ascii: "\\"))
  static let equalCounts = CSVOptions(requiresEqualFieldCounts: true)
  static let errors: [ErrorCase] = [
    ErrorCase(text: "a,b\n1,\"x\ny", kind: .unclosedQuote, place: (6, 2, 3), record: 2, field: 2),
    ErrorCase(text: "a,b\n1,\"", kind: .unclosedQuote, place: (6, 2, 3), record: 2, field: 2),
    ErrorCase(text: "a,b\n1,\"x\"\"", kind: .unclosedQuote, place: (6, 2, 3), record: 2, field: 2),
    ErrorCase(text: "\"", kind: .unclosedQuote, place: (0, 1, 1), record: 1, field: 1, before: 0),
    ErrorCase(text: "a,b\r\n\"x\r\ny\",\"z\"2\r\n", kind: .textAfterQuote, place: (15, 3, 7), record: 2, field: 2),
    ErrorCase(text: "a,b\nđồ,\"ng\" \n", kind: .textAfterQuote, place: (14, 2, 8), record: 2, field: 2),
    ErrorCase(text: "a,b\n\"x\"\"y\"z", kind: .textAfterQuote, place: (10, 2, 7), record: 2, field: 1),
    ErrorCase(text: "a,b\n1,Quỹ \"Vì\"\n", kind: .strayQuote, place: (12, 2, 7), record: 2, field: 2),
    ErrorCase(text: "a,b\r1, \"2\"", kind: .strayQuote, place: (7, 2, 4), record: 2, field: 2),
    ErrorCase(text: "\u{FEFF}a\"", kind: .strayQuote, place: (4, 1, 2), record: 1, field: 1, before: 0),
    ErrorCase(text: "a,b\n1,2\u{0}\n", kind: .nulByte, place: (7, 2, 4), record: 2, field: 2),
    ErrorCase(text: "a,b\n\n1,\"2\u{0}\"\n", kind: .nulByte, place: (9, 3, 5), record: 2, field: 2),
    ErrorCase(text: "a,b\n1,\"2\"\u{0}", kind: .nulByte, place: (9, 2, 6), record: 2, field: 2),
    ErrorCase(text: "a,b\n\u{0}", kind: .nulByte, place: (4, 2, 1), record: 2, field: 1),
    ErrorCase(text: "a,b\n1,\\", kind: .danglingEscape, place: (6, 2, 3), record: 2, field: 2, dialect: backslash),
    ErrorCase(
      text: "a,b\n1,\"x\\", kind: .danglingEscape, place: (8, 2, 5), record: 2, field: 2, dialect: backslash),
    ErrorCase(
      text: "a,b\n1,2\n3,4,\"5\",6\n", kind: .raggedRecord(expected: 2, found: 4), place: (12, 3, 5), record: 3,
      field: 3, options: equalCounts, before: 2),
    ErrorCase(
      text: "a,b,c\n1,\"hai\"\n", kind: .raggedRecord(expected: 3, found: 2), place: (8, 2, 3), record: 2, field: 2,
      options: equalCounts),
    ErrorCase(
      text: "a,b\n1,2345\n", kind: .recordTooLong(limit: 6), place: (4, 2, 1), record: 2, field: 0,
      options: CSVOptions(recordLimit: 6)),
    ErrorCase(
      text: "a,b\n1,\"345678\n\n", kind: .recordTooLong(limit: 6), place: (4, 2, 1), record: 2, field: 0,
      options: CSVOptions(recordLimit: 6)),
    ErrorCase(
      text: "a,b\n1,34567\"8\n", kind: .recordTooLong(limit: 6), place: (4, 2, 1), record: 2, field: 0,
      options: CSVOptions(recordLimit: 6)),
  ]

  @Test("an error is told with byte, line, column, record and field", arguments: errors)
  func error(_ example: ErrorCase) {
    for blockSize in Array(1...20) + [1 << 18] {
      let outcome = read(
        .text(example.text), dialect: example.dialect, options: example.options, blockSize: blockSize)
      #expect(outcome.error == example.error, "blocks of \(blockSize)")
      #expect(outcome.records.count == example.before, "blocks of \(blockSize)")
    }
  }

  @Test("a record as long as the limit is read")
  func limit() {
    let outcome = read(.text("a,b\n1,234\n"), options: CSVOptions(recordLimit: 6), blockSize: 3)
    #expect(outcome.error == nil)
    #expect(outcome.rows == [["a", "b"], ["1", "234"]])
  }

  @Test("more fields than the limit are refused, in blocks of any size", arguments: [1, 4, 100])
  func fieldLimit(blockSize: Int) {
    var options = CSVOptions()
    options.fieldLimit = 5
    let expected = CSVError(
      .tooManyFields(limit: 5), at: CSVPosition(byteOffset: 10, line: 2, column: 1), record: 2, field: 0)
    let outcome = read(.text("1,2,3,4,5\n1,2,3,4,5,6\n"), options: options, blockSize: blockSize)
    #expect(outcome.error == expected)
    #expect(outcome.records.count == 1)
  }

  @Test("an error is thrown again by every later call")
  func again() throws {
    var reader = try CSVReader(.text("a\n\""))
    #expect(try reader.next())
    for _ in 0..<3 {
      #expect(throws: CSVError.self) { try reader.next() }
      #expect(reader.batch.recordCount == 0)
    }
  }

  @Test("fields begin at their quote, lines are physical, columns are scalars")
  func fields() {
    let outcome = read("\u{FEFF}tên,số\r\n\"x\r\ny\",\"đ\"\"\",z\n\nỆ,2\r3,4")
    let places = outcome.records.map { $0.map { [$0.position.byteOffset, $0.position.line, $0.position.column] } }
    #expect(
      places == [
        [[3, 1, 1], [8, 1, 5]],
        [[14, 2, 1], [21, 3, 4], [28, 3, 10]],
        [[31, 5, 1], [35, 5, 3]],
        [[37, 6, 1], [39, 6, 3]],
      ])
    #expect(outcome.lines == [1, 2, 5, 6])
    #expect(outcome.offsets == [3, 14, 31, 37])
  }
}
