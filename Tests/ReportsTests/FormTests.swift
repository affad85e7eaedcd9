import Findings
import Foundation
import Language
import Reports
import TestSupport
import Testing

/// Forms of documents and the offices that fill them in.
@Suite struct FormTests {
  private static let shipped = ["front", "party-2018", "state-2020"]

  private static let office = """
    office: 1
    issuer: [TỈNH ỦY MẪU, BAN DÂN VẬN]
    symbol: BC/BDVTU
    place: Mẫu
    signatory: {instead-of: TRƯỞNG BAN, title: PHÓ TRƯỞNG BAN}
    recipients: [Thường trực Tỉnh ủy, Lưu]
    """

  private static func sketch(_ form: String, office: String? = office) throws -> SeriesSketch {
    var sketch = SeriesSketch([50, 52, 54])
    sketch.definition = ["form: \(form)"]
    sketch.office = office
    for name in shipped { sketch.forms[name] = try Repository.text(of: "reports/forms/\(name).yaml") }
    return sketch
  }

  @Test func theseFormsAreShipped() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: Repository.path(of: "reports/forms"))
    #expect(files.sorted() == Self.shipped.map { "\($0).yaml" })
  }

  struct Filled: Sendable, CustomTestStringConvertible {
    var form: String
    var right: [String?]
    var number: String
    var titles: [String]
    var recipients: [String]
    var end: String
    var testDescription: String { form }
  }

  private static let state: [String?] = ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", nil]

  @Test(arguments: [
    Filled(
      form: "party-2018", right: ["ĐẢNG CỘNG SẢN VIỆT NAM", nil], number: "Số 07-BC/BDVTU",
      titles: ["K/T TRƯỞNG BAN", "PHÓ TRƯỞNG BAN"], recipients: ["- Thường trực Tỉnh ủy,", "- Lưu."], end: "."),
    Filled(
      form: "state-2020", right: state, number: "Số: 07/BC/BDVTU", titles: ["KT. TRƯỞNG BAN", "PHÓ TRƯỞNG BAN"],
      recipients: ["- Thường trực Tỉnh ủy;", "- Lưu."], end: "./."),
    Filled(
      form: "front", right: state, number: "Số: 07/BC/BDVTU", titles: ["KT. TRƯỞNG BAN", "PHÓ TRƯỞNG BAN"],
      recipients: ["- Thường trực Tỉnh ủy;", "- Lưu."], end: "./."),
  ])
  func anOfficeFillsAFormIn(filled: Filled) throws {
    let document = try Self.sketch("{kind: \(filled.form), number: 7, date: 2021-02-05, to: Tỉnh ủy}").build().document
    let form = try #require(document.form)
    #expect(form.head.right == filled.right)
    #expect(form.head.left.prefix(2) == ["TỈNH ỦY MẪU", "BAN DÂN VẬN"])
    #expect(form.number == filled.number)
    #expect(form.day == "Mẫu, ngày 05 tháng 02 năm 2021")
    #expect(form.salutation == ["Kính gửi: Tỉnh ủy"])
    #expect(form.titles == filled.titles)
    #expect(form.recipients == filled.recipients)
    #expect(form.form.end == filled.end)
    #expect(document.issuer == ["TỈNH ỦY MẪU", "BAN DÂN VẬN"])
    #expect(document.signature == ReportSignature(place: "Mẫu", day: form.day, titles: filled.titles))
  }

  /// The definition's own words come before the office's; what nobody says yet is left open.
  @Test func theDefinitionComesFirst() throws {
    let own = "{kind: party-2018, place: Nơi khác, signatory: {for: BAN THƯỜNG VỤ, title: PHÓ BÍ THƯ, name: A}}"
    let form = try #require(try Self.sketch(own).build().document.form)
    #expect(form.number == "Số ...-BC/BDVTU")
    #expect(form.day == "Nơi khác, ngày ... tháng ... năm ...")
    #expect(form.titles == ["T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ"])
    #expect(form.office.signatory.name == "A")
    #expect(form.salutation == [])
  }

  @Test func aNewerFormIsAFile() throws {
    var sketch = try Self.sketch("{kind: front-2030}")
    sketch.forms["front-2030"] = try Repository.text(of: "reports/forms/front.yaml")
      .replacing("Số: {number}/{symbol}", with: "SỐ {symbol}.{number}")
    #expect(try sketch.build().document.form?.number == "SỐ BC/BDVTU....")
  }

  @Test func aTranslationIsNoDocument() throws {
    let document = try Self.sketch("{kind: front}").build(.english).document
    #expect(document.form == nil && document.signature == nil && document.issuer == [])
  }

  @Test func thePlainFormIsNone() throws {
    let document = try Self.sketch("{kind: plain, number: 5}").build().document
    #expect(document.form == nil && document.issuer == [] && document.signature == nil)
  }

  @Test(arguments: [true, false], OutputLanguage.allCases)
  func illustrativeFiguresNeverLookLikeADocument(areTargetsAlone: Bool, language: OutputLanguage) throws {
    var sketch = try Self.sketch("{kind: party-2018}")
    sketch.isIllustrative = !areTargetsAlone
    sketch.areTargetsIllustrative = areTargetsAlone
    sketch.targets = ["rate,2020,60.00"]
    let found = try #require(findings { try sketch.build(language) })
    #expect(found.map(\.summary).first?.contains("form-of-illustrative-data 'party-2018'") == true, "\(found)")
    #expect(found.first?.position.file == "report.yaml" && found.first?.position.line != nil)
  }

  @Test(arguments: [
    ("{kind: party-2081}", "unknown-word 'party-2081'", "party-2018"),
    ("{kind: front, nubmer: 5}", "unknown-word 'nubmer'", "number"),
    ("{kind: front, number: 0}", "wrong-number '0'", "1"),
    ("{kind: front, date: 5/2/2021}", "wrong-value '5/2/2021'", "2023-10-05"),
    ("{kind: front, signatory: {authorised-by: CHỦ TỊCH, title: A}}", "unknown-word 'authorised-by'", "instead-of"),
    ("{kind: front, signatory: {instead-of: CHỦ TỊCH}}", "missing-key 'title'", "title"),
    ("{number: 5}", "missing-key 'kind'", "kind"), ("front", "wrong-type ''", "."),
    ("{kind: ../front}", "unknown-word '../front'", "front"),
  ])
  func mistakesHaveTheirPlaceAndRemedy(form: String, summary: String, remedy: String) throws {
    let found = try #require(findings { try Self.sketch(form).build() })
    #expect(found.count == 1)
    #expect(found.first?.summary.hasSuffix(summary) == true, "\(found.map(\.summary))")
    #expect(found.first?.remedy.english.contains(remedy) == true, "\(found.map(\.remedy.english))")
    #expect(found.first?.position.line != nil && found.first?.position.column != nil)
  }

  @Test(arguments: ["issuer", "symbol", "place", "signatory", "recipients"])
  func whatADocumentNeedsIsAskedFor(key: String) throws {
    let lines = Self.office.split(separator: "\n").filter { !$0.hasPrefix(key) }.joined(separator: "\n")
    let found = try #require(findings { try Self.sketch("{kind: front}", office: lines).build() })
    #expect(found.map(\.code) == ["missing-key"] && found.first?.value == key)
    #expect(found.first?.remedy.english.contains("office.yaml") == true)
  }

  @Test(arguments: [
    ("{symbol}", "{symbl}", "unknown-word 'symbl'"), ("{symbol}", "{place}", "unknown-word 'place'"),
    ("\"{issuer}\"", "\"{issuer\"", "wrong-value '{issuer'"), ("recipients:", "recipient:", "unknown-word 'recipient'"),
    ("head:", "haed:", "unknown-word 'haed'"), ("for: T/M", "four: T/M", "unknown-word 'four'"),
    ("form: 1", "form: 2", "wrong-number '2'"),
  ])
  func mistakesOfAFormHaveTheirPlace(text: String, wrong: String, summary: String) throws {
    var sketch = try Self.sketch("{kind: party-2018}")
    sketch.forms["party-2018"] = sketch.forms["party-2018"]?.replacing(text, with: wrong, maxReplacements: 1)
    let found = try #require(findings { try sketch.build() })
    #expect(
      found.contains { $0.summary.hasSuffix(summary) && $0.position.file == "party-2018.yaml" },
      "\(found.map(\.summary))")
  }
}
