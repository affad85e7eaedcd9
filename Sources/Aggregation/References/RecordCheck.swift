import Datasets
import Findings
import Language
import Values

/// What is wrong with a planned value or a published figure, beyond its schema.
struct RecordCheck {
  static let targetFields = ["indicator", "period", "value"]
  static let claimFields = ["id", "value"]

  let resource: ResourceDescriptor
  /// The codes of the catalogue.
  let indicators: [String]

  func target(_ record: RecordList.Record) -> [RowProblem] {
    missing(record, Self.targetFields) + number(record, "value") + year(record, "period") + indicator(record)
  }

  func claim(_ record: RecordList.Record) -> [RowProblem] {
    missing(record, Self.claimFields) + number(record, "value") + decimals(record) + indicator(record)
      + word(record, "kind", Claim.Kind.allCases.map(\.rawValue))
      + word(record, "bound", Claim.Bound.allCases.map(\.rawValue)) + years(record)
  }

  private func missing(_ record: RecordList.Record, _ fields: [String]) -> [RowProblem] {
    fields.filter { record[$0] == nil }.map { field in
      finding("required-missing", field, Messages.requiredMissing(field), Messages.requiredMissingRemedy)
    }
  }

  private func number(_ record: RecordList.Record, _ field: String) -> [RowProblem] {
    guard let text = record[field], ExactDecimal(text) == nil else { return [] }
    return [finding("type-error", field, Messages.notANumber(text, field), Messages.notANumberRemedy)]
  }

  private func year(_ record: RecordList.Record, _ field: String) -> [RowProblem] {
    guard let text = record[field], Int(text).map({ !(1...9999).contains($0) }) ?? true else { return [] }
    return [finding("wrong-year", field, Messages.notAReportingYear(text), Messages.notAYearRemedy)]
  }

  private func years(_ record: RecordList.Record) -> [RowProblem] {
    let wrong = year(record, "period_from") + year(record, "period_to")
    guard wrong.isEmpty else { return wrong }
    switch (record["period_from"].flatMap { Int($0) }, record["period_to"].flatMap { Int($0) }) {
    case (let first?, let last?) where last < first:
      return [
        finding("years-reversed", "period_to", Messages.yearsReversed(first, last), Messages.yearsReversedRemedy)
      ]
    default: return []
    }
  }

  /// A figure of more decimals than were printed is not the printed one.
  private func decimals(_ record: RecordList.Record) -> [RowProblem] {
    guard let text = record["decimals"] else { return [] }
    guard let scale = Int(text), (0...18).contains(scale) else {
      return [finding("wrong-decimals", "decimals", Messages.wrongDecimals, Messages.wrongDecimalsRemedy)]
    }
    guard let value = record["value"].flatMap({ ExactDecimal($0) }),
      (try? Rational(value).rounded(to: scale)) != value
    else { return [] }
    return [finding("wrong-decimals", "value", Messages.moreDecimals(scale), Messages.wrongDecimalsRemedy)]
  }

  private func word(_ record: RecordList.Record, _ field: String, _ allowed: [String]) -> [RowProblem] {
    guard let text = record[field], !allowed.contains(text) else { return [] }
    return [
      finding(
        "constraint-error", field, Messages.notAllowed(text, field),
        Messages.didYouMean(NearestWord.candidates(for: text, among: allowed), allowed: allowed))
    ]
  }

  private func indicator(_ record: RecordList.Record) -> [RowProblem] {
    guard let code = record["indicator"], !indicators.contains(code) else { return [] }
    return [
      finding(
        "unknown-indicator", "indicator", Messages.unknownWord(Messages.wordIndicator, word: code),
        Messages.didYouMean(NearestWord.candidates(for: code, among: indicators), allowed: indicators))
    ]
  }

  private func finding(_ code: String, _ field: String, _ message: LocalizedText, _ remedy: LocalizedText)
    -> RowProblem
  {
    RowProblem(code: code, field: resource.index(of: field) ?? 0, message: message, remedy: remedy)
  }
}
