public import Catalogue
public import Language
public import Values

/// A figure of a draft: a number with what stands around it.
public struct DraftFigure: Sendable {
  /// As it stands in the text, with its unit.
  public let printed: String
  /// From 1.
  public let line: Int
  public let column: Int
  /// Nil where no convention reads it.
  public let value: ExactDecimal?
  public let bound: NumberBound
}

/// What a figure of a draft may be.
public struct DraftProposal: Sendable {
  public let indicator: Indicator
  /// What is said of the indicator: `level`, `change`, `average`, `target`, `gap`, `completion`.
  public let quantity: String
  public let years: ClosedRange<Int>
  public let unit: String?
  public let organisation: String?
  /// The words of the text that lead to it.
  public let evidence: String
  public let judgement: Judgement
}

/// A figure of a draft with what the data say about it.
public struct DraftResult: Sendable {
  public let figure: DraftFigure
  /// What the figure is, where that is certain; else what it may be.
  public let proposals: [DraftProposal]
  /// Of the one certain proposal; `unknown` where there is none.
  public let judgement: Judgement
}

/// What was read of a table of a draft.
public struct DraftTableReport: Sendable {
  /// From its heading to its last row.
  public let lines: ClosedRange<Int>
  /// Cells that were compared with the data.
  public let checked: Int
  /// The line of each cell with a number of which the table does not say with certainty which one it is.
  public let unread: [Int]
}

/// All figures of a draft.
public struct DraftReport: Sendable {
  public let language: OutputLanguage
  public let results: [DraftResult]
  /// Numbers that are no figures: dates, years, numbers of documents, list markers.
  public let skipped: Int
  /// In the order of the text; their cells that were compared are among the results.
  public let tables: [DraftTableReport]

  /// How many figures were found to be one of the data's.
  public var recognised: Int { results.count { $0.judgement.verdict != .unknown } }
}
