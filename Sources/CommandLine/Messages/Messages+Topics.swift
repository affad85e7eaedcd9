import Language

/// What is common to all commands.
extension Messages {
  static let topicPeriods = LocalizedText(
    vi: """
      KỲ (periods)
        2023 năm báo cáo · 2023-S1 6 tháng · 2023-9M 9 tháng · 2023-Q3 quý · 2023-07 tháng
        2014/2023 giai đoạn · mã hoặc tên nhiệm kỳ khai trong danh mục
        Cũng hiểu: Q3/2022, 6T2022, “Quý III năm 2022”, “tháng 7/2022”.
        --period nhận loại kỳ (year, half-year, nine-months, quarter, month, term, range) hoặc một kỳ.
      """,
    en: """
      PERIODS
        2023 reporting year · 2023-S1 half-year · 2023-9M nine months · 2023-Q3 quarter · 2023-07 month
        2014/2023 range · code or name of a term that the catalogue declares
        Also understood: Q3/2022, 6T2022, "Quý III năm 2022", "tháng 7/2022".
        --period takes a kind (year, half-year, nine-months, quarter, month, term, range) or one period.
      """)
  static let topicFlags = LocalizedText(
    vi: "TÌNH TRẠNG SỐ LIỆU (flags, SDMX OBS_STATUS)", en: "STATUS FLAGS (SDMX OBS_STATUS)")
  static let topicFormats = LocalizedText(
    vi: """
      ĐỊNH DẠNG (--format)
        table, markdown  cho người đọc: số theo ngôn ngữ, dấu (mh), chú thích
        csv, tsv, jsonl  cho máy: mỗi dòng một giá trị, số dạng 1234.5
        json             cả bảng, kèm ghi chú
        --format csv --excel  mở được ngay bằng Excel: BOM, dấu ; và dấu phẩy thập phân khi --lang vi
      """,
    en: """
      FORMATS (--format)
        table, markdown  for people: numbers of their language, marks, notes
        csv, tsv, jsonl  for machines: one value a line, numbers as 1234.5
        json             the whole table with its notes
        --format csv --excel  opens in Excel: byte order mark; with --lang vi also ; and a decimal comma
      """)
  static let topicFilters = LocalizedText(
    vi: """
      LỌC (--where)
        đơn-vị=mã thu hẹp phần được tính: unit=MÃ, organisation=MÃ
        biểu thức chọn dòng: 'membership-rate < 55 && level == district', 'year >= 2018 and not flags has P'
        < <= > >= == != in (…) has · and or not && || ! · ngoặc đơn · tên có dấu cách đặt trong ngoặc kép
      """,
    en: """
      FILTERS (--where)
        dimension=member narrows what is counted: unit=CODE, organisation=CODE
        an expression chooses rows: 'membership-rate < 55 && level == district', 'year >= 2018 and not flags has P'
        < <= > >= == != in (…) has · and or not && || ! · parentheses · names with spaces in quotes
      """)
  static let topicExitCodes = LocalizedText(
    vi: """
      MÃ KẾT THÚC (exit codes)
        0 xong, câu trả lời là có · 1 câu trả lời là không · 64 lệnh sai · 65 số liệu sai hoặc câu hỏi không có nghĩa
        66 thiếu đầu vào · 70 lỗi của chương trình · 73 không tạo được kết quả · 74 đọc, ghi bị lỗi
      """,
    en: """
      EXIT CODES
        0 done, yes · 1 the answer is no · 64 usage · 65 the data are wrong, or the question has no meaning
        66 input missing · 70 a defect of ours · 73 the output cannot be created · 74 reading or writing failed
      """)
  static let topicEnvironment = LocalizedText(
    vi: """
      BIẾN MÔI TRƯỜNG (environment)
        THAPNIEN_DATA thư mục bộ dữ liệu · LC_ALL, LC_MESSAGES, LANG ngôn ngữ · COLUMNS chiều rộng bảng
        NO_COLOR, CLICOLOR, CLICOLOR_FORCE, TERM màu · TMPDIR nơi giữ tạm những gì đọc từ --file BẢNG=-
      """,
    en: """
      ENVIRONMENT
        THAPNIEN_DATA the data package's folder · LC_ALL, LC_MESSAGES, LANG the language · COLUMNS the width of tables
        NO_COLOR, CLICOLOR, CLICOLOR_FORCE, TERM colours · TMPDIR where what comes for --file RESOURCE=- is kept meanwhile
      """)
  static let exportNeedsFolder = LocalizedText(
    vi: "Cần -o THƯ-MỤC để ghi kết quả (với sqlite: -o TỆP).",
    en: "-o FOLDER is needed for the files (with sqlite: -o FILE).")
  static let exportHasNoFormat = LocalizedText(
    vi: "Định dạng của export chọn bằng --as, không bằng --format.", en: "Choose the form with --as, not with --format."
  )
  static func exportedWithout(_ codes: [String]) -> LocalizedText {
    let list = codes.joined(separator: ", ")
    return LocalizedText(vi: "Không có giá trị: \(list).", en: "Without values: \(list).")
  }
  static let excelIsCSV = LocalizedText(
    vi: "--excel chỉ dùng với --format csv.", en: "--excel goes with --format csv.")
}
