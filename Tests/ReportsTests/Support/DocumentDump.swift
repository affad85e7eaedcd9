import Language
import Reports
import Values

/// A document as text, for a recorded copy that can be read in a diff.
struct DocumentDump {
  let document: ReportDocument

  var text: String {
    var lines = [
      "\(document.name) (\(document.language.rawValue))", "title: \(document.title)", "subtitle: \(document.subtitle)",
      "as of: \(document.asOf)", "date: \(document.date)",
    ]
    lines += document.issuer.map { "issuer: \($0)" } + document.notices.map { "notice: \($0)" }
    lines += ["", "headline: \(sentence(document.summary.headline))"]
    lines += document.summary.attention.map { "attention: \(sentence($0))" }
    lines.append("source: \(document.summary.source)")
    for chart in document.summary.charts { lines += self.chart(chart) }
    for table in document.summary.tables + document.tables { lines += [""] + self.table(table) }
    lines += [""] + document.notes.map { "note: \(sentence($0))" }
    for table in [document.quality, document.sources] { lines += [""] + self.table(table) }
    return lines.joined(separator: "\n") + "\n"
  }

  private func table(_ table: ReportTable) -> [String] {
    var lines = ["== \(table.id) [\(table.sheetName)] \(table.definedName): \(table.title)"]
    if !table.unitLine.isEmpty { lines.append(table.unitLine) }
    lines.append(
      table.columns.map { "\($0.heading){\($0.role)\($0.isDerived ? " derived" : "")}" }.joined(separator: " | "))
    for row in table.rows {
      let role = row.role == .item ? "" : "\(row.role): "
      lines.append(role + row.cells.map(cell).joined(separator: " | "))
    }
    for placed in table.figures {
      guard let expression = placed.figure.expression else { continue }
      lines.append("  [\(placed.row),\(placed.column)] \(placed.figure.id) = \(formula(expression))")
    }
    for chart in table.charts { lines += self.chart(chart) }
    return lines + table.notes.map { "* \(sentence($0))" }
  }

  private func cell(_ cell: ReportCell) -> String {
    switch cell {
    case .empty: return ""
    case .text(let text): return text
    case .absent(let absence): return "<\(absence)>"
    case .figure(let figure):
      let bound = figure.isLowerBound ? ">" : ""
      let flags = figure.flags.codes.isEmpty ? "" : " \(figure.flags.codes.joined())"
      let sign = figure.style == .signed && !figure.value.isNegative ? "+" : ""
      return bound + sign + figure.value.description + flags + (figure.isIllustrative ? " (mh)" : "")
    }
  }

  private func chart(_ chart: ReportChart) -> [String] {
    ["chart \(chart.kind): \(chart.title) \(chart.axis.map { "\($0)" } ?? "")", "  \(chart.alternativeText)"]
      + chart.series.map { "  \($0.name): \($0.source)" }
  }

  private func sentence(_ sentence: ReportSentence) -> String {
    let text = sentence.parts.map { part in
      switch part {
      case .text(let text): text.split(separator: "\u{A0}", omittingEmptySubsequences: false).joined(separator: "~")
      case .figure(let id, let printed): "{\(printed) \(id)}"
      }
    }.joined()
    return text + (sentence.tableID.map { " -> \($0)" } ?? "")
  }

  private func formula(_ expression: FigureExpression) -> String {
    switch expression {
    case .figure(let figure): figure.name
    case .constant(let number): number.description
    case .columnSum: "column"
    case .sum(let figures): "sum(\(figures.map(\.name).joined(separator: ", ")))"
    case .adding(let left, let right): "(\(formula(left)) + \(formula(right)))"
    case .subtracting(let left, let right): "(\(formula(left)) - \(formula(right)))"
    case .multiplying(let left, let right): "(\(formula(left)) * \(formula(right)))"
    case .dividing(let left, let right): "(\(formula(left)) / \(formula(right)))"
    case .rounding(let inner, let decimals): "round(\(formula(inner)), \(decimals))"
    }
  }
}
