import Aggregation
import Datasets
import Findings
import TestSupport
import Testing
import Values

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Real open data, which are not part of this repository: put `gdp.csv` and `population.csv` of
/// https://github.com/datasets/gdp and https://github.com/datasets/population (PDDL, from the World Bank) into a folder
/// and name it in `THAPNIEN_OPEN_DATA`.
@Suite struct OpenDataTests {
  static let folder = ProcessInfo.processInfo.environment["THAPNIEN_OPEN_DATA"]

  @Test(.enabled(if: folder != nil)) func theAmountPerHeadIsTheQuotientOfTheTwoRows() throws {
    let folder = try #require(Self.folder)
    let scratch = try ScratchFolder()
    var figures: [String: [Int: ExactDecimal]] = [:]
    for name in ["gdp.csv", "population.csv"] {
      let bytes = Array(try Data(contentsOf: URL(filePath: "\(folder)/\(name)")))
      try scratch.write(bytes: bytes, to: name)
      // No field of these rows is in quotes.
      for line in String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline) {
        let fields = line.split(separator: ",", omittingEmptySubsequences: false)
        guard fields.count == 4, fields[1] == "VNM", let year = Int(fields[2]) else { continue }
        figures[name, default: [:]][year] = ExactDecimal(fields[3])
      }
    }
    let draft = try PackageDraft(name: "open", from: ["gdp.csv", "population.csv"].map(scratch.path(of:)))
    let package = try scratch.write(draft)
    #expect(try PackageCheck.run(package).isValid)
    let addition = """
        gdp-per-head:
          names: {vi: GDP bình quân đầu người, en: GDP per head}
          formula: gdp / population
          unit: {vi: đô la Mỹ, en: US dollars}
          decimals: 8

      """
    let catalogue = try #require(draft.files(in: .english).first { $0.name == "indicators.yaml" }).text
    try scratch.write(catalogue + addition, to: "package/indicators.yaml")
    let dataset = try Dataset.open(package)
    let evaluator = Evaluator(dataset)
    let indicator = try #require(dataset.catalogue.indicator("gdp-per-head"))
    let (gdp, population) = (try #require(figures["gdp.csv"]), try #require(figures["population.csv"]))
    #expect(gdp.count > 30 && population.count > 60)
    for year in 1960...2023 {
      let observed = try evaluator.observe(indicator, years: year...year, of: Selection(units: ["VNM"])).value
      guard let amount = gdp[year], let heads = population[year] else {
        #expect(observed == nil)
        continue
      }
      #expect(observed == (try Rational(amount).divided(by: Rational(heads))), "\(year)")
    }
  }
}
