import Aggregation
import Datasets
import Findings
import TestSupport
import Testing

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A whole package with one or two damaged files, descriptor and catalogue among them: `check` always answers, the same
/// each time; and a first package is made of a damaged file only if it is valid.
@Suite struct MutatedPackagesTests {
  private static let folder = Repository.path(of: "Tests/Packages/tiny-province")
  private static let rounds = FuzzingEffort.rounds(from: ProcessInfo.processInfo.environment)

  private static func files() throws -> [(name: String, bytes: [UInt8])] {
    try FileManager.default.contentsOfDirectory(atPath: folder).sorted().compactMap { name in
      guard name.hasSuffix(".csv") || name.hasSuffix(".json") || name.hasSuffix(".yaml") else { return nil }
      return (name, Array(try Data(contentsOf: URL(filePath: "\(folder)/\(name)"))))
    }
  }

  @Test(arguments: 0..<(4 * rounds)) func checkAlwaysAnswers(batch: Int) throws {
    let files = try Self.files()
    let mutator = Mutator(splicing: files.map(\.bytes))
    let scratch = try ScratchFolder()
    for file in files { try scratch.write(bytes: file.bytes, to: file.name) }
    var generator = SeededGenerator(seed: 61_000 + batch)
    var invalid = 0
    for number in 0..<100 {
      let victims = (0..<Int.random(in: 1...2, using: &generator)).compactMap { _ in
        files.randomElement(using: &generator)
      }
      for victim in victims {
        try scratch.write(bytes: mutator.damaged(victim.bytes, using: &generator), to: victim.name)
      }
      let start = ContinuousClock.now
      let answer = Self.check(scratch.path)
      #expect(ContinuousClock.now - start < .seconds(30), "batch \(batch), package \(number)")
      switch answer {
      case .success(let findings):
        if findings.contains(where: { $0.severity == .error }) { invalid += 1 }
        for finding in findings where finding.message.english.isEmpty || finding.remedy.vietnamese.isEmpty {
          Issue.record("no words in \(finding.summary)")
        }
      case .failure(.noInput), .failure(.inputOutput): break
      case .failure(let failure): Issue.record("batch \(batch), package \(number), \(victims.map(\.name)): \(failure)")
      }
      if number.isMultiple(of: 20) { #expect(answer == Self.check(scratch.path)) }
      for victim in victims { try scratch.write(bytes: victim.bytes, to: victim.name) }
    }
    #expect(invalid > 20 && invalid < 100, "\(invalid)")
  }

  private static func check(_ folder: String) -> Result<[Finding], Failure> {
    do throws(Failure) { return .success(try PackageCheck.run(folder).findings) } catch { return .failure(error) }
  }

  /// What inference makes of damage: a refusal with a remedy, or a package whose schema the file fulfils.
  @Test(arguments: 0..<(4 * rounds)) func inferenceAnswersOrRefuses(batch: Int) throws {
    let files = try Self.files().filter { $0.name.hasSuffix(".csv") }
    let mutator = Mutator(splicing: files.map(\.bytes))
    var generator = SeededGenerator(seed: 73_000 + batch)
    var made = 0
    for number in 0..<60 {
      let scratch = try ScratchFolder()
      let victim = try #require(files.randomElement(using: &generator))
      try scratch.write(bytes: mutator.damaged(victim.bytes, using: &generator), to: "data.csv")
      do throws(Failure) {
        let draft = try PackageDraft(name: "x", from: [scratch.path(of: "data.csv")])
        made += 1
        guard let package = try? scratch.write(draft) else { continue }
        let result = Self.check(package)
        guard case .success(let findings) = result else {
          Issue.record("batch \(batch), file \(number): \(result)")
          continue
        }
        // The file's own damage may be found; what the draft declares may not be wrong.
        let own = findings.filter { $0.severity == .error && $0.position.file != "data.csv" }
        #expect(own.isEmpty, "batch \(batch), file \(number): \(own.map { "\($0.summary) \($0.message.english)" })")
      } catch {
        guard case .invalid(let findings) = error else {
          Issue.record("batch \(batch), file \(number): \(error)")
          continue
        }
        #expect(!findings.isEmpty && findings.allSatisfy { !$0.remedy.english.isEmpty })
      }
    }
    #expect(made > 10, "\(made)")
  }
}
