import CSVCore
import Catalogue
import Datasets
public import Findings
import Language
import Values

/// The engine of this package: one pass over the file. What the plan needs is checked on the way; a file in which any of
/// that is unusual is scanned whole, and the findings are the scanner's.
public struct NativeEngine: AggregationEngine {
  public init() {}

  public func run(_ plan: AggregationPlan) throws(Failure) -> CellTable {
    // A file that cannot be read is met again by the scanner, which says so.
    if Self.isLarge(plan) {
      let lane = try? NativeLane(plan.ofItsGrain, keepsLines: plan.grain == nil)
      if let table = try? lane?.run(ranges: plan.package.threads ?? Processors.available) { return table }
    }
    let (table, outcome) = try scan(plan)
    if outcome.hasErrors { throw .invalid(outcome.findings) }
    return table
  }

  /// Smaller files are scanned at once, and all of their columns checked.
  static func isLarge(_ plan: AggregationPlan) -> Bool {
    plan.resource.paths.contains { file in
      FileIdentity(plan.package.path(of: file))?.size ?? 0 >= ScanEffort().smallestFile
    }
  }

  /// Scans and aggregates whatever can be, for `check`, which wants the findings and not the table.
  func scan(
    _ plan: AggregationPlan, limit: Int = FindingList.standardLimit
  ) throws(Failure) -> (CellTable, ScanOutcome) {
    var reader = RowReader(plan)
    var scanner = try ResourceScanner(plan.resource, of: plan.package, use: plan.use, known: plan.known, limit: limit)
    let outcome = try scanner.scan { row, scanner in reader.read(row, scanner) }
    var table = CellTable()
    table.rows = outcome.rows
    table.years = reader.years
    for accumulator in reader.accumulators {
      table.cells[accumulator.measure.name] = accumulator.cells
      table.registers[accumulator.measure.name] = accumulator.register
    }
    return (table, outcome)
  }
}
