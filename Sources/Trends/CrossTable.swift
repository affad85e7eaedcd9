public import Aggregation
public import Catalogue
public import Findings
import Language
public import Values

/// Indicators by any dimensions: what `table` answers.
public struct CrossTableQuery: Sendable {
  public var indicators: [Indicator]
  /// Dimension names, `period` among them; in the order of the columns.
  public var by: [String]
  public var selection: Selection
  public var level: String?
  public var periods: PeriodChoice
  public var hasTotal: Bool

  public init(
    indicators: [Indicator], by: [String], selection: Selection = .whole, level: String? = nil,
    periods: PeriodChoice = PeriodChoice(), hasTotal: Bool = false
  ) {
    self.indicators = indicators
    self.by = by
    self.selection = selection
    self.level = level
    self.periods = periods
    self.hasTotal = hasTotal
  }
}

/// The answer: one row a combination of members.
public struct CrossTable: Sendable {
  public struct Row: Sendable {
    /// Codes in the order of `by`; a period's code for `period`.
    public let members: [String]
    /// One an indicator; nil where the indicator is not broken down that way.
    public let observations: [Observation?]
    /// What they are of.
    public let selection: Selection
    public let span: PeriodSpan
  }

  /// Rows that are not shown one by one.
  public struct Together: Sendable {
    public let count: Int
    /// One an indicator; nil where values are never added up.
    public let observations: [Observation?]
  }

  public let query: CrossTableQuery
  /// The periods shown, in order.
  public let spans: [PeriodSpan]
  public internal(set) var rows: [Row]
  /// One an indicator, when a total was asked for.
  public internal(set) var totals: [Observation]?
  /// From the first period shown to the last.
  public let whole: PeriodSpan
  /// What is left out of a top of so many.
  public internal(set) var rest: Together?
  /// One a row and indicator, in percent of the whole; nil where no shares were asked for.
  public internal(set) var shares: [[Rational?]]?
  /// Values decide which rows are shown, or in which order.
  public internal(set) var isRanked = false

  init(query: CrossTableQuery, spans: [PeriodSpan], rows: [Row], totals: [Observation]?, whole: PeriodSpan) {
    self.query = query
    self.spans = spans
    self.rows = rows
    self.totals = totals
    self.whole = whole
  }

  /// All that the table shows, with what each is of.
  public var observations: [(Observation, Indicator)] {
    (rows.map(\.observations) + [totals ?? []]).flatMap { row in
      zip(row, query.indicators).compactMap { observation, indicator in observation.map { ($0, indicator) } }
    }
  }
}

extension CrossTableQuery {
  /// - Throws: `Failure.refused` when a total is asked for that has no meaning, such as a stock over years.
  public func run(_ evaluator: Evaluator) throws(Failure) -> CrossTable? {
    let spans = try evaluator.spans(of: indicators, periods)
    guard let lead = indicators.first, let first = spans.first, let last = spans.last else { return nil }
    // Without a breakdown by period the whole is one span.
    guard let whole = Self.whole(first, last) ?? (by.contains(DimensionDeclaration.period) ? first : nil) else {
      throw .usage(Messages.periodsOfOtherKinds(first.code, last.code))
    }
    var cells: [(members: [String], span: PeriodSpan, selection: Selection)] = [([], whole, selection)]
    for dimension in by {
      var finer: [(members: [String], span: PeriodSpan, selection: Selection)] = []
      for cell in cells {
        if dimension == DimensionDeclaration.period {
          for span in spans { finer.append((cell.members + [span.code], span, cell.selection)) }
          continue
        }
        let own = cell.span == whole ? spans : [cell.span]
        for part in try parts(dimension, lead, own, cell.selection, evaluator) {
          finer.append((cell.members + [part.code], cell.span, part.selection))
        }
      }
      cells = finer
    }
    let answers = try evaluator.observe(indicators, at: cells.map { ($0.span, $0.selection) })
    let rows = zip(cells, answers).map { cell, own in
      CrossTable.Row(members: cell.members, observations: own, selection: cell.selection, span: cell.span)
    }
    return CrossTable(
      query: self, spans: spans, rows: rows, totals: hasTotal ? try totals(spans, whole, evaluator) : nil, whole: whole)
  }

  /// From the start of one span to the end of another; nil when terms or several kinds lie between.
  private static func whole(_ first: PeriodSpan, _ last: PeriodSpan) -> PeriodSpan? {
    if first == last { return first }
    guard let first = first.single, let last = last.single else { return nil }
    return .from(first, to: last)
  }

  /// Members of a dimension for all the indicators: the first that is broken down by it gives the order.
  private func parts(
    _ dimension: String, _ lead: Indicator, _ spans: [PeriodSpan], _ selection: Selection, _ evaluator: Evaluator
  ) throws(Failure) -> [(code: String, selection: Selection)] {
    try evaluator.parts(of: lead, by: dimension, level: level, spans: spans, within: selection).map { part in
      let code =
        dimension == DimensionDeclaration.unit ? part.unit ?? "" : part.member(of: dimension) ?? ""
      return (code, part)
    }
  }

  private func totals(
    _ spans: [PeriodSpan], _ whole: PeriodSpan, _ evaluator: Evaluator
  ) throws(Failure) -> [Observation] {
    if let first = spans.first, let last = spans.last, Self.whole(first, last) == nil {
      throw .refused(Messages.periodsOfOtherKinds(first.code, last.code))
    }
    var totals: [Observation] = []
    for indicator in indicators {
      let overTime = by.contains(DimensionDeclaration.period) && spans.count > 1
      if overTime, let reason = evaluator.refusalOverTime(indicator) { throw .refused(reason) }
      totals.append(try evaluator.observe(indicator, in: whole, of: selection))
    }
    return totals
  }
}
