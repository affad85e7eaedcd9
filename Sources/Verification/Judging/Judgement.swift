public import Language
public import Values

/// The verdicts on one figure, with what they rest on.
public struct Judgement: Sendable {
  /// The first is the answer; others stand beside it.
  public var verdicts: [Verdict]
  /// Unrounded, in `unit`; nil where nothing could be computed.
  public var computed: Rational?
  /// With how many decimals the computed value is printed.
  public var decimals: Int
  /// Of the computed value: the code of the catalogue, and as readers see it.
  public var unit: UnitOfMeasure?
  public var unitNames: LocalizedText
  /// What the printed figure allows, in the unit of the computed value.
  public var interval: ValueInterval?
  public var isIllustrative: Bool
  /// Why, in order.
  public var reasons: [LocalizedText]
  /// The command that shows where the computed value comes from.
  public var query: String?

  public var verdict: Verdict { verdicts.first ?? .unknown }

  init(
    _ verdicts: [Verdict], computed: Rational? = nil, decimals: Int = 0, unit: UnitOfMeasure? = nil,
    unitNames: LocalizedText = LocalizedText(""), interval: ValueInterval? = nil, isIllustrative: Bool = false,
    reasons: [LocalizedText] = [], query: String? = nil
  ) {
    self.verdicts = verdicts
    self.computed = computed
    self.decimals = decimals
    self.unit = unit
    self.unitNames = unitNames
    self.interval = interval
    self.isIllustrative = isIllustrative
    self.reasons = reasons
    self.query = query
  }
}
