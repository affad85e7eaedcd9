/// What `audit` and `explain` say about a delivered report.
extension Messages {
  public static func noLedgerBeside(_ name: String) -> LocalizedText {
    LocalizedText(
      vi: "không có bảng nguồn gốc số liệu \(name) bên cạnh; chỉ ra bằng --ledger",
      en: "there is no ledger \(name) beside it; name one with --ledger")
  }
  public static func severalLedgers(_ names: [String]) -> LocalizedText {
    let list = names.joined(separator: ", ")
    return LocalizedText(
      vi: "Thư mục có nhiều bảng nguồn gốc số liệu (\(list)); hãy nêu một tệp.",
      en: "The folder has several ledgers (\(list)); name one of the files.")
  }
  public static let sheetAndCell = LocalizedText(
    vi: "Với sổ tính cần --sheet và --cell.", en: "A workbook needs --sheet and --cell.")
  public static let lineNeeded = LocalizedText(
    vi: "Với tệp văn bản cần --line, tính từ 1.", en: "A text needs --line, counted from 1.")
  public static let periodNeeded = LocalizedText(vi: "Cần --period.", en: "--period is needed.")
  public static func notACell(_ text: String) -> LocalizedText {
    LocalizedText(vi: "“\(text)” không phải là ô, ví dụ D7.", en: "'\(text)' is no cell, for example D7.")
  }
  public static let wordSheet = LocalizedText(vi: "trang tính", en: "sheet")
  public static func noNumberThere(_ place: String) -> LocalizedText {
    LocalizedText(vi: "\(place): không có số nào đã công bố.", en: "\(place): no published number stands there.")
  }
  public static func linesInAll(_ count: Int) -> LocalizedText {
    LocalizedText(vi: "Tệp chỉ có \(count) dòng.", en: "The file has \(count) lines only.")
  }
  public static func placeDiffers(expected: String, found: String) -> LocalizedText {
    LocalizedText(
      vi: "Cảnh báo: tệp ghi “\(found)”, bảng nguồn gốc số liệu ghi “\(expected)”.",
      en: "Warning: the file says '\(found)', the ledger '\(expected)'.")
  }
  public static func lineWord(_ line: Int) -> LocalizedText {
    LocalizedText(vi: "dòng \(line)", en: "line \(line)")
  }
  public static func linesOf(_ lines: String) -> LocalizedText {
    let isOne = lines.allSatisfy(\.isNumber)
    return LocalizedText(vi: "dòng \(lines)", en: "line\(isOne ? "" : "s") \(lines)")
  }
  public static let printedForm = LocalizedText(vi: "In là", en: "Printed")
  public static let figureWord = LocalizedText(vi: "Số", en: "Figure")
  public static let cellFormula = LocalizedText(vi: "Công thức ô", en: "Cell's formula")
  public static let shownAbove = LocalizedText(vi: "(đã nêu ở trên)", en: "(shown above)")

  public static let auditSide = LocalizedText(vi: "Bên khác", en: "Side")
  public static let auditPlace = LocalizedText(vi: "Vị trí", en: "Place")
  public static let auditExpected = LocalizedText(vi: "Bảng nguồn gốc", en: "Ledger")
  public static let auditFound = LocalizedText(vi: "Hiện nay", en: "Now")
  public static let auditWhat = LocalizedText(vi: "Khác gì", en: "What differs")
  public static let auditStands = LocalizedText(vi: "Nằm ở", en: "Stands at")
  public static func figuresMoved(_ count: Int) -> LocalizedText {
    LocalizedText(vi: "\(count) số đổi theo", en: "\(count) number\(count == 1 ? "" : "s") moved")
  }
  public static func auditSideName(_ side: String) -> LocalizedText {
    switch side {
    case "workbook": LocalizedText(vi: "sổ tính", en: "workbook")
    case "briefing": LocalizedText(vi: "báo cáo", en: "briefing")
    case "tables": LocalizedText(vi: "bảng CSV", en: "tables")
    case "ledger": LocalizedText(vi: "bảng nguồn gốc", en: "ledger")
    default: LocalizedText(vi: "số liệu gốc", en: "data")
    }
  }
  public static func auditKind(_ kind: String) -> LocalizedText {
    switch kind {
    case "number-changed": LocalizedText(vi: "số bị sửa", en: "number changed")
    case "label-changed": LocalizedText(vi: "ngày, năm, số hiệu bị sửa", en: "date, year or name changed")
    case "number-missing": LocalizedText(vi: "mất số", en: "number gone")
    case "label-missing": LocalizedText(vi: "mất ngày, năm, số hiệu", en: "date, year or name gone")
    case "not-in-ledger": LocalizedText(vi: "số không có nguồn gốc", en: "number without an origin")
    case "order-changed": LocalizedText(vi: "các số đổi chỗ", en: "numbers in another order")
    case "formula-changed": LocalizedText(vi: "công thức bị sửa", en: "formula changed")
    case "sheet-missing": LocalizedText(vi: "mất trang tính", en: "sheet gone")
    case "file-missing": LocalizedText(vi: "thiếu tệp", en: "file gone")
    case "file-extra": LocalizedText(vi: "thừa tệp", en: "file too many")
    case "file-changed": LocalizedText(vi: "tệp số liệu đã thay đổi", en: "data file changed")
    case "line-changed": LocalizedText(vi: "dòng bị sửa", en: "line changed")
    case "line-inserted": LocalizedText(vi: "dòng thêm vào", en: "line put in")
    case "line-removed": LocalizedText(vi: "dòng bị xóa", en: "line taken out")
    case "line-moved": LocalizedText(vi: "dòng đổi chỗ", en: "line moved")
    case "row-missing": LocalizedText(vi: "mất dòng", en: "row gone")
    case "row-extra": LocalizedText(vi: "thừa dòng", en: "row too many")
    case "sheet-renamed": LocalizedText(vi: "trang tính đổi tên", en: "sheet renamed")
    case "value-changed": LocalizedText(vi: "số liệu cho giá trị khác", en: "the data give another value")
    case "status-changed":
      LocalizedText(vi: "tình trạng hoặc mức đầy đủ khác", en: "other flags or coverage")
    case "rows-moved": LocalizedText(vi: "số ấy lấy từ dòng khác", en: "numbers from other rows")
    case "not-computed": LocalizedText(vi: "nay không tính số này", en: "not computed any more")
    case "entry-wrong": LocalizedText(vi: "mục tự mâu thuẫn", en: "entry contradicts itself")
    default: LocalizedText(vi: "bộ dữ liệu khác", en: "another data package")
    }
  }
  public static func audited(workbook: String, briefing: String, tables: String, files: String) -> LocalizedText {
    LocalizedText(
      vi: "Đã đối chiếu \(workbook) số trong sổ tính, \(briefing) số trong báo cáo, \(tables) số trong bảng CSV, "
        + "\(files) tệp số liệu.",
      en: "Compared: \(workbook) numbers in the workbook, \(briefing) in the briefing, \(tables) in the CSV tables; "
        + "\(files) data files.")
  }
  public static let auditProved = LocalizedText(
    vi: "Tất cả khớp với bảng nguồn gốc và số liệu gốc.", en: "All of them agree with the ledger and the data.")
  public static func auditDifferences(_ count: Int) -> LocalizedText {
    LocalizedText(vi: "Có \(count) điểm khác.", en: "\(count) difference\(count == 1 ? "" : "s").")
  }
}
