/// Lines of a file, kept as ranges: `2-17,33`.
public struct LineRanges: Sendable, Hashable {
  public private(set) var ranges: [ClosedRange<Int>] = []

  public init() {}

  /// The lines of all parts.
  ///
  /// - Complexity: O(n log n) in the ranges of all parts.
  public init(merging parts: [LineRanges]) { formUnion(parts.flatMap(\.ranges)) }

  /// Reads `2-17,33`; nil for anything else, and for lines that do not ascend.
  public init?(_ text: String) {
    if text.isEmpty { return }
    var first: Int?
    var number: Int?
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        let (tens, overflow) = (number ?? 0).multipliedReportingOverflow(by: 10)
        let (sum, carry) = tens.addingReportingOverflow(Int(byte - UInt8(ascii: "0")))
        guard !overflow, !carry else { return nil }
        number = sum
      case UInt8(ascii: "-"):
        guard first == nil, let start = number else { return nil }
        (first, number) = (start, nil)
      case UInt8(ascii: ","):
        guard let last = number, close(first ?? last, last) else { return nil }
        (first, number) = (nil, nil)
      default: return nil
      }
    }
    guard let last = number, close(first ?? last, last) else { return nil }
  }

  /// Whether a range that was read may follow those before it.
  private mutating func close(_ first: Int, _ last: Int) -> Bool {
    guard first > 0, first <= last, ranges.last.map({ $0.upperBound + 1 < first }) ?? true else { return false }
    ranges.append(first...last)
    return true
  }

  public var isEmpty: Bool { ranges.isEmpty }
  public var count: Int { ranges.reduce(0) { $0 + $1.count } }

  /// - Complexity: O(1) when lines are added in ascending order, as a scan does; O(ranges) otherwise.
  public mutating func insert(_ line: Int) {
    if ranges.isEmpty {
      ranges = [line...line]
    } else if let last = ranges.last, line > last.upperBound {
      if line == last.upperBound + 1 {
        ranges[ranges.count - 1] = last.lowerBound...line
      } else {
        ranges.append(line...line)
      }
    } else {
      formUnion([line...line])
    }
  }

  /// Lines that stand below all those that are there.
  mutating func append(_ range: ClosedRange<Int>) { ranges.append(range) }

  /// All lines of several sets, merged at once.
  ///
  /// - Complexity: O(n log n) in the number of ranges.
  public init(merging sets: some Sequence<LineRanges>) {
    let ranges = sets.flatMap(\.ranges)
    if ranges.count < 2 { self.ranges = ranges } else { formUnion(ranges) }
  }

  public mutating func formUnion(_ other: LineRanges) { formUnion(other.ranges) }

  private mutating func formUnion(_ others: [ClosedRange<Int>]) {
    let all = (ranges + others).sorted { $0.lowerBound < $1.lowerBound }
    ranges.removeAll(keepingCapacity: true)
    for range in all {
      if let last = ranges.last, range.lowerBound - 1 <= last.upperBound {
        ranges[ranges.count - 1] = last.lowerBound...max(last.upperBound, range.upperBound)
      } else {
        ranges.append(range)
      }
    }
  }
}

extension LineRanges: CustomStringConvertible {
  public var description: String {
    var text = ""
    for range in ranges {
      if !text.isEmpty { text += "," }
      text += String(range.lowerBound)
      if range.count > 1 { text += "-" + String(range.upperBound) }
    }
    return text
  }
}
