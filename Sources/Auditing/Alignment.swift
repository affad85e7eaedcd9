/// Which elements of one sequence are those of another, in order: what is left of the first was taken out, what is left
/// of the second was put in.
///
/// Patience: elements that stand once in both are the anchors, and what lies between two of them is aligned by itself;
/// short parts are aligned by their longest common subsequence.
struct Alignment<Element: Hashable> {
  private let old: [Element]
  private let new: [Element]
  /// Ascending on both sides.
  private(set) var kept: [(old: Int, new: Int)] = []

  /// The product of the lengths up to which the longest common subsequence is computed.
  private static var shortArea: Int { 4096 }
  /// How often a part is divided; then what is left of it counts as replaced.
  private static var deepest: Int { 24 }

  /// - Complexity: O(n log n) in the lengths for each of at most 24 levels; one level where few elements differ.
  init(_ old: [Element], _ new: [Element]) {
    self.old = old
    self.new = new
    var waiting = [(old: 0..<old.count, new: 0..<new.count, depth: 0)]
    while let (first, second, depth) = waiting.popLast() {
      let (before, after) = trim(first, second)
      if before.isEmpty || after.isEmpty { continue }
      if before.count * after.count <= Self.shortArea {
        keepLongest(before, after)
      } else if depth < Self.deepest {
        var (left, right) = (before.lowerBound, after.lowerBound)
        for anchor in anchors(before, after) {
          kept.append(anchor)
          waiting.append((left..<anchor.old, right..<anchor.new, depth + 1))
          (left, right) = (anchor.old + 1, anchor.new + 1)
        }
        // Without an anchor nothing was gained.
        if left > before.lowerBound { waiting.append((left..<before.upperBound, right..<after.upperBound, depth + 1)) }
      }
    }
    kept.sort { $0.old < $1.old }
  }

  /// Keeps what both parts begin and end with.
  private mutating func trim(_ old: Range<Int>, _ new: Range<Int>) -> (Range<Int>, Range<Int>) {
    var (old, new) = (old, new)
    while let left = old.first, let right = new.first, self.old[left] == self.new[right] {
      kept.append((left, right))
      (old, new) = (old.dropFirst(), new.dropFirst())
    }
    while let left = old.last, let right = new.last, self.old[left] == self.new[right] {
      kept.append((left, right))
      (old, new) = (old.dropLast(), new.dropLast())
    }
    return (old, new)
  }

  /// The longest ascending run of elements that stand once in both parts.
  private func anchors(_ before: Range<Int>, _ after: Range<Int>) -> [(old: Int, new: Int)] {
    let places = Self.single(new, after)
    let pairs = Self.single(old, before).compactMap { element, place in places[element].map { (old: place, new: $0) } }
      .sorted { $0.old < $1.old }
    // The last pair of the best run of each length, and the pair before each.
    var ends: [Int] = []
    var previous: [Int?] = []
    for (index, pair) in pairs.enumerated() {
      var (low, high) = (0, ends.count)
      while low < high {
        let middle = (low + high) / 2
        if pairs[ends[middle]].new < pair.new { low = middle + 1 } else { high = middle }
      }
      previous.append(low > 0 ? ends[low - 1] : nil)
      if low == ends.count { ends.append(index) } else { ends[low] = index }
    }
    var run: [(old: Int, new: Int)] = []
    var next = ends.last
    while let index = next {
      run.append(pairs[index])
      next = previous[index]
    }
    return run.reversed()
  }

  private static func single(_ elements: [Element], _ part: Range<Int>) -> [Element: Int] {
    var places: [Element: Int] = [:]
    var repeated: Set<Element> = []
    for index in part where places.updateValue(index, forKey: elements[index]) != nil {
      repeated.insert(elements[index])
    }
    for element in repeated { places[element] = nil }
    return places
  }

  private mutating func keepLongest(_ before: Range<Int>, _ after: Range<Int>) {
    let (height, width) = (before.count, after.count + 1)
    // How much the rest of both parts, from a pair of places on, has in common.
    var lengths = [Int](repeating: 0, count: (height + 1) * width)
    for left in (0..<height).reversed() {
      for right in (0..<width - 1).reversed() {
        lengths[left * width + right] =
          old[before.lowerBound + left] == new[after.lowerBound + right]
          ? lengths[(left + 1) * width + right + 1] + 1
          : max(lengths[(left + 1) * width + right], lengths[left * width + right + 1])
      }
    }
    var (left, right) = (0, 0)
    while left < height, right < width - 1 {
      if old[before.lowerBound + left] == new[after.lowerBound + right] {
        kept.append((before.lowerBound + left, after.lowerBound + right))
        (left, right) = (left + 1, right + 1)
      } else if lengths[(left + 1) * width + right] >= lengths[left * width + right + 1] {
        left += 1
      } else {
        right += 1
      }
    }
  }

  /// The parts between what was kept: what stood there, and what stands there now. Empty on both sides nowhere.
  var gaps: [(old: Range<Int>, new: Range<Int>)] {
    var gaps: [(old: Range<Int>, new: Range<Int>)] = []
    var (left, right) = (0, 0)
    for pair in kept + [(old.count, new.count)] {
      if left < pair.old || right < pair.new { gaps.append((left..<pair.old, right..<pair.new)) }
      (left, right) = (pair.old + 1, pair.new + 1)
    }
    return gaps
  }
}
