import Aggregation
import ArgumentParser
import Catalogue
import Findings
import Language
import Rendering
import Trends

/// Which units a breakdown by unit shows.
struct LevelOption: ParsableArguments {
  @Option(name: .long, help: "The level of units.", completion: Completing.levels)
  var level: String?

  func named(in dataset: Dataset) throws(Failure) -> String? {
    guard let text = level, let levels = dataset.units?.levels, !levels.contains(text) else { return level }
    let unknown = Messages.unknownWord(Messages.wordLevel, word: text)
    let hint = Messages.didYouMean(NearestWord.candidates(for: text, among: levels), allowed: levels)
    throw .usage(
      LocalizedText(vi: "\(unknown.vietnamese) \(hint.vietnamese)", en: "\(unknown.english) \(hint.english)"))
  }
}

/// How many rows are shown one by one.
struct TopOption: ParsableArguments {
  @Option(name: .long, help: ArgumentHelp("Show so many one by one, and the others together.", valueName: "n"))
  var top: Int?

  func checked() throws(Failure) -> Int? {
    if let top, top < 1 { throw .usage(Messages.wrongTop(top)) }
    return top
  }
}

/// Where what is shown comes from.
struct ExplainOption: ParsableArguments {
  @Flag(name: .long, help: "Say where it comes from: formula, files, hashes, rows. With a breakdown, of the whole.")
  var explain = false

  /// Beside the answer: data go to the standard output, everything else to the standard error.
  func write(
    _ observations: @autoclosure () throws(Failure) -> [(Observation, Indicator)], _ forms: AnswerForms,
    in context: ProcessContext
  ) throws(Failure) {
    guard explain else { return }
    for (observation, indicator) in try observations() {
      let text = try Explaining.explanation(observation, indicator, forms).text
      context.errors.write("\n" + FittedText.string(text, width: context.width(of: context.errors)))
    }
  }
}
