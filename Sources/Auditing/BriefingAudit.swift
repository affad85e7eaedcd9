import Reports

/// Compares the lines of a delivered briefing with its ledger.
struct BriefingAudit {
  let lines: [String]
  let places: LedgerPlaces
  let file: String

  /// How far lines may have moved together.
  private static let farthest = 40

  init(text: String, places: LedgerPlaces, file: String) {
    lines = Self.lines(of: text)
    self.places = places
    self.file = file
  }

  /// Whichever way the lines end.
  static func lines(of text: String) -> [String] {
    text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }.map(String.init)
  }

  /// Each line is looked for where the ledger has it, and where the lines before it have gone; what stands in a line is
  /// named by the number that the line has in the file.
  func run() -> [AuditDifference] {
    var differences: [AuditDifference] = []
    var seen: Set<Int> = []
    var shift = 0
    let numbers = places.lines.keys.sorted()
    for (index, number) in numbers.enumerated() {
      let marks = places.lines[number] ?? []
      if let moved = self.shift(of: number, marks, before: numbers[(index + 1)...].prefix(2), near: shift, seen) {
        shift = moved
      }
      let line = number + shift
      let isThere = line >= 1 && line <= lines.count && seen.insert(line).inserted
      for mismatch in TextAudit.mismatches(in: isThere ? lines[line - 1] : "", marks: marks) {
        differences.append(difference(mismatch, line))
      }
    }
    for line in lines.indices.map({ $0 + 1 }) where !seen.contains(line) {
      for mismatch in TextAudit.mismatches(in: lines[line - 1], marks: []) {
        differences.append(difference(mismatch, line))
      }
    }
    return differences
  }

  /// - Parameter next: the lines that follow in the ledger.
  private func shift(
    of number: Int, _ marks: [TextAudit.Mark], before next: ArraySlice<Int>, near shift: Int, _ seen: Set<Int>
  ) -> Int? {
    func fits(_ shift: Int) -> Bool { self.fits(number, marks, shift, seen) }
    if fits(shift) { return shift }
    // What follows is where it was: this line has been edited, and one that says the same elsewhere is another.
    if next.contains(where: { self.fits($0, places.lines[$0] ?? [], shift, seen) }) { return nil }
    // A line with one short mark is found anywhere: it moves nothing.
    guard marks.reduce(0, { $0 + $1.text.count }) >= 6 else { return nil }
    for distance in 1...Self.farthest {
      if fits(shift + distance) { return shift + distance }
      if fits(shift - distance) { return shift - distance }
    }
    return nil
  }

  private func fits(_ number: Int, _ marks: [TextAudit.Mark], _ shift: Int, _ seen: Set<Int>) -> Bool {
    let line = number + shift
    return line >= 1 && line <= lines.count && !seen.contains(line)
      && TextAudit.mismatches(in: lines[line - 1], marks: marks).isEmpty
  }

  private func difference(_ mismatch: TextAudit.Mismatch, _ line: Int) -> AuditDifference {
    AuditDifference(
      .briefing, mismatch.kind, file: file, place: "\(line)", figure: mismatch.figure, expected: mismatch.expected,
      found: mismatch.found)
  }
}
