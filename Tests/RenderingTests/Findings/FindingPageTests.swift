import Datasets
import Findings
import Language
import TestSupport
import Testing

@testable import Rendering

/// The view of findings for people.
@Suite struct FindingPageTests {
  @Test(arguments: Array(5...40))
  func theCellStaysInSight(width: Int) {
    let window = RowWindow(before: "2022,Hòn Đất,漢字,", marked: "ước 215", after: ",buổi,ghi chú rất dài,2022-12-31")
    let (row, marks) = window.lines(width: width)
    #expect(DisplayWidth.of(row) <= width && DisplayWidth.of(marks) <= width)
    // The carets stand under the cell or what is left of it.
    let start = marks.prefix { $0 == " " }.count
    var column = 0
    var under = ""
    for character in row {
      if column >= start, column < marks.count { under.append(character) }
      column += DisplayWidth.of(character)
    }
    #expect("ước 215".hasPrefix(under.hasSuffix("…") ? String(under.dropLast()) : under) && !under.isEmpty)
    if width >= 12 { #expect(under == "ước 215") }
  }

  @Test func withoutAWidthNothingIsCut() {
    let window = RowWindow(before: String(repeating: "a", count: 5000), marked: "", after: "b")
    let (row, marks) = window.lines(width: nil)
    #expect(row.count == 5001 && marks == DisplayWidth.spaces(5000) + "^")
  }

  private static func page(width: Int?, examples: Int?, limit: Int = 1000, style: TextStyle = .plain) throws -> String {
    let rows = (1...6).map { "2022,N\($0),x\u{1B}[31m\($0)\n" }.joined()
    let table = PackageSketch.Table(
      "figures", fields: ["year:year", "unit", "count:integer"], csv: "year,unit,count\n\(rows)2023,N1\n")
    let folder = try PackageSketch([table]).write()
    let package = try DataPackage.open(folder.path)
    var scanner = try ResourceScanner(package.resources[0], of: package, limit: limit)
    let list = try scanner.scan().list
    let groups = FindingGroup.groups(list.findings, counts: list.counts, examples: examples)
    let excerpts = SourceExcerpts.read(
      groups.flatMap(\.shown), counted: list.counts.keys, in: folder.path, package: package)
    return FindingPage(language: .english, width: width, style: style).string(groups, excerpts: excerpts)
  }

  @Test func aTerminalSeesAFewOfEachGroup() throws {
    let page = try Self.page(width: 80, examples: 2)
    #expect(
      page == """
        figures.csv: 6 errors [type-error]
        figures.csv:2:9: error [type-error] 'x�[31m1' in column 'count' is not a number.
          2 | 2022,N1,x�[31m1
            |         ^^^^^^^
        figures.csv:3:9: error [type-error] 'x�[31m2' in column 'count' is not a number.
          3 | 2022,N2,x�[31m2
            |         ^^^^^^^
          … and 4 more, on lines 4, 5, 6, 7
          → Write a number only; words and units have other columns.

        figures.csv:8:1: error [ragged-row] The row has 2 fields, the header 3.
          8 | 2023,N1
            | ^^^^^^^
          → Look for a delimiter too many or too few; put quotes around text that holds one.

        """)
  }

  @Test func aPipeSeesAllThatIsKept() throws {
    let page = try Self.page(width: nil, examples: nil)
    #expect(page.split(separator: "\n").count { $0.contains("[type-error] ") } == 6)
    #expect(!page.contains("more") && !page.contains("\u{1B}"))
    #expect(try Self.page(width: nil, examples: nil, limit: 4).contains("… and 2 more\n"))
  }

  @Test func groupsThatAreOnlyCountedAreSaid() throws {
    let page = try Self.page(width: 80, examples: 3, limit: 2)
    #expect(page.contains("figures.csv: 6 errors [type-error]") && page.contains("… and 4 more\n"), "\(page)")
    #expect(!page.contains("[ragged-row] The"))
  }

  @Test func colourIsOnlyWhereItIsWanted() throws {
    #expect(try Self.page(width: 80, examples: 1, style: TextStyle(isColored: true)).contains("\u{1B}[31m^^^^^^^"))
  }
}
