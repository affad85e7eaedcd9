import CSVCore
import Datasets
import Values

/// What one part of a file has come to.
///
/// Unchecked: a part is made and filled by one thread, and handed over when that has ended.
final class LanePart: @unchecked Sendable {
  let plan: LanePlan
  let file: ExpressFile
  private var examiner: FieldExaminer?
  private var places: LanePlaces
  private(set) var texts: [LaneTexts]
  private var numbers: [LaneNumbers]
  private var plain: [LanePlain]
  private var persons: [LanePersons]
  private(set) var groups: LaneGroups
  /// Nil where every text has to be looked at.
  private var shortcut: LaneShortcut?
  private(set) var totals: [LaneCells]
  /// For each total, who is counted once; nil where rows are.
  private(set) var crowds: [LaneCrowd?]
  private(set) var rows = 0
  /// Whether something has to be looked at by the scanner.
  private(set) var isDoubtful: Bool

  /// Of the rows of a batch.
  private var rowGroups: [Int32] = []
  private var scratch: [Int] = []
  private var isCounted: [Bool] = []

  init(_ plan: LanePlan, _ file: ExpressFile) {
    self.plan = plan
    self.file = file
    examiner = FieldExaminer(plan.input)
    isDoubtful = examiner == nil
    places = LanePlaces(plan)
    let fields = plan.plan.resource.fields
    texts = plan.texts.map { LaneTexts(field: $0, hasDays: fields[$0].kind == .date) }
    numbers = plan.numbers.map { index in
      let counts = plan.measures.contains { measure, _ in
        measure.column == fields[index].name && (measure.kind == .flow || measure.kind == .stock)
      }
      let refuses = counts && fields[index].kind == .integer && fields[index].constraints.minimum == nil
      return LaneNumbers(fields[index], at: index, refusesNegatives: refuses)
    }
    plain = plan.plain.map { LanePlain(fields[$0], at: $0) }
    persons = plan.persons.map { LanePersons(fields[$0], at: $0) }
    crowds = plan.totals.map { $0.isDistinct ? LaneCrowd() : nil }
    groups = LaneGroups(dimensions: 2 + plan.members.count)
    shortcut = LaneShortcut.isPossible(plan) ? LaneShortcut() : nil
    totals = plan.totals.map { _ in LaneCells() }
  }

  /// The period, unit and members of each group.
  func keys() -> [CellKey] { places.keys(of: groups) }

  var years: Set<Int> { places.years }

  /// The different texts of each column of texts, in order of first appearance.
  func seenTexts() -> [(field: Int, texts: [String])] {
    guard let examiner else { return [] }
    return (plan.texts + plan.plain + plan.persons).map { ($0, examiner.texts(of: $0)) }
  }

  /// Adds a batch; false where it has to be left to the scanner.
  func take(_ batch: borrowing CSVBatch) -> Bool {
    guard !isDoubtful, rows < Int(Int32.max) / 2 else { return false }
    let isTaken = batch.withRows { rows in rows.columns == file.fieldCount && take(rows, of: batch) }
    guard isTaken ?? (batch.recordCount == 0) else {
      isDoubtful = true
      return false
    }
    rows += batch.recordCount
    return true
  }

  private func take(_ rows: CSVRows, of batch: borrowing CSVBatch) -> Bool {
    let known = shortcut?.groups(rows, groups, into: &rowGroups) ?? 0
    if known > 0 {
      let first = rows.part(0..<known)
      guard readValues(first), addUp(known, of: batch, from: 0) else { return false }
    }
    guard known < rows.count else { return true }
    let rest = rows.part(known..<rows.count)
    guard readTexts(rest), readValues(rest), group(rest.count), addUp(rest.count, of: batch, from: known) else {
      return false
    }
    shortcut?.learn(places, texts, groups, file)
    return true
  }

  private func readTexts(_ rows: CSVRows) -> Bool {
    withExaminer { examiner in
      for index in texts.indices {
        guard texts[index].fill(rows, file.columns[index], &examiner) else { return false }
      }
      return places.learn(texts, examiner)
    }
  }

  private func readValues(_ rows: CSVRows) -> Bool {
    withExaminer { examiner in
      for index in numbers.indices {
        guard numbers[index].fill(rows, file.columns[texts.count + index], &examiner) else { return false }
      }
      for index in plain.indices {
        guard plain[index].fill(rows, file.columns[texts.count + numbers.count + index], &examiner) else {
          return false
        }
      }
      let before = texts.count + numbers.count + plain.count
      for index in persons.indices {
        guard persons[index].fill(rows, file.columns[before + index], &examiner) else { return false }
      }
      return true
    }
  }

  /// Lends the examiner, with one owner of its dictionaries, so that nothing is copied.
  private func withExaminer(_ body: (inout FieldExaminer) -> Bool) -> Bool {
    guard var examiner else { return false }
    self.examiner = nil
    defer { self.examiner = examiner }
    return body(&examiner)
  }

  private func group(_ rows: Int) -> Bool {
    guard groups.reserve(places.bounds) else { return false }
    guard places.checkPairs(texts, rows: rows, examiner) else { return false }
    groups.number(
      places.maps.map { ($0.dimension, texts[$0.texts].codes, $0.map) }, rows: rows, into: &rowGroups, &scratch)
    for index in totals.indices { totals[index].reserve(groups: groups.count) }
    return true
  }

  /// - Parameter first: the record of the batch with which the rows begin.
  private func addUp(_ rows: Int, of batch: borrowing CSVBatch, from first: Int) -> Bool {
    for (index, total) in plan.totals.enumerated() {
      let values = values(of: total.source, rows: rows)
      guard totals[index].raise(to: values.scale) else { return false }
      let isPlain = plan.flags == nil && plan.cutOff == nil && !total.isConditional
      if isPlain {
        guard totals[index].add(values, rowGroups, rows: rows) else { return false }
        if case .persons(let place) = total.source, total.isDistinct {
          guard crowds[index]?.add(persons[place].words, rowGroups, values, rows: rows) ?? true else { return false }
        }
        if plan.keepsLines {
          for row in 0..<rows where values.scales[row] != LaneValues.missing {
            totals[index].note(rowGroups[row], line: batch.line(of: first + row))
          }
        }
      } else {
        guard addWithStatus(values, total, index, rows, of: batch, from: first) else { return false }
      }
    }
    return true
  }

  private func addWithStatus(
    _ values: LaneValues, _ total: LanePlan.Total, _ index: Int, _ rows: Int, of batch: borrowing CSVBatch,
    from first: Int
  ) -> Bool {
    places.judge(total, texts, rows: rows, into: &isCounted)
    for row in 0..<rows {
      let status = places.status(texts, row)
      let group = Int(rowGroups[row])
      guard isCounted[row] else {
        if total.countsPassed { totals[index].pass(status, in: group) }
        continue
      }
      guard totals[index].add(values.coefficients[row], scale: values.scales[row], status, to: group) else {
        return false
      }
      guard values.scales[row] != LaneValues.missing else { continue }
      if plan.keepsLines { totals[index].note(rowGroups[row], line: batch.line(of: first + row)) }
      if case .persons(let place) = total.source {
        guard crowds[index]?.add(persons[place].words[row], rowGroups[row]) ?? true else { return false }
      }
    }
    return true
  }

  private func values(of source: LanePlan.Source, rows: Int) -> LaneValues {
    switch source {
    case .numbers(let place): numbers[place].values
    case .plain(let place): plain[place].values
    case .persons(let place): persons[place].values
    case .texts(let place): places.values(texts[place], at: place, rows: rows)
    }
  }
}
