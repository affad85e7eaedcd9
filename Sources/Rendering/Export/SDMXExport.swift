import Aggregation
import Catalogue
import Datasets
import Language
import Values

/// The values of a package as SDMX-CSV 2.0, with the structure that describes it as SDMX-JSON 2.0.
///
/// Codes of SDMX are letters, digits, `_`, `-`, `@` and `$`: those of packages are. A whole is `_T`, the code of totals.
public struct SDMXExport {
  private let observed: ObservationSet

  public init(_ observed: ObservationSet) { self.observed = observed }

  /// File names and contents.
  public var files: [(name: String, text: String)] {
    [
      ("data.csv", CSVTable().string(data)),
      ("structure.json", JSONWriter(.pretty).string(structure) + "\n"),
    ]
  }

  private static let agency = "THAPNIEN"
  private static let version = "1.0.0"
  private static let total = "_T"

  /// `KIEN_GIANG` of `kien-giang`.
  private var name: String { Self.identifier(observed.dataset.package.name) }

  static func identifier(_ text: String) -> String {
    let scalars = VietnameseText.folded(text).uppercased().unicodeScalars.map { scalar in
      scalar.isASCII && scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) ? scalar : "_"
    }
    return String(String.UnicodeScalarView(scalars))
  }

  private var dimensions: [(id: String, name: String)] {
    observed.otherDimensions.map { (Self.identifier($0), $0) }
  }

  // MARK: Data

  private var data: Grid {
    let keys =
      ["STRUCTURE", "STRUCTURE_ID", "ACTION", "FREQ", "INDICATOR", "REF_AREA"] + dimensions.map(\.id)
      + [
        "TIME_PERIOD", "OBS_VALUE", "OBS_STATUS", "UNIT_MEASURE", "UNIT_MULT", "DECIMALS", "ALL_STATUS", "ILLUSTRATIVE",
      ]
    let forms = AnswerForms(observed.dataset, language: .english)
    var grid = Grid(
      columns: keys.map { Grid.Column(key: $0, heading: $0, kind: $0 == "OBS_VALUE" ? .number(.plain) : .text) })
    for entry in observed.entries where ObservationSet.isKept(entry.observation) {
      let (observation, indicator) = (entry.observation, entry.indicator)
      guard let slot = PeriodSlot(code: observation.period.code), let frequency = Self.frequency(slot.kind) else {
        continue
      }
      let (unit, multiplier) = Self.unit(indicator.unit)
      var values: [String: GridCell] = [
        "STRUCTURE": .text("datastructure"), "STRUCTURE_ID": .text("\(Self.agency):\(name)(\(Self.version))"),
        "ACTION": .text("I"), "FREQ": .text(frequency), "INDICATOR": .text(indicator.code),
        "REF_AREA": .text(observation.selection.unit ?? forms.wholeUnit ?? Self.total),
        "TIME_PERIOD": .text(slot.description), "OBS_VALUE": forms.cell(observation, indicator),
        "OBS_STATUS": .text(Self.status(observation)), "UNIT_MEASURE": .text(unit),
        "UNIT_MULT": .number(ExactDecimal(multiplier)), "DECIMALS": .number(ExactDecimal(indicator.decimals)),
        "ALL_STATUS": .text(observation.flags.codes.joined(separator: " ")),
        "ILLUSTRATIVE": .truth(observation.isIllustrative),
      ]
      for (id, name) in dimensions { values[id] = .text(observation.selection.member(of: name) ?? Self.total) }
      grid.rows.append(grid.keyed(values))
    }
    return grid
  }

  /// Half-years are S, as in `2023-S1`; nine months are no frequency of SDMX.
  private static func frequency(_ kind: PeriodKind) -> String? {
    switch kind {
    case .year: "A"
    case .halfYear: "S"
    case .quarter: "Q"
    case .month: "M"
    case .nineMonths, .term, .range: nil
    }
  }

  /// One code, the gravest of several; `ALL_STATUS` has all of them.
  private static func status(_ observation: Observation) -> String {
    switch observation.absence {
    case .missing: return StatusFlag.missing.rawValue
    case .notCollected: return StatusFlag.notCollected.rawValue
    case .notApplicable: return StatusFlag.notApplicable.rawValue
    case nil: break
    }
    let gravest: [StatusFlag] = [
      .breakInSeries, .definitionDiffers, .unreliable, .forecast, .imputed, .estimated, .provisional,
    ]
    return (gravest.first { observation.flags.contains($0) } ?? .normal).rawValue
  }

  /// Multiples of đồng are the currency's code and a power of ten.
  private static func unit(_ unit: UnitOfMeasure) -> (code: String, multiplier: Int) {
    if unit.isPercent { return ("PT", 0) }
    if unit.dimension == ["dong": 1] {
      let powers = [Rational(1): 0, Rational(1_000): 3, Rational(1_000_000): 6, Rational(1_000_000_000): 9]
      if let power = powers[unit.factor] { return ("VND", power) }
    }
    return (identifier(unit.code), 0)
  }

  // MARK: Structure

  private var structure: JSONValue {
    let codelists =
      [
        codelist("CL_INDICATOR", observed.indicators.map { ($0.code, $0.names) }), codelist("CL_AREA", areas),
        codelist("CL_STATUS", StatusFlag.allCases.map { ($0.rawValue, $0.name) }),
        codelist(
          "CL_FREQ",
          [PeriodKind.year, .halfYear, .quarter, .month].compactMap { kind in
            Self.frequency(kind).map { ($0, kind.name) }
          }),
      ] + dimensions.map { id, name in codelist("CL_\(id)", members(name)) }
    return [
      "meta": [
        "schema":
          "https://raw.githubusercontent.com/sdmx-twg/sdmx-json/master/structure-message/tools/schemas/2.0.0/sdmx-json-structure-schema.json",
        "id": .string(name), "prepared": "1970-01-01T00:00:00Z", "test": .bool(observed.isIllustrative),
        "contentLanguages": ["vi", "en"], "sender": ["id": .string(Self.agency)],
      ],
      "data": ["codelists": .array(codelists), "conceptSchemes": [concepts], "dataStructures": [definition]],
    ]
  }

  private var areas: [(code: String, names: LocalizedText)] {
    let units = observed.dataset.units
    return (units?.codes ?? []).compactMap { code in units?.member(code).map { (code, $0.names) } }
      + [(Self.total, Messages.seriesTotal)]
  }

  private func members(_ dimension: String) -> [(code: String, names: LocalizedText)] {
    let members = observed.dataset.dimensions[dimension]
    return (members?.codes ?? []).compactMap { code in members?.member(code).map { (code, $0.names) } }
      + [(Self.total, Messages.seriesTotal)]
  }

  private static func named(_ names: LocalizedText) -> [JSONValue.Member] {
    [
      .init("name", .string(names.vietnamese)),
      .init("names", ["vi": .string(names.vietnamese), "en": .string(names.english)]),
    ]
  }

  private func artefact(_ id: String, _ names: LocalizedText, _ more: [JSONValue.Member]) -> JSONValue {
    .object(
      [.init("id", .string(id)), .init("agencyID", .string(Self.agency)), .init("version", .string(Self.version))]
        + Self.named(names) + more)
  }

  private func codelist(_ id: String, _ codes: [(code: String, names: LocalizedText)]) -> JSONValue {
    artefact(
      id, LocalizedText(id),
      [.init("codes", .array(codes.map { .object([.init("id", .string($0.code))] + Self.named($0.names)) }))])
  }

  private static let attributes = [
    "OBS_STATUS", "UNIT_MEASURE", "UNIT_MULT", "DECIMALS", "ALL_STATUS", "ILLUSTRATIVE",
  ]

  private var concepts: JSONValue {
    let ids =
      ["FREQ", "INDICATOR", "REF_AREA"] + dimensions.map(\.id) + ["TIME_PERIOD", "OBS_VALUE"] + Self.attributes
    return artefact(
      "CONCEPTS", LocalizedText("CONCEPTS"),
      [.init("concepts", .array(ids.map { .object([.init("id", .string($0))] + Self.named(LocalizedText($0))) }))])
  }

  private func identity(_ id: String) -> JSONValue.Member {
    let concept = "urn:sdmx:org.sdmx.infomodel.conceptscheme.Concept=\(Self.agency):CONCEPTS(\(Self.version)).\(id)"
    return .init("conceptIdentity", .string(concept))
  }

  private func coded(_ list: String) -> JSONValue.Member {
    let urn = "urn:sdmx:org.sdmx.infomodel.codelist.Codelist=\(Self.agency):\(list)(\(Self.version))"
    return .init("localRepresentation", ["enumeration": .string(urn)])
  }

  private var definition: JSONValue {
    let lists =
      [("FREQ", "CL_FREQ"), ("INDICATOR", "CL_INDICATOR"), ("REF_AREA", "CL_AREA")]
      + dimensions.map { ($0.id, "CL_\($0.id)") }
    let keys = lists.enumerated().map { index, pair in
      JSONValue.object([
        .init("id", .string(pair.0)), .init("position", .integer(index)), identity(pair.0), coded(pair.1),
      ])
    }
    let attributes = Self.attributes.map { id -> JSONValue in
      let form: JSONValue.Member =
        id == "OBS_STATUS" ? coded("CL_STATUS") : .init("localRepresentation", ["format": ["dataType": "String"]])
      return .object([
        .init("id", .string(id)), .init("usage", "optional"), identity(id), form,
        .init("attributeRelationship", ["observation": .object([])]),
      ])
    }
    let time: JSONValue = .object([
      .init("id", "TIME_PERIOD"), identity("TIME_PERIOD"),
      .init("localRepresentation", ["format": ["dataType": "ObservationalTimePeriod"]]),
    ])
    let measure: JSONValue = .object([
      .init("id", "OBS_VALUE"), .init("usage", "optional"), identity("OBS_VALUE"),
      .init("localRepresentation", ["format": ["dataType": "Decimal"]]),
    ])
    return artefact(
      name, observed.dataset.catalogue.title,
      [
        .init(
          "dataStructureComponents",
          [
            "dimensionList": ["id": "DimensionDescriptor", "dimensions": .array(keys), "timeDimension": time],
            "measureList": ["id": "MeasureDescriptor", "measures": [measure]],
            "attributeList": ["id": "AttributeDescriptor", "attributes": .array(attributes)],
          ])
      ])
  }
}
