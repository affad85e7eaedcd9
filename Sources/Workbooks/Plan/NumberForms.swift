import Language
import Reports
import Values

/// The number formats of one language: the cell keeps the number, the format shows it as the readers write it.
///
/// The format names the language's locale, so that LibreOffice writes `56,30` for Vietnamese readers whatever the
/// machine's settings; Excel follows the machine's.
struct NumberForms: Sendable {
  /// How readers are told what a number is, beside its digits.
  enum Style: Sendable, Hashable {
    /// As yearbooks do: `-`, `...`, `(*)`, arrows.
    case symbols
    /// In words, for those who have the sheet read out.
    case words
  }

  let language: OutputLanguage
  var style = Style.symbols

  /// - Parameter digits: how many digits a number moves towards the middle of a wide column. They are part of the number
  ///   format because not every program indents numbers from the right.
  /// - Parameter isFlush: whether nothing keeps the number from its column's edge, behind which its sign stands.
  /// - Parameter hasStatus: whether the number's sign is part of its format, where it has no column of its own.
  func format(
    of figure: ReportFigure, digits: Int = 0, isFlush: Bool = false, hasStatus: Bool = false
  ) -> String {
    let sign = hasStatus ? Self.quoted(" " + Messages.statusMark[language]) : ""
    let space = sign + Self.space(digits, isFlush)
    let prefix = figure.isLowerBound ? Self.quoted(lowerBoundPrefix) : ""
    let digits = Self.digits(figure.value.scale)
    switch figure.style {
    case .plain:
      let zero = style == .words ? digits + space : Self.quoted(NumberForm.nothingOccurred) + space
      return "\(locale)\(prefix)#,##\(digits)\(space);-#,##\(digits)\(space);\(zero)"
    case .rounded: return "\(locale)\(prefix)#,##\(digits)\(space);-#,##\(digits)\(space)"
    case .signed:
      let (up, down) = figure.direction == 0 || style == .words ? ("", "") : ("\"▲ \"", "\"▼ \"")
      return "\(locale)\(up)+#,##\(digits)\(space);\(down)-#,##\(digits)\(space);\(digits)\(space)"
    case .ungrouped: return digits + space
    }
  }

  /// What an arrow takes: its direction is read without colours.
  static func arrowRoom(of figure: ReportFigure) -> String {
    figure.style == .signed && figure.direction != 0 && !figure.value.isZero ? "▲ " : ""
  }

  /// Of axes and labels of charts.
  func format(decimals: Int) -> String { "\(locale)#,##\(Self.digits(decimals))" }

  /// As the cell shows it: what the reader of the ledger compares.
  func printed(_ figure: ReportFigure, hasStatus: Bool = false) -> String {
    let number =
      figure.style == .rounded || style == .words && figure.value.isZero
      ? number.string(figure.value) : number.cell(figure.value, style: figure.style.form)
    let isBound = figure.isLowerBound && figure.style != .signed && !figure.value.isZero
    return (isBound ? lowerBoundPrefix : "") + number + (hasStatus ? " " + Messages.statusMark[language] : "")
  }

  /// What stands where there is no number.
  func printed(_ absence: Absence) -> String {
    style == .symbols ? number.cell(absence) : Messages.absenceInWords(absence)[language]
  }

  /// The sign of figures with a status, or its names.
  func printed(_ flags: StatusFlags) -> String {
    style == .symbols
      ? Messages.statusMark[language] : flags.flags.map { $0.name[language] }.joined(separator: ", ")
  }

  /// As `printed`, behind a heading or a label.
  func inBrackets(_ flags: StatusFlags) -> String { style == .symbols ? printed(flags) : "(\(printed(flags)))" }

  /// Of a sign in a column of numbers.
  static func textFormat(digits: Int, isFlush: Bool) -> String { "@" + space(digits, isFlush) }

  private static func space(_ digits: Int, _ isFlush: Bool) -> String {
    isFlush ? "" : "_ " + String(repeating: "_0", count: digits)
  }

  /// What stands in a table without rows.
  var nothing: String { Messages.noRows[language] }

  private var number: NumberForm { NumberForm(language) }
  private var lowerBoundPrefix: String { Messages.moreThan[language] + " " }

  private var locale: String {
    switch language {
    case .vietnamese: "[$-42A]"
    case .english: "[$-409]"
    }
  }

  /// `0`, `0.00`.
  private static func digits(_ decimals: Int) -> String {
    decimals > 0 ? "0." + String(repeating: "0", count: decimals) : "0"
  }

  private static func quoted(_ text: String) -> String {
    guard !text.isEmpty else { return "" }
    return "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "'") + "\""
  }
}

extension ReportFigure.Style {
  var form: NumberForm.Style {
    switch self {
    case .plain, .rounded: .plain
    case .signed: .signed
    case .ungrouped: .ungrouped
    }
  }
}
