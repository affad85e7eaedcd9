import Aggregation
import Catalogue
import Language
import Reports
public import Revisions
public import Values

/// What changed between two vintages, for machines.
public struct RevisionJSON {
  private let forms: AnswerForms

  public init(_ forms: AnswerForms) { self.forms = forms }

  /// - Parameters:
  ///   - vintages: what the vintages are called, the oldest first; `revision` is between the last two.
  ///   - places: nil when no report was asked for.
  public func json(
    _ revision: Revision, vintages: [String], triangles: [RevisionTriangle], places: [PlaceRevision]?
  ) -> JSONValue {
    let illustrative = revision.values.contains { $0.subject?.isIllustrative ?? false }
    return .object([
      .init("vintages", .strings(vintages)), .init("illustrative", .bool(illustrative)),
      .init("rows", .array(revision.rows.differences.map(row))),
      .init("added_resources", .strings(revision.rows.addedResources)),
      .init("removed_resources", .strings(revision.rows.removedResources)),
      .init("values", .array(revision.values.map(value))),
      .init("summary", .array(revision.summaries.map(summary))),
      .init("triangles", .array(triangles.map(triangle))),
      .init("places", places.map { .array($0.map(place)) } ?? .null),
    ])
  }

  private func row(_ difference: RowDifference) -> JSONValue {
    [
      "change": .string(difference.kind.rawValue), "resource": .string(difference.resource),
      "file": .string(difference.file), "old_line": number(difference.oldLine), "new_line": number(difference.newLine),
      "key": .object(difference.key.map { .init($0.name, .string($0.value)) }),
      "fields": .array(
        difference.fields.map {
          ["field": .string($0.name), "old": .string(orNull: $0.old), "new": .string(orNull: $0.new)]
        }),
    ]
  }

  private func value(_ value: RevisedValue) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("indicator", .string(value.indicator.code)),
      .init("period", .string(value.subject?.period.code ?? "")),
      .init("unit", .string(orNull: value.subject?.selection.unit)),
    ]
    for (dimension, codes) in (value.subject?.selection.members ?? [:]).sorted(by: { $0.key < $1.key }) {
      members.append(.init(dimension, .string(codes.joined(separator: " "))))
    }
    members += [
      .init("old", printed(value.old, value.indicator)), .init("new", printed(value.new, value.indicator)),
      .init("revision", exact(value.revision, value.indicator.decimals)),
      .init("old_flags", .strings(value.old?.flags.codes ?? [])),
      .init("new_flags", .strings(value.new?.flags.codes ?? [])),
    ]
    return .object(members)
  }

  private func summary(_ summary: RevisionSummary) -> JSONValue {
    let unit = summary.indicator.unit.isPercent ? "percentage_point" : summary.indicator.unit.code
    return [
      "indicator": .string(summary.indicator.code), "unit_of_measure": .string(unit),
      "revised": .integer(summary.revised), "periods": .integer(summary.periods),
      "mean": exact(summary.mean, summary.indicator.decimals + 2),
      "mean_absolute": exact(summary.meanAbsolute, summary.indicator.decimals + 2),
    ]
  }

  private func triangle(_ triangle: RevisionTriangle) -> JSONValue {
    [
      "indicator": .string(triangle.indicator.code),
      "rows": .array(
        triangle.rows.map { row in
          [
            "period": .string(row.period.code),
            "values": .array(row.values.map { printed($0, triangle.indicator) }),
          ]
        }),
    ]
  }

  private func place(_ place: PlaceRevision) -> JSONValue {
    var members: [JSONValue.Member] = [.init("file", .string(place.file))]
    switch place.spot {
    case .cell(let sheet, let reference):
      members += [.init("sheet", .string(sheet)), .init("cell", .string(reference))]
    case .line(let old, let new):
      members += [.init("old_line", number(old)), .init("new_line", number(new))]
    }
    members += [
      .init("old", .string(orNull: place.old)), .init("new", .string(orNull: place.new)),
      .init("figures", .strings(place.figures.map(\.name))),
    ]
    return .object(members)
  }

  private func printed(_ observation: Observation?, _ indicator: Indicator) -> JSONValue {
    exact(observation?.value, indicator.decimals)
  }

  private func exact(_ value: Rational?, _ decimals: Int) -> JSONValue {
    guard let value, let number = try? JSONValue.number(value, decimals: decimals) else { return .null }
    return number
  }

  private func number(_ value: Int?) -> JSONValue { value.map { .integer($0) } ?? .null }
}
