import Aggregation
import Catalogue
import Datasets
import Language
import Values

/// What the rows, the columns and the title of a table say.
struct TableMeaning {
  /// Which value of the data a cell is.
  struct Place {
    let indicator: Indicator
    let quantity: Assertion.Quantity
    let years: ClosedRange<Int>
    let selection: Selection
    let unit: [String]?
    let evidence: String
  }

  private let table: DraftTable
  /// Nil where the title names a part, so that no cell is known.
  private let title: AxisMeaning?
  private let rows: [AxisMeaning?]
  private let columns: [AxisMeaning?]
  private let ordinals: Set<Int>
  private let labelColumn: Int?
  private let unitColumn: Int?
  private let unitsOfRows: [[String]?]
  /// Of a table whose indicators stand side by side.
  private let unitsOfColumns: [[String]?]
  /// A row without numbers heads those below it, so that these may be of a part.
  private let isSectioned: Bool

  init(_ table: DraftTable, _ reader: AxisReader) {
    self.table = table
    let spelling = reader.lexicon.spelling
    title = reader.title(table.title)
    let ordinals = Set(table.headings.indices.filter { AxisReader.isOrdinalHeading(table.headings[$0], spelling) })
    let label = table.headings.indices.first { !ordinals.contains($0) }
    let unit = table.headings.indices.first { AxisReader.isUnitHeading(table.headings[$0], spelling) }
    (self.ordinals, labelColumn, unitColumn) = (ordinals, label, unit)
    columns = table.headings.map { reader.meaning($0) }
    rows = table.rows.indices.map { index in
      let row = table.rows[index]
      guard let text = label.flatMap({ row.cells[$0]?.text }) else { return nil }
      if let meaning = reader.meaning(text) { return meaning }
      // A note below the table looks like the end of its last label.
      guard index == table.rows.count - 1 else { return nil }
      return Self.beginnings(row).lazy.compactMap { reader.meaning($0) }.first
    }
    unitsOfRows = table.rows.map { row in
      guard let unit, let text = row.cells[unit]?.text else { return nil }
      return DraftTokens.read(text, spelling).map(\.key)
    }
    let units = label.flatMap { label in
      table.rows.first { $0.cells[label].map { AxisReader.isUnitHeading($0.text, spelling) } ?? false }
    }
    unitsOfColumns = table.headings.indices.map { column in
      units?.cells[column].map { DraftTokens.read($0.text, spelling).map(\.key) }
    }
    // Nothing stands below the last row.
    isSectioned = table.rows.dropLast().contains { row in
      let hasNumber = row.cells.enumerated().contains { column, cell in
        column != label && !ordinals.contains(column) && column != unit && cell != nil
      }
      guard hasNumber else { return true }
      // A label that is understood without its last lines: these are a row of their own.
      guard let label, let whole = row.cells[label]?.text, reader.meaning(whole) == nil else { return false }
      return Self.beginnings(row).contains { reader.meaning($0) != nil }
    }
  }

  /// A label without its last line, without its last two, …
  private static func beginnings(_ row: DraftTable.Row) -> [String] {
    row.labels.indices.dropFirst().reversed().map { row.labels[..<$0].joined(separator: " ") }
  }

  func mayHoldFigure(_ column: Int) -> Bool {
    !ordinals.contains(column) && column != labelColumn && column != unitColumn
  }

  /// Nil where the value is not certain.
  func place(_ row: Int, _ column: Int, among judge: Judge) -> Place? {
    guard let title, !isSectioned, var label = rows[row], var heading = columns[column] else { return nil }
    guard label.indicator == nil || heading.indicator == nil, label.years == nil || heading.years == nil,
      label.quantity == .level || heading.quantity == .level, !(label.isTotal && heading.isTotal),
      let indicator = label.indicator ?? heading.indicator ?? title.indicator,
      !title.restrictions.contains(where: { isBrokenDown(indicator, by: $0, judge.dataset.catalogue) })
    else { return nil }
    label = resolved(label, indicator, judge)
    heading = resolved(heading, indicator, judge)
    var years = label.years ?? heading.years
    var total: [AxisMeaning] = []
    if label.isTotal || heading.isTotal {
      guard let parts = parts(row, column, ofRow: label.isTotal) else { return nil }
      total = parts
      if years == nil { years = span(total) }
    }
    let quantity: Assertion.Quantity
    switch label.quantity == .level ? heading.quantity : label.quantity {
    case .level: quantity = .level
    case .target: quantity = .target
    case .average:
      quantity = .yearlyAverage
      years = years ?? span(rows) ?? span(columns)
    case .change(let first, let last):
      quantity = .change(since: first)
      years = last...last
    }
    guard let meant = years ?? title.years else { return nil }
    guard let selection = selection(label, heading, total, indicator, meant, judge) else { return nil }
    let evidence = [table.rows[row].cells[labelColumn ?? 0]?.text, table.headings[column]].compactMap { $0 }
    return Place(
      indicator: indicator, quantity: quantity, years: meant, selection: selection,
      unit: (label.quantity == .level ? nil : label.unit) ?? heading.unit ?? unitsOfRows[row] ?? unitsOfColumns[column]
        ?? label.unit ?? title.unit,
      evidence: evidence.joined(separator: ", "))
  }

  /// What a total is the sum of: all that stands before it, members or years and not indicators; nil where one of it is
  /// not understood.
  private func parts(_ row: Int, _ column: Int, ofRow: Bool) -> [AxisMeaning]? {
    let before = ofRow ? rows[..<row].map { $0 } : columns[..<column].indices.filter(mayHoldFigure).map { columns[$0] }
    let parts = before.compactMap { $0 }
    guard parts.count == before.count, parts.contains(where: { $0.member != nil || $0.years != nil }),
      !parts.contains(where: { $0.indicator != nil })
    else { return nil }
    return parts
  }

  /// A word that is both a planned value and a member of a dimension is the member where the indicator has it.
  private func resolved(_ meaning: AxisMeaning, _ indicator: Indicator, _ judge: Judge) -> AxisMeaning {
    guard meaning.quantity == .target, let member = meaning.member else { return meaning }
    var resolved = meaning
    if isBrokenDown(indicator, by: member.dimension, judge.dataset.catalogue) {
      resolved.quantity = .level
    } else {
      resolved.member = nil
    }
    return resolved
  }

  /// From the first to the last year, where each has a line of its own.
  private func span(_ axis: [AxisMeaning?]) -> ClosedRange<Int>? {
    let years = axis.compactMap { $0?.years }.filter { $0.count == 1 }.map(\.lowerBound)
    guard let first = years.min(), let last = years.max(), Set(years).count == last - first + 1 else { return nil }
    return first...last
  }

  // MARK: Members

  private func selection(
    _ label: AxisMeaning, _ heading: AxisMeaning, _ total: [AxisMeaning], _ indicator: Indicator,
    _ years: ClosedRange<Int>, _ judge: Judge
  ) -> Selection? {
    var selection = Selection.whole
    for named in [label.member, heading.member].compactMap({ $0 }) {
      let codes = codes(named, years, judge)
      guard codes.count == 1, isBrokenDown(indicator, by: named.dimension, judge.dataset.catalogue) else { return nil }
      if named.dimension == DimensionDeclaration.unit {
        guard selection.units.isEmpty else { return nil }
        if !(judge.dataset.units?.roots.contains(codes[0]) ?? false) { selection = selection.at(unit: codes[0]) }
      } else {
        guard selection.member(of: named.dimension) == nil else { return nil }
        selection = selection.at(codes[0], of: named.dimension)
      }
    }
    return holdsAll(total.compactMap { $0.member }, years, judge) ? selection : nil
  }

  private func codes(_ named: AxisMeaning.Named, _ years: ClosedRange<Int>, _ judge: Judge) -> [String] {
    guard let dimension = judge.dataset.dimensions[named.dimension] else { return [] }
    return named.members.filter { code in dimension.versions(of: code).contains { isThere($0, in: years) } }
  }

  private func isThere(_ version: DimensionMember, in years: ClosedRange<Int>) -> Bool {
    version.isValid(
      from: CalendarDate.firstDay(of: years.lowerBound), to: CalendarDate.lastDay(of: years.upperBound))
  }

  /// A total is the whole's only if no member that stands beside the listed ones is left out.
  private func holdsAll(_ listed: [AxisMeaning.Named], _ years: ClosedRange<Int>, _ judge: Judge) -> Bool {
    guard let first = listed.first else { return true }
    guard listed.allSatisfy({ $0.dimension == first.dimension }),
      let dimension = judge.dataset.dimensions[first.dimension]
    else { return false }
    let known = Set(listed.flatMap { codes($0, years, judge) })
    let parents = Set(known.compactMap { dimension.member($0).map { $0.parent ?? "" } })
    guard parents.count == 1 else { return false }
    return dimension.versions.allSatisfy { version in
      !parents.contains(version.parent ?? "") || known.contains(version.code) || !isThere(version, in: years)
    }
  }

  private func isBrokenDown(_ indicator: Indicator, by dimension: String, _ catalogue: Catalogue) -> Bool {
    catalogue.measures(of: indicator).allSatisfy { catalogue.roles[$0.resource]?.column(of: dimension) != nil }
  }
}
