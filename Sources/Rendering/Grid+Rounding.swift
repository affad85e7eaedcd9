import Language
import Values

extension GridCell {
  /// Whether a printed difference is that of two printed values; it is where one of them is no number.
  func isDifference(of new: GridCell, and old: GridCell) -> Bool {
    guard case .number(let difference, _, _) = self, case .number(let later, _, _) = new,
      case .number(let earlier, _, _) = old
    else { return true }
    return (try? Rational(later).subtracting(Rational(earlier))) == Rational(difference)
  }
}

/// Differences are made of unrounded values, and rounded once: where a reader who subtracts what is printed finds another
/// number, a note says why.
extension Grid {
  /// - Parameters: keys of columns; nothing is said of those that are not there.
  mutating func noteRounding(_ difference: String, of new: String, and old: String, in language: OutputLanguage) {
    func column(_ key: String) -> Int? { columns.firstIndex { $0.key == key } }
    guard let first = column(difference), let second = column(new), let third = column(old) else { return }
    let isPlain = (rows + totals).allSatisfy { row in
      Self.cell(row, first).isDifference(of: Self.cell(row, second), and: Self.cell(row, third))
    }
    if !isPlain { noteRounding(in: language) }
  }

  /// The same for differences from one value that stands in another row, or in none.
  mutating func noteRounding(_ difference: String, of new: String, and old: GridCell, in language: OutputLanguage) {
    func column(_ key: String) -> Int? { columns.firstIndex { $0.key == key } }
    guard let first = column(difference), let second = column(new) else { return }
    let isPlain = rows.allSatisfy { Self.cell($0, first).isDifference(of: Self.cell($0, second), and: old) }
    if !isPlain { noteRounding(in: language) }
  }

  mutating func noteRounding(in language: OutputLanguage) {
    let note = Messages.changesFromUnrounded[language]
    if !footnotes.contains(note) { footnotes.append(note) }
  }
}
