import TestSupport
import WorkbookReader

/// A small workbook that a test writes down as XML.
struct BookSketch {
  static let space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  static let related = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  static let packed = "http://schemas.openxmlformats.org/package/2006/relationships"

  /// What stands in `sheetData` of the first sheet.
  var rows: String
  /// What follows it.
  var after = ""
  var texts = ["một", "hai"]
  var names = ""
  var state = ""
  var extra: [ZipWriter.Part] = []

  init(_ rows: String) { self.rows = rows }

  static func relations(_ list: [(id: String, kind: String, target: String)]) -> String {
    let items = list.map { #"<Relationship Id="\#($0.id)" Type="\#(related)/\#($0.kind)" Target="\#($0.target)"/>"# }
    return #"<Relationships xmlns="\#(packed)">\#(items.joined())</Relationships>"#
  }

  var parts: [ZipWriter.Part] {
    let strings = texts.map { "<si><t>\($0)</t></si>" }.joined()
    return [
      .init("[Content_Types].xml", "<Types/>"),
      .init("_rels/.rels", Self.relations([("rId1", "officeDocument", "xl/workbook.xml")])),
      .init(
        "xl/workbook.xml",
        #"""
        <workbook xmlns="\#(Self.space)" xmlns:r="\#(Self.related)"><sheets><sheet name="Biểu 01" sheetId="1" \#(state) r:id="rId1"/></sheets>\#(names)</workbook>
        """#),
      .init(
        "xl/_rels/workbook.xml.rels",
        Self.relations([
          ("rId1", "worksheet", "worksheets/sheet1.xml"), ("rId2", "sharedStrings", "sharedStrings.xml"),
          ("rId3", "styles", "/xl/styles.xml"),
        ])),
      .init(
        "xl/worksheets/sheet1.xml",
        #"""
        <?xml version="1.0" encoding="UTF-8"?>
        <worksheet xmlns="\#(Self.space)" xmlns:r="\#(Self.related)"><sheetData>\#(rows)</sheetData>\#(after)</worksheet>
        """#),
      .init("xl/sharedStrings.xml", #"<sst xmlns="\#(Self.space)">\#(strings)</sst>"#),
      .init(
        "xl/styles.xml",
        #"""
        <styleSheet xmlns="\#(Self.space)"><numFmts count="1"><numFmt numFmtId="164" formatCode="#,##0.0"/></numFmts>
        <cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="4"/><xf numFmtId="164"/></cellXfs></styleSheet>
        """#),
    ] + extra
  }

  var bytes: [UInt8] { ZipWriter(parts).bytes }

  func read(limits: WorkbookLimits = WorkbookLimits()) throws -> ReadBook { try Self.read(bytes, limits: limits) }

  /// With one part changed.
  func with(_ part: String, _ text: String) -> [UInt8] {
    var zip = ZipWriter(parts)
    zip.edit(part) { _ in text }
    return zip.bytes
  }

  static func read(_ bytes: [UInt8], limits: WorkbookLimits = WorkbookLimits()) throws -> ReadBook {
    let folder = try ScratchFolder()
    try folder.write(bytes: bytes, to: "book.xlsx")
    return try WorkbookFile.read(folder.path(of: "book.xlsx"), limits: limits)
  }

  static func error(_ bytes: [UInt8], limits: WorkbookLimits = WorkbookLimits()) -> WorkbookReadError? {
    do { _ = try read(bytes, limits: limits) } catch { return error as? WorkbookReadError }
    return nil
  }
}
