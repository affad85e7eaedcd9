/// What is said about the templates of briefings.
extension Messages {
  public static let wordPlaceholder = LocalizedText(vi: "chỗ điền", en: "placeholder")

  public static let wordIncludedFile = LocalizedText(vi: "tệp mẫu dùng chung", en: "file to include")
  public static func includeInItself(_ name: String) -> LocalizedText {
    LocalizedText(
      vi: "“{{> \(name)}}” đưa vào chính tệp đang dùng nó.", en: "'{{> \(name)}}' includes a file in itself.")
  }
  public static let includeInItselfRemedy = LocalizedText(
    vi: "Bỏ thẻ này, hoặc tách phần dùng chung ra tệp khác.",
    en: "Remove this tag, or put what both need into another file.")
  public static let includeNotAlone = LocalizedText(
    vi: "Thẻ đưa tệp vào phải đứng một mình trên dòng.", en: "An inclusion stands alone on its line.")
  public static let includeNotAloneRemedy = LocalizedText(
    vi: "Để thẻ này trên một dòng riêng.", en: "Put this tag on a line of its own.")

  public static func wrongBriefingWidth(_ least: Int, _ most: Int) -> LocalizedText {
    LocalizedText(vi: "--width nhận số cột từ \(least) đến \(most).", en: "--width takes \(least) to \(most) columns.")
  }
  public static func tableNotAlone(_ name: String) -> LocalizedText {
    LocalizedText(
      vi: "“{{\(name)}}” là một biểu, phải đứng một mình trên dòng.",
      en: "'{{\(name)}}' is a table and stands alone on its line.")
  }
  /// Why a change of a rate has no percentage, and one of a count no percentage points.
  public static func changeInPoints(_ name: LocalizedText) -> LocalizedText {
    LocalizedText(
      vi: "Mức thay đổi của “\(name.vietnamese)” tính bằng điểm, không tính bằng phần trăm.",
      en: "The change of '\(name.english)' is in points, not in percent.")
  }
  public static func changeNotInPoints(_ name: LocalizedText) -> LocalizedText {
    LocalizedText(
      vi: "“\(name.vietnamese)” không phải là tỷ lệ phần trăm nên không có điểm phần trăm.",
      en: "'\(name.english)' is no percentage, so that its change is in no percentage points.")
  }

  public static func unclosedSection(_ name: String) -> LocalizedText {
    LocalizedText(vi: "Phần “{{#\(name)}}” chưa được đóng.", en: "The section '{{#\(name)}}' is not closed.")
  }
  public static func unclosedSectionRemedy(_ name: String) -> LocalizedText {
    LocalizedText(
      vi: "Thêm {{/\(name)}} ở cuối phần; phần mở sau phải đóng trước.",
      en: "Write {{/\(name)}} where it ends; a section opened later is closed earlier.")
  }
  public static func closedUnopened(_ name: String) -> LocalizedText {
    LocalizedText(
      vi: "“{{/\(name)}}” không đóng phần nào đang mở.", en: "'{{/\(name)}}' closes no section that is open.")
  }
  /// - Parameter open: the innermost section open there, if any.
  public static func closedUnopenedRemedy(open: String?) -> LocalizedText {
    guard let open else { return LocalizedText(vi: "Bỏ thẻ này.", en: "Remove this tag.") }
    return LocalizedText(
      vi: "Viết {{/\(open)}} để đóng phần đang mở, hoặc bỏ thẻ này.",
      en: "Write {{/\(open)}} to close the section that is open, or remove this tag.")
  }
  public static let unclosedTag = LocalizedText(
    vi: "Thẻ mở bằng “{{” không có “}}” trên cùng một dòng.", en: "A tag opened with '{{' has no '}}' on its line.")
  public static let unclosedTagRemedy = LocalizedText(
    vi: "Thêm “}}” vào cuối thẻ.", en: "End the tag with '}}'.")

  public static func notASection(_ name: String) -> LocalizedText {
    LocalizedText(
      vi: "“\(name)” là chữ hoặc số, không mở được một phần.",
      en: "'\(name)' is a text or a number; it opens no section.")
  }
  public static func notASectionRemedy(_ name: String) -> LocalizedText {
    LocalizedText(
      vi: "Viết {{\(name)}} để in ra; chỉ điều kiện, danh sách và nhóm mới mở được một phần.",
      en: "Write {{\(name)}} to print it; only conditions, lists and groups open a section.")
  }
  public static func notAValue(_ name: String) -> LocalizedText {
    LocalizedText(
      vi: "“\(name)” là điều kiện, danh sách hoặc nhóm, không in ra được.",
      en: "'\(name)' is a condition, a list or a group, which cannot be printed.")
  }
  /// - Parameter inside: what can be printed of it, by full name.
  public static func notAValueRemedy(_ name: String, inside: [String]) -> LocalizedText {
    if !inside.isEmpty {
      let names = inside.joined(separator: ", ")
      return LocalizedText(vi: "Chọn một trong: \(names).", en: "Use one of: \(names).")
    }
    return LocalizedText(
      vi: "Viết {{#\(name)}} … {{/\(name)}} quanh đoạn chỉ in khi có.",
      en: "Write {{#\(name)}} … {{/\(name)}} around what is printed only when it holds.")
  }
  public static func unguardedPlaceholder(_ name: String, missing: String) -> LocalizedText {
    LocalizedText(
      vi: "“\(name)”: kỳ này không có “\(missing)”.", en: "'\(name)': there is no '\(missing)' in this period.")
  }
  public static func unguardedPlaceholderRemedy(missing: String) -> LocalizedText {
    LocalizedText(
      vi: "Đặt trong {{#\(missing)}} … {{/\(missing)}} để chỉ in khi có.",
      en: "Put it inside {{#\(missing)}} … {{/\(missing)}}, to print it only when there is one.")
  }

  public static func typedDigit(_ text: String) -> LocalizedText {
    LocalizedText(vi: "Mẫu có số gõ tay: “\(text)”.", en: "The template holds a typed number: '\(text)'.")
  }
  public static let typedDigitRemedy = LocalizedText(
    vi:
      "Thay bằng chỗ điền {{…}} để số lấy từ dữ liệu; nếu là số hiệu văn bản, ngày tháng hay đề mục thì khai ở mục labels của report.yaml.",
    en:
      "Use a placeholder {{…}}, so that the number comes from the data; a document's number, a date or a heading is declared under 'labels' in report.yaml."
  )

  public static func unsupportedTag(_ tag: String) -> LocalizedText {
    LocalizedText(vi: "Không dùng được thẻ “\(tag)” trong mẫu.", en: "The tag '\(tag)' cannot be used in a template.")
  }
  public static let unsupportedTagRemedy = LocalizedText(
    vi: "Chỉ dùng {{tên}}, {{#tên}} … {{/tên}}, {{^tên}} … {{/tên}} và {{! ghi chú}}.",
    en: "Use only {{name}}, {{#name}} … {{/name}}, {{^name}} … {{/name}} and {{! comment}}.")
  public static func nestedTooDeep(_ limit: Int) -> LocalizedText {
    LocalizedText(
      vi: "Các phần lồng nhau quá \(limit) lớp.", en: "Sections are nested more than \(limit) deep.")
  }
  public static let nestedTooDeepRemedy = LocalizedText(
    vi: "Bớt các phần lồng nhau.", en: "Nest fewer sections.")
}
