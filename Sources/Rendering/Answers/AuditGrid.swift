public import Auditing
public import Language
public import Values

/// What an audit found, as a table and as JSON.
public struct AuditGrid {
  private let result: AuditResult
  private let language: OutputLanguage

  public init(_ result: AuditResult, language: OutputLanguage) {
    self.result = result
    self.language = language
  }

  /// How much was compared, and whether all of it agrees.
  public var summary: String {
    let form = NumberForm(language)
    let counts = Messages.audited(
      workbook: form.string(result.workbookNumbers), briefing: form.string(result.briefingNumbers),
      tables: form.string(result.tableNumbers), files: form.string(result.files))
    let verdict =
      result.isProved ? Messages.auditProved : Messages.auditDifferences(result.differences.count)
    return "\(counts[language])\n\(verdict[language])"
  }

  public var grid: Grid {
    Grid(
      columns: [
        Grid.Column(key: "side", heading: Messages.auditSide[language]),
        Grid.Column(key: "code", heading: Messages.code[language], audience: .machines),
        Grid.Column(key: "what", heading: Messages.auditWhat[language]),
        Grid.Column(key: "file", heading: Messages.file[language]),
        Grid.Column(key: "place", heading: Messages.auditPlace[language], isLabel: true),
        Grid.Column(key: "figure", heading: Messages.figureWord[language]),
        Grid.Column(key: "expected", heading: Messages.auditExpected[language]),
        Grid.Column(key: "found", heading: Messages.auditFound[language]),
      ],
      rows: result.differences.map { difference in
        [
          .text(Messages.auditSideName(difference.side.rawValue)[language]), .text(difference.kind.rawValue),
          .text(difference.message[language]), .text(difference.file), .text(place(difference)),
          .text(difference.figure?.name ?? ""), .text(short(difference.expected)), .text(short(difference.found)),
        ]
      })
  }

  public var json: JSONValue {
    [
      "proved": .bool(result.isProved), "workbook_numbers": .integer(result.workbookNumbers),
      "briefing_numbers": .integer(result.briefingNumbers), "table_numbers": .integer(result.tableNumbers),
      "entries": .integer(result.entries), "files": .integer(result.files),
      "differences": .array(
        result.differences.map { difference in
          [
            "side": .string(difference.side.rawValue), "code": .string(difference.kind.rawValue),
            "file": .string(difference.file), "place": .string(orNull: difference.place),
            "figure": .string(orNull: difference.figure?.name), "expected": .string(orNull: difference.expected),
            "found": .string(orNull: difference.found), "message": .string(difference.message[language]),
          ]
        }),
    ]
  }

  /// Lines are called so; cells name themselves.
  private func place(_ difference: AuditDifference) -> String {
    guard let place = difference.place else { return "" }
    guard place.first?.isNumber ?? false, difference.side != .workbook else { return place }
    return Messages.linesOf(place)[language]
  }

  /// People compare the beginnings of hashes.
  private func short(_ text: String?) -> String {
    guard let text else { return "" }
    return text.count == 64 && text.allSatisfy(\.isHexDigit) ? "\(text.prefix(12))…" : text
  }
}
