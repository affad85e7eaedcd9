/// The entry of a coverage-guided fuzzer on the CSV scanner; built by `Tests/Fuzzing/run`, not by the package.
///
/// An input is one byte that picks the dialect, one that picks the size of small blocks, and the source. The source
/// is read in one block, in small blocks and by the byte-at-a-time reference of the tests; any difference in fields,
/// positions, quoting or error stops the program, as does what the sanitizers see.

private let dialects: [CSVDialect] = [
  .commas, .semicolons, .tabs,
  CSVDialect(quote: nil),
  CSVDialect(doubleQuote: false),
  CSVDialect(doubleQuote: false, escape: UInt8(ascii: "\\")),
  CSVDialect(escape: UInt8(ascii: "\\"), skipInitialSpace: true),
  CSVDialect(quote: UInt8(ascii: "'"), skipInitialSpace: true, comment: UInt8(ascii: "#")),
  CSVDialect(quote: nil, escape: UInt8(ascii: "\\"), comment: UInt8(ascii: "#")),
]

/// What libFuzzer calls with each input.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let input = Array(UnsafeBufferPointer(start: start, count: count))
  guard input.count >= 2 else { return 0 }
  let dialect = dialects[Int(input[0]) % dialects.count]
  let source = Array(input.dropFirst(2))
  let whole = read(.bytes(source), dialect: dialect, blockSize: max(1, source.count))
  let expected = ReferenceParser.parse(source, dialect: dialect)
  guard whole == expected else { stop(source, dialect, "the reference", whole, expected) }
  let small = read(.bytes(source), dialect: dialect, blockSize: Int(input[1]) % 67 + 1)
  guard small == whole else { stop(source, dialect, "small blocks", small, whole) }
  return 0
}

/// Says what differs and stops the program, which is how libFuzzer learns of it.
private func stop(_ source: [UInt8], _ dialect: CSVDialect, _ against: String, _ found: Outcome, _ other: Outcome)
  -> Never
{
  fatalError("not as \(against): \(source) as \(dialect)\nfound \(found)\nother \(other)")
}
