/// The colours of the workbook: navy for structure, teal for data, one accent. They differ in lightness, so that they
/// stay apart in black and white.
extension Colour {
  static let navy = Colour(0x1F3A5F)
  static let teal = Colour(0x2A7F8E)
  static let lightTeal = Colour(0x9CC5CB)
  static let accent = Colour(0xC07A2C)
  static let text = Colour(0x1A1A1A)
  static let grey = Colour(0x5F6773)
  static let white = Colour(0xFFFFFF)
  static let rule = Colour(0x8A94A3)
  static let hairline = Colour(0xDDE2E8)
  /// The ground of totals.
  static let wash = Colour(0xEAF0F5)
  static let notice = Colour(0x8A3B12)
  static let noticeGround = Colour(0xFDF3E4)
  static let noticeEdge = Colour(0xD9A860)
  static let link = Colour(0x1F5C99)
  /// Changes in the good and in the bad direction.
  static let good = Colour(0x1B6B3A)
  static let bad = Colour(0xA33420)
}
