public import Aggregation
public import Values

/// Where one published number comes from.
public struct LedgerEntry: Sendable, Hashable {
  public enum Origin: Sendable, Hashable {
    /// Aggregated from rows.
    case observation(inputs: [ObservationInput])
    /// Computed from other numbers of the ledger.
    case derived(from: [FigureID])
    /// Read from a row: a published figure or a planned value.
    case quoted(file: String, line: Int, document: String?)
  }

  public let id: FigureID
  public let indicator: String?
  public let period: Period?
  public let selection: Selection
  /// Exact: a decimal, or a quotient such as `31296300/528475`.
  public let value: Rational
  /// Rounded once, to the decimals it is published with.
  public let published: ExactDecimal
  public let unitOfMeasure: String
  public let flags: StatusFlags
  public let coverage: Coverage?
  public let isIllustrative: Bool
  /// `100 * last(membership.members) / last(membership.eligible)`.
  public let formula: String
  public let origin: Origin

  public init(
    id: FigureID, indicator: String?, period: Period?, selection: Selection = .whole, value: Rational,
    published: ExactDecimal, unitOfMeasure: String, flags: StatusFlags = [], coverage: Coverage? = nil,
    isIllustrative: Bool, formula: String, origin: Origin
  ) {
    self.id = id
    self.indicator = indicator
    self.period = period
    self.selection = selection
    self.value = value
    self.published = published
    self.unitOfMeasure = unitOfMeasure
    self.flags = flags
    self.coverage = coverage
    self.isIllustrative = isIllustrative
    self.formula = formula
    self.origin = origin
  }
}

/// A file that a ledger rests on.
public struct SourceFile: Sendable, Hashable {
  public let resource: String
  /// Relative to the data package.
  public let path: String
  /// Lower-case hexadecimal.
  public let sha256: String
  public let bytes: Int
  public let isIllustrative: Bool
  /// By which a change is found line by line; nil for large files and for those that are not plain text.
  public let lineChecks: LineChecks?

  public init(
    resource: String, path: String, sha256: String, bytes: Int, isIllustrative: Bool, lineChecks: LineChecks? = nil
  ) {
    self.resource = resource
    self.path = path
    self.sha256 = sha256
    self.bytes = bytes
    self.isIllustrative = isIllustrative
    self.lineChecks = lineChecks
  }
}
