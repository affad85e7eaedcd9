import ArgumentParser
import Datasets
import Findings
import Language

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The command line as a function on streams.
public enum Program {
  public static let version = "0.1.0"
  /// Changed with it; manual pages bear it.
  static let versionDay = "2026-11-28"

  /// Runs one command line, without the program's own name, and returns its exit code.
  public static func run(_ arguments: [String], in context: ProcessContext) -> Int32 {
    signal(SIGPIPE, SIG_IGN)
    // A file that grows too large is an error of writing, with its exit code.
    signal(SIGXFSZ, SIG_IGN)
    let code = answer(arguments, in: context)
    switch context.output.ending {
    case nil: return code
    case .closed: return ExitCode.yes
    case .failed:
      let language = language(of: arguments, in: context)
      context.errors.write("\(Messages.errorWord[language]): \(Messages.cannotWriteOutput[language])\n")
      return ExitCode.inputOutput
    }
  }

  private static func answer(_ arguments: [String], in context: ProcessContext) -> Int32 {
    if let unknown = unknownWord(arguments) {
      let language = language(of: arguments, in: context)
      let near = NearestWord.candidates(for: unknown.word, among: unknown.known)
      let problem = Messages.unknownWord(unknown.what, word: unknown.word)[language]
      let hint = Messages.didYouMean(near, allowed: unknown.known)[language]
      context.errors.write(PrintableText.of("\(Messages.errorWord[language]): \(problem) \(hint)") + "\n")
      return ExitCode.usage
    }
    if let topics = HelpTopics.text(arguments, language(of: arguments, in: context)) {
      context.output.write(topics)
      return ExitCode.yes
    }
    if let page = manual(arguments) {
      context.output.write(page)
      return ExitCode.yes
    }
    var context = context
    context.ahead = DatasetAhead(arguments, in: context)
    // The command by itself parses faster than from the root, which has to say what is wrong and to give help.
    if let type = Thapnien.commands.first(where: { $0.name == arguments.first })?.type,
      let command = try? type.parseAsRoot(Array(arguments.dropFirst())) as? any RunnableCommand
    {
      return run(command, in: context)
    }
    do {
      var command = try Thapnien.parseAsRoot(arguments)
      if let command = command as? any RunnableCommand { return run(command, in: context) }
      // The root and `help` answer by throwing the text of the help.
      try command.run()
      return ExitCode.yes
    } catch {
      let code = Thapnien.exitCode(for: error).rawValue
      if code == 0 {
        context.output.write(Thapnien.fullMessage(for: error) + "\n")
      } else {
        context.errors.write(ArgumentProblem(error).text(language(of: arguments, in: context)))
      }
      return code
    }
  }

  /// `help man`, `help man trend`, and `help man --names` for whoever puts the pages in place.
  private static func manual(_ arguments: [String]) -> String? {
    guard arguments.prefix(2) == ["help", "man"], arguments.count <= 3 else { return nil }
    guard let name = arguments.dropFirst(2).first else { return ManualPage.text(ManualPage.program) }
    if name == "--names" { return ManualPage.names.joined(separator: "\n") + "\n" }
    return ManualPage.text(name) ?? ManualPage.text("\(ManualPage.program)-\(name)")
  }

  /// A subcommand that there is not, or a word that there is no help for.
  private static func unknownWord(_ arguments: [String]) -> (what: LocalizedText, word: String, known: [String])? {
    guard let first = arguments.first, !first.hasPrefix("-") else { return nil }
    guard first == "help" else {
      return Thapnien.names.contains(first) ? nil : (Messages.wordCommand, first, Thapnien.names)
    }
    guard arguments.count > 1, !arguments[1].hasPrefix("-") else { return nil }
    let known = Thapnien.names + ["topics", "man"]
    guard known.contains(arguments[1]) else { return (Messages.wordCommand, arguments[1], known) }
    if arguments[1] == "man", arguments.count > 2, manual(arguments) == nil {
      return (Messages.wordCommand, arguments[2], Thapnien.names)
    }
    guard arguments[1] == "topics" else { return nil }
    return HelpTopics.unknown(arguments).map { (Messages.wordTopic, $0, HelpTopics.names) }
  }

  /// The language asked for, also where the command line does not parse.
  private static func language(of arguments: [String], in context: ProcessContext) -> OutputLanguage {
    for (index, argument) in arguments.enumerated() {
      let next = index + 1 < arguments.count ? arguments[index + 1] : ""
      let word = argument == "--lang" ? next : argument.hasPrefix("--lang=") ? String(argument.dropFirst(7)) : ""
      if let language = OutputLanguage(rawValue: word) { return language }
    }
    return context.language
  }

  private static func run(_ command: any RunnableCommand, in context: ProcessContext) -> Int32 {
    let options = command.options
    let language = options.language(in: context)
    var context = context
    context.isQuiet = options.quiet
    var line: ProgressLine?
    if options.verbose, !options.quiet {
      let clock = StageClock(language, descriptor: context.errors.descriptor)
      context.clock = clock
      context.progress = ReadingProgress { clock.reads($0, bytes: $1) }
    } else if !options.quiet, context.errors.isTerminal {
      let progress = context.ahead?.progress ?? ReadingProgress()
      line = ProgressLine.begin(progress, language, in: context)
      context.progress = line.map { _ in progress }
    }
    defer {
      line?.end()
      if let clock = context.clock {
        clock.end()
        context.errors.write(clock.pendingText())
      }
    }
    do throws(Failure) {
      guard !(options.quiet && options.verbose) else { throw .usage(Messages.quietOrVerbose) }
      // Also where an answer is no table, as the JSON of a trend.
      if options.excel, let format = options.format, format != .csv { throw .usage(Messages.excelIsCSV) }
      guard options.files.isEmpty || type(of: command).takesFiles else { throw .usage(Messages.filesOfThePackage) }
      return try command.answer(in: context)
    } catch {
      context.errors.write(FailureReport(language: language).text(error))
      return ExitCode.of(error)
    }
  }
}

/// A command as a function on a context.
protocol RunnableCommand: ParsableCommand {
  var options: CommonOptions { get }
  /// Whether `--file` may name other files than those of the package.
  static var takesFiles: Bool { get }

  /// - Returns: the exit code.
  func answer(in context: ProcessContext) throws(Failure) -> Int32
}

extension RunnableCommand {
  static var takesFiles: Bool { false }
}

/// The root command.
struct Thapnien: ParsableCommand {
  /// Its commands name it, so that one that is parsed by itself looks for no completion script that it should write.
  static let name = "thapnien"

  static let configuration = CommandConfiguration(
    commandName: name,
    abstract: "Turns districts' CSV files into the yearly report; every number can be traced to its rows.",
    discussion: "Periods, flags, formats, filters, exit codes, environment: thapnien help topics.",
    version: Program.version,
    subcommands: commands.map(\.type))

  static let commands: [(name: String, type: any RunnableCommand.Type)] = [
    ("new", NewCommand.self), ("check", CheckCommand.self), ("list", ListCommand.self), ("trend", TrendCommand.self),
    ("table", TableCommand.self), ("rank", RankCommand.self), ("compare", CompareCommand.self),
    ("export", ExportCommand.self), ("explain", ExplainCommand.self), ("report", ReportCommand.self),
    ("verify", VerifyCommand.self), ("audit", AuditCommand.self), ("revise", ReviseCommand.self),
  ]
  static var names: [String] { commands.map(\.name) }
}
