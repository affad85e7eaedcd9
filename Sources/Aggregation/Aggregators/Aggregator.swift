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
    var ends = PeriodEnds(slice.time.reportingYear)
    var found: [SourceLines] = []
    var isRestated = false
    for entry in slice.cells {
      flags.formUnion(entry.cell.flags)
      absences.formUnion(entry.cell.absences)
      if !entry.cell.corrections.isEmpty { corrections += entry.cell.corrections }
      guard entry.cell.isReported else { continue }
      ends.add(entry)
      if entry.cell.lines.isEmpty { entry.cell.addParts(to: &files) } else { found.append(entry.cell.lines) }
      isRestated = isRestated || entry.cell.origin != nil
    }
    if !slice.register.isEmpty { corrections += slice.register.flatMap(\.corrections) }
    corrections = AppliedCorrection.ordered(corrections)
    if !found.isEmpty { lines = SourceLines(merging: found) }
    if isRestated {
      parts = RestatedPart.parts(of: slice.cells.filter { $0.cell.isReported }.map { $0.cell }, of: slice.measure)
    }
    // A part of a unit's figures is an estimate: nobody counted it.
    if parts.contains(where: { !$0.origin.isWhole }) { flags.formUnion(StatusFlags(.estimated)) }
    cutOff = ends.cutOff ?? slice.time.derivedCutOff(last: ends.last)
    hasMissingParts = slice.time.hasMissingParts(present: ends.contains)
    guard ends.last == nil else { return }
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
        entry.cell.piece(part).map { cells[part, default: []].append(entry.with($0)) }
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

/// The periods of the cells with a value, and up to which day those of the last one were counted: a sum is counted up to
/// the day on which the first of its parts of the last period stops.
private struct PeriodEnds {
  private let calendar: ReportingYear
  private(set) var last: PeriodSlot?
  private var end = Int.min
  private(set) var cutOff: CalendarDate?
  /// All of them, where they are several.
  private var several: Set<PeriodSlot> = []
  private var latest: PeriodSlot?

  init(_ calendar: ReportingYear) { self.calendar = calendar }

  mutating func add(_ entry: CellEntry) {
    let slot = entry.key.slot
    if slot != latest {
      if let latest {
        several.insert(latest)
        several.insert(slot)
      }
      latest = slot
    }
    if slot != last {
      let own = calendar.months(of: slot).upperBound
      if own < end { return }
      // Periods of several kinds may end together.
      if own > end { cutOff = nil }
      (last, end) = (slot, own)
    }
    if let own = entry.cell.cutOff { cutOff = min(cutOff ?? own, own) }
  }

  func contains(_ slot: PeriodSlot) -> Bool { slot == last || several.contains(slot) }
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
