import Aggregation
import Catalogue
import Language
public import Trends
import Values

/// What the parts of a whole add to its change, and what the terms of a rate do; all of it adds up.
public struct DecompositionGrid {
  private let forms: AnswerForms
  private var language: OutputLanguage { forms.language }

  public init(_ forms: AnswerForms) { self.forms = forms }

  /// - Parameter split: the change by numerator and denominator, for a rate.
  public func grid(_ contributions: Contributions, split: RateSplit?) -> Grid {
    let indicator = contributions.indicator
    let change = contributions.change
    let points = indicator.unit.isPercent ? " (\(Messages.points[language]))" : ""
    func marked(_ text: String) -> String { forms.marked(text, contributions.isIllustrative) }
    let hasSplit = contributions.parts.contains { $0.rate != nil }
    let dimension = contributions.dimension
    var columns = [
      Grid.Column(key: dimension, heading: dimension, audience: .machines),
      Grid.Column(key: "name", heading: Messages.heading(dimension)[language], audience: .people, isLabel: true),
      Grid.Column(key: "before", heading: marked(forms.heading(change.from)), kind: .number(.plain)),
      Grid.Column(key: "after", heading: marked(forms.heading(change.to)), kind: .number(.plain)),
      Grid.Column(
        key: "contribution", heading: marked(Messages.contribution[language] + points), kind: .number(.signed)),
      Grid.Column(key: "share_percent", heading: marked(Messages.shareOfChange[language]), kind: .number(.signed)),
    ]
    if hasSplit {
      columns += [
        Grid.Column(
          key: "rate_effect", heading: marked(Messages.rateEffect[language] + points), kind: .number(.signed)),
        Grid.Column(
          key: "structure_effect", heading: marked(Messages.structureEffect[language] + points), kind: .number(.signed)),
      ]
    }
    var grid = Grid(
      title: title(contributions), notices: forms.notices(isIllustrative: contributions.isIllustrative),
      columns: columns, attributes: attributes(contributions, split))
    for part in contributions.parts {
      let code =
        dimension == DimensionDeclaration.unit
        ? part.selection.unit ?? "" : part.selection.member(of: dimension) ?? ""
      grid.rows.append(
        grid.keyed([
          dimension: .text(code), "name": .text(forms.name(code, of: dimension, in: change.to.year)),
          "before": forms.cell(part.before, indicator), "after": forms.cell(part.after, indicator),
          "contribution": number(part.amount, indicator), "share_percent": share(contributions, part),
          "rate_effect": part.rate.map { number($0, indicator) } ?? .absent(.notApplicable),
          "structure_effect": part.structure.map { number($0, indicator) } ?? .absent(.notApplicable),
        ]))
    }
    let whole = forms.name(contributions.after.selection.unit, of: DimensionDeclaration.unit, in: change.to.year)
    grid.totals.append(
      grid.keyed([
        dimension: .text("total"), "name": .text(whole), "before": forms.cell(contributions.before, indicator),
        "after": forms.cell(contributions.after, indicator), "contribution": number(change.absolute, indicator),
        "share_percent": change.absolute.isZero
          ? .absent(.notApplicable) : .number(ExactDecimal(coefficient: 1000, scale: 1)),
        "rate_effect": contributions.split.map { number($0.rate, indicator) } ?? .empty,
        "structure_effect": contributions.split.map { number($0.structure, indicator) } ?? .empty,
      ]))
    grid.footnotes = footnotes(contributions, split)
    // What parts add to a rate is no difference of two of its values.
    if !hasSplit, split == nil { grid.noteRounding("contribution", of: "after", and: "before", in: language) }
    return grid
  }

  private func title(_ contributions: Contributions) -> String? {
    let indicator = contributions.indicator
    let unit = indicator.unitNames[language]
    let text =
      "\(Messages.contributionsTo(indicator.names)[language])\(unit.isEmpty ? "" : " (\(unit))"), "
      + forms.span(of: contributions.change)
    return forms.titled(
      text, contributions.after.selection, except: contributions.dimension, in: contributions.change.to.year)
  }

  private func attributes(_ contributions: Contributions, _ split: RateSplit?) -> [JSONValue.Member] {
    let indicator = contributions.indicator
    func exact(_ value: Rational?) -> JSONValue {
      value.flatMap { try? $0.rounded(to: indicator.decimals + 6) }.map { .number($0) } ?? .null
    }
    return [
      .init("indicator", .string(indicator.code)),
      .init("illustrative", .bool(contributions.isIllustrative)),
      .init("from", .string(contributions.change.from.code)), .init("to", .string(contributions.change.to.code)),
      .init("unit_of_change", .string(contributions.change.unit.code)),
      .init("change", exact(contributions.change.absolute)),
      .init("numerator_effect", exact(split?.numerator)), .init("denominator_effect", exact(split?.denominator)),
      .init("rate_effect", exact(contributions.split?.rate)),
      .init("structure_effect", exact(contributions.split?.structure)),
    ] + forms.boundaryAttributes
  }

  private func number(_ value: Rational, _ indicator: Indicator) -> GridCell {
    (try? value.rounded(to: indicator.decimals)).map { .number($0, unrounded: value) } ?? .absent(.notApplicable)
  }

  private func share(_ contributions: Contributions, _ part: Contributions.Part) -> GridCell {
    guard let share = contributions.share(of: part), let printed = try? share.rounded(to: 1) else {
      return .absent(.notApplicable)
    }
    return .number(printed, unrounded: share)
  }

  private func footnotes(_ contributions: Contributions, _ split: RateSplit?) -> [String] {
    let indicator = contributions.indicator
    func words(_ value: Rational) -> String {
      guard let printed = try? value.rounded(to: indicator.decimals) else { return "–" }
      let unit = indicator.unit.isPercent ? Messages.points(printed)[language] : indicator.unitNames[language]
      return "\(forms.numbers.string(printed, style: .signed)) \(unit)"
    }
    // Terms of a rate are paired; of a sum, what is missing makes it smaller.
    let isOfRate = split != nil || contributions.split != nil
    var notes: [String] = []
    if let split { notes.append(Messages.byTerms(words(split.numerator), words(split.denominator))[language]) }
    if let split = contributions.split {
      notes.append(Messages.byRateAndStructure(words(split.rate), words(split.structure))[language])
    }
    let moved = contributions.parts.filter { !$0.isInBoth }
    if !moved.isEmpty {
      let names = moved.map {
        forms.name(
          $0.selection.unit ?? $0.selection.member(of: contributions.dimension), of: contributions.dimension,
          in: contributions.change.to.year)
      }
      notes.append(Messages.notInBothPeriods(names.joined(separator: ", "))[language])
    }
    notes += forms.incomplete(
      contributions.parts.flatMap { part in
        let name = forms.name(
          part.selection.unit ?? part.selection.member(of: contributions.dimension), of: contributions.dimension,
          in: contributions.change.to.year)
        return [part.before, part.after].map { (label: "\(name) \(forms.heading($0.period))", observation: $0) }
      }, in: isOfRate ? Messages.incomplete : Messages.incompleteMovement)
    notes.append(Messages.contributionsAddUp[language])
    return notes
  }
}
