import Language
import Reports
import Values

extension SampleDocument {
  static func summary(_ language: OutputLanguage) -> ReportSummary {
    let vietnamese = language == .vietnamese
    let first = rate(total(members, 2013), total(eligible, 2013))
    let last = rate(total(members, 2023), total(eligible, 2023))
    return ReportSummary(
      headline: ReportSentence([
        .text(vietnamese ? "Tỷ lệ tập hợp đoàn viên, hội viên đạt " : "The membership rate reached "),
        .figure(id("rate", 2023), printed: "\(printed(last))%"), .text(vietnamese ? ", tăng " : ", up "),
        .figure(FigureID("rate@2013..2023#change"), printed: printed(subtract(last, first))),
        .text(
          vietnamese ? "\u{A0}điểm\u{A0}phần\u{A0}trăm so với năm 2013 (mh)" : " percentage points since 2013 (ill.)"),
      ]),
      tables: [
        levels(language), results(language), ranking(language, highest: true), ranking(language, highest: false),
      ],
      charts: [
        rateChart(language), contactsChart(language),
        ReportChart(
          kind: .rankedBars,
          title: vietnamese ? "Tỷ lệ tập hợp năm 2023 theo đơn vị (%)" : "Membership rate in 2023 by unit (%)",
          series: [.init(name: "2023", source: .column(table: "04", column: 12, rows: 0..<15))], decimals: 2,
          alternativeText: "Thanh ngang: tỷ lệ tập hợp năm 2023 của 15 đơn vị."),
      ],
      attention: [
        ReportSentence(
          [.text("Năm 2021 có 14/15 đơn vị báo cáo tiếp xúc cử tri; tổng số chưa đầy đủ, không so sánh với năm khác.")],
          tableID: "05"),
        ReportSentence(
          [
            .text(
              "Số vận động Quỹ “Vì người nghèo” theo nguồn công bố là mức tối thiểu, chưa kết luận nguyên nhân; giữ nguyên số đã công bố, không dùng để so sánh, xếp hạng giữa các đơn vị."
            )
          ], tableID: "01"),
        ReportSentence([.text("Năm 2023 là số sơ bộ đến ngày 30/9/2023.")], tableID: "04"),
      ],
      source: vietnamese
        ? "Nguồn: tổng hợp từ báo cáo của 15 đơn vị; công thức, tệp và dòng số liệu ở trang “Nguồn số liệu”."
        : "Source: reports of 15 units; formulas, files and rows are on the sheet “Sources”.")
  }

  private static func summaryTable(
    _ name: String, _ title: String, _ unitLine: String, _ columns: [ReportColumn], _ rows: [ReportRow],
    _ language: OutputLanguage
  ) -> ReportTable {
    ReportTable(
      id: "", sheetName: Messages.summarySheet[language], definedName: name, title: title, unitLine: unitLine,
      columns: columns, rows: rows)
  }

  private static func levels(_ language: OutputLanguage) -> ReportTable {
    let vietnamese = language == .vietnamese
    func stock(_ indicator: String, _ value: @escaping (Int, Int) -> Int, _ label: String, _ unit: String) -> ReportRow
    {
      let (first, last) = (total(value, 2013), total(value, 2023))
      return ReportRow(cells: [
        .text(label), .text(unit), figure(id(indicator, 2013), first), figure(id(indicator, 2023), last),
        .figure(
          ReportFigure(
            id: FigureID("\(indicator)@2013..2023#change"), value: ExactDecimal(last - first), style: .signed,
            isIllustrative: true, direction: indicator == "members" ? 1 : 0,
            expression: .subtracting(.figure(id(indicator, 2023)), .figure(id(indicator, 2013))))),
        indicator == "members"
          ? .figure(
            ReportFigure(id: FigureID("members@2023#target"), value: ExactDecimal(640_000), isIllustrative: true))
          : .absent(.notApplicable),
      ])
    }
    let (first, last) = (
      rate(total(members, 2013), total(eligible, 2013)), rate(total(members, 2023), total(eligible, 2023))
    )
    let rates = ReportRow(cells: [
      .text(vietnamese ? "Tỷ lệ tập hợp đoàn viên, hội viên" : "Membership rate"), .text("%"),
      .figure(ReportFigure(id: id("rate", 2013), value: first, isIllustrative: true)),
      .figure(ReportFigure(id: id("rate", 2023), value: last, flags: StatusFlags(.provisional), isIllustrative: true)),
      .figure(
        ReportFigure(
          id: FigureID("rate@2013..2023#change"), value: subtract(last, first), style: .signed, isIllustrative: true,
          direction: 1)),
      .figure(
        ReportFigure(
          id: FigureID("rate@2023#target"), value: ExactDecimal(coefficient: 6_000, scale: 2), isIllustrative: true)),
    ])
    return summaryTable(
      "Tom_tat_1", vietnamese ? "Mức đạt được và thay đổi" : "Levels and changes",
      vietnamese ? "So sánh tỷ lệ tính bằng điểm phần trăm" : "Changes of rates in percentage points",
      [
        ReportColumn(role: .label, heading: vietnamese ? "Chỉ tiêu" : "Indicator"),
        ReportColumn(role: .text, heading: vietnamese ? "ĐVT" : "Unit"),
        ReportColumn(
          role: .number, heading: vietnamese ? "Cuối 2013 (mh)" : "End of 2013 (ill.)", isIllustrative: true),
        ReportColumn(role: .number, heading: vietnamese ? "Năm 2023 (mh)" : "2023 (ill.)", isIllustrative: true),
        ReportColumn(
          role: .number, heading: vietnamese ? "So sánh (+/-) (mh)" : "Change (+/-) (ill.)", isIllustrative: true,
          isDerived: true),
        ReportColumn(
          role: .number, heading: vietnamese ? "Kế hoạch (mh)" : "Target (ill.)", isIllustrative: true, isDerived: true),
      ],
      [
        rates,
        stock("members", members, vietnamese ? "Đoàn viên, hội viên" : "Members", vietnamese ? "lượt" : "memberships"),
        stock(
          "eligible", eligible, vietnamese ? "Đối tượng tập hợp" : "Eligible population",
          vietnamese ? "người" : "persons"),
      ], language)
  }

  private static func results(_ language: OutputLanguage) -> ReportTable {
    let vietnamese = language == .vietnamese
    let contactTotal = flowYears.reduce(0) { sum, year in
      sum + units.indices.reduce(0) { $0 + (contacts($1, year) ?? 0) }
    }
    let thematic = flowYears.reduce(0) { $0 + random($1, 10...60) }
    func row(_ label: String, _ unit: String, _ figure: ReportFigure, perYear: Bool) -> ReportRow {
      ReportRow(cells: [
        .text(label), .text(unit), .figure(figure),
        perYear
          ? .figure(
            ReportFigure(
              id: FigureID(figure.id.name + "#perYear"),
              value: (try? Rational(figure.value).divided(by: Rational(10)).rounded(to: 0)) ?? .zero,
              isIllustrative: figure.isIllustrative,
              expression: .rounding(.dividing(.figure(figure.id), .constant(ExactDecimal(10))), decimals: 0)))
          : .absent(.notApplicable),
      ])
    }
    return summaryTable(
      "Tom_tat_2", vietnamese ? "Kết quả cả kỳ 2014 – 2023" : "Results of 2014–2023", "",
      [
        ReportColumn(role: .label, heading: vietnamese ? "Chỉ tiêu" : "Indicator"),
        ReportColumn(role: .text, heading: vietnamese ? "ĐVT" : "Unit"),
        ReportColumn(role: .number, heading: vietnamese ? "Cả kỳ" : "Decade"),
        ReportColumn(role: .number, heading: vietnamese ? "Bình quân năm" : "A year", isDerived: true),
      ],
      [
        row(
          vietnamese ? "Tiếp xúc cử tri của hội đồng nhân dân các cấp" : "Voter meetings",
          vietnamese ? "buổi" : "meetings",
          ReportFigure(id: FigureID("contacts@2014..2023"), value: ExactDecimal(contactTotal)), perYear: true),
        row(
          vietnamese ? "trong đó: chuyên đề" : "of which: thematic", vietnamese ? "buổi" : "meetings",
          ReportFigure(id: FigureID("thematic@2014..2023"), value: ExactDecimal(thematic), isIllustrative: true),
          perYear: true),
        row(
          vietnamese ? "Mô hình trên các lĩnh vực" : "Models", vietnamese ? "mô hình" : "models",
          ReportFigure(id: FigureID("models@2014..2023"), value: ExactDecimal(19_200), isLowerBound: true),
          perYear: false),
        row(
          vietnamese ? "Phong trào" : "Movements", vietnamese ? "phong trào" : "movements",
          ReportFigure(id: FigureID("movements@2014..2023"), value: ExactDecimal(20)), perYear: false),
      ], language)
  }

  private static func ranking(_ language: OutputLanguage, highest: Bool) -> ReportTable {
    let vietnamese = language == .vietnamese
    let order = units.indices.sorted {
      rate(members($0, 2023), eligible($0, 2023)) > rate(members($1, 2023), eligible($1, 2023))
    }
    let chosen = highest ? Array(order.prefix(5)) : Array(order.suffix(5).reversed())
    return summaryTable(
      highest ? "Tom_tat_3" : "Tom_tat_4",
      vietnamese
        ? (highest ? "Năm đơn vị cao nhất" : "Năm đơn vị thấp nhất") : (highest ? "Five highest" : "Five lowest"),
      vietnamese ? "Tỷ lệ tập hợp năm 2023 (%)" : "Membership rate in 2023 (%)",
      [
        ReportColumn(role: .ordinal, heading: Messages.ordinal[language]),
        ReportColumn(role: .label, heading: vietnamese ? "Đơn vị" : "Unit"),
        ReportColumn(role: .number, heading: vietnamese ? "Tỷ lệ (mh)" : "Rate (ill.)", isIllustrative: true),
        ReportColumn(
          role: .number, heading: vietnamese ? "So với 2013 (mh)" : "Since 2013 (ill.)", isIllustrative: true,
          isDerived: true),
      ],
      chosen.enumerated().map { position, unit in
        let last = rate(members(unit, 2023), eligible(unit, 2023))
        let first = rate(members(unit, 2013), eligible(unit, 2013))
        return ReportRow(cells: [
          .text("\(highest ? position + 1 : 15 - position)"), .text(units[unit]),
          .figure(ReportFigure(id: id("rate", 2023, unit), value: last, isIllustrative: true)),
          .figure(
            ReportFigure(
              id: FigureID("rate@2013..2023/unit=\(unit)#change"), value: subtract(last, first), style: .signed,
              isIllustrative: true, direction: 1)),
        ])
      }, language)
  }

  static func notes(_ language: OutputLanguage) -> [ReportSentence] {
    [
      ReportSentence("Số thời kỳ cộng theo năm; số thời điểm lấy giá trị cuối kỳ, không cộng qua các năm."),
      ReportSentence(
        [
          .text(
            "Tỷ lệ tập hợp bằng số đoàn viên, hội viên chia cho số đối tượng. Tỷ lệ của nhiều đơn vị bằng tổng tử số chia cho tổng mẫu số, không phải bình quân các tỷ lệ. Năm 2023: "
          ),
          .figure(id("members", 2023), printed: "\(total(members, 2023))"), .text(" trên "),
          .figure(id("eligible", 2023), printed: "\(total(eligible, 2023))"), .text("."),
        ], tableID: "04"),
      ReportSentence("“hơn” là mức tối thiểu theo nguồn: không tính tốc độ tăng, không xếp hạng."),
    ]
  }

  static func quality(_ language: OutputLanguage) -> ReportTable {
    let vietnamese = language == .vietnamese
    return ReportTable(
      id: "quality", sheetName: Messages.qualitySheet[language], definedName: "Chat_luong",
      title: Messages.qualitySheet[language], unitLine: "",
      columns: [
        ReportColumn(role: .ordinal, heading: Messages.ordinal[language]),
        ReportColumn(role: .label, heading: vietnamese ? "Bộ số liệu" : "Resource"),
        ReportColumn(role: .text, heading: vietnamese ? "Phát hiện" : "Finding"),
        ReportColumn(role: .number, heading: vietnamese ? "Đã báo cáo" : "Reported"),
        ReportColumn(role: .number, heading: vietnamese ? "Phải báo cáo" : "Expected"),
      ],
      rows: [
        ReportRow(cells: [
          .text("1"), .text("contacts.csv"),
          .text(
            "Thiếu một ô: Đơn vị Đ, năm 2021. Tổng số của năm này chưa đầy đủ; đề nghị đơn vị bổ sung số liệu và gửi lại tệp."
          ),
          .figure(ReportFigure(id: FigureID("contacts#reported"), value: ExactDecimal(149))),
          .figure(ReportFigure(id: FigureID("contacts#expected"), value: ExactDecimal(150))),
        ])
      ])
  }

  static func sources(_ language: OutputLanguage) -> ReportTable {
    let vietnamese = language == .vietnamese
    return ReportTable(
      id: "sources", sheetName: Messages.sourcesSheet[language], definedName: "Nguon",
      title: Messages.sourcesSheet[language], unitLine: "",
      columns: [
        ReportColumn(role: .label, heading: vietnamese ? "Tệp" : "File"),
        ReportColumn(role: .text, heading: vietnamese ? "Tính chất" : "Kind"),
        ReportColumn(role: .number, heading: vietnamese ? "Số dòng" : "Rows"),
        ReportColumn(role: .text, heading: "SHA-256"),
      ],
      rows: [("members.csv", 165), ("eligible.csv", 165), ("contacts.csv", 150)].map { file, rows in
        ReportRow(cells: [
          .text(file), .text(vietnamese ? "minh họa" : "illustrative"),
          .figure(ReportFigure(id: FigureID("rows/\(file)"), value: ExactDecimal(rows))),
          .text("9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"),
        ])
      })
  }
}
