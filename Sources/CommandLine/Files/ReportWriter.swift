import Aggregation
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

/// Writes the files of a report: all of them beside, then all of them in place, or none.
struct ReportWriter {
  let builder: ReportBuilder
  let pages: ReportPages
  /// What another thread has found out for the briefing.
  var ahead: BriefingsAhead?
  let definition: ReportDefinition
  let dataset: Dataset
  /// What every figure of the report has to be made from; nil for anything.
  var coverage: RequiredCoverage?
  var look = WorkbookLook()
  /// Of the briefing, plain text first.
  var formats = [BriefingFormat.standard]

  /// - Returns: the paths that were written, in the order in which a reader wants them.
  func write(into folder: String) throws(Failure) -> [String] { try staged(in: folder).place() }

  /// All files of the report, beside their places.
  func staged(in folder: String) throws(Failure) -> StagedReport {
    let target = withoutSlash(folder)
    let staging = "\(target)/.\(definition.name).part"
    try requireRoom(in: target)
    let moves = (files + ["tables"]).map {
      StagedReport.Move(from: "\(staging)/\($0)", to: "\(target)/\($0)", name: "\(folder)/\($0)")
    }
    let staged = StagedReport(moves: moves, staging: staging, made: StagedReport.missing(target))
    TemporaryPlaces.add(staging)
    let isMade = makeFolders(target, staging)
    let parts = parts(in: staging, isMade: isMade)
    do throws(Failure) {
      let texts = try parts.texts.get()
      guard isMade else { throw .cannotCreate(path: folder, reason: Messages.cannotCreate) }
      try writeAll(texts, try parts.workbook.get(), into: staging)
      return staged
    } catch {
      StagedReport.discard([staged])
      // The reader knows the place of the report, not that of its parts.
      guard case .inputOutput(_, let reason) = error else { throw error }
      throw .inputOutput(path: folder, reason: reason)
    }
  }

  private func makeFolders(_ target: String, _ staging: String) -> Bool {
    do {
      try FileManager.default.createDirectory(atPath: target, withIntermediateDirectories: true)
      try? FileManager.default.removeItem(atPath: staging)
      try FileManager.default.createDirectory(atPath: "\(staging)/tables", withIntermediateDirectories: true)
      return true
    } catch {
      return false
    }
  }

  /// What a report says in words.
  private struct Texts {
    let report: BuiltReport
    var briefings: [(file: String, briefing: Briefing)] = []
  }

  /// The briefings, and beside them the workbook.
  private func parts(
    in staging: String, isMade: Bool
  ) -> (texts: Result<Texts, Failure>, workbook: Result<WorkbookPlaces, Failure>) {
    let (document, look, workbook) = (pages.document, look, workbook)
    let written = WorkPieces.begin(isMade ? 1 : 0) { _ -> Result<WorkbookPlaces, Failure> in
      do throws(WorkbookError) {
        return .success(
          try WorkbookWriter.write(document, to: "\(staging)/\(workbook)", fileName: workbook, look: look))
      } catch {
        return .failure(error.failure)
      }
    }
    let texts = Result { () throws(Failure) in try self.texts() }
    return (texts, written.results().first ?? .failure(.defect("no workbook")))
  }

  private func texts() throws(Failure) -> Texts {
    var texts = Texts(report: try builder.complete(pages, ahead: ahead))
    for format in formats {
      let briefing = ReportBriefing(report: texts.report, definition: definition, format: format)
      texts.briefings.append((briefing.file, try briefing.written()))
    }
    return texts
  }

  /// The workbook alone; other files of the report stay as they are.
  func stagedWorkbook(in folder: String) throws(Failure) -> StagedReport {
    let folder = withoutSlash(folder)
    try requireRoom(in: folder)
    let path = "\(folder)/\(definition.name).xlsx"
    let part = "\(folder)/.\(definition.name).xlsx.part"
    let staged = StagedReport(
      moves: [StagedReport.Move(from: part, to: path, name: path)], staging: part, made: StagedReport.missing(folder))
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw .cannotCreate(path: folder, reason: Messages.cannotCreate)
    }
    TemporaryPlaces.add(part)
    do { _ = try WorkbookWriter.write(pages.document, to: part, look: look) } catch {
      StagedReport.discard([staged])
      throw error.failure
    }
    return staged
  }

  private var workbook: String { "\(definition.name).xlsx" }

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

  private func writeAll(_ texts: Texts, _ places: WorkbookPlaces, into staging: String) throws(Failure) {
    let (report, briefings) = (texts.report, texts.briefings)
    let ledger = Ledger(
      report: definition.name, package: dataset.package.name, language: report.document.language.rawValue,
      period: report.period, engine: "thapnien \(Program.version)", files: report.files, entries: report.book.entries,
      places: places.figures + briefings.flatMap(\.briefing.places),
      labels: places.labels + briefings.flatMap { $0.briefing.labelPlaces(in: $0.file) },
      tables: report.document.tableFigures)
    try requireCoverage(of: ledger)
    for (file, briefing) in briefings { try AtomicFile.write(Array(briefing.text.utf8), to: "\(staging)/\(file)") }
    let document = report.document
    // Both are made of the whole ledger.
    let tables = WorkPieces.begin(1) { _ in TidyTables(document, ledger: ledger).files }
    try AtomicFile.write(ledger.written(), to: "\(staging)/\(definition.name).ledger.json")
    for (name, text) in tables.results().first ?? [] {
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
