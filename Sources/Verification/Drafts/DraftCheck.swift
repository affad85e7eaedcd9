import Aggregation
import Catalogue
public import Findings
public import Language
import Values

/// Finds the figures of a draft and compares them with the data.
public struct DraftCheck {
  private let judge: Judge

  public init(_ judge: Judge) { self.judge = judge }

  /// - Parameter language: of the draft; nil to tell it from its words.
  /// - Throws: what reading the data throws.
  public func report(_ text: String, in language: OutputLanguage? = nil) throws(Failure) -> DraftReport {
    let guessed = DraftSpelling(text)
    let spelling = language.map { DraftSpelling($0, hasDiacritics: guessed.hasDiacritics) } ?? guessed
    let found = DraftTableFinder(text)
    let reading = DraftReading(found.prose, spelling, judge.dataset)
    var results: [DraftResult] = []
    var history: [(sentence: Range<Int>, indicator: Indicator)] = []
    for (figure, place) in zip(reading.figures, reading.places) {
      let result = try DraftFigureCheck(judge, reading, figure, place).result(after: history)
      results.append(result)
      if let named = result.proposals.first?.indicator, result.proposals.allSatisfy({ $0.indicator.code == named.code })
      {
        history.append((place.sentence, named))
      }
    }
    let check = DraftTableCheck(judge: judge, reader: AxisReader(reading.lexicon), isMixed: reading.isMixed)
    var tables: [DraftTableReport] = []
    for table in found.tables {
      let (cells, report) = try check.reading(table)
      results += cells
      tables.append(report)
    }
    results.sort { ($0.figure.line, $0.figure.column) < ($1.figure.line, $1.figure.column) }
    return DraftReport(language: spelling.language, results: results, skipped: reading.skipped, tables: tables)
  }
}

/// A draft taken apart.
struct DraftReading {
  let tokens: [DraftToken]
  let lexicon: Lexicon
  let figures: [FoundFigure]
  let places: [FigureSurroundings]
  let periods: PeriodChoice
  let members: MemberChoice
  let indicators: IndicatorChoice
  let skipped: Int
  /// Tokens of times.
  let times: Set<Int>
  /// A number of the draft can only be read by the other language's convention, so that none is certain.
  let isMixed: Bool

  init(_ text: String, _ spelling: DraftSpelling, _ dataset: Dataset) {
    tokens = DraftTokens.read(text, spelling)
    lexicon = Lexicon(dataset, spelling)
    let mentions = PeriodReader(tokens).mentions()
    times = Set(mentions.flatMap { Array($0.tokens) })
    (figures, skipped) = FigureFinder(tokens, mentions, lexicon).figures()
    let sentences = DraftSentences(tokens)
    places = sentences.surroundings(of: figures)
    periods = PeriodChoice(tokens, mentions, sentences, first: figures.first?.tokens.lowerBound, places)
    members = MemberChoice(tokens, lexicon)
    indicators = IndicatorChoice(tokens, lexicon, dataset.catalogue)
    isMixed = figures.contains { $0.number.isForeign }
  }
}
