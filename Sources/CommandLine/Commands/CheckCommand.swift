import Aggregation
import ArgumentParser
import Datasets
import Findings
import Language
import Rendering
import Reports
import Values
import Workbooks

struct CheckCommand: RunnableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", _superCommandName: Thapnien.name,
    abstract: "Is the data valid? Every finding with file, line, column and remedy.")

  static let takesFiles = true

  @OptionGroup var options: CommonOptions

  @Option(help: ArgumentHelp("Findings that are listed, the worst first; 0 for all. All are counted.", valueName: "n"))
  var limit: Int = FindingList.standardLimit

  @Argument(help: "A report definition, a briefing template or a workbook (.xlsx) instead of the data.")
  var file: String?

  func answer(in context: ProcessContext) throws(Failure) -> Int32 {
    guard limit >= 0 else { throw .usage(Messages.wrongLimit) }
    guard file == nil || options.files.isEmpty else { throw .usage(Messages.filesOfData) }
    let form = try form()
    if let file, WorkbookCheck.isWorkbook(file) { return try checkWorkbook(file, form, context) }
    let most = form == .workbook ? FindingsDocument.mostEntries : .max
    let limit = limit == 0 ? most : min(limit, most)
    let folder = try options.folder(in: context)
    let result: PackageCheck.Result
    var substitutes: [FileSubstitute] = []
    if let file {
      result = try check(file, package: folder, limit: limit)
    } else {
      substitutes = try options.substitutes(in: folder, context)
      let effort = try options.checkedThreads().map { ScanEffort(threads: $0) } ?? ScanEffort()
      result = try PackageCheck.run(
        folder, replacing: substitutes, limit: limit, effort: effort, progress: context.progress)
    }
    let report = CheckReport(result, language: options.language(in: context))
    let place = Place(folder: file.map(Self.folder) ?? folder, substitutes: substitutes)
    switch form {
    case .workbook: try writeWorkbook(report, in: place, context)
    case .text(.json): try options.emit(JSONWriter(.pretty).string(report.json) + "\n", in: context)
    case .text(.table): try options.emit(page(report, in: place, context), in: context)
    case .text(let format): try options.emit(report.grid, preferring: format, in: context)
    }
    return result.isValid ? ExitCode.yes : ExitCode.no
  }

  /// Where the files stand that findings name.
  private struct Place {
    let folder: String
    let substitutes: [FileSubstitute]

    var package: DataPackage? { try? DataPackage.open(folder, replacing: substitutes) }
  }

  private enum Form: Equatable {
    case workbook
    case text(TabularFormat)
  }

  /// The format asked for, else that of the output's name.
  private func form() throws(Failure) -> Form {
    let name = options.output?.lowercased() ?? ""
    guard name.hasSuffix(".xlsx") else {
      let named: [(String, TabularFormat)] = [
        (".json", .json), (".jsonl", .jsonl), (".csv", .csv), (".tsv", .tsv), (".md", .markdown),
      ]
      return .text(options.format ?? named.first { name.hasSuffix($0.0) }?.1 ?? .table)
    }
    guard options.format == nil else { throw .usage(Messages.xlsxFormat) }
    return .workbook
  }

  private func checkWorkbook(_ file: String, _ form: Form, _ context: ProcessContext) throws(Failure) -> Int32 {
    let check = try WorkbookCheck(file, language: options.language(in: context))
    switch form {
    case .workbook: throw .usage(Messages.noWorkbookOfAWorkbook)
    case .text(.json): try options.emit(JSONWriter(.pretty).string(check.json) + "\n", in: context)
    case .text(.table):
      try options.emit(check.page(style: options.output == nil ? context.style(options.color) : .plain), in: context)
    case .text(let format): try options.emit(check.grid, preferring: format, in: context)
    }
    return check.isPassed ? ExitCode.yes : ExitCode.no
  }

  /// To be sent back to those who mend the files. What it says in sum stands on the standard error, too.
  private func writeWorkbook(_ report: CheckReport, in place: Place, _ context: ProcessContext) throws(Failure) {
    guard let output = options.output else { return }
    let result = report.result
    let package = place.package
    let excerpts = SourceExcerpts.read(
      result.findings, counted: result.list.counts.keys, in: place.folder, package: package)
    let document = FindingsDocument(
      result, title: package?.title ?? file ?? place.folder, excerpts: excerpts, language: report.language)
    try AtomicFile.write(to: output) { path throws(Failure) in
      do throws(WorkbookError) { try FindingsWorkbook.write(document, to: path) } catch { throw error.failure }
    }
    context.note(report.summary)
  }

  /// For people. A file and a pipe get all that is kept, uncut and without colour.
  private func page(_ report: CheckReport, in place: Place, _ context: ProcessContext) -> String {
    let width = options.output == nil ? context.width : nil
    let result = report.result
    let groups = FindingGroup.groups(
      result.findings, counts: result.list.counts, examples: width == nil ? nil : FindingPage.examples)
    let excerpts = SourceExcerpts.read(
      groups.flatMap(\.shown), counted: result.list.counts.keys, in: place.folder, package: place.package)
    let page = FindingPage(
      language: report.language, width: width,
      style: options.output == nil ? context.style(options.color) : .plain)
    let text = page.string(groups, excerpts: excerpts)
    return text + (text.isEmpty ? "" : "\n") + report.summary
  }

  private static func folder(of file: String) -> String {
    file.contains("/") ? String(file[..<(file.lastIndex(of: "/") ?? file.startIndex)]) : "."
  }

  /// A report definition with its templates.
  private func check(_ file: String, package: String, limit: Int) throws(Failure) -> PackageCheck.Result {
    guard file.hasSuffix(ReportDefinition.fileName) || file.hasSuffix(".mustache") else {
      throw .noInput(path: file, reason: Messages.nothingToCheck)
    }
    guard TextFile.exists(file) else { throw .noInput(path: file, reason: Messages.noSuchFile) }
    var result = PackageCheck.Result(limit: limit)
    result.files = 1
    let folder = Self.folder(of: file)
    do throws(Failure) {
      let dataset = try Dataset.open(package)
      let definition = try ReportDefinitionReader.read(folder, names: ReportFinder.names(dataset))
      for language in OutputLanguage.allCases {
        guard definition.briefings[language] != nil else { continue }
        let report = try ReportBuilder(definition, of: dataset, language: language).build()
        result.files += 1
        do throws(Failure) { _ = try ReportBriefing(report: report, definition: definition).written() } catch {
          guard case .invalid(let findings) = error else { throw error }
          result.list.add(findings)
        }
      }
    } catch {
      guard case .invalid(let findings) = error else { throw error }
      result.list.add(findings)
    }
    return result
  }
}
