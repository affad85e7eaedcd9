public import Aggregation
public import Catalogue
public import Language
public import Values

/// One of several that are compared: a part of a package, or a whole package.
public struct ComparisonSide {
  public let evaluator: Evaluator
  public let indicator: Indicator
  public let selection: Selection

  public init(_ evaluator: Evaluator, _ indicator: Indicator, _ selection: Selection = .whole) {
    self.evaluator = evaluator
    self.indicator = indicator
    self.selection = selection
  }
}

/// Sides beside each other, each against what all are compared with and against its own target.
public struct Comparison {
  public struct Row {
    public let side: ComparisonSide
    public let observation: Observation
    /// Against the base, in the unit of change; nil for a part of a sum, which has a share instead.
    public let difference: Rational?
    /// The difference in percent of the base; nil for percentages and scores.
    public let relative: Rational?
    /// Of the whole, in percent: for what is added up over parts.
    public let share: Rational?
    /// Why it is not compared.
    public let reason: LocalizedText?
    public let target: Target?
    public let completion: Completion?
    /// Since an earlier period, where one was asked for.
    public let movement: Movement?
    /// The base itself.
    public let isBase: Bool
  }

  /// How a value stands to its target.
  public enum Completion {
    /// In points, or in the unit itself where less is better.
    case gap(Rational)
    /// In percent of the target.
    case percent(Rational)
    /// The year is not over, and the target not reached yet.
    case open
  }

  public let span: PeriodSpan
  public let since: PeriodSpan?
  /// The span asked for, where not all sides have all of its years.
  public let trimmedFrom: PeriodSpan?
  /// What all are compared with, when it is none of the rows.
  public let whole: Observation?
  public let wholeMovement: Movement?
  public let rows: [Row]

  public var isIllustrative: Bool {
    rows.contains { $0.observation.isIllustrative || $0.movement?.before.isIllustrative ?? false }
      || whole?.isIllustrative ?? false
  }
}

extension ComparisonSide {
  /// A percentage or a published score: differences are in points, never in percent.
  var isScore: Bool {
    indicator.unit.isPercentage
      || evaluator.dataset.catalogue.measures(of: indicator).contains { $0.kind == .published }
  }

  /// Parts of it add up to the whole.
  var isSum: Bool {
    guard case .measure(let name) = indicator.definition else { return false }
    let kind = evaluator.dataset.catalogue.measures[name]?.kind
    return kind == .flow || kind == .stock || kind == .count
  }

  /// What it measures, whatever the package calls it.
  var nature: String {
    let kinds = evaluator.dataset.catalogue.measures(of: indicator).map(\.kind.rawValue)
    let form =
      switch indicator.definition {
      case .measure: "measure"
      case .ratio: "ratio"
      case .formula: "formula"
      case .share: "share"
      case .derived(let derivation): "\(derivation)"
      }
    return "\(form) \(kinds.joined(separator: " "))"
  }
}
