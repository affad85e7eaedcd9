import Testing

@Suite struct DependencyTests {
  private static let manifest = Result {
    Architecture.declaredDependencies(
      in: SwiftSource(path: "Package.swift", text: try Repository.text(of: "Package.swift")))
  }
  private let declared: [String: Set<String>]

  init() throws { declared = try Self.manifest.get() }

  @Test func everyModuleHasALayer() {
    let modules = Set(Repository.modules).subtracting(Architecture.owners.keys)
    #expect(modules == Architecture.layers.reduce(into: []) { $0.formUnion($1) })
  }

  @Test func theManifestPointsOneWay() throws {
    for module in Architecture.layers.joined() {
      let layer = try #require(Architecture.layer(of: module))
      let dependencies = try #require(declared[module], "\(module) is not in Package.swift")
      let upwards = dependencies.filter { Architecture.layer(of: $0).map { $0 >= layer } ?? false }
      #expect(upwards.isEmpty, "\(module) depends on \(upwards.sorted())")
    }
  }

  @Test(arguments: Architecture.layers.joined().sorted())
  func importsPointOneWay(module: String) throws {
    let sources = try Repository.sources.get().filter { $0.path.hasPrefix("Sources/\(module)/") }
    #expect(!sources.isEmpty)
    #expect(Architecture.violations(of: module, sources: sources, declared: declared[module] ?? []) == [])
  }

  @Test(arguments: [
    ("Trends", "import Rendering", "Trends must not see Rendering"),
    ("Trends", "public import struct Workbooks.Workbook", "Trends must not see Workbooks"),
    ("Workbooks", "import Briefings", "Workbooks must not see Briefings"),
    ("Reports", "internal import CXLSXWriter", "CXLSXWriter belongs to [\"Workbooks\"]"),
    ("Trends", "import ArgumentParser", "ArgumentParser belongs to [\"CommandLine\", \"thapnien\"]"),
    ("CSVCore", "import FoundationEssentials", "CSVCore does without FoundationEssentials"),
    ("Values", "import Foundation", "Values imports all of Foundation"),
    ("Values", "import Regex", "nobody owns Regex"),
    ("CSVCore", "import Values", "Values is not declared in Package.swift"),
    ("Nowhere", "import Values", "Nowhere stands in no layer"),
  ])
  func plantedImportsAreCaught(module: String, text: String, message: String) {
    let source = SwiftSource(path: "Planted.swift", text: text + "\n")
    let found = Architecture.violations(of: module, sources: [source], declared: declared[module] ?? [])
    #expect(found.contains { $0.contains(message) }, "\(found)")
  }

  @Test func oneFileOfLanguageMayImportFoundation() {
    let source = SwiftSource(path: "Normal.swift", text: "import Foundation\n")
    #expect(Architecture.violations(of: "Language", sources: [source], declared: []) == [])
    #expect(Architecture.violations(of: "Language", sources: [source, source], declared: []).count == 1)
  }
}
