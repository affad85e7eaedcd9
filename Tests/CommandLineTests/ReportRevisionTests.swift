import Foundation
import TestSupport
import Testing

/// What `revise` says of a report against the two reports themselves, read by another reader.
@Suite struct ReportRevisionTests {
  /// One edit of the data: which file, the beginning of the row, and what stands there instead.
  struct Edit: Sendable, CustomTestStringConvertible {
    var package: String
    var report: String
    var file: String
    var old: String
    var new: String
    var testDescription: String { "\(file): \(old) → \(new)" }
  }

  static let edits = [
    Edit(
      package: "datasets/kien-giang", report: "decade", file: "membership.csv", old: "2019,906,HND,19774,32148,",
      new: "2019,906,HND,19774,32248,"),
    // The last year stands in sentences, too.
    Edit(
      package: "Tests/Packages/tiny-province", report: "review", file: "membership.csv", old: "2022;X1;A1;",
      new: "2022;X1;A1;1"),
    Edit(
      package: "Tests/Packages/tiny-province", report: "review", file: "activities.csv", old: "2020;X2;",
      new: "2020;X2;1"),
  ]

  @Test(arguments: edits) func nothingMoreAndNothingLess(edit: Edit) async throws {
    try await withTemporaryFolder { folder in
      let shell = Shell(folder: folder, environment: try Surroundings.environment(home: folder))
      let source = Surroundings.root.appending(path: edit.package)
      for name in ["old", "new"] {
        try FileManager.default.copyItem(at: source, to: folder.appending(path: name))
      }
      let file = folder.appending(path: "new/\(edit.file)")
      let text = try String(contentsOf: file, encoding: .utf8)
      #expect(text.contains(edit.old))
      try text.replacing(edit.old, with: edit.new, maxReplacements: 1).write(
        to: file, atomically: true, encoding: .utf8)
      let definition =
        edit.report == "decade" ? "$ROOT/reports/decade" : "$ROOT/\(edit.package)/reports/\(edit.report)"
      for name in ["old", "new"] {
        let made = try await shell.run("thapnien report \(definition) --data \(name) -o \(name)-report")
        #expect(made.code == 0, "\(made.errors)")
      }
      let outcome = try await shell.run("thapnien revise old new --report \(definition) --format json")
      #expect(outcome.code == 1, "\(outcome.errors)")
      let json = try #require(
        try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
      let places = try #require(json["places"] as? [[String: Any]])
      var cells: Set<String> = []
      var lines: (gone: Set<Int>, come: Set<Int>) = ([], [])
      for place in places {
        if let sheet = place["sheet"] as? String, let cell = place["cell"] as? String {
          cells.insert("\(sheet)!\(cell)")
        } else {
          if let line = place["old_line"] as? Int { lines.gone.insert(line) }
          if let line = place["new_line"] as? Int { lines.come.insert(line) }
        }
      }
      #expect(cells == (try differentCells(folder, edit.report)))
      try expectLines(lines, folder, edit.report)
      #expect(!cells.isEmpty)
    }
  }

  private func differentCells(_ folder: URL, _ report: String) throws -> Set<String> {
    let books = try ["old", "new"].map {
      try ReadWorkbook(path: folder.appending(path: "\($0)-report/\(report).xlsx").path)
    }
    #expect(books[0].sheetNames == books[1].sheetNames)
    var different: Set<String> = []
    for sheet in books[0].sheetNames {
      let sides = books.map { $0.cells[sheet] ?? [:] }
      for reference in Set(sides.flatMap(\.keys)) {
        let cells = sides.map { $0[reference] }
        if cells[0]?.text != cells[1]?.text || cells[0]?.number != cells[1]?.number {
          different.insert("\(sheet)!\(reference)")
        }
      }
    }
    return different
  }

  /// Without the lines that are said to have gone and come, both briefings are the same.
  private func expectLines(
    _ lines: (gone: Set<Int>, come: Set<Int>), _ folder: URL, _ report: String
  ) throws {
    let texts = try ["old", "new"].map {
      try String(contentsOf: folder.appending(path: "\($0)-report/\(report).txt"), encoding: .utf8)
        .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }
    func kept(_ text: [String], _ left: Set<Int>) -> [String] {
      text.enumerated().filter { !left.contains($0.offset + 1) }.map(\.element)
    }
    #expect(kept(texts[0], lines.gone) == kept(texts[1], lines.come))
    // And no more of them than there have to be.
    let difference = texts[1].difference(from: texts[0])
    #expect(lines.gone.count + lines.come.count == difference.count)
  }
}
