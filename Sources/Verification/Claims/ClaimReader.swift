public import Aggregation
import Datasets
public import Findings
import Language
import Values

/// Reads lists of published figures: the package's own, or a file of the same columns.
public enum ClaimReader {
  /// The columns, for a package that has no list of its own.
  private static let descriptor = """
    {"name": "claims", "resources": [{"name": "claims", "path": "claims.csv", "schema": {"fieldsMatch": "partial",
    "primaryKey": ["id"], "fields": [
    {"name": "id", "type": "string", "constraints": {"required": true}}, {"name": "indicator", "type": "string"},
    {"name": "kind", "type": "string"}, {"name": "period_from", "type": "year"}, {"name": "period_to", "type": "year"},
    {"name": "unit", "type": "string"}, {"name": "organisation", "type": "string"},
    {"name": "value", "type": "number", "constraints": {"required": true}},
    {"name": "unit_of_measure", "type": "string"}, {"name": "printed", "type": "string"},
    {"name": "decimals", "type": "integer"}, {"name": "bound", "type": "string"},
    {"name": "document", "type": "string"}]}}]}
    """

  /// The claims in file order; none when the package has no list.
  ///
  /// - Parameter file: another list than the package's.
  /// - Throws: `Failure.noInput` when a file is missing, `.invalid` with positions when rows are wrong.
  public static func read(_ dataset: Dataset, file: String? = nil) throws(Failure) -> [PublishedClaim] {
    let own = dataset.catalogue.claims.flatMap { dataset.package.resource(named: $0) }
    let list: RecordList
    if let file {
      let usual = try DataPackage.parse(descriptor, folder: "").resource(named: "claims")
      guard let resource = own ?? usual else { throw .defect("no descriptor for claims") }
      list = try RecordList.read(resource, in: file)
    } else if let own {
      list = try RecordList.read(own, of: dataset.package)
    } else {
      return []
    }
    let diagnosis = Diagnosis()
    let claims = list.records.compactMap { claim($0, dataset, diagnosis) }
    try diagnosis.finish()
    return claims
  }

  private static func claim(
    _ record: RecordList.Record, _ dataset: Dataset, _ diagnosis: Diagnosis
  ) -> PublishedClaim? {
    let position = Position(file: record.file, line: record.line)
    func word<Word: RawRepresentable & CaseIterable>(_ field: String, _ usual: Word, _ what: LocalizedText) -> Word
    where Word.RawValue == String {
      guard let text = record[field] else { return usual }
      if let word = Word(rawValue: text) { return word }
      diagnosis.reportUnknown(text, at: position, what: what, allowed: Word.allCases.map(\.rawValue))
      return usual
    }
    guard let id = record["id"], let value = record["value"].flatMap({ ExactDecimal($0) }) else {
      diagnosis.report(
        "wrong-claim", at: position, Messages.claimWithoutValue, remedy: Messages.claimWithoutValueRemedy)
      return nil
    }
    let decimals = record["decimals"].flatMap { Int($0) } ?? value.scale
    guard let exact = try? Rational(value).rounded(to: decimals), exact == value else {
      diagnosis.report(
        "wrong-claim", at: position, value: value.description, Messages.claimDecimals(value.description, decimals),
        remedy: Messages.claimDecimalsRemedy)
      return nil
    }
    for (field, dimension) in [("unit", "unit"), ("organisation", "organisation")] {
      guard let code = record[field], let members = dataset.dimensions[dimension], !members.contains(code) else {
        continue
      }
      diagnosis.reportUnknown(code, at: position, what: Messages.word(dimension: dimension), allowed: members.codes)
    }
    let unit = record["unit"].flatMap { dataset.units?.roots == [$0] ? nil : $0 }
    return PublishedClaim(
      id: id, indicator: record["indicator"],
      kind: word("kind", PublishedClaim.Kind.level, Messages.wordClaimKind),
      firstYear: record["period_from"].flatMap { Int($0) }, lastYear: record["period_to"].flatMap { Int($0) },
      unit: unit, organisation: record["organisation"], value: exact, unitOfMeasure: record["unit_of_measure"],
      printed: record["printed"] ?? exact.description,
      bound: word("bound", NumberBound.exact, Messages.wordBound), document: record["document"], file: record.file,
      line: record.line)
  }
}
