/// One text in both languages of the readers.
public struct LocalizedText: Sendable, Hashable {
  public var vietnamese: String
  public var english: String

  public init(vi vietnamese: String, en english: String) {
    self.vietnamese = vietnamese
    self.english = english
  }

  /// A text that is the same in both languages: a code, a name, a number.
  public init(_ same: String) {
    vietnamese = same
    english = same
  }

  public subscript(language: OutputLanguage) -> String {
    switch language {
    case .vietnamese: vietnamese
    case .english: english
    }
  }
}
