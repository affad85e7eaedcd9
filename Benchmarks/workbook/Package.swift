// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "workbook-bench",
  dependencies: [.package(name: "thapnien", path: "../..")],
  targets: [
    .executableTarget(
      name: "WorkbookBench",
      dependencies: [
        .product(name: "Workbooks", package: "thapnien"), .product(name: "Values", package: "thapnien"),
        .product(name: "Language", package: "thapnien"),
      ])
  ]
)
