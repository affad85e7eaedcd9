import Datasets
import Findings

extension NativeEngine {
  /// As `scan`, as fast as the effort allows.
  ///
  /// - Parameter needsCells: whether anybody looks at the table; otherwise there may be none.
  /// - Throws: as `scan`.
  func check(
    _ plan: AggregationPlan, limit: Int, effort: ScanEffort, needsCells: Bool
  ) throws(Failure) -> (CellTable?, ScanOutcome) {
    if !needsCells, let outcome = try sift(plan, limit: limit, effort) { return (nil, outcome) }
    return try scan(plan, limit: limit)
  }

  /// Findings without cells; nil where all rows have to be read in full.
  private func sift(
    _ plan: AggregationPlan, limit: Int, _ effort: ScanEffort
  ) throws(Failure) -> ScanOutcome? {
    guard let demands = PlanDemands.demands(plan) else { return nil }
    var reader = RowReader(plan)
    var scanner = try ResourceScanner(plan.resource, of: plan.package, use: plan.use, known: plan.known, limit: limit)
    return try scanner.sift(effort, demands: demands) { row, scanner in reader.read(row, scanner) }
  }
}
