import Datasets
import Findings
import TestSupport
import Testing

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Files as districts send them, in `Fixtures/dirty`, a data package of which each resource is one file. Beside it
/// stands what is found in it, a line a finding: severity, code, place, field, value. `THAPNIEN_RECORD=1` writes these
/// anew; read the difference before committing it.
@Suite struct DirtyFilesTests {
  private static let folder = "Tests/DatasetsTests/Fixtures/dirty"
  private static let lists = ["units", "communes"]

  static let cases: [String] = {
    let package = try? DataPackage.open(Repository.path(of: folder))
    return package?.resources.map(\.name).filter { !lists.contains($0) } ?? []
  }()

  @Test func thereAreEnoughOfThem() { #expect(Self.cases.count > 55) }

  @Test(arguments: cases) func everythingIsFoundInItsPlace(name: String) throws {
    let package = try DataPackage.open(Repository.path(of: Self.folder))
    let resource = try #require(package.resource(named: name))
    var scanner = try ResourceScanner(resource, of: package)
    let findings = try scanner.scan().findings
    let found = findings.map { Self.line($0) + "\n" }.joined()
    let file = "\(Self.folder)/\(name).findings"
    if ProcessInfo.processInfo.environment["THAPNIEN_RECORD"] == "1" {
      try Data(found.utf8).write(to: URL(filePath: Repository.path(of: file)))
    }
    #expect(found == (try Repository.text(of: file)))
    #expect(SiftedReading.difference(resource, package) == nil)
    for finding in findings {
      for text in [finding.message, finding.remedy] {
        #expect(!text.vietnamese.isEmpty && !text.english.isEmpty && text.vietnamese != text.english, "\(text)")
      }
      #expect(finding.resource == name)
      if name.hasPrefix("c0"), finding.code == "encoding-error" { #expect(finding.remedy.english.contains("Tân Hiệp")) }
    }
  }

  private static func line(_ finding: Finding) -> String {
    let value = finding.value.map { "“\($0)”" } ?? "-"
    let parts = [finding.severity.rawValue, finding.code, "\(finding.position)", finding.field ?? "-", value]
    return parts.joined(separator: "\t").replacing("\n", with: "⏎").replacing("\r", with: "⏎")
  }
}
