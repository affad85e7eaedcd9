import Datasets
import Foundation
import Language
import Reports
import Testing

@testable import Auditing

/// The samples that are shipped, as their readers have them: each number of each briefing is in its ledger, and nothing else
/// with a digit stands there.
@Suite struct SampleBriefingTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("reports/samples").path

  static let samples =
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted().filter {
      TextFile.exists("\(folder)/\($0)/\($0).ledger.json")
    }

  @Test func thereAreSamples() { #expect(Self.samples.count >= 4) }

  @Test(arguments: samples)
  func everyNumberIsInTheLedger(sample: String) throws {
    let delivered = try DeliveredReport.open("\(Self.folder)/\(sample)")
    let file = delivered.briefingFile
    let places = LedgerPlaces(delivered.ledger, file: file)
    let text = try TextFile.read(delivered.path(of: file), called: file)
    #expect(BriefingAudit(text: text, places: places, file: file).run() == [])
    // Word by word, in another way: each stands at its line and column, in a figure or a label.
    let entries = Set(delivered.ledger.entries.map(\.id))
    #expect(delivered.ledger.places.keys.allSatisfy(entries.contains))
    var words = 0
    for (index, line) in BriefingAudit.lines(of: text).enumerated() {
      let letters = Array(line)
      let marks = (places.lines[index + 1] ?? []).map { $0.column - 1..<$0.column - 1 + $0.text.count }
      for place in letters.indices where DigitWords.isDigit(letters[place]) {
        words += 1
        #expect(marks.contains { $0.contains(place) }, "\(file):\(index + 1):\(place + 1): \(line)")
      }
    }
    #expect(words > 100)
    // A check that never saw a wrong number caught proves nothing.
    let number = try #require(
      places.lines.keys.sorted().first { !(places.lines[$0] ?? []).filter { $0.figure != nil }.isEmpty })
    let mark = try #require(places.lines[number]?.first { $0.figure != nil })
    var lines = BriefingAudit.lines(of: text)
    lines[number - 1] = lines[number - 1].replacing(mark.text, with: "9" + mark.text)
    let planted = BriefingAudit(text: lines.joined(separator: "\n"), places: places, file: file).run()
    #expect(planted.contains { $0.figure == mark.figure })
  }
}
