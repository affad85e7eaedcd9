import Language

/// Files that are read instead of those of the package.
extension Messages {
  static func notAResourceFile(_ text: String) -> LocalizedText {
    LocalizedText(
      vi: "--file nhận BẢNG=TỆP, ví dụ membership=moi.csv hoặc membership=-, không phải “\(text)”.",
      en: "--file takes RESOURCE=PATH, such as membership=new.csv or membership=-, not '\(text)'.")
  }
  static func resourceTwice(_ name: String) -> LocalizedText {
    LocalizedText(
      vi: "Bảng “\(name)” có hai --file; mỗi bảng đọc từ một tệp.",
      en: "The resource '\(name)' has two --file; each is read from one file.")
  }
  static let standardInputOnce = LocalizedText(
    vi: "Đầu vào chuẩn (-) chỉ đọc được một lần, cho một bảng.",
    en: "The standard input (-) can be read once, for one resource.")
  static let standardInputIsATerminal = LocalizedText(
    vi: "“-” đọc đầu vào chuẩn, mà đây là bàn phím; nối lệnh khác vào bằng | hoặc tệp bằng <.",
    en: "'-' reads the standard input, which is a terminal here; pipe a command into it, or a file with <.")
  static let filesOfThePackage = LocalizedText(
    vi: """
      Lệnh này dựa vào chính các tệp của bộ dữ liệu, vì kết quả phải truy lại được từ đó, nên không nhận --file. \
      --file dùng với check, list, trend, table, rank, compare, explain.
      """,
    en: """
      This command stands on the package's own files, to which its results must be traced, so it takes no --file. \
      --file goes with check, list, trend, table, rank, compare and explain.
      """)
  static let filesOfOnePackage = LocalizedText(
    vi: "--file thay tệp của một bộ dữ liệu, không dùng với nhiều --data.",
    en: "--file replaces a file of one package, and does not go with several --data.")
  static let filesOfData = LocalizedText(
    vi: "--file thay tệp số liệu của bộ dữ liệu, không dùng khi xét một tệp đã nêu tên.",
    en: "--file replaces a file of the data, and has no use where a file is named that is looked at by itself.")
  static let cannotKeepInput = LocalizedText(
    vi: "không giữ tạm được nội dung đọc vào; thư mục tạm (TMPDIR) có thể đã đầy hoặc không ghi được",
    en: "what comes in cannot be kept meanwhile; the folder for temporary files (TMPDIR) may be full or not writable")
  static func notCorrected(_ count: Int, in file: String, _ resource: String, _ name: String) -> LocalizedText {
    LocalizedText(
      vi: "Không dùng \(count) dòng đính chính của \(file): bảng “\(resource)” ở đây đọc từ “\(name)”.",
      en: "Lines of \(file) that are not used: \(count). Here '\(resource)' is read from '\(name)'.")
  }
}
