import Catalogue
import CSVCore
import Datasets
import Findings
import Values

/// The express lane of the native engine: only the columns that a plan needs are decoded and checked, of the others only
/// that every row has them. It takes what is beyond doubt; anything else it gives back whole, so that the scanner reads
/// the resource, and what it says counts.
struct NativeLane: Sendable {
  private let plan: LanePlan

  init(_ plan: LanePlan) { self.plan = plan }

  /// - Returns: nil where a plan needs the scanner.
  /// - Throws: what reading referred resources throws.
  init?(_ plan: AggregationPlan, keepsLines: Bool = true) throws(Failure) {
    guard let plan = try LanePlan(plan, keepsLines: keepsLines) else { return nil }
    self.plan = plan
  }

  /// - Returns: nil where the resource is given back.
  /// - Throws: `Failure.noInput` or `.inputOutput` when a file cannot be read.
  func run(ranges: Int, options: CSVOptions = CSVOptions()) throws(Failure) -> CellTable? {
    let plan = plan
    let progress = plan.plan.package.progress
    let files = try plan.input.fold(
      ranges: ranges, options: options, into: { LanePart(plan, $0) },
      { part, batch in
        progress?.add(bytes: batch.byteCount, rows: batch.recordCount)
        return part.take(batch)
      }, isDone: { !$0.isDoubtful })
    guard let files else { return nil }
    return finish(files, threads: ranges)
  }

  /// Puts together what the parts of all files came to.
  func finish(_ files: [[CSVPart<LanePart>]], threads: Int) -> CellTable? {
    var merge = LaneMerge(plan)
    for parts in files {
      for part in parts {
        guard merge.add(part) else { return nil }
      }
      // A scan looks at all that it has read at the end of each file.
      guard !merge.isAboutPersons else { return nil }
    }
    return merge.table(threads: threads)
  }
}
