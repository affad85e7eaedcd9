// swift-tools-version: 6.2
import PackageDescription

/// Every module is a folder under `Sources/`; what it may import stands here and nowhere else.
/// Dependencies point one way: a module may name only modules that stand above it.
let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("ExistentialAny"),
]

func module(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

func tests(
  _ name: String, _ dependencies: [Target.Dependency], exclude: [String] = [], resources: [Resource]? = nil
) -> Target {
  .testTarget(
    name: name, dependencies: dependencies, exclude: exclude, resources: resources, swiftSettings: strict)
}

let libraries = [
  "Values", "Statistics", "Language", "Findings", "CSVCore", "WorkbookReader", "Datasets", "Catalogue", "Aggregation",
  "Trends", "Verification", "Reports", "Auditing", "Revisions", "Workbooks", "Briefings", "Rendering", "Databases",
]

let package = Package(
  name: "thapnien",
  products: libraries.map { .library(name: $0, targets: [$0]) } + [
    .executable(name: "thapnien", targets: ["thapnien"])
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.0"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
  ],
  targets: [
    // Loaded when the first workbook is written, where its functions can be reached through doors.
    .target(
      name: "CXLSXWriter", linkerSettings: [.linkedLibrary("xlsxwriter", .when(platforms: [.macOS]))]),
    .systemLibrary(name: "CMinizip", pkgConfig: "minizip", providers: [.apt(["libminizip-dev"])]),
    .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
    module("Values"),
    module("Statistics", ["Values"]),
    module("Language", ["Values"]),
    module("Findings", ["Language"]),
    .target(name: "CSVCoreSIMD"),
    module("CSVCore", ["CSVCoreSIMD"]),
    module("WorkbookReader", ["CExpat", "CMinizip", "Findings", "Language", "Values"]),
    module("Datasets", ["CSVCore", "CZlib", "Findings", "Language", "Values", "Yams"]),
    module("Catalogue", ["Datasets", "Findings", "Language", "Values"]),
    module("Aggregation", ["Catalogue", "CSVCore", "Datasets", "Findings", "Language", "Statistics", "Values"]),
    module("Trends", ["Aggregation", "Catalogue", "Datasets", "Findings", "Language", "Statistics", "Values"]),
    module(
      "Verification", ["Aggregation", "Catalogue", "Datasets", "Findings", "Language", "Trends", "Values"]),
    module(
      "Reports",
      [
        "Aggregation", "Catalogue", "Datasets", "Findings", "Language", "Trends", "Values",
        .product(name: "Crypto", package: "swift-crypto"),
      ]),
    module(
      "Revisions", ["Aggregation", "Catalogue", "Datasets", "Findings", "Language", "Reports", "Trends", "Values"]),
    module(
      "Auditing", ["Aggregation", "Datasets", "Findings", "Language", "Reports", "Values", "WorkbookReader"]),
    module("Workbooks", ["CXLSXWriter", "Findings", "Language", "Reports", "Values", "WorkbookReader"]),
    module(
      "Briefings",
      ["Findings", "Language", "Reports", "Values", .product(name: "Mustache", package: "swift-mustache")]),
    module(
      "Rendering",
      [
        "Aggregation", "Auditing", "Catalogue", "Datasets", "Findings", "Language", "Reports", "Revisions",
        "Statistics", "Trends", "Values", "Verification",
      ]),
    module("Databases", ["CSQLite", "Catalogue", "Datasets", "Findings", "Language", "Rendering", "Values"]),
    module(
      "CommandLine",
      [
        "Aggregation", "Auditing", "Briefings", "Catalogue", "Databases", "Datasets", "Findings", "Language",
        "Rendering", "Reports",
        "Revisions", "Trends", "Values", "Verification", "WorkbookReader", "Workbooks",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .executableTarget(name: "thapnien", dependencies: ["CommandLine"], swiftSettings: strict),

    .target(
      name: "TestSupport", dependencies: ["CZlib", "Findings"], path: "Tests/TestSupport", swiftSettings: strict),
    tests("ValuesTests", ["Values", "TestSupport"]),
    tests("StatisticsTests", ["Statistics", "Values", "TestSupport"], exclude: ["Reference"]),
    tests("LanguageTests", ["Language", "Values"]),
    tests("CSVCoreTests", ["CSVCore", "TestSupport"]),
    tests(
      "DatasetsTests", ["CSVCore", "Datasets", "Findings", "Values", "Language", "TestSupport"], exclude: ["Fixtures"]),
    tests("CatalogueTests", ["Catalogue", "Datasets", "Findings", "Language", "Values", "TestSupport"]),
    tests(
      "AggregationTests",
      ["Aggregation", "Catalogue", "CSVCore", "Datasets", "Findings", "Language", "Values", "TestSupport"]),
    tests(
      "TrendsTests",
      ["Aggregation", "Catalogue", "Datasets", "Trends", "Findings", "Language", "Values", "TestSupport"]),
    tests(
      "VerificationTests",
      ["Aggregation", "Catalogue", "Datasets", "Findings", "Language", "Values", "Verification", "TestSupport"],
      exclude: ["Drafts"]),
    tests(
      "ReportsTests",
      [
        "Aggregation", "Briefings", "Catalogue", "Datasets", "Findings", "Language", "Rendering", "Reports", "Trends",
        "Values", "Workbooks", "TestSupport",
      ], exclude: ["Goldens"]),
    tests(
      "RevisionsTests",
      ["Aggregation", "Catalogue", "Datasets", "Findings", "Language", "Reports", "Revisions", "Values", "TestSupport"]),
    tests(
      "WorkbooksTests",
      ["Workbooks", "WorkbookReader", "Findings", "Reports", "Language", "Values", "TestSupport"],
      exclude: ["Golden"]),
    tests("WorkbookReaderTests", ["WorkbookReader", "Findings", "Language", "Values", "TestSupport"]),
    tests(
      "AuditingTests",
      [
        "Aggregation", "Auditing", "Briefings", "Datasets", "Findings", "Language", "Rendering", "Reports", "Values",
        "WorkbookReader", "Workbooks", "TestSupport",
      ]),
    tests("BriefingsTests", ["Briefings", "Reports", "Findings", "Language", "Values"]),
    tests(
      "RenderingTests",
      [
        "Rendering", "Aggregation", "Catalogue", "Datasets", "Findings", "Language", "Reports", "Trends", "Values",
        "TestSupport",
      ], exclude: ["Goldens"]),
    tests(
      "DatabasesTests",
      [
        "Aggregation", "Catalogue", "CSQLite", "Databases", "Findings", "Rendering", "Trends", "Values", "TestSupport",
      ]),
    tests("CommandLineTests", ["CommandLine", "TestSupport", "thapnien"], exclude: ["Cases"]),
    tests("HouseTests", []),
  ]
)
