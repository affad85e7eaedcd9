/// How a briefing is written.
public enum BriefingFormat: Sendable, Hashable {
  /// Plain text in lines of so many columns, at least one.
  case text(width: Int)
  /// Markdown: a paragraph a line, headings, lists and tables as its readers know them.
  case markdown

  /// What a mail and a printed page have room for.
  public static let standardWidth = 78
  public static let standard = BriefingFormat.text(width: standardWidth)

  public var fileEnding: String {
    switch self {
    case .text: "txt"
    case .markdown: "md"
    }
  }
}
