import Language

/// What is told while a command runs.
extension Messages {
  static func progressBytes(_ done: String, of all: String) -> LocalizedText {
    LocalizedText(vi: "Đã đọc \(done)/\(all) MB", en: "Read \(done) of \(all) MB")
  }
  static func progressRows(_ count: String) -> LocalizedText { LocalizedText(vi: "\(count) dòng", en: "\(count) rows") }
  static func progressLeft(_ seconds: String) -> LocalizedText {
    LocalizedText(vi: "còn \(seconds) giây", en: "\(seconds) s left")
  }

  static let quietOrVerbose = LocalizedText(
    vi: "Chỉ dùng một trong hai: --quiet hoặc --verbose.", en: "Use one of --quiet and --verbose.")
  static func verboseReads(_ file: String, _ bytes: String) -> LocalizedText {
    LocalizedText(vi: "            đọc \(file) (\(bytes) byte)", en: "            reads \(file) (\(bytes) bytes)")
  }
  static let verbosePackage = LocalizedText(
    vi: "mở bộ dữ liệu: mô tả, danh mục, danh sách thành viên",
    en: "package opened: descriptor, catalogue, lists of members")
  static let verboseComputed = LocalizedText(vi: "đọc số liệu và tính toán", en: "data read and computed")
  static let verboseWritten = LocalizedText(vi: "ghi kết quả", en: "results written")
  static let verboseReportBuilt = LocalizedText(vi: "lập báo cáo", en: "report built")
  static let verboseTotal = LocalizedText(vi: "tổng cộng", en: "in all")

  static let topicTelling = LocalizedText(
    vi: """
      ĐẦU RA LỖI (standard error)
        Đọc lâu quá một giây: một dòng tiến độ, chỉ ở màn hình, tự xóa khi xong.
        --quiet    chỉ còn lỗi và những gì phải đi cùng số liệu (số minh họa)
        --verbose  đọc tệp nào, mỗi bước mất bao lâu
      """,
    en: """
      STANDARD ERROR (telling)
        Reading longer than a second: one line of progress, on terminals only, gone at the end.
        --quiet    nothing but errors, and what has to go with figures (illustrative data)
        --verbose  which files are read, and how long each stage takes
      """)
}
