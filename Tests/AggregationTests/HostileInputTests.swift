import Aggregation
import Catalogue
import Datasets
import Findings
import TestSupport
import Testing
import Values

/// Files that were damaged on the way: every question has an answer or a failure that names the file, and nothing stops
/// the process.
@Suite struct HostileInputTests {
  private static let files = [
    "datapackage.json", "indicators.yaml", "units.csv", "organisations.csv", "membership.csv", "activities.csv",
    "collections.csv", "drives.csv",
  ]

  /// Bits of files that are likely to hurt.
  private static let shards =
    [
      "99999999999999999999999999999999999999", "170141183460469231731687303715884105727", "-", ";", ",", "\"", "\n",
      "\r",
      "\u{0}", "\u{FEFF}", "0", "9999", "10000", "1000", "year", "[", "]", "{", "}", ": ", "*a", "&a ", "- ", "\t",
      "null",
      "A", "O", "B", "P", "X", "X1", "..", "/", "1e9", "-1", "0,0000000000000000000000000000001", "distinct",
      "published",
      "percent", "integer", "number", "string", "date", "Ủ", "U\u{309}", "2021-02-30", "9999-12-31", "0001-01-01",
    ].map { Array($0.utf8) } + [[0xFF], [0xC3], [0xE1, 0xBB], [0x80]]

  private static func damaged(_ bytes: [UInt8], _ generator: inout SeededGenerator) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...6, using: &generator) {
      let start = Int.random(in: 0...bytes.count, using: &generator)
      let end = min(bytes.count, start + Int.random(in: 0...12, using: &generator))
      switch Int.random(in: 0..<5, using: &generator) {
      case 0: bytes.removeSubrange(start..<end)
      case 1: bytes.insert(contentsOf: bytes[start..<end], at: Int.random(in: 0...bytes.count, using: &generator))
      case 2: bytes.replaceSubrange(start..<end, with: shards.randomElement(using: &generator) ?? [])
      case 3: bytes.insert(contentsOf: shards.randomElement(using: &generator) ?? [], at: start)
      default: if start < bytes.count { bytes[start] = UInt8.random(in: 0...255, using: &generator) }
      }
    }
    return bytes
  }

  @Test(arguments: 0..<300) func damageIsReported(seed: Int) throws {
    var generator = SeededGenerator(seed: seed)
    let folder = try ScratchFolder()
    let victim = Self.files.randomElement(using: &generator)
    for file in Self.files {
      let bytes = Array(try Repository.text(of: "Tests/Packages/tiny-province/\(file)").utf8)
      try folder.write(bytes: file == victim ? Self.damaged(bytes, &generator) : bytes, to: file)
    }
    var answers = 0
    do throws(Failure) {
      let dataset = try Dataset.open(folder.path)
      let evaluator = Evaluator(dataset)
      for indicator in dataset.catalogue.indicators {
        for years in [2021...2021, 2019...2022, 1990...2040] {
          for selection in [Selection.whole, Selection(units: ["X2"]), Selection().at("A1", of: "organisation")] {
            do throws(Failure) {
              let observation = try evaluator.observe(indicator, years: years, of: selection)
              #expect((observation.value == nil) == (observation.absence != nil))
              answers += 1
            } catch { Self.expectReason(error, in: victim) }
          }
        }
      }
    } catch {
      Self.expectReason(error, in: victim)
      answers += 1
    }
    #expect(answers > 0 || victim?.hasSuffix("csv") == true)
  }

  private static func expectReason(_ failure: Failure, in victim: String?) {
    switch failure {
    case .invalid(let findings):
      #expect(!findings.isEmpty)
      for finding in findings {
        // A damaged list of units or a damaged descriptor shows in other files, too.
        let isElsewhere =
          victim.map { !$0.hasPrefix("units") && !$0.hasPrefix("organ") && $0.hasSuffix("csv") } ?? false
        #expect(!isElsewhere || finding.position.file == victim)
        #expect(!finding.message.english.isEmpty && !finding.remedy.english.isEmpty)
      }
    case .refused, .noInput: break
    case .usage, .cannotCreate, .inputOutput, .defect: Issue.record("\(failure)")
    }
  }
}
