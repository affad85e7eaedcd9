/// What somebody probably meant: the known words nearest to one that is not known.
public enum NearestWord {
  /// The nearest of the known words, best first; none when all are too far.
  ///
  /// Words are compared folded (without diacritics, case and hyphens) by the Damerau–Levenshtein distance, with at most
  /// one mistake in three letters. Names in which what was typed stands in whole words ("bach" in "Johann Sebastian Bach") come
  /// before words with mistakes, those that begin with it or contain it otherwise come after; all from three letters on.
  /// Words equally near keep their order. O(length × length) for each known word.
  public static func candidates(for typed: String, among known: some Sequence<String>, limit: Int = 3) -> [String] {
    let wanted = Array(spread(typed).unicodeScalars)
    guard !wanted.isEmpty else { return [] }
    let allowed = max(1, wanted.count / 3)
    var found: [(rank: Int, word: String)] = []
    for word in known {
      let letters = Array(spread(word).unicodeScalars)
      let gap = abs(letters.count - wanted.count)
      let distance = gap > allowed ? gap : distance(wanted, letters)
      if distance == 0 {
        found.append((0, word))
      } else if wanted.count >= 3, contains([" "] + letters + [" "], [" "] + wanted + [" "]) {
        found.append((1, word))
      } else if distance <= allowed, distance < max(wanted.count, letters.count) {
        found.append((distance + 1, word))
      } else if wanted.count >= 3, letters.starts(with: wanted) {
        found.append((allowed + 2, word))
      } else if wanted.count >= 3, letters.count > wanted.count, contains(letters, wanted) {
        found.append((allowed + 3, word))
      }
    }
    // The standard library's sort is stable; that is what keeps the order of equals.
    var seen: Set<String> = []
    return found.sorted { $0.rank < $1.rank }.map(\.word).filter { seen.insert($0).inserted }.prefix(limit).map { $0 }
  }

  /// The number of insertions, deletions, substitutions and swaps of neighbours that turn one word into the other.
  ///
  /// The unrestricted Damerau–Levenshtein distance: F. J. Damerau, "A technique for computer detection and correction of
  /// spelling errors", CACM 7(3), 1964; the algorithm is that of R. Lowrance and R. A. Wagner, "An extension of the
  /// string-to-string correction problem", JACM 22(2), 1975.
  public static func distance(_ left: String, _ right: String) -> Int {
    distance(Array(left.unicodeScalars), Array(right.unicodeScalars))
  }

  private static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    let (rows, columns) = (left.count, right.count)
    let infinity = rows + columns
    // Row by row; the cell (i + 1, j + 1) is the distance of the first i and j letters, row and column 0 hold infinity.
    let stride = columns + 2
    var table = Array(repeating: infinity, count: (rows + 2) * stride)
    for row in 0...rows { table[(row + 1) * stride + 1] = row }
    for column in 0...columns { table[stride + column + 1] = column }
    var lastRow: [Unicode.Scalar: Int] = [:]
    for row in 0..<rows {
      var lastMatch = 0
      for column in 0..<columns {
        let (swapRow, swapColumn) = (lastRow[right[column]] ?? 0, lastMatch)
        let isSame = left[row] == right[column]
        if isSame { lastMatch = column + 1 }
        let here = (row + 2) * stride + column + 2
        let substituted = table[here - stride - 1] + (isSame ? 0 : 1)
        let swapped = table[swapRow * stride + swapColumn] + (row - swapRow) + 1 + (column - swapColumn)
        table[here] = min(substituted, table[here - 1] + 1, table[here - stride] + 1, swapped)
      }
      lastRow[left[row]] = row + 1
    }
    return table[(rows + 1) * stride + columns + 1]
  }

  private static func spread(_ word: String) -> String {
    VietnameseText.folded(String(word.map { $0 == "-" || $0 == "_" ? " " : $0 }))
  }

  private static func contains(_ letters: [Unicode.Scalar], _ wanted: [Unicode.Scalar]) -> Bool {
    guard letters.count >= wanted.count else { return false }
    return (0...(letters.count - wanted.count)).contains { letters[$0...].starts(with: wanted) }
  }
}
