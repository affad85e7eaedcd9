import Aggregation
import Findings
import Language
import Rendering
import Values

/// The result of a check in the formats for other programs, and its last lines for people.
struct CheckReport {
  let result: PackageCheck.Result
  let language: OutputLanguage

  init(_ result: PackageCheck.Result, language: OutputLanguage) {
    self.result = result
    self.language = language
  }

  /// How much was checked, what was left out, and whether it is valid.
  var summary: String {
    let list = result.list
    let counts = Messages.checked(
      errors: list.errors, warnings: list.warnings, information: list.count(of: .information), rows: result.rows,
      files: result.files)
    let verdict = result.isValid ? Messages.checkedValid : Messages.checkedInvalid
    return (omission.map { $0 + "\n" } ?? "") + "\(counts[language]) \(verdict[language])\n"
  }

  /// What was counted and not kept; nil when all is here.
  var omission: String? {
    let codes = omittedCodes
    guard !codes.isEmpty else { return nil }
    return Messages.omittedFindings(
      codes.reduce(0) { $0 + $1.count }, codes: codes.map { ($0.code, $0.count) })[language]
  }

  private var omittedCodes: [(code: String, severity: Severity, count: Int)] {
    var counts: [String: [Severity: Int]] = [:]
    for (kind, count) in result.list.omitted { counts[kind.code, default: [:]][kind.severity, default: 0] += count }
    let codes = counts.flatMap { code, severities in severities.map { (code: code, severity: $0.key, count: $0.value) }
    }
    return codes.sorted { left, right in
      if left.severity != right.severity { return left.severity < right.severity }
      return left.count == right.count ? left.code < right.code : left.count > right.count
    }
  }

  var grid: Grid {
    let keys = ["code", "severity", "resource", "file", "line", "column", "field", "value", "message", "remedy"]
    var grid = Grid(columns: keys.map { Grid.Column(key: $0, heading: $0) })
    for finding in result.findings {
      grid.rows.append([
        .text(finding.code), .text(finding.severity.rawValue), .text(finding.resource ?? ""),
        .text(finding.position.file), .text(finding.position.line.map(String.init) ?? ""),
        .text(finding.position.column.map(String.init) ?? ""), .text(finding.field ?? ""), .text(finding.value ?? ""),
        .text(finding.message[language]), .text(finding.remedy[language]),
      ])
    }
    if let omission { grid.notices.append(omission) }
    return grid
  }

  var json: JSONValue {
    [
      "valid": .bool(result.isValid), "errors": .integer(result.errors), "warnings": .integer(result.warnings),
      "findings": .array(
        result.findings.map { finding in
          [
            "code": .string(finding.code), "severity": .string(finding.severity.rawValue),
            "resource": .string(orNull: finding.resource), "file": .string(finding.position.file),
            "line": finding.position.line.map { .integer($0) } ?? .null,
            "column": finding.position.column.map { .integer($0) } ?? .null, "field": .string(orNull: finding.field),
            "value": .string(orNull: finding.value), "message": .string(finding.message[language]),
            "remedy": .string(finding.remedy[language]),
          ]
        }), "omitted": omitted,
    ]
  }

  private var omitted: JSONValue {
    let codes = omittedCodes
    func count(_ severity: Severity) -> JSONValue {
      .integer(codes.reduce(0) { $1.severity == severity ? $0 + $1.count : $0 })
    }
    return [
      "errors": count(.error), "warnings": count(.warning), "information": count(.information),
      "codes": .array(
        codes.map { entry in
          ["code": .string(entry.code), "severity": .string(entry.severity.rawValue), "count": .integer(entry.count)]
        }),
    ]
  }
}
