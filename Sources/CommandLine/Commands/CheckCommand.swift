import Aggregation
import ArgumentParser
import Datasets
import Findings
import Language
import Rendering
import Reports
import Values

struct CheckCommand: RunnableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Is the data valid? Every finding with file, line, column and remedy.")

  @OptionGroup var options: CommonOptions

  @Argument(help: "A report definition or a briefing template instead of the data.")
  var file: String?

  func answer(in context: ProcessContext) throws(Failure) -> Int32 {
    let folder = try options.folder(in: context)
    let result: PackageCheck.Result
    if let file {
      result = try check(file, package: folder)
    } else {
      guard TextFile.exists("\(folder)/\(DataPackage.descriptorName)") else {
        throw .noInput(path: "\(folder)/\(DataPackage.descriptorName)", reason: Messages.noPackageThere)
      }
      result = try PackageCheck.run(folder)
    }
    let report = CheckReport(result, language: options.language(in: context))
    switch options.format ?? .table {
    case .json: try options.emit(JSONWriter(.pretty).string(report.json) + "\n", in: context)
    case .table: try options.emit(report.text, in: context)
    default: try options.emit(report.grid, in: context)
    }
    return result.isValid ? ExitCode.yes : ExitCode.no
  }

  /// A report definition with its templates.
  private func check(_ file: String, package: String) throws(Failure) -> PackageCheck.Result {
    guard file.hasSuffix(ReportDefinition.fileName) || file.hasSuffix(".mustache") else {
      throw .noInput(path: file, reason: Messages.nothingToCheck)
    }
    guard TextFile.exists(file) else { throw .noInput(path: file, reason: Messages.noSuchFile) }
    var result = PackageCheck.Result()
    result.files = 1
    let folder = file.contains("/") ? String(file[..<(file.lastIndex(of: "/") ?? file.startIndex)]) : "."
    do throws(Failure) {
      let dataset = try Dataset.open(package)
      let definition = try ReportDefinitionReader.read(folder, names: ReportFinder.names(dataset))
      for language in OutputLanguage.allCases {
        guard definition.briefings[language] != nil else { continue }
        let report = try ReportBuilder(definition, of: dataset, language: language).build()
        result.files += 1
        do throws(Failure) { _ = try ReportBriefing(report: report, definition: definition).written() } catch {
          guard case .invalid(let findings) = error else { throw error }
          result.findings += findings
        }
      }
    } catch {
      guard case .invalid(let findings) = error else { throw error }
      result.findings += findings
    }
    return result
  }
}

/// The result of a check in each format.
struct CheckReport {
  let result: PackageCheck.Result
  let language: OutputLanguage

  init(_ result: PackageCheck.Result, language: OutputLanguage) {
    self.result = result
    self.language = language
  }

  var text: String {
    var text = ""
    let report = FailureReport(language: language)
    for finding in result.findings {
      text +=
        "\(finding.position): \(report.severity(finding.severity)) [\(finding.code)] \(finding.message[language])\n"
      if let value = finding.value, !value.isEmpty { text += "  | \(shortened(value))\n" }
      text += "  → \(finding.remedy[language])\n"
    }
    let omitted = result.omitted + result.omittedWarnings
    if omitted > 0 { text += Messages.omittedFindings(omitted)[language] + "\n" }
    let counts = Messages.checked(
      errors: result.errors, warnings: result.warnings, rows: result.rows, files: result.files)
    let verdict = result.isValid ? Messages.checkedValid : Messages.checkedInvalid
    return text + "\(counts[language]) \(verdict[language])\n"
  }

  /// One line of at most 100 columns: an offending text may be a whole file.
  private func shortened(_ value: String) -> String {
    DisplayWidth.truncated(
      String(value.prefix(400).map { $0.isNewline ? "⏎" : $0 }), to: 100)
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
        }),
    ]
  }
}
