import Reports

/// Finds formulas that read each other in a circle, which a spreadsheet refuses to calculate.
enum Circularity {
  /// - Parameter reads: what each formula cell reads.
  /// - Returns: the cells of circles and those that wait for them; empty when all is well. O(cells + reads).
  static func cells(in reads: [SheetCell: [SheetCell]]) -> Set<SheetCell> {
    var waiting: [SheetCell: Int] = [:]
    var readers: [SheetCell: [SheetCell]] = [:]
    for (cell, sources) in reads {
      let formulas = sources.filter { reads[$0] != nil }
      waiting[cell] = formulas.count
      for source in formulas { readers[source, default: []].append(cell) }
    }
    var ready = waiting.filter { $0.value == 0 }.map(\.key)
    var left = Set(reads.keys)
    while let cell = ready.popLast() {
      left.remove(cell)
      for reader in readers[cell] ?? [] {
        let count = (waiting[reader] ?? 0) - 1
        waiting[reader] = count
        if count == 0 { ready.append(reader) }
      }
    }
    return left
  }
}
