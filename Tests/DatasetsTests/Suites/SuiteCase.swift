import Datasets
import Findings
import TestSupport
import Testing

/// One case of a public suite: its situation in a file of our own, and what is made of it.
struct SuiteCase: Sendable, CustomTestStringConvertible {
  /// In the suite.
  let name: String
  let csv: String
  /// As in `PackageSketch.Table`: `name:kind` or a JSON object.
  let fields: [String]
  var schema: [String] = []
  var properties: [String] = []
  /// Values as they are read; nil where there is none.
  var rows: [[String?]] = []
  /// Codes of findings, in their order.
  var codes: [String] = []
  /// Why it is not simply read.
  var reason = ""

  var testDescription: String { name }

  static func dialect(_ members: String) -> String { #""dialect": {\#(members)}"# }

  /// What the case comes to, and whether that is what is expected.
  func run() throws -> (rows: [[String?]], codes: [String]) {
    let table = PackageSketch.Table("figures", fields: fields, schema: schema, properties: properties, csv: csv)
    do {
      let (outcome, rows) = try ScanSketch(table).scan()
      return (rows, outcome.findings.map(\.code))
    } catch Failure.invalid(let findings) {
      return ([], findings.map(\.code))
    }
  }

  /// The line of the document.
  func line(of suite: String) -> String {
    let different = codes.indices.filter { !codes[..<$0].contains(codes[$0]) }.map { "`\(codes[$0])`" }
    let found = different.isEmpty ? "read" : different.joined(separator: ", ")
    return "| \(suite) | \(name) | \(found) | \(reason) |"
  }
}
