import Language
import Reports

/// How a table's workbook looks: plain, so that it can be worked on.
enum TableLook {
  static func header(_ kind: TableDocument.Column.Kind) -> CellStyle {
    CellStyle(
      fontSize: 11, isBold: true, colour: .ground, fill: .structure, horizontal: kind == .number ? .right : .left,
      wraps: true)
  }

  static let notice = CellStyle(fontSize: 10, isBold: true, colour: .notice, horizontal: .left)

  /// A text in lines that fit on a page, each for a row of its own: nothing is merged, and cells do not wrap beyond
  /// their column.
  static func lines(_ text: String, style: CellStyle) -> [String] {
    let room = Double(PageFrame.portraitWidth - 10) / 1.03
    var lines: [String] = []
    for paragraph in text.split(separator: "\n") {
      var line = ""
      for word in paragraph.split(separator: " ") {
        let longer = line.isEmpty ? String(word) : "\(line) \(word)"
        if !line.isEmpty, TextMeasure.serif.width(longer, size: style.fontSize, isBold: style.isBold) > room {
          lines.append(line)
          line = String(word)
        } else {
          line = longer
        }
      }
      lines.append(line)
    }
    return lines
  }

  static func cell(_ kind: TableDocument.Column.Kind) -> CellStyle {
    CellStyle(fontSize: 11, horizontal: kind == .number ? .right : .left)
  }

  static func total(_ kind: TableDocument.Column.Kind) -> CellStyle {
    cell(kind).with {
      $0.isBold = true
      $0.fill = .wash
      $0.top = .init(.medium, .structure)
    }
  }

  /// - Parameter width: of the widest cell; the heading may take several lines.
  static func columnWidth(_ width: Double, heading: String) -> Int {
    let words = TextMeasure.serif.widestWord(heading, size: 11, isBold: true)
    // The filter's button and the margins of a cell.
    return Int(min(max(width * 1.03 + 14, words * 1.03 + 30, 56), 420).rounded(.up))
  }

  static func headerHeight(_ headings: [String], widths: [Int]) -> Int {
    let lines = zip(headings, widths).map { heading, width in
      TextMeasure.serif.lines(heading, within: Double(width - 26) / 1.03, size: 11, isBold: true)
    }
    return Int((Double(lines.max() ?? 1) * TextMeasure.serif.lineHeight(size: 11)).rounded(.up)) + 10
  }

  static func page(_ document: TableDocument, header: ClosedRange<Int>?, isLandscape: Bool) -> PageSetup {
    var page = PageSetup()
    page.isLandscape = isLandscape
    page.repeatedRows = header
    page.isCentred = false
    page.tabColour = header == nil ? .quiet : .data
    let number = Messages.pageNumber(page: "&P", of: "&N")[document.language]
    let right = "&R&\"Times New Roman,Regular\"&9\(number)"
    let left = "&L&\"Times New Roman,Italic\"&9"
    let room = ExcelLimits.headerFooterLength - left.utf16.count - right.utf16.count
    page.footer = left + PageFrame.escaped(document.title, room: room) + right
    if let notice = document.notices.first {
      page.header = "&C&\"Times New Roman,Bold\"&9" + PageFrame.escaped(notice, room: 120)
    }
    return page
  }
}
