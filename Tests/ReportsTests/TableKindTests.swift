import Findings
import Reports
import TestSupport
import Testing
import Values

/// Tables by terms, by every so many years, by two dimensions, of several indicators, of a balance and of submissions,
/// against sums made here.
@Suite struct TableKindTests {
  private func sketch(_ seed: Int, _ tables: [String]) -> TableSketch {
    var random = SeededGenerator(seed: seed)
    var sketch = TableSketch(&random)
    sketch.tables = tables
    return sketch
  }

  private func expectLiveFormulas(_ report: SketchedReport, atLeast least: Int) throws {
    let reckoner = Reckoner(entries: report.built.book.entries)
    var count = 0
    for table in report.document.tables {
      for placed in table.figures {
        guard let expression = placed.figure.expression, reckoner.isExact(expression) else { continue }
        #expect(try reckoner.value(expression, items: placed.items) == Rational(placed.figure.value))
        count += 1
      }
    }
    #expect(count >= least)
  }

  @Test(arguments: 0..<12)
  func termsAreSumsOfTheirYears(seed: Int) throws {
    let sketch = sketch(
      seed,
      [
        "id: \"01\", rows: indicator, indicators: [stock, came, turnover], columns: term, with: [average, total]",
        "id: \"02\", rows: unit, indicator: came, columns: term, terms: [t2, t3], with: [total]",
      ])
    let report = try sketch.build()
    let parts = sketch.terms.map { $0.years.clamped(to: sketch.years) }
    let flows = parts.map { sketch.sum(sketch.came, $0) }
    var expected: [String] = []
    for (years, sum) in zip(parts, flows) {
      expected += ["\(sum)", try Rational(Int128(sum), over: Int128(years.count)).rounded(to: 0).description]
    }
    #expect(report.row("01", "Số đến") == ["2", "Số đến", "người"] + expected + ["\(flows.reduce(0, +))"])
    let levels = parts.map { sketch.sum(sketch.stock, $0.upperBound...$0.upperBound) }
    let last = levels.last ?? 0
    #expect(
      report.row("01", "Số người")
        == ["1", "Số người", "người"] + levels.flatMap { ["\($0)", "notApplicable"] } + ["\(last)"])
    for unit in sketch.units {
      let own = parts.dropFirst().map { "\(sketch.sum(sketch.came, $0, unit: unit))" }
      let whole = sketch.sum(sketch.came, sketch.years, unit: unit)
      #expect(report.row("02", "Huyện \(unit)").map { Array($0.dropFirst(2)) } == own + ["\(whole)"])
    }
    #expect(
      report.document.tables[0].columns.map(\.heading).contains("Nhiệm kỳ t1 (2014 – 2016)"),
      "a term that begins before the report says which years are in it")
    #expect(report.document.tables[0].columns.map(\.heading).contains("Nhiệm kỳ t2"))
    try expectLiveFormulas(report, atLeast: 6)
  }

  @Test(arguments: 0..<12)
  func membersOfTwoDimensionsCross(seed: Int) throws {
    let sketch = sketch(
      seed,
      [
        "id: \"01\", rows: kind, indicator: came, columns: unit, with: [total]",
        "id: \"02\", rows: kind, indicators: [stock, came, turnover], columns: indicator",
      ])
    let report = try sketch.build()
    let (years, end) = (sketch.years, sketch.years.upperBound...sketch.years.upperBound)
    for (index, kind) in sketch.kinds.enumerated() {
      let cells = sketch.units.map { "\(sketch.sum(sketch.came, years, unit: $0, kind: kind))" }
      let total = "\(sketch.sum(sketch.came, years, kind: kind))"
      #expect(report.row("01", "Loại \(kind)") == ["\(index + 1)", "Loại \(kind)"] + cells + [total])
      let (stock, came) = (sketch.sum(sketch.stock, end, kind: kind), sketch.sum(sketch.came, years, kind: kind))
      #expect(report.row("02", "Loại \(kind)").map { Array($0[2...3]) } == ["\(stock)", "\(came)"])
    }
    let totals = sketch.units.map { "\(sketch.sum(sketch.came, years, unit: $0))" }
    #expect(
      report.row("01", "TỔNG CỘNG") == ["", "TỔNG CỘNG"] + totals + ["\(sketch.sum(sketch.came, years))"])
    let rate = try Rational(100 * sketch.sum(sketch.left, end)).divided(by: Rational(sketch.sum(sketch.stock, end)))
    #expect(report.row("02", "TỔNG CỘNG")?.last == (try rate.rounded(to: 2).description))
    #expect(report.document.tables[0].columns[1].heading == "Loại")
    try expectLiveFormulas(report, atLeast: 4)
  }

  @Test(arguments: 0..<12)
  func milestonesAreEverySoManyYears(seed: Int) throws {
    let step = seed % 4 + 1
    let sketch = sketch(
      seed,
      [
        "id: \"01\", rows: indicator, indicators: [stock, came], columns: every \(step) years, with: [change]",
        "id: \"02\", rows: unit, indicator: stock, columns: every \(step) years, with: [change]",
      ])
    let report = try sketch.build()
    let all = Array((sketch.years.lowerBound - 1)...sketch.years.upperBound)
    let shown = Array(stride(from: sketch.years.upperBound, through: all[0], by: -step)).reversed().map { $0 }
    func expected(_ value: (Int) -> Int) -> [String] {
      let values = shown.map(value)
      var changes = zip(values, values.dropFirst()).map { $1 - $0 }
      if values.count > 2, let first = values.first, let last = values.last { changes.append(last - first) }
      return (values + changes).map { "\($0)" }
    }
    #expect(
      report.row("01", "Số người").map { Array($0.dropFirst(3)) } == expected { sketch.sum(sketch.stock, $0...$0) })
    for unit in sketch.units {
      #expect(
        report.row("02", "Huyện \(unit)").map { Array($0.dropFirst(2)) }
          == expected { sketch.sum(sketch.stock, $0...$0, unit: unit) })
    }
    try expectLiveFormulas(report, atLeast: sketch.units.count)
  }

  @Test(arguments: 0..<8)
  func theLastYearsStandBesideEachOther(seed: Int) throws {
    let count = seed % 4 + 1
    let sketch = sketch(
      seed, ["id: \"01\", rows: indicator, indicators: [stock, came], columns: last \(count) years, with: [change]"])
    let report = try sketch.build()
    let all = Array((sketch.years.lowerBound - 1)...sketch.years.upperBound)
    let values = all.suffix(count).map { sketch.sum(sketch.stock, $0...$0) }
    var changes = zip(values, values.dropFirst()).map { $1 - $0 }
    if values.count > 2, let first = values.first, let last = values.last { changes.append(last - first) }
    #expect(report.row("01", "Số người").map { Array($0.dropFirst(3)) } == (values + changes).map { "\($0)" })
  }

  /// A sum to which a cell is lacking changes as far as it is reported, which nobody can know: no change is given, on
  /// neither side of the gap and not for the whole.
  @Test(arguments: 0..<8)
  func sumsThatLackCellsHaveNoChange(seed: Int) throws {
    var sketch = sketch(
      seed,
      [
        "id: \"01\", rows: indicator, indicators: [came], columns: last 3 years, with: [change]",
        "id: \"02\", rows: unit, indicator: came, columns: every 1 years, with: [change]",
      ])
    let whole = try sketch.build()
    #expect(whole.row("01", "Số đến")?.contains("notApplicable") == false)
    let year = sketch.years.upperBound - 1
    sketch.came[TableSketch.Cell(year: year, unit: sketch.units[0], kind: sketch.kinds[0])] = .some(nil)
    let report = try sketch.build()
    let values = (year - 1...year + 1).map { "\(sketch.sum(sketch.came, $0...$0))" }
    let change = sketch.sum(sketch.came, (year + 1)...(year + 1)) - sketch.sum(sketch.came, (year - 1)...(year - 1))
    #expect(
      report.row("01", "Số đến").map { Array($0.dropFirst(3)) }
        == values + ["notApplicable", "notApplicable", "\(change)"])
    for unit in sketch.units {
      let lacking = report.row("02", "Huyện \(unit)")?.count { $0 == "notApplicable" }
      #expect(lacking == (unit == sketch.units[0] ? 2 : 0))
    }
  }

  // MARK: Balances

  private static let balance = "balance: {stock: stock, in: came, out: left}, with: [change]"

  @Test(arguments: 0..<12)
  func aBalanceCloses(seed: Int) throws {
    let sketch = sketch(seed, ["id: \"01\", rows: unit, \(Self.balance)", "id: \"02\", rows: period, \(Self.balance)"])
    let report = try sketch.build()
    func expected(_ years: ClosedRange<Int>, unit: String? = nil) -> [String] {
      let (before, end) = (years.lowerBound - 1, years.upperBound)
      let opening = sketch.sum(sketch.stock, before...before, unit: unit)
      let closing = sketch.sum(sketch.stock, end...end, unit: unit)
      let moves = [sketch.sum(sketch.came, years, unit: unit), sketch.sum(sketch.left, years, unit: unit)]
      return ([opening] + moves + [closing, closing - opening]).map { "\($0)" }
    }
    for unit in sketch.units {
      #expect(report.row("01", "Huyện \(unit)").map { Array($0.dropFirst(2)) } == expected(sketch.years, unit: unit))
    }
    #expect(report.row("01", "TỔNG CỘNG").map { Array($0.dropFirst(2)) } == expected(sketch.years))
    for year in sketch.years { #expect(report.row("02", "\(year)") == ["\(year)"] + expected(year...year)) }
    #expect(report.row("02", "CẢ KỲ") == ["CẢ KỲ"] + expected(sketch.years))
    let closing = report.document.tables.flatMap(\.figures).filter { placed in
      guard case .subtracting(.adding, .figure)? = placed.figure.expression else { return false }
      return true
    }
    #expect(closing.count >= sketch.units.count + sketch.years.count, "what is left is a formula")
    try expectLiveFormulas(report, atLeast: closing.count)
  }

  /// One wrong cell: its row, the whole, and each year's row that it spoils are told, at the table.
  @Test(arguments: 0..<8)
  func aBalanceThatDoesNotCloseIsRefused(seed: Int) throws {
    var sketch = sketch(seed, ["id: \"01\", rows: unit, \(Self.balance)"])
    let cell = TableSketch.Cell(year: sketch.years.upperBound, unit: sketch.units[0], kind: sketch.kinds[0])
    sketch.stock[cell, default: 0] += 1
    let error = try #require(throws: Failure.self) { try sketch.build() }
    guard case .invalid(let findings) = error else {
      Issue.record("not \(error)")
      return
    }
    #expect(findings.map(\.code) == ["balance-not-closed", "balance-not-closed"])
    #expect(findings.map(\.value) == ["Huyện \(cell.unit)", "Tổng cộng"])
    #expect(findings.allSatisfy { $0.position.description == "report.yaml:6:5" })
    sketch.tables = ["id: \"01\", rows: period, \(Self.balance)"]
    let byYear = try #require(throws: Failure.self) { try sketch.build() }
    guard case .invalid(let told) = byYear else { return }
    #expect(told.map(\.value) == ["\(cell.year)", "Tổng cộng"])
  }

  /// What is not known cannot be wrong: the row stands with its gap and without a formula.
  @Test(arguments: 0..<8)
  func aBalanceWithAGapIsNotJudged(seed: Int) throws {
    var sketch = sketch(seed, ["id: \"01\", rows: unit, \(Self.balance)"])
    let cell = TableSketch.Cell(year: sketch.years.lowerBound, unit: sketch.units[0], kind: sketch.kinds[0])
    sketch.came[cell] = .some(nil)
    let report = try sketch.build()
    let table = try #require(report.document.tables.first)
    let row = try #require(table.rows.first { $0.cells[1] == .text("Huyện \(cell.unit)") })
    let isZero = (came(cell.unit, sketch) + left(cell.unit, sketch)) == 0
    guard case .figure(let closing) = row.cells[5], !isZero else { return }
    let lost = sketch.sum(sketch.stock, cell.year...cell.year, unit: cell.unit)
    #expect(lost > 0)
    let expected =
      sketch.sum(sketch.stock, (cell.year - 1)...(cell.year - 1), unit: cell.unit)
      + came(cell.unit, sketch) - left(cell.unit, sketch)
    #expect((closing.expression != nil) == (Rational(closing.value) == Rational(expected)))
  }

  private func came(_ unit: String, _ sketch: TableSketch) -> Int { sketch.sum(sketch.came, sketch.years, unit: unit) }
  private func left(_ unit: String, _ sketch: TableSketch) -> Int { sketch.sum(sketch.left, sketch.years, unit: unit) }

  // MARK: Submissions

  @Test(arguments: 0..<12)
  func submissionsAreCounted(seed: Int) throws {
    let sketch = sketch(
      seed,
      [
        "id: \"01\", rows: submissions", "id: \"02\", rows: submissions, by: period",
        "id: \"03\", rows: submissions, by: form",
      ])
    let report = try sketch.build()
    func expected(_ reports: [TableSketch.Report]) throws -> [String] {
      let received = reports.compactMap(\.received)
      let late = reports.compactMap { report in
        report.received.flatMap { $0 > report.due ? $0.day - report.due.day : nil }
      }
      let share = try Rational(100 * (received.count - late.count)).divided(by: Rational(reports.count)).rounded(to: 2)
      let counts = [reports.count, received.count, received.count - late.count, late.count]
      let day = received.max().map { "\($0.day < 10 ? "0" : "")\($0.day)/12/\($0.year)" } ?? ""
      return counts.map { "\($0)" } + ["\(reports.count - received.count)", share.description, day]
        + [late.max().map { "\($0)" } ?? ""]
    }
    for unit in sketch.units {
      let own = try expected(sketch.reports.filter { $0.unit == unit })
      #expect(report.row("01", "Huyện \(unit)").map { Array($0.dropFirst(2)) } == own)
    }
    for year in sketch.years {
      let own = try expected(sketch.reports.filter { $0.year == year })
      #expect(report.row("02", "\(year)").map { Array($0.dropFirst(2)) } == own)
    }
    for table in ["01", "02", "03"] {
      #expect(report.row(table, "TỔNG CỘNG").map { Array($0.dropFirst(2)) } == (try expected(sketch.reports)))
    }
    // The rows that are counted, by their lines in the file.
    let late = try #require(
      report.built.book[FigureID("sent@\(sketch.years.lowerBound)/\(sketch.years.upperBound)#late")])
    guard case .observation(let inputs) = late.origin else {
      Issue.record("counted from rows, not \(late.origin)")
      return
    }
    let lines = sketch.reports.enumerated().filter { _, report in report.received.map { $0 > report.due } ?? false }
    #expect(inputs.flatMap { $0.lines.ranges.flatMap { Array($0) } } == lines.map { $0.offset + 2 })
    try expectLiveFormulas(report, atLeast: 12)
  }
}
