import Aggregation
import TestSupport
import Values

/// The same questions answered as plainly as possible: loops over rows, nothing shared with the engine but the exact
/// numbers themselves.
struct PlainReference {
  struct Answer: Equatable {
    var value: Rational?
    var absence: Absence?
    var flags: StatusFlags = []
    var coverage: Coverage?
    var cutOff: String
    /// Line numbers behind the value, of the first measure.
    var lines: [Int] = []
  }

  let province: RandomProvince
  let years: ClosedRange<Int>
  let selection: Selection

  typealias Row = RandomProvince.Row

  private func isSelected(_ district: String) -> Bool {
    if selection.units.isEmpty || selection.units.contains("P") || selection.units.contains(district) { return true }
    return province.districts.contains { $0.code == district && selection.units.contains($0.region) }
  }

  /// Rows with their line in the file.
  private func rows(_ wanted: ClosedRange<Int>, bodies: [String]? = nil) -> [(line: Int, row: Row)] {
    var found: [(line: Int, row: Row)] = []
    for (index, row) in province.rows.enumerated() {
      guard wanted.contains(row.year), isSelected(row.unit) else { continue }
      if let chosen = selection.members["body"], !chosen.contains(row.body) { continue }
      if let bodies, !bodies.contains(row.body) { continue }
      found.append((index + 2, row))
    }
    return found
  }

  private var hasDistricts: Bool { province.districts.contains { isSelected($0.code) } }

  /// All but the value: flags, absence, lines, cut-off, coverage.
  private func frame(
    _ column: String, _ rows: [(line: Int, row: Row)], _ wanted: ClosedRange<Int>, bodies: [String]? = nil
  ) -> Answer {
    var answer = Answer(cutOff: "\(years.upperBound)-12-31")
    var reasons: Set<String> = []
    var lastYear = 0
    for (line, row) in rows {
      if row.values[column] == "" {
        let reason = ["O", "L", "M"].first { row.flags.contains($0) } ?? "O"
        reasons.insert(reason)
        if row.flags.contains("B") { answer.flags.formUnion(StatusFlags(.breakInSeries)) }
      } else {
        answer.lines.append(line)
        answer.flags.formUnion(StatusFlags(codes: row.flags) ?? [])
        lastYear = max(lastYear, row.year)
      }
    }
    let last = rows.filter { $0.row.year == lastYear && $0.row.values[column] != "" }.map(\.row.asOf)
    if let first = last.filter({ !$0.isEmpty }).min() { answer.cutOff = first }
    if answer.lines.isEmpty {
      answer.absence =
        reasons == ["M"] ? .notApplicable : (reasons.subtracting(["M"]) == ["L"] ? .notCollected : .missing)
    }
    if !hasDistricts { answer.absence = .notApplicable }
    answer.coverage = coverage(column, rows, wanted, bodies: bodies)
    return answer
  }

  private func coverage(
    _ column: String, _ rows: [(line: Int, row: Row)], _ wanted: ClosedRange<Int>, bodies: [String]?
  ) -> Coverage {
    let ever = self.rows(RandomProvince.years, bodies: bodies).map(\.row)
    // Whether a body reports does not depend on where it is asked about.
    let everywhere = PlainReference(
      province: province, years: years, selection: Selection(members: selection.members)
    ).rows(RandomProvince.years, bodies: bodies).map(\.row)
    let reporters = province.expectsBodies ? Set(everywhere.map(\.body)).sorted() : ["any"]
    var coverage = Coverage.none
    for year in wanted {
      for district in province.districts where district.exists(in: year) && district.code != province.excepted {
        guard isSelected(district.code) else { continue }
        // Asked about one body where only districts are expected: those that ever reported for it.
        if !province.expectsBodies, selection.members["body"] != nil,
          !ever.contains(where: { $0.unit == district.code })
        {
          continue
        }
        for body in reporters {
          coverage.expected += 1
          let own = rows.map(\.row).filter {
            $0.year == year && $0.unit == district.code && (body == "any" || $0.body == body)
          }
          if !own.isEmpty, own.allSatisfy({ $0.values[column] != "" }) { coverage.reporting += 1 }
        }
      }
    }
    return coverage
  }

  private func thousandths(_ text: String) -> Int {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    let sign = text.hasPrefix("-") ? -1 : 1
    let whole = Int(parts[0]) ?? 0
    let fraction = parts.count > 1 ? Int((parts[1] + "000").prefix(3)) ?? 0 : 0
    return sign * (abs(whole) * 1000 + fraction)
  }

  private func sum(_ column: String, _ rows: [(line: Int, row: Row)]) -> Rational? {
    let values = rows.compactMap { $0.row.values[column] }.filter { !$0.isEmpty }
    guard !values.isEmpty else { return nil }
    return try? Rational(Int128(values.reduce(0) { $0 + thousandths($1) }), over: 1000)
  }

  // MARK: Answers

  func flow(_ column: String, bodies: [String]? = nil) -> Answer {
    let rows = rows(years, bodies: bodies)
    var answer = frame(column, rows, years, bodies: bodies)
    answer.value = sum(column, rows)
    return answer
  }

  func stock(_ column: String) -> Answer {
    let last = years.upperBound...years.upperBound
    var answer = frame(column, rows(last), last)
    answer.value = sum(column, rows(last))
    return answer
  }

  func count(_ column: String, distinct: Bool) -> Answer {
    let rows = rows(years)
    var answer = frame(column, rows, years)
    let values = rows.compactMap { $0.row.values[column] }.filter { !$0.isEmpty }
    if !values.isEmpty { answer.value = Rational(distinct ? Set(values).count : values.count) }
    return answer
  }

  /// The value of the one row, or nothing; `isRefused` where there are several.
  func score(_ column: String) -> (answer: Answer, isRefused: Bool) {
    let rows = rows(years)
    let present = rows.filter { $0.row.values[column] != "" }
    var answer = frame(column, rows, years)
    answer.value = sum(column, rows)
    return (answer, present.count > 1)
  }

  func residents() -> Answer {
    var answer = Answer(cutOff: "\(years.upperBound)-12-31", lines: [])
    var total = 0
    var coverage = Coverage.none
    for district in province.districts where district.exists(in: years.upperBound) && isSelected(district.code) {
      coverage.expected += 1
      for (index, row) in province.residents.enumerated()
      where row.year == years.upperBound && row.unit == district.code && row.count != "" {
        total += Int(row.count) ?? 0
        coverage.reporting += 1
        answer.lines.append(index + 2)
      }
    }
    answer.coverage = coverage
    if answer.lines.isEmpty {
      answer.absence = hasDistricts ? .missing : .notApplicable
    } else {
      answer.value = Rational(total)
    }
    return answer
  }

  func items() -> Answer {
    var answer = Answer(cutOff: "\(years.upperBound)-12-31")
    var codes: Set<String> = []
    for (index, item) in province.items.enumerated() where isSelected(item.district) {
      guard item.first <= years.upperBound, (item.last ?? 9999) >= years.lowerBound else { continue }
      codes.insert(item.code)
      answer.lines.append(index + 2)
    }
    if codes.isEmpty {
      answer.absence = hasDistricts ? .missing : .notApplicable
    } else {
      answer.value = Rational(codes.count)
    }
    return answer
  }

  /// Σ top / Σ bottom over the cells of year, district and body in which every row has both.
  func ratio(_ top: String, _ bottom: String, percent: Bool) -> (value: Rational?, coverage: Coverage) {
    var above: [(line: Int, row: Row)] = []
    for (line, row) in rows(years) {
      let cell = rows(years).filter { $0.row.year == row.year && $0.row.unit == row.unit && $0.row.body == row.body }
      if cell.allSatisfy({ $0.row.values[top] != "" && $0.row.values[bottom] != "" }) { above.append((line, row)) }
    }
    let coverage = coverage(top, above, years, bodies: nil)
    guard let numerator = sum(top, above), let denominator = sum(bottom, above), !denominator.isZero,
      let quotient = try? numerator.divided(by: denominator)
    else { return (nil, coverage) }
    return (percent ? try? quotient.multiplied(by: .hundred) : quotient, coverage)
  }

  /// Meetings of all years over residents at the end, in the districts that have all of both.
  func perResident() -> Rational? {
    var meetings = 0
    var residents = 0
    var isPaired = false
    for district in province.districts where isSelected(district.code) {
      let rows = rows(years).map(\.row).filter { $0.unit == district.code }
      let own = province.residents.filter { $0.year == years.upperBound && $0.unit == district.code }
      guard !rows.isEmpty, rows.allSatisfy({ $0.values["meetings"] != "" }), !own.isEmpty,
        own.allSatisfy({ $0.count != "" })
      else { continue }
      isPaired = true
      meetings += rows.reduce(0) { $0 + (Int($1.values["meetings"] ?? "") ?? 0) }
      residents += own.reduce(0) { $0 + (Int($1.count) ?? 0) }
    }
    guard isPaired, residents > 0 else { return nil }
    return try? Rational(Int128(meetings), over: Int128(residents))
  }

  /// Members to 1,000 residents: of each year and district that has all of both, and residents alone of one that is not
  /// expected to report members and has no row.
  func density() -> Rational? {
    var sums = (members: 0, residents: 0)
    var hasMembers = false
    for year in years {
      for district in province.districts where isSelected(district.code) {
        let rows = rows(year...year).map(\.row).filter { $0.unit == district.code }
        let own = province.residents.filter { $0.year == year && $0.unit == district.code }
        guard !rows.isEmpty || district.code == province.excepted,
          rows.allSatisfy({ $0.values["members"] != "" }), !own.isEmpty, own.allSatisfy({ $0.count != "" })
        else { continue }
        hasMembers = hasMembers || !rows.isEmpty
        sums.members += rows.reduce(0) { $0 + (Int($1.values["members"] ?? "") ?? 0) }
        sums.residents += own.reduce(0) { $0 + (Int($1.count) ?? 0) }
      }
    }
    guard hasMembers, sums.residents > 0 else { return nil }
    return try? Rational(Int128(1000 * sums.members), over: Int128(sums.residents))
  }
}
