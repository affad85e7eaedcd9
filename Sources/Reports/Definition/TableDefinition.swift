public import Findings
public import Language

public struct TableDefinition: Sendable {
  public enum Rows: Sendable, Hashable {
    /// One row a reporting year, one column an indicator.
    case period
    /// One row an indicator, one column a reporting year.
    case indicator
    /// One row a member of a dimension, one column a reporting year.
    case dimension(String)
    /// Units in the order of their last value.
    case ranking
    /// Published figures beside the computed ones.
    case claims
    /// What was sent in, when, and what is late.
    case submissions(Submitter)
  }

  /// What a list of submissions is counted by.
  public enum Submitter: String, Sendable, CaseIterable { case unit, organisation, form, period }

  /// What stands side by side.
  public enum Columns: Sendable, Hashable {
    /// Every period of the report.
    case period
    /// Some years of the report, with the changes between them.
    case milestones(Milestones)
    /// Declared terms of office, as far as the report reaches; all of them where none is named.
    case terms([String])
    /// Members of a dimension, over the whole report.
    case dimension(String)
    /// The table's indicators, over the whole report.
    case indicator
  }

  /// Which years of a report stand side by side.
  public enum Milestones: Sendable, Hashable {
    /// The last year, and every so many years before it.
    case every(Int)
    /// So many years up to the last.
    case last(Int)

    func shown(of years: Set<Int>, until end: Int) -> [Int] {
      switch self {
      case .every(let step): years.filter { (end - $0) % step == 0 }.sorted()
      case .last(let count): Array(years.sorted().suffix(count))
      }
    }
  }

  /// What stands beside the observations.
  public enum Extra: String, Sendable, CaseIterable { case total, average, change, target }

  /// Which question a chart answers.
  public enum Chart: String, Sendable, CaseIterable {
    /// How did the whole move? A line for a level, bars for a flow; with what was planned where the table has it.
    case trend
    /// What changed for each between the first and the last year?
    case slope
    /// How did each move beside the whole? A small line a member, on a page of their own.
    case multiples
  }

  public let id: String
  public let title: LocalizedText?
  public let rows: Rows
  public let columns: Columns
  public let indicators: [IndicatorReference]
  public let extras: Set<Extra>
  public let charts: [Chart]
  /// Opening, in, out, closing, instead of observations of one indicator.
  public let balance: BalanceDefinition?
  public let position: Position

  /// All that it shows.
  var references: [IndicatorReference] {
    indicators + (balance.map { [$0.stock] + $0.inflows + $0.outflows } ?? [])
  }

  func names(_ code: String) -> Bool { references.contains { $0.code == code } }
}

/// A stock that is what it was before, what came in, and not what went out.
public struct BalanceDefinition: Sendable {
  public let stock: IndicatorReference
  public let inflows: [IndicatorReference]
  public let outflows: [IndicatorReference]
}
