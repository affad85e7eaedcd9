public import Language

/// How a workbook looks, as data: letters, colours, sizes, a picture. What it says does not depend on it.
public struct Theme: Sendable, Hashable {
  /// A colour by what it is for, so that a theme changes all of one purpose at once.
  public enum Ink: String, Sendable, Hashable, CaseIterable {
    /// Titles, heads of tables, rules that divide.
    case structure
    /// Lines and bars of charts.
    case data
    /// A second, lighter colour of charts, and the bars inside cells.
    case dataLight = "data-light"
    /// The one line or bar that is meant.
    case accent
    case text
    /// What may be overlooked: units of measure, sources.
    case quiet
    /// Paper, and letters on `structure`.
    case ground
    case rule
    case hairline
    /// Behind totals.
    case wash
    /// Letters, ground and edge of the box that says that data are illustrative.
    case notice
    case noticeGround = "notice-ground"
    case noticeEdge = "notice-edge"
    case link
    /// Changes in the good and in the bad direction.
    case good
    case bad
  }

  /// Whose letters a typeface's are as wide as: what columns and rows are measured with.
  public enum Widths: String, Sendable, Hashable, CaseIterable { case serif, sans }

  /// Letters by what they are for, in points.
  public struct Sizes: Sendable, Hashable {
    public var text: Double
    public var title: Double
    public var heading: Double
    public var note: Double

    public init(text: Double, title: Double, heading: Double, note: Double) {
      self.text = text
      self.title = title
      self.heading = heading
      self.note = note
    }
  }

  public var name: String
  public var names: LocalizedText
  public var font: String
  public var widths: Widths
  public var sizes: Sizes
  /// `0xRRGGBB` of each ink.
  public var colours: [Ink: UInt32]
  /// For the cover.
  public var logo: PNGPicture?

  public init(
    name: String, names: LocalizedText, font: String, widths: Widths, sizes: Sizes, colours: [Ink: UInt32],
    logo: PNGPicture? = nil
  ) {
    self.name = name
    self.names = names
    self.font = font
    self.widths = widths
    self.sizes = sizes
    self.colours = colours
    self.logo = logo
  }

  public subscript(ink: Ink) -> UInt32 { colours[ink] ?? Self.office.colours[ink] ?? 0 }
}

extension Theme {
  /// Navy for structure, teal for data, one accent: they differ in lightness, so that they stay apart in black and white.
  public static let office = Theme(
    name: "office", names: LocalizedText(vi: "Văn phòng", en: "Office"), font: "Times New Roman", widths: .serif,
    sizes: Sizes(text: 11, title: 15, heading: 12, note: 10.5),
    colours: [
      .structure: 0x1F3A5F, .data: 0x2A7F8E, .dataLight: 0x9CC5CB, .accent: 0xC07A2C, .text: 0x1A1A1A, .quiet: 0x5F6773,
      .ground: 0xFFFFFF, .rule: 0x8A94A3, .hairline: 0xDDE2E8, .wash: 0xEAF0F5, .notice: 0x8A3B12,
      .noticeGround: 0xFDF3E4, .noticeEdge: 0xD9A860, .link: 0x1F5C99, .good: 0x1B6B3A, .bad: 0xA33420,
    ])

  /// For publication: letters without serifs, none smaller than 12 points, no colour that carries a meaning.
  public static let accessible = Theme(
    name: "accessible", names: LocalizedText(vi: "Dễ tiếp cận", en: "Accessible"), font: "Arial", widths: .sans,
    sizes: Sizes(text: 12, title: 16, heading: 14, note: 12),
    colours: [
      .structure: 0x12436D, .data: 0x12436D, .dataLight: 0x28A197, .accent: 0x801650, .text: 0x0B0C0C, .quiet: 0x0B0C0C,
      .ground: 0xFFFFFF, .rule: 0x505A5F, .hairline: 0xB1B4B6, .wash: 0xFFFFFF, .notice: 0x0B0C0C,
      .noticeGround: 0xFFFFFF, .noticeEdge: 0x0B0C0C, .link: 0x0F5499, .good: 0x0B0C0C, .bad: 0x0B0C0C,
    ])

  public static let builtIn = [office, accessible]
}
