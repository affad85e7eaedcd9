import Aggregation
import ArgumentParser
import Datasets
import Findings
import Language
import Rendering

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The options that every command has.
struct CommonOptions: ParsableArguments {
  @Option(
    name: .long, help: ArgumentHelp("The data package's folder; compare takes several.", valueName: "dir"),
    completion: .directory)
  var data: [String] = []

  @Option(
    name: .customLong("file"),
    help: ArgumentHelp(
      "Read this resource from another file, or from the standard input (-); may be repeated. For answers and check.",
      valueName: "resource=path"),
    completion: .file())
  var files: [String] = []

  @Option(
    name: .customLong("lang"), help: "vi or en.", completion: .list(OutputLanguage.allCases.map(\.rawValue)),
    transform: CommonOptions.word)
  var lang: OutputLanguage?

  @Option(
    name: .long, help: "table, csv, tsv, json, jsonl or markdown.",
    completion: .list(TabularFormat.allCases.map(\.rawValue)), transform: CommonOptions.word)
  var format: TabularFormat?

  @Flag(name: .long, help: "With --format csv: for Excel in the language of the answer.")
  var excel = false

  @Option(
    name: .long, help: "auto, always or never.", completion: .list(ColorMode.allCases.map(\.rawValue)),
    transform: CommonOptions.word)
  var color: ColorMode = .auto

  @Option(
    name: .shortAndLong, help: ArgumentHelp("Write there instead of the standard output.", valueName: "path"),
    completion: .file())
  var output: String?

  @Flag(name: .long, help: "Nothing on the standard error but errors and what has to go with figures.")
  var quiet = false

  @Flag(name: .long, help: "Say on the standard error what is read and how long each stage takes.")
  var verbose = false

  @Flag(name: .long, help: "Read large files again; neither use nor keep what was computed from them.")
  var noCache = false

  @Option(
    name: .long,
    help: ArgumentHelp("Read a large file with so many threads (default: one a processor).", valueName: "n"))
  var threads: Int?

  /// As they were asked for; nil where they were not.
  func checkedThreads() throws(Failure) -> Int? {
    if let threads, !(1...256).contains(threads) { throw .usage(Messages.wrongThreads(threads)) }
    return threads
  }

  /// A word of a closed list, with the nearest right ones for a wrong one.
  private static func word<Word: RawRepresentable & CaseIterable>(_ text: String) throws -> Word
  where Word.RawValue == String {
    if let word = Word(rawValue: text) { return word }
    let allowed = Word.allCases.map(\.rawValue)
    let hint = Messages.didYouMean(NearestWord.candidates(for: text, among: allowed), allowed: allowed)
    throw ValidationError(hint.english)
  }

  func language(in context: ProcessContext) -> OutputLanguage { lang ?? context.language }

  func folder(in context: ProcessContext) throws(Failure) -> String {
    guard data.count < 2 else { throw .usage(Messages.onePackageOnly) }
    return try Self.folder(data, context.environment)
  }

  /// `--data`, else `$THAPNIEN_DATA`, else the nearest package upwards from here.
  static func folder(_ data: [String], _ environment: [String: String]) throws(Failure) -> String {
    if let data = data.first { return data }
    if let data = environment["THAPNIEN_DATA"], !data.isEmpty { return data }
    let here = FileManager.default.currentDirectoryPath
    guard let nearest = ProcessContext.nearest(DataPackage.descriptorName, from: here) else {
      throw .noInput(path: DataPackage.descriptorName, reason: Messages.noPackageHere)
    }
    return nearest
  }

  func dataset(in context: ProcessContext) throws(Failure) -> Dataset {
    try dataset(in: folder(in: context), context)
  }

  /// Several of them, in the order of the options.
  func datasets(in context: ProcessContext) throws(Failure) -> [Dataset] {
    guard data.count > 1 else { return [try dataset(in: context)] }
    guard files.isEmpty else { throw .usage(Messages.filesOfOnePackage) }
    var datasets: [Dataset] = []
    for folder in data { datasets.append(try dataset(in: folder, context)) }
    return datasets
  }

  private func dataset(in folder: String, _ context: ProcessContext) throws(Failure) -> Dataset {
    let substitutes = try substitutes(in: folder, context)
    let cache = noCache ? nil : CacheUse(program: Program.version)
    let threads = try checkedThreads()
    let dataset =
      if let ahead = context.ahead?.dataset(in: folder) {
        try ahead.get().read(progress: context.progress, cache: cache, threads: threads)
      } else {
        try Dataset.open(
          folder, replacing: substitutes, progress: context.progress, cache: cache, threads: threads)
      }
    context.clock?.finish(Messages.verbosePackage)
    return dataset
  }

  /// What is read instead of files of a package that is there.
  func substitutes(in folder: String, _ context: ProcessContext) throws(Failure) -> [FileSubstitute] {
    guard TextFile.exists("\(folder)/\(DataPackage.descriptorName)") else {
      throw .noInput(path: "\(folder)/\(DataPackage.descriptorName)", reason: Messages.noPackageThere)
    }
    return try NamedFiles(files).substitutes(in: folder, language(in: context), context)
  }

  /// Prints a grid in the format asked for, to the file asked for. What a format cannot carry goes to the standard
  /// error, so that no illustrative figure goes without its notice.
  func emit(_ grid: Grid, preferring usual: TabularFormat = .table, in context: ProcessContext) throws(Failure) {
    try emit([grid], preferring: usual, in: context)
  }

  /// Several tables under each other; the notices of the first are those of all.
  func emit(_ grids: [Grid], preferring usual: TabularFormat = .table, in context: ProcessContext) throws(Failure) {
    let format = format ?? usual
    guard !excel || format == .csv else { throw .usage(Messages.excelIsCSV) }
    let renderer: any TableRenderer =
      excel
      ? SpreadsheetCSV(language: language(in: context))
      : format.renderer(
        language: language(in: context), width: output == nil ? context.width : nil,
        style: output == nil ? context.style(color) : .plain)
    try emit(grids.map { renderer.string($0) }.joined(separator: "\n"), in: context)
    guard !format.carriesNotes else { return }
    for notice in grids.first?.notices ?? [] { context.errors.write(notice + "\n") }
  }

  /// Lines that are long only because a file or a terminal is wide enough.
  func emit(fitted text: String, in context: ProcessContext) throws(Failure) {
    try emit(FittedText.string(text, width: output == nil ? context.width : nil), in: context)
  }

  func emit(_ text: String, in context: ProcessContext) throws(Failure) {
    context.clock?.finish(Messages.verboseComputed)
    if let output { try AtomicFile.write(Array(text.utf8), to: output) } else { context.output.write(text) }
    context.clock?.finish(Messages.verboseWritten)
  }
}
