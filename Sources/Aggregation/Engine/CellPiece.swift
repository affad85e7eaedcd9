import Values

/// What the rows of one file add up to in a cell.
struct CellPiece: Sendable {
  var sum = DecimalSum()
  /// Rows with a value.
  var present = 0

  /// A row with a value. What makes too long a number has been said of the cell.
  mutating func add(_ number: ExactDecimal?) {
    present += 1
    if let number { try? sum.add(number) }
  }
}

extension MeasureCell {
  /// The files in which it has rows with a value.
  var parts: [Int] {
    let own = later.values.reduce(0) { $0 + $1.present }
    return (own < present ? [0] : []) + later.keys.sorted()
  }

  /// Adds the files in which it has rows with a value.
  func addParts(to files: inout Set<Int>) {
    if !later.isEmpty { files.formUnion(parts) } else if present > 0 { files.insert(0) }
  }

  /// The cell as the rows of one file alone would make it, as far as they can be told apart.
  ///
  /// - Returns: nil where none of them has a value, or where the difference is too long a number.
  func piece(_ part: Int) -> MeasureCell? {
    var cell = self
    if !later.isEmpty { cell.later = [:] }
    if part > 0 {
      guard let piece = later[part], piece.present > 0 else { return nil }
      (cell.sum, cell.present) = (piece.sum, piece.present)
      return cell
    }
    for piece in later.values {
      let sum = piece.sum.value
      let opposite = ExactDecimal(coefficient: -sum.coefficient, scale: sum.scale)
      guard (try? cell.sum.add(opposite)) != nil else { return nil }
      cell.present -= piece.present
    }
    return cell.present > 0 ? cell : nil
  }
}
