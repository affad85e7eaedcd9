import Catalogue
import Datasets
import Findings
import Language
import Values

/// The cells of one measure that a question is about.
struct MeasureSlice {
  let measure: Measure
  /// The periods asked for, and what answers them.
  let time: RolledUp
  /// Cells of those periods and of the selected part.
  var cells: [CellEntry]
  var register: [RegisterEntry] = []
}

/// A measure's value over a slice.
struct MeasureValue {
  var value: Rational?
  var absence: Absence?
  var flags: StatusFlags = []
  var cutOff: CalendarDate?
  var lines = SourceLines()
  /// The files with rows behind it, by their numbers, where lines are not kept.
  var files: Set<Int> = []
  /// What the rows of each file add up to, by its number, where they are in several and add up at all.
  var pieces: [Int: Rational] = [:]
  /// On the boundaries of another day, what each unit that reported brings in.
  var parts: [RestatedPart] = []
  /// In the order of the file.
  var corrections: [AppliedCorrection] = []
  /// Finer periods have no value at all, and later ones do.
  var hasMissingParts = false
}

/// How cells of one kind of measure become one value. One file a kind.
protocol Aggregator {
  /// - Throws: `Failure.refused` when the kind does not allow what is asked.
  static func aggregate(_ slice: MeasureSlice) throws(Failure) -> MeasureValue
}

extension Measure {
  /// The periods whose cells count for a question about some periods in order.
  func counted<Periods: BidirectionalCollection>(_ periods: Periods) -> Periods.SubSequence {
    guard kind == .stock else { return periods[...] }
    return switch take {
    case .last: periods.suffix(1)
    case .first: periods.prefix(1)
    case .average: periods[...]
    }
  }

  func counted(_ slots: [PeriodSlot]) -> [PeriodSlot] { Array(counted(slots) as ArraySlice<PeriodSlot>) }
}

extension MeasureKind {
  var aggregator: any Aggregator.Type {
    switch self {
    case .flow: FlowAggregator.self
    case .stock: StockAggregator.self
    case .count: CountAggregator.self
    case .distinct: DistinctAggregator.self
    case .published: PublishedAggregator.self
    }
  }
}

extension MeasureValue {
  /// What all kinds share: flags, lines and cut-off of the cells with a value, or why there is none.
  init(evidenceOf slice: MeasureSlice) {
    var absences: StatusFlags = []
    let cells = slice.cells
    var present: [Int] = []
    var isRestated = false
    for index in cells.indices {
      flags.formUnion(cells[index].cell.flags)
      absences.formUnion(cells[index].cell.absences)
      if !cells[index].cell.corrections.isEmpty { corrections += cells[index].cell.corrections }
      if cells[index].cell.isReported {
        present.append(index)
        if cells[index].cell.lines.isEmpty { files.formUnion(cells[index].cell.parts) }
        isRestated = isRestated || cells[index].cell.origin != nil
      }
    }
    corrections = AppliedCorrection.ordered(corrections + slice.register.flatMap(\.corrections))
    lines = SourceLines(merging: present.map { cells[$0].cell.lines })
    if isRestated { parts = RestatedPart.parts(of: present.map { cells[$0].cell }, of: slice.measure) }
    // A part of a unit's figures is an estimate: nobody counted it.
    if parts.contains(where: { !$0.origin.isWhole }) { flags.formUnion(StatusFlags(.estimated)) }
    // A sum is counted up to the day on which the first of its parts of the last period stops.
    var ends: [PeriodSlot: Int] = [:]
    var slot: PeriodSlot?
    for index in present where cells[index].key.slot != slot && ends[cells[index].key.slot] == nil {
      let own = cells[index].key.slot
      ends[own] = slice.time.reportingYear.months(of: own).upperBound
      slot = own
    }
    let last = ends.values.max()
    let latest = ends.count < 2 ? present : present.filter { ends[cells[$0].key.slot] == last }
    cutOff =
      latest.compactMap { cells[$0].cell.cutOff }.min()
      ?? slice.time.derivedCutOff(last: latest.first.map { cells[$0].key.slot })
    hasMissingParts = slice.time.hasMissingParts { ends[$0] != nil }
    guard present.isEmpty else { return }
    if absences.contains(.notApplicable), !absences.contains(.missing), !absences.contains(.notCollected) {
      absence = .notApplicable
    } else {
      absence = absences.contains(.notCollected) && !absences.contains(.missing) ? .notCollected : .missing
    }
  }

  /// The sum of the slice's cells.
  ///
  /// - Throws: `Failure.refused` on overflow.
  static func sum(of slice: MeasureSlice) throws(Failure) -> MeasureValue {
    var result = MeasureValue(evidenceOf: slice)
    if result.absence == nil { try result.addUp(slice) { $0.sum.value } }
    return result
  }

  /// Takes the sum of what the slice's cells hold, and of what the rows of each file do.
  ///
  /// - Throws: `Failure.refused` on overflow.
  mutating func addUp(_ slice: MeasureSlice, _ amount: (MeasureCell) -> ExactDecimal) throws(Failure) {
    value = try Self.weighted(slice, amount)
    var cells: [Int: [CellEntry]] = [:]
    guard slice.cells.contains(where: { !$0.cell.later.isEmpty }) else { return }
    for entry in slice.cells {
      for part in entry.cell.parts {
        entry.cell.piece(part).map { cells[part, default: []].append(CellEntry(entry.key, $0)) }
      }
    }
    for (part, own) in cells {
      var piece = slice
      piece.cells = own
      pieces[part] = try? Self.weighted(piece, amount)
    }
  }

  /// The sum of what cells with a value hold, of each the share that counts.
  ///
  /// - Throws: `Failure.refused` on overflow.
  static func weighted(
    _ slice: MeasureSlice, _ amount: (MeasureCell) -> ExactDecimal
  ) throws(Failure) -> Rational {
    var whole = DecimalSum()
    var parts = Rational.zero
    do {
      for entry in slice.cells where entry.cell.present > 0 {
        if let origin = entry.cell.origin, !origin.isWhole {
          parts = try parts.adding(origin.share.multiplied(by: Rational(amount(entry.cell))))
        } else {
          try whole.add(amount(entry.cell))
        }
      }
      return try parts.isZero ? Rational(whole.value) : parts.adding(Rational(whole.value))
    } catch {
      throw .refused(Messages.overflow)
    }
  }
}

extension AppliedCorrection {
  /// Each once, by where they were made.
  static func ordered(_ corrections: [AppliedCorrection]) -> [AppliedCorrection] {
    guard corrections.count > 1 else { return corrections }
    return Set(corrections).sorted { left, right in
      (left.position.line ?? 0, left.position.column ?? 0) < (right.position.line ?? 0, right.position.column ?? 0)
    }
  }
}
