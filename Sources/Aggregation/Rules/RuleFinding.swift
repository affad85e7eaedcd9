import Catalogue
import Findings
import Language

/// One value of one row.
struct RowCell: Hashable {
  let file: String
  let line: Int
  let column: String
}

/// A finding about figures, with the rows that it questions where these are few.
struct RuleFinding {
  var finding: Finding
  /// The declared rule; nil for what is looked at in every package.
  var rule: String?
  /// What was looked at in every package, and about which measure or ratio.
  var pattern: (kind: Rule.Pattern, subject: String)?
  /// Empty where the figure is made from many rows, none of which needs to be wrong.
  var cells: [RowCell] = []
  /// All rows behind the figure.
  var evidence: [Evidence]

  init(
    _ finding: Finding, rule: String? = nil, evidence: [Evidence] = [], pattern: Rule.Pattern? = nil,
    subject: String = ""
  ) {
    self.finding = finding
    self.rule = rule
    self.evidence = evidence
    self.pattern = pattern.map { ($0, subject) }
    cells = evidence.compactMap(\.cell)
  }

  /// Whether a value is among those behind the figure.
  func rests(on cell: RowCell) -> Bool {
    evidence.contains { item in
      guard item.column == cell.column, let part = item.files.firstIndex(of: cell.file) else { return false }
      return item.lines.contains(SourceLine(line: cell.line, part: part))
    }
  }
}
