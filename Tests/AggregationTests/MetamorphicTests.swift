import Aggregation
import Findings
import TestSupport
import Testing
import Values

/// Changes of a package that must change nothing, or change everything alike.
@Suite struct MetamorphicTests {
  private struct Answer: Equatable {
    var value: Rational?
    var absence: Absence?
    var flags: StatusFlags
    var coverage: Coverage?
    var cutOff: String
    var rows: Int
    var isRefused = false
    /// The rows behind it as they are written, by measure.
    var texts: [String: [String]] = [:]
    /// What the files' rows add up to, by measure; not of counts of different values.
    var sums: [String: Rational] = [:]
  }

  /// Every indicator, for the whole, each unit and each body, over each pair of years.
  ///
  /// - Parameter isTracing: whether the rows behind are compared by their texts, too.
  private func answers(of sketch: PackageSketch, isTracing: Bool = false) throws -> [String: Answer] {
    let folder = try sketch.write()
    let evaluator = Evaluator(try Dataset.open(folder.path))
    let dataset = evaluator.dataset
    let files = isTracing ? Dictionary(uniqueKeysWithValues: sketch.tables.flatMap(\.files)) : [:]
    var parts: [(name: String, part: Selection)] = [("", .whole)]
    for unit in dataset.units?.codes ?? [] { parts.append((unit, Selection.whole.at(unit: unit))) }
    for body in dataset.dimensions["body"]?.codes ?? [] { parts.append((body, Selection.whole.at(body, of: "body"))) }
    var answers: [String: Answer] = [:]
    for indicator in dataset.catalogue.indicators {
      for first in RandomProvince.years {
        for last in first...RandomProvince.years.upperBound {
          for (name, part) in parts {
            answers["\(indicator.code) \(first) \(last) \(name)"] = try answer(dataset, files) {
              () throws(Failure) in try evaluator.observe(indicator, years: first...last, of: part)
            }
          }
        }
      }
    }
    return answers
  }

  private func answer(
    _ dataset: Dataset, _ files: [String: String], _ observe: () throws(Failure) -> Observation
  ) throws -> Answer {
    do throws(Failure) {
      let seen = try observe()
      var answer = Answer(
        value: seen.value, absence: seen.absence, flags: seen.flags, coverage: seen.coverage,
        cutOff: seen.period.cutOff.description, rows: seen.inputs.reduce(0) { $0 + $1.lines.count })
      guard !files.isEmpty else { return answer }
      for input in seen.inputs {
        let lines = (files[input.file] ?? "").split(separator: "\n", omittingEmptySubsequences: false)
        answer.texts[input.measure, default: []] += input.lines.ranges.joined().map { String(lines[$0 - 1]) }
        guard dataset.catalogue.measures[input.measure]?.kind != .distinct, let value = input.value else { continue }
        answer.sums[input.measure] = try? value.adding(answer.sums[input.measure] ?? .zero)
      }
      for measure in answer.texts.keys { answer.texts[measure]?.sort() }
      return answer
    } catch {
      // A selection that an indicator is not broken down by is an answer like any other; wrong data are not.
      guard case .refused = error else { throw error }
      return Answer(flags: [], cutOff: "", rows: 0, isRefused: true)
    }
  }

  private func province(_ seed: Int) -> PackageSketch {
    var generator = SeededGenerator(seed: seed)
    return RandomProvince(&generator).sketch()
  }

  private func edited(
    _ sketch: PackageSketch, _ name: String, _ edit: (inout PackageSketch.Table) throws -> Void
  ) throws -> PackageSketch {
    var sketch = sketch
    let index = try #require(sketch.tables.firstIndex { $0.name == name })
    try edit(&sketch.tables[index])
    return sketch
  }

  private static func lines(_ csv: String) -> [[String]] {
    csv.split(separator: "\n").map { line in
      line.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
    }
  }

  /// A catalogue that calls a column of the figures otherwise.
  private static func renamed(_ old: String, _ new: String, in catalogue: String) -> String {
    var lines: [String] = []
    for line in catalogue.split(separator: "\n", omittingEmptySubsequences: false) {
      var text = String(line)
      if text.contains("figures") {
        for key in ["column", "period", "unit", "flags"] {
          text = text.replacing("\(key): \(old),", with: "\(key): \(new),")
        }
      }
      lines.append(text)
    }
    return lines.joined(separator: "\n")
  }

  private static let columns = [
    "meetings": "Số buổi; họp", "unit": "mã đơn vị", "year": "năm \"báo cáo\"", "status": "tình,trạng",
  ]

  @Test(arguments: 0..<12) func anotherDialect(seed: Int) throws {
    let plain = province(seed)
    let other = try edited(plain, "figures") { table in
      table.properties = [#""dialect": {"delimiter": "|", "quoteChar": "'", "lineTerminator": "\r\n"}"#]
      table.fields = table.fields.map { $0.replacing(#""decimalChar": ".""#, with: #""decimalChar": ",""#) }
      let amount = 4
      table.csv = Self.lines(table.csv).enumerated().map { number, row in
        var row = row
        if number > 0 { row[amount] = row[amount].replacing(".", with: ",") }
        return row.map { "'\($0)'" }.joined(separator: "|") + "\r\n"
      }.joined()
    }
    #expect(try answers(of: other) == answers(of: plain))
  }

  @Test(arguments: 0..<12) func otherNamesAndOrderOfColumns(seed: Int) throws {
    let plain = province(seed)
    var other = try edited(plain, "figures") { table in
      var rows = Self.lines(table.csv)
      rows[0] = rows[0].map { name in
        Self.columns[name].map { "\"\($0.replacing("\"", with: "\"\""))\"" } ?? name
      }
      table.csv = rows.map { $0.reversed().joined(separator: ";") + "\n" }.joined()
    }
    for (old, new) in Self.columns {
      let json = new.replacing("\"", with: "\\\"")
      other = try edited(other, "figures") { table in
        table.fields = table.fields.map { $0.replacing("\"name\": \"\(old)\"", with: "\"name\": \"\(json)\"") }
      }
      let quoted = "\"\(json)\""
      other.catalogue = other.catalogue.map { Self.renamed(old, quoted, in: $0) }
    }
    #expect(try answers(of: other) == answers(of: plain))
  }

  /// Ten times every flow is ten times every total of flows, and what does not rest on them stays.
  @Test(arguments: 0..<12) func tenfoldFlows(seed: Int) throws {
    let plain = province(seed)
    let other = try edited(plain, "figures") { table in
      table.csv = try Self.lines(table.csv).enumerated().map { number, row throws in
        var row = row
        if number > 0 {
          for column in [3, 4] where !row[column].isEmpty {
            let value = try #require(ExactDecimal(row[column]))
            row[column] = try Rational(value).multiplied(by: Rational(10)).description
          }
        }
        return row.joined(separator: ";") + "\n"
      }.joined()
    }
    let scaled: Set = ["meetings", "amount", "first-body", "score", "per-resident", "balance"]
    var expected = try answers(of: plain)
    for (question, answer) in expected where scaled.contains(String(question.prefix { $0 != " " })) {
      expected[question]?.value = try answer.value?.multiplied(by: Rational(10))
    }
    #expect(try answers(of: other) == expected)
    #expect(expected.values.contains { $0.value != nil })
  }

  /// Every table is cut at random rows. Each piece but the first has a header of its own, or goes on without one.
  @Test(arguments: 0..<24) func filesInPieces(seed: Int) throws {
    let plain = province(seed)
    var generator = SeededGenerator(seed: seed)
    var other = plain
    for index in other.tables.indices {
      let rows = other.tables[index].csv.split(separator: "\n").map { "\($0)\n" }
      var pieces = [rows[0]]
      for row in rows.dropFirst() {
        if generator.oneIn(6) {
          pieces.append(generator.oneIn(2) ? "\(rows[0])\(row)" : row)
        } else {
          pieces[pieces.count - 1] += row
        }
      }
      other.tables[index].csv = pieces[0]
      other.tables[index].continuations = Array(pieces.dropFirst())
    }
    let found = try answers(of: other, isTracing: true)
    #expect(try found == answers(of: plain, isTracing: true))
    #expect(found.values.contains { !$0.sums.isEmpty && !$0.texts.isEmpty })
  }

  /// The comparison can fail: one more row shows in the answers.
  @Test func aRowMoreShows() throws {
    let plain = province(3)
    let other = try edited(plain, "figures") { table in
      let rows = table.csv.split(separator: "\n")
      table.csv += "\(try #require(rows.dropFirst().first))\n"
    }
    #expect(try answers(of: other) != answers(of: plain))
  }
}
