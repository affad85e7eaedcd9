import Values

/// What Excel allows, from "Excel specifications and limits" (support.microsoft.com) and ECMA-376.
///
/// The C library checks some of these, prints its own message for others and overflows a buffer on a few, so each is
/// checked here first. Lengths of text count UTF-16 units, as Excel does.
enum ExcelLimits {
  static let sheetNameLength = 31
  static let textLength = 32_767
  static let formulaLength = 8_192
  static let headerFooterLength = 255
  static let tableNameLength = 255
  static let headingLength = 255
  static let linksPerSheet = 65_530
  /// Bytes of one XML attribute that the library keeps; longer ones would be cut inside a letter.
  static let attributeBytes = 2_079
  /// Bytes of a number format or a font name that the library keeps.
  static let formatBytes = 127
  /// Bytes of a defined name that the library keeps.
  static let definedNameBytes = 255
  static let seriesPerChart = 255
  /// Different looks of cells.
  static let styles = 64_000
  /// In pixels of 1/96 inch: 255 characters and 409.5 points.
  static let columnPixels = 2_040
  static let rowPixels = 546

  static func check(sheetName name: String) throws(WorkbookError) {
    guard !name.isEmpty else { throw .sheetNameEmpty }
    guard name.utf16.count <= sheetNameLength else { throw .sheetNameTooLong(name) }
    for scalar in name.unicodeScalars
    where "[]:*?/\\".unicodeScalars.contains(scalar) || scalar.value < 32 || scalar.value | 1 == 0xFFFF {
      throw .sheetNameCharacter(name, Character(scalar))
    }
    guard !name.hasPrefix("'"), !name.hasSuffix("'"), name.lowercased() != "history", !readsAsReference(name)
    else { throw .sheetNameReserved(name) }
  }

  /// `BC2023` or `2023`: a formula would need quotes around it, and the library writes none in print areas.
  private static func readsAsReference(_ name: String) -> Bool {
    let bytes = Array(name.utf8)
    func isLetter(_ byte: UInt8) -> Bool {
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }
    func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
    guard bytes.allSatisfy({ isLetter($0) || isDigit($0) || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: ".") })
    else { return false }
    if let first = bytes.first, isDigit(first) || first == UInt8(ascii: ".") { return true }
    let letters = bytes.prefix(while: isLetter).count
    let isCell = letters <= 3 && bytes.count > letters && bytes.dropFirst(letters).allSatisfy(isDigit)
    return isCell || readsAsRowAndColumn(name)
  }

  /// `R1C1`, `R`, `C2`: a cell in the other notation.
  private static func readsAsRowAndColumn(_ name: String) -> Bool {
    var rest = name.lowercased()[...]
    for letter in ["r", "c"] where rest.hasPrefix(letter) {
      rest = rest.dropFirst().drop { $0.isNumber }
    }
    return rest.isEmpty
  }

  /// A cell's text as the file holds it.
  static func checked(text: String, row: Int, column: Int) throws(WorkbookError) -> String {
    // A text has at least as many bytes as UTF-16 units: the usual short one is not counted.
    if text.utf8.count > textLength, text.utf16.count > textLength {
      throw .textTooLong(cell: CellAddress(row: row, column: column).description, length: text.utf16.count)
    }
    switch FileText.verdict(text) {
    case .plain: return text
    case .notAllowed: throw .textNotAllowed(cell: CellAddress(row: row, column: column).description)
    case .needsEscape:
      let escaped = FileText.escaped(text)
      guard escaped.utf16.count <= textLength else {
        throw .textTooLong(cell: CellAddress(row: row, column: column).description, length: escaped.utf16.count)
      }
      return escaped
    }
  }

  static func checked(text: String, at cell: CellAddress) throws(WorkbookError) -> String {
    try checked(text: text, row: cell.row, column: cell.column)
  }

  static func check(_ cell: CellAddress) throws(WorkbookError) {
    guard (0..<CellAddress.rows).contains(cell.row) else { throw .rowOutOfRange(cell.row + 1) }
    guard (0..<CellAddress.columns).contains(cell.column) else { throw .columnOutOfRange(cell.column + 1) }
  }

  static func check(_ range: CellRange) throws(WorkbookError) {
    try check(range.first)
    try check(range.last)
  }

  /// A table's or defined name: an ASCII letter or underscore, then letters, digits and underscores; not a cell.
  static func check(definedName name: String) throws(WorkbookError) {
    let isLetter = { (byte: UInt8) in (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) }
    let isDigit = { (byte: UInt8) in (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
    let bytes = Array(name.utf8)
    guard let first = bytes.first, isLetter(first) || first == UInt8(ascii: "_"),
      bytes.allSatisfy({ isLetter($0) || isDigit($0) || $0 == UInt8(ascii: "_") }), bytes.count <= definedNameBytes,
      !readsAsReference(name)
    else { throw .tableNameInvalid(name) }
  }

  /// A table's headings: not empty, not too long, and each different from the others whatever the case.
  static func check(headings: [String], of table: String) throws(WorkbookError) {
    var seen: Set<String> = []
    for heading in headings {
      guard !heading.isEmpty else { throw .headingEmpty(table: table) }
      guard FileText.verdict(heading) != .notAllowed else { throw .headingNotAllowed(table: table, heading: heading) }
      guard heading.utf16.count <= headingLength, heading.utf8.count <= attributeBytes else {
        throw .headingTooLong(table: table, heading: heading)
      }
      guard seen.insert(heading.lowercased()).inserted else { throw .headingTaken(table: table, heading: heading) }
    }
  }
}
