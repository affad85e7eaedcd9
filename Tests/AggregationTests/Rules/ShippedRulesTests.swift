import Aggregation
import Findings
import TestSupport
import Testing

/// The shipped packages: no false alarm, and exactly the two figures that are hard to believe.
@Suite struct ShippedRulesTests {
  @Test func exactlyTwoFiguresAreImplausible() throws {
    let result = try PackageCheck.run(Repository.path(of: "datasets/kien-giang"))
    #expect(result.isValid)
    #expect(result.findings.map(\.code) == ["implausible-value", "implausible-value"])
    #expect(result.findings.map(\.field) == ["cash", "in_kind"])
    #expect(result.findings.map(\.value) == ["29.66", "1.44"])
    #expect(result.findings.allSatisfy { $0.severity == .warning && $0.position.file == "poor_fund.csv" })
  }

  @Test func theSmallPackageHasNoFindings() throws {
    #expect(try PackageCheck.run(Repository.path(of: "Tests/Packages/tiny-province")).findings == [])
  }
}
