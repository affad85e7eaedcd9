import Findings
import TestSupport
import Testing

@testable import Datasets

/// Compares what a scan through a sieve finds with what reading every row in full finds.
enum SiftedReading {
  static let threads = [1, 2, 3, 5, 8]

  /// Ranges of any size in files of any size.
  static func effort(threads: Int) -> ScanEffort {
    var effort = ScanEffort(threads: threads)
    effort.smallestFile = 0
    effort.smallestRange = 1
    return effort
  }

  /// The first difference; nil where there is none.
  static func difference(
    _ resource: ResourceDescriptor, _ package: DataPackage, threads: [Int] = threads, limit: Int = 1000
  ) -> String? {
    let expected = outcome { () throws(Failure) in
      var scanner = try ResourceScanner(resource, of: package, limit: limit)
      return try scanner.scan()
    }
    for count in threads {
      let found = outcome { () throws(Failure) in
        var scanner = try ResourceScanner(resource, of: package, limit: limit)
        return try scanner.check(effort(threads: count))
      }
      if let difference = difference(expected, found) { return "\(resource.name), \(count) threads: \(difference)" }
    }
    return nil
  }

  /// Rows that are read in full; nil where all of them are.
  static func held(_ resource: ResourceDescriptor, _ package: DataPackage, threads: Int) throws -> Int? {
    var scanner = try ResourceScanner(resource, of: package)
    var rows = 0
    let outcome = try scanner.sift(effort(threads: threads)) { _, _ in
      rows += 1
      return []
    }
    return outcome == nil ? nil : rows
  }

  private static func outcome(
    _ work: () throws(Failure) -> ScanOutcome
  ) -> Result<ScanOutcome, Failure> {
    do throws(Failure) { return .success(try work()) } catch { return .failure(error) }
  }

  private static func difference(
    _ expected: Result<ScanOutcome, Failure>, _ found: Result<ScanOutcome, Failure>
  ) -> String? {
    switch (expected, found) {
    case (.failure(let left), .failure(let right)): return "\(left)" == "\(right)" ? nil : "\(left) and \(right)"
    case (.success(let left), .success(let right)):
      if left.rows != right.rows { return "\(left.rows) and \(right.rows) rows" }
      for (index, pair) in zip(left.findings, right.findings).enumerated() where pair.0 != pair.1 {
        return "finding \(index): \(pair.0.summary) and \(pair.1.summary)"
      }
      if left.findings.count != right.findings.count {
        return "\(left.findings.map(\.summary)) and \(right.findings.map(\.summary))"
      }
      return left.list.counts == right.list.counts ? nil : "counts differ"
    default: return "\(expected) and \(found)"
    }
  }
}
