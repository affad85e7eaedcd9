import Language
import Values
import Verification

/// How the parts of a judgement are printed, in lists and in tables.
struct VerdictForms {
  let language: OutputLanguage
  private let numbers: NumberForm

  init(_ language: OutputLanguage) {
    self.language = language
    numbers = NumberForm(language)
  }

  func verdicts(_ judgement: Judgement) -> String {
    judgement.verdicts.map { $0.name[language] }.joined(separator: "; ")
  }

  func rounded(_ judgement: Judgement) -> ExactDecimal? {
    judgement.computed.flatMap { try? $0.rounded(to: judgement.decimals) }
  }

  /// `2,92 điểm phần trăm`, with the exact value where that is another number with an end.
  func computed(_ judgement: Judgement) -> String {
    guard let value = judgement.computed, let printed = rounded(judgement) else { return "" }
    let text = numbers.withUnit(numbers.string(printed), judgement.unitNames)
    guard Rational(printed) != value, let exact = value.decimal, exact.scale <= 6 else { return text }
    return "\(text) (\(Messages.exactlyIs(numbers.string(exact))[language]))"
  }

  func interval(_ judgement: Judgement) -> String {
    guard let interval = judgement.interval else { return "" }
    func end(_ value: Rational?) -> String? { value.flatMap { $0.decimal }.map { numbers.string($0) } }
    return Messages.interval(
      end(interval.lower), end(interval.upper), closed: (interval.includesLower, interval.includesUpper))[language]
  }

  func reasons(_ judgement: Judgement) -> String {
    judgement.reasons.map { $0[language] }.joined(separator: " ")
  }

  /// How often each verdict was given, in their order.
  func summary(_ judgements: [Judgement]) -> String {
    let counts = Verdict.allCases.map { verdict in
      (code: verdict.rawValue, count: judgements.count { $0.verdicts.contains(verdict) })
    }
    return Messages.figuresChecked(judgements.count, counts.filter { $0.count > 0 })[language]
  }

  static func columns(_ language: OutputLanguage) -> [Grid.Column] {
    [
      Grid.Column(key: "verdict", heading: Messages.verdictHeading[language]),
      Grid.Column(key: "also", heading: "", audience: .machines),
      Grid.Column(key: "computed", heading: Messages.computedValue[language], kind: .number(.plain)),
      Grid.Column(key: "unit_of_measure", heading: Messages.unitOfMeasure[language]),
      Grid.Column(key: "lower", heading: "", kind: .number(.plain), audience: .machines),
      Grid.Column(key: "upper", heading: "", kind: .number(.plain), audience: .machines),
      Grid.Column(key: "illustrative", heading: "", audience: .machines),
      Grid.Column(key: "reason", heading: Messages.reason[language]),
      Grid.Column(key: "query", heading: "", audience: .machines),
    ]
  }

  /// The cells under `columns`; people read the verdicts in their language, machines their codes.
  func cells(_ judgement: Judgement, forPeople: Bool) -> [GridCell] {
    func end(_ value: Rational?) -> GridCell { value.flatMap { $0.decimal }.map { .number($0) } ?? .empty }
    let also = judgement.verdicts.dropFirst().map(\.rawValue).joined(separator: " ")
    return [
      .text(forPeople ? verdicts(judgement) : judgement.verdict.rawValue), .text(also),
      rounded(judgement).map { .number($0, unrounded: judgement.computed) } ?? .empty,
      .text(forPeople ? judgement.unitNames[language] : judgement.unit?.code ?? ""), end(judgement.interval?.lower),
      end(judgement.interval?.upper), .text(judgement.isIllustrative ? "true" : "false"), .text(reasons(judgement)),
      .text(judgement.query ?? ""),
    ]
  }

  /// The lines under a figure in a list: what was computed, why, and where to look.
  func lines(_ judgement: Judgement) -> [String] {
    var lines: [String] = []
    let computed = computed(judgement)
    if !computed.isEmpty {
      let mark = judgement.isIllustrative ? " \(Messages.illustrativeMark[language])" : ""
      var line = "\(Messages.computedValue[language]): \(computed)\(mark)"
      let interval = interval(judgement)
      if !interval.isEmpty { line += "; \(Messages.allowedInterval[language].lowercasedFirst): \(interval)" }
      lines.append(line)
    }
    lines += judgement.reasons.map { $0[language] }
    if let query = judgement.query { lines.append("→ \(query)") }
    return lines
  }
}

extension String {
  fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
