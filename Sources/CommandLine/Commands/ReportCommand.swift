import Aggregation
import ArgumentParser
import Briefings
import Catalogue
import Datasets
import Findings
import Language
import Rendering
import Reports
import Values
import Workbooks

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

struct ReportCommand: RunnableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "Writes a report: workbook, briefing, ledger and tidy tables.")

  @OptionGroup var options: CommonOptions

  @OptionGroup var coverage: CoverageOptions

  @Argument(help: "The report's name, or the path of its folder or definition.", completion: Completing.reports)
  var name: String?

  @Flag(name: .long, help: "Every report there is, each in a folder of its own; --period says in which year it ends.")
  var all = false

  @Option(name: .long, help: "The first reporting year of the flows.")
  var from: String?

  @Option(name: .long, help: "The last reporting year.")
  var to: String?

  @Option(name: .long, help: "A period such as 2023, 2023-S1 or 2023-9M, or a range such as 2014/2023.")
  var period: String?

  @OptionGroup var previous: PreviousOption

  @OptionGroup var look: LookOptions

  @OptionGroup var briefing: BriefingOptions

  func answer(in context: ProcessContext) throws(Failure) -> Int32 {
    let dataset = try options.dataset(in: context)
    if all { return try writeAll(dataset, in: context) }
    guard let name else { throw .usage(Messages.reportOrAll) }
    let source = try ReportFinder.folder(of: name, package: dataset.package.folder)
    let definition = try ReportDefinitionReader.read(source, names: ReportFinder.names(dataset))
    let time = try time(definition, dataset.catalogue)
    if let notice = time.notice { context.errors.write(notice[language(of: definition)] + "\n") }
    try write(definition, time, dataset, into: options.output, in: context)
    return ExitCode.yes
  }

  /// A report's language comes from its definition or --lang, never from the locale.
  private func language(of definition: ReportDefinition) -> OutputLanguage { options.lang ?? definition.language }

  /// The year's cycle: nothing is written before every definition and its period are known to be right. What is not due
  /// and what cannot be made is said.
  private func writeAll(_ dataset: Dataset, in context: ProcessContext) throws(Failure) -> Int32 {
    guard name == nil else { throw .usage(Messages.reportOrAll) }
    guard from == nil, to == nil else { throw .usage(Messages.periodOfAll) }
    var planned: [(definition: ReportDefinition, time: ReportTime)] = []
    var others: [LocalizedText] = []
    for folder in ReportFinder.folders(package: dataset.package.folder) {
      let definition = try ReportDefinitionReader.read(folder, names: ReportFinder.names(dataset))
      switch try PeriodInput.inCycle(period, definition, in: dataset.catalogue) {
      case .due(let time): planned.append((definition, time))
      case .notDue(let reason): others.append(reason)
      case .ofOtherKind: break
      }
    }
    guard !planned.isEmpty else { throw .usage(Messages.noReportForAll) }
    let language = options.language(in: context)
    for reason in others { context.errors.write(reason[language] + "\n") }
    var isComplete = true
    for (definition, time) in planned {
      do throws(Failure) {
        try write(definition, time, dataset, into: "\(options.output ?? ".")/\(definition.name)", in: context)
      } catch {
        // What the figures do not allow for one report, they may allow for another.
        guard case .refused(let reason) = error else { throw error }
        context.errors.write(Messages.reportNotMade(definition.name, reason)[language] + "\n")
        isComplete = false
      }
    }
    return isComplete ? ExitCode.yes : ExitCode.data
  }

  private func write(
    _ definition: ReportDefinition, _ time: ReportTime, _ dataset: Dataset, into output: String?,
    in context: ProcessContext
  ) throws(Failure) {
    let report = try ReportBuilder(
      definition, of: dataset, language: language(of: definition), years: time.years, last: time.last,
      previous: previous.edition(of: definition)
    ).build()
    context.clock?.finish(Messages.verboseReportBuilt)
    let writer = ReportWriter(
      report: report, definition: definition, dataset: dataset,
      coverage: try coverage.required() ?? definition.requiredCoverage,
      look: try look.look(package: dataset.package.folder), formats: try briefing.formats())
    let folder = output ?? definition.name
    let paths = look.workbookOnly ? [try writer.writeWorkbook(into: folder)] : try writer.write(into: folder)
    context.clock?.finish(Messages.verboseWritten)
    for path in paths { context.output.write(path + "\n") }
  }

  private func time(_ definition: ReportDefinition, _ catalogue: Catalogue) throws(Failure) -> ReportTime {
    if let period {
      guard from == nil, to == nil else { throw .usage(Messages.periodOrRange) }
      return try PeriodInput.report(period, definition, in: catalogue)
    }
    guard from != nil || to != nil else { return ReportTime() }
    guard definition.period.kind == .range else { throw .usage(Messages.rangeForOnePeriod(definition.name)) }
    guard let from, let to else { throw .usage(Messages.fromAndTo) }
    return ReportTime(years: try PeriodInput.years("\(from)/\(to)"))
  }
}

/// Writes the files of a report: all of them beside, then all of them in place, or none.
struct ReportWriter {
  let report: BuiltReport
  let definition: ReportDefinition
  let dataset: Dataset
  /// What every figure of the report has to be made from; nil for anything.
  var coverage: RequiredCoverage?
  var look = WorkbookLook()
  /// Of the briefing, plain text first.
  var formats = [BriefingFormat.standard]

  /// - Returns: the paths that were written, in the order in which a reader wants them.
  func write(into folder: String) throws(Failure) -> [String] {
    let staging = "\(withoutSlash(folder))/.\(definition.name).part"
    try requireRoom(in: withoutSlash(folder))
    var briefings: [(file: String, briefing: Briefing)] = []
    for format in formats {
      let briefing = ReportBriefing(report: report, definition: definition, format: format)
      briefings.append((briefing.file, try briefing.written()))
    }
    TemporaryPlaces.add(staging)
    defer {
      try? FileManager.default.removeItem(atPath: staging)
      TemporaryPlaces.remove(staging)
    }
    do {
      try FileManager.default.createDirectory(atPath: withoutSlash(folder), withIntermediateDirectories: true)
      try? FileManager.default.removeItem(atPath: staging)
      try FileManager.default.createDirectory(atPath: "\(staging)/tables", withIntermediateDirectories: true)
    } catch {
      throw .cannotCreate(path: folder, reason: Messages.cannotCreate)
    }
    do throws(Failure) { try writeAll(briefings, into: staging) } catch {
      // The reader knows the place of the report, not that of its parts.
      guard case .inputOutput(_, let reason) = error else { throw error }
      throw .inputOutput(path: folder, reason: reason)
    }
    let names = files + ["tables"]
    try TemporaryPlaces.place { () throws(Failure) in
      for name in names {
        do { try AtomicFile.replace("\(withoutSlash(folder))/\(name)", with: "\(staging)/\(name)") } catch {
          throw .inputOutput(path: "\(folder)/\(name)", reason: Messages.cannotWrite)
        }
      }
    }
    return names.map { "\(withoutSlash(folder))/\($0)" }
  }

  /// The workbook alone; other files of the report stay as they are.
  ///
  /// - Returns: its path.
  func writeWorkbook(into folder: String) throws(Failure) -> String {
    let folder = withoutSlash(folder)
    try requireRoom(in: folder)
    let path = "\(folder)/\(definition.name).xlsx"
    let part = "\(folder)/.\(definition.name).xlsx.part"
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw .cannotCreate(path: folder, reason: Messages.cannotCreate)
    }
    defer { try? FileManager.default.removeItem(atPath: part) }
    do { _ = try WorkbookWriter.write(report.document, to: part, look: look) } catch { throw error.failure }
    do { try AtomicFile.replace(path, with: part) } catch {
      throw .inputOutput(path: path, reason: Messages.cannotWrite)
    }
    return path
  }

  private var files: [String] {
    (["xlsx"] + formats.map(\.fileEnding) + ["ledger.json"]).map { "\(definition.name).\($0)" }
  }

  /// What is not an earlier report's stays: a folder in the place of a file, other people's files in `tables`.
  private func requireRoom(in folder: String) throws(Failure) {
    for file in files {
      let path = "\(folder)/\(file)"
      switch AtomicFile.kind(of: path) {
      case .folder: throw .cannotCreate(path: path, reason: Messages.isAFolder)
      case .special: throw .cannotCreate(path: path, reason: Messages.cannotCreate)
      case .file, .nothing: break
      }
    }
    let tables = "\(folder)/tables"
    switch AtomicFile.kind(of: tables) {
    case .nothing: return
    case .file, .special: throw .cannotCreate(path: tables, reason: Messages.isNoFolder)
    case .folder: break
    }
    let names = (try? FileManager.default.contentsOfDirectory(atPath: tables)) ?? []
    guard names.allSatisfy({ $0 == DataPackage.descriptorName || ($0.hasPrefix("table-") && $0.hasSuffix(".csv")) })
    else { throw .cannotCreate(path: tables, reason: Messages.foreignFiles) }
  }

  private func writeAll(
    _ briefings: [(file: String, briefing: Briefing)], into staging: String
  ) throws(Failure) {
    let workbook = "\(definition.name).xlsx"
    let places: WorkbookPlaces
    do {
      places = try WorkbookWriter.write(
        report.document, to: "\(staging)/\(workbook)", fileName: workbook, look: look)
    } catch {
      throw error.failure
    }
    let ledger = Ledger(
      report: definition.name, package: dataset.package.name, language: report.document.language.rawValue,
      period: report.period, engine: "thapnien \(Program.version)", files: report.files, entries: report.book.entries,
      places: places.figures + briefings.flatMap(\.briefing.places),
      labels: places.labels + briefings.flatMap { $0.briefing.labelPlaces(in: $0.file) },
      tables: report.document.tableFigures)
    try requireCoverage(of: ledger)
    for (file, briefing) in briefings { try AtomicFile.write(Array(briefing.text.utf8), to: "\(staging)/\(file)") }
    try AtomicFile.write(
      JSONWriter(.pretty).bytes(ledger.json) + [0x0A], to: "\(staging)/\(definition.name).ledger.json")
    for (name, text) in TidyTables(report.document, ledger: ledger).files {
      try AtomicFile.write(Array(text.utf8), to: "\(staging)/tables/\(name)")
    }
  }

  private func requireCoverage(of ledger: Ledger) throws(Failure) {
    let figures = ledger.entries.compactMap { entry -> RequiredCoverage.Figure? in
      guard case .observation = entry.origin, let period = entry.period,
        let indicator = entry.indicator.flatMap({ dataset.catalogue.indicator($0) })
      else { return nil }
      return RequiredCoverage.Figure(
        indicator: indicator.names, period: period, selection: entry.selection, coverage: entry.coverage)
    }
    try coverage?.check(figures, in: dataset)
  }

  private func withoutSlash(_ path: String) -> String {
    path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
  }
}
