import CSVCore

/// The stretches of a part in which rows have to be read in full.
struct DoubtfulRows {
  private(set) var stretches: [CSVStretch] = []
  private(set) var count = 0
  /// More would take longer than to read everything.
  private static let most = 1 << 20
  /// In bytes: rows between two doubtful ones so near to each other are read with them, which says nothing new.
  private static let gap = 512

  var isTooMany: Bool { stretches.count > Self.most }

  mutating func append(_ stretch: CSVStretch) {
    count += 1
    if let last = stretches.last, stretch.start - last.end <= Self.gap {
      stretches[stretches.count - 1].end = stretch.end
    } else {
      stretches.append(stretch)
    }
  }
}
