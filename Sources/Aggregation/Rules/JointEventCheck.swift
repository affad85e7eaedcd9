import Catalogue
import Datasets
import Findings
import Language
import Values

/// Looks for one event that two hosts report, each in a row of its own.
///
/// Reads the resource's rows again: what tells events apart is in no cell.
struct JointEventCheck {
  private let events: JointEvents
  private let indicator: Indicator
  private let evaluator: RuleEvaluator
  private var dataset: Dataset { evaluator.book.dataset }

  /// A row with a value and with all that is needed to recognise its event.
  private struct Row {
    let line: SourceLine
    let host: String
    let remark: [String]
    let place: FactPlace
    let year: Int
    let value: Rational
  }

  /// What two rows of one event have in common.
  private struct Key: Hashable {
    let slot: PeriodSlot
    let unit: String?
    let members: [String?]
    let event: [String]
    let value: Rational
  }

  init(_ events: JointEvents, of indicator: Indicator, _ evaluator: RuleEvaluator) {
    self.events = events
    self.indicator = indicator
    self.evaluator = evaluator
  }

  /// One finding for each row that another host reported before it.
  ///
  /// - Complexity: O(rows), and a comparison for each pair of rows that agree in everything but the host.
  func findings() throws(Failure) -> [RuleFinding] {
    guard case .measure(let name) = indicator.definition, let measure = evaluator.book.catalogue.measures[name],
      let plan = dataset.plan(for: measure.resource), let groups = try groups(measure, plan)
    else { return [] }
    let names = hostNames()
    var found: [(line: SourceLine, finding: RuleFinding)] = []
    for rows in groups where rows.count > 1 {
      for (index, row) in rows.enumerated() {
        guard let earlier = rows[..<index].first(where: { areOne($0, row, names) }) else { continue }
        found.append((row.line, finding(row, earlier, measure, plan.resource.files)))
      }
    }
    return found.sorted { $0.line < $1.line }.map(\.finding)
  }

  /// The rows that could be of one event, in the order of the file.
  private func groups(_ measure: Measure, _ plan: AggregationPlan) throws(Failure) -> [[Row]]? {
    let resource = plan.resource
    var binder = RowBinder(plan)
    guard let rule = MeasureRule(measure, of: plan), let column = resource.index(of: measure.column),
      let hosts = plan.roles.dimensions.firstIndex(where: { $0.dimension == events.hosts })
    else { return nil }
    let eventFields = events.event.compactMap { resource.index(of: $0) }
    let remarkField = events.remark.flatMap { resource.index(of: $0) }
    var rows: [Key: [Row]] = [:]
    var scanner = try ResourceScanner(resource, of: plan.package, use: plan.use, known: plan.known)
    _ = try scanner.scan { row, scanner in
      var problems: [RowProblem] = []
      guard let place = binder.place(row, scanner, problems: &problems), rule.counts(row, scanner),
        let host = place.members[hosts]
      else { return [] }
      let event = eventFields.compactMap { scanner.text(of: row.cells[$0], field: $0) }
      guard event.count == eventFields.count else { return [] }
      var remark: [String] = []
      if let remarkField {
        remark = Self.words(scanner.text(of: row.cells[remarkField], field: remarkField) ?? "")
        if remark.isEmpty { return [] }
      }
      var value = Rational.one
      if measure.kind == .flow {
        guard case .number(let number) = row.cells[column], !number.isNegative, number.coefficient > 0 else {
          return []
        }
        value = Rational(number)
      }
      var members = place.members
      members[hosts] = nil
      let key = Key(
        slot: place.slot, unit: place.unit, members: members, event: event.map(VietnameseText.folded), value: value)
      let unit = plan.roles.unitColumn == nil ? [] : [place.unit]
      rows[key, default: []].append(
        Row(
          line: SourceLine(line: row.line, part: row.part), host: host, remark: remark,
          place: FactPlace(members: unit + place.members),
          year: place.first, value: value))
      return []
    }
    return Array(rows.values)
  }

  private func areOne(_ left: Row, _ right: Row, _ names: [String: [[String]]]) -> Bool {
    guard left.host != right.host else { return false }
    guard events.remark != nil else { return true }
    return mentions(left.remark, right.host, names) && mentions(right.remark, left.host, names)
  }

  private func mentions(_ remark: [String], _ host: String, _ names: [String: [[String]]]) -> Bool {
    (names[host] ?? [Self.words(host)]).contains { name in
      guard !name.isEmpty, remark.count >= name.count else { return false }
      return (0...(remark.count - name.count)).contains { remark[$0..<($0 + name.count)] == name[...] }
    }
  }

  /// Of each host its code and its names, as words.
  private func hostNames() -> [String: [[String]]] {
    var names: [String: [[String]]] = [:]
    for member in dataset.dimensions[events.hosts]?.versions ?? [] {
      names[member.code, default: [Self.words(member.code)]] += [
        Self.words(member.names.vietnamese), Self.words(member.names.english),
      ]
    }
    return names
  }

  private static func words(_ text: String) -> [String] {
    VietnameseText.folded(text).split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }

  private func finding(_ row: Row, _ earlier: Row, _ measure: Measure, _ files: [String]) -> RuleFinding {
    let (rule, wording) = (evaluator.rule, evaluator.wording)
    let evidence = [row, earlier].map { row in
      var lines = SourceLines()
      lines.insert(row.line.line, part: row.line.part)
      return Evidence(resource: measure.resource, column: measure.column, files: files, lines: lines)
    }
    let roles = evaluator.book.catalogue.roles[measure.resource]
    let dimensions =
      (roles?.unitColumn == nil ? [] : [DimensionDeclaration.unit]) + (roles?.dimensions.map(\.dimension) ?? [])
    let host = dataset.dimensions[events.hosts]?.member(earlier.host)?.names ?? LocalizedText(earlier.host)
    let facts = Messages.jointEvent(
      indicator.names, value: wording.amount(row.value, indicator.unit), hosts: host, line: earlier.line.line,
      of: earlier.line.part == row.line.part ? nil : files[earlier.line.part],
      byRemarks: events.remark != nil)
    let finding = Finding(
      code: "joint-event", severity: rule.severity, resource: measure.resource, position: wording.position(evidence),
      field: measure.column, value: RuleWording.plain(row.value),
      message: evaluator.message(wording.place(row.year...row.year, row.place, dimensions), facts, evidence),
      remedy: Messages.jointEventRemedy)
    return RuleFinding(finding, rule: rule.id, evidence: evidence)
  }
}
