import Catalogue
import Datasets
import Findings
import TestSupport
import Testing

/// A catalogue that is right, on known lines, for tests to spoil.
enum CatalogueSketch {
  static let tables = [
    PackageSketch.Table("units", fields: ["code", "name", "tier", "above", "from:date", "to:date"], csv: ""),
    PackageSketch.Table("bodies", fields: ["code", "name"], csv: ""),
    PackageSketch.Table(
      "visits",
      fields: [
        "year:year", "unit", "body", "visits:integer", "cost:number", "status", "as_of:date",
        #"{"name": "role", "type": "string", "constraints": {"enum": ["led", "joined"]}}"#,
      ], csv: ""),
    PackageSketch.Table("list", fields: ["code", "unit", "start:year", "end:year"], csv: ""),
  ]

  static let text = """
    catalogue: 1
    title: {vi: Công tác, en: Work}
    dimensions:
      unit: {resource: units, key: code, parent: above, level: tier, valid: [from, to], names: {vi: name, en: name}}
      body: {resource: bodies, key: code}
    resources:
      visits: {period: year, unit: unit, level: district, dimensions: {body: body}, flags: status, cut-off: as_of, reporting-year: 12-15..12-14, expects: [unit, body, period], expects-except: [Z]}
      list: {active: [start, end], unit: unit, level: province}
    measures:
      visits: {resource: visits, column: visits, kind: flow, where: {role: led}}
      cost: {resource: visits, column: cost, kind: flow}
      items: {resource: list, column: code, kind: distinct}
    indicators:
      visits: {names: {vi: Lượt, en: Visits}, value: visits, unit: {vi: lượt, en: visits}, good: up}
      cost: {names: {vi: Chi phí, en: Cost}, value: cost, unit: million-dong, decimals: 1, bound: lower}
      share:
        names: {vi: Tỷ lệ, en: Share}
        ratio: [visits, cost]
        unit: percent
      items: {names: Items, value: items, unit: number, implausible: {vi: lạ, en: strange}}
      gap:
        names: {vi: Chênh lệch, en: Gap}
        formula: share - share
        unit: percentage-point
      cost-per-visit:
        names: {vi: Chi phí mỗi lượt, en: Cost a visit}
        formula: 1000 * cost / visits
        unit: {vi: nghìn đồng, en: thousand dong}
    targets: list
    claims: list

    """

  static func read(_ text: String = text) throws -> Catalogue {
    let folder = try PackageSketch(tables, catalogue: text).write()
    return try CatalogueReader.read(DataPackage.open(folder.path))
  }
}
