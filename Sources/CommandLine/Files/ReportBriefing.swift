import Briefings
import Datasets
import Findings
import Language
import Reports

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The briefing of a report from the template that its definition names.
struct ReportBriefing: Sendable {
  private let document: ReportDocument
  private let context: BriefingValue
  private let corrections: [ReportSentence]
  /// The figures that need a notice, of a report that has none.
  private let illustrative: Set<FigureID>
  private let definition: ReportDefinition
  private let format: BriefingFormat

  init(report: BuiltReport, definition: ReportDefinition, format: BriefingFormat = .standard) {
    document = report.document
    context = report.briefing
    corrections = report.corrections
    let entries = document.notices.isEmpty ? report.book.entries : [:]
    illustrative = Set(entries.filter(\.value.isIllustrative).keys)
    self.definition = definition
    self.format = format
  }

  /// The file's name, without a folder.
  var file: String { "\(definition.name).\(format.fileEnding)" }

  /// - Throws: `Failure.noInput` without a template, `.invalid` for what is wrong in it; also when a report with
  ///   illustrative figures would not say so.
  func written() throws(Failure) -> Briefing {
    guard let template = definition.briefings[document.language] else {
      throw .noInput(path: ReportDefinition.fileName, reason: Messages.noTemplate)
    }
    let text = try TextFile.read("\(definition.folder)/\(template)", called: template)
    let briefing = try BriefingWriter.write(
      template: text, templateFile: template, partials: try partials(), context: context,
      labels: definition.labels,
      file: file, form: document.form, format: format)
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

  /// The files that templates can include: those of the folder `partials` beside the report's, and those beside its own
  /// template, which come first. No other file is read: a definition that came by mail must not reach elsewhere.
  private func partials() throws(Failure) -> [String: TemplateFile] {
    let ending = ".\(document.language.rawValue).mustache"
    var found: [String: TemplateFile] = [:]
    for folder in ["\(definition.folder)/../partials", definition.folder] {
      let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
      for name in names.sorted() where name.hasSuffix(ending) {
        let text = try TextFile.read("\(folder)/\(name)", called: name)
        found[String(name.dropLast(ending.count))] = TemplateFile(name: name, text: text)
      }
    }
    return found
  }

  private func saysWhatIsCorrected(_ briefing: Briefing) -> Bool {
    let text = corrections.isEmpty ? "" : words(briefing.text)
    return corrections.allSatisfy { text.contains(words($0.text)) }
  }

  /// Illustrative figures stand only under the notice, those of indicators that no table shows included.
  private func saysWhatIsIllustrative(_ briefing: Briefing) -> Bool {
    guard let notice = document.notices.first else {
      return !briefing.places.contains { illustrative.contains($0.figure) }
    }
    return words(briefing.text).contains(words(notice))
  }

  /// Independent of where lines were broken, and of what a format escapes.
  private func words(_ text: String) -> String {
    let plain = format == .markdown ? text.filter { $0 != "\\" } : text
    return plain.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
