import Language
public import Reports
import Values

/// Writes what a check found as an Excel workbook: a summary, the list of findings, and for each file the copies of the
/// rows that they are about, linked both ways.
public enum FindingsWorkbook {
  /// - Parameter path: written directly.
  /// - Throws: `WorkbookError`; nothing of the file is left behind then.
  public static func write(_ document: FindingsDocument, to path: String) throws(WorkbookError) {
    let plans = FindingsSheets(document: document).plans()
    let writer = PlanWriter(
      plans: plans, charts: plans.map { _ in [] }, forms: NumberForms(language: document.language), file: "")
    try Workbook.write(
      to: path,
      properties: Workbook.Properties(
        title: Messages.findingsTitle[document.language], subject: document.title, company: "",
        language: document.language.tag, date: Self.date)
    ) { (book) throws(WorkbookError) in _ = try writer.write(into: &book) }
  }

  /// A check has no day of its own, and the clock's would make each file another one.
  private static let date = CalendarDate.firstDay(of: 2000)
}
