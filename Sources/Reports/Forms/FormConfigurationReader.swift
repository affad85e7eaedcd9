import Datasets
import Findings
import Language
import Values

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Reads `form:` of a report's definition; what it does not say of the office is in the package's `office.yaml`.
struct FormConfigurationReader {
  static let officeFile = "office.yaml"

  let diagnosis: Diagnosis
  /// Where forms lie.
  let forms: String
  /// The data package's folder; nil where there is none to ask.
  let package: String?

  /// What an office says of itself; `number` and `date` are each report's own.
  private static let officeKeys = ["issuer", "symbol", "place", "to", "signatory", "recipients"]

  /// Nil for the plain form, and when something is wrong, which is reported.
  func read(_ declaration: Declaration) -> ReportForm? {
    let keys = ["kind", "number", "date"] + Self.officeKeys
    guard let own = DeclaredMapping(declaration, allowed: keys, diagnosis),
      let kind = own.required("kind"), let name = kind.string(diagnosis)
    else { return nil }
    let number = own.integer("number", in: 1...99_999)
    let date = day(own)
    guard name != OfficialForm.plain else { return nil }
    let known = names
    guard known.contains(name) else {
      diagnosis.reportUnknown(
        name, at: kind.position, what: Messages.wordForm, allowed: [OfficialForm.plain] + known)
      return nil
    }
    let form = FormReader.read(name, in: forms, diagnosis)
    let sources = [own, office()].compactMap(\.self)
    let issuer = texts("issuer", sources, own)
    let symbol = text("symbol", sources, own)
    let place = text("place", sources, own)
    let signatory = first("signatory", sources, own).flatMap { self.signatory($0, form) }
    let recipients = texts("recipients", sources, own)
    let to = sources.lazy.compactMap { $0["to"] }.first?.strings(diagnosis) ?? []
    guard let form, let issuer, let symbol, let place, let signatory, let recipients else { return nil }
    return ReportForm(
      form: form,
      office: OfficeDetails(
        issuer: issuer, symbol: symbol, number: number, place: place, date: date, to: to, signatory: signatory,
        recipients: recipients), position: kind.position)
  }

  private var names: [String] {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: forms)) ?? []
    return files.filter { $0.hasSuffix(".yaml") && !$0.hasPrefix(".") }.map { String($0.dropLast(5)) }.sorted()
  }

  private func office() -> DeclaredMapping? {
    guard let package, TextFile.exists("\(package)/\(Self.officeFile)") else { return nil }
    do throws(Failure) {
      let text = try TextFile.read("\(package)/\(Self.officeFile)", called: Self.officeFile)
      let declaration = try Declaration.parse(text, file: Self.officeFile)
      let mapping = DeclaredMapping(declaration, allowed: ["office"] + Self.officeKeys, diagnosis)
      _ = mapping?.required("office")?.integer(in: 1...1, diagnosis)
      return mapping
    } catch {
      if case .invalid(let findings) = error { findings.forEach(diagnosis.report) }
      return nil
    }
  }

  private func first(_ key: String, _ sources: [DeclaredMapping], _ own: DeclaredMapping) -> Declaration? {
    if let found = sources.lazy.compactMap({ $0[key] }).first { return found }
    diagnosis.report(
      "missing-key", at: own.position, value: key, Messages.missingKey(key), remedy: Messages.missingInForm(key))
    return nil
  }

  private func text(_ key: String, _ sources: [DeclaredMapping], _ own: DeclaredMapping) -> String? {
    first(key, sources, own).flatMap { $0.string(diagnosis) }
  }

  private func texts(_ key: String, _ sources: [DeclaredMapping], _ own: DeclaredMapping) -> [String]? {
    first(key, sources, own).flatMap { $0.strings(diagnosis) }
  }

  private func day(_ own: DeclaredMapping) -> CalendarDate? {
    guard let declaration = own["date"], let text = declaration.string(diagnosis) else { return nil }
    guard let date = CalendarDate(iso: text) else {
      diagnosis.report(
        "wrong-value", at: declaration.position, value: text, Messages.wrongFormDate,
        remedy: Messages.wrongFormDateRemedy)
      return nil
    }
    return date
  }

  private func signatory(_ declaration: Declaration, _ form: OfficialForm?) -> OfficeDetails.Signatory? {
    let kinds = OfficialForm.Authority.allCases
    guard let mapping = DeclaredMapping(declaration, allowed: kinds.map(\.rawValue) + ["title", "name"], diagnosis),
      let title = mapping.requiredString("title")
    else { return nil }
    var names: [OfficialForm.Authority: String] = [:]
    for kind in kinds {
      guard let entry = mapping.entries.first(where: { $0.key == kind.rawValue }) else { continue }
      if let form, form.authority[kind] == nil {
        diagnosis.reportUnknown(
          kind.rawValue, at: entry.position, what: Messages.wordAuthority,
          allowed: kinds.filter { form.authority[$0] != nil }.map(\.rawValue))
      }
      names[kind] = entry.value.string(diagnosis)
    }
    return OfficeDetails.Signatory(names: names, title: title, name: mapping.string("name"))
  }
}
