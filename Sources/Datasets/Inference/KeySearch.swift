import CSVCore
import Findings

/// Finds the smallest set of columns that no two rows share.
struct KeySearch {
  struct Result {
    /// The first is the one to take; empty where no set was found.
    var keys: [[Int]] = []
    /// More rows than could be compared.
    var isCut = false
  }

  /// Sets of more columns are no key that a person would name.
  private static let widest = 5
  private static let columnLimit = 8
  /// Hashes that are held at once: some 64 MB.
  private static let entryLimit = 4_000_000

  let layout: TableLayout

  /// - Parameters:
  ///   - base: columns that say where rows belong. A set with all of them comes before smaller ones without: in a few
  ///     rows the year alone may be unique, and is no key when more rows come.
  ///   - candidates: other columns without missing values, the likeliest first.
  func search(base: [Int], candidates: [Int]) throws(Failure) -> Result {
    let others = Array(candidates.prefix(Self.columnLimit))
    let result = try search(base, others)
    return result.keys.isEmpty && !result.isCut && !base.isEmpty ? try search([], base + others) : result
  }

  private func search(_ base: [Int], _ others: [Int]) throws(Failure) -> Result {
    let least = base.isEmpty ? 1 : 0
    for size in stride(from: least, through: min(Self.widest - base.count, others.count), by: 1) {
      let result = try unique(Self.sets(of: size, from: others).map { base + $0 })
      if !result.keys.isEmpty || result.isCut { return result }
    }
    return Result()
  }

  private func unique(_ sets: [[Int]]) throws(Failure) -> Result {
    var seen: [Set<UInt64>?] = sets.map { _ in [] }
    var result = Result()
    var entries = 0
    try layout.rows { batch, record in
      var isAlive = false
      for (index, columns) in sets.enumerated() where seen[index] != nil {
        let hash = Self.hash(batch, record, columns)
        if seen[index]?.insert(hash).inserted == true {
          isAlive = true
          entries += 1
        } else {
          entries -= seen[index]?.count ?? 0
          seen[index] = nil
        }
      }
      result.isCut = entries > Self.entryLimit
      return isAlive && !result.isCut
    }
    if !result.isCut { result.keys = sets.indices.filter { seen[$0] != nil }.map { sets[$0] } }
    return result
  }

  /// In the order of the likeliest.
  private static func sets(of size: Int, from columns: [Int]) -> [[Int]] {
    guard size > 0 else { return [[]] }
    return columns.indices.flatMap { index in
      sets(of: size - 1, from: Array(columns[(index + 1)...])).map { [columns[index]] + $0 }
    }
  }

  /// FNV-1a over the fields with their lengths, mixed once more.
  private static func hash(_ batch: borrowing CSVBatch, _ record: Int, _ columns: [Int]) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    let count = batch.fieldCount(of: record)
    for column in columns where column < count {
      hash = (hash ^ UInt64(batch.length(record, column))) &* 0x0000_0100_0000_01B3
      hash = batch.withField(record, column) { text in
        var hash = hash
        for index in text.indices { hash = (hash ^ UInt64(text[index])) &* 0x0000_0100_0000_01B3 }
        return hash
      }
    }
    hash = (hash ^ (hash >> 30)) &* 0xBF58_476D_1CE4_E5B9
    return hash ^ (hash >> 31)
  }
}
