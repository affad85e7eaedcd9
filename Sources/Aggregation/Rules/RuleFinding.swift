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
  /// Empty where the figure is made from many rows, none of which needs to be wrong.
  var cells: [RowCell] = []

  init(_ finding: Finding, rule: String? = nil, evidence: [Evidence] = []) {
    self.finding = finding
    self.rule = rule
    cells = evidence.compactMap { item in
      guard item.lines.count == 1, let line = item.lines.ranges.first?.lowerBound else { return nil }
      return RowCell(file: item.file, line: line, column: item.column)
    }
  }
}
