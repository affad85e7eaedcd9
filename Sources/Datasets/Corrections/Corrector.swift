import Findings
import Language

/// Makes the corrections of one resource while its rows are scanned, and knows afterwards which could not be made.
struct Corrector {
  /// Where a row stands.
  struct Place: Equatable {
    let file: String
    let line: Int
  }

  /// Corrections whose rows are named by the same columns: one look-up a row serves all of them.
  private struct Group {
    let fields: [Int]
    var byValues: [[String]: [Int]] = [:]
  }

  private let corrections: [(correction: Correction, address: RowAddress)]
  private let columns: [Int]
  private var groups: [Group] = []
  private var byPlace: [String: [Int: [Int]]] = [:]
  /// The first row of each correction.
  private var rows: [Place?]
  private var problems: [Int: [RowProblem]] = [:]

  /// Nil when the package corrects nothing in the resource.
  init?(_ resource: ResourceDescriptor, _ corrections: Corrections) {
    self.corrections = corrections.addresses(in: resource.name)
    guard !self.corrections.isEmpty else { return nil }
    columns = self.corrections.map { resource.index(of: $0.correction.column) ?? 0 }
    rows = Array(repeating: nil, count: self.corrections.count)
    for (index, (_, address)) in self.corrections.enumerated() {
      if let file = address.file, let line = address.line {
        byPlace[file, default: [:]][line, default: []].append(index)
        continue
      }
      let fields = address.conditions.map(\.field)
      let group = groups.firstIndex { $0.fields == fields } ?? groups.count
      if group == groups.count { groups.append(Group(fields: fields)) }
      groups[group].byValues[address.conditions.map(\.value), default: []].append(index)
    }
  }

  /// The corrections of a row, by field.
  ///
  /// - Parameters:
  ///   - text: the text of a field as it stands in the file; nil where the file has no such column.
  ///   - position: where a field stands.
  /// - Complexity: O(1) look-ups for each set of columns that names rows.
  mutating func take(
    _ place: Place, text: (Int) -> String?, position: (Int) -> Position
  ) -> [Int: AppliedCorrection] {
    var applied: [Int: AppliedCorrection] = [:]
    for index in matches(place, text) {
      let (correction, _) = corrections[index]
      let field = columns[index]
      if let first = rows[index] {
        report(
          "ambiguous-correction", index, "row",
          Messages.ambiguousCorrection(correction.row, "\(first.file):\(first.line)", "\(place.file):\(place.line)"),
          Messages.ambiguousCorrectionRemedy)
        continue
      }
      rows[index] = place
      if let other = applied[field] {
        report(
          "repeated-correction", index, "row",
          Messages.repeatedCorrection("\(other.position)", line: other.correction.line),
          Messages.repeatedCorrectionRemedy)
        continue
      }
      let found = text(field) ?? ""
      guard found == correction.expected else {
        report(
          "stale-correction", index, "expected",
          Messages.staleCorrection(
            expected: correction.expected, found: found, column: correction.column, at: "\(position(field))"),
          Messages.staleCorrectionRemedy)
        continue
      }
      applied[field] = AppliedCorrection(correction, at: position(field))
    }
    return applied
  }

  /// What is wrong with lines of the corrections file, by line.
  ///
  /// - Parameter isWhole: false when the scan ended early, so that a row may stand in what was not read.
  mutating func problems(isWhole: Bool) -> [Int: [RowProblem]] {
    for index in rows.indices where rows[index] == nil && isWhole {
      let correction = corrections[index].correction
      report(
        "unmatched-correction", index, "row", Messages.unmatchedCorrection(correction.row, correction.resource),
        Messages.unmatchedCorrectionRemedy)
    }
    return problems
  }

  private func matches(_ place: Place, _ text: (Int) -> String?) -> [Int] {
    var found: [Int] = []
    for group in groups {
      found += group.byValues[group.fields.map { text($0) ?? "" }] ?? []
    }
    for index in byPlace[place.file]?[place.line] ?? []
    where corrections[index].address.conditions.allSatisfy({ text($0.field) ?? "" == $0.value }) {
      found.append(index)
    }
    return found.sorted()
  }

  private mutating func report(
    _ code: String, _ index: Int, _ column: String, _ message: LocalizedText, _ remedy: LocalizedText
  ) {
    let line = corrections[index].correction.line
    guard problems[line]?.contains(where: { $0.code == code }) != true else { return }
    problems[line, default: []].append(
      RowProblem(code: code, field: Corrections.field(column), message: message, remedy: remedy))
  }
}
