import Aggregation
import Datasets
import Findings
import TestSupport
import Testing

/// The shipped packages: no false alarm, and exactly the two figures that are hard to believe.
@Suite struct ShippedRulesTests {
  @Test func exactlyTwoFiguresAreImplausible() throws {
    let result = try PackageCheck.run(Repository.path(of: "datasets/kien-giang"))
    #expect(result.isValid)
    let notes = result.findings.filter { $0.severity == .information }
    #expect(notes.map(\.code) == ["submission-missing", "submission-late"])
    let findings = result.findings.filter { $0.severity != .information }
    #expect(findings.map(\.code) == ["implausible-value", "implausible-value"])
    #expect(findings.map(\.field) == ["cash", "in_kind"])
    #expect(findings.map(\.value) == ["29.66", "1.44"])
    #expect(findings.allSatisfy { $0.severity == .warning && $0.position.file == "poor_fund.csv" })
  }

  /// One row too many digits, in different files: one finding more, at its line.
  @Test(arguments: [
    ("membership.csv", 300, 3, "rule-broken"), ("population.csv", 40, 2, "rule-broken"),
    ("voter_contacts.csv", 100, 3, "outlier"), ("training.csv", 500, 4, "outlier"),
    ("recommendations.csv", 500, 5, "rule-broken"),
  ]) func oneWrongRowIsOneFinding(file: String, line: Int, column: Int, code: String) throws {
    let source = "datasets/kien-giang"
    let folder = try ScratchFolder()
    let package = try DataPackage.open(Repository.path(of: source))
    for name in package.resources.map(\.path) + ["datapackage.json", "indicators.yaml"] {
      var text = try Repository.text(of: "\(source)/\(name)")
      if name == file {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        var fields = lines[line - 1].split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        fields[column] += "000"
        lines[line - 1] = fields.joined(separator: ",")
        text = lines.joined(separator: "\n")
      }
      try folder.write(text, to: name)
    }
    let found = try PackageCheck.run(folder.path).findings.filter {
      $0.code != "implausible-value" && $0.severity != .information
    }
    #expect(found.map { "\($0.position) \($0.code)" } == ["\(file):\(line) \(code)"])
  }

  @Test func theSmallPackageHasNoFindings() throws {
    #expect(try PackageCheck.run(Repository.path(of: "Tests/Packages/tiny-province")).findings == [])
  }
}
