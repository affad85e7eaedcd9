public import Datasets
public import Values

/// A value of an indicator, with all that is needed to explain it.
public struct Observation: Sendable {
  public let indicator: String
  public let period: Period
  public let selection: Selection
  /// Exact and unrounded; nil when there is none, and `absence` says why.
  public let value: Rational?
  public let absence: Absence?
  /// Both terms of a ratio, over the cells where both are present.
  public let numerator: Rational?
  public let denominator: Rational?
  public internal(set) var flags: StatusFlags
  /// Nil where nothing is expected to report, as in a register.
  public let coverage: Coverage?
  /// At least one row behind it is made up for illustration.
  public let isIllustrative: Bool
  public let inputs: [ObservationInput]
  /// Finer periods of it have no value at all, and later ones do: what is added up is less than the whole.
  public var hasMissingParts = false
  /// The day whose units it is stated on; nil for the units that reported.
  public internal(set) var boundaries: CalendarDate?

  /// Some of it was reported by other units than those of the boundaries.
  public var isRestated: Bool { inputs.contains { $0.parts.contains(where: \.origin.isRestated) } }
}

/// One measure and file behind an observation: what was added up, and from which rows.
public struct ObservationInput: Sendable, Hashable {
  public let measure: String
  public let resource: String
  public let column: String
  /// The CSV file, relative to the package.
  public let file: String
  /// "body = council", for each condition on the rows.
  public let conditions: [String]
  /// What its rows add up to; nil when there is no row with a value, or where different values were counted together
  /// in the rows of several files.
  public let value: Rational?
  public let lines: LineRanges
  /// What was corrected in the rows behind it, in the order of the file.
  public let corrections: [AppliedCorrection]
  public let isIllustrative: Bool
  /// On the boundaries of another day, what each unit that reported brings in; empty otherwise.
  public internal(set) var parts: [RestatedPart] = []

  /// There are rows with a value, which says something only together with those of other files.
  public var isCountedTogether: Bool { value == nil && !lines.isEmpty }

  public init(
    measure: String, resource: String, column: String, file: String, conditions: [String], value: Rational?,
    lines: LineRanges, corrections: [AppliedCorrection] = [], isIllustrative: Bool, parts: [RestatedPart] = []
  ) {
    self.measure = measure
    self.resource = resource
    self.column = column
    self.file = file
    self.conditions = conditions
    self.value = value
    self.lines = lines
    self.corrections = corrections
    self.isIllustrative = isIllustrative
    self.parts = parts
  }
}
