import Catalogue
import CSVCore
import Datasets
import Findings
import Values

/// Where the rows of a part belong, by the codes of their texts. What the row's reader would say of a text, it is asked
/// once.
struct LanePlaces {
  private let plan: LanePlan
  private let grain: CellGrain?
  /// For each column of members, whether cells are told apart by them.
  private let keeps: [Bool]
  private var binder: RowBinder
  private var slots: [PeriodSlot] = []
  private var slotCodes: [PeriodSlot: Int32] = [:]
  /// For each period, its reporting year.
  private(set) var years: Set<Int> = []
  private var units = LaneMembers()
  private var members: [LaneMembers]
  /// By the code of a text: the code of its period.
  private var periodMap: [Int32] = []
  /// By the code of a text of the period, the period itself.
  private var periods: [PeriodSlot] = []
  /// By the code of a text of the unit, whether the unit is valid at some times only.
  private var isDated: [Bool] = []
  /// Whether the periods of some units' rows have to be looked at.
  private(set) var hasDated = false
  private var pairs: Set<Int> = []
  private var statuses: [LaneStatus] = []
  private var cutOffs: [Int32] = []
  private var verdicts: [LanePlan.Condition: [Bool]] = [:]
  private var textValues: [Int: LaneValues] = [:]
  private var gathered = LaneValues()

  init(_ plan: LanePlan) {
    self.plan = plan
    binder = RowBinder(plan.plan)
    members = plan.members.map { _ in LaneMembers() }
    // Without a column of units all rows have the same: none.
    if plan.unit == nil { _ = units.code(of: nil) }
    grain = plan.plan.grain
    keeps = plan.plan.roles.dimensions.filter { plan.plan.resource.index(of: $0.column) != nil }.map {
      plan.plan.grain?.keeps($0.dimension) ?? true
    }
  }

  /// How many codes there are in each dimension.
  var bounds: [Int] { [slots.count, units.texts.count] + members.map(\.texts.count) }

  func keys(of groups: LaneGroups) -> [CellKey] {
    (0..<groups.count).map { group in
      let first = group * groups.dimensions
      return CellKey(
        slot: slots[Int(groups.codes[first])], unit: units.texts[Int(groups.codes[first + 1])],
        members: members.indices.map { members[$0].texts[Int(groups.codes[first + 2 + $0])] })
    }
  }

  /// For each dimension that has a column of texts, the map from these to codes of the dimension.
  var maps: [(dimension: Int, texts: Int, map: [Int32])] {
    var maps = [(0, plan.period, periodMap)]
    if let unit = plan.unit { maps.append((1, unit, units.map)) }
    for (index, place) in plan.members.enumerated() { maps.append((2 + index, place, members[index].map)) }
    return maps
  }

  /// Looks at the texts that were not there before; false where the row's reader would say something.
  mutating func learn(_ texts: [LaneTexts], _ examiner: FieldExaminer) -> Bool {
    for code in periodMap.count..<texts[plan.period].cells.count {
      guard learnPeriod(texts[plan.period].cells[code], examiner) else { return false }
    }
    if let unit = plan.unit {
      for code in units.map.count..<texts[unit].cells.count {
        let text = examiner.text(of: texts[unit].cells[code], field: plan.texts[unit])
        guard let text, learnUnit(text) else { return false }
      }
    }
    for (index, place) in plan.members.enumerated() {
      for code in members[index].map.count..<texts[place].cells.count {
        let text = examiner.text(of: texts[place].cells[code], field: plan.texts[place])
        var problems: [RowProblem] = []
        binder.checkMember(
          text, of: plan.plan.roles.dimensions[index].dimension, field: plan.texts[place], problems: &problems)
        guard problems.isEmpty, let text else { return false }
        members[index].add(keeps[index] ? text : nil)
      }
    }
    guard learnStatus(texts, examiner) else { return false }
    for condition in plan.totals.flatMap(\.conditions) {
      let cells = texts[condition.texts].cells
      for code in (verdicts[condition]?.count ?? 0)..<cells.count {
        let text = examiner.text(of: cells[code], field: plan.texts[condition.texts])
        let isMet = text.map { condition.condition.values.contains($0) != condition.condition.isExcluded } ?? false
        verdicts[condition, default: []].append(isMet)
      }
    }
    return learnValues(texts)
  }

  private mutating func learnPeriod(_ cell: Cell, _ examiner: FieldExaminer) -> Bool {
    var problems: [RowProblem] = []
    let row = examiner.row([(plan.texts[plan.period], cell)])
    let slot = examiner.ask { scanner in binder.period?.slot(row, scanner, &problems) }
    guard let slot, problems.isEmpty else { return false }
    let year = slot.kind == .year ? slot.year : plan.plan.roles.reportingYear.year(of: slot)
    years.insert(year)
    periods.append(slot)
    let own = grain?.slot(slot, plan.plan.roles.reportingYear) ?? slot
    if slotCodes[own] == nil {
      slotCodes[own] = Int32(slots.count)
      slots.append(own)
    }
    periodMap.append(slotCodes[own] ?? 0)
    return true
  }

  /// Whether a unit is one of the level, at any time; when, depends on the row's period.
  private mutating func learnUnit(_ text: String) -> Bool {
    units.add(grain.map { $0.unit(text, plan.plan.units) } ?? text)
    guard let known = plan.plan.units else {
      isDated.append(false)
      return true
    }
    let versions = known.versions(of: text)
    guard !versions.isEmpty else { return false }
    if let level = plan.plan.roles.level, !versions.contains(where: { $0.level == level }) { return false }
    let isDated = !versions.contains { $0.validFrom == nil && $0.validTo == nil }
    self.isDated.append(isDated)
    hasDated = hasDated || isDated
    return true
  }

  /// Whether all units are valid in the periods of their rows.
  mutating func checkPairs(_ texts: [LaneTexts], rows: Int, _ examiner: FieldExaminer?) -> Bool {
    guard hasDated, let unit = plan.unit, let examiner else { return true }
    let (unitCodes, periodCodes) = (texts[unit].codes, texts[plan.period].codes)
    var last = -1
    for row in 0..<rows where isDated[Int(unitCodes[row])] {
      let pair = Int(unitCodes[row]) << 32 | Int(periodCodes[row])
      if pair == last || !pairs.insert(pair).inserted { continue }
      last = pair
      let row = examiner.row([(plan.texts[plan.period], texts[plan.period].cells[pair & 0xFFFF_FFFF])])
      let code = examiner.text(of: texts[unit].cells[pair >> 32], field: plan.texts[unit]) ?? ""
      var problems: [RowProblem] = []
      binder.checkUnit(
        code, row, field: plan.texts[unit], periods[pair & 0xFFFF_FFFF], problems: &problems)
      guard problems.isEmpty else { return false }
    }
    return true
  }

  private mutating func learnStatus(_ texts: [LaneTexts], _ examiner: FieldExaminer) -> Bool {
    if let place = plan.flags {
      for code in statuses.count..<texts[place].cells.count {
        var status = LaneStatus()
        if let text = examiner.text(of: texts[place].cells[code], field: plan.texts[place]) {
          guard let flags = StatusFlags(codes: text) else { return false }
          status.flags = flags.rawValue
          status.absence = flags.flags.first { $0.isAbsence }.map { StatusFlags($0).rawValue }
        }
        statuses.append(status)
      }
    }
    if let place = plan.cutOff {
      for code in cutOffs.count..<texts[place].cells.count {
        var number = Int32.max
        if case .date(let day) = texts[place].cells[code] {
          number = Int32(FieldDay.number(year: day.year, month: day.month, day: day.day))
        }
        cutOffs.append(number)
      }
    }
    return true
  }

  /// What a row says beside its value.
  func status(_ texts: [LaneTexts], _ row: Int) -> LaneStatus {
    var status = plan.flags.map { statuses[Int(texts[$0].codes[row])] } ?? LaneStatus()
    if let place = plan.cutOff { status.cutOff = cutOffs[Int(texts[place].codes[row])] }
    return status
  }

  /// Which rows of a batch fulfil the conditions of a total.
  func judge(_ total: LanePlan.Total, _ texts: [LaneTexts], rows: Int, into isCounted: inout [Bool]) {
    if isCounted.count < rows { isCounted = Array(repeating: true, count: rows) }
    for row in 0..<rows { isCounted[row] = true }
    for condition in total.conditions {
      guard let verdicts = verdicts[condition] else { continue }
      let codes = texts[condition.texts].codes
      for row in 0..<rows where !verdicts[Int(codes[row])] { isCounted[row] = false }
    }
    for comparison in total.comparisons {
      let column = texts[comparison.texts]
      for row in 0..<rows where isCounted[row] {
        let other = comparison.other.map { texts[$0].cells[Int(texts[$0].codes[row])] } ?? comparison.value
        isCounted[row] = MeasureRule.holds(comparison.relation, column.cells[Int(column.codes[row])], other)
      }
    }
  }

  /// Numbers of columns of texts that measures add up.
  private mutating func learnValues(_ texts: [LaneTexts]) -> Bool {
    for total in plan.totals {
      guard case .texts(let place) = total.source else { continue }
      var values = textValues[place] ?? LaneValues()
      for code in values.scales.count..<texts[place].cells.count {
        var number = FieldNumber(coefficient: 0, scale: 0)
        if case .number(let exact) = texts[place].cells[code] {
          guard let known = FieldNumber(exact), isAllowed(known, at: place) else { return false }
          number = known
        }
        values.coefficients.append(number.coefficient)
        values.scales.append(
          texts[place].cells[code] == .missing ? LaneValues.missing : UInt8(truncatingIfNeeded: number.scale))
        values.scale = max(values.scale, number.scale)
      }
      textValues[place] = values
    }
    return true
  }

  /// A count of something is not negative.
  private func isAllowed(_ number: FieldNumber, at place: Int) -> Bool {
    guard number.coefficient < 0 else { return true }
    let field = plan.plan.resource.fields[plan.texts[place]]
    return !plan.measures.contains { measure, _ in
      measure.column == field.name && (measure.kind == .flow || measure.kind == .stock) && field.kind == .integer
        && field.constraints.minimum == nil
    }
  }

  /// The values of a column of texts in the rows of a batch.
  mutating func values(_ column: LaneTexts, at place: Int, rows: Int) -> LaneValues {
    guard let values = textValues[place] else { return gathered }
    gathered.reserve(rows)
    gathered.scale = values.scale
    for row in 0..<rows {
      let code = Int(column.codes[row])
      gathered.coefficients[row] = values.coefficients[code]
      gathered.scales[row] = values.scales[code]
    }
    return gathered
  }
}

/// The members of one dimension that a part has met.
struct LaneMembers {
  /// By code.
  private(set) var texts: [String?] = []
  /// By the code of a column's text: several of them may be the same member.
  private(set) var map: [Int32] = []
  private var known: [String?: Int32] = [:]

  mutating func code(of text: String?) -> Int32 {
    if let code = known[text] { return code }
    let code = Int32(texts.count)
    known[text] = code
    texts.append(text)
    return code
  }

  mutating func add(_ text: String?) { map.append(code(of: text)) }
}
