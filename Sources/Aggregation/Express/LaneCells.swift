import Values

/// What the rows of a part add up to in one group.
struct LaneCell: BitwiseCopyable {
  /// At the scale of its column.
  var sum: Int128 = 0
  var present = 0
  var passed: Int32 = 0
  var absent: Int32 = 0
  /// The day before which no cut-off lies, counted as in `FieldDay`; `Int32.max` for none.
  var cutOff = Int32.max
  /// Bits of `StatusFlags`.
  var flags: UInt16 = 0
  var absences: UInt16 = 0
  /// The most digits after the point of its numbers.
  var scale: UInt8 = 0

  var isThere: Bool { present > 0 || passed > 0 || absent > 0 || isTouched }
  /// Whether rows were looked at that left nothing.
  var isTouched = false
}

/// The cells of what some measures have in common: a column and conditions.
struct LaneCells {
  private(set) var cells: [LaneCell] = []
  /// Digits after the point of all sums.
  private(set) var scale = 0
  /// For each row with a value its group and its line, if lines are kept.
  private(set) var lines: [(group: Int32, line: Int)] = []

  private static let longest: UInt128 = 1 << 126

  mutating func reserve(groups: Int) {
    if cells.count < groups {
      cells.append(contentsOf: repeatElement(LaneCell(), count: max(groups, cells.count * 2) - cells.count))
    }
  }

  /// - Returns: false where sums would get too long. What they may be leaves room for all rows of a part, 2³¹ numbers of 63
  ///   bits, so that adding need not look.
  mutating func raise(to scale: Int) -> Bool {
    guard scale > self.scale else { return true }
    let factor = Int128(LaneValues.powers[scale - self.scale])
    for index in cells.indices {
      let (product, overflow) = cells[index].sum.multipliedReportingOverflow(by: factor)
      if overflow || product.magnitude > Self.longest { return false }
      cells[index].sum = product
    }
    self.scale = scale
    return true
  }

  /// Adds rows that all count and have no status.
  ///
  /// The pointers stand for arrays that nobody else changes meanwhile. There is a cell for each group, and a value for each
  /// row; no value has more digits after the point than the sums, to which `raise` has brought them, and a factor for each
  /// number of them.
  ///
  /// - Returns: false where a number is too long at the scale of the sums.
  mutating func add(_ values: LaneValues, _ groups: [Int32], rows: Int) -> Bool {
    let factors = LaneValues.powers
    let whole = scale
    guard rows <= groups.count, rows <= values.scales.count, rows <= values.coefficients.count else { return false }
    return cells.withUnsafeMutableBufferPointer { cells in
      groups.withUnsafeBufferPointer { groups in
        values.coefficients.withUnsafeBufferPointer { coefficients in
          values.scales.withUnsafeBufferPointer { scales in
            factors.withUnsafeBufferPointer { factors in
              guard let cells = cells.baseAddress, let groups = groups.baseAddress, let scales = scales.baseAddress,
                let coefficients = coefficients.baseAddress, let factors = factors.baseAddress
              else { return rows == 0 }
              var overflows: UInt8 = 0
              for row in 0..<rows {
                let cell = cells + Int(groups[row])
                let scale = scales[row]
                guard scale != LaneValues.missing else {
                  cell.pointee.absent &+= 1
                  cell.pointee.absences |= StatusFlags(.missing).rawValue
                  continue
                }
                // By 1, too: which scale the next number has is as good as random in many columns.
                let (scaled, overflow) = coefficients[row].multipliedReportingOverflow(by: factors[whole &- Int(scale)])
                overflows |= overflow ? 1 : 0
                cell.pointee.sum &+= Int128(scaled)
                cell.pointee.present &+= 1
                if cell.pointee.scale < scale { cell.pointee.scale = scale }
              }
              return overflows == 0
            }
          }
        }
      }
    }
  }

  /// Adds one row with its status. The row's absence and a value exclude each other.
  mutating func add(_ number: Int64, scale: UInt8, _ status: LaneStatus, to group: Int) -> Bool {
    if scale == LaneValues.missing {
      cells[group].absent &+= 1
      cells[group].absences |= status.absence ?? StatusFlags(.missing).rawValue
      cells[group].flags |= status.flags & StatusFlags(.breakInSeries).rawValue
      return true
    }
    let (scaled, overflow) = number.multipliedReportingOverflow(by: LaneValues.powers[self.scale - Int(scale)])
    guard !overflow, status.absence == nil else { return false }
    cells[group].sum &+= Int128(scaled)
    cells[group].present &+= 1
    cells[group].scale = max(cells[group].scale, scale)
    cells[group].flags |= status.flags
    cells[group].cutOff = min(cells[group].cutOff, status.cutOff)
    return true
  }

  /// A row that does not fulfil the conditions of a count.
  mutating func pass(_ status: LaneStatus, in group: Int) {
    cells[group].isTouched = true
    guard status.absence == nil else { return }
    cells[group].passed &+= 1
    cells[group].flags |= status.flags
    cells[group].cutOff = min(cells[group].cutOff, status.cutOff)
  }

  mutating func note(_ group: Int32, line: Int) { lines.append((group, line)) }
}

/// What a row says of its value.
struct LaneStatus: BitwiseCopyable {
  var flags: UInt16 = 0
  /// Why there is no value, where the row says so.
  var absence: UInt16?
  var cutOff = Int32.max
}
