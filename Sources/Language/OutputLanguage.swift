/// A language in which ThapNien speaks to its readers.
public enum OutputLanguage: String, Sendable, Hashable, CaseIterable {
  case vietnamese = "vi"
  case english = "en"

  /// The language of the terminal: the first of `LC_ALL`, `LC_MESSAGES` and `LANG` that is set decides.
  ///
  /// An empty variable counts as unset, as POSIX has it. Every locale that is neither Vietnamese nor English, `C` and
  /// `POSIX` among them, means Vietnamese.
  public static func fromEnvironment(_ environment: [String: String]) -> OutputLanguage {
    let names = ["LC_ALL", "LC_MESSAGES", "LANG"]
    let locale = names.lazy.compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
    let subtag = locale.prefix { !"_-.@".contains($0) }.lowercased()
    return OutputLanguage(rawValue: subtag) ?? .vietnamese
  }
}
