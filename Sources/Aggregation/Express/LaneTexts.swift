import CSVCore
import Datasets

/// A column of few texts: each of them is decoded and checked once a part.
struct LaneTexts {
  /// Of the resource.
  let field: Int
  private var keys = FieldKeys()
  /// What each text holds, by its code.
  private(set) var cells: [Cell] = []
  /// The codes of the texts of a batch's rows.
  private(set) var codes: [Int32] = []
  /// More different texts are left to the scanner.
  private static let most = 1 << 20
  /// For a column of days, the codes of those of some centuries: thousands of days in a row are neighbours here, and
  /// scattered in a hash table. -1 for a day that was not there; empty for other columns.
  private var dayCodes: [Int32]
  init(field: Int, hasDays: Bool) {
    self.field = field
    dayCodes = hasDays ? Array(repeating: -1, count: FieldDay.places) : []
  }

  /// Reads the column of a batch.
  ///
  /// - Returns: false where a text is not beyond doubt.
  mutating func fill(_ rows: CSVRows, _ column: Int, _ examiner: inout FieldExaminer) -> Bool {
    if codes.count < rows.count { codes = Array(repeating: 0, count: rows.count) }
    for row in 0..<rows.count {
      let field = rows.field(row, column)
      var day = -1
      if !dayCodes.isEmpty {
        day = FieldDay.place(field, in: rows)
        if day >= 0, dayCodes[day] >= 0 {
          codes[row] = dayCodes[day]
          continue
        }
      }
      let code = keys.code(of: field, in: rows)
      if code == cells.count {
        guard code < Self.most, let cell = examiner.cell(field, in: rows, of: self.field) else { return false }
        cells.append(cell)
      }
      codes[row] = Int32(truncatingIfNeeded: code)
      if day >= 0 { dayCodes[day] = codes[row] }
    }
    return true
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
