import CSVCore

/// Finds delimiter, quote and header in the beginning of a file.
struct LayoutGuess {
  /// One way of reading the beginning.
  private struct Reading {
    let dialect: CSVDialect
    var records: [CSVRecord] = []
    var lines: [Int] = []
    var quoted = 0
    var isBroken = false
    /// The number of fields that most records have, and how many of them have it.
    var width = 0
    var regular = 0

    var share: Double { records.isEmpty ? 0 : Double(regular) / Double(records.count) }
  }

  struct Result {
    let dialect: CSVDialect
    let header: CSVRecord?
    let headerLine: Int
    let isBelowTitles: Bool
    /// Fields of most records.
    let width: Int
    /// Another delimiter parts the records as regularly.
    let rival: UInt8?
  }

  /// Enough to see the form, few enough to read nine times.
  private static let recordLimit = 400
  private static let delimiters = [",", ";", "\t", "|"].map { (text: Unicode.Scalar) in UInt8(text.value) }
  /// Titles are a few lines.
  private static let deepest = 30

  /// - Parameter sample: the first bytes, in UTF-8; cut anywhere.
  static func guess(_ sample: [UInt8]) -> Result {
    var readings = delimiters.map { read(sample, CSVDialect(delimiter: $0)) }
    if readings.allSatisfy(\.isBroken) {
      readings = delimiters.map { read(sample, CSVDialect(delimiter: $0, quote: nil)) }
    } else if readings.allSatisfy({ $0.quoted == 0 }) {
      let single = delimiters.map { read(sample, CSVDialect(delimiter: $0, quote: UInt8(ascii: "'"))) }
      if let best = best(single), !best.isBroken, best.quoted * 4 >= best.records.count * best.width {
        readings = single
      }
    }
    let ranked = readings.filter { !$0.isBroken && $0.width > 1 }.sorted(by: isBetter)
    let best = ranked.first ?? readings.first { !$0.isBroken } ?? read(sample, .commas)
    let rival = ranked.dropFirst().first { $0.share >= best.share && $0.width > 1 }
    var dialect = best.dialect
    dialect.skipInitialSpace = hasInitialSpaces(best)
    // Read again, or a space would stand before a quote.
    let final = dialect == best.dialect ? best : read(sample, dialect)
    let index = headerIndex(final)
    return Result(
      dialect: dialect, header: index.map { final.records[$0] }, headerLine: index.map { final.lines[$0] } ?? 1,
      isBelowTitles: (index ?? 0) > 0, width: final.width, rival: rival?.dialect.delimiter)
  }

  private static func best(_ readings: [Reading]) -> Reading? {
    readings.filter { !$0.isBroken && $0.width > 1 }.min(by: isBetter)
  }

  /// More regular, then wider.
  private static func isBetter(_ left: Reading, _ right: Reading) -> Bool {
    left.share == right.share ? left.width > right.width : left.share > right.share
  }

  private static func read(_ sample: [UInt8], _ dialect: CSVDialect) -> Reading {
    var reading = Reading(dialect: dialect)
    do throws(CSVError) {
      var reader = try CSVReader(.bytes(sample), dialect: dialect)
      while reading.records.count < recordLimit, try reader.next() {
        for record in 0..<reader.batch.recordCount where reading.records.count < recordLimit {
          guard reader.batch.fieldCount(of: record) <= ResourceScanner.columnLimit else {
            reading.isBroken = true
            return reading
          }
          guard TableLayout.holdsAnything(reader.batch, record) else { continue }
          for field in 0..<reader.batch.fieldCount(of: record) where reader.batch.wasQuoted(record, field) {
            reading.quoted += 1
          }
          reading.records.append(reader.batch.record(record))
          reading.lines.append(reader.batch.line(of: record))
        }
      }
    } catch {
      // The sample may end within quotes.
      if case .unclosedQuote = error.kind, !reading.records.isEmpty {} else { reading.isBroken = true }
    }
    let counts = Dictionary(grouping: reading.records, by: \.fields.count).mapValues(\.count)
    let most = counts.max { ($0.value, $0.key) < ($1.value, $1.key) }
    reading.width = most?.key ?? 0
    reading.regular = most?.value ?? 0
    return reading
  }

  /// `a, b, c`: nearly every field but the first begins with a space.
  private static func hasInitialSpaces(_ reading: Reading) -> Bool {
    let others = reading.records.flatMap { $0.fields.dropFirst() }.filter { !$0.isEmpty }
    return !others.isEmpty && others.count { $0.first == UInt8(ascii: " ") } * 10 >= others.count * 9
      && reading.dialect.delimiter != UInt8(ascii: " ")
  }

  /// The first record that is as wide as the others and names most columns that hold anything; nil where the first
  /// such record is all numbers, and so no header.
  private static func headerIndex(_ reading: Reading) -> Int? {
    let wide = reading.records.indices.filter { reading.records[$0].fields.count == reading.width }
    let used = (0..<reading.width).count { column in
      wide.count { !reading.records[$0].fields[column].isEmpty } * 2 > wide.count
    }
    // A title fills one column of several.
    let index = wide.prefix(deepest).first { index in
      reading.records[index].fields.count { !$0.isEmpty } * 2 > used
    }
    guard var index = index ?? wide.first else { return reading.records.isEmpty ? nil : 0 }
    if let table = narrowerTable(reading.records[..<index], width: reading.width) { index = table }
    let names = reading.records[index].fields.filter { !$0.isEmpty }
    return names.allSatisfy(isNumber) && !names.isEmpty ? nil : index
  }

  /// A header with rows of numbers of its own width above the first row of full width: the rows are ragged, and those above
  /// are no titles.
  private static func narrowerTable(_ above: ArraySlice<CSVRecord>, width: Int) -> Int? {
    above.indices.dropLast().first { index in
      let (names, row) = (above[index].fields, above[index + 1].fields)
      return names.count >= 3 && names.count * 2 >= width && row.count == names.count
        && !names.contains { $0.isEmpty || isNumber($0) } && row.contains { !$0.isEmpty && isNumber($0) }
    }
  }

  private static func isNumber(_ field: some Sequence<UInt8>) -> Bool {
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    return field.allSatisfy {
      digits.contains($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "-")
    }
  }
}
