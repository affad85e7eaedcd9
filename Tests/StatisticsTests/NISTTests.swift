import Statistics
import TestSupport
import Testing

/// The certified values of NIST's Statistical Reference Datasets (StRD, https://www.itl.nist.gov/div898/strd/).
@Suite struct NISTTests {
  private struct Dataset {
    let certified: [String: Double]
    let rows: [[Double]]

    init(_ name: String) throws {
      let lines = try Repository.text(of: "Tests/StatisticsTests/Reference/nist/\(name).dat")
        .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      func words(_ line: String) -> [String] { line.split(separator: " ").map(String.init) }
      var certified: [String: Double] = [:]
      for line in lines {
        let words = words(line)
        guard let last = words.last else { continue }
        // Fortran writes 0.42D-03.
        func number(_ text: String) -> Double? { Double(text.replacing("D", with: "E")) }
        if line.contains("Sample Mean") { certified["mean"] = number(last) }
        if line.contains("Sample Standard Deviation") { certified["sd"] = number(last) }
        if line.contains("Autocorrelation") { certified["acf1"] = number(last) }
        if words.first == "B0" || words.first == "B1", words.count == 3 {
          certified[words[0]] = number(words[1])
          certified["\(words[0]) se"] = number(words[2])
        }
        if words.prefix(2) == ["Standard", "Deviation"], words.count == 3 { certified["residual"] = number(last) }
      }
      let start = try #require(lines.lastIndex { $0.hasPrefix("Data:") })
      rows = lines[(start + 1)...].map { words($0).compactMap(Double.init) }.filter { !$0.isEmpty }
      self.certified = certified
    }
  }

  /// Digits that agree: the base-10 logarithm of the relative error, as NIST's own assessments count them.
  private func digits(_ value: Double?, _ certified: Double?) throws -> Double {
    let (value, certified) = (try #require(value), try #require(certified))
    if value == certified { return 15 }
    return min(15, -Self.logarithm(abs(value - certified) / (certified == 0 ? 1 : abs(certified))))
  }

  private static func logarithm(_ value: Double) -> Double {
    // Without Foundation: halves and tenths counted off are enough for whole digits.
    var (rest, digits) = (value, 0.0)
    while rest < 0.1, digits > -20 {
      rest *= 10
      digits -= 1
    }
    return digits
  }

  /// Names, observations, and the digits required: 9 for the lower and average difficulty, 7 for the higher.
  @Test(arguments: [
    ("PiDigits", 5000, 9.0), ("Lottery", 218, 9), ("Lew", 200, 9), ("Mavro", 50, 9), ("Michelso", 100, 9),
    ("NumAcc1", 3, 9), ("NumAcc2", 1001, 9), ("NumAcc3", 1001, 9), ("NumAcc4", 1001, 7),
  ])
  func univariate(name: String, count: Int, least: Double) throws {
    let dataset = try Dataset(name)
    let values = dataset.rows.map { $0[0] }
    #expect(values.count == count)
    let description = try #require(Description(values))
    #expect(try digits(description.mean, dataset.certified["mean"]) >= least)
    #expect(try digits(description.standardDeviation, dataset.certified["sd"]) >= least)
    #expect(try digits(description.lagOneAutocorrelation, dataset.certified["acf1"]) >= least)
    try expectDocumented(
      name, count,
      [
        (description.mean, "mean"), (description.standardDeviation, "sd"), (description.lagOneAutocorrelation, "acf1"),
      ].map { try digits($0, dataset.certified[$1]) })
  }

  /// The document's table has the row of a data set: whole digits that agree.
  private func expectDocumented(_ name: String, _ count: Int, _ digits: [Double]) throws {
    let cells = [name, "\(count)"] + digits.map { "\(Int($0))" }
    let row = "| \(cells.joined(separator: " | ")) |"
    #expect(try Repository.text(of: "notebooks-docs/statistics.md").contains(row), "\(row)")
  }

  @Test func norris() throws {
    let dataset = try Dataset("Norris")
    #expect(dataset.rows.count == 36)
    let line = try #require(LinearRegression(dataset.rows.map { (x: $0[1], y: $0[0]) }))
    #expect(try digits(line.intercept, dataset.certified["B0"]) >= 9)
    #expect(try digits(line.slope, dataset.certified["B1"]) >= 9)
    #expect(try digits(line.interceptError, dataset.certified["B0 se"]) >= 9)
    #expect(try digits(line.slopeError, dataset.certified["B1 se"]) >= 9)
    #expect(try digits(line.residualDeviation, dataset.certified["residual"]) >= 9)
    try expectDocumented(
      "Norris", 36,
      [
        (line.intercept, "B0"), (line.slope, "B1"), (line.interceptError, "B0 se"), (line.slopeError, "B1 se"),
        (line.residualDeviation, "residual"),
      ].map { try digits($0, dataset.certified[$1]) })
  }

  /// The count of digits can fail.
  @Test func digitsAreCounted() throws {
    #expect(try digits(1.001, 1) == 2 || digits(1.001, 1) == 3)
    #expect(try digits(0.1, 0.2) < 1)
  }
}
