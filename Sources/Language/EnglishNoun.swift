/// Nouns that stand after a number in English: the catalogue gives the plural.
public enum EnglishNoun {
  /// One of what a plural names, as far as its last word forms it by rule: `meetings` → `meeting`,
  /// `people in dialogue` stays.
  public static func singular(_ plural: String) -> String {
    if plural.hasSuffix("ies"), plural.utf8.count > 4 { return plural.dropLast(3) + "y" }
    for ending in ["sses", "ches", "shes", "xes"] where plural.hasSuffix(ending) { return String(plural.dropLast(2)) }
    guard plural.hasSuffix("s"), !plural.hasSuffix("ss"), !plural.hasSuffix("us") else { return plural }
    return String(plural.dropLast())
  }
}
