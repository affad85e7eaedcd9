public import Language

/// Why a question could not be answered. The kinds correspond one to one to the exit codes of the command line.
public enum Failure: Error, Sendable, Hashable {
  /// The question itself is wrong: an unknown indicator, a period that does not parse (64).
  case usage(LocalizedText)
  /// The data, the catalogue or the report definition are wrong; never empty (65).
  case invalid([Finding])
  /// The data are sound, but the question asks for something that has no meaning, such as a stock summed over years (65).
  case refused(LocalizedText)
  /// An input is missing or cannot be read (66).
  case noInput(path: String, reason: LocalizedText)
  /// An output cannot be created (73).
  case cannotCreate(path: String, reason: LocalizedText)
  /// Reading or writing failed half-way (74).
  case inputOutput(path: String, reason: LocalizedText)
  /// A defect of ours (70).
  case defect(String)
}
