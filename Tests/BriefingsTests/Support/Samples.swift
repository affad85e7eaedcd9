import Findings
import Reports

@testable import Briefings

/// A context with one of everything: an indicator that has all, one that lacks what is optional, lists and flags.
enum Samples {
  static let context: BriefingValue = .object([
    "title": .text("Báo cáo"),
    "period": .text("2014 – 2023"),
    "illustrative": .flag(true),
    "final": .flag(false),
    "notices": .list([.object(["text": .text("BẢN MẪU")]), .object(["text": .text("SỐ MINH HỌA")])]),
    "limits": .list([]),
    "membership-rate": .object([
      "name": .text("Tỷ lệ tập hợp"), "last": value("59,22%", "membership-rate@2023"), "bound": .flag(false),
      "change": .object([
        "amount": figure("2,92", "membership-rate#change"), "rises": .flag(true),
        "phrase": .sentence(
          ReportSentence([
            .text("tăng "), .figure(FigureID("membership-rate#change"), printed: "2,92"),
            .text("\u{A0}điểm\u{A0}phần\u{A0}trăm"),
          ])),
      ]),
      "target": .flag(false),
    ]),
    "members": .object([
      "name": .text("Đoàn viên, hội viên"), "last": value("625.926 lượt", "members@2023"), "bound": .flag(true),
      "change": .flag(false),
      "target": .object(["value": figure("634.000", "members#target"), "met": .flag(false)]),
    ]),
  ])

  static func figure(_ printed: String, _ id: String) -> BriefingValue { .figure(FigureID(id), printed: printed) }

  static func value(_ printed: String, _ id: String) -> BriefingValue {
    .object(["value": figure(printed, id), "period": .text("năm 2023")])
  }

  static func check(_ template: String, labels: [String] = []) -> [Finding] {
    TemplateChecker.check(template, templateFile: "b.mustache", context: context, labels: labels)
  }

  static func write(
    _ template: String, _ context: BriefingValue = context, labels: [String] = [], width: Int = 78
  ) throws -> Briefing {
    try BriefingWriter.write(
      template: template, templateFile: "b.mustache", context: context, labels: labels, file: "b.txt",
      format: .text(width: width))
  }
}
