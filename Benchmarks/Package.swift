// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "benchmarks",
  dependencies: [.package(name: "thapnien", path: "..")],
  targets: [
    .executableTarget(
      name: "StageBench", dependencies: [.product(name: "CSVCore", package: "thapnien")]),
    .executableTarget(
      name: "WorkbookBench",
      dependencies: [
        .product(name: "Workbooks", package: "thapnien"), .product(name: "Values", package: "thapnien"),
        .product(name: "Language", package: "thapnien"),
      ]),
  ]
)
