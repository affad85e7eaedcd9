/// The styles of everything but tables.
enum TextStyles {
  static let title = CellStyle(fontSize: 15, isBold: true, colour: .navy, horizontal: .left)
  static let subtitle = CellStyle(fontSize: 11, colour: .grey, horizontal: .left)
  static let unitLine = CellStyle(fontSize: 10.5, isItalic: true, colour: .grey, horizontal: .left)
  static let heading = CellStyle(fontSize: 12, isBold: true, colour: .navy, horizontal: .left, vertical: .bottom)
  static let body = CellStyle(fontSize: 11, horizontal: .left, vertical: .top)
  static let note = CellStyle(fontSize: 10.5, horizontal: .left, vertical: .top)
  static let link = CellStyle(fontSize: 11, isUnderlined: true, colour: .link, horizontal: .left)
  static let back = CellStyle(fontSize: 9.5, colour: .link, horizontal: .left)

  /// The box that says that data are illustrative.
  static func notice(_ size: Double) -> CellStyle {
    let edge = CellStyle.Border(.thin, .noticeEdge)
    return CellStyle(
      fontSize: size, isBold: true, colour: .notice, fill: .noticeGround, horizontal: .left, wraps: true, indent: 1,
      top: edge, bottom: edge, left: edge, right: edge)
  }
}
