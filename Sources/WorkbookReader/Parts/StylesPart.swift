/// The number formats of the styles.
final class StylesPart: XMLSink {
  private var codes: [Int: String] = [:]
  /// For each style, the number of its format.
  private var styles: [Int] = []

  func start(_ name: String, in parent: String, _ attributes: XMLAttributes, at line: Int) throws(WorkbookReadError) {
    switch (parent, name) {
    case ("numFmts", "numFmt"):
      if let id = attributes["numFmtId"].flatMap(Int.init) { codes[id] = attributes["formatCode"] }
    case ("cellXfs", "xf"): styles.append(attributes["numFmtId"].flatMap(Int.init) ?? 0)
    default: return
    }
  }

  /// Nil for the general format.
  var formats: [String?] { styles.map { codes[$0] ?? Self.builtIn[$0] } }

  /// ECMA-376-1, 18.8.30: those that are the same in every language.
  private static let builtIn: [Int: String] = [
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00", 12: "# ?/?", 13: "# ??/??",
    14: "mm-dd-yy", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM", 20: "h:mm",
    21: "h:mm:ss", 22: "m/d/yy h:mm", 37: "#,##0 ;(#,##0)", 38: "#,##0 ;[Red](#,##0)", 39: "#,##0.00;(#,##0.00)",
    40: "#,##0.00;[Red](#,##0.00)", 45: "mm:ss", 46: "[h]:mm:ss", 47: "mmss.0", 48: "##0.0E+0", 49: "@",
  ]
}
