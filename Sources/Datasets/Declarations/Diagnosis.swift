public import Findings
public import Language

/// Collects what is wrong with a declaration while it is read, so that all mistakes are reported, not only the first.
public final class Diagnosis {
  public private(set) var findings: [Finding] = []

  public init() {}

  public var hasErrors: Bool { findings.contains { $0.severity == .error } }

  public func report(_ finding: Finding) { findings.append(finding) }

  public func report(
    _ code: String, at position: Position, value: String? = nil, _ message: LocalizedText, remedy: LocalizedText
  ) {
    report(Finding(code: code, position: position, value: value, message: message, remedy: remedy))
  }

  /// A word that is not in a closed list, answered with the nearest right one.
  public func reportUnknown(_ word: String, at position: Position, what: LocalizedText, allowed: [String]) {
    report(
      "unknown-word", at: position, value: word, Messages.unknownWord(what, word: word),
      remedy: Messages.didYouMean(NearestWord.candidates(for: word, among: allowed), allowed: allowed))
  }

  /// Ends the reading: throws everything found when there is an error in it.
  public func finish() throws(Failure) {
    if hasErrors { throw .invalid(findings) }
  }
}
