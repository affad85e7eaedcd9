public import Datasets
import Findings
public import Language

/// Findings for reading on a terminal: by file and kind, with the row of each and the cell that is wrong marked under it.
///
/// A terminal sees a few of each group, and long rows cut around the cell; without a width nothing is left out.
public struct FindingPage: Sendable {
  public var language: OutputLanguage
  /// Nil for no limit.
  public var width: Int?
  public var style: TextStyle

  public init(language: OutputLanguage, width: Int?, style: TextStyle = .plain) {
    self.language = language
    self.width = width
    self.style = style
  }

  /// How many findings of a group a terminal shows.
  public static let examples = 3

  public func string(_ groups: [FindingGroup], excerpts: SourceExcerpts) -> String {
    groups.map { string($0, excerpts) }.joined(separator: "\n")
  }

  private func string(_ group: FindingGroup, _ excerpts: SourceExcerpts) -> String {
    var text = ""
    if group.count > 1 {
      let word = group.severity.counted(group.count)[language]
      text += style(.bold, "\(PrintableText.line(group.file)): \(word) [\(group.code)]") + "\n"
    }
    let remedies = Set(group.shown.map(\.remedy))
    for finding in group.shown {
      text += headline(finding) + excerpt(of: finding, excerpts)
      if remedies.count > 1 { text += remedy(finding) }
    }
    let rest = group.count - group.shown.count
    if rest > 0 {
      text += "  " + style(.dim, Messages.furtherFindings(rest, lines: group.furtherLines)[language]) + "\n"
    }
    if remedies.count == 1, let first = group.shown.first { text += remedy(first) }
    return text
  }

  private func headline(_ finding: Finding) -> String {
    let word = finding.severity.name[language].lowercased()
    let place = PrintableText.line(finding.position.description)
    return style(.bold, place + ":") + " " + style(emphasis(finding.severity), "\(word) [\(finding.code)]") + " "
      + PrintableText.line(finding.message[language]) + "\n"
  }

  private func remedy(_ finding: Finding) -> String { "  → \(PrintableText.line(finding.remedy[language]))\n" }

  private func emphasis(_ severity: Severity) -> TextStyle.Emphasis {
    switch severity {
    case .error: .red
    case .warning: .yellow
    case .information: .blue
    }
  }

  private func excerpt(of finding: Finding, _ excerpts: SourceExcerpts) -> String {
    guard let line = finding.position.line, let window = window(finding, excerpts) else {
      guard let value = finding.value, !value.isEmpty else { return "" }
      let shown = PrintableText.line(value)
      return "  \(style(.dim, "|")) " + (width.map { DisplayWidth.truncated(shown, to: max(3, $0 - 4)) } ?? shown)
        + "\n"
    }
    let number = "\(line)"
    let (row, marks) = window.lines(width: width.map { $0 - number.count - 5 })
    let margin = DisplayWidth.spaces(number.count)
    return "  \(style(.dim, "\(number) |")) \(row)\n  \(style(.dim, "\(margin) |")) "
      + style(emphasis(finding.severity), marks) + "\n"
  }

  private func window(_ finding: Finding, _ excerpts: SourceExcerpts) -> RowWindow? {
    if let row = excerpts.row(at: finding.position) {
      guard let index = row.index(at: finding.position) else { return nil }
      let delimiter = excerpts.delimiter(of: finding.position.file)
      let cells = row.cells.map { PrintableText.line(Self.written($0)) }
      let separator = PrintableText.line(delimiter)
      if finding.field == nil, index == 0, Self.aboutRows.contains(finding.code) {
        return RowWindow(before: "", marked: cells.joined(separator: separator), after: row.isCut ? "…" : "")
      }
      let before = cells[..<index].map { $0 + separator }.joined()
      let after = cells[(index + 1)...].map { separator + $0 }.joined() + (row.isCut ? separator + "…" : "")
      return RowWindow(before: before, marked: cells[index], after: after)
    }
    guard let text = excerpts.line(at: finding.position), let column = finding.position.column else { return nil }
    let scalars = text.unicodeScalars
    let start = scalars.index(scalars.startIndex, offsetBy: max(0, column - 1), limitedBy: scalars.endIndex)
    guard let start else { return nil }
    let tail = String(scalars[start...])
    let value = finding.value ?? ""
    let marked = !value.isEmpty && tail.hasPrefix(value) ? value : String(tail.prefix(1))
    return RowWindow(
      before: PrintableText.line(String(scalars[..<start])), marked: PrintableText.line(marked),
      after: PrintableText.line(String(tail.dropFirst(marked.count))))
  }

  /// Codes of findings about a whole row.
  private static let aboutRows: Set<String> = ["ragged-row", "wrong-delimiter", "header-not-first"]

  /// In quotes where it stands in quotes.
  private static func written(_ cell: SourceRow.Cell) -> String {
    guard cell.isQuoted, !cell.isWithheld else { return cell.text }
    return "\"" + cell.text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
  }
}
