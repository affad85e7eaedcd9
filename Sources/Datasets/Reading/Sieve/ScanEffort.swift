public import CSVCore

/// How hard a scan tries to be fast. What it finds does not depend on it.
public struct ScanEffort: Sendable {
  /// Threads that read one file.
  public var threads: Int
  /// In bytes: a resource of smaller files is read row by row.
  public var smallestFile = 128 << 10
  /// The fewest bytes that are worth a thread of their own.
  public var smallestRange = 1 << 20

  public init(threads: Int = Processors.available) { self.threads = max(1, threads) }

  /// Reads every row in full.
  public static let thorough: ScanEffort = {
    var effort = ScanEffort(threads: 1)
    effort.smallestFile = .max
    return effort
  }()
}
