import Briefings
import Datasets
import Findings
import Language
import Reports

/// The briefing of a report from the template that its definition names.
struct ReportBriefing {
  let report: BuiltReport
  let definition: ReportDefinition

  /// - Throws: `Failure.noInput` without a template, `.invalid` for what is wrong in it; also when a report with
  ///   illustrative figures would not say so.
  func written() throws(Failure) -> Briefing {
    guard let template = definition.briefings[report.document.language] else {
      throw .noInput(path: ReportDefinition.fileName, reason: Messages.noTemplate)
    }
    let text = try TextFile.read("\(definition.folder)/\(template)", called: template)
    let briefing = try BriefingWriter.write(
      template: text, templateFile: template, context: report.briefing, labels: definition.labels,
      file: "\(definition.name).txt")
    guard saysWhatIsIllustrative(briefing) else {
      throw .invalid([
        Finding(
          code: "hidden-notice", position: Position(file: template, line: 1), message: Messages.hiddenNotice,
          remedy: Messages.hiddenNoticeRemedy)
      ])
    }
    guard saysWhatIsCorrected(briefing) else {
      throw .invalid([
        Finding(
          code: "hidden-correction", position: Position(file: template, line: 1), message: Messages.hiddenCorrection,
          remedy: Messages.hiddenCorrectionRemedy)
      ])
    }
    return briefing
  }

  private func saysWhatIsCorrected(_ briefing: Briefing) -> Bool {
    let words = report.corrections.isEmpty ? "" : Self.words(briefing.text)
    return report.corrections.allSatisfy { words.contains(Self.words($0.text)) }
  }

  /// Illustrative figures stand only under the notice, those of indicators that no table shows included.
  private func saysWhatIsIllustrative(_ briefing: Briefing) -> Bool {
    guard let notice = report.document.notices.first else {
      return !briefing.places.contains { report.book[$0.figure]?.isIllustrative ?? false }
    }
    return Self.words(briefing.text).contains(Self.words(notice))
  }

  /// Independent of where lines were broken.
  private static func words(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
