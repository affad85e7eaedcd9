import Findings
import Language

/// How a failure is told on the standard error: what, where, the offending text, how to mend it.
struct FailureReport {
  let language: OutputLanguage

  /// More findings than this are counted, not listed: `check` lists them all.
  static let shownFindings = 20

  /// Without the control characters that an argument or a file may hold: they would command the terminal.
  func text(_ failure: Failure) -> String {
    PrintableText.of(words(failure))
  }

  private func words(_ failure: Failure) -> String {
    switch failure {
    case .usage(let message): line(Messages.errorWord, message)
    case .refused(let message): line(Messages.refusedWord, message)
    case .noInput(let path, let reason), .cannotCreate(let path, let reason), .inputOutput(let path, let reason):
      "\(Messages.errorWord[language]): \(path): \(reason[language])\n"
    case .defect(let what): "\(Messages.defectWord[language]): \(what)\n"
    case .invalid(let findings): text(findings)
    }
  }

  private func line(_ word: LocalizedText, _ message: LocalizedText) -> String {
    "\(word[language]): \(message[language])\n"
  }

  private func text(_ findings: [Finding]) -> String {
    var text = ""
    for finding in findings.prefix(Self.shownFindings) {
      text +=
        "\(finding.position): \(finding.severity.name[language].lowercased()) [\(finding.code)] \(finding.message[language])\n"
      text += "  → \(finding.remedy[language])\n"
    }
    if findings.count > Self.shownFindings {
      text += Messages.moreFindings(findings.count - Self.shownFindings)[language] + "\n"
    }
    return text
  }
}
