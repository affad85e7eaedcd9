import CSVCore

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Single stages of a query on the activities, each on top of the one before: what does it add?
enum Stage: String, CaseIterable {
  /// The structure of the file: records and their lengths.
  case index
  /// The first eight bytes of the four columns that W1 needs.
  case columns
  /// Codes for its keys instead.
  case keys
  /// And its days and numbers.
  case values
  /// All fields, one at a time, as texts are lent to a check.
  case fields
}

/// What one thread found. The sums keep the work from being left out, and are the same for any number of threads.
struct Tally: Sendable {
  var records = 0
  var sum: UInt64 = 0
  var units = FieldKeys()
  var kinds = FieldKeys()
  var isWhole = true
}

func take(_ stage: Stage, _ tally: inout Tally, _ batch: borrowing CSVBatch) -> Bool {
  tally.records += batch.recordCount
  switch stage {
  case .index: tally.sum &+= UInt64(batch.byteCount)
  case .fields: addFields(&tally, batch)
  default:
    // `withRows` lends nothing where records differ in length; the activities' do not.
    if batch.withRows({ rows in addRows(stage, &tally, rows) }) == nil { tally.isWhole = false }
  }
  return tally.isWhole
}

@inline(__always)
func addRows(_ stage: Stage, _ tally: inout Tally, _ rows: CSVRows) {
  var sum: UInt64 = 0
  for record in 0..<rows.count {
    let day = rows.field(record, 1)
    let unit = rows.field(record, 2)
    let kind = rows.field(record, 4)
    let value = rows.field(record, 5)
    if stage == .columns {
      sum &+= rows.word(day) ^ rows.word(unit) ^ rows.word(kind) ^ rows.word(value)
      continue
    }
    // Codes depend on which thread met a text first: only that there is one is counted.
    sum &+= tally.units.code(of: unit, in: rows) >= 0 ? 1 : 0
    sum &+= tally.kinds.code(of: kind, in: rows) >= 0 ? 1 : 0
    guard stage == .values else { continue }
    sum &+= UInt64(bitPattern: Int64(FieldDay.parse(day, in: rows)))
    if let number = FieldNumber.parse(value, in: rows, decimal: UInt8(ascii: ".")) {
      sum &+= UInt64(bitPattern: number.coefficient)
    }
  }
  tally.sum &+= sum
}

func addFields(_ tally: inout Tally, _ batch: borrowing CSVBatch) {
  for record in 0..<batch.recordCount {
    for field in 0..<batch.fieldCount(of: record) {
      tally.sum &+= batch.withField(record, field) { bytes in UInt64(bytes.isEmpty ? 0 : bytes[bytes.count - 1]) }
    }
  }
}

let arguments = CommandLine.arguments
guard arguments.count == 4, let stage = Stage(rawValue: arguments[1]), let threads = Int(arguments[3]) else {
  print("usage: \(arguments[0]) \(Stage.allCases.map(\.rawValue).joined(separator: "|")) FILE.csv THREADS")
  exit(64)
}
do {
  let folding = try CSVReader.fold(.file(path: arguments[2]), ranges: threads, into: { Tally() }) {
    take(stage, &$0, $1)
  }
  guard folding.error == nil, folding.parts.allSatisfy(\.value.isWhole) else {
    print("the file is not what was generated")
    exit(65)
  }
  let records = folding.parts.reduce(0) { $0 + $1.value.records }
  let sum = folding.parts.reduce(0 as UInt64) { $0 &+ $1.value.sum }
  print(records, sum)
} catch {
  print("the file cannot be read: \(error)")
  exit(66)
}
