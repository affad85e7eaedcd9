import CSVCore
import Datasets
import Findings

extension NativeEngine {
  /// As `scan`, as fast as the effort allows: the rows go through a sieve, and where cells are needed the express lane
  /// takes them in the same reading.
  ///
  /// - Parameter needsCells: whether anybody looks at the table.
  /// - Returns: no table where there are errors, or where none is needed.
  /// - Throws: as `scan`.
  func check(
    _ plan: AggregationPlan, limit: Int, effort: ScanEffort, needsCells: Bool
  ) throws(Failure) -> (CellTable?, ScanOutcome) {
    if let demands = PlanDemands.demands(plan) {
      // Where a referred resource cannot be read, the scanner says so.
      let lane = needsCells ? try? LanePlan(plan, keepsLines: true, checksKeys: true) : nil
      if !needsCells || lane != nil, let (table, outcome) = try sift(plan, demands, lane, limit: limit, effort) {
        if outcome.hasErrors || !needsCells { return (nil, outcome) }
        if let table { return (table, outcome) }
      }
    }
    return try scan(plan, limit: limit)
  }

  /// Nil where all rows have to be read in full.
  func sift(
    _ plan: AggregationPlan, _ demands: RowDemands, _ lane: LanePlan?, limit: Int, _ effort: ScanEffort
  ) throws(Failure) -> (CellTable?, ScanOutcome)? {
    var reader = RowReader(plan)
    var scanner = try ResourceScanner(plan.resource, of: plan.package, use: plan.use, known: plan.known, limit: limit)
    let companion = lane.map { lane in SieveCompanion(fields: lane.input.fields) { LanePart(lane, $0) } }
    let outcome = try scanner.sift(effort, demands: demands, companion: companion) { row, scanner in
      reader.read(row, scanner)
    }
    guard let outcome else { return nil }
    guard let lane, !outcome.hasErrors else { return (nil, outcome) }
    let files = scanner.companions.map { parts in
      parts.compactMap { part in
        (part.value as? LanePart).map {
          CSVPart(value: $0, linesBefore: part.linesBefore, recordsBefore: part.recordsBefore)
        }
      }
    }
    let isWhole =
      files.count == plan.resource.paths.count
      && files.allSatisfy { !$0.isEmpty && !$0.contains { $0.value.isDoubtful } }
    return (isWhole ? NativeLane(lane).finish(files, threads: effort.threads) : nil, outcome)
  }
}

extension LanePart: SieveCompanionPart {}
