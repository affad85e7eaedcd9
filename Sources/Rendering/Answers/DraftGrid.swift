import Language
import Values
public import Verification

/// The figures of a draft and what the data say about them.
public struct DraftGrid {
  private let forms: AnswerForms
  private let verdicts: VerdictForms
  private let report: DraftReport
  /// What the draft is called in positions.
  private let file: String
  private var language: OutputLanguage { forms.language }

  public init(_ report: DraftReport, file: String, forms: AnswerForms) {
    self.report = report
    self.file = file
    self.forms = forms
    verdicts = VerdictForms(forms.language)
  }

  private var judgements: [Judgement] { report.results.map(\.judgement) }

  private var isIllustrative: Bool {
    report.results.contains { $0.judgement.isIllustrative || $0.proposals.contains { $0.judgement.isIllustrative } }
  }

  private var summary: [String] {
    [
      verdicts.summary(judgements), Messages.recognised(report.recognised, of: report.results.count)[language],
      Messages.numbersSkipped(report.skipped)[language],
    ]
      + report.tables.map { table in
        Messages.tableRead(table.lines, checked: table.checked, unread: table.unread)[language]
      }
  }

  /// A paragraph a figure, and the counts.
  public var text: String {
    var lines = forms.notices(isIllustrative: isIllustrative)
    if !lines.isEmpty { lines.append("") }
    for result in report.results {
      let figure = result.figure
      lines.append(
        "\(file):\(figure.line):\(figure.column): “\(figure.printed)” – \(verdicts.verdicts(result.judgement))")
      let isKnown = result.judgement.verdict != .unknown
      if isKnown, let proposal = result.proposals.first {
        lines.append("    \(title(proposal)) [\(Messages.matchedWords[language]): \(proposal.evidence)]")
      }
      lines += verdicts.lines(result.judgement).map { "    \($0)" }
      guard !isKnown else { continue }
      for proposal in result.proposals {
        lines.append(
          "    \(Messages.candidatesHeading[language]): \(title(proposal)) – "
            + "\(Messages.computedValue[language].lowercased()) \(verdicts.computed(proposal.judgement))")
      }
    }
    lines += [""] + summary
    return lines.joined(separator: "\n") + "\n"
  }

  private func title(_ proposal: DraftProposal) -> String {
    let years = proposal.years
    let parts =
      [
        proposal.indicator.names[language], Messages.quantity(proposal.quantity)[language],
        years.count == 1 ? "\(years.lowerBound)" : forms.dates.years(years.lowerBound, years.upperBound),
      ] + [proposal.unit].compactMap { $0 }.map { forms.name($0, of: "unit", in: years.upperBound) }
      + [proposal.organisation].compactMap { $0 }.map { forms.name($0, of: "organisation", in: years.upperBound) }
    return parts.filter { !$0.isEmpty }.joined(separator: ", ")
  }

  /// One row a figure.
  ///
  /// - Parameter forPeople: verdicts in words rather than codes.
  public func grid(forPeople: Bool) -> Grid {
    let columns =
      [
        Grid.Column(key: "file", heading: "", audience: .machines),
        Grid.Column(key: "line", heading: Messages.lineHeading[language], kind: .number(.ungrouped), isLabel: true),
        Grid.Column(key: "column", heading: "", kind: .number(.ungrouped), audience: .machines),
        Grid.Column(key: "printed", heading: Messages.printedFigure[language]),
        Grid.Column(key: "value", heading: "", kind: .number(.plain), audience: .machines),
        Grid.Column(key: "bound", heading: "", audience: .machines),
        Grid.Column(key: "indicator", heading: Messages.indicator[language]),
        Grid.Column(key: "quantity", heading: "", audience: .machines),
        Grid.Column(key: "period", heading: "", audience: .machines),
        Grid.Column(key: "unit", heading: "", audience: .machines),
        Grid.Column(key: "organisation", heading: "", audience: .machines),
        Grid.Column(key: "evidence", heading: "", audience: .machines),
      ] + VerdictForms.columns(language) + [Grid.Column(key: "candidates", heading: "", audience: .machines)]
    var grid = Grid(
      notices: forms.notices(isIllustrative: isIllustrative), columns: columns, footnotes: summary,
      attributes: [
        .init("illustrative", .bool(isIllustrative)), .init("language", .string(report.language.rawValue)),
        .init("identified", .integer(report.recognised)), .init("skipped", .integer(report.skipped)),
        .init("cells_unread", .integer(report.tables.map(\.unread.count).reduce(0, +))),
      ])
    for result in report.results {
      grid.rows.append(cells(result, forPeople: forPeople))
    }
    return grid
  }

  private func cells(_ result: DraftResult, forPeople: Bool) -> [GridCell] {
    let figure = result.figure
    let known = result.judgement.verdict == .unknown ? nil : result.proposals.first
    let years = known.map { proposal in
      proposal.years.count == 1
        ? "\(proposal.years.lowerBound)" : "\(proposal.years.lowerBound)/\(proposal.years.upperBound)"
    }
    let candidates = known == nil ? result.proposals.map(\.indicator.code) : []
    return [
      .text(file), .number(ExactDecimal(figure.line)), .number(ExactDecimal(figure.column)), .text(figure.printed),
      figure.value.map { .number($0) } ?? .empty, .text(figure.bound.rawValue),
      .text(known.map { forPeople ? title($0) : $0.indicator.code } ?? ""), .text(known?.quantity ?? ""),
      .text(years ?? ""), .text(known.map { $0.unit ?? forms.wholeUnit ?? "" } ?? ""),
      .text(known?.organisation ?? ""), .text(known?.evidence ?? ""),
    ] + verdicts.cells(result.judgement, forPeople: forPeople)
      + [.text(candidates.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }.joined(separator: " "))]
  }
}
