import Aggregation
import Catalogue
import Findings
import TestSupport
import Testing
import Trends
import Values

/// A series that a test writes down, as the package it would come from.
struct Series {
  struct Point {
    /// Empty where there is no value.
    var value: String
    var flags = ""
    /// The cut-off; empty at the year's end.
    var asOf = ""
    /// The denominator of the rate.
    var base = "100"
  }

  let folder: ScratchFolder
  let evaluator: Evaluator
  let years: ClosedRange<Int>

  /// - Parameters:
  ///   - points: one a year from 2014 on; nil where the file has no row.
  ///   - more: further keys of the indicator "level".
  init(_ points: [Point?], kind: String = "stock", decimals: Int = 0, more: String = "") throws {
    let rows = points.enumerated().compactMap { index, point in
      // A row whose flag says that there is no value has none at all.
      point.map { "\(2014 + index),P,\($0.value),\($0.value.isEmpty ? "" : $0.base),\($0.flags),\($0.asOf)\n" }
    }
    folder = try PackageSketch(
      [
        .init("units", fields: ["code", "level"], csv: "code,level\nP,province\n"),
        .init(
          "rows", fields: ["year:year", "unit", "value:number", "base:number", "status", "as_of:date"],
          csv: "year,unit,value,base,status,as_of\n" + rows.joined()),
      ],
      catalogue: """
        catalogue: 1
        title: Series
        dimensions: {unit: {resource: units, key: code, level: level}}
        resources: {rows: {period: year, unit: unit, level: province, flags: status, cut-off: as_of, expects: [unit, period]}}
        measures:
          level: {resource: rows, column: value, kind: \(kind)}
          base: {resource: rows, column: base, kind: \(kind)}
        indicators:
          level: {names: L, value: level, unit: {vi: buổi, en: meetings}, decimals: \(decimals)\(more)}
          rate: {names: R, ratio: [level, base], unit: percent}
          gap: {names: G, formula: rate - rate, unit: percentage-point}

        """
    ).write()
    evaluator = Evaluator(try Dataset.open(folder.path))
    years = 2014...(2014 + points.count - 1)
  }

  init(_ values: [Int?], kind: String = "stock", more: String = "") throws {
    try self.init(values.map { value in value.map { Point(value: "\($0)") } }, kind: kind, more: more)
  }

  func trend(_ code: String = "level") throws -> Trend {
    let indicator = try #require(evaluator.dataset.catalogue.indicator(code))
    return try TrendBuilder(evaluator).trend(of: indicator, years: years)
  }
}
