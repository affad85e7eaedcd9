import Catalogue
import CSVCore
import Datasets
import Findings
import TestSupport
import Testing
import Values

@testable import Aggregation

@Suite("The express lane gives what the scanner gives")
struct LaneTests {
  /// Everything that a table holds, a line a cell.
  static func lines(_ table: CellTable) -> [String] {
    var lines = ["rows \(table.rows) years \(table.years.sorted())"]
    for (measure, cells) in table.cells.sorted(by: { $0.key < $1.key }) {
      lines.append("\(measure): \(cells.count) cells")
      let own = cells.map { key, cell in
        let later = cell.later.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value.present) \($0.value.sum)" }
        return
          "\(measure) \(key.slot) \(key.unit ?? "-") \(key.members.map { $0 ?? "-" }): sum \(cell.sum) present \(cell.present) "
          + "passed \(cell.passed) absent \(cell.absent) \(cell.absences.codes) flags \(cell.flags.codes) "
          + "lines \(cell.lines.byPart.map { "\($0.part): \($0.lines)" }) later \(later) "
          + "cut-off \(cell.cutOff.map(\.description) ?? "-") values \(cell.values.sorted())"
      }
      lines += own.sorted()
    }
    return lines
  }

  private func compare(
    _ sketch: PackageSketch, _ name: String
  ) throws -> (isTaken: Bool, hasFindings: Bool) {
    let folder = try sketch.write()
    let dataset = try Dataset.open(folder.path)
    let plan = try #require(dataset.plan(for: "rows"))
    let (table, outcome) = try NativeEngine().scan(plan)
    let expected = Self.lines(table)
    var isTaken = false
    for ranges in [1, 2, 3, 5, 8] {
      var options = CSVOptions()
      options.smallestRange = 1
      guard let found = try NativeLane(plan)?.run(ranges: ranges, options: options) else { continue }
      isTaken = true
      #expect(!outcome.hasErrors, "\(name): \(outcome.findings.first { $0.severity == .error }?.code ?? "")")
      let own = Self.lines(found)
      if own != expected {
        let different = zip(own, expected).first { $0 != $1 }
        Issue.record("\(name), \(ranges) ranges\nfound    \(different?.0 ?? "")\nexpected \(different?.1 ?? "")")
      }
    }
    return (isTaken, !outcome.findings.isEmpty)
  }

  @Test("on random packages without faults, which it takes", arguments: 0..<8)
  func sound(batch: Int) throws {
    var taken = 0
    for seed in 0..<25 {
      var package = RandomPackage(seed: 1000 * batch + seed)
      let found = try compare(package.sketch(), "seed \(1000 * batch + seed)")
      // A unit that is not valid yet may be among the rows all the same.
      #expect(found.isTaken || found.hasFindings, "seed \(1000 * batch + seed) was given back")
      if found.isTaken { taken += 1 }
    }
    #expect(taken >= 5)
  }

  @Test("on random packages with faults, which it gives back", arguments: 0..<8)
  func spoilt(batch: Int) throws {
    for seed in 0..<25 {
      var package = RandomPackage(seed: 50_000 + 1000 * batch + seed)
      package.isSpoilt = true
      _ = try compare(package.sketch(), "seed \(50_000 + 1000 * batch + seed)")
    }
  }

  @Test("sums that more rows could make too long are given back", arguments: [(90, true), (100, false), (200, false)])
  func longSums(rows: Int, isTaken: Bool) {
    var values = LaneValues()
    values.reserve(rows)
    for row in 0..<rows {
      values.coefficients[row] = 900_000_000_000_000_000
      values.scales[row] = 0
    }
    var cells = LaneCells()
    cells.reserve(groups: 1)
    let isAdded = cells.add(values, Array(repeating: 0, count: rows), rows: rows)
    // 2^126 is 8.5 × 10^37.
    let isRaised = cells.raise(to: 18)
    #expect(isAdded && isRaised == isTaken)
  }

  @Test("numbers of mixed scales add up like one by one, and too long ones are told", arguments: 0..<40)
  func mixedScales(seed: Int) {
    var random = SeededGenerator(seed: 7_000 + seed)
    let whole = Int.random(in: 0...18, using: &random)
    let rows = Int.random(in: 0...200, using: &random)
    var values = LaneValues()
    values.reserve(rows + 1)
    let groups = (0..<rows).map { _ in Int32.random(in: 0..<5, using: &random) }
    for row in 0..<rows where Int.random(in: 0..<6, using: &random) > 0 {
      let scale = Int.random(in: max(0, whole - 4)...whole, using: &random)
      let longest = Int64.max / LaneValues.powers[whole - scale]
      values.scales[row] = UInt8(scale)
      values.coefficients[row] = Int64.random(in: -longest...longest, using: &random)
    }
    var expected = Array(repeating: LaneCell(), count: 5)
    for row in 0..<rows {
      let (group, scale) = (Int(groups[row]), values.scales[row])
      if scale == LaneValues.missing {
        expected[group].absent += 1
        expected[group].absences |= StatusFlags(.missing).rawValue
      } else {
        let factor = (Int(scale)..<whole).reduce(Int128(1)) { product, _ in product * 10 }
        expected[group].sum += Int128(values.coefficients[row]) * factor
        expected[group].present += 1
        expected[group].scale = max(expected[group].scale, scale)
      }
    }
    var cells = LaneCells()
    cells.reserve(groups: 5)
    let (isRaised, isAdded) = (cells.raise(to: whole), cells.add(values, groups, rows: rows))
    #expect(isRaised && isAdded)
    for (found, cell) in zip(cells.cells, expected) {
      #expect(found.sum == cell.sum && found.present == cell.present && found.absent == cell.absent)
      #expect(found.scale == cell.scale && found.absences == cell.absences)
    }
    // One that is too long, wherever it stands.
    guard rows > 0, whole > 0 else { return }
    let row = Int.random(in: 0..<rows, using: &random)
    values.scales[row] = UInt8(whole - 1)
    values.coefficients[row] = (Int64.max / 10 + 1) * (Bool.random(using: &random) ? 1 : -1)
    let isTaken = cells.add(values, groups, rows: rows)
    #expect(!isTaken)
  }
}
