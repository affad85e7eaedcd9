import Findings
import Language
import TestSupport
import Testing

@testable import Datasets

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Files of a size or kind that nobody expects end in a finding.
@Suite struct LimitTests {
  @Test func aFieldThatIsTooLongIsRefusedAndTheRestIsRead() throws {
    let long = String(repeating: "x", count: ResourceScanner.fieldLimit + 1)
    let found = try ScanSketch(.figures("year,unit,count\n2022,N1,\(long)\n2023,N1,x\n")).scan()
    #expect(found.outcome.findings.map(\.code) == ["field-too-long", "type-error"])
    #expect(found.outcome.findings.map { $0.position.description } == ["figures.csv:2:9", "figures.csv:3:9"])
    #expect(found.rows == [["2022", "N1", nil], ["2023", "N1", nil]])
  }

  /// Lines of it that look like rows are none, and lines behind it are counted right.
  @Test func aFreeTextMayBeLong() throws {
    let lines = ResourceScanner.fieldLimit / 10 + 1
    let long = String(repeating: "2022,N1,x\n", count: lines)
    let found = try ScanSketch(.figures("year,unit,count\n2022,\"\(long)\",1\n2023,N1,x\n")).scan()
    #expect(found.outcome.findings.map(\.code) == ["type-error"])
    #expect(found.outcome.findings.map(\.position.line) == [lines + 3])
    #expect(found.rows.map(\.[2]) == ["1", nil])
    #expect(found.rows.first?[1] == long)
  }

  @Test func findingsBeyondTheLimitAreNotPutIntoWords() throws {
    final class Counter { var count = 0 }
    let counter = Counter()
    let sketch = try ScanSketch(.figures("year,unit,count\n" + (0..<500).map { "2022,N\($0),1\n" }.joined()))
    var scanner = try ResourceScanner(sketch.package.resources[0], of: sketch.package, limit: 7)
    let outcome = try scanner.scan { _, _ in
      func message() -> LocalizedText {
        counter.count += 1
        return LocalizedText("wrong")
      }
      return [RowProblem(code: "test-problem", field: 0, message: message(), remedy: LocalizedText("mend it"))]
    }
    #expect(counter.count == 7)
    #expect(outcome.findings.count == 7 && outcome.list.errors == 500)
  }

  @Test(arguments: ["figures.csv", "parts/figures.csv"])
  func aLinkOutOfThePackageIsRefused(path: String) throws {
    let outside = try ScratchFolder()
    try outside.write("year,unit,count\n2022,N1,1\n", to: "figures.csv")
    let folder = try PackageSketch([.figures("", properties: [])]).write()
    try folder.write(
      try String(decoding: folder.bytes(of: "datapackage.json"), as: UTF8.self).replacing("figures.csv", with: path),
      to: "datapackage.json")
    if path == "figures.csv" {
      try folder.remove("figures.csv")
      #expect(symlink(outside.path(of: "figures.csv"), folder.path(of: "figures.csv")) == 0)
    } else {
      #expect(symlink(outside.path, folder.path(of: "parts")) == 0)
    }
    #expect(Self.codes(folder) == ["unsafe-path"])
  }

  @Test func aLinkInsideThePackageIsFollowed() throws {
    let folder = try PackageSketch([.figures("")]).write()
    try folder.remove("figures.csv")
    try folder.write("year,unit,count\n2022,N1,1\n", to: "delivered.csv")
    #expect(symlink("delivered.csv", folder.path(of: "figures.csv")) == 0)
    #expect(Self.codes(folder) == [])
  }

  @Test func aPipeIsRefusedAndNotWaitedFor() throws {
    let folder = try PackageSketch([.figures("")]).write()
    try folder.remove("figures.csv")
    #expect(mkfifo(folder.path(of: "figures.csv"), 0o600) == 0)
    #expect(Self.codes(folder) == ["not-a-file"])
  }

  private static func codes(_ folder: ScratchFolder) -> [String] {
    do {
      _ = try DataPackage.open(folder.path)
      return []
    } catch Failure.invalid(let findings) {
      return findings.map(\.code)
    } catch { return ["\(error)"] }
  }
}
