import TestSupport
import Testing

@testable import Datasets

/// The table of keys against the standard library's dictionary.
@Suite struct KeyTableTests {
  @Test(arguments: 0..<20)
  func remembersTheFirstPlaceOfEachKey(seed: Int) {
    var random = SeededGenerator(seed: seed)
    let width = Int.random(in: 1...5, using: &random)
    let largest = UInt64.random(in: 0...40, using: &random)
    var table = KeyTable(width: width)
    var known: [[UInt64]: Int] = [:]
    for line in 1...2000 {
      let key = (0..<width).map { _ in UInt64.random(in: 0...largest, using: &random) }
      let part = line / 700
      let found = table.place(of: key, at: KeyTable.Place(line: line, part: part))
      #expect(found?.line == known[key])
      #expect(found.map { $0.part == $0.line / 700 } ?? true)
      if found == nil { known[key] = line }
    }
  }
}
