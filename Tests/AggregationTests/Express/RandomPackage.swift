import TestSupport

/// A package of one table of figures with its lists, full of what makes reading hard, and a catalogue that asks for
/// everything an engine can be asked for.
struct RandomPackage {
  var random: SeededGenerator
  /// What may be wrong with it.
  var isSpoilt = false
  var isDistinct = false
  /// Rows of days, with nothing said beside their figures.
  var isPlain = false

  private var delimiter = ","
  private var point = "."
  private var lineEnd = "\n"
  private var quotesAll = false
  private var time = "date"
  private var hasStatus = false
  private var hasDatedUnits = false
  private var hasKinds = true

  init(seed: Int) { random = SeededGenerator(seed: seed) }

  mutating func sketch() -> PackageSketch {
    if random.oneIn(3) { (delimiter, point) = (";", ",") }
    if random.oneIn(3) { lineEnd = "\r\n" }
    quotesAll = random.oneIn(4)
    time = random.choice("date", "year", "integer", "code")
    hasStatus = random.oneIn(2)
    if isPlain { (time, hasStatus) = ("date", false) }
    hasDatedUnits = random.oneIn(2)
    hasKinds = !random.oneIn(4)
    var table = PackageSketch.Table("rows", fields: fields, properties: [dialect], csv: "")
    let names = ["period", "unit", "kind", "value", "people", "status", "until", "remark", "body"]
    let header = line(names)
    let count = random.choice(0, 1, 7, 60, 300)
    let rows = (0..<count).map { _ in row() }
    let cut = random.oneIn(3) ? Int.random(in: 0...count, using: &random) : count
    table.csv = (random.oneIn(5) ? "\u{FEFF}" : "") + header + rows[..<cut].joined()
    if cut < count { table.continuations = [(random.oneIn(2) ? header : "") + rows[cut...].joined()] }
    if random.oneIn(4) { while table.csv.last?.isNewline ?? false { table.csv.removeLast() } }
    return PackageSketch([table, units, kinds], catalogue: catalogue)
  }

  private var dialect: String { #""dialect": {"delimiter": "\#(delimiter)"}"# }

  private var fields: [String] {
    let period =
      switch time {
      case "code": "string"
      default: time
      }
    return [
      #"{"name": "period", "type": "\#(period)"}"#,
      #"{"name": "unit", "type": "string"}"#, #"{"name": "kind", "type": "string"}"#,
      #"{"name": "value", "type": "number", "decimalChar": "\#(point)", "missingValues": ["", "-", "..."], "constraints": {"minimum": -5000}}"#,
      #"{"name": "people", "type": "integer"}"#, #"{"name": "status", "type": "string"}"#,
      #"{"name": "until", "type": "date"}"#, #"{"name": "remark", "type": "string"}"#,
      #"{"name": "body", "type": "string"}"#,
    ]
  }

  private var units: PackageSketch.Table {
    let from = hasDatedUnits ? "2000-01-01" : ""
    let rows = ["P;Tỉnh;province;;;", "D1;D một;district;P;;", "D2;D hai;district;P;;", "D3;D ba;district;P;\(from);"]
    let lines = ["code,name,level,parent,valid_from,valid_to"] + rows.map { $0.replacing(";", with: ",") }
    return PackageSketch.Table(
      "units", fields: ["code", "name", "level", "parent", "valid_from:date", "valid_to:date"],
      csv: lines.joined(separator: "\n") + "\n")
  }

  private var kinds: PackageSketch.Table {
    PackageSketch.Table(
      "kinds", fields: ["code", "name"], csv: "code,name\nMEET,Họp\nTRAIN,Tập huấn\nHội nông dân xã,Hội\n")
  }

  private var catalogue: String {
    let status = hasStatus ? ", flags: status, cut-off: until" : ""
    let dimensions = hasKinds ? ", dimensions: {kind: kind}" : ""
    var measures = [
      "value: {resource: rows, column: value, kind: flow}",
      "people: {resource: rows, column: people, kind: \(time == "date" ? "flow" : "stock")}",
      "many: {resource: rows, column: value, kind: count}",
      "bodies: {resource: rows, column: body, kind: count}",
      "some: {resource: rows, column: value, kind: flow, where: {body: [a, council]}}",
      "other: {resource: rows, column: value, kind: count, where: {body: {\"!=\": a}}}",
      "large: {resource: rows, column: people, kind: count, where: {people: {\">=\": 20}}}",
    ]
    if isDistinct {
      measures.append("persons: {resource: rows, column: body, kind: distinct}")
      for (name, found) in hasKinds ? [("once", "1"), ("twice", "2"), ("often", "2+")] : [] {
        measures.append("\(name): {resource: rows, column: body, kind: distinct, found-in: {kind: \(found)}}")
      }
    }
    let names = measures.compactMap { $0.split(separator: ":").first.map(String.init) }
    let indicators = names.map { "  \($0): {names: {vi: \($0), en: \($0)}, value: \($0), unit: number}" }
    return """
      catalogue: 1
      title: {vi: Thử, en: Test}
      dimensions:
        unit: {resource: units, key: code, parent: parent, level: level, names: {vi: name, en: name}, valid: [valid_from, valid_to]}
        kind: {resource: kinds, key: code, names: {vi: name, en: name}}
      resources:
        rows: {period: period, unit: unit, level: district\(dimensions)\(status)}
      measures:
      \(measures.map { "  " + $0 }.joined(separator: "\n"))
      indicators:
      \(indicators.joined(separator: "\n"))

      """
  }

  // MARK: Rows

  private mutating func row() -> String {
    if isSpoilt, random.oneIn(200) { return String(repeating: delimiter, count: 8) + lineEnd }
    var fields = [
      period, choice(["D1", "D2", "D3"]), choice(["MEET", "TRAIN", "Hội nông dân xã"]), number, "\(whole)", flag,
      day(1999, 2003), remark, choice(["a", "council", "Ủy ban", "U\u{309}y ban", "b-7", ""]),
    ]
    if fields[3].isEmpty || fields[3] == "-" || fields[3] == "..." {
      if hasStatus, random.oneIn(2) { fields[5] = choice(["L", "M", "O B"]) }
    }
    if isSpoilt, random.oneIn(60) {
      // Without a status, the columns behind the figures are read by nobody.
      let place = Int.random(in: 0..<(hasStatus ? 7 : 5), using: &random)
      fields[place] = choice([
        "", "X9", "1.234", "12a", "2023-02-30", "-7", "1234567890123456789012345", "P", "1,5", "Z",
      ])
    }
    if isSpoilt, random.oneIn(300) { fields.removeLast() }
    return line(fields)
  }

  private var period: String {
    mutating get {
      let year = Int.random(in: 1999...2003, using: &random)
      switch time {
      case "date": return day(year, year)
      case "code": return random.choice("\(year)", "\(year)-Q\(Int.random(in: 1...4, using: &random))", "\(year)-07")
      default: return "\(year)"
      }
    }
  }

  private mutating func day(_ first: Int, _ last: Int) -> String {
    let (year, month) = (Int.random(in: first...last, using: &random), Int.random(in: 1...12, using: &random))
    let day = Int.random(in: 1...28, using: &random)
    return "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
  }

  private var whole: Int { mutating get { random.oneIn(9) ? 0 : Int.random(in: 0...40, using: &random) } }

  private var flag: String { mutating get { random.oneIn(3) ? choice(["P", "E", "B", "P E", "A"]) : "" } }

  private var number: String {
    mutating get {
      if random.oneIn(12) { return choice(["", "-", "..."]) }
      let sign = random.choice("", "", "-", "+")
      let digits = "\(Int.random(in: 0...4999, using: &random))"
      let places = random.choice(0, 0, 1, 2, 6, 9)
      if places == 0 { return random.oneIn(40) ? "99999999\(digits.first ?? "0")" : sign + digits }
      let fraction = String((0..<places).map { _ in choice(["0", "1", "5", "9"]) }.joined())
      return sign + digits + point + fraction
    }
  }

  private var remark: String {
    mutating get {
      choice(["", "x", "a \"quoted\" word", "two\nlines", "P\(delimiter)2001\(delimiter)D1", "Họp\r\nxong", "\"\""])
    }
  }

  private mutating func choice(_ texts: [String]) -> String { texts.randomElement(using: &random) ?? "" }

  private func line(_ fields: [String]) -> String {
    let written = fields.map { text in
      let isSpecial = text.contains { $0 == "\"" || $0.isNewline || String($0) == delimiter }
      return quotesAll || isSpecial ? "\"\(text.replacing("\"", with: "\"\""))\"" : text
    }
    return written.joined(separator: delimiter) + lineEnd
  }
}
