import Values

/// Which members of a rule's dimensions a fact is about, in the order of the dimensions.
struct FactPlace: Hashable {
  var members: [String?]
}

/// Rows of one file behind a fact.
struct Evidence: Hashable {
  let resource: String
  let column: String
  let file: String
  var lines: LineRanges
}

/// A value that a rule looks at.
struct Fact {
  var value: Rational
  var flags: StatusFlags
  /// Counts what happens in a period that is not over.
  var isPartialFlow: Bool
  /// Some of its rows hold no value.
  var hasGaps: Bool
  var evidence: [Evidence]
  /// Rows of the year before that a formula looked at.
  var before: [Evidence] = []
  /// Both terms, of a ratio.
  var terms: (numerator: Rational, denominator: Rational)?
}
