import TestSupport
import Testing

/// The situations that public suites of CSV files and specifications collect. What is made of each stands in
/// `notebooks-docs/suites.md`, which `THAPNIEN_RECORD=1` writes anew.
@Suite struct SuiteTests {
  static let suites: [(name: String, cases: [SuiteCase])] = [
    ("csv-spectrum", CSVSpectrum.cases), ("RFC 4180", RFC4180.cases), ("csv-test-data", CSVTestData.cases),
    (
      "specifications",
      SpecificationExamples.types + SpecificationExamples.schemas + SpecificationExamples.dialects
    ),
    ("frictionless-py", FrictionlessData.headers + FrictionlessData.rows + FrictionlessData.values),
  ]

  @Test(
    arguments: suites.indices.flatMap { suite in suites[suite].cases.map { ("\(suites[suite].name): \($0.name)", $0) } }
  )
  func everyCaseIsReadOrRefusedForAReason(title: String, example: SuiteCase) throws {
    let (rows, codes) = try example.run()
    #expect(codes == example.codes)
    #expect(rows == example.rows)
    #expect(codes.isEmpty || !example.reason.isEmpty, "\(title) is not simply read: why?")
  }

  @Test func theDocumentSaysWhichPass() throws {
    let difference = try Golden("notebooks-docs/suites.md").difference(from: Self.document)
    #expect(difference == nil)
  }

  private static var document: String {
    let counts = suites.map { "\($0.cases.count) of \($0.name)" }.joined(separator: ", ")
    let lines = suites.flatMap { suite in suite.cases.map { $0.line(of: suite.name) } }
    return """
      # Public suites: what is made of each case

      The situations of public collections of CSV files and of the specifications' examples, in files of our own: \(counts).
      Their sources are [csv-spectrum](https://github.com/max-mapper/csv-spectrum),
      [RFC 4180](https://www.rfc-editor.org/rfc/rfc4180), [csv-test-data](https://github.com/sineemore/csv-test-data),
      [Table Schema, Table Dialect and Data Package v2](https://datapackage.org/standard/) and the folder `data/` of
      [frictionless-py](https://github.com/frictionlessdata/frictionless-py). The files stand in `Tests/DatasetsTests/Suites`.

      “read” means: every value as the collection has it, and no finding. A case with a finding has its reason; one that is
      read with a warning says so. The codes are explained in [findings.md](findings.md).

      A refusal says where and what to do:

      ```console
      $ thapnien new package demo > /dev/null
      $ printf 'year,unit,meetings,status\\n2023,D1,"5,\\n' > demo/meetings.csv
      $ thapnien check --data demo --lang en || echo "exit code $?"
      meetings.csv:2:9: error [unclosed-quote] The quote opened here is never closed.
      ...
      exit code 1
      ```

      | suite | case | result | reason |
      | --- | --- | --- | --- |
      \(lines.joined(separator: "\n"))

      """
  }
}
