import Findings
import Language

extension ReportBuilder {
  /// The letterhead and who signs, from the form. A translation is no document and has neither.
  ///
  /// - Throws: `Failure.invalid` on illustrative figures, which never look like a document.
  func apply(_ form: ReportForm?, to document: inout ReportDocument) throws(Failure) {
    guard let form else { return }
    guard document.notices.isEmpty else {
      throw .invalid([
        Finding(
          code: "form-of-illustrative-data", position: form.position, value: form.form.name,
          message: Messages.formOfIllustrativeData(form.form.names), remedy: Messages.formOfIllustrativeDataRemedy)
      ])
    }
    document.signature = nil
    guard form.form.language == language else { return }
    document.form = form
    document.issuer = form.office.issuer
    document.signature = form.signature
  }
}
