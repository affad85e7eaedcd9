import Language
import Reports

/// What all sheets of one document have in common: paper, page header and footer.
struct PageFrame: Sendable {
  /// The room between the margins of A4, in pixels of 1/96 inch.
  static let portraitWidth = 680
  static let portraitHeight = 980
  static let landscapeWidth = 1_008
  static let landscapeHeight = 650

  let document: ReportDocument
  var theme = Theme.office

  var measure: TextMeasure { TextMeasure(widths: theme.widths) }

  func page(isLandscape: Bool = false, saysNotice: Bool = true, tab: Colour) -> PageSetup {
    var page = PageSetup()
    page.isLandscape = isLandscape
    page.tabColour = tab
    page.footer = footer
    page.header = header(saysNotice ? document.notices.first : nil)
    return page
  }

  private var footer: String {
    let page = Messages.pageNumber(page: "&P", of: "&N")[document.language]
    let right = "&R&\"\(theme.font),Regular\"&9\(page)"
    let left = "&L&\"\(theme.font),Italic\"&9"
    // The size is a number in the code: a text that begins with a digit needs a space before it.
    return left + Self.escaped(title, room: ExcelLimits.headerFooterLength - left.utf16.count - right.utf16.count)
      + right
  }

  private var title: String {
    document.subtitle.isEmpty ? document.title : "\(document.title) – \(document.subtitle)"
  }

  /// The issuer at the left, what every page says in the middle, the day of the data at the right.
  private func header(_ notice: String?) -> String {
    let parts = [
      ("&L&\"\(theme.font),Regular\"&9", document.issuer.joined(separator: " – "), 70),
      ("&C&\"\(theme.font),Bold\"&9", notice ?? "", 80),
      ("&R&\"\(theme.font),Italic\"&9", document.asOf, 50),
    ].filter { !$0.1.isEmpty }
    var header = ""
    for (code, text, room) in parts {
      let left = ExcelLimits.headerFooterLength - header.utf16.count - code.utf16.count
      guard left > 10 else { continue }
      header += code + Self.escaped(text, room: min(room, left))
    }
    return header
  }

  /// `&` is a code there; a text that is too long is cut at a word.
  static func escaped(_ text: String, room: Int) -> String {
    var escaped = text.first?.isNumber == true ? " " : ""
    for character in text {
      // `&G` and `&[` would ask for a picture, escaped or not.
      if escaped.hasSuffix("&"), character == "G" || character == "[" { escaped += " " }
      escaped += character == "&" ? "&&" : String(character)
    }
    guard escaped.utf16.count > room else { return escaped }
    var cut = ""
    for word in escaped.split(separator: " ") {
      guard cut.utf16.count + word.utf16.count + 2 <= room else { break }
      cut += (cut.isEmpty ? "" : " ") + word
    }
    return cut + "…"
  }
}
