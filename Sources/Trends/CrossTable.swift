public import Aggregation
public import Catalogue
public import Findings
import Language

/// Indicators by any dimensions: what `table` answers.
public struct CrossTableQuery: Sendable {
  public var indicators: [Indicator]
  /// Dimension names, `period` among them; in the order of the columns.
  public var by: [String]
  public var selection: Selection
  public var level: String?
  public var first: Int?
  public var last: Int?
  public var hasTotal: Bool

  public init(
    indicators: [Indicator], by: [String], selection: Selection = .whole, level: String? = nil, first: Int? = nil,
    last: Int? = nil, hasTotal: Bool = false
  ) {
    self.indicators = indicators
    self.by = by
    self.selection = selection
    self.level = level
    self.first = first
    self.last = last
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
  }

  public let query: CrossTableQuery
  public let years: ClosedRange<Int>
  public let rows: [Row]
  /// One an indicator, when a total was asked for.
  public let totals: [Observation]?
}

extension CrossTableQuery {
  /// - Throws: `Failure.refused` when a total is asked for that has no meaning, such as a stock over years.
  public func run(_ evaluator: Evaluator) throws(Failure) -> CrossTable? {
    guard let years = try evaluator.years(of: indicators, first: first, last: last), let lead = indicators.first else {
      return nil
    }
    var cells: [(members: [String], years: ClosedRange<Int>, selection: Selection)] = [([], years, selection)]
    for dimension in by {
      var finer: [(members: [String], years: ClosedRange<Int>, selection: Selection)] = []
      for cell in cells {
        if dimension == DimensionDeclaration.period {
          for year in cell.years { finer.append((cell.members + ["\(year)"], year...year, cell.selection)) }
          continue
        }
        for part in try parts(dimension, lead, cell.years, cell.selection, evaluator) {
          finer.append((cell.members + [part.code], cell.years, part.selection))
        }
      }
      cells = finer
    }
    var rows: [CrossTable.Row] = []
    for cell in cells {
      var observations: [Observation?] = []
      for indicator in indicators {
        observations.append(try evaluator.observe(indicator, years: cell.years, of: cell.selection))
      }
      rows.append(CrossTable.Row(members: cell.members, observations: observations))
    }
    return CrossTable(query: self, years: years, rows: rows, totals: hasTotal ? try totals(years, evaluator) : nil)
  }

  /// Members of a dimension for all the indicators: the first that is broken down by it gives the order.
  private func parts(
    _ dimension: String, _ lead: Indicator, _ years: ClosedRange<Int>, _ selection: Selection, _ evaluator: Evaluator
  ) throws(Failure) -> [(code: String, selection: Selection)] {
    try evaluator.parts(of: lead, by: dimension, level: level, years: years, within: selection).map { part in
      let code =
        dimension == DimensionDeclaration.unit ? part.unit ?? "" : part.member(of: dimension) ?? ""
      return (code, part)
    }
  }

  private func totals(_ years: ClosedRange<Int>, _ evaluator: Evaluator) throws(Failure) -> [Observation] {
    var totals: [Observation] = []
    for indicator in indicators {
      let overTime = by.contains(DimensionDeclaration.period) && years.count > 1
      if overTime, let reason = evaluator.refusalOverTime(indicator) { throw .refused(reason) }
      totals.append(try evaluator.observe(indicator, years: years, of: selection))
    }
    return totals
  }
}
