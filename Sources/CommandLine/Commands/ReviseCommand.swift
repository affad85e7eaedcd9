import Aggregation
import ArgumentParser
import Findings
import Language
import Rendering
import Revisions
import Values

struct ReviseCommand: RunnableCommand {
  static let configuration = CommandConfiguration(
    commandName: "revise", _superCommandName: Thapnien.name,
    abstract: "What changed between two vintages of the data: rows, indicators, cells and sentences of a report.")

  enum Section: String, ExpressibleByArgument, CaseIterable {
    case rows, values, summary, triangle, places
  }

  @OptionGroup var options: CommonOptions

  @Argument(help: "The vintages, the oldest first: folders of data packages, or git revisions of --data.")
  var vintages: [String]

  @Option(
    name: .long, help: "A report, by name or path, whose cells and sentences are compared between the last two.",
    completion: Completing.reports)
  var report: String?

  @Option(
    name: .long, help: "An indicator for the revision triangle (default: all that were revised); may be repeated.",
    completion: Completing.indicators)
  var indicator: [String] = []

  @Option(name: .long, help: "What csv, tsv, jsonl and markdown hold: rows, values, summary, triangle or places.")
  var section: Section = .values

  func answer(in context: ProcessContext) throws(Failure) -> Int32 {
    guard vintages.count >= 2 else { throw .usage(Messages.twoVintages) }
    var comparison = VintageComparison(options: options, indicators: indicator, report: report)
    // Folders of older vintages are needed for the triangle only; the last two for everything else.
    for name in vintages { try comparison.add(name, in: context) }
    let answer = try comparison.answer(in: context)
    let language = options.language(in: context)
    let forms = AnswerForms(answer.newest, language: language)
    switch options.format ?? .table {
    case .json:
      let json = RevisionJSON(forms).json(
        answer.revision, vintages: vintages, triangles: answer.triangles, places: answer.places)
      try options.emit(JSONWriter(.pretty).string(json) + "\n", in: context)
    case .table: try emitAll(answer, RevisionGrids(forms), in: context)
    default: try emit(answer, RevisionGrids(forms), in: context)
    }
    return answer.isEmpty ? ExitCode.yes : ExitCode.no
  }

  private func emitAll(_ answer: VintageComparison.Answer, _ grids: RevisionGrids, in context: ProcessContext)
    throws(Failure)
  {
    let language = options.language(in: context)
    guard !answer.isEmpty else {
      try options.emit(Messages.noRevision[language] + "\n", in: context)
      return
    }
    var parts: [Grid] = [
      grids.rows(answer.revision.rows), grids.values(answer.revision.values), grids.summary(answer.revision.summaries),
    ]
    parts += answer.triangles.map { grids.triangle($0, vintages: vintages) }
    if let places = answer.places { parts.append(grids.places(places)) }
    let renderer = TabularFormat.table.renderer(
      language: language, width: options.output == nil ? context.width : nil,
      style: options.output == nil ? context.style(options.color) : .plain)
    // The same notice once, above all.
    var notices: [String] = []
    for index in parts.indices {
      for notice in parts[index].notices where !notices.contains(notice) { notices.append(notice) }
      parts[index].notices = []
    }
    let shown = parts.filter { !$0.rows.isEmpty || !$0.footnotes.isEmpty }.map { renderer.string($0) }
    try options.emit(notices.map { $0 + "\n\n" }.joined() + shown.joined(separator: "\n"), in: context)
  }

  private func emit(_ answer: VintageComparison.Answer, _ grids: RevisionGrids, in context: ProcessContext)
    throws(Failure)
  {
    switch section {
    case .rows: try options.emit(grids.rows(answer.revision.rows), in: context)
    case .values: try options.emit(grids.values(answer.revision.values), in: context)
    case .summary: try options.emit(grids.summary(answer.revision.summaries), in: context)
    case .triangle: try options.emit(grids.long(answer.triangles, vintages: vintages), in: context)
    case .places: try options.emit(grids.places(answer.places ?? []), in: context)
    }
  }
}
