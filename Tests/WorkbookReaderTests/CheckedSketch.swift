import TestSupport

/// A small workbook in which nothing is wrong, as parts that a test may change.
struct CheckedSketch {
  struct Sheet {
    var name: String
    var rows: String
    var state = "visible"
    var properties = #"<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>"#
    var view = ""
    var columns = #"<cols><col min="1" max="3" width="12" customWidth="1"/></cols>"#
    var after = #"<pageSetup paperSize="9" orientation="portrait" fitToHeight="0"/>"#
    var table: String?
    var secondTable: String?
    var hasChart = false
  }

  static let titleRow = text(1, "Số mô hình")

  static func text(_ row: Int, _ text: String) -> String {
    #"<row r="\#(row)"><c r="A\#(row)" t="inlineStr"><is><t>\#(text)</t></is></c></row>"#
  }

  static func row(_ row: Int, _ name: String, _ first: Int, _ second: Int) -> String {
    #"<row r="\#(row)"><c r="A\#(row)" t="inlineStr"><is><t>\#(name)</t></is></c><c r="B\#(row)"><v>\#(first)</v></c><c r="C\#(row)"><v>\#(second)</v></c></row>"#
  }

  private static let headings = #"""
    <row r="3"><c r="A3" t="inlineStr"><is><t>Đơn vị</t></is></c><c r="B3" t="inlineStr"><is><t>2022</t></is></c><c r="C3" t="inlineStr"><is><t>2023</t></is></c></row>
    """#

  var sheets = [
    Sheet(
      name: "Biểu 01", rows: titleRow + headings + row(4, "A", 1, 2) + row(5, "B", 3, 4), table: "A3:C5",
      hasChart: true)
  ]
  var title = "Báo cáo"
  var language = "vi-VN"
  var creator = ""
  var description = "Đường: số mô hình."
  var shown = 0
  var names = ""
  var workbookRelations: [(id: String, kind: String, target: String)] = []

  mutating func edit(_ old: String, _ new: String) { sheets[0].rows = sheets[0].rows.replacing(old, with: new) }

  /// Rows that do not fit on a screen.
  mutating func makeLong(_ rows: Int) {
    sheets[0].table = "A3:C\(rows + 3)"
    for row in 6...rows + 3 { sheets[0].rows += Self.row(row, "D\(row)", row, row) }
  }

  var bytes: [UInt8] { ZipWriter(parts).bytes }

  private var parts: [ZipWriter.Part] {
    let space = BookSketch.space
    let related = BookSketch.related
    let listed = sheets.enumerated().map { index, sheet in
      #"<sheet name="\#(sheet.name)" sheetId="\#(index + 1)" state="\#(sheet.state)" r:id="s\#(index)"/>"#
    }
    let relations =
      sheets.indices.map { ("s\($0)", "worksheet", "worksheets/sheet\($0 + 1).xml") }
      + [("rIdS", "styles", "styles.xml")] + workbookRelations
    var parts: [ZipWriter.Part] = [
      .init("[Content_Types].xml", "<Types/>"),
      .init(
        "_rels/.rels",
        BookSketch.relations([
          ("rId1", "officeDocument", "xl/workbook.xml"), ("rId2", "core-properties", "docProps/core.xml"),
          ("rId3", "custom-properties", "docProps/custom.xml"),
        ])),
      .init("docProps/core.xml", core), .init("docProps/custom.xml", custom),
      .init(
        "xl/workbook.xml",
        #"""
        <workbook xmlns="\#(space)" xmlns:r="\#(related)"><bookViews><workbookView activeTab="\#(shown)"/></bookViews><sheets>\#(listed.joined())</sheets><definedNames>\#(names)</definedNames></workbook>
        """#),
      .init("xl/_rels/workbook.xml.rels", BookSketch.relations(relations)),
      .init("xl/styles.xml", styles),
    ]
    for (index, sheet) in sheets.enumerated() { parts += self.parts(of: sheet, number: index + 1) }
    return parts
  }

  private func parts(of sheet: Sheet, number: Int) -> [ZipWriter.Part] {
    let view = #"<sheetViews><sheetView workbookViewId="0">\#(sheet.view)</sheetView></sheetViews>"#
    var parts: [ZipWriter.Part] = [
      .init(
        "xl/worksheets/sheet\(number).xml",
        #"""
        <worksheet xmlns="\#(BookSketch.space)" xmlns:r="\#(BookSketch.related)">\#(sheet.properties)\#(view)\#(sheet.columns)<sheetData>\#(sheet.rows)</sheetData>\#(sheet.after)</worksheet>
        """#)
    ]
    var relations: [(id: String, kind: String, target: String)] = []
    for (index, range) in [sheet.table, sheet.secondTable].enumerated() {
      guard let range else { continue }
      relations.append(("t\(index)", "table", "../tables/table\(number)\(index).xml"))
      parts.append(
        .init(
          "xl/tables/table\(number)\(index).xml",
          #"<table xmlns="\#(BookSketch.space)" displayName="T\#(number)_\#(index)" ref="\#(range)"><tableColumns/></table>"#
        ))
    }
    if sheet.hasChart {
      relations.append(("d1", "drawing", "../drawings/drawing\(number).xml"))
      parts.append(.init("xl/drawings/drawing\(number).xml", drawing))
    }
    parts.append(.init("xl/worksheets/_rels/sheet\(number).xml.rels", BookSketch.relations(relations)))
    return parts
  }

  private var core: String {
    #"""
    <cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>\#(title)</dc:title><dc:creator>\#(creator)</dc:creator></cp:coreProperties>
    """#
  }

  private var custom: String {
    guard !language.isEmpty else {
      return #"<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"/>"#
    }
    return #"""
      <Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="Language"><vt:lpwstr>\#(language)</vt:lpwstr></property></Properties>
      """#
  }

  private var drawing: String {
    #"""
    <xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"><xdr:twoCellAnchor><xdr:from><xdr:col>4</xdr:col><xdr:row>3</xdr:row></xdr:from><xdr:graphicFrame><xdr:nvGraphicFramePr><xdr:cNvPr id="2" name="Chart 1" descr="\#(description)"/></xdr:nvGraphicFramePr></xdr:graphicFrame></xdr:twoCellAnchor></xdr:wsDr>
    """#
  }

  private var styles: String {
    #"""
    <styleSheet xmlns="\#(BookSketch.space)"><fonts><font><sz val="11"/></font></fonts>
    <fills><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"/></fill></fills>
    <cellXfs><xf numFmtId="0"/><xf numFmtId="4"/><xf numFmtId="0" fillId="2"/></cellXfs></styleSheet>
    """#
  }
}
