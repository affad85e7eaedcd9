public import Findings
import Language
import Values

/// A form filled in by an office: what stands around the text of its document.
public struct ReportForm: Sendable, Hashable {
  public let form: OfficialForm
  public let office: OfficeDetails
  /// Where the definition names the form.
  public let position: Position

  /// Both columns of the head above its last line; `nil` for a rule as long as the line above.
  public var head: (left: [String?], right: [String?]) { (lines(form.left), lines(form.right)) }

  /// `Số 05-BC/BDVTU`; the number is left open where there is none yet.
  public var number: String {
    var values: [FormPattern.Field: String] = [.symbol: office.symbol]
    if let number = office.number { values[.number] = number < 10 ? "0\(number)" : "\(number)" }
    return form.number.filled(values)
  }

  /// `Tỉnh lỵ, ngày 05 tháng 10 năm 2023`.
  public var day: String {
    var values: [FormPattern.Field: String] = [.place: office.place]
    if let date = office.date {
      values[.day] = DateForm.day(date)
      values[.month] = DateForm.month(date)
      values[.year] = "\(date.year)"
    }
    return form.day.filled(values)
  }

  /// A line for each addressee.
  public var salutation: [String] {
    guard let salutation = form.salutation else { return [] }
    return office.to.map { salutation.filled([.to: $0]) }
  }

  /// `K/T TRƯỞNG BAN`, `PHÓ TRƯỞNG BAN`: a line each.
  public var titles: [String] {
    office.signatory.authority.map { "\(form.authority[$0.kind] ?? "") \($0.name)" } + [office.signatory.title]
  }

  public var recipientsTitle: String { form.recipients.title }
  public var recipients: [String] {
    office.recipients.enumerated().map { index, name in
      let pattern = index == office.recipients.count - 1 ? form.recipients.last : form.recipients.item
      return pattern.filled([.recipient: name])
    }
  }

  /// What the workbook has of it; a day that is written by hand has more room there.
  var signature: ReportSignature {
    ReportSignature(
      place: office.place, day: office.date == nil ? nil : day, titles: titles, name: office.signatory.name)
  }

  private func lines(_ patterns: [FormPattern]) -> [String?] {
    patterns.flatMap { pattern -> [String?] in
      if pattern.parts == [.text(OfficialForm.rule)] { return [nil] }
      if pattern.parts == [.field(.issuer)] { return office.issuer }
      return [pattern.filled([.issuer: office.issuer.joined(separator: " ")])]
    }
  }
}
