import Datasets
import Findings
import Language
import TestSupport
import Testing
import Values

/// A random history of units: at first some, then on several days merges, splits, renames, exchanges of area.
struct RandomHistory {
  private(set) var versions: [DimensionMember] = []
  private(set) var events: [UnitEvent] = []
  private(set) var days: [CalendarDate] = []
  private var alive: [String: Int] = [:]
  private var nextCode = 0
  private var generator: SeededGenerator

  /// - Parameter isInvertible: renames and retypes only.
  init(seed: Int, isInvertible: Bool = false) throws {
    generator = SeededGenerator(seed: seed)
    let start = CalendarDate.firstDay(of: 2013)
    days.append(start)
    for _ in 0..<Int.random(in: 2...5, using: &generator) { begin(fresh(), on: start) }
    for year in 2014..<(2014 + Int.random(in: 1...5, using: &generator)) {
      let day = try #require(
        CalendarDate(
          year: year, month: Int.random(in: 1...12, using: &generator), day: Int.random(in: 1...28, using: &generator)))
      days.append(day)
      try change(on: day, isInvertible: isInvertible)
    }
  }

  var history: UnitHistory { UnitHistory(Dimension(name: "unit", versions: versions), events: events) }

  private mutating func fresh() -> String {
    nextCode += 1
    return "U\(nextCode)"
  }

  private mutating func begin(_ code: String, on day: CalendarDate) {
    alive[code] = versions.count
    versions.append(
      DimensionMember(
        code: code, names: LocalizedText("\(code) \(day)"), level: "d", validFrom: day, line: versions.count + 2))
  }

  private mutating func end(_ code: String, before day: CalendarDate) {
    guard let index = alive.removeValue(forKey: code) else { return }
    let old = versions[index]
    versions[index] = DimensionMember(
      code: old.code, names: old.names, level: old.level, validFrom: old.validFrom, validTo: day.previous,
      line: old.line)
  }

  private mutating func shares(_ count: Int) throws -> [Rational] {
    let parts = (0..<count).map { _ in Int.random(in: 1...9, using: &generator) }
    return try parts.map { try Rational(Int128($0), over: Int128(parts.reduce(0, +))) }
  }

  private mutating func add(
    _ kind: UnitEvent.Kind, _ day: CalendarDate, _ from: String, _ to: String, _ weight: Rational?, _ back: Rational?
  ) {
    events.append(
      UnitEvent(
        id: "e\(day)\(kind)", day: day, kind: kind, from: from, to: to, weight: weight, weightBack: back, act: "NQ",
        file: "unit_events.csv", line: events.count + 2))
  }

  private mutating func change(on day: CalendarDate, isInvertible: Bool) throws {
    var free = alive.keys.sorted().shuffled(using: &generator)
    while let unit = free.popLast() {
      switch isInvertible ? 0 : Int.random(in: 0...4, using: &generator) {
      case 0:  // The code stays, the name changes.
        end(unit, before: day)
        begin(unit, on: day)
        add(.rename, day, unit, unit, nil, nil)
      case 1:  // Ends in a new unit, with others.
        let sources = [unit] + free.suffix(2)
        free.removeLast(min(2, free.count))
        guard sources.count > 1 else { continue }
        // The code of one of them is used again.
        let target = Bool.random(using: &generator) ? unit : fresh()
        let backs = try shares(sources.count)
        for source in sources { end(source, before: day) }
        begin(target, on: day)
        for (source, back) in zip(sources, backs) { add(.merge, day, source, target, nil, back) }
      case 2:  // Divided, perhaps going on as one of its parts.
        let goesOn = Bool.random(using: &generator)
        let targets = [goesOn ? unit : fresh(), fresh(), fresh()]
        let weights = try shares(targets.count)
        if !goesOn { end(unit, before: day) }
        for target in targets where alive[target] == nil { begin(target, on: day) }
        for (target, weight) in zip(targets, weights) { add(.split, day, unit, target, weight, nil) }
      case 3:  // Gives a part to a neighbour; both go on.
        guard let other = free.popLast() else { continue }
        let (weights, backs) = (try shares(2), try shares(2))
        add(.split, day, unit, unit, weights[0], nil)
        add(.split, day, unit, other, weights[1], backs[0])
        add(.merge, day, other, other, nil, backs[1])
      default: continue
      }
    }
  }
}

@Suite struct UnitHistoryTests {
  private static let seeds = (0..<60).map { 20_250_701 + $0 }

  private static func sum(_ shares: some Sequence<Rational>) throws -> Rational {
    try shares.reduce(.zero) { try $0.adding($1) }
  }

  /// The events that are made up are sound, so that the other tests are about what they say.
  @Test(arguments: seeds)
  func everyUnitIsSharedOutExactly(seed: Int) throws {
    let random = try RandomHistory(seed: seed)
    let history = random.history
    for source in random.days {
      for target in random.days {
        let there = Set(history.units(on: target).map(\.id))
        for unit in history.units(on: source) {
          let mapping = try history.mapping(of: unit.id, on: source, to: target)
          #expect(try Self.sum(mapping.values) == .one)
          #expect(Set(mapping.keys).isSubset(of: there))
          #expect(mapping.values.allSatisfy { $0 > .zero })
        }
      }
    }
  }

  /// From a day to a later one by way of any day between, forwards and backwards, is the same.
  @Test(arguments: seeds)
  func compositionIsAssociative(seed: Int) throws {
    let random = try RandomHistory(seed: seed)
    let history = random.history
    for days in [random.days, random.days.reversed()] {
      for (first, start) in days.enumerated() {
        for (last, end) in days.enumerated() where last > first {
          for between in days[first...last] {
            for unit in history.units(on: start) {
              var composed: [UnitID: Rational] = [:]
              for (part, share) in try history.mapping(of: unit.id, on: start, to: between) {
                for (whole, weight) in try history.mapping(of: part, on: between, to: end) {
                  composed[whole] = try (composed[whole] ?? .zero).adding(share.multiplied(by: weight))
                }
              }
              #expect(try composed == history.mapping(of: unit.id, on: start, to: end))
            }
          }
        }
      }
    }
  }

  @Test(arguments: seeds)
  func renamesAndBackAreTheSame(seed: Int) throws {
    let random = try RandomHistory(seed: seed, isInvertible: true)
    let history = random.history
    let (start, end) = try (#require(random.days.first), #require(random.days.last))
    for unit in history.units(on: start) {
      let there = try history.mapping(of: unit.id, on: start, to: end)
      #expect(there.count == 1 && there.keys.first?.code == unit.code && there.values.first == .one)
      let back = try history.mapping(of: #require(there.keys.first), on: end, to: start)
      #expect(back == [unit.id: .one])
    }
  }

  /// The share of a unit in some units is the sum of its shares in each, whoever asks first.
  @Test(arguments: seeds)
  func sharesInSetsAreSumsOfMappings(seed: Int) throws {
    let random = try RandomHistory(seed: seed)
    let history = random.history
    var generator = SeededGenerator(seed: seed + 1)
    let target = try #require(random.days.randomElement(using: &generator))
    let there = history.units(on: target).map(\.id)
    let some = Set(there.filter { _ in Bool.random(using: &generator) })
    var shares = UnitShares(history, of: some, on: target)
    var whole = UnitShares(history, of: Set(there), on: target)
    for source in random.days {
      for unit in history.units(on: source) {
        let mapping = try history.mapping(of: unit.id, on: source, to: target)
        #expect(try shares.share(of: unit.id, on: source) == Self.sum(mapping.filter { some.contains($0.key) }.values))
        #expect(try whole.share(of: unit.id, on: source) == .one)
      }
    }
  }
}

/// Known histories, small enough to see through.
@Suite struct KnownHistoryTests {
  private static func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(iso: text)) }

  private static func history(_ rows: [(UnitEvent.Kind, String?, String?, Rational?)], units: [String]) throws
    -> UnitHistory
  {
    let members = try units.enumerated().map { index, text in
      let parts = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
      return DimensionMember(
        code: parts[0], names: LocalizedText(parts[0]), level: "d", validFrom: try day(parts[1]),
        validTo: parts.count > 2 ? try day(parts[2]) : nil, line: index + 2)
    }
    let events = try rows.enumerated().map { index, row in
      UnitEvent(
        id: "e", day: try day("2025-07-01"), kind: row.0, from: row.1, to: row.2, weight: row.3,
        file: "unit_events.csv",
        line: index + 2)
    }
    return UnitHistory(Dimension(name: "unit", versions: members), events: events)
  }

  private static let merged = ["A 2013-01-01 2025-06-30", "B 2013-01-01 2025-06-30", "B 2025-07-01"]

  @Test func aReusedCodeIsAnotherUnit() throws {
    let history = try Self.history([(.merge, "A", "B", nil), (.merge, "B", "B", nil)], units: Self.merged)
    let (old, new) = (try Self.day("2024-12-31"), try Self.day("2025-12-31"))
    let b = try #require(history.units.version(of: "B", on: old)).id
    let target = try #require(history.units.version(of: "B", on: new)).id
    #expect(b != target)
    #expect(try history.mapping(of: b, on: old, to: new) == [target: .one])
    #expect(history.unit("B", from: old, to: new)?.id == target)
    #expect(history.unit("A", from: .firstDay(of: 2025), to: new)?.day == (try Self.day("2025-06-30")))
  }

  /// A merge read backwards is a split: without shares it is refused, and the refusal names the lines.
  @Test func aMergeBackwardsNeedsShares() throws {
    let history = try Self.history([(.merge, "A", "B", nil), (.merge, "B", "B", nil)], units: Self.merged)
    let (old, new) = (try Self.day("2013-12-31"), try Self.day("2025-12-31"))
    let target = try #require(history.units.version(of: "B", on: new)).id
    let a = try #require(history.units.version(of: "A", on: old)).id
    let refusal = failure { try history.mapping(of: target, on: new, to: old) }
    guard case .refused(let text) = refusal else {
      Issue.record("\(String(describing: refusal))")
      return
    }
    #expect(text.english.contains("weight_back") && text.english.contains("lines 2, 3"))
    var part = UnitShares(history, of: [a], on: old)
    #expect(failure { try part.share(of: target, on: new) } == refusal)
    // Both together are the whole, whatever their shares.
    var both = UnitShares(history, of: Set(history.units(on: old).map(\.id)), on: old)
    #expect(try both.share(of: target, on: new) == .one)
  }

  @Test func shareThatMakeNoDifferenceNeedNotBeKnown() throws {
    let units = ["A 2013-01-01 2025-06-30", "X 2025-07-01", "Y 2025-07-01", "K 2013-01-01"]
    let history = try Self.history([(.split, "A", "X", nil), (.split, "A", "Y", nil)], units: units)
    let (old, new) = (try Self.day("2024-12-31"), try Self.day("2025-12-31"))
    let a = try #require(history.units.version(of: "A", on: old)).id
    func share(_ codes: [String]) throws -> Rational {
      var shares = UnitShares(
        history, of: Set(codes.compactMap { history.units.version(of: $0, on: new)?.id }), on: new)
      return try shares.share(of: a, on: old)
    }
    #expect(try share(["X", "Y"]) == .one && (try share(["K"])) == .zero)
    #expect(failure { try share(["X"]) } != nil)
  }

  @Test func whatLiesOutsideIsSeen() throws {
    let units = ["B 2013-01-01 2025-06-30", "B 2025-07-01", "C 2013-01-01 2025-06-30"]
    let history = try Self.history(
      [(.merge, nil, "B", nil), (.merge, "B", "B", nil), (.abolish, "C", nil, nil)], units: units)
    let (old, new) = (try Self.day("2024-12-31"), try Self.day("2025-12-31"))
    let target = try #require(history.units.version(of: "B", on: new)).id
    #expect(history.outsideParts(of: [target], on: new, seenFrom: old).map(\.line) == [2])
    #expect(history.outsideParts(of: [target], on: new, seenFrom: new).isEmpty)
    let c = try #require(history.units.version(of: "C", on: old)).id
    #expect(history.outsideParts(of: [c], on: old, seenFrom: new).isEmpty)
    #expect(failure { try history.mapping(of: c, on: old, to: new) } != nil)
  }

  @Test func unitsThatEndUnsaidAreRefused() throws {
    let history = try Self.history([], units: ["A 2013-01-01 2025-06-30", "B 2025-07-01"])
    let (old, new) = (try Self.day("2024-12-31"), try Self.day("2025-12-31"))
    let (a, b) = (try #require(history.units(on: old).first).id, try #require(history.units(on: new).first).id)
    for refusal in [
      failure { try history.mapping(of: a, on: old, to: new) },
      failure { try history.mapping(of: b, on: new, to: old) },
    ] {
      guard case .refused(let text) = refusal else {
        Issue.record("\(String(describing: refusal))")
        continue
      }
      #expect(text.english.contains("2025-07-01") && text.vietnamese.contains("2025-07-01"))
    }
  }
}
