import Datasets
import Findings
import TestSupport
import Testing
import Values

@Suite struct UnitEventTests {
  private static let columns = DimensionColumns(
    key: "code", parent: "parent", level: "level", validFrom: "from", validTo: "to", vietnameseName: "name",
    englishName: "name", vietnameseType: "type")

  /// A and B become C on the first of July 2025; D becomes D and E; P's code comes back for another province.
  private static let units = """
    P,Cũ,tỉnh,province,,2013-01-01,2025-06-30
    P,Mới,tỉnh,province,,2025-07-01,
    A,An,huyện,district,P,2013-01-01,2025-06-30
    B,Bình,huyện,district,P,2013-01-01,2025-06-30
    C,Cẩm,xã,commune,P,2025-07-01,
    D,Dĩ,huyện,district,P,2013-01-01,
    E,Ên,huyện,district,P,2025-07-01,

    """
  private static let events = """
    p,2025-07-01,rename,P,P,,,,NQ 1
    c,2025-07-01,merge,A,C,,0.25,dân số,NQ 2
    c,2025-07-01,merge,B,C,,0.75,dân số,NQ 2
    d,2025-07-01,split,D,D,3/7,,dân số,NQ 3
    d,2025-07-01,split,D,E,4/7,,dân số,NQ 3

    """

  private static func read(_ units: String, _ events: String) throws -> UnitEventReader.Outcome {
    let folder = try PackageSketch([
      .init(
        "units", fields: ["code", "name", "type", "level", "parent", "from:date", "to:date"],
        csv: "code,name,type,level,parent,from,to\n" + units),
      .init(
        "unit_events", fields: ["event", "day:date", "kind", "from", "to", "weight", "weight_back", "basis", "act"],
        csv: "event,day,kind,from,to,weight,weight_back,basis,act\n" + events),
    ]).write()
    let package = try DataPackage.open(folder.path)
    let dimension = try DimensionReader.read(
      "unit", columns: columns, of: #require(package.resource(named: "units")), in: package)
    return try UnitEventReader.read(
      #require(package.resource(named: "unit_events")), of: package, units: dimension)
  }

  @Test func soundEventsHaveNoFindings() throws {
    let outcome = try Self.read(Self.units, Self.events)
    #expect(outcome.findings.map(\.summary) == [])
    #expect(outcome.events.map(\.line) == [2, 3, 4, 5, 6])
    #expect(try outcome.events[3].weight == Rational(3, over: 7) && outcome.events[1].act == "NQ 2")
  }

  @Test(arguments: [
    // What a text says.
    ("rename,P,P", "renamed,P,P", ["unit_events.csv:2 wrong-event 'renamed'", "unit_events.csv reused-code 'P'"]),
    ("D,D,3/7", "D,D,3/0", ["unit_events.csv:5 wrong-event '3/0'"]),
    ("D,D,3/7", "D,D,1.2", ["unit_events.csv:5 wrong-event '1.2'"]),
    ("D,D,3/7", "D,D,-0.1", ["unit_events.csv:5 wrong-event '-0.1'"]),
    ("merge,A,C", "merge,X,C", ["unit_events.csv:3 unknown-unit 'X'", "unit_events.csv unit-without-event 'A'"]),
    ("dân số,NQ 3\nd", "dân số,\nd", ["unit_events.csv:5 no-legal-act ''"]),
    // Days that do not fit the list of units.
    (
      "p,2025-07-01,rename,P,P", "p,2025-07-02,rename,P,P",
      [
        "unit_events.csv:2 wrong-event 'rename'",
        "unit_events.csv reused-code 'P'",
      ]
    ),
    ("d,2025-07-01,split,D,E", "d,2025-06-30,split,D,E", ["unit_events.csv:6 event-dates 'E'"]),
    // Shares.
    ("D,E,4/7", "D,E,3/7", ["unit_events.csv:5 event-weights '3/7 + 3/7'"]),
    ("D,E,4/7", "D,E,", ["unit_events.csv:6 event-weights ''"]),
    ("A,C,,0.25", "A,C,,0.24", ["unit_events.csv:3 event-weights '0.24 + 0.75'"]),
    ("merge,A,C,,", "merge,A,C,0.5,", ["unit_events.csv:3 event-weights '0.5'"]),
    // Shapes.
    ("split,D,D,3/7", "merge,D,D,3/7", ["unit_events.csv:5 wrong-event 'merge'"]),
    ("p,2025-07-01,rename", "p,2025-07-01,move", ["unit_events.csv:2 wrong-event 'move'"]),
    ("c,2025-07-01,merge,A,C", "c,2025-07-01,merge,,", ["unit_events.csv:3 wrong-event ''"]),
  ])
  func wrongEventsAreFound(old: String, new: String, expected: [String]) throws {
    #expect(Self.events.contains(old))
    let events = Self.events.replacing(old, with: new, maxReplacements: 1)
    let found = try Self.read(Self.units, events).findings.map(\.summary)
    #expect(expected.allSatisfy(found.contains), "\(found)")
    let remedies = try Self.read(Self.units, events).findings.map(\.remedy)
    #expect(remedies.allSatisfy { !$0.vietnamese.isEmpty && !$0.english.isEmpty })
  }

  /// A code that comes back is another unit unless an event says what it came from.
  @Test func aCodeThatComesBackNeedsAnEvent() throws {
    let events = Self.events.split(separator: "\n").dropFirst().joined(separator: "\n") + "\n"
    let found = try Self.read(Self.units, events).findings
    #expect(found.map(\.summary) == ["unit_events.csv reused-code 'P'"])
    #expect(found.first?.severity == .error)
  }

  @Test func unitsThatEndUnsaidAreWarnedOf() throws {
    let found = try Self.read(Self.units + "F,F,huyện,district,P,2013-01-01,2020-12-31\n", Self.events).findings
    #expect(found.map(\.summary) == ["unit_events.csv unit-without-event 'F'"])
    #expect(found.map(\.severity) == [.warning])
    let begun = try Self.read(Self.units + "G,G,huyện,district,P,2020-01-01,\n", Self.events).findings
    #expect(begun.map(\.summary) == ["unit_events.csv unit-without-event 'G'"])
  }

  @Test func circlesAndUnitsThatGoOn() throws {
    let swap = Self.events + "x,2026-01-01,merge,C,D,,,,N\nx,2026-01-01,merge,E,D,,,,N\nx,2026-01-01,merge,D,C,,,,N\n"
    let found = try Self.read(Self.units, swap).findings.map(\.summary)
    #expect(found.contains("unit_events.csv:9 event-cycle 'C'") || found.contains { $0.contains("event-cycle") })
    #expect(found.contains { $0.hasSuffix("event-dates 'E'") })
  }

  @Test func oneEventHasOneDay() throws {
    let events = Self.events + "d,2026-01-01,retype,E,E,,,,N\n"
    #expect(try Self.read(Self.units, events).findings.map(\.code).contains("event-dates"))
  }

  @Test func missingColumnsAreNamed() throws {
    let folder = try PackageSketch([
      .init("units", fields: ["code", "name"], csv: "code,name\nA,A\n"),
      .init("unit_events", fields: ["event", "day:date", "kind", "from"], csv: "event,day,kind,from\n"),
    ]).write()
    let package = try DataPackage.open(folder.path)
    let resource = try #require(package.resource(named: "unit_events"))
    let found = findings {
      try UnitEventReader.read(resource, of: package, units: Dimension(name: "unit", versions: []))
    }
    #expect(found?.map(\.value) == ["to", "act"])
  }
}
