import Language
import TestSupport
import Testing
import Values

@testable import WorkbookReader

/// A workbook that passes, and one planted defect an item that does not.
@Suite struct ChecklistTests {
  /// A title, a table of three columns and two rows, and a chart with its text.
  static func sketch(_ change: (inout CheckedSketch) -> Void = { _ in }) -> CheckedSketch {
    var sketch = CheckedSketch()
    change(&sketch)
    return sketch
  }

  static func outcomes(_ sketch: CheckedSketch) throws -> [ChecklistItem: ChecklistResult] {
    let folder = try ScratchFolder()
    try folder.write(bytes: sketch.bytes, to: "book.xlsx")
    let results = WorkbookChecklist.run(try WorkbookFile.read(folder.path(of: "book.xlsx"), wholly: true))
    #expect(results.map(\.item) == ChecklistItem.allCases)
    return Dictionary(uniqueKeysWithValues: results.map { ($0.item, $0) })
  }

  @Test func aSoundWorkbookFailsNothing() throws {
    let outcomes = try Self.outcomes(Self.sketch())
    for (item, result) in outcomes {
      #expect(result.outcome == .pass || result.outcome == .notApplicable, "\(item.code): \(result.places)")
    }
    #expect(outcomes.values.count { $0.outcome == .notApplicable } <= 6)
  }

  struct Defect: Sendable, CustomTestStringConvertible {
    var item: ChecklistItem
    var cell: String?
    var outcome = ChecklistResult.Outcome.fail
    var others: Set<ChecklistItem> = []
    var change: @Sendable (inout CheckedSketch) -> Void

    init(
      _ item: ChecklistItem, _ cell: String? = nil, _ outcome: ChecklistResult.Outcome = .fail,
      others: Set<ChecklistItem> = [], _ change: @escaping @Sendable (inout CheckedSketch) -> Void
    ) {
      self.item = item
      self.cell = cell
      self.outcome = outcome
      self.others = others
      self.change = change
    }

    var testDescription: String { "\(item.code) \(cell ?? "")" }
  }

  static let defects: [Defect] = [
    Defect(.macros) { $0.workbookRelations.append(("rId9", "vbaProject", "vbaProject.bin")) },
    Defect(.linkedWorkbooks) { $0.workbookRelations.append(("rId9", "externalLink", "externalLinks/e1.xml")) },
    Defect(.documentTitle) { $0.title = " " },
    Defect(.documentLanguage, nil, .manual) { $0.language = "" },
    Defect(.personalProperties) { $0.creator = "C:\\Users\\lan" },
    Defect(.personalProperties, nil, .manual) { $0.creator = "Ban Dân vận" },
    Defect(.opening) {
      $0.sheets.append(.init(name: "Hai", rows: CheckedSketch.titleRow)); $0.shown = 1
    },
    Defect(.opening, "D9") { $0.sheets[0].view = #"<selection activeCell="D9" sqref="D9"/>"# },
    Defect(.sheetNames) { $0.sheets[0].name = "Sheet1" },
    Defect(.sheetNames) { $0.sheets[0].name = "Trang tính 2" },
    Defect(.links, "B4") {
      $0.sheets[0].after += #"<hyperlinks><hyperlink ref="B4" location="'Mất'!A1"/></hyperlinks>"#
    },
    Defect(.links) { $0.names = #"<definedName name="Cu">#REF!</definedName>"# },
    Defect(.hidden) { $0.sheets.append(.init(name: "Hai", rows: CheckedSketch.titleRow, state: "hidden")) },
    Defect(.hidden, "B:B") { $0.sheets[0].columns = #"<cols><col min="2" max="2" width="20" hidden="1"/></cols>"# },
    Defect(.hidden, "4:4") { $0.edit("<row r=\"4\">", "<row r=\"4\" hidden=\"1\">") },
    Defect(.sheetTitle, "A1", others: [.corner]) { $0.edit(CheckedSketch.titleRow, "") },
    Defect(.corner, "A1") {
      $0.edit(CheckedSketch.titleRow, #"<row r="2"><c r="A2" t="inlineStr"><is><t>Số mô hình</t></is></c></row>"#)
    },
    Defect(.markedTables, "B4:C6") {
      $0.sheets[0].table = nil; $0.sheets[0].rows += CheckedSketch.row(6, "C", 7, 8)
    },
    Defect(.markedTables, "A3:C5") {
      $0.sheets[0].table = nil; $0.sheets[0].after += #"<autoFilter ref="A3:C5"/>"#
    },
    Defect(.headings, "B3") { $0.edit("<t>2022</t>", "<t>Cột1</t>") },
    Defect(.headings, "C3") { $0.edit("<t>2023</t>", "<t>2022</t>") },
    Defect(.headings, "C3") { $0.edit("<t>2023</t>", "<t> </t>") },
    Defect(.merged, "A4:A5") {
      $0.sheets[0].after = #"<mergeCells><mergeCell ref="A4:A5"/></mergeCells>"# + $0.sheets[0].after
    },
    Defect(.merged, "A1:C1", .manual) {
      $0.sheets[0].after = #"<mergeCells><mergeCell ref="A1:C1"/></mergeCells>"# + $0.sheets[0].after
    },
    Defect(.blankRows, "5:5", others: [.blankCells]) {
      $0.sheets[0].table = "A3:C6"
      $0.edit(CheckedSketch.row(5, "B", 3, 4), CheckedSketch.row(6, "B", 3, 4))
    },
    Defect(.blankRows, "D:D", others: [.headings]) { $0.sheets[0].table = "A3:D5" },
    Defect(.blankCells, "C5") { $0.edit(#"<c r="C5"><v>4</v></c>"#, "") },
    Defect(.numbersAsText, "C5") {
      $0.edit(#"<c r="C5"><v>4</v></c>"#, #"<c r="C5" t="inlineStr"><is><t>1.234,5</t></is></c>"#)
    },
    Defect(.errorValues, "C5") { $0.edit(#"<c r="C5"><v>4</v></c>"#, #"<c r="C5" t="e"><v>#DIV/0!</v></c>"#) },
    Defect(.keptValues, "A8") { $0.sheets[0].rows += #"<row r="8"><c r="A8"><f>SUM(B4:B5)</f></c></row>"# },
    Defect(.width, "C5") { $0.edit(#"<c r="C5"><v>4</v></c>"#, #"<c r="C5" s="1"><v>123456789012345</v></c>"#) },
    Defect(.printing) { $0.sheets[0].after = $0.sheets[0].after.replacing("paperSize=\"9\"", with: "paperSize=\"1\"") },
    Defect(.printing) { $0.sheets[0].properties = "" },
    Defect(.alternativeText, "E4") { $0.description = "" },
    Defect(.colour, "C5", .manual) { $0.edit(#"<c r="C5"><v>4</v></c>"#, #"<c r="C5" s="2"><v>4</v></c>"#) },
    Defect(.notes, "A4") {
      $0.edit("<t>A</t>", "<t>A [2]</t>"); $0.sheets[0].rows += CheckedSketch.text(9, "[2] Lời")
    },
    Defect(.notes, "A4") { $0.edit("<t>A</t>", "<t>A [ghi chú 1]</t>") },
    Defect(.frozen, "A3", others: [.printing, .markedTables]) {
      $0.makeLong(50)
      $0.sheets[0].table = nil
      $0.sheets[0].after += #"<autoFilter ref="A3:C53"/>"#
    },
    Defect(.oneTable) {
      $0.sheets[0].secondTable = "E20:F21"
      $0.sheets[0].rows +=
        #"<row r="20"><c r="E20" t="inlineStr"><is><t>x</t></is></c><c r="F20" t="inlineStr"><is><t>y</t></is></c></row><row r="21"><c r="E21"><v>1</v></c><c r="F21"><v>1</v></c></row>"#
    },
    Defect(.contents) { sketch in
      for name in ["Hai", "Ba", "Bốn"] {
        var sheet = sketch.sheets[0]
        sheet.name = name
        sketch.sheets.append(sheet)
      }
    },
  ]

  @Test(arguments: defects) func aPlantedDefectIsFound(_ defect: Defect) throws {
    let outcomes = try Self.outcomes(Self.sketch(defect.change))
    let result = try #require(outcomes[defect.item])
    #expect(result.outcome == defect.outcome, "\(result.places)")
    if let cell = defect.cell { #expect(result.places.contains { $0.cell == cell }, "\(result.places)") }
    for (item, other) in outcomes where item != defect.item && !defect.others.contains(item) {
      #expect(other.outcome == .pass || other.outcome == .notApplicable, "\(item.code): \(other.places)")
    }
  }

  @Test(arguments: [
    #"<row r="9"><c r="A9" t="inlineStr"><is><t>Ô trống: chưa báo cáo</t></is></c></row>"#,
    #"<row r="9"><c r="A9" t="inlineStr"><is><t>blank cell: not reported</t></is></c></row>"#,
  ])
  func aBlankCellMayBeExplained(_ legend: String) throws {
    let sketch = Self.sketch {
      $0.edit(#"<c r="C5"><v>4</v></c>"#, "")
      $0.sheets[0].rows += legend
    }
    #expect(try Self.outcomes(sketch)[.blankCells]?.outcome == .pass)
  }

  @Test func aSignBehindABlankCellExplainsIt() throws {
    let sketch = Self.sketch {
      $0.edit(#"<c r="B5"><v>3</v></c><c r="C5"><v>4</v></c>"#, #"<c r="C5" t="inlineStr"><is><t>...</t></is></c>"#)
      $0.edit(#"<c r="C4"><v>2</v></c>"#, #"<c r="C4" t="inlineStr"><is><t>(*)</t></is></c>"#)
    }
    #expect(try Self.outcomes(sketch)[.blankCells]?.outcome == .pass)
  }

  @Test func everyItemHasADefect() {
    #expect(Set(Self.defects.map(\.item)) == Set(ChecklistItem.allCases))
  }

  @Test func everyItemHasWordsInBothLanguages() {
    for item in ChecklistItem.allCases {
      for text in [item.title, item.remedy] { #expect(text.vietnamese != text.english && !text.english.isEmpty) }
    }
    #expect(Set(ChecklistItem.allCases.map(\.title.english)).count == ChecklistItem.allCases.count)
  }

  @Test func manyPlacesAreCounted() throws {
    var sketch = Self.sketch()
    for row in 20..<60 { sketch.sheets[0].rows += #"<row r="\#(row)"><c r="A\#(row)" t="e"><v>#N/A</v></c></row>"# }
    let result = try #require(try Self.outcomes(sketch)[.errorValues])
    #expect(result.places.count == ChecklistResult.mostPlaces && result.morePlaces == 20)
  }

  @Test(arguments: [
    ("0.00", "-1.5", 4.5), ("#,##0", "1234567", 8.0), ("[$-42A]#,##0_ ;-#,##0_ ;\"-\"_ ", "1234", 5.0),
    ("0%", "0.5", 3.2), ("\"hơn \"#,##0", "5", 4.1), ("dd/mm/yyyy", "5", nil), ("0.0E+00", "5", nil), ("0,", "5", nil),
    ("#,##0;-#,##0;\"-\"", "0", 0.5), ("@", "5", nil),
  ])
  func numbersTakeRoom(_ format: String, _ number: String, _ digits: Double?) throws {
    let width = NumberFormatWidth.digits(try #require(ExactDecimal(number)), format: format)
    guard let digits else { return #expect(width == nil) }
    #expect(abs((width ?? 0) - digits) < 0.6, "\(String(describing: width))")
  }

  @Test(arguments: [
    ("1.234,5", true), ("-7", true), ("12 %", true), ("1 234", true), ("007", false), ("0", true), ("0,5", true),
    ("Xã 7", false), ("1/2", false), ("", false), ("-", false), ("1.", false), ("٣", false),
  ])
  func textsReadAsNumbers(_ text: String, _ isNumber: Bool) { #expect(TableColumn.readsAsNumber(text) == isNumber) }
}
