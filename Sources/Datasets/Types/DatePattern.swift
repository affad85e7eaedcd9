import Values

/// A pattern of `strptime` (POSIX.1-2024; Python's dialect, which the Table Schema names): `%d/%m/%Y`.
struct DatePattern: Sendable {
  private enum Element: Sendable {
    case literal(Character)
    case space
    case directive(Character)
  }

  static let directives = "YymdHIMSfpjbBz"

  let text: String
  private let elements: [Element]

  /// - Throws: `Unknown` for a directive that is not read.
  init(_ text: String) throws(Unknown) {
    self.text = text
    var elements: [Element] = []
    var rest = text[...]
    while let character = rest.popFirst() {
      switch character {
      case "%":
        guard let directive = rest.popFirst() else { throw Unknown(directive: "%") }
        if directive == "%" {
          elements.append(.literal("%"))
        } else if Self.directives.contains(directive) {
          elements.append(.directive(directive))
        } else {
          throw Unknown(directive: "%\(directive)")
        }
      case " ", "\t": elements.append(.space)
      default: elements.append(.literal(character))
      }
    }
    self.elements = elements
  }

  struct Unknown: Error {
    let directive: String
  }

  /// Nil when the text has another form, or is no day of the calendar.
  func parse(_ text: String) -> DateParts? {
    var reader = DigitReader(text[...])
    var parts = DateParts()
    for element in elements {
      switch element {
      case .literal(let character): guard reader.take(character) else { return nil }
      case .space: reader.skipSpaces()
      case .directive(let directive): guard Self.read(directive, &reader, into: &parts) else { return nil }
      }
    }
    return reader.isAtEnd && parts.date != nil ? parts : nil
  }

  private static func read(_ directive: Character, _ reader: inout DigitReader, into parts: inout DateParts) -> Bool {
    func keep(_ path: WritableKeyPath<DateParts, Int>, _ number: Int?, from least: Int = 0) -> Bool {
      guard let number, number >= least else { return false }
      parts[keyPath: path] = number
      return true
    }
    switch directive {
    case "Y": return keep(\.year, reader.number(4, upTo: 9999), from: 1)
    // POSIX: 69 to 99 lie in the twentieth century.
    case "y": return keep(\.year, reader.number(2, upTo: 99).map { $0 < 69 ? 2000 + $0 : 1900 + $0 })
    case "m": return keep(\.month, reader.number(2, shortest: 1, upTo: 12), from: 1)
    case "d": return keep(\.day, reader.number(2, shortest: 1, upTo: 31), from: 1)
    case "H": return keep(\.hour, reader.number(2, shortest: 1, upTo: 23))
    case "I": return keep(\.hour, reader.number(2, shortest: 1, upTo: 12).map { $0 % 12 }, from: 0)
    case "M": return keep(\.minute, reader.number(2, shortest: 1, upTo: 59))
    case "S": return keep(\.second, reader.number(2, shortest: 1, upTo: 59))
    case "f": return keep(\.nanoseconds, reader.fraction())
    case "j": return keep(\.dayOfYear, reader.number(3, shortest: 1, upTo: 366), from: 1)
    case "z": return keep(\.offset, reader.zone(), from: -86_400)
    case "b", "B": return keep(\.month, month(&reader), from: 1)
    case "p":
      if reader.take(word: "PM") { parts.isAfternoon = true } else if !reader.take(word: "AM") { return false }
      return true
    default: return false
    }
  }

  /// English names, long ones first: `March` begins with `Mar`.
  private static func month(_ reader: inout DigitReader) -> Int? {
    for (index, name) in monthNames.enumerated()
    where reader.take(word: name) || reader.take(word: String(name.prefix(3))) {
      return index + 1
    }
    return nil
  }

  private static let monthNames = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]
}

/// What a pattern found in a text; what it does not hold has the value that `strptime` gives it.
struct DateParts {
  var year = 1900
  var month = 1
  var day = 1
  var dayOfYear = 0
  var hour = 0
  var minute = 0
  var second = 0
  var nanoseconds = 0
  var offset = 0
  var isAfternoon = false

  var date: CalendarDate? {
    guard dayOfYear > 0 else { return CalendarDate(year: year, month: month, day: day) }
    let date = TemporalValue.date(ofDay: TemporalValue.days(before: .firstDay(of: year)) + dayOfYear - 1)
    return date?.year == year ? date : nil
  }

  var timeOfDay: TemporalValue {
    TemporalValue(
      units: (hour + (isAfternoon ? 12 : 0)) * 3600 + minute * 60 + second - offset, nanoseconds: nanoseconds)
  }

  var moment: TemporalValue? {
    date.map { TemporalValue(units: TemporalValue($0).units + timeOfDay.units, nanoseconds: nanoseconds) }
  }
}
