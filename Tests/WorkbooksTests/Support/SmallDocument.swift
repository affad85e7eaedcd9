import Language
import Reports
import Values

/// Two units and three years: small enough to read every cell of the file.
enum SmallDocument {
  static func table(_ id: String = "01", rows: [ReportRow]? = nil, charts: [ReportChart] = []) -> ReportTable {
    ReportTable(
      id: id, sheetName: "Biểu \(id)", definedName: "Bieu_\(id)", title: "Số mô hình", unitLine: "Đơn vị tính: mô hình",
      columns: [
        ReportColumn(role: .label, heading: "Đơn vị"), ReportColumn(role: .number, heading: "2021"),
        ReportColumn(role: .number, heading: "2022 (mh)", isIllustrative: true),
        ReportColumn(role: .number, heading: "Tỷ lệ '[%]' #1", isDerived: true),
      ], rows: rows ?? Self.rows, charts: charts,
      notes: [
        ReportSentence([.text("Năm 2021 có "), .figure(FigureID("m@2021"), printed: "1.234"), .text(" mô hình.")])
      ])
  }

  static func figure(_ name: String, _ value: String, _ change: (inout ReportFigure) -> Void = { _ in }) -> ReportCell {
    var figure = ReportFigure(id: FigureID(name), value: ExactDecimal(value) ?? .zero)
    change(&figure)
    return .figure(figure)
  }

  static let rows = [
    ReportRow(cells: [.text("Đơn vị A"), figure("m@2021/a", "1200"), figure("m@2022/a", "1300"), ratio("a", "108.3")]),
    ReportRow(cells: [.text("=Đơn vị B"), figure("m@2021/b", "34"), .absent(.notCollected), .absent(.notApplicable)]),
    ReportRow(
      role: .total,
      cells: [
        .text("TỔNG CỘNG"), figure("m@2021", "1234") { $0.expression = .columnSum },
        figure("m@2022", "1300") { $0.expression = .columnSum },
        figure("sum", "108.3") { $0.expression = .columnSum },
      ]),
  ]

  private static func ratio(_ unit: String, _ value: String) -> ReportCell {
    figure("r/\(unit)", value) {
      $0.expression = .multiplying(
        .constant(ExactDecimal(100)),
        .dividing(.figure(FigureID("m@2022/\(unit)")), .figure(FigureID("m@2021/\(unit)"))))
    }
  }

  static func make(
    tables: [ReportTable] = [table(charts: [chart])], summary: [ReportTable] = [], charts: [ReportChart] = [],
    notices: [String] = ["SỐ LIỆU MINH HỌA"]
  ) -> ReportDocument {
    ReportDocument(
      name: "small", language: .vietnamese, title: "Báo cáo nhỏ", subtitle: "Tỉnh Mẫu", issuer: ["CƠ QUAN & ĐƠN VỊ"],
      asOf: "Số liệu đến ngày 31/12/2022", date: CalendarDate(iso: "2022-12-31") ?? .lastDay(of: 2022),
      notices: notices,
      summary: ReportSummary(
        headline: ReportSentence([.text("Có "), .figure(FigureID("m@2022"), printed: "1.300"), .text(" mô hình.")]),
        tables: summary, charts: charts, attention: [ReportSentence([.text("Thiếu số liệu.")], tableID: "01")],
        source: "Nguồn: báo cáo của đơn vị."),
      tables: tables, notes: [ReportSentence("Một ghi chú.")],
      quality: empty("Q", "Chat_luong", "Chất lượng số liệu"), sources: empty("S", "Nguon", "Nguồn số liệu"))
  }

  static let chart = ReportChart(
    kind: .line, title: "Mô hình", series: [.init(name: "Đơn vị A", source: .row(table: "01", row: 0, columns: 1..<3))],
    decimals: 0, alternativeText: "Đường: số mô hình của Đơn vị A.")

  private static func empty(_ id: String, _ name: String, _ title: String) -> ReportTable {
    ReportTable(
      id: id, sheetName: "", definedName: name, title: title, unitLine: "",
      columns: [ReportColumn(role: .label, heading: "Bảng"), ReportColumn(role: .text, heading: "Phát hiện")], rows: [])
  }
}
