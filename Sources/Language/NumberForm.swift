public import Values

/// The one formatter of numbers: workbook texts, briefings and the terminal print what it says.
///
/// Vietnamese writes `1.234.567,89`, English `1,234,567.89`; the minus is the hyphen of the keyboard. A number is printed
/// with all the decimals it carries, so rounding is done before, once. Every function is linear in the digits.
public struct NumberForm: Sendable, Hashable {
  /// How a number shows its sign and its thousands.
  public enum Style: Sendable, Hashable {
    /// `1.234,50`, `-3`.
    case plain
    /// `+2,92`, `-0,13`, and `0,00` without a sign.
    case signed
    /// A year, an ordinal: `2023`.
    case ungrouped
  }

  public let language: OutputLanguage

  public init(_ language: OutputLanguage) { self.language = language }

  public var groupSeparator: String { language == .vietnamese ? "." : "," }
  public var decimalSeparator: String { language == .vietnamese ? "," : "." }

  public func string(_ value: ExactDecimal, style: Style = .plain) -> String {
    let digits = value.magnitude.description.utf8
    let point = digits.firstIndex(of: UInt8(ascii: ".")) ?? digits.endIndex
    var text: [UInt8] = []
    text.reserveCapacity(2 * digits.count)
    if value.isNegative {
      text.append(UInt8(ascii: "-"))
    } else if style == .signed && !value.isZero {
      text.append(UInt8(ascii: "+"))
    }
    var left = digits.distance(from: digits.startIndex, to: point)
    for digit in digits[..<point] {
      text.append(digit)
      left -= 1
      if style != .ungrouped, left > 0, left.isMultiple(of: 3) { text.append(contentsOf: groupSeparator.utf8) }
    }
    if point < digits.endIndex {
      text.append(contentsOf: decimalSeparator.utf8)
      text.append(contentsOf: digits[digits.index(after: point)...])
    }
    return String(decoding: text, as: UTF8.self)
  }

  public func string(_ value: Int, style: Style = .plain) -> String { string(ExactDecimal(value), style: style) }

  /// Rounds half away from zero, then prints.
  ///
  /// - Parameter decimals: digits after the point, 0 to `ExactDecimal.largestScale`.
  /// - Throws: `.overflow` when the rounded number needs more than 127 bits.
  public func string(
    _ value: Rational, decimals: Int, style: Style = .plain
  ) throws(ArithmeticFailure) -> String {
    string(try value.rounded(to: decimals), style: style)
  }

  /// `59,22%`, without a space in either language.
  ///
  /// - Parameter value: already in percent: 59.22, not 0.5922.
  public func percent(_ value: ExactDecimal, style: Style = .plain) -> String { string(value, style: style) + "%" }

  /// A number in a table, where zero is the dash of the yearbooks.
  ///
  /// - Parameter unrounded: what `value` was rounded from. A zero that is only the rounding of something prints its
  ///   digits (`0,00`), for the dash says that nothing occurred.
  public func cell(_ value: ExactDecimal, style: Style = .plain, unrounded: Rational? = nil) -> String {
    guard style == .plain, value.isZero, unrounded?.isZero ?? true else { return string(value, style: style) }
    return Self.nothingOccurred
  }

  /// What stands in a table where there is no number: blank when it has not been reported.
  public func cell(_ absence: Absence) -> String {
    switch absence {
    case .missing: ""
    case .notCollected: Self.notCollected
    case .notApplicable: Self.notApplicable
    }
  }

  /// A count in running text: Vietnamese office prose writes 01 to 09, and leaves zero, fractions and larger numbers as
  /// they are.
  public func inProse(_ value: ExactDecimal) -> String {
    let padded = language == .vietnamese && value.scale == 0 && (1...9).contains(value.coefficient)
    return (padded ? "0" : "") + string(value)
  }

  public func inProse(_ value: Int) -> String { inProse(ExactDecimal(value)) }

  /// `hơn 19.200`, `more than 19,200`.
  public func lowerBound(_ value: ExactDecimal) -> String { "\(Messages.moreThan[language]) \(string(value))" }

  /// A printed number and its unit: `2.731 buổi`, `59,22%`. A unit that is a sign stands without a space.
  public func withUnit(_ printed: String, _ unit: LocalizedText) -> String {
    let name = unit[language]
    if name.isEmpty { return printed }
    return name == "%" ? printed + name : "\(printed) \(name)"
  }

  public static let nothingOccurred = "-"
  public static let notCollected = "..."
  public static let notApplicable = "x"
}
