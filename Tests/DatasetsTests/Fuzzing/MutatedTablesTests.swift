import Datasets
import Findings
import TestSupport
import Testing

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The dirty files, damaged further, against their schemas: every scan ends, soon, in findings that say where and what
/// to do, and in the same ones each time and through a sieve.
@Suite struct MutatedTablesTests {
  private static let folder = Repository.path(of: "Tests/DatasetsTests/Fixtures/dirty")
  private static let rounds = FuzzingEffort.rounds(from: ProcessInfo.processInfo.environment)

  @Test(arguments: 0..<(8 * rounds)) func everyScanEndsInFindings(batch: Int) throws {
    let scratch = try ScratchFolder()
    var files: [String: [UInt8]] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: Self.folder).sorted()
    where !name.hasSuffix(".findings") {
      files[name] = Array(try Data(contentsOf: URL(filePath: "\(Self.folder)/\(name)")))
      try scratch.write(bytes: files[name] ?? [], to: name)
    }
    let package = try DataPackage.open(scratch.path)
    let resources = package.resources.filter { !$0.paths.isEmpty }
    let mutator = Mutator(splicing: files.keys.sorted().compactMap { files[$0] })
    var generator = SeededGenerator(seed: 52_000 + batch)
    var counts: [String: Int] = [:]
    for number in 0..<500 {
      let resource = try #require(resources.randomElement(using: &generator))
      let bytes = mutator.damaged(files[resource.path] ?? [], using: &generator)
      try scratch.write(bytes: bytes, to: resource.path)
      let start = ContinuousClock.now
      let findings = try Self.scan(resource, package)
      let time = ContinuousClock.now - start
      #expect(time < .seconds(20), "batch \(batch), file \(number), \(resource.name) took \(time)")
      if number.isMultiple(of: 25) { #expect(findings == (try Self.scan(resource, package))) }
      if number.isMultiple(of: 5) {
        let threads = [Int.random(in: 1...8, using: &generator)]
        let difference = SiftedReading.difference(resource, package, threads: threads)
        #expect(difference == nil, "batch \(batch), file \(number)")
      }
      for finding in findings {
        counts[finding.code, default: 0] += 1
        // Another file of the same table is whole, and may be longer.
        let lines = finding.position.file == resource.path ? bytes.count + 2 : .max
        if let problem = Self.problem(finding, lines: lines) {
          Issue.record("batch \(batch), file \(number): \(problem) in \(finding.summary)")
        }
      }
      try scratch.write(bytes: files[resource.path] ?? [], to: resource.path)
    }
    // The damage has to be of many kinds for the run to prove anything.
    #expect(counts.count > 20, "\(counts.keys.sorted())")
  }

  private static func scan(_ resource: ResourceDescriptor, _ package: DataPackage) throws -> [Finding] {
    do throws(Failure) {
      var scanner = try ResourceScanner(resource, of: package)
      return try scanner.scan().findings
    } catch {
      guard case .invalid(let findings) = error else { throw error }
      return findings
    }
  }

  private static func problem(_ finding: Finding, lines: Int) -> String? {
    if let line = finding.position.line, !(1...lines).contains(line) { return "line \(line)" }
    if let column = finding.position.column, column < 1 { return "column \(column)" }
    for text in [finding.message, finding.remedy] where text.vietnamese.isEmpty || text.english.isEmpty {
      return "no words"
    }
    return nil
  }
}
