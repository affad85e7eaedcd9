import Language
import Testing
import Values

@testable import Rendering

/// Where what is printed does not subtract to a printed difference, a note says why; otherwise there is none.
@Suite struct RoundingNoteTests {
  private static func number(_ text: String) throws -> GridCell { .number(try #require(ExactDecimal(text))) }

  private static func grid(_ rows: [[GridCell]], totals: [[GridCell]] = []) -> Grid {
    Grid(
      columns: ["before", "after", "change"].map { Grid.Column(key: $0, heading: $0, kind: .number(.plain)) },
      rows: rows,
      totals: totals)
  }

  @Test(
    arguments: [
      // 60.844 to 61.254: +0.410, and +0.42 of 60.839 and 61.254.
      ("60.84", "61.25", "0.41", false), ("60.84", "61.25", "0.42", true), ("9.20", "8.31", "-0.88", true),
      ("9.20", "8.31", "-0.89", false), ("1.50", "1.5", "0", false),
    ])
  func printedDifferencesAreThoseOfPrintedValues(
    before: String, after: String, change: String, isNoted: Bool
  ) throws {
    let row = [try Self.number(before), try Self.number(after), try Self.number(change)]
    for var grid in [Self.grid([row]), Self.grid([], totals: [row])] {
      grid.noteRounding("change", of: "after", and: "before", in: .english)
      #expect(grid.footnotes == (isNoted ? [Messages.changesFromUnrounded.english] : []))
      // Said once.
      grid.noteRounding("change", of: "after", and: "before", in: .english)
      #expect(grid.footnotes.count == (isNoted ? 1 : 0))
    }
    var fromOne = Self.grid([row])
    fromOne.noteRounding("change", of: "after", and: try Self.number(before), in: .vietnamese)
    #expect(fromOne.footnotes == (isNoted ? [Messages.changesFromUnrounded.vietnamese] : []))
  }

  @Test func whatIsNoNumberIsNoDifference() throws {
    var grid = Self.grid([[.absent(.missing), try Self.number("1"), try Self.number("5")]])
    grid.noteRounding("change", of: "after", and: "before", in: .english)
    grid.noteRounding("change", of: "after", and: "nothing", in: .english)
    #expect(grid.footnotes.isEmpty)
  }
}
