import Datasets
import Findings
import Language
import Values

extension CatalogueReader {
  private static let indicatorKeys = [
    "names", "short", "synonyms", "value", "ratio", "formula", "unit", "decimals", "good", "bound", "implausible",
    "source", "note", "share", "along", "cumulative", "since", "average-a-year", "moving-average", "denominator-year",
  ]
  static let definitionKeys = [
    "value", "ratio", "formula", "share", "cumulative", "average-a-year", "moving-average",
  ]
  private static let namedUnits: [String: (UnitOfMeasure, LocalizedText)] = [
    "percent": (.percent, LocalizedText("%")),
    "percentage-point": (.percentagePoint, Messages.unitPercentagePoint),
    "score": (.count("score"), Messages.unitScore),
    "number": (.pure, LocalizedText("")),
  ]

  func readIndicators(_ declaration: Declaration, measures: [String: Measure]) -> [Indicator] {
    guard let mapping = DeclaredMapping(declaration, allowed: nil, diagnosis) else { return [] }
    let indicators = mapping.entries.compactMap { indicator($0, measures: measures) }
    checkFormulas(indicators) { code in
      let item = mapping[code].flatMap { DeclaredMapping($0, allowed: nil, diagnosis) }
      return Self.definitionKeys.lazy.compactMap { item?[$0]?.position }.first
    }
    checkDerivations(indicators, measures) { code in
      let item = mapping[code].flatMap { DeclaredMapping($0, allowed: nil, diagnosis) }
      return Self.definitionKeys.lazy.compactMap { item?[$0]?.position }.first
    }
    return indicators
  }

  private func indicator(_ entry: Declaration.Entry, measures: [String: Measure]) -> Indicator? {
    guard let item = DeclaredMapping(entry.value, allowed: Self.indicatorKeys, diagnosis),
      let names = item.requiredLocalized("names"), let definition = definition(item, measures: measures),
      let (unit, unitNames) = unit(item)
    else { return nil }
    let directions = Indicator.Direction.allCases.map(\.rawValue)
    let good = item.choice("good", of: directions, what: Messages.wordDirection).flatMap(Indicator.Direction.init)
    let bound = item.choice("bound", of: ["lower"], what: Messages.wordBound)
    if case .share = definition, !unit.isPercent {
      diagnosis.report(
        "wrong-unit", at: item["unit"]?.position ?? item.position, value: unit.code, Messages.shareNeedsPercent,
        remedy: Messages.ratioNeedsPercentRemedy)
    }
    if case .ratio = definition, !unit.isPercent, unit != .pure {
      diagnosis.report(
        "wrong-unit", at: item["unit"]?.position ?? item.position, value: unit.code, Messages.ratioNeedsPercent,
        remedy: Messages.ratioNeedsPercentRemedy)
    }
    var indicator = Indicator(
      code: entry.key, names: names, shortNames: item.localized("short") ?? names, synonyms: synonyms(item),
      definition: definition, unit: unit, unitNames: unitNames,
      decimals: item.integer("decimals", in: 0...8) ?? (unit.isPercent ? 2 : 0), good: good ?? .none,
      isLowerBound: bound != nil, implausible: item.localized("implausible"), source: item.localized("source"),
      note: item.localized("note"), position: entry.position)
    indicator.scaling = scaling(of: definition, to: unit, measures, at: item) ?? .one
    indicator.takesEarlierDenominator = takesEarlierDenominator(item, definition)
    refuseStrayKeys(item, of: definition)
    return indicator
  }

  private func synonyms(_ item: DeclaredMapping) -> [OutputLanguage: [String]] {
    guard let mapping = item.mapping("synonyms", allowed: OutputLanguage.allCases.map(\.rawValue)) else { return [:] }
    return [.vietnamese: mapping.strings("vi"), .english: mapping.strings("en")]
  }

  private func definition(_ item: DeclaredMapping, measures: [String: Measure]) -> Indicator.Definition? {
    let given = Self.definitionKeys.filter { item[$0] != nil }
    guard given.count == 1 else {
      diagnosis.report(
        "wrong-definition", at: item.position, Messages.oneDefinition, remedy: Messages.oneDefinitionRemedy)
      return nil
    }
    if let value = item["value"] { return measure(value, measures).map { .measure($0) } }
    if let ratio = item["ratio"] {
      guard ratio.items.count == 2 else {
        diagnosis.report(
          "wrong-definition", at: ratio.position, Messages.ratioOfTwo, remedy: Messages.ratioOfTwoRemedy)
        return nil
      }
      guard let top = measure(ratio.items[0], measures), let bottom = measure(ratio.items[1], measures) else {
        return nil
      }
      return .ratio(numerator: top, denominator: bottom)
    }
    if item["formula"] == nil { return derived(item, measures: measures) }
    guard let declaration = item["formula"], let text = declaration.string(diagnosis) else { return nil }
    do { return .formula(try FormulaParser.parse(text)) } catch {
      let problem: String
      switch error {
      case .unexpected(let token): problem = String(token.text.prefix(80))
      case .end, .tooLong: problem = String(text.prefix(80))
      }
      diagnosis.report(
        "wrong-formula", at: declaration.position, value: problem, Messages.wrongFormula(problem),
        remedy: Messages.wrongFormulaRemedy)
      return nil
    }
  }

  func measure(_ declaration: Declaration, _ measures: [String: Measure]) -> String? {
    guard let name = declaration.string(diagnosis) else { return nil }
    if !declared.measures.contains(name) {
      diagnosis.reportUnknown(
        name, at: declaration.position, what: Messages.wordMeasure, allowed: declared.measures)
    }
    return measures[name] == nil ? nil : name
  }

  private func unit(_ item: DeclaredMapping) -> (UnitOfMeasure, LocalizedText)? {
    guard let declaration = item.required("unit") else { return nil }
    guard case .scalar(let word, _) = declaration.content else {
      guard let names = declaration.localized(diagnosis) else { return nil }
      return (.count(names.english.replacing(" ", with: "-")), names)
    }
    if let named = Self.namedUnits[word] { return named }
    if let money = UnitOfMeasure.money[word] { return (money, Messages.money[word] ?? LocalizedText(word)) }
    diagnosis.reportUnknown(
      word, at: declaration.position, what: Messages.wordUnitOfMeasure,
      allowed: Self.namedUnits.keys.sorted() + UnitOfMeasure.money.keys.sorted())
    return nil
  }
}
