public import Auditing
public import Language
import Reports
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
        Grid.Column(key: "stands_at", heading: Messages.auditStands[language]),
      ],
      rows: result.differences.map { difference in
        [
          .text(Messages.auditSideName(difference.side.rawValue)[language]), .text(difference.kind.rawValue),
          .text(difference.message[language]), .text(difference.file), .text(place(difference)),
          .text(figure(difference)), .text(short(difference.expected)), .text(short(difference.found)),
          .text(difference.stands.map(spelled).joined(separator: "; ")),
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
            "moved": .strings(difference.moved.map(\.name)), "stands_at": .strings(difference.stands.map(plain)),
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

  /// How many numbers moved with a line; each of them has its own row.
  private func figure(_ difference: AuditDifference) -> String {
    if !difference.moved.isEmpty { return Messages.figuresMoved(difference.moved.count)[language] }
    return difference.figure?.name ?? ""
  }

  private func spelled(_ place: FigurePlace) -> String {
    guard case .line(let line) = place.spot else { return plain(place) }
    return "\(place.file) \(Messages.lineWord(line)[language])"
  }

  /// `decade.xlsx Biểu 02!D7`, `decade.txt:13`.
  private func plain(_ place: FigurePlace) -> String {
    switch place.spot {
    case .cell(let sheet, let reference): "\(place.file) \(sheet)!\(reference)"
    case .line(let line): "\(place.file):\(line)"
    }
  }

  /// People compare the beginnings of hashes.
  private func short(_ text: String?) -> String {
    guard let text else { return "" }
    return text.count == 64 && text.allSatisfy(\.isHexDigit) ? "\(text.prefix(12))…" : text
  }
}
