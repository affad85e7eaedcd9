@testable import CSVCore

/// Reads a source with the reader under test, in ranges as small as can be.
func readRanges(
  _ source: CSVSource, dialect: CSVDialect = .commas, options: CSVOptions = CSVOptions(), ranges: Int,
  blockSize: Int? = nil, path: ScanPath = .fastest
) -> Outcome {
  var options = options
  options.smallestRange = 1
  options.path = path
  if let blockSize { options.blockSize = blockSize }
  do {
    let folding = try CSVReader.fold(source, dialect: dialect, options: options, ranges: ranges, into: { Outcome() }) {
      $0.append($1)
      return true
    }
    var whole = Outcome()
    for part in folding.parts { whole.append(part.value, linesBefore: part.linesBefore) }
    whole.error = folding.error
    return whole
  } catch {
    return Outcome(error: error)
  }
}
