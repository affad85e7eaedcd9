/// What is said about descriptors, catalogues and report definitions.
extension Messages {
  public static let emptyFile = LocalizedText(vi: "Tệp rỗng.", en: "The file is empty.")
  public static let emptyFileRemedy = LocalizedText(
    vi: "Kiểm tra lại tệp đã nhận.", en: "Check the file that was received.")

  public static func syntaxError(_ problem: String) -> LocalizedText {
    LocalizedText(vi: "Sai cú pháp: \(problem).", en: "Syntax error: \(problem).")
  }
  public static let syntaxErrorRemedy = LocalizedText(
    vi: "Sửa cú pháp YAML hoặc JSON tại vị trí này; chú ý thụt đầu dòng, dấu ngoặc và dấu hai chấm.",
    en: "Mend the YAML or JSON here; look at indentation, brackets and colons.")

  public static let wordKey = LocalizedText(vi: "khóa", en: "key")
  public static let wordColumn = LocalizedText(vi: "cột", en: "column")
  public static let wordResource = LocalizedText(vi: "bảng dữ liệu", en: "resource")
  public static let wordFieldType = LocalizedText(vi: "kiểu dữ liệu", en: "field type")
  public static let wordFormat = LocalizedText(vi: "dạng", en: "format")
  public static let wordEncoding = LocalizedText(vi: "bảng mã", en: "encoding")
  public static let wordFieldsMatch = LocalizedText(vi: "cách khớp cột", en: "way of matching fields")
  public static let wordTruthValue = LocalizedText(vi: "giá trị đúng/sai", en: "truth value")
  public static let wordDimension = LocalizedText(vi: "chiều phân tổ", en: "dimension")
  public static let wordMeasure = LocalizedText(vi: "số liệu gốc", en: "measure")
  public static let wordIndicator = LocalizedText(vi: "chỉ tiêu thống kê", en: "indicator")
  public static let wordMeasureKind = LocalizedText(vi: "loại số liệu", en: "kind of measure")
  public static let wordUnitOfMeasure = LocalizedText(vi: "đơn vị tính", en: "unit of measure")
  public static let wordDirection = LocalizedText(vi: "chiều hướng tốt", en: "direction of good")
  public static let wordSeverity = LocalizedText(vi: "mức độ", en: "severity")

  public static func unknownWord(_ what: LocalizedText, word: String) -> LocalizedText {
    LocalizedText(vi: "Không có \(what.vietnamese) “\(word)”.", en: "There is no \(what.english) '\(word)'.")
  }

  /// The nearest right words, or the whole list when nothing is near and the list is short.
  public static func didYouMean(_ candidates: [String], allowed: [String]) -> LocalizedText {
    if !candidates.isEmpty {
      // A level of units and its own name may be the same word.
      var known: Set<String> = []
      let near = candidates.filter { known.insert($0).inserted }.joined(separator: ", ")
      return LocalizedText(vi: "Có phải là: \(near)?", en: "Did you mean: \(near)?")
    }
    guard !allowed.isEmpty, allowed.count <= 40 else {
      return LocalizedText(vi: "Kiểm tra lại tên.", en: "Check the name.")
    }
    let list = allowed.joined(separator: ", ")
    return LocalizedText(vi: "Chọn một trong: \(list).", en: "Use one of: \(list).")
  }

  public static let expectedMapping = LocalizedText(
    vi: "Cần một nhóm “khóa: giá trị” tại đây.", en: "A mapping of keys to values is expected here.")
  public static let expectedMappingRemedy = LocalizedText(
    vi: "Viết dạng {khóa: giá trị} hoặc thụt các khóa vào trong.",
    en: "Write {key: value}, or indent the keys below it.")
  public static let expectedText = LocalizedText(vi: "Cần một giá trị đơn.", en: "A single value is expected here.")
  public static let expectedTextRemedy = LocalizedText(
    vi: "Thay danh sách hoặc nhóm bằng một giá trị.", en: "Replace the list or mapping by one value.")
  public static let expectedList = LocalizedText(vi: "Cần một danh sách tại đây.", en: "A list is expected here.")
  public static let expectedListRemedy = LocalizedText(vi: "Viết dạng [a, b].", en: "Write [a, b].")
  public static let aliasNotRead = LocalizedText(
    vi: "Không dùng được ký hiệu “&” và “*” của YAML.", en: "YAML's anchors ('&') and aliases ('*') are not read.")
  public static let aliasNotReadRemedy = LocalizedText(
    vi: "Viết lại đầy đủ nội dung tại mỗi chỗ.", en: "Write the content in full wherever it is needed.")
  public static let expectedNumber = LocalizedText(vi: "Cần một số.", en: "A number is expected here.")
  public static let expectedNumberRemedy = LocalizedText(
    vi: "Viết số với dấu chấm thập phân, không phân nhóm: 1234.5.", en: "Write it with a point, ungrouped: 1234.5.")

  public static func missingKey(_ key: String) -> LocalizedText {
    LocalizedText(vi: "Thiếu khóa “\(key)”.", en: "The key '\(key)' is missing.")
  }
  public static func missingKeyRemedy(_ key: String) -> LocalizedText {
    LocalizedText(vi: "Thêm “\(key): …”.", en: "Add '\(key): …'.")
  }
  public static func expectedInteger(_ low: Int, _ high: Int) -> LocalizedText {
    LocalizedText(vi: "Cần số nguyên từ \(low) đến \(high).", en: "An integer from \(low) to \(high) is expected.")
  }
  public static func expectedIntegerRemedy(_ low: Int, _ high: Int) -> LocalizedText {
    LocalizedText(vi: "Viết một số từ \(low) đến \(high).", en: "Write a number from \(low) to \(high).")
  }

  public static let expectedOneCharacter = LocalizedText(
    vi: "Cần đúng một ký tự ASCII.", en: "Exactly one ASCII character is expected.")
  public static let expectedOneCharacterRemedy = LocalizedText(
    vi: "Ví dụ: \",\" hoặc \";\".", en: "For example: \",\" or \";\".")
  public static func unsupportedConstraint(_ name: String) -> LocalizedText {
    LocalizedText(
      vi: "Ràng buộc “\(name)” chưa được hỗ trợ, nên không thể kiểm tra.",
      en: "The constraint '\(name)' is not supported and would not be checked.")
  }
  public static func unsupportedConstraintRemedy(_ checked: String) -> LocalizedText {
    LocalizedText(vi: "Với kiểu này dùng: \(checked).", en: "For this type use: \(checked).")
  }
  public static let separatorsAlike = LocalizedText(
    vi: "Dấu thập phân và dấu phân nhóm nghìn là một.", en: "The decimal and the grouping separator are the same.")
  public static let separatorsAlikeRemedy = LocalizedText(
    vi: "Dùng hai ký tự khác nhau cho decimalChar và groupChar.",
    en: "Use different characters for decimalChar and groupChar.")
  public static let unequalKeys = LocalizedText(
    vi: "Số cột của khóa và số cột được tham chiếu không bằng nhau.",
    en: "The key and what it refers to do not have the same number of columns.")
  public static let unequalKeysRemedy = LocalizedText(
    vi: "Ghi mỗi cột của fields một cột của reference.fields.",
    en: "Give each column of fields one of reference.fields.")
  public static let wrongPattern = LocalizedText(
    vi: "Biểu thức chính quy không hợp lệ.", en: "This is not a valid regular expression.")
  public static let wrongPatternRemedy = LocalizedText(vi: "Sửa biểu thức.", en: "Mend the expression.")
  public static let endlessPattern = LocalizedText(
    vi: "Biểu thức chính quy lặp một nhóm đã có lặp bên trong, có thể chạy không dừng.",
    en: "The expression repeats a group that repeats inside, and may never end.")
  public static let endlessPatternRemedy = LocalizedText(
    vi: "Bỏ một trong hai lần lặp.", en: "Take one of the two repetitions out.")
  public static let unsafePath = LocalizedText(
    vi: "Đường dẫn không nằm trong bộ dữ liệu.", en: "The path does not lie inside the data package.")
  public static let unsafePathRemedy = LocalizedText(
    vi:
      "Đặt tệp trong thư mục của bộ dữ liệu và ghi đường dẫn tương đối; không nhận URL, “..” hay đường dẫn tuyệt đối.",
    en: "Put the file into the package's folder and give a relative path; URLs, '..' and absolute paths are refused.")
  public static func duplicateName(_ name: String) -> LocalizedText {
    LocalizedText(vi: "Tên “\(name)” dùng hai lần.", en: "The name '\(name)' is used twice.")
  }
  public static let duplicateNameRemedy = LocalizedText(vi: "Đặt tên khác.", en: "Give it another name.")

  public static let notUTF8 = LocalizedText(
    vi: "Tệp không phải mã UTF-8.", en: "The file is not UTF-8.")
  public static let notUTF8Remedy = LocalizedText(
    vi: "Lưu lại tệp với bảng mã UTF-8.", en: "Save the file again as UTF-8.")
  public static let noSuchFile = LocalizedText(vi: "không có tệp này", en: "there is no such file")
  public static let isAFolder = LocalizedText(vi: "đây là thư mục, không phải tệp", en: "it is a folder, not a file")
  public static let fileTooLarge = LocalizedText(vi: "tệp quá lớn", en: "the file is too large")
  public static let cannotRead = LocalizedText(vi: "không đọc được", en: "it cannot be read")
}
