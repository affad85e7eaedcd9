import Aggregation
import ArgumentParser
import Datasets
import Findings
import Language
import Rendering
import Verification

struct VerifyCommand: RunnableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", _superCommandName: Thapnien.name,
    abstract: "Are published figures right? The package's claims, another list of them, or the figures of a text.")

  @OptionGroup var options: CommonOptions

  @Option(name: .long, help: ArgumentHelp("Another list of claims, with the same columns.", valueName: "file"))
  var claims: String?

  @Argument(help: "A text whose figures are looked for: .txt, .md, or - for the standard input.")
  var text: String?

  func answer(in context: ProcessContext) throws(Failure) -> Int32 {
    let dataset = try options.dataset(in: context)
    let forms = AnswerForms(dataset, language: options.language(in: context))
    let judge = try Judge(dataset)
    guard let text else { return try answer(judge, forms, in: context) }
    guard claims == nil else { throw .usage(Messages.claimsOrText) }
    return try answer(text, judge, forms, in: context)
  }

  private func answer(_ judge: Judge, _ forms: AnswerForms, in context: ProcessContext) throws(Failure) -> Int32 {
    let list = try ClaimReader.read(judge.dataset, file: claims)
    guard claims != nil || judge.dataset.catalogue.claims != nil else { throw .usage(Messages.noClaims) }
    let results = try ClaimCheck(judge).results(list)
    let answer = ClaimGrid(results, forms: forms)
    let format = options.format ?? .table
    if format == .table {
      try options.emit(answer.text, in: context)
    } else {
      try options.emit(answer.grid(forPeople: format.isForPeople), in: context)
    }
    return Self.code(results.map(\.judgement))
  }

  private func answer(
    _ path: String, _ judge: Judge, _ forms: AnswerForms, in context: ProcessContext
  ) throws(Failure) -> Int32 {
    let content: String
    if path == "-" {
      content = try StandardInput.text()
    } else {
      guard [".txt", ".md"].contains(where: path.lowercased().hasSuffix) else {
        throw .noInput(path: path, reason: Messages.notAText)
      }
      content = try TextFile.read(path, called: path)
    }
    let report = try DraftCheck(judge).report(content)
    let answer = DraftGrid(report, file: path, forms: forms)
    let format = options.format ?? .table
    if format == .table {
      try options.emit(answer.text, in: context)
    } else {
      try options.emit(answer.grid(forPeople: format.isForPeople), in: context)
    }
    return Self.code(report.results.map(\.judgement))
  }

  /// No as soon as one figure is contradicted.
  static func code(_ judgements: [Judgement]) -> Int32 {
    judgements.contains { $0.verdicts.contains(.contradicted) } ? ExitCode.no : ExitCode.yes
  }
}
