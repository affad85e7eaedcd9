import TestSupport
import Values

/// A CSV file of random form, and the values that stand in it.
struct RandomTable {
  enum Value: Equatable {
    case text(String)
    case number(ExactDecimal)
    case day(CalendarDate)
    case missing
  }

  struct Column {
    var name: String
    var values: [Value] = []
    /// As the file has them, without quotes.
    var texts: [String] = []
  }

  var columns: [Column] = []
  var bytes: [UInt8] = []
  /// For messages.
  var text = ""

  private static let words = [
    "Rạch Sỏi", "An Bình", "một", "hai, ba", "\"bốn\"", "năm; sáu", "Đông\nTây", "x'y", "a|b", "ghi chú", "…", "-",
  ]
  private static let names = ["Dân số", "value", "Số hộ", "rate (%)", "GDP", "ghi chú", "Tỷ lệ", "B", "c-d", "số liệu"]

  init(_ generator: inout SeededGenerator) {
    let units = Int.random(in: 1...6, using: &generator)
    let years = Int.random(in: 1...6, using: &generator)
    var unit = Column(name: generator.choice("unit", "Mã đơn vị", "Country Code", "Huyện"))
    var year = Column(name: generator.choice("year", "Năm", "Year"))
    for member in 0..<units {
      for offset in 0..<years {
        unit.texts.append("U\(member)")
        year.texts.append("\(2013 + offset)")
      }
    }
    unit.values = unit.texts.map { .text($0) }
    year.values = year.texts.map { .number(ExactDecimal($0) ?? .zero) }
    columns = [unit, year]
    for name in Self.names.shuffled(using: &generator).prefix(Int.random(in: 1...4, using: &generator)) {
      columns.append(Self.column(name, rows: units * years, &generator))
    }
    columns.shuffle(using: &generator)
    write(&generator)
  }

  private static func column(_ name: String, rows: Int, _ generator: inout SeededGenerator) -> Column {
    var column = Column(name: name)
    let kind = Int.random(in: 0..<6, using: &generator)
    let form = NumberForm(&generator)
    let pattern = generator.choice("d/m/y", "y-m-d", "m/d/y")
    let mark = generator.choice("", "", "-", "NA", "...")
    for _ in 0..<rows {
      if kind > 0, generator.oneIn(9) {
        column.texts.append(mark)
        column.values.append(.missing)
      } else if kind == 0 {
        let word = words.randomElement(using: &generator) ?? ""
        column.texts.append(word)
        column.values.append(.text(word))
      } else if kind == 1, let day = day(&generator) {
        column.texts.append(text(of: day, pattern))
        column.values.append(.day(day))
      } else {
        let number = form.number(&generator)
        column.texts.append(form.text(number))
        column.values.append(.number(number))
      }
    }
    return column
  }

  private static func day(_ generator: inout SeededGenerator) -> CalendarDate? {
    CalendarDate(
      year: Int.random(in: 1990...2030, using: &generator), month: Int.random(in: 1...12, using: &generator),
      day: Int.random(in: 1...28, using: &generator))
  }

  private static func text(of day: CalendarDate, _ pattern: String) -> String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    switch pattern {
    case "d/m/y": return "\(two(day.day))/\(two(day.month))/\(day.year)"
    case "m/d/y": return "\(two(day.month))/\(two(day.day))/\(day.year)"
    default: return day.description
    }
  }

  private mutating func write(_ generator: inout SeededGenerator) {
    let delimiter = generator.choice(",", ";", "\t", "|")
    let lineEnd = generator.choice("\n", "\r\n")
    let quotesAll = generator.oneIn(5)
    func field(_ text: String) -> String {
      let special = text.contains { "\"\n'|;,\t".contains($0) }
      guard special || quotesAll else { return text }
      return "\"" + text.replacing("\"", with: "\"\"") + "\""
    }
    func line(_ texts: [String]) -> String { texts.map(field).joined(separator: delimiter) + lineEnd }
    if generator.oneIn(4) { text += "BÁO CÁO SỐ LIỆU\(lineEnd)\(lineEnd)" }
    text += line(columns.map(\.name))
    for row in columns[0].texts.indices { text += line(columns.map { $0.texts[row] }) }
    switch Int.random(in: 0..<4, using: &generator) {
    case 0: bytes = [0xEF, 0xBB, 0xBF] + Array(text.utf8)
    case 1: bytes = [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    default: bytes = Array(text.utf8)
    }
  }
}

/// How the numbers of one column are written.
struct NumberForm {
  let decimals: Int
  let largest: Int
  let decimal: Character
  let group: Character?

  init(_ generator: inout SeededGenerator) {
    decimals = generator.choice(0, 0, 1, 2, 3)
    largest = generator.choice(9, 999, 99_999, 9_999_999)
    decimal = generator.choice(".", ",")
    let others: [Character?] = decimal == "." ? [nil, ",", " "] : [nil, ".", " "]
    group = others.randomElement(using: &generator) ?? nil
  }

  func number(_ generator: inout SeededGenerator) -> ExactDecimal {
    var coefficient = Int128(Int.random(in: 0...largest, using: &generator))
    for _ in 0..<decimals { coefficient = coefficient * 10 + Int128(Int.random(in: 0...9, using: &generator)) }
    return ExactDecimal(coefficient: generator.oneIn(8) ? -coefficient : coefficient, scale: decimals)
  }

  func text(_ number: ExactDecimal) -> String {
    let parts = number.magnitude.description.split(separator: ".")
    var whole = ""
    for (index, digit) in parts[0].enumerated() {
      if index > 0, (parts[0].count - index).isMultiple(of: 3), let group { whole.append(group) }
      whole.append(digit)
    }
    let fraction = parts.count > 1 ? "\(decimal)\(parts[1])" : ""
    return (number.isNegative ? "-" : "") + whole + fraction
  }
}
