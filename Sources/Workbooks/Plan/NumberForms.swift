import Language
import Reports
import Values

/// The number formats of one language: the cell keeps the number, the format shows it as the readers write it.
///
/// The format names the language's locale, so that LibreOffice writes `56,30` for Vietnamese readers whatever the
/// machine's settings; Excel follows the machine's.
struct NumberForms: Sendable {
  /// What stands behind a number.
  struct Marks: Sendable, Hashable {
    var isIllustrative = false
    var hasStatus = false
  }

  let language: OutputLanguage

  /// The space behind a number: what the longest mark of its column takes, and some digits towards the middle of a
  /// wide column. It is part of the number format because not every program indents numbers from the right.
  struct Space: Sendable, Hashable {
    var widestMark = ""
    var digits = 0
  }

  func format(of figure: ReportFigure, marks: Marks, space: Space) -> String {
    let suffix = suffix(marks)
    let whole = format(of: figure, suffix: suffix, space: blank(behind: suffix, space))
    // Too long for the file: alignment is given up, never the mark.
    return whole.utf8.count <= ExcelLimits.formatBytes ? whole : format(of: figure, suffix: suffix, space: "")
  }

  private func format(of figure: ReportFigure, suffix: String, space: String) -> String {
    let prefix = figure.isLowerBound ? Self.quoted(lowerBoundPrefix) : ""
    let digits = Self.digits(figure.value.scale)
    let tail = Self.quoted(suffix) + space
    switch figure.style {
    case .plain:
      let zero = Self.quoted(NumberForm.nothingOccurred + suffix) + space
      return "\(locale)\(prefix)#,##\(digits)\(tail);-#,##\(digits)\(tail);\(zero)"
    case .rounded: return "\(locale)\(prefix)#,##\(digits)\(tail);-#,##\(digits)\(tail)"
    case .signed: return "\(locale)+#,##\(digits)\(tail);-#,##\(digits)\(tail);\(digits)\(tail)"
    case .ungrouped: return digits + tail
    }
  }

  /// Of a text that stands where a number could.
  func format(ofTextWith space: Space) -> String { "@" + blank(behind: "", space) }

  /// Blanks as wide as the letters named after each `_`: those that the longest mark of the column has more, a gap at
  /// the edge, and digits.
  private func blank(behind suffix: String, _ space: Space) -> String {
    let missing = space.widestMark.dropFirst(suffix.count)
    // An asterisk could be taken for the code that fills a cell; a digit is as wide.
    let letters = missing.map { $0 == "*" ? "0" : $0 } + [" "] + Array(repeating: "0", count: space.digits)
    return letters.map { "_\($0)" }.joined()
  }

  /// Of axes and labels of charts.
  func format(decimals: Int) -> String { "\(locale)#,##\(Self.digits(decimals))" }

  func suffix(_ marks: Marks) -> String {
    (marks.isIllustrative ? " " + Messages.illustrativeMark[language] : "")
      + (marks.hasStatus ? " " + Messages.statusMark[language] : "")
  }

  /// As the cell shows it: what the reader of the ledger compares.
  func printed(_ figure: ReportFigure, marks: Marks) -> String {
    let number =
      figure.style == .rounded
      ? number.string(figure.value) : number.cell(figure.value, style: figure.style.form)
    let isBound = figure.isLowerBound && figure.style != .signed && !figure.value.isZero
    return (isBound ? lowerBoundPrefix : "") + number + suffix(marks)
  }

  /// What stands where there is no number.
  func printed(_ absence: Absence) -> String { number.cell(absence) }

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
