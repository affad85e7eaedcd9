import Findings
import TestSupport
import Testing

@testable import Datasets

@Suite struct SieveTests {
  private static let units = PackageSketch.Table("units", fields: ["code"], csv: "code\nNorth\nSouth\nEast\n")

  private static func package(_ table: PackageSketch.Table, _ bytes: [UInt8]? = nil) throws -> (
    ScratchFolder, DataPackage, ResourceDescriptor
  ) {
    let folder = try PackageSketch([table, units]).write()
    if let bytes { try folder.write(bytes: bytes, to: "\(table.name).csv") }
    let package = try DataPackage.open(folder.path)
    return (folder, package, try #require(package.resource(named: table.name)))
  }

  @Test(arguments: [0, 3, 40], 0..<60) func findsTheSame(errors: Int, seed: Int) throws {
    var random = RandomTable(seed: seed * 100 + errors, errors: errors)
    var generator = SeededGenerator(seed: seed)
    let (table, bytes) = random.table(rows: Int.random(in: 0...300, using: &generator))
    let (folder, package, resource) = try Self.package(table, bytes)
    defer { withExtendedLifetime(folder) {} }
    #expect(SiftedReading.difference(resource, package, limit: seed % 5 == 0 ? 3 : 1000) == nil, "\(folder.path)")
  }

  /// No test of anything if rows were read in full.
  @Test(arguments: SiftedReading.threads) func cleanRowsAreNotReadInFull(threads: Int) throws {
    var rows = "id,code,place,amount,day,year\n"
    for row in 0..<6000 { rows += "R\(row),North,Hòa Điền \(row % 40),\(row).5,2023-09-\(10 + row % 20),2023\n" }
    let table = PackageSketch.Table(
      "figures", fields: ["id", "code", "place", "amount:number", "day:date", "year:year"],
      schema: [
        #""primaryKey": ["id"]"#,
        #""foreignKeys": [{"fields": ["code"], "reference": {"resource": "units", "fields": ["code"]}}]"#,
      ], csv: rows)
    let (folder, package, resource) = try Self.package(table)
    defer { withExtendedLifetime(folder) {} }
    #expect(try SiftedReading.held(resource, package, threads: threads) == 0)
    #expect(SiftedReading.difference(resource, package) == nil)
  }

  @Test func onlyDoubtfulRowsAreReadInFull() throws {
    var rows = "year,unit,count\n"
    for row in 0..<5000 {
      rows += "2022,N\(row),\(row % 1000 == 999 ? "many" : "\(row)")\(row % 1000 == 3 ? ",4" : "")\n"
    }
    let (folder, package, resource) = try Self.package(.figures(rows))
    defer { withExtendedLifetime(folder) {} }
    // Neighbours are read with them.
    let held = try #require(try SiftedReading.held(resource, package, threads: 3))
    #expect((5...400).contains(held))
    #expect(SiftedReading.difference(resource, package) == nil)
  }

  /// More different texts than are remembered, right and wrong, plain and not.
  @Test(arguments: ["R", "ế", "a  b", "#"]) func manyTexts(beginning: String) throws {
    let rows = (0..<9000).map { "\($0 % 7 == 0 ? "R" : beginning)\($0),1\n" }.joined()
    let table = PackageSketch.Table("figures", fields: ["text", "count:integer"], csv: "text,count\n" + rows)
    let (folder, package, resource) = try Self.package(table)
    defer { withExtendedLifetime(folder) {} }
    #expect(SiftedReading.difference(resource, package, threads: [1, 3]) == nil)
  }

  /// What is said of whole columns depends on all rows, in order.
  @Test(arguments: ["text", "number"]) func identityNumbersAreFound(type: String) throws {
    let fields = type == "text" ? ["code", "count:integer"] : ["code:integer", "count:integer"]
    for share in [2, 3, 100] {
      let rows = (0..<7000).map { row in
        row % share == 0 ? "0012000\(10000 + row),1\n" : "\(type == "text" ? "A" : "")\(row % 6500),1\n"
      }
      let table = PackageSketch.Table("figures", fields: fields, csv: "code,count\n" + rows.joined())
      let (folder, package, resource) = try Self.package(table)
      defer { withExtendedLifetime(folder) {} }
      #expect(SiftedReading.difference(resource, package, threads: [1, 4]) == nil)
    }
  }

  @Test func keysAreComparedOverFiles() throws {
    var table = PackageSketch.Table.figures("year,unit,count\n2022,Hòa,1\n2023,Hòa,1\n")
    table.continuations = ["2024,Hòa,1\n", "2025,Ho\u{300}a,1\n2022,Ho\u{300}a,1\n"]
    let (folder, package, resource) = try Self.package(table)
    defer { withExtendedLifetime(folder) {} }
    #expect(SiftedReading.difference(resource, package) == nil)
  }

  @Test func hashesOfTextsAreTheSameHoweverTheyAreComputed() {
    for length in 0..<40 {
      let text = String("The quick brown fox jumps over the lazy dog".prefix(length))
      let padded = Array(text.utf8) + Array(repeating: 0x7A, count: 8)
      let plain = padded.withUnsafeBufferPointer { bytes in
        bytes.baseAddress.flatMap { KeyHash.plain($0, 0, length) }
      }
      #expect(plain == KeyHash.text(text))
    }
  }

  @Test func duplicateHashesAreFound() {
    var generator = SeededGenerator(seed: 9)
    let lists = (0..<5).map { _ in (0..<9000).map { _ in generator.next() } }
    #expect(!KeySieve.holdDuplicates(lists) && !KeySieve.holdDuplicates([]) && !KeySieve.holdDuplicates([[0]]))
    for value in [lists[3][77], 0, .max] {
      #expect(KeySieve.holdDuplicates(lists + [[value, value]]))
    }
    #expect(KeySieve.holdDuplicates(lists + [[lists[0][0]]]))
  }
}
