import Testing

@testable import CSVCore

/// A text and the rows it stands for.
struct FormatCase: Sendable, CustomTestStringConvertible {
  let name: String
  let text: String
  let rows: [[String]]
  var dialect = CSVDialect.commas
  var testDescription: String { name }
}

@Suite("What a CSV text stands for")
struct FormatTests {
  /// The situations that csv-spectrum collects, and those of RFC 4180, section 2.
  static let standard: [FormatCase] = [
    FormatCase(name: "simple", text: "a,b,c\n1,2,3\n", rows: [["a", "b", "c"], ["1", "2", "3"]]),
    FormatCase(name: "CR LF", text: "a,b\r\n1,2\r\n", rows: [["a", "b"], ["1", "2"]]),
    FormatCase(name: "lone CR", text: "a,b\r1,2\r", rows: [["a", "b"], ["1", "2"]]),
    FormatCase(
      name: "mixed line ends", text: "a,b\r1,2\n3,4\r\n5,6", rows: [["a", "b"], ["1", "2"], ["3", "4"], ["5", "6"]]),
    FormatCase(name: "no line end at the end", text: "a,b\n1,2", rows: [["a", "b"], ["1", "2"]]),
    FormatCase(
      name: "delimiter in quotes", text: "họ,nơi\nLê,\"Rạch Giá, Kiên Giang\"\n",
      rows: [["họ", "nơi"], ["Lê", "Rạch Giá, Kiên Giang"]]),
    FormatCase(
      name: "escaped quotes", text: "a,b\n1,\"ha \"\"ha\"\" ha\"\n3,4\n",
      rows: [["a", "b"], ["1", "ha \"ha\" ha"], ["3", "4"]]),
    FormatCase(
      name: "JSON in a field", text: "k,v\n1,\"{\"\"type\"\": \"\"Point\"\", \"\"at\"\": [102.0, 0.5]}\"\n",
      rows: [["k", "v"], ["1", "{\"type\": \"Point\", \"at\": [102.0, 0.5]}"]]),
    FormatCase(
      name: "newlines in quotes", text: "a,b\n\"một\nhai\",\"ba\n\"\n", rows: [["a", "b"], ["một\nhai", "ba\n"]]),
    FormatCase(name: "CR LF in quotes stays", text: "a,b\r\n\"x\r\ny\",2\r\n", rows: [["a", "b"], ["x\r\ny", "2"]]),
    FormatCase(
      name: "quotes and newlines", text: "a,b\n1,\"ha\n\"\"ha\"\"\nha\"\n",
      rows: [["a", "b"], ["1", "ha\n\"ha\"\nha"]]),
    FormatCase(
      name: "empty fields", text: "a,b,c\n1,\"\",\"\"\n,,\n", rows: [["a", "b", "c"], ["1", "", ""], ["", "", ""]]),
    FormatCase(name: "UTF-8", text: "a,b\n1,ʤ\n2,thập niên\n", rows: [["a", "b"], ["1", "ʤ"], ["2", "thập niên"]]),
    FormatCase(name: "spaces are text", text: " a , b\n", rows: [[" a ", " b"]]),
    FormatCase(name: "empty last field at the end", text: "a,b\n1,", rows: [["a", "b"], ["1", ""]]),
    FormatCase(name: "only quoted, no line end", text: "\"a\"", rows: [["a"]]),
  ]

  static let corners: [FormatCase] = [
    FormatCase(name: "empty", text: "", rows: []),
    FormatCase(name: "only a byte order mark", text: "\u{FEFF}", rows: []),
    FormatCase(name: "header only", text: "a,b\n", rows: [["a", "b"]]),
    FormatCase(name: "byte order mark", text: "\u{FEFF}a,b\n1,2\n", rows: [["a", "b"], ["1", "2"]]),
    FormatCase(name: "byte order mark before a quote", text: "\u{FEFF}\"a\",b\n", rows: [["a", "b"]]),
    FormatCase(name: "a second byte order mark is text", text: "\u{FEFF}\u{FEFF}a\n", rows: [["\u{FEFF}a"]]),
    FormatCase(name: "only line ends", text: "\n\r\n\r", rows: []),
    FormatCase(
      name: "empty lines among several columns", text: "\n\na,b\n\n1,2\r\n\r\n", rows: [["a", "b"], ["1", "2"]]),
    FormatCase(name: "empty lines in one column", text: "\na\n\n1\n\n", rows: [["a"], [""], ["1"], [""]]),
    FormatCase(name: "a quoted empty field is a record", text: "a,b\n\"\"\n", rows: [["a", "b"], [""]]),
    FormatCase(name: "a line of spaces is a record", text: "a,b\n  \n", rows: [["a", "b"], ["  "]]),
    FormatCase(
      name: "ragged records are the caller's", text: "a,b\n1\n1,2,3\n", rows: [["a", "b"], ["1"], ["1", "2", "3"]]),
    FormatCase(
      name: "delimiter in the text of another dialect", text: "a;b\n1,5;2\n", rows: [["a", "b"], ["1,5", "2"]],
      dialect: .semicolons),
    FormatCase(name: "tabs", text: "a\tb\n\"1\t\"\t2\n", rows: [["a", "b"], ["1\t", "2"]], dialect: .tabs),
    FormatCase(
      name: "no quotes", text: "a,\"b\n\"1\",2\n", rows: [["a", "\"b"], ["\"1\"", "2"]], dialect: CSVDialect(quote: nil)
    ),
    FormatCase(
      name: "initial spaces", text: "a,  b\n 1, \"x, y\"\n   \n", rows: [["a", "b"], ["1", "x, y"], [""]],
      dialect: CSVDialect(skipInitialSpace: true)),
    FormatCase(
      name: "comments", text: "# \"một\na,b\n#c\r\n1,#2\n#", rows: [["a", "b"], ["1", "#2"]],
      dialect: CSVDialect(comment: UInt8(ascii: "#"))),
    FormatCase(
      name: "a comment byte in quotes", text: "a,b\n\"#1\",\"\n#2\"\n", rows: [["a", "b"], ["#1", "\n#2"]],
      dialect: CSVDialect(comment: UInt8(ascii: "#"))),
    FormatCase(
      name: "escapes", text: "a\\,b,\"c\\\"d\"\n\\\n,\\\\\n", rows: [["a,b", "c\"d"], ["\n", "\\"]],
      dialect: CSVDialect(doubleQuote: false, escape: UInt8(ascii: "\\"))),
    FormatCase(
      name: "an escaped CR LF is one", text: "a,\\\r\n\nb,c", rows: [["a", "\r\n"], ["b", "c"]],
      dialect: CSVDialect(escape: UInt8(ascii: "\\"))),
  ]

  @Test("is what the standard says", arguments: standard)
  func followsStandard(_ example: FormatCase) { check(example) }

  @Test("is what the corner asks for", arguments: corners)
  func handlesCorner(_ example: FormatCase) { check(example) }

  private func check(_ example: FormatCase) {
    for blockSize in [1, 2, 3, 5, 8, 64, 1 << 18] {
      let outcome = read(example.text, dialect: example.dialect, blockSize: blockSize)
      #expect(outcome.error == nil)
      #expect(outcome.rows == example.rows, "blocks of \(blockSize)")
    }
  }

  @Test("keeps quoted and bare empty fields apart")
  func quotedEmpty() {
    let outcome = read("a,b\n\"\",\n")
    #expect(outcome.records.map { $0.map(\.wasQuoted) } == [[false, false], [true, false]])
  }

  @Test(
    "refuses unsound dialects",
    arguments: [
      CSVDialect(delimiter: UInt8(ascii: "\"")), CSVDialect(delimiter: 10), CSVDialect(delimiter: 0),
      CSVDialect(delimiter: 0xC3), CSVDialect(escape: UInt8(ascii: "\"")), CSVDialect(comment: 13),
      CSVDialect(delimiter: 0x20, skipInitialSpace: true),
    ])
  func unsound(_ dialect: CSVDialect) {
    #expect(read("a", dialect: dialect).error == CSVError(.unsoundDialect))
  }
}
