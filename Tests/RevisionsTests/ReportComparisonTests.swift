import Reports
import Revisions
import TestSupport
import Testing

@Suite struct ReportComparisonTests {
  private func report(_ lines: [String], _ cells: [(String, String)], figures: [(String, Int)] = []) -> ReportContents {
    ReportContents(
      briefing: "r.txt", lines: lines, workbook: "r.xlsx",
      cells: cells.map { .init(sheet: "S", reference: $0.0, text: $0.1) },
      places: figures.map { FigurePlace(figure: FigureID($0.0), file: "r.txt", spot: .line($0.1), printed: "") })
  }

  @Test func cellsAreComparedByTheirPlace() {
    let old = report([], [("A1", "x"), ("B1", "1"), ("C1", "gone")])
    let new = report([], [("A1", "x"), ("B1", "2"), ("D1", "come")])
    let found = ReportComparison.run(old, new)
    #expect(found.map(\.old) == ["1", nil, "gone"])
    #expect(found.map(\.new) == ["2", "come", nil])
    #expect(found.map(\.spot) == ["B1", "D1", "C1"].map { .cell(sheet: "S", reference: $0) })
  }

  @Test func linesThatMoveDownAreNoDifference() {
    let old = report(["a", "b 1", "c"], [], figures: [("b@1", 2)])
    let new = report(["new", "a", "b 2", "c"], [], figures: [("b@1", 3)])
    let found = ReportComparison.run(old, new)
    #expect(found.map(\.spot) == [.line(old: nil, new: 1), .line(old: 2, new: 3)])
    #expect(found[1].figures == [FigureID("b@1")])
  }

  /// What is said to have gone and come, applied to the old text, gives the new one.
  @Test(arguments: 0..<100) func randomTexts(seed: Int) {
    var random = SeededGenerator(seed: seed)
    func text() -> [String] {
      (0..<Int.random(in: 0...12, using: &random)).map { _ in "\(Int.random(in: 0...3, using: &random))" }
    }
    let (old, new) = (text(), text())
    var kept = old.map { Optional($0) }
    var come: [Int: String] = [:]
    for revision in ReportComparison.run(report(old, []), report(new, [])) {
      guard case .line(let was, let now) = revision.spot else { continue }
      if let was {
        #expect(revision.old == old[was - 1])
        kept[was - 1] = nil
      }
      if let now { come[now] = revision.new }
      #expect(was != nil || now != nil)
    }
    var rest = kept.compactMap { $0 }[...]
    let rebuilt = new.indices.map { come[$0 + 1] ?? rest.popFirst() ?? "" }
    #expect(rebuilt == new && rest.isEmpty)
  }
}
