import CSVCore
import Findings
public import Language

/// How a scan makes corrections, and says so.
extension ResourceScanner {
  /// The corrections of a row, by field. Each is said, as information.
  mutating func correct(
    _ batch: borrowing CSVBatch, _ record: Int, _ binding: HeaderBinding
  ) -> [Int: AppliedCorrection] {
    guard corrector != nil else { return [:] }
    var texts: [Int: String] = [:]
    var positions: [Int: Position] = [:]
    for (field, column) in binding.columns.enumerated() {
      texts[field] = column.map { batch.string(record, $0) ?? Messages.undecodable }
      positions[field] = position(batch, record, column ?? 0)
    }
    let place = Corrector.Place(file: part.file, line: line(batch, record))
    let start = Position(file: place.file, line: place.line)
    let applied = corrector?.take(place, text: { texts[$0] }, position: { positions[$0] ?? start }) ?? [:]
    for (field, made) in applied.sorted(by: { $0.key < $1.key }) where outcome.list.hasRoom(for: .information) {
      add(
        Finding(
          code: "corrected-value", severity: .information, resource: resource.name, position: made.position,
          field: resource.fields[field].name, value: texts[field],
          message: Messages.correctedValue(made.correction.said),
          remedy: Messages.correctedValueRemedy))
    }
    return applied
  }

  /// A finding about a field that was corrected is about the new text.
  func corrected(_ finding: Finding, _ applied: AppliedCorrection?) -> Finding {
    guard let applied else { return finding }
    var finding = finding
    finding.value = applied.correction.corrected
    finding.message = Messages.afterCorrection(
      finding.message, at: "\(applied.correction.file):\(applied.correction.line)")
    return finding
  }

  /// What could not be corrected, at its line of the corrections file.
  mutating func addUncorrected() throws(Failure) {
    guard let problems = corrector?.problems(isWhole: isWhole), !problems.isEmpty else { return }
    for finding in try package.corrections.findings(problems, of: package) { add(finding) }
  }
}

extension Correction {
  /// What it says, for readers.
  public var said: CorrectionWords {
    CorrectionWords(
      column: column, expected: expected, corrected: corrected, reason: reason, who: who, day: day,
      place: "\(file):\(line)")
  }
}
