import Datasets
import Findings
import Language
import Values

extension CatalogueReader {
  func readMeasures(_ declaration: Declaration, roles: [String: ResourceRoles]) -> [String: Measure] {
    guard let mapping = DeclaredMapping(declaration, allowed: nil, diagnosis) else { return [:] }
    var measures: [String: Measure] = [:]
    for entry in mapping.entries {
      let keys = ["resource", "column", "kind", "where", "take", "scale", "found-in"]
      guard let item = DeclaredMapping(entry.value, allowed: keys, diagnosis) else { continue }
      measures[entry.key] = measure(entry, item, roles: roles)
    }
    return measures
  }

  private func measure(
    _ entry: Declaration.Entry, _ item: DeclaredMapping, roles: [String: ResourceRoles]
  ) -> Measure? {
    guard let name = item.requiredString("resource"),
      let descriptor = descriptor(name, at: item["resource"]?.position ?? item.position),
      let column = column(item.required("column"), of: descriptor), item.required("kind") != nil,
      let word = item.choice("kind", of: MeasureKind.allCases.map(\.rawValue), what: Messages.wordMeasureKind),
      let kind = MeasureKind(rawValue: word)
    else { return nil }
    if !declared.resources.contains(name) {
      diagnosis.reportUnknown(
        name, at: item["resource"]?.position ?? item.position, what: Messages.wordDeclaredResource,
        allowed: declared.resources)
    }
    let take = item.choice("take", of: StockTake.allCases.map(\.rawValue), what: Messages.wordTake)
    if let take, let declaration = item["take"], kind != .stock {
      diagnosis.report(
        "wrong-value", at: declaration.position, value: take, Messages.takeNeedsStock,
        remedy: Messages.takeNeedsStockRemedy)
    }
    checkColumnKind(column, kind, descriptor, at: item["column"]?.position ?? item.position)
    if case .active? = roles[name]?.time, kind != .distinct {
      diagnosis.report(
        "wrong-value", at: item["kind"]?.position ?? item.position, value: word, Messages.registerNeedsDistinct,
        remedy: Messages.registerNeedsDistinctRemedy)
    }
    let (filter, comparisons) = conditions(item, of: descriptor)
    return Measure(
      name: entry.key, resource: name, column: column, kind: kind, take: take.flatMap(StockTake.init) ?? .last,
      scale: scale(item, kind), filter: filter, comparisons: comparisons, foundIn: foundIn(item, kind, roles[name]),
      position: entry.position)
  }

  /// `found-in: {organisation: 2}`, `{organisation: 3+}`.
  private func foundIn(_ item: DeclaredMapping, _ kind: MeasureKind, _ roles: ResourceRoles?) -> FoundIn? {
    guard let mapping = item.mapping("found-in", allowed: nil) else { return nil }
    var isRegister = false
    if case .active? = roles?.time { isRegister = true }
    guard kind == .distinct, !isRegister, mapping.entries.count == 1, let entry = mapping.entries.first else {
      diagnosis.report(
        "wrong-value", at: mapping.position, Messages.foundInNeedsDistinct, remedy: Messages.foundInRemedy)
      return nil
    }
    let dimensions = roles?.dimensions.map(\.dimension) ?? []
    guard dimensions.contains(entry.key) else {
      // What is wrong with the resource itself has been said.
      if roles != nil {
        diagnosis.reportUnknown(entry.key, at: entry.position, what: Messages.wordDimension, allowed: dimensions)
      }
      return nil
    }
    guard let text = entry.value.string(diagnosis) else { return nil }
    guard let members = FoundIn.members(text) else {
      diagnosis.report(
        "wrong-value", at: entry.value.position, value: text, Messages.foundInNeedsCount,
        remedy: Messages.foundInRemedy)
      return nil
    }
    return FoundIn(dimension: entry.key, members: members)
  }

  /// In which unit the column is written.
  private func scale(_ item: DeclaredMapping, _ kind: MeasureKind) -> UnitOfMeasure? {
    let allowed = UnitOfMeasure.money.keys.sorted() + UnitOfMeasure.multiples.keys.sorted()
    guard let word = item.choice("scale", of: allowed, what: Messages.wordUnitOfMeasure) else { return nil }
    if kind == .count || kind == .distinct {
      diagnosis.report(
        "wrong-value", at: item["scale"]?.position ?? item.position, value: word, Messages.scaleNeedsNumbers,
        remedy: Messages.scaleNeedsNumbersRemedy)
      return nil
    }
    return UnitOfMeasure.money[word] ?? UnitOfMeasure.multiples[word]
  }

  private func checkColumnKind(
    _ column: String, _ kind: MeasureKind, _ descriptor: ResourceDescriptor, at position: Position
  ) {
    guard let field = descriptor.field(named: column) else { return }
    let isNumber = field.kind == .integer || field.kind == .number
    let needsNumber = kind == .flow || kind == .stock || kind == .published
    if needsNumber, !isNumber {
      diagnosis.report(
        "wrong-type", at: position, value: column, Messages.measureNeedsNumbers(kind.rawValue),
        remedy: Messages.measureNeedsNumbersRemedy)
    }
  }
}
