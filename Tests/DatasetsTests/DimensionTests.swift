import Datasets
import Findings
import TestSupport
import Testing
import Values

@Suite struct DimensionTests {
  private static let columns = DimensionColumns(
    key: "code", parent: "parent", level: "level", validFrom: "from", validTo: "to", vietnameseName: "vi",
    englishName: "en", vietnameseType: "type")

  private static func read(_ rows: String) throws -> Dimension {
    let table = PackageSketch.Table(
      "units", fields: ["code", "vi", "en", "type", "level", "parent", "from:date", "to:date"],
      csv: "code,vi,en,type,level,parent,from,to\n" + rows)
    let folder = try PackageSketch([table]).write()
    let package = try DataPackage.open(folder.path)
    return try DimensionReader.read(
      "unit", columns: columns, of: #require(package.resource(named: "units")), in: package)
  }

  private static func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(iso: text)) }

  @Test func keepsMembersInTheOrderOfTheFile() throws {
    let units = try Self.read(
      "P,Tỉnh,Province,tỉnh,province,,,\nB,Bình,,huyện,district,P,,\nA,An,An,huyện,district,P,,\n")
    #expect(units.codes == ["P", "B", "A"] && units.levels == ["province", "district"] && units.roots == ["P"])
    #expect(units.codes(at: "district") == ["B", "A"] && units.contains("A") && !units.contains("C"))
    #expect(units.member("B")?.names.english == "Bình" && units.member("B")?.line == 3)
    #expect(units.isMember("A", under: "P") && units.isMember("P", under: "P") && !units.isMember("P", under: "A"))
    #expect(!units.isMember("A", under: "B") && !units.isMember("C", under: "P"))
  }

  /// The latest version is the one with the latest date, wherever it stands in the file.
  @Test func aCodeHasVersionsByDate() throws {
    let units = try Self.read(
      "A,An,An,thành phố,district,,2018-09-11,\nA,An,An,thị xã,district,,,2018-09-10\n")
    #expect(units.codes == ["A"] && units.versions.count == 2)
    #expect(units.versions(of: "A").compactMap(\.types?.vietnamese) == ["thị xã", "thành phố"])
    #expect(units.member("A")?.types?.vietnamese == "thành phố")
    #expect(units.member("A", on: try Self.day("2018-09-10"))?.types?.vietnamese == "thị xã")
    #expect(units.member("A", on: try Self.day("2018-09-11"))?.types?.vietnamese == "thành phố")
  }

  @Test func validityIsOfDays() throws {
    let units = try Self.read("A,An,An,,d,,2014-05-01,2016-06-30\n")
    let member = try #require(units.member("A"))
    for (day, isValid) in [("2014-04-30", false), ("2014-05-01", true), ("2016-06-30", true), ("2016-07-01", false)] {
      let day = try Self.day(day)
      #expect(member.isValid(on: day) == isValid)
    }
    for (year, isValid) in [(2013, false), (2014, true), (2015, true), (2016, true), (2017, false)] {
      #expect(member.isValid(from: .firstDay(of: year), to: .lastDay(of: year)) == isValid)
    }
  }

  @Test(arguments: [
    ("A,An,An,,d,Q,,\n", ["units.csv:2 unknown-parent 'Q'"]),
    ("A,An,An,,d,A,,\n", ["units.csv:2 parent-cycle 'A'"]),
    ("A,a,a,,d,B,,\nB,b,b,,d,C,,\nC,c,c,,d,B,,\nD,d,d,,d,A,,\n", ["units.csv:3 parent-cycle 'C'"]),
    ("A,An,An,,d,,,\nA,An,An,,d,,,\n", ["units.csv:3 overlapping-versions 'A'"]),
    ("A,a,a,,d,,2014-01-01,2015-12-31\nA,a,a,,d,,2015-12-31,\n", ["units.csv:3 overlapping-versions 'A'"]),
    ("A,a,a,,d,,01/01/2014,\n", ["units.csv:2:11 type-error '01/01/2014'"]),
  ]) func mistakesOfAHierarchyAreFound(rows: String, summaries: [String]) {
    #expect(findings { try Self.read(rows) }?.map(\.summary) == summaries)
  }

  @Test func aLongChainIsNotACircle() throws {
    let rows = (0..<20_000).map { "U\($0),n,n,,d,\($0 == 0 ? "" : "U\($0 - 1)"),,\n" }.joined()
    let units = try Self.read(rows)
    #expect(units.isMember("U19999", under: "U0") && units.roots == ["U0"])
  }

  @Test func recordsAreReadAsTexts() throws {
    let table = PackageSketch.Table.figures("year,unit,count\n2022,N1,007\n2023,,5\n", schema: [])
    let folder = try PackageSketch([table]).write()
    let package = try DataPackage.open(folder.path)
    let list = try RecordList.read(#require(package.resource(named: "figures")), of: package)
    #expect(list.records.map(\.line) == [2, 3])
    #expect(list.records.map { $0["count"] } == ["7", "5"] && list.records.map { $0["unit"] } == ["N1", nil])
  }
}
