/// What changed between two vintages of the data.
extension Messages {
  public static let revisedRows = LocalizedText(vi: "Dòng số liệu khác nhau", en: "Rows that differ")
  public static let revisedValues = LocalizedText(vi: "Giá trị chỉ tiêu thay đổi", en: "Revised values")
  public static let revisionSummary = LocalizedText(
    vi: "Mức điều chỉnh theo chỉ tiêu", en: "Revisions by indicator")
  public static let revisedPlaces = LocalizedText(
    vi: "Ô và câu thay đổi trong báo cáo", en: "Cells and sentences of the report that change")
  public static func revisionTriangle(_ indicator: LocalizedText) -> LocalizedText {
    LocalizedText(
      vi: "Tam giác điều chỉnh: \(indicator.vietnamese)", en: "Revision triangle: \(indicator.english)")
  }
  public static let noRevision = LocalizedText(
    vi: "Hai bản số liệu không có gì khác nhau.", en: "The two vintages do not differ.")
  public static let rowChanged = LocalizedText(vi: "sửa", en: "changed")
  public static let rowAdded = LocalizedText(vi: "thêm", en: "added")
  public static let rowRemoved = LocalizedText(vi: "bỏ", en: "removed")
  public static func resourceAdded(_ name: String) -> LocalizedText {
    LocalizedText(
      vi: "Bảng “\(name)” chỉ có trong bản mới.", en: "Resource “\(name)” is in the new vintage only.")
  }
  public static func resourceRemoved(_ name: String) -> LocalizedText {
    LocalizedText(vi: "Bảng “\(name)” chỉ có trong bản cũ.", en: "Resource “\(name)” is in the old vintage only.")
  }
  public static let revisionKind = LocalizedText(vi: "Thay đổi", en: "Change")
  public static let oldValue = LocalizedText(vi: "Giá trị cũ", en: "Old value")
  public static let newValue = LocalizedText(vi: "Giá trị mới", en: "New value")
  public static let revisionAmount = LocalizedText(vi: "Mức điều chỉnh", en: "Revision")
  public static let oldLine = LocalizedText(vi: "Dòng cũ", en: "Old line")
  public static let newLine = LocalizedText(vi: "Dòng mới", en: "New line")
  public static let rowKey = LocalizedText(vi: "Khóa của dòng", en: "Key of the row")
  public static let fieldColumn = LocalizedText(vi: "Cột", en: "Column")
  public static let placeColumn = LocalizedText(vi: "Vị trí", en: "Place")
  public static let revisedCount = LocalizedText(vi: "Số giá trị thay đổi", en: "Revised values")
  public static let meanRevision = LocalizedText(vi: "Bình quân điều chỉnh", en: "Mean revision")
  public static let meanAbsoluteRevision = LocalizedText(
    vi: "Bình quân điều chỉnh tuyệt đối", en: "Mean absolute revision")
  public static let comparedPeriods = LocalizedText(vi: "Số kỳ so sánh", en: "Periods compared")
  public static let roundedRevision = LocalizedText(
    vi: "Mức điều chỉnh tính từ số chưa làm tròn, nên có thể khác hiệu của hai giá trị in ra.",
    en: "Revisions are computed from unrounded values, so they may differ from the difference of the printed ones.")
  public static let statusOnlyNote = LocalizedText(
    vi: "Dòng có giá trị cũ và mới như nhau: chỉ tình trạng số liệu hoặc mức bao phủ thay đổi.",
    en: "Where both values are the same, only the status or the coverage differs.")
  public static let revisionMeansNote = LocalizedText(
    vi: "Mức điều chỉnh bằng giá trị mới trừ giá trị cũ, theo đơn vị tính của chỉ tiêu (tỷ lệ: điểm phần trăm); "
      + "bình quân tính cho toàn bộ phạm vi qua các kỳ có số liệu ở cả hai bản.",
    en: "A revision is the new value minus the old one, in the indicator's unit (rates: percentage points); means are "
      + "for the whole, over the periods with a value in both vintages.")
  public static func line(_ number: Int) -> LocalizedText { LocalizedText(vi: "dòng \(number)", en: "line \(number)") }
  public static func notAVintage(_ name: String) -> LocalizedText {
    LocalizedText(
      vi: "“\(name)” không phải thư mục có datapackage.json, cũng không phải một phiên bản git của bộ dữ liệu. "
        + "Nêu thư mục của bản cũ và bản mới, hoặc một phiên bản (HEAD~1, nhãn, mã) cùng --data.",
      en: "“\(name)” is neither a folder with a datapackage.json nor a git revision of the data package. Name the "
        + "folders of the old and the new vintage, or a revision (HEAD~1, a tag, a hash) with --data.")
  }
  public static let gitMissing = LocalizedText(
    vi: "Không chạy được git. Cài git, hoặc nêu thư mục thay cho phiên bản.",
    en: "git could not be run. Install git, or name a folder instead of a revision.")
  public static let twoVintages = LocalizedText(
    vi: "Cần ít nhất hai bản số liệu: bản cũ, rồi bản mới.",
    en: "Name at least two vintages: the old one, then the new.")
}
