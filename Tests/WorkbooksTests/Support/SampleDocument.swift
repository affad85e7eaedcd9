import Language
import Reports
import Values

/// A small report of an invented province, with everything a report can hold: rates with formulas, totals, missing
/// cells, lower bounds, statuses, three kinds of charts, hierarchy, notes with figures.
enum SampleDocument {
  static let units = (0..<15).map {
    "Đơn vị \(["A", "B", "C", "D", "Đ", "E", "G", "H", "I", "K", "L", "M", "N", "O", "P"][$0])"
  }
  static let stockYears = Array(2013...2023)
  static let flowYears = Array(2014...2023)

  static func make(_ language: OutputLanguage = .vietnamese) -> ReportDocument {
    let vietnamese = language == .vietnamese
    return ReportDocument(
      name: "sample", language: language,
      title: vietnamese ? "Báo cáo tổng kết 10 năm" : "The decade in figures",
      subtitle: vietnamese
        ? "Công tác dân vận tỉnh Mẫu, 2014 – 2023" : "Mass mobilisation in Sample Province, 2014–2023",
      issuer: [], asOf: vietnamese ? "Số liệu đến ngày 30/9/2023" : "Data to 30 September 2023",
      date: CalendarDate(iso: "2023-09-30") ?? .lastDay(of: 2023),
      notices: [
        vietnamese
          ? "BẢN MẪU – SỐ MINH HỌA (mh): số theo năm, theo đơn vị được tạo để minh họa, không phải số liệu chính thức."
          : "SAMPLE – ILLUSTRATIVE DATA (ill.): figures by year and unit are made up and are not official."
      ],
      summary: summary(language),
      tables: [byYear(language), members(language), eligible(language), rates(language), contacts(language)],
      notes: notes(language), quality: quality(language), sources: sources(language))
  }

  // MARK: figures

  /// A small deterministic generator (Numerical Recipes' constants).
  static func random(_ seed: Int, _ range: ClosedRange<Int>) -> Int {
    var state = UInt32(truncatingIfNeeded: seed &* 2_654_435_761 &+ 12_345)
    for _ in 0..<3 { state = state &* 1_664_525 &+ 1_013_904_223 }
    return range.lowerBound + Int(state >> 8) % range.count
  }

  static func members(_ unit: Int, _ year: Int) -> Int {
    36_000 + random(unit, 0...6_000) + (year - 2013) * (240 + random(unit + 50, 0...260))
      + random(unit * 40 + year, 0...150)
  }
  static func eligible(_ unit: Int, _ year: Int) -> Int {
    64_000 + random(unit + 7, 0...9_000) + (year - 2013) * (180 + random(unit + 90, 0...260))
  }
  static func contacts(_ unit: Int, _ year: Int) -> Int? {
    if year == 2021, unit == 4 { return nil }
    return unit == 12 && year == 2016 ? 0 : 120 + random(unit * 31 + year, 0...60) - (year == 2021 ? 40 : 0)
  }

  static func id(_ indicator: String, _ year: Int, _ unit: Int? = nil) -> FigureID {
    FigureID("\(indicator)@\(year)" + (unit.map { "/unit=\($0)" } ?? ""))
  }
  static func total(_ value: (Int, Int) -> Int, _ year: Int) -> Int { units.indices.reduce(0) { $0 + value($1, year) } }

  static func rate(_ numerator: Int, _ denominator: Int) -> ExactDecimal {
    let exact = try? Rational(Int128(numerator * 100), over: Int128(denominator)).rounded(to: 2)
    return exact ?? .zero
  }
  static func rateExpression(_ year: Int, _ unit: Int?) -> FigureExpression {
    .rounding(
      .dividing(
        .multiplying(.constant(ExactDecimal(100)), .figure(id("members", year, unit))),
        .figure(id("eligible", year, unit))),
      decimals: 2)
  }
  static func subtract(_ left: ExactDecimal, _ right: ExactDecimal) -> ExactDecimal {
    ExactDecimal(coefficient: left.coefficient - right.coefficient, scale: 2)
  }

  static func figure(_ id: FigureID, _ value: Int, _ expression: FigureExpression? = nil) -> ReportCell {
    .figure(ReportFigure(id: id, value: ExactDecimal(value), isIllustrative: true, expression: expression))
  }

  // MARK: tables

  static func yearColumns(_ years: [Int], _ language: OutputLanguage) -> [ReportColumn] {
    let mark = Messages.illustrativeMark[language]
    return years.map { ReportColumn(role: .number, heading: "\($0) \(mark)", isIllustrative: true) }
  }
  static func unitColumns(_ language: OutputLanguage) -> [ReportColumn] {
    [
      ReportColumn(role: .ordinal, heading: Messages.ordinal[language]),
      ReportColumn(role: .label, heading: language == .vietnamese ? "Đơn vị" : "Unit"),
    ]
  }

  static func byUnit(
    _ table: Int, _ title: LocalizedText, _ unitLine: LocalizedText, _ indicator: String, _ language: OutputLanguage,
    _ value: (Int, Int) -> Int
  ) -> ReportTable {
    var rows = units.indices.map { unit in
      ReportRow(
        cells: [.text("\(unit + 1)"), .text(units[unit])]
          + stockYears.map { figure(id(indicator, $0, unit), value(unit, $0)) })
    }
    rows.append(
      ReportRow(
        role: .total,
        cells: [.empty, .text(language == .vietnamese ? "TỔNG CỘNG" : "TOTAL")]
          + stockYears.map { figure(id(indicator, $0), total(value, $0), .columnSum) }))
    let number = "0\(table)"
    return ReportTable(
      id: number, sheetName: language == .vietnamese ? "Biểu \(number)" : "Table \(number)",
      definedName: "Bieu_\(number)",
      title: title[language], unitLine: unitLine[language],
      columns: unitColumns(language) + yearColumns(stockYears, language), rows: rows)
  }

  static func members(_ language: OutputLanguage) -> ReportTable {
    byUnit(
      2, LocalizedText(vi: "Đoàn viên, hội viên theo đơn vị, 2013 – 2023", en: "Members by unit, 2013–2023"),
      LocalizedText(
        vi: "Đơn vị tính: lượt đoàn viên, hội viên, cuối năm", en: "Unit: memberships at the end of the year"),
      "members", language, members)
  }
  static func eligible(_ language: OutputLanguage) -> ReportTable {
    byUnit(
      3, LocalizedText(vi: "Đối tượng tập hợp theo đơn vị, 2013 – 2023", en: "Eligible population by unit, 2013–2023"),
      LocalizedText(vi: "Đơn vị tính: người, cuối năm", en: "Unit: persons at the end of the year"), "eligible",
      language,
      eligible)
  }

  static func rates(_ language: OutputLanguage) -> ReportTable {
    let vietnamese = language == .vietnamese
    func row(_ unit: Int?) -> [ReportCell] {
      func value(_ year: Int) -> ExactDecimal {
        unit.map { rate(members($0, year), eligible($0, year)) } ?? rate(total(members, year), total(eligible, year))
      }
      let cells = stockYears.map { year in
        ReportCell.figure(
          ReportFigure(
            id: id("rate", year, unit), value: value(year), flags: year == 2023 ? StatusFlags(.provisional) : [],
            isIllustrative: true, expression: rateExpression(year, unit)))
      }
      let change = ReportFigure(
        id: FigureID("rate@2013..2023" + (unit.map { "/unit=\($0)" } ?? "") + "#change"),
        value: subtract(value(2023), value(2013)), style: .signed, isIllustrative: true, direction: 1,
        expression: .subtracting(.figure(id("rate", 2023, unit)), .figure(id("rate", 2013, unit))))
      return cells + [.figure(change)]
    }
    var rows = units.indices.map { ReportRow(cells: [.text("\($0 + 1)"), .text(units[$0])] + row($0)) }
    rows.append(ReportRow(role: .total, cells: [.empty, .text(vietnamese ? "TỔNG CỘNG" : "TOTAL")] + row(nil)))
    let columns =
      unitColumns(language) + yearColumns(stockYears, language) + [
        ReportColumn(
          role: .number, heading: vietnamese ? "So sánh 2013 – 2023 (mh)" : "Change 2013–2023 (ill.)",
          isIllustrative: true,
          isDerived: true)
      ]
    return ReportTable(
      id: "04", sheetName: vietnamese ? "Biểu 04" : "Table 04", definedName: "Bieu_04",
      title: vietnamese
        ? "Tỷ lệ tập hợp đoàn viên, hội viên so với đối tượng, theo đơn vị, 2013 – 2023"
        : "Membership rate by unit, 2013–2023",
      unitLine: vietnamese
        ? "Đơn vị tính: %; so sánh tính bằng điểm phần trăm. Ký hiệu: “...” chưa thu thập được; (*) số sơ bộ."
        : "Unit: %; changes in percentage points. “...” not collected; (*) provisional.",
      columns: columns, rows: rows,
      charts: [
        rateChart(language),
        ReportChart(
          kind: .rankedBars,
          title: vietnamese ? "Tỷ lệ tập hợp năm 2023 theo đơn vị (%)" : "Membership rate in 2023 by unit (%)",
          series: [.init(name: "2023", source: .column(table: "04", column: 12, rows: 0..<15))], decimals: 2,
          alternativeText: "Thanh ngang: tỷ lệ tập hợp năm 2023 của 15 đơn vị."),
      ],
      notes: [
        ReportSentence([
          .text("Tỷ lệ chung bằng tổng số đoàn viên, hội viên chia cho tổng số đối tượng, năm 2023 là "),
          .figure(id("rate", 2023), printed: "\(printed(rate(total(members, 2023), total(eligible, 2023))))%"),
          .text("."),
        ]),
        ReportSentence(
          "Năm 2023 tính đến ngày 30/9/2023 nên là số sơ bộ, chưa so sánh được với cả năm trước đó; số chính thức được cập nhật khi đủ báo cáo của các đơn vị."
        ),
      ])
  }

  static func printed(_ value: ExactDecimal) -> String {
    value.description.split(separator: ".").joined(separator: ",")
  }

  static func rateChart(_ language: OutputLanguage) -> ReportChart {
    ReportChart(
      kind: .line, title: language == .vietnamese ? "Tỷ lệ tập hợp, 2013 – 2023 (%)" : "Membership rate, 2013–2023 (%)",
      series: [.init(name: "Toàn tỉnh", source: .row(table: "04", row: 15, columns: 2..<13))], decimals: 2,
      alternativeText: "Đường: tỷ lệ tập hợp toàn tỉnh từ cuối năm 2013 đến năm 2023.")
  }

  static func contacts(_ language: OutputLanguage) -> ReportTable {
    let vietnamese = language == .vietnamese
    var rows = units.indices.map { unit in
      ReportRow(
        cells: [.text("\(unit + 1)"), .text(units[unit])]
          + flowYears.map { year in
            contacts(unit, year).map { figure(id("contacts", year, unit), $0) } ?? .absent(.notCollected)
          } + [
            figure(
              FigureID("contacts@2014..2023/unit=\(unit)"), sum(unit),
              .sum(flowYears.filter { contacts(unit, $0) != nil }.map { id("contacts", $0, unit) }))
          ])
    }
    func sum(_ unit: Int) -> Int { flowYears.reduce(0) { $0 + (contacts(unit, $1) ?? 0) } }
    let totals = flowYears.map { year in units.indices.reduce(0) { $0 + (contacts($1, year) ?? 0) } }
    rows.append(
      ReportRow(
        role: .total,
        cells: [.empty, .text(vietnamese ? "TỔNG CỘNG" : "TOTAL")]
          + zip(flowYears, totals).map { figure(id("contacts", $0), $1, .columnSum) }
          + [figure(FigureID("contacts@2014..2023"), totals.reduce(0, +), .columnSum)]))
    rows.append(
      ReportRow(
        role: .summary,
        cells: [.empty, .text(vietnamese ? "Bình quân một đơn vị" : "Average per unit")]
          + zip(flowYears, totals).map { year, value in
            .figure(
              ReportFigure(
                id: FigureID("contacts@\(year)#average"),
                value: (try? Rational(Int128(value), over: 15).rounded(to: 1)) ?? .zero, isIllustrative: true,
                expression: .rounding(
                  .dividing(.figure(id("contacts", year)), .constant(ExactDecimal(15))), decimals: 1)))
          } + [.absent(.notApplicable)]))
    return ReportTable(
      id: "05", sheetName: vietnamese ? "Biểu 05" : "Table 05", definedName: "Bieu_05",
      title: vietnamese
        ? "Tiếp xúc cử tri của đại biểu hội đồng nhân dân các cấp theo đơn vị, 2014 – 2023"
        : "Voter meetings of people's councils by unit, 2014–2023",
      unitLine: vietnamese
        ? "Đơn vị tính: buổi. Ký hiệu: “-” không phát sinh; “...” chưa thu thập được; x không tính."
        : "Unit: meetings. “-” none; “...” not collected; x not applicable.",
      columns: unitColumns(language) + yearColumns(flowYears, language) + [
        ReportColumn(
          role: .number, heading: vietnamese ? "Cả kỳ (mh)" : "Decade (ill.)", isIllustrative: true, isDerived: true)
      ], rows: rows,
      charts: [contactsChart(language)],
      notes: [ReportSentence("Năm 2021 có 14/15 đơn vị báo cáo; tổng số của năm này chưa đầy đủ.")])
  }

  static func contactsChart(_ language: OutputLanguage) -> ReportChart {
    ReportChart(
      kind: .bars, title: language == .vietnamese ? "Tiếp xúc cử tri (buổi)" : "Voter meetings",
      series: [.init(name: "Toàn tỉnh", source: .row(table: "05", row: 15, columns: 2..<12))], decimals: 0,
      alternativeText: "Cột: số buổi tiếp xúc cử tri mỗi năm.")
  }

  static func byYear(_ language: OutputLanguage) -> ReportTable {
    let vietnamese = language == .vietnamese
    func row(_ level: Int, _ label: String, _ unit: String, _ cells: [ReportCell]) -> ReportRow {
      ReportRow(level: level, cells: [.text(label), .text(unit)] + cells)
    }
    let contactsTotals = flowYears.map { year in units.indices.reduce(0) { $0 + (contacts($1, year) ?? 0) } }
    let rows = [
      row(
        0, vietnamese ? "Tiếp xúc cử tri" : "Voter meetings", vietnamese ? "buổi" : "meetings",
        zip(flowYears, contactsTotals).map { figure(id("contacts", $0), $1) } + [
          figure(FigureID("contacts@2014..2023"), contactsTotals.reduce(0, +))
        ]),
      row(
        1, vietnamese ? "trong đó: chuyên đề" : "of which: thematic", vietnamese ? "buổi" : "meetings",
        flowYears.map { figure(id("thematic", $0), random($0, 10...60)) } + [
          figure(
            FigureID("thematic@2014..2023"), flowYears.reduce(0) { $0 + random($1, 10...60) },
            .sum(flowYears.map { id("thematic", $0) }))
        ]),
      row(
        0, vietnamese ? "Mô hình mới trên các lĩnh vực" : "New models", vietnamese ? "mô hình" : "models",
        flowYears.map { figure(id("models", $0), 1_800 + random($0 + 3, 0...200)) } + [
          .figure(ReportFigure(id: FigureID("models@2014..2023"), value: ExactDecimal(19_200), isLowerBound: true))
        ]),
      row(
        0, vietnamese ? "Quỹ “Vì người nghèo” (tiền mặt)" : "Fund “For the poor” (cash)",
        vietnamese ? "tỷ đồng" : "billion dong",
        flowYears.map {
          .figure(
            ReportFigure(
              id: id("fund", $0),
              value: ExactDecimal(coefficient: Int128(40_000 + random($0 + 9, 0...20_000)), scale: 1),
              isIllustrative: true))
        } + [.absent(.notApplicable)]),
    ]
    return ReportTable(
      id: "01", sheetName: vietnamese ? "Biểu 01" : "Table 01", definedName: "Bieu_01",
      title: vietnamese ? "Chỉ tiêu chủ yếu theo năm, 2014 – 2023" : "Main indicators by year, 2014–2023",
      unitLine: vietnamese
        ? "Đơn vị tính ghi ở từng dòng. Ký hiệu: “-” không phát sinh; x không tính." : "Units stand in each row.",
      columns: [
        ReportColumn(role: .label, heading: vietnamese ? "Chỉ tiêu" : "Indicator"),
        ReportColumn(role: .text, heading: vietnamese ? "ĐVT" : "Unit"),
      ] + yearColumns(flowYears, language) + [
        ReportColumn(role: .number, heading: vietnamese ? "Cả kỳ" : "Decade", isDerived: true)
      ],
      rows: rows)
  }
}
