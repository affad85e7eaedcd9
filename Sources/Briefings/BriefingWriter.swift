public import Findings
import Language
import Mustache
public import Reports

/// Writes plain-text briefings from Mustache templates.
public enum BriefingWriter {
  /// Fills a template and lays it out.
  ///
  /// Each line of a template is a paragraph, wrapped to the width; an indented line goes on with the paragraph above, so
  /// that conditions can stand on lines of their own. Blank lines stay, several as one; lines whose tags print nothing
  /// leave none. A line of the template may begin with a mark:
  ///
  /// - `= ` centres it, `> ` sets it to the right, `| ` leaves it as it is;
  /// - `#I- ` makes it a heading, numbered with the sign that follows the number; a heading with nothing under it is
  ///   left out;
  /// - `#1. ` numbers it under its heading.
  ///
  /// A table of the report, `{{table.02}}` alone on its line, is laid out for the width: as it is, else turned, else in
  /// parts. A no-break space (U+00A0) keeps words on one line and is printed as a space, as is every space within a figure,
  /// between a number and its unit, and within a date; a word or figure wider than a line is not shortened.
  ///
  /// - Parameters:
  ///   - template: the Mustache text; nothing in it is escaped.
  ///   - templateFile: its name in the findings.
  ///   - partials: the files that it can include, by name.
  ///   - context: the data, an `.object`. Whatever is optional is in it as `.flag(false)` when there is none.
  ///   - labels: texts with digits that the template may hold, as the report definition declares them.
  ///   - file: the name of the briefing's file, for the places of the figures.
  ///   - form: the office's form around the text; nil for the plain one.
  ///   - format: plain text of a width, or Markdown.
  /// - Throws: `.invalid` with the findings of `TemplateChecker`, before anything is filled.
  ///
  /// The same input gives the same text. Linear in the text and the context.
  public static func write(
    template: String, templateFile: String, partials: [String: TemplateFile] = [:], context: BriefingValue,
    labels: [String], file: String, form: ReportForm? = nil, format: BriefingFormat = .standard
  ) throws(Failure) -> Briefing {
    let text = TemplateText(template).including(partials)
    let findings = TemplateChecker.check(text, templateFile: templateFile, context: context, labels: labels)
    guard findings.isEmpty else { throw .invalid(findings) }
    let marked = MarkedContext(context)
    let source = MarkedTemplate(of: text, labels: labels)
    let engine: MustacheTemplate
    do {
      engine = try MustacheTemplate(string: source.source)
    } catch {
      throw .defect("\(templateFile): \(error)")
    }
    let filled = VietnameseText.normalised(source.expanded(engine.render(marked.root)))
    return TextLayout.briefing(of: filled, marked, form: form, file: file, format: format)
  }
}
