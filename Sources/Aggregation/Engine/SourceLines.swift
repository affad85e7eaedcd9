/// Lines of the files of one resource.
///
/// A place is one number, the file's number above the line's: as small and as fast to merge as the lines of one file.
public struct SourceLines: Sendable, Hashable {
  private var places = LineRanges()

  public init() {}

  /// Ranges of places, as `ranges` gives them.
  init(ascending ranges: [ClosedRange<Int>]) { for range in ranges { places.append(range) } }

  /// The places as they are kept, from the lowest.
  var ranges: [ClosedRange<Int>] { places.ranges }

  /// All lines of several sets, merged at once.
  ///
  /// - Complexity: O(n log n) in the number of ranges.
  public init(merging sets: some Sequence<SourceLines>) { places = LineRanges(merging: sets.map(\.places)) }

  public var isEmpty: Bool { places.isEmpty }
  public var count: Int { places.count }
  /// The first line of the first of the files.
  public var first: SourceLine? { places.ranges.first.map { SourceLine(place: $0.lowerBound) } }

  /// - Parameters:
  ///   - line: from 1, below 2³⁸.
  ///   - part: which of the resource's files it is in, from 0.
  /// - Complexity: O(1) when lines are added in the order of a scan; O(ranges) otherwise.
  public mutating func insert(_ line: Int, part: Int) {
    places.insert(SourceLine(line: line, part: part).place)
  }

  public mutating func formUnion(_ other: SourceLines) { places.formUnion(other.places) }

  public func contains(_ line: SourceLine) -> Bool {
    let place = line.place
    return places.ranges.contains { $0.contains(place) }
  }

  /// The lines of each file that has some, in the order of the files.
  ///
  /// - Complexity: O(ranges).
  public var byPart: [(part: Int, lines: LineRanges)] {
    var found: [(part: Int, lines: LineRanges)] = []
    for range in places.ranges {
      // Lines begin with 1, so that no range goes from one file into the next.
      let (first, last) = (SourceLine(place: range.lowerBound), SourceLine(place: range.upperBound))
      if found.last?.part != first.part { found.append((first.part, LineRanges())) }
      found[found.count - 1].lines.append(first.line...last.line)
    }
    return found
  }

  /// Those of one file.
  public func lines(of part: Int) -> LineRanges {
    // Places of the first file are its lines.
    if part == 0, places.ranges.last.map({ SourceLine(place: $0.upperBound).part == 0 }) ?? true { return places }
    return byPart.first { $0.part == part }?.lines ?? LineRanges()
  }
}

/// A line of one of a resource's files.
public struct SourceLine: Sendable, Hashable, Comparable {
  public let line: Int
  /// Which of the resource's files, from 0.
  public let part: Int

  private static let lineBits = 38

  public init(line: Int, part: Int) {
    self.line = line
    self.part = part
  }

  fileprivate init(place: Int) {
    part = place >> Self.lineBits
    line = place & (1 << Self.lineBits - 1)
  }

  fileprivate var place: Int { part << Self.lineBits | line }

  public static func < (left: SourceLine, right: SourceLine) -> Bool {
    (left.part, left.line) < (right.part, right.line)
  }
}
