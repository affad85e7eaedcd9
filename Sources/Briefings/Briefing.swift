public import Reports

/// A plain-text briefing, with the line of each number in it.
public struct Briefing: Sendable, Hashable {
  /// Lines end with a line feed, the last one too; NFC; no line ends in a space.
  public let text: String
  /// Every figure of the data in the text, in reading order; one that is printed twice stands here twice.
  public let places: [FigurePlace]
  /// Every other text with a digit, in reading order: with `places` they account for each digit of the text.
  public let labels: [BriefingLabel]
}

/// A text with digits that is a name and not a number of the data: a document's number, a date, a heading.
public struct BriefingLabel: Sendable, Hashable {
  public enum Origin: Sendable, Hashable {
    /// Typed into the template and declared in the report definition.
    case declared
    /// In the words that came with the data: a year, a date, the name of a document.
    case data
    /// The running number of a paragraph.
    case numbering
  }

  public let label: String
  /// From 1.
  public let line: Int
  /// The character of the line with which it begins, from 1.
  public let column: Int
  public let origin: Origin
}

extension Briefing {
  /// The labels as a ledger keeps them.
  ///
  /// - Parameter file: the briefing's name, without a folder.
  public func labelPlaces(in file: String) -> [LabelPlace] {
    labels.map { LabelPlace(label: $0.label, file: file, spot: .line($0.line), column: $0.column) }
  }
}
