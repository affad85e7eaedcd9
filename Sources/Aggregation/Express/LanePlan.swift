import Catalogue
import Datasets
import Findings
import Values

/// How a plan is carried out past the scanner: which columns are read how, and what measures have in common.
struct LanePlan: Sendable {
  /// Where the values of a measure come from.
  enum Source: Hashable, Sendable {
    case texts(Int)
    case numbers(Int)
    case plain(Int)
    case persons(Int)

    /// Tells it from every other.
    var name: String {
      switch self {
      case .texts(let place): "texts \(place)"
      case .numbers(let place): "numbers \(place)"
      case .plain(let place): "plain \(place)"
      case .persons(let place): "persons \(place)"
      }
    }
  }

  struct Condition: Hashable, Sendable {
    /// The place of its column among those of texts.
    let texts: Int
    let condition: ColumnCondition
  }

  struct Comparison: Sendable {
    let texts: Int
    let relation: ColumnComparison.Relation
    /// The place of the other column, or a value.
    let other: Int?
    let value: Cell
  }

  /// What some measures have in common, so that it is added up once.
  struct Total: Sendable {
    let source: Source
    let conditions: [Condition]
    let comparisons: [Comparison]
    /// Whether rows that do not count make a known zero.
    let countsPassed: Bool
    /// Whether different values are counted.
    let isDistinct: Bool
    /// How it is told from others.
    let name: String

    var isConditional: Bool { !conditions.isEmpty || !comparisons.isEmpty }
  }

  let plan: AggregationPlan
  let input: ExpressInput
  /// The declared fields of texts, of numbers and of what is only counted, in the order of the input's columns.
  let texts: [Int]
  let numbers: [Int]
  let plain: [Int]
  let persons: [Int]
  /// Places among the texts.
  let period: Int
  let unit: Int?
  let members: [Int]
  let flags: Int?
  let cutOff: Int?
  let totals: [Total]
  /// For each measure the place of its total.
  let measures: [(measure: Measure, total: Int)]
  let keepsLines: Bool
  /// The place of the dimension of which values are counted that are found in so many members.
  let counted: Int?

  /// - Parameter checksKeys: whether somebody else checks the keys of rows.
  /// - Returns: nil where the plan needs the scanner.
  /// - Throws: what reading referred resources throws.
  init?(_ plan: AggregationPlan, keepsLines: Bool, checksKeys: Bool = false) throws(Failure) {
    let resource = plan.resource
    guard checksKeys || !resource.hasKeys, let columns = LaneColumns(plan) else { return nil }
    guard
      let input = try ExpressInput(
        resource, of: plan.package, use: plan.use, known: plan.known,
        fields: columns.texts + columns.numbers + columns.plain + columns.persons)
    else { return nil }
    self.plan = plan
    self.input = input
    self.keepsLines = keepsLines
    (texts, numbers, plain, persons) = (columns.texts, columns.numbers, columns.plain, columns.persons)
    func place(_ column: String?) -> Int? {
      column.flatMap { resource.index(of: $0) }.flatMap { columns.texts.firstIndex(of: $0) }
    }
    guard let period = place(columns.periodColumn) else { return nil }
    self.period = period
    unit = place(plan.roles.unitColumn)
    members = plan.roles.dimensions.compactMap { place($0.column) }
    flags = place(plan.roles.flagsColumn)
    cutOff = place(plan.roles.cutOffColumn)
    var totals: [Total] = []
    var measures: [(measure: Measure, total: Int)] = []
    for measure in plan.measures {
      guard let field = resource.index(of: measure.column) else { continue }
      guard let total = Self.total(measure, field, columns, resource) else { return nil }
      if let known = totals.firstIndex(where: { $0.name == total.name }) {
        measures.append((measure, known))
      } else {
        measures.append((measure, totals.count))
        totals.append(total)
      }
    }
    self.totals = totals
    self.measures = measures
    // One census tells the members of one dimension apart.
    let found = Set(measures.compactMap { $0.measure.foundIn?.dimension })
    guard found.count < 2 else { return nil }
    counted = found.first.flatMap { name in plan.roles.dimensions.firstIndex { $0.dimension == name } }
  }

  private static func total(
    _ measure: Measure, _ field: Int, _ columns: LaneColumns, _ resource: ResourceDescriptor
  ) -> Total? {
    let source: Source
    if let place = columns.texts.firstIndex(of: field) {
      source = .texts(place)
    } else if let place = columns.numbers.firstIndex(of: field) {
      source = .numbers(place)
    } else if let place = columns.plain.firstIndex(of: field) {
      source = .plain(place)
    } else if let place = columns.persons.firstIndex(of: field) {
      source = .persons(place)
    } else {
      return nil
    }
    var conditions: [Condition] = []
    for condition in measure.filter {
      guard let field = resource.index(of: condition.column) else { continue }
      guard let place = columns.texts.firstIndex(of: field) else { return nil }
      conditions.append(Condition(texts: place, condition: condition))
    }
    var comparisons: [Comparison] = []
    for comparison in measure.comparisons {
      guard let field = resource.index(of: comparison.column) else { continue }
      guard let place = columns.texts.firstIndex(of: field) else { return nil }
      if comparison.isLiteral {
        let value = ColumnComparison.literal(comparison.other, resource.fields[field].kind) ?? .invalid
        comparisons.append(Comparison(texts: place, relation: comparison.relation, other: nil, value: value))
      } else if let other = resource.index(of: comparison.other) {
        guard let otherPlace = columns.texts.firstIndex(of: other) else { return nil }
        comparisons.append(
          Comparison(texts: place, relation: comparison.relation, other: otherPlace, value: .invalid))
      }
    }
    let passes = measure.kind == .count && (!conditions.isEmpty || !comparisons.isEmpty)
    let isDistinct = measure.kind == .distinct
    return Total(
      source: source, conditions: conditions, comparisons: comparisons, countsPassed: passes, isDistinct: isDistinct,
      name: ([source.name, "\(passes)", "\(isDistinct)"] + measure.rowConditions).joined(separator: "\u{0}"))
  }
}

/// Which columns of a resource are read, and how.
private struct LaneColumns {
  var texts: [Int] = []
  var numbers: [Int] = []
  var plain: [Int] = []
  var persons: [Int] = []
  let periodColumn: String

  init?(_ plan: AggregationPlan) {
    let (resource, roles) = (plan.resource, plan.roles)
    switch roles.time {
    case .year(let column), .month(let column), .day(let column), .code(let column, nil): periodColumn = column
    // Registers keep rows, and the kind of a period depends on two columns.
    case .active, .code: return nil
    }
    for column in roles.columns {
      guard let field = resource.index(of: column) else { continue }
      addTexts(field)
    }
    for measure in plan.measures {
      for column in measure.filter.map(\.column) + measure.comparisons.map(\.column)
        + measure.comparisons.filter({ !$0.isLiteral }).map(\.other)
      {
        if let field = resource.index(of: column) { addTexts(field) }
      }
    }
    // Different values are only counted where that is the question; else they are needed themselves.
    for measure in plan.measures where measure.kind == .distinct {
      guard plan.grain != nil, let field = resource.index(of: measure.column), !texts.contains(field),
        LanePlain.canRead(resource.fields[field]),
        !resource.foreignKeys.contains(where: { $0.fields == [measure.column] })
      else { return nil }
      if !persons.contains(field) { persons.append(field) }
    }
    let figures = plan.use.figures
    for measure in plan.measures {
      guard let index = resource.index(of: measure.column) else { continue }
      let field = resource.fields[index]
      let isNumber = field.kind == .number || field.kind == .integer
      switch measure.kind {
      case .distinct: continue
      case .flow, .stock, .published: if !isNumber { return nil }
      case .count: break
      }
      guard ![texts, numbers, plain, persons].contains(where: { $0.contains(index) }) else { continue }
      if isNumber, LaneNumbers.canRead(field), figures.contains(field.name) {
        numbers.append(index)
      } else if LanePlain.canRead(field), !resource.foreignKeys.contains(where: { $0.fields == [field.name] }) {
        plain.append(index)
      } else {
        texts.append(index)
      }
    }
  }

  private mutating func addTexts(_ field: Int) { if !texts.contains(field) { texts.append(field) } }
}

extension ResourceDescriptor {
  /// Whether some rows must not be alike.
  fileprivate var hasKeys: Bool {
    !primaryKey.isEmpty || !uniqueKeys.isEmpty || fields.contains(where: \.constraints.isUnique)
  }
}
