import Aggregation
import Findings
import Language
import TestSupport
import Testing
import Verification

/// Lists of claims against packages with known values.
@Suite struct ClaimCheckTests {
  /// Flows of 2021 and 2022, 2023 partial; settled over competent is 176/221 (an office report of 2020 printed 79,63).
  static func sketch(isIllustrative: Bool = false, claims: String = "") -> PackageSketch {
    let rows = """
      year,unit,meetings,settled,competent,cash,status,as_of
      2021,A,106,100,200,500.5,,
      2022,A,178,176,221,1250,,
      2023,A,90,50,60,700,P,2023-09-30

      """
    let fields = [
      "year:year", "unit", "meetings:integer", "settled:integer", "competent:integer", "cash:number", "status",
      "as_of:date",
    ]
    return PackageSketch(
      [
        .init(
          "units", fields: ["code", "name", "level", "parent"], csv: "code,name,level,parent\nP,P,top,\nA,A,low,P\n"),
        .init("rows", fields: fields, properties: isIllustrative ? [#""illustrative": true"#] : [], csv: rows),
        .init(
          "claims",
          fields: [
            "id", "indicator", "kind", "period_from:year", "period_to:year", "value:number", "unit_of_measure",
            "printed", "decimals:integer", "bound",
          ],
          csv: "id,indicator,kind,period_from,period_to,value,unit_of_measure,printed,decimals,bound\n" + claims),
      ],
      catalogue: """
        catalogue: 1
        title: T
        dimensions: {unit: {resource: units, key: code, parent: parent, level: level, names: {vi: name, en: name}}}
        resources: {rows: {period: year, unit: unit, level: low, flags: status, cut-off: as_of}}
        measures:
          meetings: {resource: rows, column: meetings, kind: flow}
          settled: {resource: rows, column: settled, kind: flow}
          competent: {resource: rows, column: competent, kind: flow}
          cash: {resource: rows, column: cash, kind: flow}
        indicators:
          meetings: {names: {vi: Buổi họp, en: Meetings}, value: meetings, unit: {vi: buổi, en: meetings}}
          rate: {names: {vi: Tỷ lệ giải quyết, en: Settled}, ratio: [settled, competent], unit: percent}
          cash: {names: {vi: Quỹ, en: Fund}, value: cash, unit: million-dong, decimals: 1}
        claims: claims

        """)
  }

  static func verdicts(_ claims: String, isIllustrative: Bool = false) throws -> [[Verdict]] {
    let folder = try sketch(isIllustrative: isIllustrative, claims: claims).write()
    let dataset = try Dataset.open(folder.path)
    return try ClaimCheck(Judge(dataset)).results(ClaimReader.read(dataset)).map(\.judgement.verdicts)
  }

  @Test(arguments: [
    ("K,meetings,level,2021,2022,284,meetings,284,0,exact", Verdict.confirmed),
    ("K,meetings,level,2021,2022,285,meetings,285,0,exact", .contradicted),
    ("K,meetings,level,2021,2022,280,meetings,hơn 280,0,more-than", .confirmed),
    ("K,meetings,level,2021,2022,200,meetings,hơn 200,0,more-than", .confirmed),
    ("K,meetings,level,2021,2022,100,meetings,hơn 100,0,more-than", .imprecise),
    ("K,meetings,level,2021,2022,290,meetings,gần 290,0,less-than", .confirmed),
    ("K,meetings,level,2021,2022,280,meetings,dưới 280,0,less-than", .contradicted),
    ("K,meetings,level,2021,2022,280,meetings,khoảng 280,0,about", .confirmed),
    ("K,meetings,level,2021,2022,290,meetings,khoảng 290,0,about", .contradicted),
    ("K,rate,level,2022,2022,79.64,percent,\"79,64%\",2,exact", .confirmed),
    ("K,rate,level,2022,2022,79.63,percent,\"79,63%\",2,exact", .imprecise),
    ("K,rate,level,2022,2022,79.62,percent,\"79,62%\",2,exact", .contradicted),
    ("K,rate,change,2021,2022,29.64,percentage_point,\"29,64 điểm phần trăm\",2,exact", .confirmed),
    ("K,rate,change,2021,2022,29.64,percentage_point,\"29,64%\",2,exact", .wrongUnit),
    ("K,rate,change,2021,2022,59.28,percent,\"59,28%\",2,exact", .confirmed),
    ("K,meetings,change,2021,2022,67.92,percent,\"67,92%\",2,exact", .confirmed),
    ("K,meetings,change,2021,2022,167.92,percent,\"167,92%\",2,exact", .wrongUnit),
    ("K,meetings,change,2021,2022,72,meetings,72,0,exact", .confirmed),
    ("K,meetings,change,2022,2023,-88,meetings,88,0,exact", .notComputable),
    ("K,cash,level,2022,2022,1.25,billion-dong,\"1,25 tỷ đồng\",2,exact", .confirmed),
    ("K,cash,level,2022,2022,1250,billion-dong,1.250 tỷ đồng,0,exact", .wrongUnit),
    ("K,cash,level,2022,2022,1250,million-dong,1.250,0,exact", .confirmed),
    ("K,meetings,level,2010,2011,5,meetings,5,0,exact", .notComputable),
    ("K,meetings,level,,,5,meetings,5,0,exact", .notComputable),
    ("K,metings,level,2022,2022,5,meetings,5,0,exact", .notComputable),
    ("K,,level,2022,2022,5,,5,0,exact", .notComputable),
  ])
  func everyVerdictHasItsCase(claim: String, verdict: Verdict) throws {
    #expect(try Self.verdicts(claim + "\n") == [[verdict]])
  }

  @Test func agreementWithIllustrativeDataConfirmsNothing() throws {
    let claims =
      "K,meetings,level,2021,2022,284,meetings,284,0,exact\nL,meetings,level,2022,2022,9,meetings,9,0,exact\n"
    #expect(try Self.verdicts(claims, isIllustrative: true) == [[.consistentIllustrative], [.contradicted]])
  }

  /// The change of a sum to which a unit is lacking is one of reporting, whatever was stated; that of a rate is not.
  @Test(arguments: [
    ("K,meetings,change,2021,2022,72,meetings,72,0,exact", Verdict.notComputable),
    ("K,meetings,change,2021,2022,67.92,percent,\"67,92%\",2,exact", .notComputable),
    ("K,rate,change,2021,2022,29.64,percentage_point,\"29,64 điểm phần trăm\",2,exact", .confirmed),
  ])
  func changesOfSumsThatLackCellsAreNotJudged(claim: String, verdict: Verdict) throws {
    var sketch = Self.sketch(claims: claim + "\n")
    sketch.tables[0].csv += "B,B,low,P\n"
    sketch.tables[1].csv += "2022,B,,,,,,\n"
    sketch.catalogue = sketch.catalogue?.replacing("level: low, flags", with: "level: low, expects: [unit], flags")
    let folder = try sketch.write()
    let dataset = try Dataset.open(folder.path)
    let results = try ClaimCheck(Judge(dataset)).results(ClaimReader.read(dataset))
    #expect(results.map(\.judgement.verdict) == [verdict])
    guard verdict == .notComputable else { return }
    #expect(results[0].judgement.reasons.contains { $0.english.contains("1 of 2") }, "\(results[0].judgement.reasons)")
  }

  @Test func anotherListIsRead() throws {
    let folder = try Self.sketch().write()
    try folder.write(
      "id,indicator,kind,period_from,period_to,value,unit_of_measure,printed,decimals,bound\n"
        + "Z,meetings,level,2022,2022,178,meetings,178,0,exact\n", to: "other.csv")
    let dataset = try Dataset.open(folder.path)
    let claims = try ClaimReader.read(dataset, file: folder.path(of: "other.csv"))
    #expect(claims.map(\.id) == ["Z"] && claims.map(\.file) == ["other.csv"])
    #expect(throws: Failure.self) { try ClaimReader.read(dataset, file: folder.path(of: "none.csv")) }
  }

  @Test(arguments: [
    ("K,meetings,level,2022,2022,56.34,meetings,56,1,exact", "wrong-claim"),
    ("K,meetings,levle,2022,2022,56,meetings,56,0,exact", "unknown-word"),
    ("K,meetings,level,2022,2022,56,meetings,56,0,roughly", "unknown-word"),
  ])
  func wrongRowsAreFound(row: String, code: String) throws {
    let folder = try Self.sketch(claims: row + "\n").write()
    let dataset = try Dataset.open(folder.path)
    let failure = #expect(throws: Failure.self) { try ClaimReader.read(dataset) }
    guard case .invalid(let findings) = failure else {
      Issue.record("\(String(describing: failure))")
      return
    }
    #expect(findings.map(\.code) == [code] && findings.first?.position.line == 2)
  }

  /// What the seeds state: mission and design say what must come out.
  @Test func theShippedClaims() throws {
    let dataset = try Dataset.open(Repository.path(of: "datasets/kien-giang"))
    let results = try ClaimCheck(Judge(dataset)).results(ClaimReader.read(dataset))
    let found = results.map { "\($0.claim.id) \($0.judgement.verdicts.map(\.rawValue).joined(separator: " "))" }
    let exact = ["K01", "K02", "K03", "K04", "K05", "K06", "K07", "K08", "K11", "K12", "K13"]
    for id in exact { #expect(found.contains("\(id) consistent-illustrative")) }
    for id in ["K09", "K10"] { #expect(found.contains("\(id) consistent-illustrative implausible")) }
    #expect(found.contains("K14 wrong-unit"))
    for id in ["K15", "K16", "K17", "K18"] { #expect(found.contains("\(id) not-computable")) }
    #expect(results.count == 18)
    #expect(results.allSatisfy { !$0.judgement.reasons.isEmpty || $0.judgement.verdict == .consistentIllustrative })
  }
}
