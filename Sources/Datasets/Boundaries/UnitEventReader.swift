public import Findings
import Language
import Values

/// Reads the events of units and checks them against the list of units.
public enum UnitEventReader {
  public struct Outcome: Sendable {
    public let events: [UnitEvent]
    /// Errors and warnings, in the order of the file.
    public let findings: [Finding]
  }

  /// - Throws: `Failure.invalid` when the resource itself has errors, `.noInput` when it is not there.
  public static func read(
    _ resource: ResourceDescriptor, of package: DataPackage, units: Dimension
  ) throws(Failure) -> Outcome {
    let missing = ["event", "day", "kind", "from", "to", "act"].filter { resource.field(named: $0) == nil }
    guard missing.isEmpty else {
      throw .invalid(
        missing.map { column in
          Finding(
            code: "missing-column", resource: resource.name, position: resource.position, value: column,
            message: Messages.eventsWithoutColumn(column), remedy: Messages.eventsWithoutColumnRemedy)
        })
    }
    let list = try RecordList.read(resource, of: package)
    var events: [UnitEvent] = []
    var findings: [Finding] = []
    for record in list.records {
      var row = Row(record: record, resource: resource)
      if let event = row.event() { events.append(event) }
      findings += row.findings
    }
    findings += UnitEventChecker(events, units: units, resource: resource).findings()
    return Outcome(
      events: events, findings: findings.sorted { ($0.position.line ?? 0) < ($1.position.line ?? 0) })
  }

  /// One row, with what is wrong with its texts.
  private struct Row {
    let record: RecordList.Record
    let resource: ResourceDescriptor
    var findings: [Finding] = []

    init(record: RecordList.Record, resource: ResourceDescriptor) {
      self.record = record
      self.resource = resource
    }

    mutating func event() -> UnitEvent? {
      let day = text("day").flatMap { CalendarDate(iso: $0) }
      if day == nil { reject("day", Messages.eventWithoutDay, Messages.eventWithoutDayRemedy) }
      let kinds = UnitEvent.Kind.allCases.map(\.rawValue)
      let kind = text("kind").flatMap { UnitEvent.Kind(rawValue: $0) }
      if kind == nil {
        let word = text("kind") ?? ""
        reject(
          "kind", Messages.unknownWord(Messages.wordEventKind, word: word),
          Messages.didYouMean(NearestWord.candidates(for: word, among: kinds), allowed: kinds))
      }
      if text("event") == nil { reject("event", Messages.eventWithoutName, Messages.eventWithoutNameRemedy) }
      let weight = share("weight")
      let weightBack = share("weight_back")
      guard let day, let kind, let id = text("event"), findings.isEmpty else { return nil }
      return UnitEvent(
        id: id, day: day, kind: kind, from: text("from"), to: text("to"), weight: weight, weightBack: weightBack,
        basis: text("basis"), act: text("act"), file: record.file, line: record.line)
    }

    private func text(_ column: String) -> String? { record[column].map(VietnameseText.normalised) }

    private mutating func share(_ column: String) -> Rational? {
      guard let text = text(column) else { return nil }
      if let share = ShareText.value(text) { return share }
      reject(column, Messages.wrongShare(text), Messages.wrongShareRemedy)
      return nil
    }

    private mutating func reject(_ column: String, _ message: LocalizedText, _ remedy: LocalizedText) {
      findings.append(
        Finding(
          code: "wrong-event", resource: resource.name, position: Position(file: record.file, line: record.line),
          field: column, value: record[column], message: message, remedy: remedy))
    }
  }
}

/// A share of a unit: a decimal such as `0.25`, or a fraction such as `3/7`; above 0 and at most 1.
enum ShareText {
  static func value(_ text: String) -> Rational? {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    var share: Rational?
    if parts.count == 1 {
      share = ExactDecimal(text).map { Rational($0) }
    } else if parts.count == 2, let top = Int(parts[0]), let bottom = Int(parts[1]) {
      share = try? Rational(Int128(top), over: Int128(bottom))
    }
    guard let share, share > .zero, share <= .one else { return nil }
    return share
  }
}
