import Aggregation
import Catalogue
import Language
import Values

/// The values of a package as tidy CSV with a descriptor (Data Package v2): for pandas, R and any reader of CSV.
public struct TidyExport {
  private let observed: ObservationSet

  public init(_ observed: ObservationSet) { self.observed = observed }

  /// File names and contents.
  public var files: [(name: String, text: String)] {
    [
      ("observations.csv", CSVTable().string(observations)), ("indicators.csv", CSVTable().string(indicators)),
      ("datapackage.json", JSONWriter(.pretty).string(descriptor) + "\n"),
    ]
  }

  private typealias Field = (name: String, type: String)

  private var keys: [Field] {
    [("indicator", "string"), ("unit", "string")] + observed.otherDimensions.map { ($0, "string") }
      + [("period", "string")]
  }

  private var fields: [Field] {
    keys + [
      ("start", "date"), ("end", "date"), ("cut_off", "date"), ("value", "number"), ("numerator", "number"),
      ("denominator", "number"), ("flags", "string"), ("reporting", "integer"), ("expected", "integer"),
      ("illustrative", "boolean"),
    ]
  }

  private static func columns(_ fields: [Field]) -> [Grid.Column] {
    fields.map { Grid.Column(key: $0.name, heading: $0.name, kind: $0.type == "number" ? .number(.plain) : .text) }
  }

  /// A row for every value, and for every cell that should have one; machines' keys for columns.
  public var observations: Grid {
    let forms = AnswerForms(observed.dataset, language: .english)
    var grid = Grid(columns: Self.columns(fields))
    for entry in observed.entries where ObservationSet.isKept(entry.observation) {
      let observation = entry.observation
      var values: [String: GridCell] = [
        "indicator": .text(entry.indicator.code), "unit": .text(forms.unitCode(observation.selection)),
        "period": .text(observation.period.code), "start": .text(observation.period.start.description),
        "end": .text(observation.period.end.description), "cut_off": .text(observation.period.cutOff.description),
        "value": forms.cell(observation, entry.indicator), "numerator": Self.exact(observation.numerator),
        "denominator": Self.exact(observation.denominator),
        "flags": .text(observation.flags.codes.joined(separator: " ")),
        "illustrative": .truth(observation.isIllustrative),
      ]
      for name in observed.otherDimensions { values[name] = observation.selection.member(of: name).map { .text($0) } }
      if let coverage = observation.coverage {
        values["reporting"] = .number(ExactDecimal(coverage.reporting))
        values["expected"] = .number(ExactDecimal(coverage.expected))
      }
      grid.rows.append(grid.keyed(values))
    }
    return grid
  }

  /// A share of a number need not end; it is then printed to six decimals.
  private static func exact(_ value: Rational?) -> GridCell {
    guard let value else { return .empty }
    if let decimal = value.decimal { return .number(decimal) }
    return (try? value.rounded(to: 6)).map { .number($0) } ?? .empty
  }

  private static let described: [Field] = [
    ("code", "string"), ("name_vi", "string"), ("name_en", "string"), ("unit_of_measure", "string"),
    ("unit_vi", "string"),
    ("unit_en", "string"), ("decimals", "integer"), ("good", "string"), ("lower_bound", "boolean"),
    ("implausible", "boolean"),
  ]

  /// What the indicators are.
  public var indicators: Grid {
    var grid = Grid(columns: Self.columns(Self.described))
    for indicator in observed.indicators {
      grid.rows.append([
        .text(indicator.code), .text(indicator.names.vietnamese), .text(indicator.names.english),
        .text(indicator.unit.code), .text(indicator.unitNames.vietnamese), .text(indicator.unitNames.english),
        .number(ExactDecimal(indicator.decimals)), .text(indicator.good.rawValue), .truth(indicator.isLowerBound),
        .truth(indicator.implausible != nil),
      ])
    }
    return grid
  }

  private var descriptor: JSONValue {
    let package = observed.dataset.package
    func resource(_ name: String, _ fields: [Field], key: [String], _ more: [JSONValue.Member] = []) -> JSONValue {
      .object([
        .init("name", .string(name)), .init("path", .string("\(name).csv")), .init("format", "csv"),
        .init("mediatype", "text/csv"), .init("encoding", "utf-8"),
        .init("illustrative", .bool(observed.isIllustrative)),
        .init(
          "schema",
          .object(
            [
              .init("fields", .array(fields.map { ["name": .string($0.name), "type": .string($0.type)] })),
              .init("missingValues", .strings([""])), .init("primaryKey", .strings(key)),
            ] + more)),
      ])
    }
    var members: [JSONValue.Member] = [
      .init("$schema", "https://datapackage.org/profiles/2.0/datapackage.json"),
      .init("name", .string("\(package.name)-observations")),
      .init("title", .string(observed.dataset.catalogue.title.vietnamese)),
      .init("illustrative", .bool(observed.isIllustrative)),
    ]
    if observed.isIllustrative {
      members.append(
        .init(
          "description", .string(AnswerForms(observed.dataset, language: .vietnamese).notices(isIllustrative: true)[0]))
      )
    }
    let foreign: JSONValue = [
      ["fields": ["indicator"], "reference": ["resource": "indicators", "fields": ["code"]]]
    ]
    members.append(
      .init(
        "resources",
        .array([
          resource("observations", fields, key: keys.map(\.name), [.init("foreignKeys", foreign)]),
          resource("indicators", Self.described, key: ["code"]),
        ])))
    return .object(members)
  }
}
