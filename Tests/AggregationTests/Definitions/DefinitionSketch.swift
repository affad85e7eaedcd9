import Aggregation
import TestSupport
import Testing
import Values

/// Random rows by year and by quarter, with gaps, and a catalogue with every kind of definition over them.
struct DefinitionSketch {
  struct Row: Hashable {
    let year: Int
    let unit: String
    let body: String
    let grade: String
    let age: Int?
    let count: Int?
    let base: Int?
  }
  struct Quarter {
    let year: Int
    let number: Int
    let unit: String
    let staff: Int?
  }

  static let years = 2015...2021
  static let units = ["A", "B", "C"]
  static let bodies = ["X", "Y"]
  static let grades = ["low", "mid", "high"]
  var rows: [Row] = []
  var quarters: [Quarter] = []
  /// Year and unit to the number of people; only of some years.
  var census: [Int: [String: Int]] = [:]

  /// - Parameter gaps: one in so many values is left out.
  init(_ generator: inout SeededGenerator, gaps: Int) {
    func value(_ range: ClosedRange<Int>) -> Int? {
      generator.oneIn(gaps) ? nil : Int.random(in: range, using: &generator)
    }
    for year in Self.years {
      for unit in Self.units {
        for body in Self.bodies {
          let grade = Self.grades[Int.random(in: 0...2, using: &generator)]
          let age = value(10...60)
          rows.append(
            Row(
              year: year, unit: unit, body: body, grade: grade, age: age, count: value(0...500),
              base: Int.random(in: 1...900, using: &generator)))
        }
        for number in 1...4 {
          quarters.append(Quarter(year: year, number: number, unit: unit, staff: value(1...90)))
        }
      }
    }
    for year in [2015, 2018, 2020] {
      for unit in Self.units { census[year, default: [:]][unit] = Int.random(in: 1...5000, using: &generator) }
    }
  }

  func write() throws -> ScratchFolder {
    func text(_ value: Int?) -> String { value.map(String.init) ?? "" }
    var plain = "year,unit,body,grade,age,count,base\n"
    for row in rows {
      plain +=
        "\(row.year),\(row.unit),\(row.body),\(row.grade),\(text(row.age)),\(text(row.count)),\(text(row.base))\n"
    }
    var finer = "quarter,unit,staff\n"
    for row in quarters { finer += "\(row.year)-Q\(row.number),\(row.unit),\(text(row.staff))\n" }
    var people = "year,unit,people\n"
    for (year, counts) in census.sorted(by: { $0.key < $1.key }) {
      for (unit, count) in counts.sorted(by: { $0.key < $1.key }) { people += "\(year),\(unit),\(count)\n" }
    }
    return try PackageSketch(
      [
        .init(
          "units", fields: ["code", "name", "level", "parent"],
          csv: "code,name,level,parent\nP,Tỉnh,province,\nA,An,district,P\nB,Bình,district,P\nC,Cồn,district,P\n"),
        .init("bodies", fields: ["code", "name"], csv: "code,name\nX,Hội X\nY,Hội Y\n"),
        .init(
          "rows",
          fields: [
            "year:year", "unit", "body",
            #"{"name": "grade", "type": "string", "constraints": {"enum": ["low", "mid", "high"]}}"#, "age:integer",
            "count:integer", "base:integer",
          ], csv: plain),
        .init("quarters", fields: ["quarter", "unit", "staff:integer"], csv: finer),
        .init("census", fields: ["year:year", "unit", "people:integer"], csv: people),
      ], catalogue: Self.catalogue
    ).write()
  }

  static let catalogue = """
    catalogue: 1
    title: Definitions
    dimensions:
      unit: {resource: units, key: code, parent: parent, level: level, names: {vi: name, en: name}}
      body: {resource: bodies, key: code, names: {vi: name, en: name}}
    resources:
      rows: {period: year, unit: unit, level: district, dimensions: {body: body}, expects: [unit, body, period]}
      quarters: {period: quarter, unit: unit, level: district, expects: [unit, period]}
      census: {period: year, unit: unit, level: district}
    measures:
      flow: {resource: rows, column: count, kind: flow}
      dong: {resource: rows, column: count, kind: flow, scale: dong}
      thousands: {resource: rows, column: base, kind: flow, scale: thousand}
      base: {resource: rows, column: base, kind: flow}
      stock: {resource: rows, column: count, kind: stock}
      first: {resource: rows, column: count, kind: stock, take: first}
      mean: {resource: rows, column: count, kind: stock, take: average}
      staff-first: {resource: quarters, column: staff, kind: stock, take: first}
      staff-mean: {resource: quarters, column: staff, kind: stock, take: average}
      people: {resource: census, column: people, kind: stock}
      some: {resource: rows, column: count, kind: flow, where: {grade: [low, high], body: {"!=": Y}}}
      adults: {resource: rows, column: count, kind: flow, where: {age: {">=": 18}, year: {"<": 2020}}}
      not-low: {resource: rows, column: count, kind: flow, where: {grade: {"!=": [low, mid]}}}
    indicators:
      flow: {names: Flow, value: flow, unit: {vi: lượt, en: visits}}
      money: {names: Money, value: dong, unit: thousand-dong, decimals: 3}
      people-counted: {names: Counted, value: thousands, unit: {vi: người, en: persons}}
      scaled-rate: {names: Scaled, ratio: [flow, thousands], unit: number, decimals: 6}
      rate: {names: Rate, ratio: [flow, base], unit: percent}
      quotient: {names: Quotient, formula: flow / base-flow, unit: number, decimals: 4}
      base-flow: {names: Base, value: base, unit: {vi: người, en: persons}}
      stock: {names: Stock, value: stock, unit: {vi: lượt, en: visits}}
      first: {names: First, value: first, unit: {vi: lượt, en: visits}}
      mean: {names: Mean, value: mean, unit: {vi: lượt, en: visits}, decimals: 2}
      staff-first: {names: Staff at first, value: staff-first, unit: {vi: người, en: persons}}
      staff-mean: {names: Mean staff, value: staff-mean, unit: {vi: người, en: persons}, decimals: 2}
      flow-share: {names: Share, share: flow, along: body, unit: percent}
      unit-share: {names: Share of units, share: stock, along: unit, unit: percent}
      a-head: {names: A head, ratio: [stock, people], unit: percent, denominator-year: last-before}
      so-far: {names: So far, cumulative: flow, unit: {vi: lượt, en: visits}}
      so-far-rate: {names: Rate so far, cumulative: rate, since: 2016, unit: percent}
      flow-3: {names: Flow of 3 years, moving-average: {of: flow, years: 3}, unit: {vi: lượt, en: visits}, decimals: 2}
      stock-3: {names: Stock of 3 years, moving-average: {of: stock, years: 3}, unit: {vi: lượt, en: visits}, decimals: 2}
      rate-3: {names: Rate of 3 years, moving-average: {of: rate, years: 3}, unit: percent}
      quotient-3: {names: Quotient of 3 years, moving-average: {of: quotient, years: 3}, unit: number, decimals: 4}
      flow-a-year: {names: Flow a year, average-a-year: flow, unit: {vi: lượt, en: visits}, decimals: 2}
      some: {names: Some, value: some, unit: {vi: lượt, en: visits}}
      adults: {names: Adults, value: adults, unit: {vi: lượt, en: visits}}
      not-low: {names: Not low, value: not-low, unit: {vi: lượt, en: visits}}

    """
}
