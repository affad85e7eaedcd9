import Findings
import Foundation
import Language
import Reports
import Testing
import Values

@testable import Briefings

/// The templates under `reports/` are filled with a made-up context of the shape that reports have.
@Suite struct ShippedTemplateTests {
  private static let reports = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("reports")

  private static func template(_ language: OutputLanguage) throws -> String {
    let file = reports.appendingPathComponent("decade/briefing.\(language.rawValue).mustache")
    return try String(contentsOf: file, encoding: .utf8)
  }

  private static func names(in template: String) -> Set<String> {
    var names: Set<String> = []
    for line in TemplateText(template).lines {
      for case .tag(let tag) in line.pieces { names.insert(tag.name) }
    }
    return names
  }

  private static func indicators(in template: String) -> Set<String> {
    let firsts = names(in: template).filter { $0.contains(".") }.compactMap { $0.split(separator: ".").first }
    return Set(firsts.map(String.init)).subtracting(["slot", "table"])
  }

  private static let table = ReportTable(
    id: "01", sheetName: "Biểu 01", definedName: "Bieu_01", title: "Tên biểu", unitLine: "",
    columns: [ReportColumn(role: .label, heading: "Đơn vị"), ReportColumn(role: .number, heading: "Năm nay")],
    rows: [
      ReportRow(cells: [
        .text("Đơn vị A"), .figure(ReportFigure(id: FigureID("cell"), value: ExactDecimal(1234))),
      ])
    ])

  /// - Parameter hasAll: whether there is something to say wherever that is optional.
  private static func context(for template: String, hasAll: Bool) -> BriefingValue {
    func optional(_ value: BriefingValue) -> BriefingValue { hasAll ? value : .flag(false) }
    func figure(_ name: String) -> BriefingValue { .figure(FigureID(name), printed: "1.234") }
    func sentence(_ name: String) -> BriefingValue {
      .sentence(ReportSentence([.text("tăng "), .figure(FigureID(name), printed: "2,92"), .text("\u{A0}điểm")]))
    }
    var context: [String: BriefingValue] = [
      "subtitle": .text("Tên báo cáo"), "place": .text("tỉnh"), "period": .text("10 năm 2014 – 2023"),
      "as-of": .text("30/9/2023"),
      "notices": .list(hasAll ? [.object(["text": .text("BẢN MẪU – SỐ MINH HỌA")])] : []),
      "targets": optional(
        .object([
          "phrase": sentence("targets"),
          "missed": .list([.object(["name": .text("Tên"), "phrase": sentence("missed")])]),
        ])),
      "ranking": optional(
        .object([
          "indicator": .text("Tỷ lệ"), "highest-phrase": sentence("highest"), "lowest-phrase": sentence("lowest"),
          "moves": optional(.object(["phrase": sentence("moves")])),
          "second": optional(.object(["phrase": sentence("second")])),
          "others": optional(.object(["phrase": sentence("others")])),
        ])),
      "highlights": optional(.object(["list": .list([.object(["sentence": sentence("highlight")])])])),
      "since-last": optional(
        .object([
          "title": .text("So với kỳ trước"), "list": .list([.object(["sentence": sentence("revised")])]),
        ])),
      "limits": .list(hasAll ? [.object(["sentence": sentence("limit")])] : []),
    ]
    let all = names(in: template)
    func named(_ group: String, _ value: BriefingValue) -> BriefingValue {
      let own = all.filter { $0.hasPrefix("\(group).") }.map { String($0.dropFirst(group.count + 1)) }
      return .object(Dictionary(own.map { ($0, value) }, uniquingKeysWith: { first, _ in first }))
    }
    context["slot"] = named("slot", .text("[…]"))
    context["table"] = .object(["brief": named("table.brief", .table(Self.table, .vietnamese))])
    for code in indicators(in: template) {
      let point = BriefingValue.object([
        "value": figure("\(code)@2023"), "period": .text("năm 2023"), "when": .text("năm 2023"),
      ])
      context[code] = .object([
        "name": .text("Tên"), "first": point, "last": point, "total": point, "bound": .flag(hasAll),
        "average": optional(point), "per-head": optional(point),
        "change": optional(.object(["phrase": sentence("\(code)#change"), "from": .text("năm 2013")])),
        "target": optional(.object(["phrase": sentence("\(code)#target")])),
        "run": optional(.object(["phrase": sentence("\(code)#run")])),
        "record": optional(.object(["phrase": .text("cao nhất kể từ năm 2013")])),
        "last-change": optional(.object(["phrase": sentence("\(code)#last-change")])),
        "same-period": optional(.object(["phrase": sentence("\(code)#same-period")])),
        "turn": optional(.object(["phrase": sentence("\(code)#turn")])),
        "gaps": optional(.object(["phrase": .text("không có số liệu năm 2015")])),
        "split": optional(.object(["phrase": sentence("\(code)#split")])),
        "structure": optional(.object(["phrase": sentence("\(code)#structure")])),
        "contributions": optional(.object(["phrase": sentence("\(code)#contributions")])),
        "implausible": optional(.object(["reason": .text("Cần thẩm tra.")])),
        "coverage": optional(.object(["phrase": sentence("\(code)#coverage")])),
        "spark": optional(.object(["line": .text("▁▃█"), "from": .text("2013"), "to": .text("2023")])),
        "note": optional(.object(["text": .text("Ghi chú.")])),
      ])
    }
    return .object(context)
  }

  @Test(arguments: OutputLanguage.allCases, [true, false])
  func templatesAreFilledWhateverThereIsToSay(language: OutputLanguage, hasAll: Bool) throws {
    let template = try Self.template(language)
    let context = Self.context(for: template, hasAll: hasAll)
    let findings = TemplateChecker.check(template, templateFile: "t", context: context, labels: [])
    #expect(findings.map { "\($0.position) \($0.code) \($0.value ?? "")" } == [])
    let briefing = try Samples.write(template, context)
    #expect(briefing.places.count > 20)
    for text in [" .", " ,", " ;", "..", ",,", ";;", "()", "( ", "{", "}"] {
      #expect(!briefing.text.contains(text), "'\(text)' in \(briefing.text)")
    }
    #expect(briefing.text.contains("BẢN MẪU") == hasAll)
  }

  @Test func bothLanguagesSayTheSame() throws {
    let vietnamese = try Self.template(.vietnamese)
    #expect(Self.names(in: vietnamese) == Self.names(in: try Self.template(.english)))
    #expect(!Self.indicators(in: vietnamese).isEmpty)
  }

  @Test func nothingLooksLikeAnOfficialDocument() throws {
    let template = try Self.template(.vietnamese)
    for word in ["Nơi nhận", "T/M", "TM.", "CỘNG HÒA", "Số:", "Uỷ"] { #expect(!template.contains(word)) }
  }
}
