import CSVCore
import Datasets
import Values

/// A column of numbers that are added up and not remembered.
struct LaneNumbers {
  let field: Int
  private(set) var values = LaneValues()
  private let decimal: UInt8
  private let limits: LaneLimits
  /// For each number of digits after the point, whether a number of that form needs no closer look.
  private let plainScales: UInt32
  /// The smallest and largest coefficient by digits after the point.
  private var lowest: [Int64]
  private var highest: [Int64]

  private static let mostDigits = 18

  /// - Parameter refusesNegatives: what the measures of the column say.
  init(_ field: FieldDescriptor, at index: Int, refusesNegatives: Bool) {
    self.field = index
    decimal = field.decimalCharacter
    limits = LaneLimits(field.constraints, refusesNegatives: refusesNegatives)
    var scales: UInt32 = 1
    if field.kind == .number {
      // Three digits after a point that nobody declared might be thousands.
      for scale in 1...Self.mostDigits where scale != 3 || field.declaresSeparators { scales |= 1 << UInt32(scale) }
    }
    plainScales = scales
    lowest = Array(repeating: .max, count: Self.mostDigits + 1)
    highest = Array(repeating: .min, count: Self.mostDigits + 1)
  }

  /// Whether the column can be read this way: no text for a missing value is a number, and no list of numbers is
  /// allowed.
  static func canRead(_ field: FieldDescriptor) -> Bool {
    (field.kind == .number || field.kind == .integer) && field.constraints.allowed == nil
      && [UInt8(ascii: "."), UInt8(ascii: ",")].contains(field.decimalCharacter)
      && field.missingValues.allSatisfy { !$0.utf8.contains { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } }
  }

  /// - Returns: false where a field is not beyond doubt.
  mutating func fill(_ rows: CSVRows, _ column: Int, _ examiner: inout FieldExaminer) -> Bool {
    values.reserve(rows.count)
    var row = fillPlain(rows, column, from: 0)
    while row < rows.count {
      switch examiner.cell(rows.field(row, column), in: rows, of: field) {
      case .missing: values.scales[row] = LaneValues.missing
      case .number(let exact):
        guard let number = FieldNumber(exact) else { return false }
        values.coefficients[row] = number.coefficient
        values.scales[row] = UInt8(truncatingIfNeeded: number.scale)
        lowest[number.scale] = min(lowest[number.scale], number.coefficient)
        highest[number.scale] = max(highest[number.scale], number.coefficient)
      default: return false
      }
      row = fillPlain(rows, column, from: row + 1)
    }
    return checkLimits()
  }

  /// The numbers from one row on, up to the first that needs a closer look.
  ///
  /// The pointers stand for arrays that nobody else changes meanwhile: of values there are as many as rows, of limits one
  /// more than digits, and no number that is parsed has more.
  private mutating func fillPlain(_ rows: CSVRows, _ column: Int, from first: Int) -> Int {
    let (decimal, plainScales) = (decimal, plainScales)
    return values.coefficients.withUnsafeMutableBufferPointer { coefficients in
      values.scales.withUnsafeMutableBufferPointer { scales in
        lowest.withUnsafeMutableBufferPointer { lowest in
          highest.withUnsafeMutableBufferPointer { highest in
            guard let coefficients = coefficients.baseAddress, let scales = scales.baseAddress,
              let lowest = lowest.baseAddress, let highest = highest.baseAddress
            else { return first }
            return FieldNumber.parse(column, of: rows, from: first, decimal: decimal) { row, number in
              guard plainScales & 1 &<< UInt32(truncatingIfNeeded: number.scale) != 0 else { return false }
              coefficients[row] = number.coefficient
              scales[row] = UInt8(truncatingIfNeeded: number.scale)
              if number.coefficient < lowest[number.scale] { lowest[number.scale] = number.coefficient }
              if number.coefficient > highest[number.scale] { highest[number.scale] = number.coefficient }
              return true
            }
          }
        }
      }
    }
  }

  private mutating func checkLimits() -> Bool {
    for scale in lowest.indices where lowest[scale] <= highest[scale] {
      values.scale = max(values.scale, scale)
      guard limits.allow(lowest[scale], scale), limits.allow(highest[scale], scale) else { return false }
    }
    return true
  }
}

/// What a column of numbers may hold.
struct LaneLimits {
  private let constraints: FieldDescriptor.Constraints
  private let refusesNegatives: Bool

  init(_ constraints: FieldDescriptor.Constraints, refusesNegatives: Bool) {
    self.constraints = constraints
    self.refusesNegatives = refusesNegatives
  }

  func allow(_ coefficient: Int64, _ scale: Int) -> Bool {
    if refusesNegatives, coefficient < 0 { return false }
    let number = ExactDecimal(coefficient: Int128(coefficient), scale: scale)
    if let minimum = constraints.minimum, number < minimum { return false }
    if let maximum = constraints.maximum, number > maximum { return false }
    if let bound = constraints.exclusiveMinimum, number <= bound { return false }
    if let bound = constraints.exclusiveMaximum, number >= bound { return false }
    return true
  }
}

extension FieldNumber {
  /// Nil where 18 digits do not hold it.
  init?(_ number: ExactDecimal) {
    guard let coefficient = Int64(exactly: number.coefficient),
      coefficient.magnitude < 1_000_000_000_000_000_000, number.scale <= 18
    else { return nil }
    self.init(coefficient: coefficient, scale: number.scale)
  }
}
