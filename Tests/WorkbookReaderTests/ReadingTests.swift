import TestSupport
import Testing
import Values

@testable import WorkbookReader

@Suite struct ReadingTests {
  @Test func valuesOfAllKindsAreRead() throws {
    let book = try BookSketch(
      """
      <row r="1"><c r="A1"><v>1234.50</v></c><c r="B1" s="1"><v>2.9199999999999999</v></c><c r="C1" t="s"><v>1</v></c></row>
      <row r="7"><c r="D7" s="2"><f>SUM(A1:B1)</f><v>59.22</v></c><c r="E7" t="str"><f>"a"&amp;"b"</f><v>ab</v></c>
      <c r="F7" t="b"><v>1</v></c><c r="G7" t="e"><v>#DIV/0!</v></c><c r="H7" t="inlineStr"><is><r><t>ba</t></r><r><t> bốn</t></r></is></c>
      <c r="I7" s="1"/><c r="J7" t="d"><v>2023-09-30</v></c><c r="K7" t="n"><v>1.2E+18</v></c></row>
      """
    ).read()
    let sheet = try #require(book.sheets.first)
    #expect(sheet.name == "Biểu 01" && sheet.visibility == .visible)
    #expect(sheet.cells.map(\.address.description) == ["A1", "B1", "C1", "D7", "E7", "F7", "G7", "H7", "J7", "K7"])
    #expect(
      sheet.cells.map(\.value) == [
        .number("1234.50"), .number("2.9199999999999999"), .text("hai"), .number("59.22"), .text("ab"), .truth(true),
        .error("#DIV/0!"), .text("ba bốn"), .date("2023-09-30"), .number("1.2E+18"),
      ])
    let cell = try #require(CellAddress("D7").flatMap { sheet[$0] })
    #expect(cell.formula == .text("SUM(A1:B1)") && cell.numberFormat == "#,##0.0")
    #expect(sheet[CellAddress(row: 0, column: 1)]?.numberFormat == "#,##0.00")
    #expect(sheet[CellAddress(row: 0, column: 1)]?.number == ExactDecimal("2.9199999999999999"))
    #expect(sheet[CellAddress(row: 6, column: 8)] == nil)
  }

  @Test func sharedFormulasNameTheirMaster() throws {
    let book = try BookSketch(
      """
      <row r="1"><c r="A1"><f t="shared" ref="A1:A3" si="0">B1*2</f><v>2</v></c></row>
      <row r="2"><c r="A2"><f t="shared" si="0"/><v>4</v></c></row>
      """
    ).read()
    #expect(book.sheets[0].cells.map(\.formula) == [.text("B1*2"), .shared(with: CellAddress(row: 0, column: 0))])
  }

  @Test func positionsFollowWhereNoneIsGiven() throws {
    let book = try BookSketch(
      "<row><c><v>1</v></c><c><v>2</v></c></row><row><c r=\"C2\"><v>3</v></c><c><v>4</v></c></row>"
    ).read()
    #expect(book.sheets[0].cells.map(\.address.description) == ["A1", "B1", "C2", "D2"])
  }

  @Test func namesTablesAndLinksAreRead() throws {
    var sketch = BookSketch("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>")
    sketch.state = "state=\"hidden\""
    sketch.names = """
      <definedNames><definedName name="Tong">'Biểu 01'!$A$1</definedName><definedName name="In" localSheetId="0">A1</definedName></definedNames>
      """
    sketch.after = """
      <hyperlinks><hyperlink ref="A1" location="'Biểu 01'!A1"/><hyperlink ref="A2" r:id="rId2"/></hyperlinks>
      """
    sketch.extra = [
      .init(
        "xl/worksheets/_rels/sheet1.xml.rels",
        """
        <Relationships xmlns="\(BookSketch.packed)"><Relationship Id="rId1" Type="\(BookSketch.related)/table" Target="../tables/table1.xml"/>
        <Relationship Id="rId2" Type="\(BookSketch.related)/hyperlink" Target="https://example.org/a" TargetMode="External"/></Relationships>
        """),
      .init(
        "xl/tables/table1.xml",
        """
        <table xmlns="\(BookSketch.space)" name="Bieu_01" displayName="Bieu_01" ref="A6:B16" totalsRowCount="1"><tableColumns count="2">
        <tableColumn id="1" name="Năm"/><tableColumn id="2" name="Số_x000a_(mh)"/></tableColumns></table>
        """),
    ]
    let book = try sketch.read()
    #expect(
      book.names == [
        ReadName(name: "Tong", sheet: nil, formula: "'Biểu 01'!$A$1"),
        ReadName(name: "In", sheet: "Biểu 01", formula: "A1"),
      ])
    #expect(book.sheets[0].visibility == .hidden)
    #expect(
      book.sheets[0].tables == [
        ReadTable(name: "Bieu_01", range: "A6:B16", columns: ["Năm", "Số\n(mh)"], hasHeader: true, totalRows: 1)
      ])
    #expect(
      book.sheets[0].links == [
        ReadLink(range: "A1", target: nil, location: "'Biểu 01'!A1"),
        ReadLink(range: "A2", target: "https://example.org/a", location: nil),
      ])
    #expect(book.sheet(named: "biểu 01")?.name == "Biểu 01" && book.sheet(named: "Biểu 02") == nil)
  }

  /// Prefixes are free, the strict form has other namespaces, and what is foreign is not ours to read.
  @Test func namespacesDecideNotPrefixes() throws {
    let sketch = BookSketch("")
    let bytes = sketch.with(
      "xl/worksheets/sheet1.xml",
      """
      <x:worksheet xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main" xmlns:o="urn:other"><o:sheetData><o:row><o:c r="B9"><o:v>9</o:v></o:c></o:row></o:sheetData>
      <x:sheetData><x:row r="1"><x:c r="A1" o:r="Z9"><o:v>8</o:v><x:v>7</x:v></x:c></x:row></x:sheetData></x:worksheet>
      """)
    #expect(try BookSketch.read(bytes).sheets[0].cells.map(\.value) == [.number("7")])
  }

  @Test(arguments: [
    ("a_x000D_b", "a\rb"), ("_x005F_x000D_", "_x000D_"), ("_x00", "_x00"), ("x_xZZZZ_", "x_xZZZZ_"),
    ("_xD800_", "_xD800_"),
  ])
  func escapedCharactersAreRead(text: String, plain: String) throws {
    var sketch = BookSketch("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>")
    sketch.texts = [text]
    #expect(try sketch.read().sheets[0].cells[0].value == .text(plain))
  }

  @Test func hintsAtPronunciationAreNoText() throws {
    let bytes = BookSketch("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>").with(
      "xl/sharedStrings.xml",
      "<sst xmlns=\"\(BookSketch.space)\"><si><r><t>Kiên </t></r><r><t>Giang</t></r><rPh sb=\"0\" eb=\"1\"><t>x</t></rPh></si></sst>"
    )
    #expect(try BookSketch.read(bytes).sheets[0].cells[0].value == .text("Kiên Giang"))
  }

  @Test(arguments: [
    ("0", "0"), ("-12.50", "-12.50"), (".5", "0.5"), ("1E3", "1000"), ("1.5e-3", "0.0015"),
    ("1.2E+18", "1200000000000000000"),
    ("2.9199999999999999", "2.9199999999999999"), ("100E-2", "1"), ("0E-99", "0"),
    ("123456789012345678901234567890", "123456789012345678901234567890"),
  ])
  func numbersAreReadExactly(text: String, expected: String) {
    #expect(NumberText.decimal(text) == ExactDecimal(expected))
  }

  @Test(arguments: ["", "-", ".", "1e", "NaN", "0x10", "1,5", " 1", "1 ", "INF", "1e9999999", "٣"])
  func whatIsNoNumberIsRefused(text: String) { #expect(!NumberText.isNumber(text) && NumberText.decimal(text) == nil) }

  @Test(arguments: ["1E400", "4.9E-324", "1E39", "99999999999999999999999999999999999999999"])
  func whatNoDecimalHoldsIsStillANumber(text: String) {
    #expect(NumberText.isNumber(text) && NumberText.decimal(text) == nil)
  }

  /// Against the plain reader of the tests, on the report that is shipped.
  @Test func ourOwnWorkbookIsReadCellByCell() throws {
    let path = Repository.path(of: "reports/samples/decade/decade.xlsx")
    let book = try WorkbookFile.read(path)
    let plain = try ReadWorkbook(path: path)
    #expect(book.sheets.map(\.name) == plain.sheetNames)
    var count = 0
    for sheet in book.sheets {
      let filled = (plain.cells[sheet.name] ?? [:]).filter { $0.value != ReadWorkbook.Cell() }
      #expect(filled.count == sheet.cells.count)
      for cell in sheet.cells {
        let other = try #require(filled[cell.address.description], "\(sheet.name)!\(cell.address)")
        switch cell.value {
        case .text(let text): #expect(text == other.text)
        case .number(let text): #expect(Double(text) == other.number)
        default: Issue.record("\(cell)")
        }
        #expect(cell.formula == other.formula.map { .text($0) })
        count += 1
      }
    }
    #expect(count > 2000)
    #expect(book.sheet(named: "Biểu 01")?.tables.map(\.name) == ["Bieu_01"])
    #expect(book.sheets.contains { !$0.links.isEmpty })
  }
}
