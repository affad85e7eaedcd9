import TestSupport
import Testing

@testable import Auditing

@Suite struct AlignmentTests {
  /// The length of the longest common subsequence, by the definition.
  private func longest(_ left: [Int], _ right: [Int]) -> Int {
    var lengths = [[Int]](repeating: [Int](repeating: 0, count: right.count + 1), count: left.count + 1)
    for (row, one) in left.enumerated() {
      for (column, other) in right.enumerated() {
        lengths[row + 1][column + 1] =
          one == other ? lengths[row][column] + 1 : max(lengths[row][column + 1], lengths[row + 1][column])
      }
    }
    return lengths[left.count][right.count]
  }

  private func isSound(_ alignment: Alignment<Int>, _ old: [Int], _ new: [Int]) -> Bool {
    let kept = alignment.kept
    return kept.allSatisfy { old[$0.old] == new[$0.new] }
      && zip(kept, kept.dropFirst()).allSatisfy { $0.old < $1.old && $0.new < $1.new }
      && alignment.gaps.reduce(0) { $0 + $1.old.count } + kept.count == old.count
      && alignment.gaps.reduce(0) { $0 + $1.new.count } + kept.count == new.count
  }

  /// Short sequences with many repetitions: as much is kept as can be.
  @Test func shortSequencesKeepAsMuchAsPossible() {
    var random = SeededGenerator(seed: 31)
    for _ in 0..<500 {
      let size = Int.random(in: 0...30, using: &random)
      let kinds = Int.random(in: 1...12, using: &random)
      let old = (0..<size).map { _ in Int.random(in: 0..<kinds, using: &random) }
      let new = (0..<Int.random(in: 0...30, using: &random)).map { _ in Int.random(in: 0..<kinds, using: &random) }
      let alignment = Alignment(old, new)
      #expect(isSound(alignment, old, new))
      #expect(alignment.kept.count == longest(old, new), "\(old) \(new)")
    }
  }

  /// Long ones of different elements: exactly what was done to them is found.
  @Test func editsOfLongSequencesAreFound() {
    var random = SeededGenerator(seed: 32)
    for _ in 0..<30 {
      let old = Array((0..<3000).shuffled(using: &random))
      let removed = Set((0..<20).map { _ in Int.random(in: 0..<3000, using: &random) })
      var new = old.indices.filter { !removed.contains($0) }.map { old[$0] }
      for extra in 0..<20 { new.insert(10_000 + extra, at: Int.random(in: 0...new.count, using: &random)) }
      let alignment = Alignment(old, new)
      #expect(isSound(alignment, old, new))
      #expect(Set(alignment.gaps.flatMap { Array($0.old) }) == removed)
      #expect(alignment.gaps.flatMap { $0.new.map { new[$0] } }.sorted() == Array(10_000..<10_020))
    }
  }

  /// Neither sequences without anything once in both nor turned ones take long.
  @Test(.timeLimit(.minutes(1)))
  func largeSequencesEnd() {
    let turned = Alignment(Array(0..<20_000), Array((0..<20_000).reversed()))
    #expect(turned.kept.count == 1)
    let twice = (0..<20_000).map { $0 / 2 }
    let alignment = Alignment(twice, twice.reversed())
    #expect(isSound(alignment, twice, twice.reversed()))
    #expect(Alignment(twice, twice).kept.count == 20_000)
    #expect(Alignment(twice, []).gaps.map(\.old) == [0..<20_000])
  }
}
