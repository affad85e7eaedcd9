/// A language in which ThapNien speaks to its readers.
public enum OutputLanguage: String, Sendable, Hashable, CaseIterable {
  case vietnamese = "vi"
  case english = "en"
}
