import Findings
import Language
import Reports
import Testing

@testable import Briefings

@Suite struct TemplateCheckerTests {
  struct Mistake: Sendable, CustomTestStringConvertible {
    var template: String
    var code: String
    var line: Int
    var column: Int
    var value: String
    /// A part of the remedy, in either language.
    var remedy: String

    init(_ template: String, _ code: String, _ line: Int, _ column: Int, _ value: String, _ remedy: String) {
      (self.template, self.code, self.line, self.column) = (template, code, line, column)
      (self.value, self.remedy) = (value, remedy)
    }

    var testDescription: String { "\(code): \(template)" }
  }

  static let mistakes = [
    Mistake("{{titel}}", "unknown-placeholder", 1, 3, "titel", "title"),
    Mistake(
      "Một\nđạt {{membership-rate.chnage.amount}}.", "unknown-placeholder", 2, 7, "membership-rate.chnage.amount",
      "membership-rate.change.amount"),
    Mistake("{{membership-rate.last.xyzzy}}", "unknown-placeholder", 1, 3, "membership-rate.last.xyzzy", "last.period"),
    Mistake("{{# notice }}{{/notice}}", "unknown-placeholder", 1, 5, "notice", "notices"),
    Mistake("{{^notice}}{{/notice}}", "unknown-placeholder", 1, 4, "notice", "notices"),
    Mistake("{{#notices}}\n{{txt}}\n{{/notices}}", "unknown-placeholder", 2, 3, "txt", "text"),
    Mistake("{{#notices}}{{.title}}{{/notices}}", "unknown-placeholder", 1, 15, ".title", "title"),
    Mistake(
      "{{#membership-rate.change}}{{amout}}{{/membership-rate.change}}", "unknown-placeholder", 1, 30, "amout", "amount"
    ),
    Mistake("{{title.length}}", "unknown-placeholder", 1, 3, "title.length", "title"),
    Mistake("{{membership-rate..last}}", "unknown-placeholder", 1, 3, "membership-rate..last", "membership-rate.last"),
    Mistake("{{}}", "unknown-placeholder", 1, 3, "", "title"),
    Mistake("{{tên}}", "unknown-placeholder", 1, 3, "tên", "title"),
    // The body of a section over what is absent has the shape of what another indicator has there.
    Mistake(
      "{{#membership-rate.target}}{{valeu}}{{/membership-rate.target}}", "unknown-placeholder", 1, 30, "valeu", "value"),
    Mistake("{{#final}}{{titel}}{{/final}}{{titel}}", "unknown-placeholder", 1, 32, "titel", "title"),
    Mistake("{{#members.bound}}{{titel}}{{/members.bound}}", "unknown-placeholder", 1, 21, "titel", "title"),
    Mistake(
      "{{#membership-rate.bound}}{{titel}}{{/membership-rate.bound}}", "unknown-placeholder", 1, 29, "titel", "title"),
    Mistake(
      "{{membership-rate.target.value}}", "unguarded-placeholder", 1, 3, "membership-rate.target.value",
      "{{#membership-rate.target}}"),
    Mistake(
      "{{^membership-rate.target.met}}chưa đạt{{/membership-rate.target.met}}", "unguarded-placeholder", 1, 4,
      "membership-rate.target.met", "{{#membership-rate.target}}"),
    Mistake("{{illustrative}}", "not-a-value", 1, 3, "illustrative", "{{#illustrative}}"),
    Mistake("{{notices}}", "not-a-value", 1, 3, "notices", "{{#notices}}"),
    Mistake(
      "{{{membership-rate.change}}}", "not-a-value", 1, 4, "membership-rate.change", "membership-rate.change.phrase"),
    Mistake("{{#title}}x{{/title}}", "not-a-section", 1, 4, "title", "{{title}}"),
    Mistake(
      "{{^members.last.value}}x{{/members.last.value}}", "not-a-section", 1, 4, "members.last.value",
      "{{members.last.value}}"),
    Mistake("a\n  {{#members}}\nb", "unclosed-section", 2, 3, "{{#members}}", "{{/members}}"),
    Mistake(
      "{{#members}}{{#illustrative}}x{{/members}}", "unclosed-section", 1, 13, "{{#illustrative}}", "{{/illustrative}}"),
    Mistake("x{{/members}}", "unclosed-section", 1, 2, "{{/members}}", "Remove"),
    Mistake("{{#members}}{{/member}}{{/members}}", "unclosed-section", 1, 13, "{{/member}}", "{{/members}}"),
    Mistake("a {{title b\n{{title}}", "unclosed-tag", 1, 3, "{{title b", "}}"),
    Mistake("{{{title}} b", "unclosed-tag", 1, 1, "{{{title}} b", "}}"),
    Mistake("{{! one\ntwo", "unclosed-tag", 1, 1, "{{! one", "}}"),
    Mistake("{{=<% %>=}}", "unsupported-tag", 1, 1, "{{=<% %>=}}", "{{! comment}}"),
    Mistake("{{% CONTENT_TYPE: HTML}}", "unsupported-tag", 1, 1, "{{% CONTENT_TYPE: HTML}}", "{{! comment}}"),
    Mistake("{{uppercased(title)}}", "unsupported-tag", 1, 1, "{{uppercased(title)}}", "{{! comment}}"),
    Mistake("{{title}}\nđạt (59,22%), tăng", "typed-digit", 2, 6, "59,22%", "labels"),
    Mistake("năm {{title}} 2023.", "typed-digit", 1, 15, "2023", "labels"),
    Mistake("tăng ½ lần", "typed-digit", 1, 6, "½", "labels"),
    Mistake("{{#illustrative}}7{{/illustrative}}", "typed-digit", 1, 18, "7", "labels"),
    Mistake("#1. Một 1. hai", "typed-digit", 1, 9, "1", "labels"),
    Mistake("\r\nMột\r\n2 hai\r\n", "typed-digit", 3, 1, "2", "labels"),
    Mistake("{{! chú thích\n1 }}một\n9", "typed-digit", 3, 1, "9", "labels"),
  ]

  @Test(arguments: mistakes)
  func eachMistakeIsFoundAtItsPlace(_ mistake: Mistake) throws {
    let findings = Samples.check(mistake.template)
    let finding = try #require(findings.first)
    #expect(findings.count == 1, "\(findings)")
    #expect(finding.code == mistake.code)
    #expect(finding.position == Position(file: "b.mustache", line: mistake.line, column: mistake.column))
    #expect(finding.value == mistake.value)
    #expect(finding.severity == .error)
    let remedies = OutputLanguage.allCases.map { finding.remedy[$0] }
    #expect(remedies.allSatisfy { !$0.isEmpty } && remedies.contains { $0.contains(mistake.remedy) }, "\(remedies)")
    #expect(throws: Failure.invalid(findings)) { try Samples.write(mistake.template) }
  }

  @Test(arguments: [
    "", "{{title}}", "{{ title }}", "{{{title}}}", "{{&title}}", "{{! 59 %, and\n more }}",
    "{{#notices}}{{text}} {{title}} {{#illustrative}}{{text}}{{/illustrative}}{{/notices}}",
    "{{#membership-rate}}{{name}} {{#change}}{{phrase}}{{/change}}{{#target}}{{value}}{{/target}}{{/membership-rate}}",
    "{{#membership-rate.target}}{{value}} {{membership-rate.target.value}} {{#met}}x{{/met}}{{/membership-rate.target}}",
    "{{^membership-rate.target}}{{title}}{{/membership-rate.target}}",
    "{{#membership-rate.target.met}}x{{/membership-rate.target.met}}",
    // Nothing tells what an element of a list without elements would hold.
    "{{#limits}}{{sentence}}{{#more}}{{deeper}}{{/more}}{{/limits}}",
    "#I- ĐỀ MỤC\n#1. Đoạn\n#1) Đoạn\n", "single { and } and }}", "{",
  ])
  func rightTemplatesPass(template: String) {
    #expect(Samples.check(template) == [])
  }

  @Test func findingsComeInTheOrderOfTheTemplate() {
    let findings = Samples.check("9 {{a}}\n{{#members}}8\n{{b}} {{c")
    #expect(
      findings.map(\.code) == [
        "typed-digit", "unknown-placeholder", "unclosed-section", "typed-digit", "unknown-placeholder", "unclosed-tag",
      ])
  }

  @Test func aMistakeInAListIsReportedOnce() {
    #expect(Samples.check("{{#notices}}{{nothing}}{{/notices}}").count == 1)
  }

  @Test func aNameMustBeThereInEveryElement() {
    let context = BriefingValue.object([
      "list": .list([.object(["a": .text("x"), "b": .text("y")]), .object(["a": .text("z")])])
    ])
    let findings = TemplateChecker.check(
      "{{#list}}{{a}}{{b}}{{/list}}", templateFile: "t", context: context, labels: [])
    #expect(findings.map(\.value) == ["b"])
  }

  @Test func deepNestingIsAnErrorAndNoCrash() {
    let depth = 20_000
    let template = String(repeating: "{{#members}}", count: depth) + String(repeating: "{{/members}}", count: depth)
    let codes = Set(Samples.check(template).map(\.code))
    #expect(codes == ["nested-too-deep"])
  }

  struct Declared: Sendable {
    var text: String
    var labels: [String]
    var typed: [String]
  }

  @Test(arguments: [
    Declared(text: "Nghị quyết số 25-NQ/TW, đạt", labels: ["25-NQ/TW"], typed: []),
    Declared(text: "Nghị quyết số 25-NQ/TW/9", labels: ["25-NQ/TW"], typed: ["25-NQ/TW/9"]),
    Declared(text: "số 125-NQ/TW", labels: ["25-NQ/TW"], typed: ["125-NQ/TW"]),
    Declared(text: "1. Kết quả", labels: ["1.", "2."], typed: []),
    Declared(text: "  2. Kết quả", labels: ["1.", "2."], typed: []),
    Declared(text: "{{#members}}1. Kết quả{{/members}}", labels: ["1."], typed: []),
    Declared(text: "{{title}}1. Kết quả", labels: ["1."], typed: ["1"]),
    Declared(text: "Kết quả tăng 1.", labels: ["1."], typed: ["1"]),
    Declared(text: "11. Kết quả", labels: ["1."], typed: ["11"]),
    Declared(text: "= 1. Kết quả", labels: ["1."], typed: []),
    Declared(text: "năm 2013, 2013a, 20134", labels: ["2013"], typed: ["2013a", "20134"]),
    Declared(text: "Nghị quyết 25 và 25-NQ/TW", labels: ["25", "25-NQ/TW"], typed: []),
  ])
  func labelsAreNoTypedDigits(_ declared: Declared) {
    let findings = Samples.check(declared.text, labels: declared.labels)
    #expect(findings.map(\.value) == declared.typed)
    #expect(findings.allSatisfy { $0.code == "typed-digit" })
  }

  /// A name that its neighbours have is a mistake where the unit is another, wherever it stands.
  @Test(arguments: [
    ("{{rate.change.percent}}", "t:1:3", "rate.change.percent", "rate.change.pp"),
    ("{{#rate.change}}{{percent}}{{/rate.change}}", "t:1:19", "percent", "pp"),
    ("{{#rate.change.percent}}{{value}}{{/rate.change.percent}}", "t:1:4", "rate.change.percent", "rate.change.pp"),
    ("{{^rate.change.percent}}x{{/rate.change.percent}}", "t:1:4", "rate.change.percent", "rate.change.pp"),
    ("{{#members.change}}{{pp}}{{/members.change}}", "t:1:22", "pp", "amount"),
  ])
  func aChangeInTheWrongUnit(template: String, position: String, value: String, instead: String) {
    let reason = LocalizedText(vi: "Tính bằng điểm.", en: "In points.")
    let context = BriefingValue.object([
      "rate": .object([
        "change": .object(["pp": .text("2,92 điểm"), "percent": .misfit(instead: "pp", reason: reason)])
      ]),
      "members": .object([
        "change": .object([
          "amount": .text("12"), "pp": .misfit(instead: "amount", reason: reason),
          "percent": .object(["value": .text("5,2%")]),
        ])
      ]),
    ])
    let findings = TemplateChecker.check(template, templateFile: "t", context: context, labels: [])
    #expect(findings.map(\.code) == ["wrong-unit"])
    #expect(findings.map { "\($0.position)" } == [position])
    #expect(findings.first?.value == value)
    #expect(findings.first?.remedy.english == "Did you mean: \(instead)?")
    #expect(
      TemplateChecker.check(
        "{{rate.change.pp}}{{#members.change.percent}}{{value}}{{/members.change.percent}}", templateFile: "t",
        context: context, labels: []) == [])
  }
}
