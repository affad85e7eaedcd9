import Reports

/// The styles of everything but tables.
struct TextStyles: Sendable {
  static let office = TextStyles(sizes: Theme.office.sizes)

  let sizes: Theme.Sizes

  var title: CellStyle {
    CellStyle(fontSize: sizes.title, isBold: true, colour: .structure, horizontal: .left)
  }
  var subtitle: CellStyle { CellStyle(fontSize: sizes.text, colour: .quiet, horizontal: .left) }
  var unitLine: CellStyle {
    CellStyle(fontSize: sizes.note, isItalic: true, colour: .quiet, horizontal: .left)
  }
  var heading: CellStyle {
    CellStyle(fontSize: sizes.heading, isBold: true, colour: .structure, horizontal: .left, vertical: .bottom)
  }
  var body: CellStyle { CellStyle(fontSize: sizes.text, horizontal: .left, vertical: .top) }
  var note: CellStyle { CellStyle(fontSize: sizes.note, horizontal: .left, vertical: .top) }
  var link: CellStyle { CellStyle(fontSize: sizes.text, isUnderlined: true, colour: .link, horizontal: .left) }
  var back: CellStyle { CellStyle(fontSize: sizes.note - 1, colour: .link, horizontal: .left) }

  /// The box that says that data are illustrative.
  func notice(_ size: Double) -> CellStyle {
    let edge = CellStyle.Border(.thin, .noticeEdge)
    return CellStyle(
      fontSize: size, isBold: true, colour: .notice, fill: .noticeGround, horizontal: .left, wraps: true, indent: 1,
      top: edge, bottom: edge, left: edge, right: edge)
  }
}
