import TestSupport

/// A table of columns of many kinds, with or without errors.
struct RandomTable {
  /// One row in so many has something wrong with it; 0 for none.
  let errors: Int
  private(set) var generator: SeededGenerator
  private var columns: [Column] = []
  private let decimal: String

  private struct Column {
    let field: String
    /// Makes a right text.
    let text: (Int, inout SeededGenerator) -> String
  }

  /// What people and programs leave where a value should be.
  private static let spoilt = [
    "", " ", " x", "x ", "a  b", "a\u{A0}b", "#REF!", "####", "9E+05", "1.234", "412,500", "1,2,3", "31/12/2023",
    "2023-02-30", "0203-01-01", "45199", "không", "-", "...", "Hu\u{65}\u{302}\u{301}", "\u{FEFF}x", "x\ty",
    "99999999999999999999",
    "-5", "+7", "1e3", "(5)", "5%", "2300", "TRUE", "Q9", "a,b;c", "say \"so\"", "first\nsecond", "079200000001",
    "Nort",
  ]
  private static let places = ["An Bình", "Hòa Điền", "Thổ Châu", "Rạch Giá", "Vĩnh Hòa Hưng Bắc", "Đông Yên"]

  init(seed: Int, errors: Int) {
    self.errors = errors
    generator = SeededGenerator(seed: seed)
    let decimal = generator.choice(".", ",")
    self.decimal = decimal
    var all = Self.columns(decimal: decimal)
    all.shuffle(using: &generator)
    columns = Array(all.prefix(Int.random(in: 1...9, using: &generator)))
  }

  private static func columns(decimal: String) -> [Column] {
    func number(_ whole: Int, _ rest: Int, _ digits: Int) -> String {
      let rest = "\(rest)"
      return digits == 0 ? "\(whole)" : "\(whole)\(decimal)" + String(repeating: "0", count: digits - rest.count) + rest
    }
    let named = { (name: String, type: String, more: String) in
      #"{"name": "\#(name)", "type": "\#(type)"\#(more)}"#
    }
    let mark = #", "decimalChar": "\#(decimal)""#
    return [
      Column(field: named("id", "string", "")) { row, _ in "R\(row)" },
      Column(field: named("place", "string", "")) { _, generator in places.randomElement(using: &generator) ?? "" },
      Column(field: named("code", "string", #", "constraints": {"required": true}"#)) { _, generator in
        generator.choice("North", "South", "East")
      },
      Column(field: named("count", "integer", #", "constraints": {"minimum": 0}"#)) { _, generator in
        "\(Int.random(in: 0...12_345_678, using: &generator))"
      },
      Column(field: named("amount", "number", mark + #", "constraints": {"minimum": -10.5, "maximum": 99999.99}"#)) {
        number(Int.random(in: -9...99_998, using: &$1), Int.random(in: 0...99, using: &$1), $0 % 3 == 0 ? 0 : 2)
      },
      Column(field: named("plain", "number", decimal == "." ? "" : mark)) {
        number(Int.random(in: 0...99, using: &$1), Int.random(in: 0...9, using: &$1), $0 % 2)
      },
      Column(field: named("grouped", "number", mark + #", "groupChar": " ""#)) { _, generator in
        generator.choice("1 234", "12", "1 234 567\(decimal)8")
      },
      Column(field: named("dressed", "number", mark + #", "bareNumber": false"#)) { _, generator in
        generator.choice("95%", "€ 12", "7")
      },
      Column(field: named("listed", "integer", #", "constraints": {"enum": ["1", "2", "40"]}"#)) { _, generator in
        generator.choice("1", "2", "40")
      },
      Column(field: named("day", "date", "")) { row, generator in
        "20\(10 + row % 14)-0\(1 + row % 9)-\(Int.random(in: 10...28, using: &generator))"
      },
      Column(field: named("late", "date", #", "constraints": {"minimum": "2020-01-01"}"#)) { row, _ in
        "202\(row % 4)-12-31"
      },
      Column(field: named("ours", "date", #", "format": "%d/%m/%Y""#)) { row, _ in "\(1 + row % 28)/2/202\(row % 5)" },
      Column(field: named("year", "year", "")) { row, _ in "\(2013 + row % 11)" },
      Column(field: named("given", "boolean", "")) { row, _ in row % 3 == 0 ? "true" : "0" },
      Column(field: named("kind", "string", #", "constraints": {"enum": ["A", "B", "Đ"]}"#)) { _, generator in
        generator.choice("A", "B", "Đ")
      },
      Column(field: named("mark", "string", #", "constraints": {"pattern": "[A-Z]{2}-[0-9]+"}"#)) { row, _ in
        "KG-\(row)"
      },
      Column(field: named("short", "string", #", "constraints": {"minLength": 1, "maxLength": 7}"#)) { row, _ in
        "ế\(row % 1000)"
      },
      Column(field: named("moment", "datetime", "")) { row, _ in "2023-09-30T08:\(10 + row % 50):00" },
      Column(field: named("several", "list", #", "itemType": "integer", "delimiter": "/""#)) { row, _ in "1/2/\(row)" },
      Column(field: named("mail", "string", #", "format": "email""#)) { row, _ in "to\(row)@vidu.vn" },
    ]
  }

  /// The table with its descriptor; each call another one of the same columns.
  mutating func table(rows: Int) -> (table: PackageSketch.Table, bytes: [UInt8]) {
    let delimiter = generator.choice(",", ";", "\t")
    let quotesAll = generator.oneIn(3)
    let end = generator.choice("\n", "\r\n")
    var lines: [String] = []
    for row in 0..<rows {
      var fields = columns.map { $0.text(row, &generator) }
      if errors > 0, generator.oneIn(errors) { spoil(&fields) }
      var line = fields.map { quoted($0, delimiter, always: quotesAll) }.joined(separator: delimiter)
      if errors > 0, generator.oneIn(errors * 8) { line += delimiter }
      lines.append(line)
      if errors > 0, generator.oneIn(errors * 4) { lines.append(lines.randomElement(using: &generator) ?? line) }
      if errors > 0, generator.oneIn(errors * 8) {
        lines.append(String(repeating: delimiter, count: max(0, columns.count - 1)))
      }
    }
    let names = columns.compactMap { $0.field.split(separator: "\"").dropFirst(2).first.map(String.init) }
    var text = ([names.joined(separator: delimiter)] + lines).joined(separator: end)
    if !generator.oneIn(3) { text += end }
    var bytes = (generator.oneIn(3) ? [0xEF, 0xBB, 0xBF] : []) + Array(text.utf8)
    if errors > 0, generator.oneIn(4), !bytes.isEmpty { bytes[Int.random(in: bytes.indices, using: &generator)] = 0xFF }
    let table = PackageSketch.Table(
      "figures", fields: columns.map(\.field), schema: keys(names),
      properties: [#""dialect": {"delimiter": "\#(delimiter == "\t" ? "\\t" : delimiter)"}"#], csv: "")
    return (table, bytes)
  }

  private mutating func spoil(_ fields: inout [String]) {
    let index = Int.random(in: fields.indices, using: &generator)
    switch generator.choice(0, 1, 2, 3) {
    case 0: fields.remove(at: index)
    case 1: fields.swapAt(index, Int.random(in: fields.indices, using: &generator))
    default: fields[index] = Self.spoilt.randomElement(using: &generator) ?? ""
    }
  }

  private mutating func keys(_ names: [String]) -> [String] {
    var schema: [String] = []
    if generator.oneIn(2), names.contains("id") { schema.append(#""primaryKey": ["id"]"#) }
    if generator.oneIn(3), let first = names.first, let last = names.last, first != last, names.contains("id") {
      schema.append(#""uniqueKeys": [["\#(first)", "\#(last)", "id"]]"#)
    }
    if generator.oneIn(2), names.contains("code") {
      schema.append(
        #""foreignKeys": [{"fields": ["code"], "reference": {"resource": "units", "fields": ["code"]}}]"#)
    }
    let missing = generator.choice("", #""missingValues": ["", "-"]"#, #""missingValues": ["...", "7"]"#)
    return missing.isEmpty ? schema : schema + [missing]
  }

  private func quoted(_ text: String, _ delimiter: String, always: Bool) -> String {
    let needs = always || text.contains(delimiter) || text.contains("\"") || text.contains("\n")
    return needs ? "\"\(text.replacing("\"", with: "\"\""))\"" : text
  }
}
