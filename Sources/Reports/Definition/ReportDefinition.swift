public import Aggregation
public import Findings
public import Language
public import Trends

/// What a report holds, generic over packages and periods: it names indicators, never units or years.
public struct ReportDefinition: Sendable {
  public static let fileName = "report.yaml"

  /// The folder's name: `decade`. The report's files are named after it.
  public let name: String
  /// Where the definition and its templates lie.
  public let folder: String
  public let names: LocalizedText
  /// The title of a report that ends before the range it is about does: an interim review; nil where it has none.
  public let interimNames: LocalizedText?
  public let language: OutputLanguage
  public let period: ReportPeriodDefinition
  public let summary: SummaryDefinition
  public let tables: [TableDefinition]
  /// Template files beside the definition.
  public let briefings: [OutputLanguage: String]
  /// Texts with digits that a template may hold: document numbers, headings.
  public let labels: [String]
  /// The form of an office's document; nil for the plain one.
  public let form: ReportForm?
  /// Parts of the briefing that the office writes itself, by the names that templates have for them.
  public let slots: [(name: String, title: LocalizedText)]
  /// Who signs the workbook, where it is signed; with a form it says so.
  public let signature: ReportSignature?
  /// What every figure has to be made from; nil for anything.
  public let requiredCoverage: RequiredCoverage?
  /// When a change is called slight or strong; nil for neither.
  public let words: ChangeWords?
  /// How many indicators the list of what stands out names at most.
  public let highlights: Int
  /// The folder beside the definition that holds the previous edition.
  public let previous: String?

  /// Whether a table or the summary shows an indicator.
  func isUsed(_ code: String) -> Bool {
    summary.headline.code == code || (summary.levels + summary.totals).contains { $0.code == code }
      || tables.contains { $0.names(code) }
  }
}

/// The name of an indicator where a definition uses it, with its place for findings.
public struct IndicatorReference: Sendable, Hashable {
  public let code: String
  public let position: Position
}

public struct SummaryDefinition: Sendable {
  public let headline: IndicatorReference
  /// Levels with their change and target.
  public let levels: [IndicatorReference]
  /// Totals over the whole period.
  public let totals: [IndicatorReference]
  public let charts: [ChartDefinition]
}

public struct ChartDefinition: Sendable {
  public enum Kind: String, Sendable, CaseIterable { case line, bars, ranked }

  public let kind: Kind
  public let indicator: IndicatorReference
}
