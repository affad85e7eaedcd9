import Aggregation
import Reports

/// Which lines of a file are others than when its ledger was made.
struct LineChanges {
  struct Change: Hashable {
    enum Kind: Hashable, CaseIterable { case changed, inserted, removed, moved }

    var kind: Kind
    /// The line's number when the ledger was made; nil for one that was put in.
    var old: Int?
    /// Its number today; nil for one that was taken out.
    var new: Int?

    /// The number under which it is named.
    var line: Int { new ?? old ?? 0 }
  }

  /// In the order of the file of today; what was taken out stands where it was.
  let changes: [Change]
  private let today: [Int: Int]

  init(from old: LineChecks, to new: LineChecks) {
    let (before, after) = (old.values, new.values)
    let alignment = Alignment(before, after)
    var today = Dictionary(
      alignment.kept.map { ($0.old + 1, $0.new + 1) }, uniquingKeysWith: { first, _ in first })
    let gaps = alignment.gaps
    // What is gone in one place and stands in another was moved.
    var arrivals: [UInt32: [Int]] = [:]
    for gap in gaps { for index in gap.new { arrivals[after[index], default: []].append(index) } }
    for key in arrivals.keys { arrivals[key]?.sort(by: >) }
    var moved: [Int: Int] = [:]
    for gap in gaps {
      for index in gap.old {
        if let place = arrivals[before[index]]?.popLast() { moved[index] = place }
      }
    }
    let arrived = Set(moved.values)
    var changes: [Change] = []
    for gap in gaps {
      let left = gap.old.filter { moved[$0] == nil }
      let right = gap.new.filter { !arrived.contains($0) }
      for index in 0..<max(left.count, right.count) {
        let old = index < left.count ? left[index] + 1 : nil
        let new = index < right.count ? right[index] + 1 : nil
        changes.append(Change(kind: old == nil ? .inserted : new == nil ? .removed : .changed, old: old, new: new))
      }
      for index in gap.old {
        if let place = moved[index] { changes.append(Change(kind: .moved, old: index + 1, new: place + 1)) }
      }
    }
    for change in changes {
      if let old = change.old, let new = change.new { today[old] = new }
    }
    self.changes = changes
    self.today = today
  }

  /// The same lines by the numbers they have today; those that are gone are left out.
  func today(_ lines: LineRanges) -> LineRanges {
    var moved = LineRanges()
    var numbers: [Int] = []
    for range in lines.ranges { numbers += range.compactMap { today[$0] } }
    for number in numbers.sorted() { moved.insert(number) }
    return moved
  }

  /// What became of lines on which a number rests, or rested.
  func touching(_ before: LineRanges, _ after: LineRanges) -> [Change] {
    let (before, after) = (Membership(before), Membership(after))
    return changes.filter { change in
      change.kind != .moved && (change.old.map(before.contains) ?? false || change.new.map(after.contains) ?? false)
    }
  }

  /// - Complexity: O(log ranges) a question.
  private struct Membership {
    let ranges: [ClosedRange<Int>]

    init(_ lines: LineRanges) { ranges = lines.ranges }

    func contains(_ line: Int) -> Bool {
      var (low, high) = (0, ranges.count)
      while low < high {
        let middle = (low + high) / 2
        if ranges[middle].upperBound < line { low = middle + 1 } else { high = middle }
      }
      return low < ranges.count && ranges[low].contains(line)
    }
  }
}
