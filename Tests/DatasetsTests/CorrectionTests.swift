import Datasets
import Findings
import TestSupport
import Testing

/// A value is corrected where a line of the corrections says so, and nowhere else.
@Suite struct CorrectionTests {
  static let header = "resource,row,column,expected,corrected,reason,who,day\n"
  static let figures = "year,unit,count\n2022,A,1\n2022,B,\n2023,A,3\n2023,B/year,4\n"

  private static func brief(_ finding: Finding) -> String { "\(finding.code) \(finding.position)" }

  /// Scans the figures with some lines of corrections.
  private func scan(
    _ lines: String, csv: String = Self.figures, header: String = Self.header,
    table: (String) -> PackageSketch.Table = { .figures($0) }
  ) throws -> (outcome: ScanOutcome, rows: [[String?]], package: DataPackage) {
    let folder = try PackageSketch([table(csv)]).write()
    try folder.write(header + lines, to: "corrections.csv")
    let package = try DataPackage.open(folder.path)
    let resource = try #require(package.resource(named: "figures"))
    var scanner = try ResourceScanner(resource, of: package)
    var rows: [[String?]] = []
    let outcome = try scanner.scan { row, scanner in
      rows.append(row.cells.enumerated().map { scanner.text(of: $1, field: $0) })
      return []
    }
    return (outcome, rows, package)
  }

  @Test(arguments: [
    ("year=2022/unit=A", "count", "1", "7", 0, "corrected-value figures.csv:2:8"),
    ("unit=A/year=2023", "count", "3", "", 2, "corrected-value figures.csv:4:8"),
    ("year=2022/unit=B", "count", "", "12", 1, "corrected-value figures.csv:3:8"),
    ("year=2023/unit=B/year", "unit", "B/year", "B", 3, "corrected-value figures.csv:5:6"),
    ("figures.csv:4/unit=A", "year", "2023", "2024", 2, "corrected-value figures.csv:4:1"),
    ("count=4", "count", "4", "5", 3, "corrected-value figures.csv:5:13"),
  ]) func replacesOneValue(row: String, column: String, old: String, new: String, index: Int, said: String) throws {
    let plain = try scan("").rows
    let (outcome, rows, _) = try scan("figures,\(row),\(column),\(old),\(new),typed wrong,Office,2024-01-05\n")
    var expected = plain
    let field = try #require(["year", "unit", "count"].firstIndex(of: column))
    expected[index][field] = new.isEmpty ? nil : new
    #expect(rows == expected)
    #expect(outcome.findings.map(Self.brief) == [said])
    #expect(outcome.findings.first?.severity == .information && outcome.findings.first?.value == old)
    #expect(!outcome.hasErrors)
  }

  @Test(arguments: [
    ("figures,year=2022/unit=A,count,2,7,r,w,2024-01-05", "stale-correction corrections.csv:2:32"),
    ("figures,year=2021/unit=A,count,1,7,r,w,2024-01-05", "unmatched-correction corrections.csv:2:9"),
    ("figures,figures.csv:9/unit=A,count,1,7,r,w,2024-01-05", "unmatched-correction corrections.csv:2:9"),
    ("figures,figures.csv:3/unit=A,count,1,7,r,w,2024-01-05", "unmatched-correction corrections.csv:2:9"),
    ("figures,unit=A,count,1,7,r,w,2024-01-05", "ambiguous-correction corrections.csv:2:9"),
    (
      "figures,year=2022/unit=A,count,1,7,r,w,2024-01-05\nfigures,figures.csv:2/unit=A,count,1,8,r,w,2024-01-05",
      "repeated-correction corrections.csv:3:9"
    ),
  ]) func whatDoesNotFitIsAnError(lines: String, said: String) throws {
    let (outcome, rows, _) = try scan(lines + "\n")
    #expect(outcome.findings.filter { $0.severity == .error }.map(Self.brief) == [said])
    #expect(outcome.hasErrors)
    #expect(rows.count == 4)
  }

  @Test(arguments: [
    ("figure,year=2022/unit=A,count,1,7,r,w,2024-01-05", "unknown-correction corrections.csv:2:1"),
    ("corrections,year=2022/unit=A,count,1,7,r,w,2024-01-05", "unknown-correction corrections.csv:2:1"),
    ("figures,year=2022/unit=A,counts,1,7,r,w,2024-01-05", "unknown-correction corrections.csv:2:26"),
    ("figures,year 2022,count,1,7,r,w,2024-01-05", "unknown-correction corrections.csv:2:9"),
    ("figures,figures.csv:2,count,1,7,r,w,2024-01-05", "unknown-correction corrections.csv:2:9"),
    ("figures,other.csv:2/unit=A,count,1,7,r,w,2024-01-05", "unknown-correction corrections.csv:2:9"),
    ("figures,unit=A/unit=B,count,1,7,r,w,2024-01-05", "unknown-correction corrections.csv:2:9"),
    ("figures,year=2022/unit=A,count,1,1,r,w,2024-01-05", "idle-correction corrections.csv:2:34"),
    ("figures,year=2022/unit=A,count,1,7,,w,2024-01-05", "required-missing corrections.csv:2:36"),
    ("figures,year=2022/unit=A,count,1,7,r,,2024-01-05", "required-missing corrections.csv:2:38"),
    ("figures,year=2022/unit=A,count,1,7,r,w,5/1/2024", "type-error corrections.csv:2:40"),
    ("figures,year=2022", "ragged-row corrections.csv:2:1"),
  ]) func wrongLinesAreFoundWhenThePackageIsOpened(line: String, said: String) throws {
    let (outcome, _, package) = try scan(line + "\n")
    #expect(package.corrections.findings.map(Self.brief) == [said])
    #expect(package.corrections.list.isEmpty && outcome.findings.isEmpty)
  }

  @Test func aColumnWithNamesOfPersonsIsRefused() throws {
    let (_, _, package) = try scan("", header: "resource,row,column,expected,corrected,reason,full_name,day\n")
    #expect(package.corrections.findings.map(\.code).contains("personal-data"))
  }

  @Test func aTableWithoutAKeyIsNamedByItsLine() throws {
    let (outcome, rows, _) = try scan("figures,figures.csv:2,count,1,7,r,w,2024-01-05\n") {
      .figures($0, schema: [])
    }
    #expect(outcome.findings.map(\.code) == ["corrected-value"])
    #expect(rows[0][2] == "7")
  }

  @Test func whatIsCorrectedIsCheckedLikeAnyOtherText() throws {
    let (outcome, rows, _) = try scan(
      "figures,year=2022/unit=A,count,1,x,r,w,2024-01-05\nfigures,year=2022/unit=B,unit,B,A,r,w,2024-01-05\n")
    #expect(
      outcome.findings.filter { $0.severity == .error }.map { "\(Self.brief($0)) \($0.value ?? "")" }
        == ["type-error figures.csv:2:8 x", "duplicate-key figures.csv:3:1 2022"])
    #expect(outcome.findings.first { $0.code == "type-error" }?.message.english.contains("corrections.csv:2") == true)
    #expect(rows[0][2] == nil)
  }

  @Test func aWrongKeyIsCorrectedWhereItStands() throws {
    let twice = "year,unit,count\n2022,A,1\n2022,A,2\n"
    let (outcome, rows, _) = try scan("figures,figures.csv:3/unit=A,unit,A,B,r,w,2024-01-05\n", csv: twice)
    #expect(!outcome.hasErrors)
    #expect(rows.map { $0[1] } == ["A", "B"])
  }

  @Test func textsAreEqualInEveryFormOfUnicode() throws {
    let (outcome, _, _) = try scan(
      "figures,year=2022/unit=Tiên,count,1,7,r,w,2024-01-05\n", csv: "year,unit,count\n2022,Tie\u{302}n,1\n")
    #expect(!outcome.hasErrors && outcome.findings.map(\.code).contains("corrected-value"))
  }

  @Test func aDeclaredFileHasItsOwnDialect() throws {
    let folder = try PackageSketch([
      .figures(Self.figures),
      .init(
        "corrections", fields: ["resource", "row", "column", "expected", "corrected", "reason", "who", "day:date"],
        properties: [#""dialect": {"delimiter": ";"}"#],
        csv: "resource;row;column;expected;corrected;reason;who;day\nfigures;count=1;count;1;7;a, b;w;2024-01-05\n"),
    ]).write()
    let package = try DataPackage.open(folder.path)
    #expect(package.corrections.findings.isEmpty)
    #expect(package.corrections.list.map(\.reason) == ["a, b"])
  }

  /// The same rows as if someone had changed the file.
  @Test(arguments: 1...30) func correctingIsChangingTheFile(seed: Int) throws {
    var random = SeededGenerator(seed: seed)
    var cells: [[String]] = []
    for year in 2015...2020 {
      for unit in ["A", "B", "C", "D"] {
        cells.append(["\(year)", unit, Bool.random(using: &random) ? "" : "\(Int.random(in: 0...20, using: &random))"])
      }
    }
    var changed = cells
    var lines = ""
    for index in cells.indices.shuffled(using: &random).prefix(Int.random(in: 1...9, using: &random)) {
      let new = "\(Int.random(in: 21...99, using: &random))"
      let row = cells[index]
      let place = Bool.random(using: &random) ? "" : "figures.csv:\(index + 2)/"
      lines += "figures,\(place)unit=\(row[1])/year=\(row[0]),count,\(row[2]),\(new),r,w,2024-01-05\n"
      changed[index][2] = new
    }
    func text(_ rows: [[String]]) -> String {
      "year,unit,count\n" + rows.map { $0.joined(separator: ",") + "\n" }.joined()
    }
    let corrected = try scan(lines, csv: text(cells))
    #expect(!corrected.outcome.hasErrors)
    #expect(corrected.rows == (try scan("", csv: text(changed)).rows))
  }
}
