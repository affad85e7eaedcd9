import Aggregation
import TestSupport
import Values

/// A made-up province with random rows: regions, districts that come and go, bodies, missing values, flags, cut-offs.
struct RandomProvince {
  struct Row {
    var year: Int
    var unit: String
    var body: String
    /// Column to text; empty where there is no value.
    var values: [String: String]
    var flags: String
    var asOf: String
  }

  struct District {
    var code: String
    var region: String
    var first: Int?
    var last: Int?

    func exists(in year: Int) -> Bool { (first ?? year) <= year && year <= (last ?? year) }
  }

  struct Item {
    var code: String
    var district: String
    var first: Int
    var last: Int?
  }

  static let years = 2015...2018
  var regions: [String]
  var districts: [District]
  var bodies: [String]
  /// Bodies that stand in the list and never report.
  var silentBodies: [String] = []
  var rows: [Row]
  /// Residents by year and district; a district may have none.
  var residents: [(year: Int, unit: String, count: String)]
  var items: [Item]
  /// What is expected to report: districts and bodies, or districts only.
  var expectsBodies: Bool
  /// A district that is not expected to report.
  var excepted: String?

  init(_ generator: inout SeededGenerator) {
    regions = (1...Int.random(in: 1...3, using: &generator)).map { "R\($0)" }
    let places = regions
    districts = (1...Int.random(in: 1...5, using: &generator)).map { number in
      let first = generator.oneIn(4) ? Int.random(in: Self.years, using: &generator) : nil
      return District(
        code: "D\(number)", region: places.randomElement(using: &generator) ?? "R1", first: first,
        last: generator.oneIn(4) ? Int.random(in: (first ?? 2015)...2018, using: &generator) : nil)
    }
    bodies = (1...Int.random(in: 1...3, using: &generator)).map { "B\($0)" }.shuffled(using: &generator)
    expectsBodies = !generator.oneIn(3)
    excepted = generator.oneIn(4) ? districts.randomElement(using: &generator)?.code : nil
    rows = []
    residents = []
    items = []
    for year in Self.years {
      for district in districts where district.exists(in: year) {
        for body in bodies {
          if generator.oneIn(6) { continue }
          rows.append(Self.row(year, district.code, body, &generator))
          // A second row of the same cell: nothing forbids it here.
          if generator.oneIn(8) { rows.append(Self.row(year, district.code, body, &generator)) }
        }
        if !generator.oneIn(7) {
          residents.append(
            (year, district.code, generator.oneIn(7) ? "" : "\(Int.random(in: 0...9, using: &generator) * 100)"))
        }
      }
    }
    rows.shuffle(using: &generator)
    for number in 0..<Int.random(in: 0...5, using: &generator) {
      // A register's years stay within those of its district.
      guard let district = districts.randomElement(using: &generator) else { break }
      let first = Int.random(in: (district.first ?? 2015)...(district.last ?? 2018), using: &generator)
      items.append(
        Item(
          code: "I\(number / 2)", district: district.code, first: first,
          last: generator.oneIn(2) ? Int.random(in: first...2018, using: &generator) : nil))
    }
  }

  private static func row(_ year: Int, _ unit: String, _ body: String, _ generator: inout SeededGenerator) -> Row {
    // A row whose flag says that there is nothing has nothing.
    let absence = generator.oneIn(10) ? generator.choice("O", "L", "M", "O B") : nil
    func value(_ text: String) -> String { absence != nil || generator.oneIn(12) ? "" : text }
    let scale = Int.random(in: 0...3, using: &generator)
    let amount = ExactDecimal(coefficient: Int128(Int.random(in: -500...5000, using: &generator)), scale: scale)
    let values = [
      "meetings": value("\(Int.random(in: 0...20, using: &generator))"), "amount": value(amount.description),
      "members": value("\(Int.random(in: 0...300, using: &generator))"),
      "base": value("\(Int.random(in: 0...2, using: &generator) * 300)"),
      "word": value(generator.choice("x", "y", "z", "Ủ", "U\u{309}")),
    ]
    let asOf = generator.oneIn(3) ? "" : "\(year)-\(generator.choice("06-30", "09-30", "12-31"))"
    return Row(
      year: year, unit: unit, body: body, values: values,
      flags: absence ?? generator.choice("", "", "", "P", "B", "E P"), asOf: asOf)
  }

  // MARK: Written down

  func sketch() -> PackageSketch {
    let unitRows =
      ["P,province,,,"] + regions.map { "\($0),region,P,," }
      + districts.map { district in
        let from = district.first.map { "\($0)-01-01" } ?? ""
        let to = district.last.map { "\($0)-12-31" } ?? ""
        return "\(district.code),district,\(district.region),\(from),\(to)"
      }
    let columns = ["meetings", "amount", "members", "base", "word"]
    let figures = rows.map { row in
      ([String(row.year), row.unit, row.body] + columns.map { row.values[$0] ?? "" } + [row.flags, row.asOf])
        .joined(separator: ";")
    }
    return PackageSketch(
      [
        .init(
          "units", fields: ["code", "level", "parent", "from:date", "to:date"],
          csv: Self.csv("code,level,parent,from,to", unitRows)),
        .init("bodies", fields: ["code"], csv: Self.csv("code", bodies + silentBodies)),
        .init(
          "figures",
          fields: [
            "year:year", "unit", "body", "meetings:integer",
            #"{"name": "amount", "type": "number", "decimalChar": "."}"#, "members:integer", "base:integer", "word",
            "status", "as_of:date",
          ], properties: [#""dialect": {"delimiter": ";"}"#],
          csv: Self.csv("year;unit;body;\(columns.joined(separator: ";"));status;as_of", figures)),
        .init(
          "residents", fields: ["year:integer", "unit", "residents:integer"], properties: [#""illustrative": true"#],
          csv: Self.csv("year,unit,residents", residents.map { "\($0.year),\($0.unit),\($0.count)" })),
        .init(
          "register", fields: ["code", "unit", "first:year", "last:year"],
          csv: Self.csv(
            "code,unit,first,last",
            items.map { "\($0.code),\($0.district),\($0.first),\($0.last.map(String.init) ?? "")" })),
      ], catalogue: catalogue)
  }

  private static func csv(_ header: String, _ rows: [String]) -> String {
    ([header] + rows).map { $0 + "\n" }.joined()
  }

  private var catalogue: String {
    let expects = expectsBodies ? "[unit, body, period]" : "[unit, period]"
    let except = excepted.map { ", expects-except: [\($0)]" } ?? ""
    return """
      catalogue: 1
      title: Random
      dimensions:
        unit: {resource: units, key: code, parent: parent, level: level, valid: [from, to]}
        body: {resource: bodies, key: code}
      resources:
        figures: {period: year, unit: unit, level: district, dimensions: {body: body}, flags: status, cut-off: as_of, expects: \(expects)\(except)}
        residents: {period: year, unit: unit, level: district, expects: [unit, period]}
        register: {active: [first, last], unit: unit, level: district}
      measures:
        meetings: {resource: figures, column: meetings, kind: flow}
        amount: {resource: figures, column: amount, kind: flow}
        members: {resource: figures, column: members, kind: stock}
        base: {resource: figures, column: base, kind: stock}
        reports: {resource: figures, column: word, kind: count}
        words: {resource: figures, column: word, kind: distinct}
        first-body: {resource: figures, column: meetings, kind: flow, where: {body: B1}}
        score: {resource: figures, column: amount, kind: published}
        residents: {resource: residents, column: residents, kind: stock}
        items: {resource: register, column: code, kind: distinct}
      indicators:
        meetings: {names: A, value: meetings, unit: {vi: buổi, en: meetings}}
        amount: {names: A, value: amount, unit: million-dong, decimals: 3}
        members: {names: A, value: members, unit: {vi: người, en: persons}}
        reports: {names: A, value: reports, unit: number}
        words: {names: A, value: words, unit: number}
        first-body: {names: A, value: first-body, unit: {vi: buổi, en: meetings}}
        score: {names: A, value: score, unit: score}
        residents: {names: A, value: residents, unit: {vi: người, en: persons}}
        items: {names: A, value: items, unit: number}
        rate: {names: A, ratio: [members, base], unit: percent}
        share: {names: A, ratio: [amount, meetings], unit: number}
        per-resident: {names: A, ratio: [meetings, residents], unit: number}
        density: {names: A, formula: 1000 * members / residents, unit: number}
        balance: {names: A, formula: meetings - first-body, unit: {vi: buổi, en: meetings}}

      """
  }
}
