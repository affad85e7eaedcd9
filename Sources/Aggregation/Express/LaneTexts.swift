import CSVCore
import Datasets

/// A column of few texts: each of them is decoded and checked once a part.
struct LaneTexts {
  /// Of the resource.
  let field: Int
  private(set) var keys = FieldKeys()
  /// What each text holds, by its code.
  private(set) var cells: [Cell] = []
  /// The codes of the texts of a batch's rows.
  private(set) var codes: [Int32] = []
  /// More different texts are left to the scanner.
  private static let most = 1 << 20
  /// Nil for a column of other texts than days.
  private var days: DayKeys?

  init(field: Int, hasDays: Bool) {
    self.field = field
    days = hasDays ? DayKeys() : nil
  }

  var hasDays: Bool { days != nil }

  /// Reads the column of a batch.
  ///
  /// - Returns: false where a text is not beyond doubt.
  mutating func fill(_ rows: CSVRows, _ column: Int, _ examiner: inout FieldExaminer) -> Bool {
    if codes.count < rows.count { codes = Array(repeating: 0, count: rows.count) }
    var row = 0
    while let next = look(up: column, of: rows, from: row) {
      let field = rows.field(next, column)
      let code = keys.code(of: field, in: rows)
      if code == cells.count {
        guard code < Self.most, let cell = examiner.cell(field, in: rows, of: self.field) else { return false }
        cells.append(cell)
      }
      codes[next] = Int32(truncatingIfNeeded: code)
      days?.learn(field, in: rows, code: codes[next])
      row = next + 1
    }
    return true
  }

  /// The next row whose text has to be looked at: one that was not there, or, among days, another one.
  private mutating func look(up column: Int, of rows: CSVRows, from first: Int) -> Int? {
    if let days { return days.look(up: column, of: rows, from: first, into: &codes) }
    return keys.look(up: column, of: rows, from: first, into: &codes)
  }
}

/// A value for each row of a batch, as a number or only as being there.
struct LaneValues {
  var coefficients: [Int64] = []
  /// Digits after the point; `missing` where there is no value.
  var scales: [UInt8] = []
  /// The most digits after the point so far.
  var scale = 0

  static let missing: UInt8 = 0xFF
  /// 10^0 to 10^18.
  static let powers: [Int64] = (0...18).map { exponent in (0..<exponent).reduce(1) { power, _ in power * 10 } }

  mutating func reserve(_ count: Int) {
    guard scales.count < count else { return }
    coefficients = Array(repeating: 0, count: count)
    scales = Array(repeating: Self.missing, count: count)
  }
}
