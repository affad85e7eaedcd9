import Catalogue
import Datasets
import Findings
import TestSupport
import Testing
import Values

@testable import Aggregation

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What is kept beside large files: the same answers with and without it, and nothing old after any change.
@Suite struct CellCacheTests {
  /// A package whose cells hold all that cells can: decimals, absences, flags, a register, several files, distinct values.
  private final class Package {
    let folder: ScratchFolder
    var use = CacheUse(program: "test 1", smallestSize: 0, grain: 0)
    /// What is read in place of its files.
    var substitutes: [FileSubstitute] = []

    init() throws {
      var figures = PackageSketch.Table(
        "figures",
        fields: ["year:year", "unit", "organisation", "members:number", "score:number", "status", "person"],
        properties: [#""illustrative": true"#],
        csv: """
          year,unit,organisation,members,score,status,person
          2021,A,X,12.50,1,,p1
          2021,A,Y,,,L,
          2021,B,X,-3,,P,p1
          2022,A,X,7,1,B,p3
          2022,B,Y,123456789012345678.25,1,,p3

          """)
      figures.continuations = ["2023,A,X,1.5,1,,p1\n2023,B,Ữ,2,1,E,p9\n"]
      let campaigns = PackageSketch.Table(
        "campaigns", fields: ["code", "unit", "start:year", "end:year"],
        csv: "code,unit,start,end\nC1,A,2020,2022\nC2,B,2021,\n")
      let units = PackageSketch.Table(
        "units", fields: ["code", "parent", "level", "name"],
        csv: "code,parent,level,name\nP,,province,P\nA,P,district,A\nB,P,district,B\n")
      let organisations = PackageSketch.Table(
        "organisations", fields: ["code", "name"], csv: "code,name\nX,X\nY,Y\nỮ,Ữ\n")
      folder = try PackageSketch(
        [figures, campaigns, units, organisations],
        catalogue: """
          catalogue: 1
          title: {vi: T, en: T}
          dimensions:
            unit: {resource: units, key: code, parent: parent, level: level, names: {vi: name, en: name}}
            organisation: {resource: organisations, key: code, names: {vi: name, en: name}}
          resources:
            figures: {period: year, unit: unit, level: district, dimensions: {organisation: organisation}, flags: status}
            campaigns: {active: [start, end], unit: unit, level: district}
          measures:
            members: {resource: figures, column: members, kind: stock}
            scores: {resource: figures, column: score, kind: flow}
            rows: {resource: figures, column: score, kind: count}
            persons: {resource: figures, column: person, kind: distinct}
            campaigns: {resource: campaigns, column: code, kind: distinct}
          indicators:
            members: {names: {vi: M, en: M}, value: members, unit: number, decimals: 2}

          """
      ).write()
    }

    func plan(_ resource: String = "figures") throws -> AggregationPlan {
      try #require(Dataset.open(folder.path, replacing: substitutes, cache: use).plan(for: resource))
    }

    /// The table of a resource, and whether it was read from its files.
    func table(_ resource: String = "figures") throws -> (table: CellTable, isRead: Bool) {
      var isRead = false
      let plan = try plan(resource)
      let table = try CellCache.table(of: plan) { () throws(Failure) in
        isRead = true
        return try NativeEngine().run(plan)
      }
      return (table, isRead)
    }

    /// Longer than a tick of any kernel's clock, by which files are dated.
    func settle() { usleep(30_000) }

    func entries() throws -> [String] {
      let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path(of: CellCache.folderName))
      return (names ?? []).filter { $0.hasSuffix(".cells") }.map { "\(CellCache.folderName)/\($0)" }
    }
  }

  private static func isSame(_ left: CellTable, _ right: CellTable) -> Bool {
    guard left.rows == right.rows, left.years == right.years,
      left.cells.mapValues({ Set($0.keys) }) == right.cells.mapValues({ Set($0.keys) }),
      left.registers.keys == right.registers.keys
    else { return false }
    for (measure, cells) in left.cells {
      for (key, cell) in cells {
        guard let other = right.cells[measure]?[key], "\(Self.words(cell))" == "\(Self.words(other))" else {
          return false
        }
      }
    }
    return left.registers.allSatisfy { name, entries in
      entries.map { "\($0)" } == right.registers[name]?.map { "\($0)" }
    }
  }

  private static func words(_ cell: MeasureCell) -> [String] {
    [
      "\(cell.sum.value) \(cell.sum.value.scale)", "\(cell.present) \(cell.passed) \(cell.absent)",
      "\(cell.absences.rawValue) \(cell.flags.rawValue)", "\(cell.lines.byPart)", "\(String(describing: cell.cutOff))",
      "\(cell.values.sorted())",
      "\(cell.later.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value.sum.value) \($0.value.present)" })",
    ]
  }

  @Test(arguments: ["figures", "campaigns"]) func theSecondQuestionReadsNothing(resource: String) throws {
    let package = try Package()
    package.settle()
    let first = try package.table(resource)
    let second = try package.table(resource)
    #expect(first.isRead && !second.isRead)
    #expect(Self.isSame(first.table, second.table))
    #expect(try package.folder.text(of: ".thapnien/.gitignore") == "*\n")
  }

  @Test func nothingIsKeptUnlessAskedFor() throws {
    let package = try Package()
    package.settle()
    package.use.smallestSize = 1 << 20
    _ = try package.table()
    #expect(try package.table().isRead)
    #expect(!FileManager.default.fileExists(atPath: package.folder.path(of: CellCache.folderName)))
  }

  /// Neither of the resource itself nor of one that its rows refer to; what was kept before stays.
  @Test(arguments: ["figures", "units"]) func whatIsReadFromAnotherFileIsNotKept(resource: String) throws {
    let package = try Package()
    package.settle()
    let own = try package.table().table
    let other = try ScratchFolder()
    // As old as a file has to be.
    try other.write(package.folder.text(of: "\(resource).csv").replacing("12.50", with: "99.50"), to: "other.csv")
    package.settle()
    let path = other.path(of: "other.csv")
    package.substitutes = [FileSubstitute(resource: resource, name: path, path: path)]
    for _ in 0..<2 {
      let found = try package.table()
      #expect(found.isRead)
      #expect(Self.isSame(found.table, try NativeEngine().run(package.plan())))
    }
    #expect(Self.isSame(try package.table().table, own) == (resource == "units"))
    package.substitutes = []
    let again = try package.table()
    #expect(!again.isRead && Self.isSame(again.table, own))
  }

  enum Change: CaseIterable {
    case sameSize, size, replaced, touched, second, descriptor, catalogue, units, organisations, program, measures
  }

  /// Whatever a table depends on, nothing old is used once it has changed.
  @Test(arguments: Change.allCases) func everyChangeIsSeen(change: Change) throws {
    let package = try Package()
    let folder = package.folder
    package.settle()
    _ = try package.table()
    #expect(try !package.table().isRead)
    func rewrite(_ file: String, _ change: (String) -> String) throws {
      try folder.write(change(try folder.text(of: file)), to: file)
    }
    switch change {
    case .sameSize: try rewrite("figures.csv") { $0.replacing("12.50", with: "12.75") }
    case .size: try rewrite("figures.csv") { $0.replacing("12.50", with: "112.50") }
    case .replaced:
      try folder.write(try folder.text(of: "figures.csv"), to: "other.csv")
      try FileManager.default.removeItem(atPath: folder.path(of: "figures.csv"))
      try FileManager.default.moveItem(atPath: folder.path(of: "other.csv"), toPath: folder.path(of: "figures.csv"))
    case .touched: try rewrite("figures.csv") { $0 }
    case .second: try rewrite("figures.2.csv") { $0.replacing("1.5", with: "2.5") }
    case .descriptor: try rewrite(DataPackage.descriptorName) { $0 + " " }
    case .catalogue: try rewrite(Catalogue.fileName) { $0 + "# x\n" }
    case .units: try rewrite("units.csv") { $0 + "C,P,district,C\n" }
    case .organisations: try rewrite("organisations.csv") { $0 + "Z,Z\n" }
    case .program: package.use.program = "test 2"
    case .measures: try rewrite(Catalogue.fileName) { $0.replacing("kind: flow", with: "kind: stock") }
    }
    package.settle()
    let after = try package.table()
    #expect(after.isRead)
    #expect(Self.isSame(after.table, try NativeEngine().run(package.plan())))
    #expect(try !package.table().isRead, "what is new is kept again")
  }

  /// A file that was modified within the clock's grain of its reading may have been modified after it, too.
  @Test func aFreshFileCountsAsAnother() throws {
    let package = try Package()
    package.use.grain = 3_600_000_000_000
    package.settle()
    _ = try package.table()
    #expect(try package.entries() == [])
    let old = try package.folder.text(of: "figures.csv")
    try package.folder.write(old.replacing("12.50", with: "99.50"), to: "figures.csv")
    let after = try package.table()
    #expect(after.isRead)
    #expect(Self.isSame(after.table, try NativeEngine().run(package.plan())))
    // What a clock of a finer grain has kept is not used by one of a coarser grain.
    package.use.grain = 0
    package.settle()
    _ = try package.table()
    #expect(try package.entries().count == 1)
    #expect(try !package.table().isRead)
    package.use.grain = 3_600_000_000_000
    #expect(try package.table().isRead)
  }

  /// Whatever has become of an entry, it is read as it was written, or not at all, and written anew.
  @Test(arguments: 0..<40) func aDamagedEntryIsNotUsed(seed: Int) throws {
    let package = try Package()
    package.settle()
    let truth = try package.table().table
    let entry = try #require(try package.entries().first)
    var generator = SeededGenerator(seed: 5_000 + seed)
    let bytes = try package.folder.bytes(of: entry)
    var damaged = Mutator(splicing: [bytes]).damaged(bytes, using: &generator)
    if seed == 0 { damaged = [] }
    if seed == 1 { damaged = Array(bytes.dropLast()) }
    if seed == 2 { damaged = bytes + [0] }
    try package.folder.write(bytes: damaged, to: entry)
    let after = try package.table()
    #expect(after.isRead == (damaged != bytes))
    #expect(Self.isSame(after.table, truth))
    #expect(try !package.table().isRead)
  }

  /// Whatever bytes there are, they are read or refused, and never read beyond their end.
  @Test func anyBytesAreReadOrRefused() throws {
    var generator = SeededGenerator(seed: 6_000)
    let package = try Package()
    let whole = try #require(CellTableCoding.bytes(of: NativeEngine().run(package.plan())))
    #expect(CellTableCoding.table(whole[...]) != nil && CellTableCoding.table((whole + [0])[...]) == nil)
    for end in whole.indices { #expect(CellTableCoding.table(whole[..<end]) == nil) }
    for _ in 0..<5000 {
      var bytes = whole
      for _ in 0..<3 {
        bytes[Int.random(in: 0..<bytes.count, using: &generator)] = UInt8.random(in: 0...255, using: &generator)
      }
      _ = CellTableCoding.table(bytes.prefix(Int.random(in: 0...bytes.count, using: &generator)))
    }
  }

  @Test func numbersAndTextsComeBack() throws {
    var generator = SeededGenerator(seed: 7_000)
    var writer = ByteWriter()
    var integers = [0, 1, -1, .max, .min, 63, 64, -64, -65]
    for shift in 0..<64 { integers.append(Int.random(in: .min ... .max, using: &generator) >> shift) }
    let wide: [Int128] = [0, -1, .max, .min, 1 << 64, -(1 << 64)]
    let texts: [String?] = [nil, "", "ữ", "a", "ữ", nil, String(repeating: "x", count: 300), "a"]
    for number in integers { writer.add(number) }
    for number in wide { writer.add(number) }
    for text in texts { writer.add(text) }
    var reader = ByteReader(writer.bytes[...])
    for number in integers { #expect(try reader.integer() == number) }
    for number in wide { #expect(try reader.wide() == number) }
    for text in texts { #expect(try reader.text() == text) }
    #expect(reader.isAtEnd)
  }

  /// Several at once find an entry, or none, and all of them the same figures.
  @Test func manyAtOnce() async throws {
    let package = try Package()
    package.settle()
    let plan = try package.plan()
    let truth = try NativeEngine().run(plan)
    let same = try await withThrowingTaskGroup(of: Bool.self) { group in
      for _ in 0..<16 {
        group.addTask {
          let table = try CellCache.table(of: plan) { () throws(Failure) in try NativeEngine().run(plan) }
          return Self.isSame(table, truth)
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(same == Array(repeating: true, count: 16))
    #expect(try !package.table().isRead)
    let names = try FileManager.default.contentsOfDirectory(atPath: package.folder.path(of: CellCache.folderName))
    #expect(names.filter { $0.hasSuffix(".part") } == [])
  }

  /// No folder can be made, or something else is in its place: as if there were no cache.
  @Test func withoutAFolder() throws {
    let package = try Package()
    try package.folder.write("mine", to: CellCache.folderName)
    package.settle()
    let first = try package.table()
    #expect(first.isRead)
    #expect(Self.isSame(first.table, try NativeEngine().run(package.plan())))
    #expect(try package.table().isRead)
    #expect(try package.folder.text(of: CellCache.folderName) == "mine")
  }

  /// A link could lead out of the package.
  @Test func aLinkIsNotFollowed() throws {
    let package = try Package()
    let elsewhere = try ScratchFolder()
    try FileManager.default.createSymbolicLink(
      atPath: package.folder.path(of: CellCache.folderName), withDestinationPath: elsewhere.path)
    package.settle()
    _ = try package.table()
    #expect(try package.table().isRead)
    #expect(try FileManager.default.contentsOfDirectory(atPath: elsewhere.path) == [])
  }

  /// A table that cannot be read leaves nothing behind that could be used.
  @Test func errorsAreNotKept() throws {
    let package = try Package()
    try package.folder.write("year,unit,organisation,members,score,status,person\n2021,Q,X,1,1,,p\n", to: "figures.csv")
    package.settle()
    for _ in 0..<2 { #expect(throws: Failure.self) { try package.table() } }
    #expect(try package.entries() == [])
  }
}
