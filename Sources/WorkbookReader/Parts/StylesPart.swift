/// The looks of cells, as far as they are read.
final class StylesPart: XMLSink {
  private struct Style {
    var format: Int
    var font: Int
    var fill: Int
  }

  private var codes: [Int: String] = [:]
  private var sizes: [Double?] = []
  private var fills: [Bool] = []
  private var styles: [Style] = []
  /// Fonts and fills of conditional formats stand elsewhere.
  private var isInFonts = false
  private var isInFills = false

  func start(_ name: String, in parent: String, _ attributes: XMLAttributes, at line: Int) throws(WorkbookReadError) {
    switch (parent, name) {
    case ("numFmts", "numFmt"):
      if let id = attributes["numFmtId"].flatMap(Int.init) { codes[id] = attributes["formatCode"] }
    case ("styleSheet", "fonts"): isInFonts = true
    case ("styleSheet", "fills"): isInFills = true
    case ("fonts", "font"): sizes.append(nil)
    case ("font", "sz") where isInFonts && !sizes.isEmpty:
      sizes[sizes.count - 1] = attributes["val"].flatMap(Double.init)
    case ("fills", "fill"): fills.append(false)
    case ("fill", "patternFill") where isInFills && !fills.isEmpty:
      fills[fills.count - 1] = !["none", "gray125"].contains(attributes["patternType"] ?? "none")
    case ("fill", "gradientFill") where isInFills && !fills.isEmpty: fills[fills.count - 1] = true
    case ("cellXfs", "xf"):
      func number(_ key: String) -> Int { attributes[key].flatMap { Int($0) } ?? 0 }
      styles.append(Style(format: number("numFmtId"), font: number("fontId"), fill: number("fillId")))
    default: return
    }
  }

  func end(_ name: String, in parent: String, text: String, at line: Int) throws(WorkbookReadError) {
    guard parent == "styleSheet" else { return }
    if name == "fonts" { isInFonts = false }
    if name == "fills" { isInFills = false }
  }

  /// One a style of the cells.
  var looks: [ReadLook] {
    styles.map { style in
      ReadLook(
        numberFormat: codes[style.format] ?? Self.builtIn[style.format],
        fontSize: sizes.indices.contains(style.font) ? sizes[style.font] : nil,
        isFilled: fills.indices.contains(style.fill) && fills[style.fill])
    }
  }

  /// The letters that columns are measured in; nil where the file does not say.
  var firstSize: Double? { sizes.first ?? nil }

  /// ECMA-376-1, 18.8.30: those that are the same in every language.
  private static let builtIn: [Int: String] = [
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00", 12: "# ?/?", 13: "# ??/??",
    14: "mm-dd-yy", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM", 20: "h:mm",
    21: "h:mm:ss", 22: "m/d/yy h:mm", 37: "#,##0 ;(#,##0)", 38: "#,##0 ;[Red](#,##0)", 39: "#,##0.00;(#,##0.00)",
    40: "#,##0.00;[Red](#,##0.00)", 45: "mm:ss", 46: "[h]:mm:ss", 47: "mmss.0", 48: "##0.0E+0", 49: "@",
  ]
}
