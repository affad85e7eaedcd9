/// What is said about files as they come in: encodings, spoilt numbers and the shapes of texts.
extension Messages {
  public static func ambiguousNumber(_ value: String, _ field: String) -> LocalizedText {
    LocalizedText(
      vi: "“\(value)” ở cột “\(field)” có thể là hàng nghìn hoặc số thập phân; không đoán.",
      en: "'\(value)' in column '\(field)' may be thousands or a decimal; it is not guessed.")
  }
  public static let ambiguousNumberRemedy = LocalizedText(
    vi:
      "Khai \"groupChar\": \".\" và \"decimalChar\": \",\" nếu dấu chấm phân nhóm nghìn; khai \"decimalChar\": \".\" nếu là dấu thập phân.",
    en:
      "Declare \"groupChar\": \".\" with \"decimalChar\": \",\" if the point groups thousands, \"decimalChar\": \".\" if it is the decimal point."
  )
  public static func spreadsheetError(_ value: String, _ field: String) -> LocalizedText {
    LocalizedText(
      vi: "“\(value)” ở cột “\(field)” là lỗi của bảng tính.",
      en: "'\(value)' in column '\(field)' is an error of the spreadsheet.")
  }
  public static let spreadsheetErrorRemedy = LocalizedText(
    vi: "Sửa công thức, hoặc nới cột, trong bảng tính gốc rồi xuất lại.",
    en: "Mend the formula, or widen the column, in the spreadsheet and export it again.")
  public static func exponentNumber(_ value: String, _ field: String) -> LocalizedText {
    LocalizedText(
      vi: "“\(value)” ở cột “\(field)” bị bảng tính rút gọn thành dạng mũ; các chữ số sau đã mất.",
      en: "'\(value)' in column '\(field)' was shortened to an exponent by a spreadsheet; digits are lost.")
  }
  public static let exponentNumberRemedy = LocalizedText(
    vi: "Định dạng cột là số không rút gọn (0) trong bảng tính rồi xuất lại.",
    en: "Format the column as a plain number (0) in the spreadsheet and export it again.")
  public static func dateInNumber(_ value: String, _ field: String) -> LocalizedText {
    LocalizedText(
      vi: "“\(value)” ở cột số “\(field)” là ngày tháng.", en: "'\(value)' in the number column '\(field)' is a date.")
  }
  public static let dateInNumberRemedy = LocalizedText(
    vi: "Bảng tính có thể đã đổi số thành ngày: lấy lại số gốc, định dạng cột là số hoặc văn bản.",
    en:
      "A spreadsheet may have made a date of the number: take it from the source and format the column as number or text."
  )
  public static func twoNumbers(_ value: String, _ field: String) -> LocalizedText {
    LocalizedText(
      vi: "“\(value)” ở cột “\(field)” là nhiều số trong một ô.",
      en: "'\(value)' in column '\(field)' is more than one number in a cell.")
  }
  public static let twoNumbersRemedy = LocalizedText(
    vi: "Tách mỗi số vào một cột riêng.", en: "Give each number a column of its own.")
  public static func numberWithWords(_ value: String, _ field: String) -> LocalizedText {
    LocalizedText(
      vi: "“\(value)” ở cột số “\(field)” có chữ kèm theo.",
      en: "'\(value)' in the number column '\(field)' holds words.")
  }
  public static let estimateRemedy = LocalizedText(
    vi: "Chỉ ghi số; ghi tình trạng ước tính (E) hoặc sơ bộ (P) ở cột tình trạng.",
    en: "Write the number only; the status column says that it is estimated (E) or provisional (P).")
  public static let boundRemedy = LocalizedText(
    vi: "Ghi số chính xác; “hơn”, “trên”, “gần” không cộng được. Nếu chưa có số chính xác, để trống và ghi tình trạng.",
    en:
      "Write the exact number: 'more than' and 'nearly' cannot be added. If there is none, leave it empty with a status."
  )
  public static func wordForNumber(_ value: String, _ field: String) -> LocalizedText {
    LocalizedText(
      vi: "“\(value)” ở cột số “\(field)” không cho biết là số 0 hay chưa có số liệu.",
      en: "'\(value)' in the number column '\(field)' may mean zero or not reported.")
  }
  public static let wordForNumberRemedy = LocalizedText(
    vi:
      "Không phát sinh thì ghi 0; chưa có số liệu thì để trống và ghi tình trạng; hoặc khai ký hiệu này ở missingValues.",
    en:
      "Write 0 where nothing occurred; leave it empty with a status where nothing was reported; or declare the sign in missingValues."
  )
  public static func numberWithPercent(_ value: String, _ field: String) -> LocalizedText {
    LocalizedText(
      vi: "“\(value)” ở cột số “\(field)” có dấu %.", en: "'\(value)' in the number column '\(field)' has a % sign.")
  }
  public static let numberWithPercentRemedy = LocalizedText(
    vi: "Bỏ dấu %, hoặc khai \"bareNumber\": false.", en: "Remove the sign, or declare \"bareNumber\": false.")
  public static func numberInParentheses(_ value: String, _ field: String) -> LocalizedText {
    LocalizedText(
      vi: "“\(value)” ở cột “\(field)” đặt trong ngoặc đơn: số âm theo lối kế toán?",
      en: "'\(value)' in column '\(field)' stands in parentheses: a negative number, as accountants write it?")
  }
  public static func foreignMinus(_ value: String, _ field: String) -> LocalizedText {
    LocalizedText(
      vi: "“\(value)” ở cột “\(field)” dùng dấu gạch dài thay dấu trừ.",
      en: "'\(value)' in column '\(field)' begins with a dash that is no minus.")
  }
  public static let minusRemedy = LocalizedText(
    vi: "Ghi số âm với dấu trừ thường: -5.", en: "Write a negative number with a hyphen: -5.")
  public static func dateSerial(_ value: String, _ field: String) -> LocalizedText {
    LocalizedText(
      vi: "“\(value)” ở cột ngày “\(field)” là số thứ tự ngày của bảng tính.",
      en: "'\(value)' in the date column '\(field)' is a spreadsheet's number of a day.")
  }
  public static func dateSerialRemedy(_ date: String) -> LocalizedText {
    LocalizedText(
      vi: "Theo lịch 1900 của bảng tính là ngày \(date); định dạng cột là ngày rồi xuất lại.",
      en: "It would be \(date), counted from 1900; format the column as a date and export it again.")
  }
  public static func notOfForm(_ value: String, _ field: String, _ form: String) -> LocalizedText {
    LocalizedText(
      vi: "“\(value)” ở cột “\(field)” không đúng dạng \(form).",
      en: "'\(value)' in column '\(field)' is not of the form \(form).")
  }
  public static func notOfFormRemedy(_ form: String) -> LocalizedText {
    LocalizedText(vi: "Ghi theo dạng \(form).", en: "Write it in the form \(form).")
  }
  public static func notAbove(_ value: String, _ field: String, _ limit: String) -> LocalizedText {
    LocalizedText(
      vi: "“\(value)” ở cột “\(field)” không lớn hơn \(limit).",
      en: "'\(value)' in column '\(field)' is not above \(limit).")
  }
  public static func notBelow(_ value: String, _ field: String, _ limit: String) -> LocalizedText {
    LocalizedText(
      vi: "“\(value)” ở cột “\(field)” không nhỏ hơn \(limit).",
      en: "'\(value)' in column '\(field)' is not below \(limit).")
  }
  public static func tooShort(_ value: String, _ field: String, _ least: Int) -> LocalizedText {
    LocalizedText(
      vi: "“\(value)” ở cột “\(field)” ngắn hơn \(least).",
      en: "'\(value)' in column '\(field)' is shorter than \(least).")
  }
  public static func tooLong(_ value: String, _ field: String, _ most: Int) -> LocalizedText {
    LocalizedText(
      vi: "“\(value)” ở cột “\(field)” dài hơn \(most).", en: "'\(value)' in column '\(field)' is longer than \(most).")
  }
  public static let lengthRemedy = LocalizedText(
    vi: "Kiểm tra ô có bị cắt hoặc dán nhầm không.", en: "See whether the cell was cut short or pasted wrongly.")
  public static func legacyFont(_ value: String, _ field: String, _ encoding: String) -> LocalizedText {
    LocalizedText(
      vi: "“\(value)” ở cột “\(field)” gõ bằng bảng mã cũ \(encoding).",
      en: "'\(value)' in column '\(field)' was typed in the old encoding \(encoding).")
  }
  public static func legacyFontRemedy(_ reading: String, _ encoding: String) -> LocalizedText {
    LocalizedText(
      vi:
        "Đọc là “\(reading)”. Chuyển tệp sang Unicode, hoặc khai \"encoding\": \"\(encoding)\" trong datapackage.json.",
      en:
        "It reads '\(reading)'. Convert the file to Unicode, or declare \"encoding\": \"\(encoding)\" in datapackage.json."
    )
  }
  public static func irregularSpaces(_ value: String, _ field: String) -> LocalizedText {
    LocalizedText(
      vi: "“\(value)” ở cột “\(field)” có dấu cách thừa hoặc dấu cách không ngắt.",
      en: "'\(value)' in column '\(field)' has spaces too many, or no-break spaces.")
  }
  public static let irregularSpacesRemedy = LocalizedText(
    vi: "Bỏ dấu cách thừa; dùng một dấu cách thường giữa các từ.",
    en: "Remove them; put one ordinary space between words.")
  public static func invisibleCharacter(_ value: String, _ field: String) -> LocalizedText {
    LocalizedText(
      vi: "“\(value)” ở cột “\(field)” có ký tự không nhìn thấy.",
      en: "'\(value)' in column '\(field)' has a character that cannot be seen.")
  }
  public static let invisibleCharacterRemedy = LocalizedText(
    vi: "Gõ lại ô này.", en: "Type the cell anew.")
  public static func decomposedText(_ value: String, _ field: String) -> LocalizedText {
    LocalizedText(
      vi: "“\(value)” ở cột “\(field)” viết bằng Unicode tổ hợp, dấu rời khỏi chữ.",
      en: "'\(value)' in column '\(field)' is decomposed Unicode, with marks apart from their letters.")
  }
  public static let decomposedTextRemedy = LocalizedText(
    vi: "Chuyển sang Unicode dựng sẵn.", en: "Convert it to composed Unicode (NFC).")
}

/// What is said about a file as a whole.
extension Messages {
  public static func wrongDelimiter(_ delimiter: String) -> LocalizedText {
    LocalizedText(
      vi: "Tệp phân cách các cột bằng “\(delimiter)”, khác với mô tả dữ liệu.",
      en: "The file separates its columns by '\(delimiter)', unlike its schema.")
  }
  public static func wrongDelimiterRemedy(_ delimiter: String) -> LocalizedText {
    LocalizedText(
      vi: "Khai \"dialect\": {\"delimiter\": \"\(delimiter)\"}, hoặc lưu lại tệp.",
      en: "Declare \"dialect\": {\"delimiter\": \"\(delimiter)\"}, or save the file again.")
  }
  public static func headerNotFirst(_ line: Int) -> LocalizedText {
    LocalizedText(
      vi: "Trên dòng tiêu đề (dòng \(line)) còn có dòng khác.",
      en: "There are lines above the header, which is on line \(line).")
  }
  public static func headerNotFirstRemedy(_ line: Int) -> LocalizedText {
    LocalizedText(
      vi: "Xóa các dòng ở trên, hoặc khai \"dialect\": {\"headerRows\": [\(line)]}.",
      en: "Remove the lines above it, or declare \"dialect\": {\"headerRows\": [\(line)]}.")
  }
  public static func columnOrder(_ name: String, _ expected: String) -> LocalizedText {
    LocalizedText(
      vi: "Cột “\(name)” đứng ở chỗ của “\(expected)”.",
      en: "The column '\(name)' stands in the place of '\(expected)'.")
  }
  public static func columnOrderRemedy(_ names: String) -> LocalizedText {
    LocalizedText(
      vi: "Xếp lại các cột: \(names); hoặc bỏ \"fieldsMatch\": \"exact\".",
      en: "Put them in this order: \(names); or remove \"fieldsMatch\": \"exact\".")
  }
  public static let unnamedColumn = LocalizedText(
    vi: "Có giá trị ở một cột không có tên.", en: "There is a value in a column without a name.")
  public static let unnamedColumnRemedy = LocalizedText(
    vi: "Đặt tên cho cột và khai nó, hoặc xóa giá trị.", en: "Name the column and declare it, or remove the value.")
  public static func blankRows(_ count: Int) -> LocalizedText {
    LocalizedText(
      vi: "Có \(count) dòng trống; đã bỏ qua.", en: "There are \(count) rows without any value; they are passed over.")
  }
  public static let blankRowsRemedy = LocalizedText(
    vi: "Xóa dòng trống nếu không có số liệu nào bị mất.", en: "Remove them, if no figure was lost there.")
  public static func likelyEncoding(_ name: String) -> LocalizedText {
    LocalizedText(
      vi: "Tệp không phải mã UTF-8; có lẽ là \(name).", en: "The file is not UTF-8; it is probably \(name).")
  }
  public static func likelyEncodingRemedy(_ name: String) -> LocalizedText {
    LocalizedText(
      vi: "Lưu lại tệp với bảng mã UTF-8, hoặc khai \"encoding\": \"\(name)\" trong datapackage.json.",
      en: "Save the file again as UTF-8, or declare \"encoding\": \"\(name)\" in datapackage.json.")
  }
  public static func likelyEncodingRemedy(_ name: String, reading: String) -> LocalizedText {
    LocalizedText(
      vi: "Đọc là “\(reading)”. \(likelyEncodingRemedy(name).vietnamese)",
      en: "It reads '\(reading)'. \(likelyEncodingRemedy(name).english)")
  }
  public static func undecodable(_ encoding: String) -> LocalizedText {
    LocalizedText(
      vi: "Có byte không thuộc bảng mã \(encoding) đã khai.",
      en: "There is a byte that the declared encoding \(encoding) does not have.")
  }
  public static let undecodableRemedy = LocalizedText(
    vi: "Kiểm tra \"encoding\" trong datapackage.json.", en: "Check \"encoding\" in datapackage.json.")
  public static let caseLost = LocalizedText(
    vi: "Tệp TCVN3: chữ hoa có dấu gõ bằng phông .VnTimeH được đọc thành chữ thường.",
    en: "A file in TCVN3: capitals typed in a .VnTimeH font are read as small letters.")
  public static let caseLostRemedy = LocalizedText(
    vi: "Kiểm tra chữ hoa trong tên; số liệu không bị ảnh hưởng.",
    en: "Check the capitals of names; figures are not affected.")
  public static let damagedArchive = LocalizedText(
    vi: "Tệp nén .gz bị hỏng.", en: "The compressed file is damaged.")
  public static let archiveTooLarge = LocalizedText(
    vi: "Tệp nén .gz quá lớn khi giải nén.", en: "The compressed file is too large when it is unpacked.")
  public static let damagedArchiveRemedy = LocalizedText(
    vi: "Gửi lại tệp, hoặc đặt tệp CSV không nén vào bộ dữ liệu.",
    en: "Have it sent again, or put the CSV file into the package uncompressed.")
  public static func lostZeros(_ code: String) -> LocalizedText {
    LocalizedText(
      vi: "Bảng tính đã bỏ số 0 ở đầu: ghi \(code) và định dạng cột là văn bản.",
      en: "A spreadsheet dropped leading zeros: write \(code), and format the column as text.")
  }
  public static func unknownCombination(_ values: String, _ fields: String, _ file: String) -> LocalizedText {
    LocalizedText(
      vi: "\(values) (\(fields)) không cùng đứng ở dòng nào của \(file).",
      en: "\(values) (\(fields)) do not stand together in any row of \(file).")
  }
  public static let unknownCombinationRemedy = LocalizedText(
    vi: "Kiểm tra từng phần của khóa.", en: "Check each part of the key.")
  public static func duplicateKey(_ fields: String, firstLine: Int, of file: String) -> LocalizedText {
    LocalizedText(
      vi: "Khóa (\(fields)) trùng với dòng \(firstLine) của \(file).",
      en: "The key (\(fields)) is that of line \(firstLine) of \(file).")
  }
}
