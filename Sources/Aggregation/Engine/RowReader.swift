import Datasets

/// Reads the rows of a scan as a plan asks: binds them to their places and adds them up.
struct RowReader {
  private var binder: RowBinder
  private(set) var accumulators: [MeasureAccumulator]
  /// The reporting years with rows.
  private(set) var years: Set<Int> = []

  init(_ plan: AggregationPlan) {
    binder = RowBinder(plan)
    let bytes = plan.resource.paths.reduce(0) { $0 + (FileIdentity(plan.package.path(of: $1))?.size ?? 0) }
    // A field takes some four bytes; no table that is read row by row need be met exactly.
    let rows = bytes / (4 * max(1, plan.resource.fields.count))
    accumulators = plan.measures.compactMap { MeasureAccumulator($0, of: plan, rows: rows) }
  }

  /// What is wrong with a row beyond its schema.
  mutating func read(_ row: ScannedRow, _ scanner: borrowing ResourceScanner) -> [RowProblem] {
    var problems: [RowProblem] = []
    guard let place = binder.place(row, scanner, problems: &problems) else { return problems }
    years.insert(place.first)
    if let problem = binder.doubt(row) { problems.append(problem) }
    for index in accumulators.indices {
      // Measures of one column find the same things.
      for problem in accumulators[index].take(row, place, scanner)
      where !problems.contains(where: { $0.code == problem.code && $0.field == problem.field }) {
        problems.append(problem)
      }
    }
    return problems
  }
}
