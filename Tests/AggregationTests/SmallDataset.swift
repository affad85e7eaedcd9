import Aggregation
import Catalogue
import Datasets
import Findings
import TestSupport
import Testing
import Values

/// Two districts, one body each, one table that a test writes.
struct SmallDataset {
  let folder: ScratchFolder
  let dataset: Dataset
  let evaluator: Evaluator

  static let header = "year,unit,body,count,amount,status,as_of\n"

  init(
    _ rows: String, header: String = header, year: String = "year", schema: [String] = [],
    roles: String = "expects: [unit, body, period]", kind: String = "flow", indicators: String = "",
    continuations: [String] = [], edit: (ScratchFolder) throws -> Void = { _ in }
  ) throws {
    var sketch = PackageSketch(
      [
        .init(
          "units", fields: ["code", "name", "level", "parent", "from:date"],
          csv: "code,name,level,parent,from\nP,Tỉnh,province,,\nA,An,district,P,\nB,Bình,district,P,2021-01-01\n"),
        .init("bodies", fields: ["code", "name"], csv: "code,name\nX,Hội X\nY,Hội Y\n"),
        .init(
          "rows",
          fields: [
            "year:\(year)", "unit", "body", "count:integer", "amount:number", "status", "as_of:date",
          ], schema: schema, csv: header + rows),
      ],
      catalogue: """
        catalogue: 1
        title: Small
        dimensions:
          unit: {resource: units, key: code, parent: parent, level: level, valid: [from], names: {vi: name, en: name}}
          body: {resource: bodies, key: code, names: {vi: name, en: name}}
        resources:
          rows: {period: year, unit: unit, level: district, dimensions: {body: body}, flags: status, cut-off: as_of, reporting-year: 12-15..12-14, \(roles)}
        measures:
          count: {resource: rows, column: count, kind: \(kind)}
          amount: {resource: rows, column: amount, kind: \(kind)}
        indicators:
          count: {names: {vi: Số đếm, en: Count}, value: count, unit: {vi: lượt, en: visits}}
          amount: {names: {vi: Số tiền, en: Amount}, value: amount, unit: million-dong, decimals: 2}
          share: {names: {vi: Tỷ lệ, en: Share}, ratio: [count, amount], unit: percent}
        \(indicators)

        """
    )
    sketch.tables[2].continuations = continuations
    folder = try sketch.write()
    try edit(folder)
    dataset = try Dataset.open(folder.path)
    evaluator = Evaluator(dataset)
  }

  func observe(
    _ code: String = "count", _ years: ClosedRange<Int> = 2021...2021, _ selection: Selection = .whole
  ) throws -> Observation {
    try evaluator.observe(#require(dataset.catalogue.indicator(code)), years: years, of: selection)
  }

  /// What asking about the rows reports.
  static func summaries(_ rows: String, year: String = "year", schema: [String] = []) throws -> [String] {
    let small = try SmallDataset(rows, year: year, schema: schema)
    return findings { try small.observe() }?.map(\.summary) ?? ["none"]
  }
}
