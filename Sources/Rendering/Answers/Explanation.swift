public import Aggregation
public import Catalogue
import Datasets
import Language
public import Reports
public import Values

/// Where one observation comes from: formula, terms, files with their hashes, rows.
public struct Explanation {
  private let forms: AnswerForms
  private let indicator: Indicator
  private let observation: Observation
  /// By path.
  private let files: [String: SourceFile]
  private var language: OutputLanguage { forms.language }

  public init(_ observation: Observation, of indicator: Indicator, files: [SourceFile], forms: AnswerForms) {
    self.observation = observation
    self.indicator = indicator
    self.forms = forms
    self.files = Dictionary(files.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
  }

  public var text: String {
    var lines = forms.notices(isIllustrative: observation.isIllustrative)
    let unit = forms.name(observation.selection.unit, of: DimensionDeclaration.unit, in: observation.period.year)
    lines.append("\(indicator.names[language]) – \(forms.label(observation.period)) – \(unit)")
    for (dimension, codes) in observation.selection.members.sorted(by: { $0.key < $1.key }) {
      let names = codes.map { forms.name($0, of: dimension, in: observation.period.year) }
      lines.append("  \(Messages.heading(dimension)[language]): \(names.joined(separator: ", "))")
    }
    lines.append(row(Messages.value, printedValue))
    lines.append(row(Messages.formula, FormulaText.of(indicator, in: forms.dataset.catalogue)))
    if let numerator = observation.numerator, let denominator = observation.denominator {
      lines.append(row(Messages.numerator, exact(numerator)))
      lines.append(row(Messages.denominator, exact(denominator)))
    }
    let period = observation.period
    lines.append(
      row(
        Messages.periodDays,
        "\(forms.dates.short(period.start)) – \(forms.dates.short(period.end)); "
          + Messages.dataAsOf(period.cutOff)[language]))
    if let coverage = observation.coverage {
      lines.append(row(Messages.cells, "\(coverage.reporting)/\(coverage.expected)"))
    }
    if !observation.flags.flags.isEmpty {
      let names = observation.flags.flags.map { "\($0.rawValue) (\($0.name[language]))" }
      lines.append(row(Messages.statusColumn, names.joined(separator: ", ")))
    }
    for input in observation.inputs { lines += self.lines(of: input) }
    return lines.joined(separator: "\n") + "\n"
  }

  private var printedValue: String {
    guard let value = observation.value, let printed = try? value.rounded(to: indicator.decimals) else {
      return (observation.absence ?? .missing).name[language]
    }
    let unit = indicator.unitNames[language]
    let text =
      indicator.unit.isPercent
      ? forms.numbers.percent(printed) : "\(forms.numbers.string(printed))\(unit.isEmpty ? "" : " \(unit)")"
    let rest = Rational(printed) == value ? "" : " (\(Messages.exactValue[language]) \(exact(value)))"
    return forms.marked(text, observation.isIllustrative) + rest
  }

  private func exact(_ value: Rational) -> String {
    if let decimal = value.decimal { return forms.numbers.string(decimal) }
    let top = ExactDecimal(coefficient: value.numerator, scale: 0)
    let bottom = ExactDecimal(coefficient: value.denominator, scale: 0)
    return "\(forms.numbers.string(top))/\(forms.numbers.string(bottom))"
  }

  private func row(_ word: LocalizedText, _ text: String) -> String {
    "  " + DisplayWidth.padded(word[language] + ":", to: 18) + text
  }

  private func lines(of input: ObservationInput) -> [String] {
    let file = files[input.file]
    var lines = ["", "  \(input.measure): \(input.resource).\(input.column)"]
    if !input.conditions.isEmpty { lines.append(row(Messages.conditions, input.conditions.joined(separator: ", "))) }
    let absence = input.isCountedTogether ? Messages.countedTogether : Absence.missing.name
    lines.append(row(Messages.value, input.value.map { exact($0) } ?? absence[language]))
    lines.append(
      row(Messages.file, input.file + (input.isIllustrative ? " \(Messages.illustrativeMark[language])" : "")))
    lines.append(row(LocalizedText("SHA-256"), file?.sha256 ?? ""))
    lines.append(row(Messages.fileLines, "\(input.lines) (\(Messages.rowCount(input.lines.count)[language]))"))
    for made in input.corrections {
      lines.append(
        row(
          Messages.correction,
          "\(made.position) (\(made.correction.column)): \(Messages.correctionMade(made.correction.said)[language])"))
    }
    return lines + RestatedOrigins(forms).lines(of: input)
  }

  private func json(_ input: ObservationInput) -> JSONValue {
    guard !input.parts.isEmpty, case .object(let members) = Ledger.json(input) else { return Ledger.json(input) }
    return .object(members + [.init("restated_from", RestatedOrigins(forms).json(of: input))])
  }

  public var json: JSONValue {
    var members: [JSONValue.Member] = [
      .init("indicator", .string(indicator.code)), .init("period", .string(observation.period.code)),
      .init("start", .string(observation.period.start.description)),
      .init("end", .string(observation.period.end.description)),
      .init("cut_off", .string(observation.period.cutOff.description)),
      .init("unit", .string(orNull: observation.selection.unit ?? forms.wholeUnit)),
    ]
    for (dimension, codes) in observation.selection.members.sorted(by: { $0.key < $1.key }) {
      members.append(.init(dimension, codes.count == 1 ? .string(codes[0]) : .strings(codes)))
    }
    if let day = observation.boundaries {
      members.append(.init("boundaries", .string(day.description)))
      members.append(.init("restated", .bool(observation.isRestated)))
    }
    let printed = observation.value.flatMap { try? $0.rounded(to: indicator.decimals) }
    members += [
      .init("value", printed.map { .number($0) } ?? .null),
      .init("exact", observation.value.map { .string($0.description) } ?? .null),
      .init("unit_of_measure", .string(indicator.unit.code)),
      .init("formula", .string(FormulaText.of(indicator, in: forms.dataset.catalogue))),
      .init("numerator", observation.numerator?.decimal.map { .number($0) } ?? .null),
      .init("denominator", observation.denominator?.decimal.map { .number($0) } ?? .null),
      .init("flags", .strings(observation.flags.codes)), .init("illustrative", .bool(observation.isIllustrative)),
      .init("inputs", .array(observation.inputs.map(json))),
      .init(
        "files",
        .array(
          Set(observation.inputs.flatMap { [$0.file] + $0.corrections.map(\.correction.file) }).sorted().compactMap {
            files[$0]
          }.map { file in
            ["path": .string(file.path), "sha256": .string(file.sha256), "bytes": .integer(file.bytes)]
          })),
    ]
    return .object(members)
  }
}
