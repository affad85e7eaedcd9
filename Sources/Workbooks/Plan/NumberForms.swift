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
    let whole = format(of: figure, tail: tail(marks, space))
    // Too long for the file: alignment is given up, never the mark.
    return whole.utf8.count <= ExcelLimits.formatBytes ? whole : format(of: figure, tail: tail(marks, Space()))
  }

  private func format(of figure: ReportFigure, tail: String) -> String {
    let prefix = figure.isLowerBound ? Self.quoted(lowerBoundPrefix) : ""
    let digits = Self.digits(figure.value.scale)
    switch figure.style {
    case .plain: return "\(locale)\(prefix)#,##\(digits)\(tail);-#,##\(digits)\(tail);\"-\"\(tail)"
    case .signed: return "\(locale)+#,##\(digits)\(tail);-#,##\(digits)\(tail);\(digits)\(tail)"
    case .ungrouped: return "\(digits)\(tail)"
    }
  }

  /// Of a text that stands where a number could.
  func format(ofTextWith space: Space) -> String { "@" + tail(Marks(), space) }

  private func tail(_ marks: Marks, _ space: Space) -> String {
    let suffix = suffix(marks)
    return (suffix.isEmpty ? "" : Self.quoted(suffix)) + padding(from: suffix, to: space.widestMark) + "_ "
      + String(repeating: "_0", count: space.digits)
  }

  /// Of axes and labels of charts.
  func format(decimals: Int) -> String { "\(locale)#,##\(Self.digits(decimals))" }

  func suffix(_ marks: Marks) -> String {
    (marks.isIllustrative ? " " + Messages.illustrativeMark[language] : "")
      + (marks.hasStatus ? " " + Messages.statusMark[language] : "")
  }

  /// As the cell shows it: what the reader of the ledger compares.
  func printed(_ figure: ReportFigure, marks: Marks) -> String {
    let number = number.cell(figure.value, style: figure.style.form)
    let isBound = figure.isLowerBound && figure.style == .plain && !figure.value.isZero
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

  /// Space as wide as the part of the widest suffix of the column that this number lacks, so that digits stay in line.
  private func padding(from suffix: String, to widest: String) -> String {
    guard suffix.count < widest.count else { return "" }
    return widest.dropFirst(suffix.count).map { "_\($0)" }.joined()
  }

  private static func quoted(_ text: String) -> String {
    "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "'") + "\""
  }
}

extension ReportFigure.Style {
  var form: NumberForm.Style {
    switch self {
    case .plain: .plain
    case .signed: .signed
    case .ungrouped: .ungrouped
    }
  }
}
