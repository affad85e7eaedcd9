import Language
import Values
public import Verification

/// Published figures and what the data say about them.
public struct ClaimGrid {
  private let forms: AnswerForms
  private let verdicts: VerdictForms
  private let results: [ClaimResult]
  private var language: OutputLanguage { forms.language }

  public init(_ results: [ClaimResult], forms: AnswerForms) {
    self.results = results
    self.forms = forms
    verdicts = VerdictForms(forms.language)
  }

  private var notices: [String] {
    forms.notices(isIllustrative: results.contains { $0.judgement.isIllustrative })
  }

  /// A paragraph a claim, and the counts.
  public var text: String {
    var lines = notices
    if !lines.isEmpty { lines.append("") }
    for result in results {
      let claim = result.claim
      let head = [claim.id, title(result), period(claim)].filter { !$0.isEmpty }.joined(separator: " · ")
      lines.append("\(head): “\(claim.printed)” – \(verdicts.verdicts(result.judgement))")
      lines += verdicts.lines(result.judgement).map { "    \($0)" }
    }
    lines += ["", verdicts.summary(results.map(\.judgement))]
    return lines.joined(separator: "\n") + "\n"
  }

  private func title(_ result: ClaimResult) -> String {
    let year = result.claim.lastYear ?? 9999
    let parts =
      [result.indicator?.names[language] ?? result.claim.indicator ?? result.claim.document ?? ""]
      + [result.claim.unit].compactMap { $0 }.map { forms.name($0, of: "unit", in: year) }
      + [result.claim.organisation].compactMap { $0 }.map { forms.name($0, of: "organisation", in: year) }
    return parts.filter { !$0.isEmpty }.joined(separator: ", ")
  }

  private func period(_ claim: PublishedClaim) -> String {
    guard let last = claim.lastYear else { return "" }
    guard let first = claim.firstYear, first != last else { return "\(last)" }
    return forms.dates.years(first, last)
  }

  /// One row a claim.
  ///
  /// - Parameter forPeople: verdicts in words rather than codes.
  public func grid(forPeople: Bool) -> Grid {
    let columns =
      [
        Grid.Column(key: "id", heading: Messages.ordinal[language], isLabel: true),
        Grid.Column(key: "indicator", heading: Messages.indicator[language], isLabel: true),
        Grid.Column(key: "kind", heading: "", audience: .machines),
        Grid.Column(key: "period", heading: Messages.period[language]),
        Grid.Column(key: "unit", heading: "", audience: .machines),
        Grid.Column(key: "organisation", heading: "", audience: .machines),
        Grid.Column(key: "printed", heading: Messages.printedFigure[language]),
        Grid.Column(key: "value", heading: "", kind: .number(.plain), audience: .machines),
        Grid.Column(key: "bound", heading: "", audience: .machines),
      ] + VerdictForms.columns(language) + [
        Grid.Column(key: "file", heading: "", audience: .machines),
        Grid.Column(key: "line", heading: "", kind: .number(.plain), audience: .machines),
      ]
    let judgements = results.map(\.judgement)
    var grid = Grid(
      notices: notices, columns: columns, footnotes: [verdicts.summary(judgements)],
      attributes: [.init("illustrative", .bool(judgements.contains { $0.isIllustrative }))])
    for result in results {
      let claim = result.claim
      grid.rows.append(
        [
          .text(claim.id), .text(forPeople ? title(result) : claim.indicator ?? ""), .text(claim.kind.rawValue),
          .text(forPeople ? period(claim) : code(claim)), .text(claim.unit ?? forms.wholeUnit ?? ""),
          .text(claim.organisation ?? ""), .text(claim.printed), .number(claim.value), .text(claim.bound.rawValue),
        ] + verdicts.cells(result.judgement, forPeople: forPeople)
          + [.text(claim.file), .number(ExactDecimal(claim.line))])
    }
    return grid
  }

  private func code(_ claim: PublishedClaim) -> String {
    guard let last = claim.lastYear else { return "" }
    guard let first = claim.firstYear, first != last else { return "\(last)" }
    return "\(first)/\(last)"
  }
}
