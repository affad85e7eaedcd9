public import Language

/// How the documents of one kind of office look: what stands above and below their text. Data, so that a newer form is a
/// file and no code.
public struct OfficialForm: Sendable, Hashable {
  /// The one that is none: no letterhead, number, signature or recipients.
  public static let plain = "plain"

  /// A rule as long as the line above it.
  static let rule = "---"

  public let name: String
  public let names: LocalizedText
  /// A text in another language is a translation, and no document.
  public let language: OutputLanguage
  /// Both columns of the head, without its last line.
  let left: [FormPattern]
  let right: [FormPattern]
  /// The last line of the head: number and symbol at the left, place and day at the right.
  let number: FormPattern
  let day: FormPattern
  /// Above the text, where it is addressed to somebody; nil for a form without.
  let salutation: FormPattern?
  /// What stands before who is signed for: `T/M`, `K/T`.
  let authority: [Authority: String]
  let recipients: Recipients
  /// The sign behind the last word of the text: `.`, `./.`.
  public let end: String

  /// By which right somebody signs.
  public enum Authority: String, Sendable, CaseIterable {
    /// For a body that decides together.
    case body = "for"
    /// A deputy for the head.
    case deputy = "instead-of"
    case order = "by-order-of"
    case mandate = "authorised-by"
  }

  struct Recipients: Sendable, Hashable {
    let title: String
    let item: FormPattern
    let last: FormPattern
  }
}
