import Findings
import Values

/// Which members of a rule's dimensions a fact is about, in the order of the dimensions.
struct FactPlace: Hashable {
  var members: [String?]
}

/// Rows of one resource behind a fact.
struct Evidence: Hashable {
  let resource: String
  let column: String
  /// Of the resource, in the order in which they are numbered.
  let files: [String]
  var lines: SourceLines

  func file(_ part: Int) -> String { files.indices.contains(part) ? files[part] : "" }

  /// The value, where there is only one row.
  var cell: RowCell? {
    guard lines.count == 1, let first = lines.first else { return nil }
    return RowCell(file: file(first.part), line: first.line, column: column)
  }

  /// Where the first of the rows stands; the first file, where there are none.
  var position: Position { Position(file: file(lines.first?.part ?? 0), line: lines.first?.line) }
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
