/// What is said at the terminal.
extension Messages {
  public static let errorWord = LocalizedText(vi: "Lỗi", en: "Error")
  public static let refusedWord = LocalizedText(vi: "Không thực hiện", en: "Refused")
  public static let defectWord = LocalizedText(vi: "Lỗi của chương trình", en: "A defect of the program")
  public static let wordCommand = LocalizedText(vi: "lệnh", en: "command")
  public static let wordLevel = LocalizedText(vi: "cấp", en: "level")
  public static let cannotWriteOutput = LocalizedText(
    vi: "không ghi được kết quả ra", en: "the output cannot be written")
  public static let cannotCreate = LocalizedText(
    vi: "không tạo được tệp; kiểm tra thư mục và quyền ghi", en: "it cannot be created; check the folder and its rights"
  )
  public static let cannotWrite = LocalizedText(
    vi: "ghi bị lỗi giữa chừng; tệp cũ được giữ nguyên", en: "writing failed half-way; the old file was left as it was")
  public static let noPackageHere = LocalizedText(
    vi: "không có bộ dữ liệu nào từ thư mục này trở lên; dùng --data hoặc THAPNIEN_DATA",
    en: "there is no data package from here upwards; use --data or THAPNIEN_DATA")
  public static let noPackageThere = LocalizedText(
    vi: "không có bộ dữ liệu trong thư mục này", en: "there is no data package in this folder")
  public static func moreFindings(_ count: Int) -> LocalizedText {
    LocalizedText(
      vi: "và \(count) phát hiện khác; xem đủ bằng lệnh check.", en: "and \(count) more; `check` lists them all.")
  }

  public static func notAPeriod(_ text: String) -> LocalizedText {
    LocalizedText(
      vi: "“\(text)” không phải là năm báo cáo. Viết năm bốn chữ số, ví dụ 2023.",
      en: "'\(text)' is not a reporting year. Write four digits, for example 2023.")
  }
  public static func periodsReversed(_ first: Int, _ last: Int) -> LocalizedText {
    LocalizedText(
      vi: "Năm đầu \(first) sau năm cuối \(last).", en: "The first year \(first) is after the last \(last).")
  }
  public static func periodTooLong(_ first: Int, _ last: Int) -> LocalizedText {
    LocalizedText(
      vi: "Kỳ \(first) – \(last) dài hơn 200 năm. Kiểm tra cột năm, hoặc dùng --from và --to.",
      en: "The period \(first)–\(last) is longer than 200 years. Check the column of years, or use --from and --to.")
  }
  public static func incomplete(_ cells: String) -> LocalizedText {
    LocalizedText(vi: "Chưa đủ ô báo cáo: \(cells).", en: "Not all cells report: \(cells).")
  }
  public static func incompleteButUsed(_ cells: String) -> LocalizedText {
    LocalizedText(
      vi: "Các tổng sau chưa đủ ô báo cáo mà vẫn được dùng như vậy: \(cells).",
      en: "Sums to which not all cells report are used as they are: \(cells).")
  }
  public static func incompleteMovement(_ cells: String) -> LocalizedText {
    LocalizedText(
      vi: "Chưa đủ ô báo cáo, tăng, giảm có thể chỉ do thiếu số liệu: \(cells).",
      en: "Not all cells report, so that a rise or fall may be one of reporting alone: \(cells).")
  }
  public static func andMore(_ count: Int) -> LocalizedText {
    LocalizedText(vi: "và \(count) ô khác", en: "and \(count) more")
  }
  public static let periodCondition = LocalizedText(
    vi: "Chọn kỳ bằng --from và --to, không bằng --where.", en: "Choose periods with --from and --to, not with --where."
  )
  public static let noObservation = LocalizedText(
    vi: "Không có giá trị nào cho câu hỏi này.", en: "There is no observation for this query.")

  public static let numerator = LocalizedText(vi: "Tử số", en: "Numerator")
  public static let denominator = LocalizedText(vi: "Mẫu số", en: "Denominator")
  public static let againstSameOfYearBefore = LocalizedText(vi: "So với cùng kỳ năm trước", en: "On the year before")
  public static let againstPeriodBefore = LocalizedText(vi: "So với kỳ trước", en: "On the period before")
  public static let againstPrevious = LocalizedText(vi: "So với năm trước", en: "On the year")
  public static let cells = LocalizedText(vi: "Ô báo cáo", en: "Cells")
  public static let series = LocalizedText(vi: "Diễn biến", en: "Series")
  public static let statistics = LocalizedText(vi: "Thống kê", en: "Statistics")
  public static let highest = LocalizedText(vi: "Cao nhất", en: "Highest")
  public static let lowest = LocalizedText(vi: "Thấp nhất", en: "Lowest")
  public static let growthRate = LocalizedText(vi: "Tốc độ tăng bình quân năm", en: "Compound annual growth rate")
  public static let runWord = LocalizedText(vi: "Liên tiếp", en: "In a row")
  public static func runOf(_ length: Int, isRise: Bool) -> LocalizedText {
    LocalizedText(
      vi: "\(isRise ? "tăng" : "giảm") \(length) năm liên tiếp",
      en: "\(isRise ? "up" : "down") \(length) year\(length == 1 ? "" : "s") in a row")
  }
  public static let seriesTotal = LocalizedText(vi: "Toàn bộ", en: "The whole")
}

/// What `explain`, `list` and `check` say.
extension Messages {
  public static let formula = LocalizedText(vi: "Công thức", en: "Formula")
  public static let periodDays = LocalizedText(vi: "Kỳ", en: "Period")
  public static let exactValue = LocalizedText(vi: "chính xác", en: "exactly")
  public static let conditions = LocalizedText(vi: "Điều kiện", en: "Where")
  public static let fileLines = LocalizedText(vi: "Dòng", en: "Lines")
  public static func rowCount(_ count: Int) -> LocalizedText {
    LocalizedText(vi: "\(count) dòng số liệu", en: "\(count) row\(count == 1 ? "" : "s")")
  }
  public static let code = LocalizedText(vi: "Mã", en: "Code")
  public static let name = LocalizedText(vi: "Tên", en: "Name")
  public static let kind = LocalizedText(vi: "Loại", en: "Kind")
  public static let years = LocalizedText(vi: "Các năm", en: "Years")
  public static let level = LocalizedText(vi: "Cấp", en: "Level")
  public static let valid = LocalizedText(vi: "Hiệu lực", en: "Valid")
  public static let checkedValid = LocalizedText(vi: "Hợp lệ.", en: "Valid.")
  public static let checkedInvalid = LocalizedText(vi: "Không hợp lệ.", en: "Not valid.")
  public static let position = LocalizedText(vi: "Vị trí", en: "Position")

  public static let folderNotEmpty = LocalizedText(
    vi: "thư mục đã có tệp; chọn thư mục mới", en: "the folder has files in it; choose a new one")
  public static func created(_ path: String) -> LocalizedText {
    LocalizedText(vi: "Đã tạo \(path)", en: "Created \(path)")
  }
  public static func noReport(_ name: String, tried: [String], near: [String]) -> LocalizedText {
    let places = tried.joined(separator: ", ")
    let hint = near.isEmpty ? nil : didYouMean(near, allowed: [])
    return LocalizedText(
      vi: "không tìm thấy báo cáo “\(name)”; đã tìm ở: \(places)\(hint.map { ". \($0.vietnamese)" } ?? "")",
      en: "there is no report '\(name)'; looked in: \(places)\(hint.map { ". \($0.english)" } ?? "")")
  }
  public static let nothingToCheck = LocalizedText(
    vi: "không biết kiểm tra tệp này; nhận report.yaml hoặc mẫu .mustache cạnh nó",
    en: "it is not known how to check this file; give a report.yaml or a .mustache beside one")
}

extension Messages {
  public static func wrongCondition(_ text: String) -> LocalizedText {
    LocalizedText(
      vi: "“\(text)” không có dạng chiều=mục, ví dụ level=commune.",
      en: "'\(text)' has not the form dimension=member, for example level=commune.")
  }
}

/// What `report` says.
extension Messages {
  public static let periodOrRange = LocalizedText(
    vi: "Dùng --period, hoặc --from và --to, không dùng cả hai.", en: "Use --period, or --from and --to, not both.")
  public static let fromAndTo = LocalizedText(
    vi: "Cần cả --from và --to.", en: "Both --from and --to are needed.")
  public static let isNoFolder = LocalizedText(vi: "đây là tệp, không phải thư mục", en: "it is a file, not a folder")
  public static let foreignFiles = LocalizedText(
    vi: "thư mục có tệp không phải của báo cáo; chọn nơi ghi khác bằng -o",
    en: "the folder holds files that are no report's; choose another place with -o")
  public static let noTemplate = LocalizedText(
    vi: "không khai mẫu báo cáo tóm tắt cho ngôn ngữ này (mục briefing)",
    en: "it declares no briefing template for this language")
}
