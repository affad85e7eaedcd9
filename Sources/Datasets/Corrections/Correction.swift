public import Findings
public import Values

/// A line of the corrections file: one value of one row, what stands there, what is to be read instead, and why.
public struct Correction: Sendable, Hashable {
  public static let fileName = "corrections.csv"

  public let resource: String
  /// As the file writes it: `year=2022/unit=904`, or `members.csv:14/year=2022/unit=904`.
  public let row: String
  public let column: String
  /// The text that the field has to hold, as it stands in the source; empty for an empty field.
  public let expected: String
  /// The text that is read instead; empty for no value.
  public let corrected: String
  public let reason: String
  /// The office or function that answers for it, never a person's name.
  public let who: String
  public let day: CalendarDate
  /// The corrections file, relative to the package, and the line in it.
  public let file: String
  public let line: Int

  public init(
    resource: String, row: String, column: String, expected: String, corrected: String, reason: String, who: String,
    day: CalendarDate, file: String, line: Int
  ) {
    self.resource = resource
    self.row = row
    self.column = column
    self.expected = expected
    self.corrected = corrected
    self.reason = reason
    self.who = who
    self.day = day
    self.file = file
    self.line = line
  }
}

/// A correction that a scan has made, and the field where it made it.
public struct AppliedCorrection: Sendable, Hashable {
  public let correction: Correction
  public let position: Position

  public init(_ correction: Correction, at position: Position) {
    self.correction = correction
    self.position = position
  }
}

/// Which row a correction is about: the texts of some columns as they stand in the file, the file and line, or both.
struct RowAddress: Sendable, Hashable {
  struct Condition: Sendable, Hashable {
    let field: Int
    let value: String
  }

  var file: String?
  var line: Int?
  var conditions: [Condition] = []

  /// Reads `column=value/column=value`, with `file:line` or `file:line/` before it. A value may hold slashes.
  ///
  /// - Returns: nil when the text is neither.
  init?(_ text: String, in resource: ResourceDescriptor) {
    var place: String?
    for piece in text.trimmed.split(separator: "/", omittingEmptySubsequences: false) {
      if let condition = Self.condition(piece, in: resource) {
        conditions.append(condition)
      } else if let last = conditions.popLast() {
        conditions.append(Condition(field: last.field, value: "\(last.value)/\(piece)"))
      } else {
        place = place.map { "\($0)/\(piece)" } ?? String(piece)
      }
    }
    let fields = conditions.map(\.field)
    guard Set(fields).count == fields.count else { return nil }
    conditions.sort { $0.field < $1.field }
    guard let place else { return }
    let parts = place.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, let line = Int(parts[1]), line > 0 else { return nil }
    guard resource.files.contains(String(parts[0])) else { return nil }
    (file, self.line) = (String(parts[0]), line)
  }

  private static func condition(_ piece: Substring, in resource: ResourceDescriptor) -> Condition? {
    guard let sign = piece.firstIndex(of: "="), let field = resource.index(of: String(piece[..<sign])) else {
      return nil
    }
    return Condition(field: field, value: String(piece[piece.index(after: sign)...]))
  }
}
