import Catalogue
import Datasets
import Findings
import TestSupport
import Testing
import Values

@Suite struct CatalogueReadingTests {
  @Test func readsWhatIsDeclared() throws {
    let catalogue = try CatalogueSketch.read()
    #expect(catalogue.title.vietnamese == "Công tác" && catalogue.subject == catalogue.title)
    #expect(catalogue.targets == "list" && catalogue.claims == "list")
    #expect(catalogue.dimensions.map(\.name) == ["unit", "body"])
    let unit = try #require(catalogue.dimension("unit"))
    #expect(unit.resource == "units" && unit.columns.parent == "above" && unit.columns.validTo == "to")
    #expect(catalogue.dimension("body")?.columns.vietnameseName == "code")
    let roles = try #require(catalogue.roles["visits"])
    #expect(roles.time == .year(column: "year") && roles.unitColumn == "unit" && roles.level == "district")
    #expect(roles.column(of: "body") == "body" && roles.column(of: "unit") == "unit" && roles.column(of: "x") == nil)
    #expect(
      roles.flagsColumn == "status" && roles.cutOffColumn == "as_of" && roles.expects == ["unit", "body", "period"])
    #expect(roles.exceptMembers == ["Z"] && roles.reportingYear == ReportingYear("12-15..12-14"))
    #expect(catalogue.roles["list"]?.time == .active(from: "start", to: "end"))
    #expect(catalogue.roles["list"]?.reportingYear == .calendar)
    let measure = try #require(catalogue.measures["visits"])
    #expect(
      measure.kind == .flow && measure.filter.map(\.column) == ["role"] && measure.filter.map(\.values) == [["led"]])
  }

  @Test func readsConditionsBetweenColumnsAndSubmissions() throws {
    let catalogue = try CatalogueSketch.read(
      CatalogueSketch.text.replacing("where: {role: led}", with: #"where: {role: led, visits: {"<=": cost}}"#)
        + "submissions: {resource: visits, form: role, period: year, unit: unit, due: as_of, received: as_of}\n")
    let measure = try #require(catalogue.measures["visits"])
    #expect(measure.comparisons == [ColumnComparison(column: "visits", relation: .atMost, other: "cost")])
    #expect(measure.conditions == ["role = led", "visits <= cost"])
    let submissions = try #require(catalogue.submissions)
    #expect(submissions.formColumn == "role" && submissions.unitColumn == "unit")
    #expect(submissions.organisationColumn == nil && submissions.position.line == 31)
  }

  @Test func readsIndicatorsInTheirOrder() throws {
    let catalogue = try CatalogueSketch.read()
    #expect(catalogue.indicators.map(\.code) == ["visits", "cost", "share", "items", "gap", "cost-per-visit"])
    let visits = try #require(catalogue.indicator("visits"))
    #expect(visits.unit == .count("visits") && visits.decimals == 0 && visits.good == .up && visits.isComparable)
    #expect(visits.shortNames == visits.names && visits.position.description == "indicators.yaml:14:3")
    let cost = try #require(catalogue.indicator("cost"))
    #expect(cost.unit == UnitOfMeasure.money["million-dong"] && cost.decimals == 1 && cost.isLowerBound)
    #expect(!cost.isComparable && catalogue.indicator("items")?.isComparable == false)
    #expect(catalogue.indicator("share")?.decimals == 2 && catalogue.indicator("share")?.unit.isPercent == true)
    #expect(catalogue.indicator("gap")?.unit == .percentagePoint)
  }

  @Test func followsFormulasToTheirMeasures() throws {
    let catalogue = try CatalogueSketch.read()
    func measures(_ code: String) throws -> [String] {
      catalogue.measures(of: try #require(catalogue.indicator(code))).map(\.name)
    }
    #expect(try measures("visits") == ["visits"])
    #expect(try measures("share") == ["visits", "cost"])
    #expect(try measures("gap") == ["visits", "cost"])
    #expect(try measures("cost-per-visit") == ["cost", "visits"])
  }

  @Test func aPackageWithoutACatalogueIsNoInput() throws {
    let folder = try PackageSketch(CatalogueSketch.tables).write()
    guard case .noInput = failure(of: { try CatalogueReader.read(DataPackage.open(folder.path)) }) else {
      Issue.record("read a catalogue that is not there")
      return
    }
  }

  /// A text put in the place of another. `|` marks where a finding is expected, and `@` stands for that place.
  struct Mistake: Sendable, CustomTestStringConvertible {
    var old: String
    var new: String
    var summaries: [String]
    var remedy: String
    var testDescription: String { new }

    init(_ old: String, _ new: String, _ summaries: String..., remedy: String = "") {
      (self.old, self.new, self.summaries, self.remedy) = (old, new, summaries, remedy)
    }
  }

  @Test(arguments: [
    Mistake("catalogue: 1", "catalogue: |2", "@ wrong-number '2'"),
    Mistake("catalogue: 1\n", "|", "@ missing-key 'catalogue'"),
    Mistake("title:", "|titel:", "@ unknown-word 'titel'", "1:1 missing-key 'title'", remedy: "title"),
    Mistake("{vi: Công tác, en: Work}", "|{vi: Công tác}", "@ missing-key 'en'"),
    Mistake("{resource: units", "{resource: |unit", "@ unknown-word 'unit'", remedy: "units"),
    Mistake("parent: above", "parent: |abov", "@ unknown-word 'abov'", remedy: "above"),
    Mistake("valid: [from, to]", "valid: |from", "@ wrong-type ''"),
    Mistake("valid: [from, to]", "|validity: [from, to]", "@ unknown-word 'validity'", remedy: "valid"),
    Mistake("body: {resource: bodies, key: code}", "body: |{resource: bodies}", "@ missing-key 'key'"),
    Mistake(
      "visits: {period: year, unit", "|visit: {period: year, unit", "@ unknown-word 'visit'",
      "10:22 unknown-word 'visits'", "11:20 unknown-word 'visits'", remedy: "visits"),
    Mistake(
      "{period: year, unit", "{|perido: year, unit", "@ unknown-word 'perido'", "7:11 missing-key 'period'",
      remedy: "period"),
    Mistake("period: year, unit", "period: |cost, unit", "@ wrong-type 'cost'", remedy: "datapackage.json"),
    Mistake("unit: unit, level: district", "unit: |unti, level: district", "@ unknown-word 'unti'", remedy: "unit"),
    Mistake("{period: year, unit: unit, level: district, ", "|{period: year, unit: unit, ", "@ missing-key 'level'"),
    Mistake(
      "unit: {resource: units,", "units: {resource: units,", "7:32 unknown-word 'unit'", "8:38 unknown-word 'unit'"),
    Mistake(
      "dimensions: {body: body}", "dimensions: {|bodi: body}", "@ unknown-word 'bodi'", "7:158 unknown-word 'body'"),
    Mistake("dimensions: {body: body}", "dimensions: {body: |bodi}", "@ unknown-word 'bodi'", remedy: "body"),
    Mistake(
      "dimensions: {body: body}", "dimensions: {|unit: body}", "@ unknown-word 'unit'", "7:158 unknown-word 'body'"),
    Mistake("flags: status", "flags: |state", "@ unknown-word 'state'"),
    Mistake("cut-off: as_of", "cut-off: |asof", "@ unknown-word 'asof'", remedy: "as_of"),
    Mistake("12-15..12-14", "|15/12..14/12", "@ wrong-value '15/12..14/12'", remedy: "12-15..12-14"),
    Mistake("[unit, body, period]", "[unit, |bodies, period]", "@ unknown-word 'bodies'", remedy: "body"),
    Mistake("[unit, body, period]", "|unit", "@ wrong-type ''"),
    Mistake("active: [start, end]", "active: |[start]", "@ wrong-value ''"),
    Mistake("active: [start, end]", "active: [|code, end]", "@ wrong-type 'code'"),
    Mistake("kind: flow, where", "kind: |flows, where", "@ unknown-word 'flows'", remedy: "flow"),
    Mistake("column: cost, kind", "column: |status, kind", "@ wrong-type 'status'", remedy: "integer or number"),
    Mistake("column: cost, kind", "column: |costs, kind", "@ unknown-word 'costs'", remedy: "cost"),
    Mistake("where: {role: led}", "where: {|rol: led}", "@ unknown-word 'rol'", remedy: "role"),
    Mistake("where: {role: led}", "where: {role: |lead}", "@ unknown-word 'lead'", remedy: "led"),
    Mistake("where: {role: led}", #"where: {visits: {"<=": |costs}}"#, "@ unknown-word 'costs'", remedy: "cost"),
    Mistake("where: {role: led}", #"where: {visits: {"<=": |as_of}}"#, "@ wrong-type 'as_of'"),
    Mistake("where: {role: led}", #"where: {role: {"<=": |unit}}"#, "@ wrong-type 'unit'"),
    Mistake("where: {role: led}", "where: {visits: |{}}", "@ wrong-value 'visits'"),
    Mistake("claims: list", "claims: list\nsubmissions: {resource: |visit, form: unit}", "@ unknown-word 'visit'"),
    Mistake(
      "claims: list",
      "claims: list\nsubmissions: {resource: visits, form: unit, period: year, due: |year, received: as_of}",
      "@ wrong-type 'year'"),
    Mistake(
      "claims: list", "claims: list\nsubmissions: |{resource: visits, form: unit, period: year, due: as_of}",
      "@ missing-key 'received'"),
    Mistake(
      "claims: list",
      "claims: list\nsubmissions: {resource: visits, form: unit, period: year, due: as_of, received: as_of, |on: unit}",
      "@ unknown-word 'on'"),
    Mistake("kind: flow, where", "kind: flow, take: |mean, where", "@ unknown-word 'mean'"),
    Mistake("code, kind: distinct", "code, kind: |count", "@ wrong-value 'count'", remedy: "kind: distinct"),
    Mistake("value: visits, unit", "value: |visit, unit", "@ unknown-word 'visit'", remedy: "visits"),
    Mistake("cost: {names: {vi: Chi phí, en: Cost}", "cost: |{formula: visits, names: C", "@ wrong-definition ''"),
    Mistake(
      "cost: {names: {vi: Chi phí, en: Cost}", "cost: |{names: {vi: Chi phí, en: Cost}, formula: visits",
      "@ wrong-definition ''"),
    Mistake("ratio: [visits, cost]", "ratio: |visits", "@ wrong-definition ''", remedy: "ratio: [numerator"),
    Mistake("ratio: [visits, cost]", "ratio: [visits, |costs]", "@ unknown-word 'costs'", remedy: "cost"),
    Mistake("unit: percent\n", "unit: |percnet\n", "@ unknown-word 'percnet'", remedy: "percent"),
    Mistake(
      "cost]\n    unit: percent\n", "cost]\n    unit: |million-dong\n", "@ wrong-unit 'million-dong'",
      remedy: "unit: percent"),
    Mistake("good: up", "good: |upp", "@ unknown-word 'upp'", remedy: "up"),
    Mistake("bound: lower", "bound: |lowest", "@ unknown-word 'lowest'"),
    Mistake("decimals: 1", "decimals: |9", "@ wrong-number '9'", remedy: "from 0 to 8"),
    Mistake("unit: number", "unit: |[a]", "@ wrong-type ''"),
    Mistake("share - share\n", "|share -\n", "@ wrong-formula 'share -'"),
    Mistake("unit: percentage-point", "unit: percent", "23:14 wrong-unit 'share - share'", remedy: "percentage-point"),
    Mistake("1000 * cost / visits", "|1000 * cost + visits", "@ wrong-unit '1000 * cost + visits'"),
    Mistake("1000 * cost / visits", "|1000 * costs / visits", "@ unknown-word 'costs'", remedy: "cost"),
    Mistake("1000 * cost / visits", "|1000", "@ wrong-formula '1000'"),
    Mistake("targets: list", "targets: |lists", "@ unknown-word 'lists'", remedy: "list"),
  ])
  func mistakesAreFoundInTheirPlace(mistake: Mistake) throws {
    let text = CatalogueSketch.text
    try #require(text.contains(mistake.old))
    let marked = text.replacing(mistake.old, with: mistake.new, maxReplacements: 1)
    let before = marked.prefix { $0 != "|" }
    let line = before.count { $0 == "\n" } + 1
    let column = (before.split(separator: "\n", omittingEmptySubsequences: false).last?.count ?? 0) + 1
    let found = findings { try CatalogueSketch.read(marked.replacing("|", with: "")) } ?? []
    #expect(
      found.map(\.summary).sorted()
        == mistake.summaries.map { "indicators.yaml:" + $0.replacing("@", with: "\(line):\(column)") }.sorted())
    #expect(found.contains { $0.remedy.english.contains(mistake.remedy) } || mistake.remedy.isEmpty, "\(found)")
  }
}
