import Aggregation
import Catalogue
import Datasets
import Reports
import Testing
import Values

/// The ledger against the CSV files, added up again by brute force.
@Suite struct LedgerSourceTests {
  private struct Source {
    let entry: LedgerEntry
    let input: ObservationInput
    let measure: Measure
    let roles: ResourceRoles
    let resource: ResourceDescriptor
    let rows: CSVRows
    let dataset: Dataset

    private var years: ClosedRange<Int> {
      guard let period = entry.period else { return 0...0 }
      return measure.kind == .stock ? period.year...period.year : period.firstYear...period.year
    }

    /// Whether a row belongs to the figure, by the figure's own name.
    func belongs(_ line: Int) -> Bool {
      guard let row = rows.rows[line] else { return false }
      guard
        measure.filter.allSatisfy({ condition in
          row[condition.column].map(condition.values.contains) == !condition.isExcluded
        })
      else { return false }
      switch roles.time {
      // Beside finer periods the rows of whole years answer for years.
      case .year(let column), .code(let column, _):
        guard let year = row[column].flatMap({ Int($0) }), years.contains(year) else { return false }
      case .month, .day: return false
      case .active(let from, let to):
        guard let first = row[from].flatMap({ Int($0) }), first <= years.upperBound else { return false }
        if let last = row[to].flatMap({ Int($0) }), last < years.lowerBound { return false }
      }
      let selection = entry.selection
      if !selection.units.isEmpty {
        guard let column = roles.unitColumn, let unit = row[column], let units = dataset.units,
          selection.units.contains(where: { units.isMember(unit, under: $0) })
        else { return false }
      }
      return selection.members.allSatisfy { dimension, codes in
        // A formula may divide by what is not broken down that way.
        guard let column = roles.dimensions.first(where: { $0.dimension == dimension })?.column else { return true }
        return row[column].map(codes.contains) ?? false
      }
    }

    var lines: [Int] { input.lines.ranges.flatMap { Array($0) } }

    func sum() throws -> Rational {
      try lines.reduce(.zero) { sum, line in
        try sum.adding(try #require(rows.number(measure.column, line: line, of: resource), "\(entry.id) line \(line)"))
      }
    }
  }

  private func sources(_ delivery: Delivery) throws -> [Source] {
    let library = CSVLibrary(delivery.dataset.package)
    var sources: [Source] = []
    for entry in delivery.ledger.entries {
      guard case .observation(let inputs) = entry.origin else { continue }
      for input in inputs {
        // What was sent in is counted without a measure; `TableKindTests` count it again.
        if input.resource == delivery.dataset.catalogue.submissions?.resource { continue }
        let resource = try #require(delivery.dataset.package.resource(named: input.resource))
        sources.append(
          Source(
            entry: entry, input: input, measure: try #require(delivery.dataset.catalogue.measures[input.measure]),
            roles: try #require(delivery.dataset.catalogue.roles[input.resource]), resource: resource,
            rows: try library.rows(of: resource), dataset: delivery.dataset))
      }
    }
    return sources
  }

  @Test(arguments: [Sample.decade, .tiny])
  func linesAddUpToTheValue(sample: Sample) throws {
    var count = 0
    for source in try sources(try sample.delivery) {
      let value = try #require(source.input.value, "\(source.entry.id)")
      let lines = source.lines
      #expect(!lines.isEmpty, "\(source.entry.id)")
      switch source.measure.kind {
      case .flow, .stock, .published: #expect(try source.sum() == value, "\(source.entry.id) \(source.input.measure)")
      case .count: #expect(Rational(lines.count) == value, "\(source.entry.id)")
      case .distinct:
        let members = Set(lines.compactMap { source.rows.rows[$0]?[source.measure.column] })
        #expect(Rational(members.count) == value, "\(source.entry.id)")
      }
      count += 1
    }
    #expect(count > 40)
  }

  @Test(arguments: [Sample.decade, .tiny])
  func linesAreThoseOfThePeriodAndThePart(sample: Sample) throws {
    for source in try sources(try sample.delivery) {
      let strangers = source.lines.filter { !source.belongs($0) }
      #expect(strangers == [], "\(source.entry.id)")
      #expect(source.input.isIllustrative == source.resource.isIllustrative)
      #expect(source.input.file == source.resource.path)
    }
  }

  /// No row of the figure is left out, except what a ratio cannot pair.
  @Test(arguments: [Sample.decade, .tiny])
  func noLineIsLeftOut(sample: Sample) throws {
    var count = 0
    for source in try sources(try sample.delivery) {
      let indicator = source.entry.indicator.flatMap { source.dataset.catalogue.indicator($0) }
      guard case .measure? = indicator?.definition else { continue }
      let named = Set(source.lines)
      let forgotten = source.rows.rows.keys.filter { line in
        !named.contains(line) && source.belongs(line) && source.rows.rows[line]?[source.measure.column] != ""
      }
      #expect(forgotten == [], "\(source.entry.id)")
      count += 1
    }
    #expect(count > 30)
  }

  @Test(arguments: [Sample.decade, .tiny])
  func quotedFiguresStandInTheirLine(sample: Sample) throws {
    let delivery = try sample.delivery
    for entry in delivery.ledger.entries {
      guard case .quoted(let file, let line, _) = entry.origin else { continue }
      let resource = try #require(delivery.dataset.package.resources.first { $0.path == file })
      let rows = try CSVRows(resource, of: delivery.dataset.package)
      #expect(rows.number("value", line: line, of: resource) == entry.value, "\(entry.id)")
    }
    let quoted = delivery.ledger.entries.filter { if case .quoted = $0.origin { true } else { false } }
    #expect(quoted.isEmpty == (sample == .tiny))
  }

  @Test(arguments: [Sample.decade, .tiny])
  func everyFileIsListedWithItsHash(sample: Sample) throws {
    let delivery = try sample.delivery
    let listed = Set(delivery.ledger.files.map(\.path))
    for source in try sources(delivery) { #expect(listed.contains(source.input.file)) }
    for file in delivery.ledger.files {
      #expect(file.sha256.count == 64 && file.sha256.allSatisfy { $0.isHexDigit && !$0.isUppercase })
      #expect(!file.path.hasPrefix("/") && file.bytes > 0)
    }
  }
}
