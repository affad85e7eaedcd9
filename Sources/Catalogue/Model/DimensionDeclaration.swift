public import Datasets
public import Findings
public import Language
public import Values

/// Where rows belong: a dimension, the resource that lists its members and the columns that describe them.
public struct DimensionDeclaration: Sendable {
  /// The two dimensions that every package may have, by the names they have in the catalogue.
  public static let unit = "unit"
  public static let organisation = "organisation"
  public static let period = "period"

  public let name: String
  public let resource: String
  public let columns: DimensionColumns
  /// What stands above its members: "Lĩnh vực"; nil where the catalogue does not say.
  public let title: LocalizedText?
  public let position: Position
}

/// Which column plays which part in a resource.
public struct ResourceRoles: Sendable {
  public enum Time: Sendable, Hashable {
    /// A column with the reporting year.
    case year(column: String)
    /// A column of months.
    case month(column: String)
    /// A column with the day of an event, which belongs to the reporting month, quarter and year that hold the day.
    case day(column: String)
    /// A column of period codes, such as `2023-Q3`, and perhaps one that names their kind.
    case code(column: String, kind: String?)
    /// A register: a row counts in every year from one column's to another's, the second empty while it lasts.
    case active(from: String, to: String)
  }

  public let resource: String
  public let time: Time
  public let unitColumn: String?
  /// The level of unit whose rows the resource holds; rows of other levels are refused.
  public let level: String?
  /// Dimension name and column, in the order of the catalogue.
  public let dimensions: [(dimension: String, column: String)]
  public let flagsColumn: String?
  public let cutOffColumn: String?
  public let reportingYear: ReportingYear
  /// The kinds of period that rows may have; nil for any.
  public var periodKinds: [PeriodKind]?
  /// The dimensions whose combinations are expected to report; empty when nothing is expected.
  public let expects: [String]
  /// Codes of units and of other members that are not expected to report.
  public let exceptMembers: [String]
  public let position: Position

  /// All columns that say where a row belongs and what its status is.
  public var columns: [String] {
    let times =
      switch time {
      case .year(let column), .month(let column), .day(let column): [column]
      case .code(let column, let kind): [column, kind].compactMap { $0 }
      case .active(let from, let to): [from, to]
      }
    return times + [unitColumn, flagsColumn, cutOffColumn].compactMap { $0 } + dimensions.map(\.column)
  }

  /// Rows are events with their days: a period without any is no gap.
  public var isDaily: Bool {
    if case .day = time { return true }
    return false
  }

  public func column(of dimension: String) -> String? {
    if dimension == DimensionDeclaration.unit { return unitColumn }
    return dimensions.first { $0.dimension == dimension }?.column
  }
}

extension ResourceRoles {
  /// Whether its rows are of reporting years, be it beside finer periods.
  public var reportsYears: Bool {
    switch time {
    case .year: true
    case .code: periodKinds?.contains(.year) ?? false
    case .month, .day, .active: false
    }
  }
}
