import Datasets
import Findings
import Language
import Reports
import TestSupport
import Testing
import Values

@testable import Auditing
@testable import WorkbookReader

@Suite struct AuditTests {
  @Test(arguments: Sample.allCases)
  func aFreshReportIsProved(sample: Sample) throws {
    let delivered = try sample.delivered
    let result = try delivered.audit(delivered.write())
    #expect(result.differences.prefix(5) == [])
    #expect(result.workbookNumbers > 100 && result.briefingNumbers > 5 && result.tableNumbers > 50)
  }

  /// Every digit of every line, figure or label, is missed when it is another, and its line is named.
  @Test(arguments: Sample.allCases)
  func everyDigitOfTheBriefingIsGuarded(sample: Sample) throws {
    let delivered = try sample.delivered
    let file = "\(delivered.name).txt"
    let places = LedgerPlaces(delivered.ledger, file: file)
    var letters = Array(delivered.text)
    var line = 1
    var count = 0
    for index in letters.indices {
      if letters[index] == "\n" { line += 1 }
      // Of the long report every third digit, to save time.
      guard let digit = letters[index].wholeNumberValue, sample == .tiny || index % 3 == 0 else { continue }
      let kept = letters[index]
      letters[index] = Character("\((digit + 1) % 10)")
      let found = BriefingAudit(text: String(letters), places: places, file: file).run()
      #expect(!found.isEmpty && found.allSatisfy { $0.place == "\(line)" }, "line \(line), \(kept)")
      letters[index] = kept
      count += 1
    }
    #expect(count >= 20)
  }

  @Test func anEditedFigureIsNamedWithItsEntry() throws {
    let delivered = try Sample.decade.delivered
    let found = try delivered.differences(text: delivered.text.replacing("59,22%", with: "59,23%"))
    let difference = try #require(found.first)
    #expect(found.count == 1 && difference.side == .briefing && difference.kind == .numberChanged)
    #expect(difference.expected == "59,22%" && difference.found == "59,23%" && difference.figure != nil)
  }

  @Test func wordsAndLinesMayMove() throws {
    let delivered = try Sample.decade.delivered
    #expect(try delivered.differences(text: "Kính gửi:\n\n" + delivered.text) == [])
    #expect(try delivered.differences(text: delivered.text.replacing("Kết quả này", with: "Mức này")) == [])
    #expect(try delivered.differences(text: delivered.text.replacing("\n", with: "\r\n")) == [])
    let more = try delivered.differences(text: delivered.text + "Thêm 5 việc.\n")
    #expect(more.map(\.kind) == [.notInLedger] && more.first?.found == "5")
  }

  /// Of two lines that say the same the edited one is named, wherever the other stands.
  @Test(arguments: [1, 3])
  func ofTwoLikeLinesTheEditedOneIsNamed(line: Int) {
    let marks = [TextAudit.Mark(text: "59,22%", column: 3), TextAudit.Mark(text: "2,92", column: 16)]
    let other = [TextAudit.Mark(text: "7.705", column: 10)]
    let places = LedgerPlaces(lines: [1: marks, 2: other, 3: marks, 4: other])
    var lines = ["A 59,22%, tăng 2,92", "ban hành 7.705", "B 59,22%, tăng 2,92", "nêu 7.705"]
    lines[line - 1] = lines[line - 1].replacing("2,92", with: "2,93")
    let found = BriefingAudit(text: lines.joined(separator: "\n"), places: places, file: "f").run()
    #expect(found.map(\.place) == ["\(line)"] && found.first?.found == "2,93")
  }

  @Test func figuresThatChangePlacesAreNoticed() throws {
    let delivered = try Sample.decade.delivered
    let text = delivered.text.replacing("20 phong trào, 07 cuộc", with: "07 phong trào, 20 cuộc")
    #expect(text != delivered.text)
    #expect(try delivered.differences(text: text).map(\.kind) == [.orderChanged])
  }

  @Test func aFigureThatIsTakenOutIsMissed() throws {
    let delivered = try Sample.decade.delivered
    let found = try delivered.differences(text: delivered.text.replacing("7.705 nghị quyết", with: "nhiều nghị quyết"))
    #expect(
      found.map(\.kind) == [.numberMissing] && found.first?.expected == "7.705 nghị quyết"
        || found.first?.expected == "7.705")
  }

  private static let sheet = "xl/worksheets/sheet4.xml"

  /// Every number of a sheet, in its cell and under its formula.
  @Test(arguments: [Sample.tiny, .decade])
  func everyNumberOfASheetIsGuarded(sample: Sample) throws {
    let delivered = try sample.delivered
    let folder = try delivered.write()
    let zip = try ZipWriter(ZipArchive(path: folder.path(of: "\(delivered.name).xlsx")))
    let book = try WorkbookFile.read(folder.path(of: "\(delivered.name).xlsx"))
    let places = LedgerPlaces(delivered.ledger, file: "\(delivered.name).xlsx")
    let part = try #require(zip.parts.firstIndex { $0.name == Self.sheet })
    let sheet = book.sheets[3]
    var count = 0
    for (index, cell) in sheet.cells.enumerated() {
      guard case .number(let text) = cell.value, let number = cell.number, sample == .tiny || index % 5 == 0 else {
        continue
      }
      let other = ExactDecimal(coefficient: number.coefficient + 1, scale: number.scale).description
      var edited = book
      edited.sheets[3].cells[index].value = .number(other)
      let audit = WorkbookAudit(
        book: edited, places: places, file: "r.xlsx", numbers: NumberForm(.vietnamese))
      let found = audit.run()
      #expect(found.map(\.place) == ["\(sheet.name)!\(cell.address)"], "\(text)")
      #expect(found.map(\.kind) == [.numberChanged])
      count += 1
    }
    #expect(count > 5 && part > 0)
  }

  @Test func anEditOfTheFileIsNamedByItsCell() throws {
    let delivered = try Sample.decade.delivered
    let number = try delivered.differences(part: Self.sheet) { $0.replacing("<v>261</v>", with: "<v>262</v>") }
    #expect(number.map(\.place) == ["Biểu 01!B7"] && number.map(\.kind) == [.numberChanged])
    #expect(number.first?.expected == "261" && number.first?.found == "262")
    let digits = try delivered.differences(part: Self.sheet) { $0.replacing("<v>261</v>", with: "<v>261.00000001</v>") }
    #expect(digits.map(\.place) == ["Biểu 01!B7"])
    let gone = try delivered.differences(part: Self.sheet) { $0.replacing("<v>261</v>", with: "") }
    #expect(gone.map(\.kind) == [.numberMissing] && gone.map(\.place) == ["Biểu 01!B7"])
    let text = try delivered.differences(part: Self.sheet) {
      $0.replacing(#/<c r="B7" s="\d+"><v>261</v>/#, with: "<c r=\"B7\" t=\"inlineStr\"><is><t>261</t></is>")
    }
    #expect(text.map(\.kind) == [.numberChanged])
  }

  @Test func anEditedFormulaIsNamed() throws {
    let delivered = try Sample.decade.delivered
    let found = try delivered.differences(part: Self.sheet) {
      $0.replacing("<f>SUM(", with: "<f>1+SUM(", maxReplacements: 1)
    }
    #expect(found.map(\.kind) == [.formulaChanged] && found.map(\.place) == ["Biểu 01!B17"])
    let lost = try delivered.differences(part: Self.sheet) { text in
      guard let start = text.firstRange(of: "<f>"), let end = text.firstRange(of: "</f>") else { return text }
      return String(text[..<start.lowerBound] + text[end.upperBound...])
    }
    #expect(lost.map(\.kind) == [.formulaChanged] && lost.first?.found == nil)
  }

  @Test func numbersThatAreAddedAreReported() throws {
    let delivered = try Sample.decade.delivered
    let found = try delivered.differences(part: "xl/worksheets/sheet1.xml") {
      $0.replacing("<c r=\"B1\" s=\"1\"/>", with: "<c r=\"B1\" s=\"1\"><v>5</v></c>")
    }
    #expect(found.map(\.kind) == [.notInLedger] && found.map(\.place) == ["Bìa!B1"])
    let year = try delivered.differences(part: "xl/sharedStrings.xml") {
      $0.replacing("<t>2015</t>", with: "<t>2005</t>")
    }
    #expect(!year.isEmpty && year.allSatisfy { $0.kind == .labelChanged && $0.found == "2005" })
    let sheet = try delivered.differences(part: "xl/workbook.xml") {
      $0.replacing("name=\"Biểu 02\"", with: "name=\"Khác\"")
    }
    #expect(sheet.map(\.kind) == [.sheetRenamed] && sheet.first?.expected == "Biểu 02" && sheet.first?.found == "Khác")
  }

  @Test func tablesAreCompared() throws {
    let delivered = try Sample.tiny.delivered
    let folder = try delivered.write()
    let table = try #require(delivered.tables.first { $0.name == "table-01.csv" })
    let lines = table.text.split(separator: "\n").map(String.init)
    let fields = lines[1].split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    let value = try #require(
      fields.indices.first { fields[$0] == delivered.built.entries[FigureID(fields[3])]?.published.description })
    var edited = fields
    edited[value] = "98765"
    try folder.write(
      ([lines[0], edited.joined(separator: ",")] + lines.dropFirst(2)).joined(separator: "\n") + "\n",
      to: "tables/table-01.csv")
    try folder.write("x", to: "tables/other.csv")
    try folder.remove("tables/table-02.csv")
    let found = try delivered.audit(folder).differences
    #expect(Set(found.map(\.kind)) == [.numberChanged, .fileExtra, .fileMissing])
    #expect(found.first { $0.kind == .numberChanged }?.place == "2")
  }

  /// Each row of a tidy table in turn is taken out, then put in twice.
  @Test func rowsThatAreMissingFromATableAreNamed() throws {
    let delivered = try Sample.tiny.delivered
    let table = try #require(delivered.tables.first { $0.name == "table-01.csv" })
    let lines = table.text.split(separator: "\n").map(String.init)
    let figures = try #require(delivered.ledger.tables?.first { $0.file == table.name }).figures
    #expect(figures.count == lines.count - 1 && figures.count > 5)
    for row in 1..<lines.count {
      let folder = try delivered.write()
      let rest = lines.prefix(row) + lines.dropFirst(row + 1)
      try folder.write(rest.joined(separator: "\n") + "\n", to: "tables/table-01.csv")
      let found = try delivered.audit(folder).differences
      #expect(found.map(\.kind) == [.rowMissing] && found.first?.figure == figures[row - 1])
      #expect(found.first?.place == "\(row + 1)" && found.first?.file == "tables/table-01.csv")
    }
    let folder = try delivered.write()
    // Another label, or the key of the row would stand there twice.
    let twice = lines + [lines[1].replacing("01,", with: "01,x", maxReplacements: 1)]
    try folder.write(twice.joined(separator: "\n") + "\n", to: "tables/table-01.csv")
    #expect(try delivered.audit(folder).differences.contains { $0.kind == .rowExtra && $0.place == "\(twice.count)" })
  }

  /// A table that is taken out of the folder and of its descriptor, too.
  @Test func aTableThatIsGoneWithItsDescriptionIsMissed() throws {
    let delivered = try Sample.tiny.delivered
    let folder = try delivered.write()
    let descriptor = try #require(delivered.tables.last)
    try folder.write(descriptor.text.replacing("table-02", with: "table-99"), to: "tables/datapackage.json")
    try folder.remove("tables/table-02.csv")
    let found = try delivered.audit(folder).differences
    #expect(found.contains { $0.kind == .fileMissing && $0.file == "tables/table-02.csv" })
  }

  /// Every sheet has something of which the ledger knows, so that none is missing unnoticed.
  @Test(arguments: Sample.allCases)
  func noSheetIsMissingUnnoticed(sample: Sample) throws {
    let delivered = try sample.delivered
    let file = "\(delivered.name).xlsx"
    let folder = try delivered.write()
    let book = try withExtendedLifetime(folder) { try WorkbookFile.read(folder.path(of: file)) }
    let places = LedgerPlaces(delivered.ledger, file: file)
    for index in book.sheets.indices {
      var less = book
      let gone = less.sheets.remove(at: index)
      let found = WorkbookAudit(book: less, places: places, file: file, numbers: NumberForm(.vietnamese)).run()
      #expect(found.contains { $0.kind == .sheetMissing && $0.place == gone.name }, "\(gone.name)")
      less = book
      less.sheets[index].name = "Khác"
      let renamed = WorkbookAudit(book: less, places: places, file: file, numbers: NumberForm(.vietnamese)).run()
      let names = renamed.filter { $0.kind == .sheetRenamed }
      #expect(names.count == 1 && names.first?.expected == gone.name && names.first?.found == "Khác")
      #expect(renamed.allSatisfy { $0.kind == .sheetRenamed || $0.kind == .formulaChanged }, "\(gone.name)")
    }
  }

  /// Each row with numbers in turn: it is the one that is named, whatever moved up behind it. Behind the last one nothing
  /// does: its numbers are named.
  @Test func aRowThatIsTakenOutOfASheetIsNamed() throws {
    let delivered = try Sample.decade.delivered
    let file = "\(delivered.name).xlsx"
    let folder = try delivered.write()
    let book = try withExtendedLifetime(folder) { try WorkbookFile.read(folder.path(of: file)) }
    let places = LedgerPlaces(delivered.ledger, file: file)
    let sheet = book.sheets[3]
    let rows = Set((places.numbers[sheet.name] ?? [:]).keys.compactMap { CellAddress($0)?.row }).sorted()
    for row in rows.dropLast() {
      var less = book
      less.sheets[3] = sheet.without(row: row)
      let found = WorkbookAudit(book: less, places: places, file: file, numbers: NumberForm(.vietnamese)).run()
      #expect(found.filter { $0.kind == .rowMissing }.map(\.place) == ["\(sheet.name)!\(row + 1)"], "\(row)")
      #expect(found.allSatisfy { $0.kind == .rowMissing || $0.kind == .formulaChanged }, "\(found)")
    }
    #expect(rows.count > 5)
    var less = book
    let last = try #require(rows.last)
    less.sheets[3] = sheet.without(row: last)
    let found = WorkbookAudit(book: less, places: places, file: file, numbers: NumberForm(.vietnamese)).run()
    #expect(found.contains { $0.kind == .numberMissing && $0.place?.hasSuffix("\(last + 1)") == true })
  }

  @Test func aLedgerThatContradictsItselfIsNoticed() throws {
    let delivered = try Sample.tiny.delivered
    let text = JSONWriter(.pretty).string(delivered.ledger.json)
    let start = try #require(text.firstRange(of: "\"published\": "))
    let digit = text[start.upperBound...].prefix { $0.isNumber || $0 == "." }
    let other = text.replacingCharacters(at: start.upperBound..<digit.endIndex, with: "4321")
    let folder = try delivered.write()
    try folder.write(other, to: "\(delivered.name).ledger.json")
    #expect(try delivered.audit(folder).differences.contains { $0.side == .ledger && $0.kind == .entryWrong })
  }

  @Test func whatIsNotThereIsNamed() throws {
    let delivered = try Sample.tiny.delivered
    let folder = try delivered.write()
    try folder.remove("\(delivered.name).xlsx")
    guard case .noInput(let path, _) = failure(of: { try delivered.audit(folder) }) else { return #expect(Bool(false)) }
    #expect(path.hasSuffix("\(delivered.name).xlsx"))
    try folder.remove("\(delivered.name).ledger.json")
    guard case .noInput = failure(of: { try DeliveredReport.open(folder.path) }) else { return #expect(Bool(false)) }
  }

  @Test(arguments: [
    ("đạt 59,22% (mh)", [("59,22%", 5)], 0), ("đạt 59,22%", [("59,2", 5)], 1), ("giảm -0,13", [("0,13", 7)], 1),
    ("tăng 12.340", [("12", 6)], 1), ("13/16 đơn vị", [("13", 1), ("16", 4)], 0),
    ("16/13 đơn vị", [("13", 1), ("16", 4)], 1),
    ("năm thứ hai", [("hai", 9)], 0), ("năm thứ ba", [("hai", 9)], 1), ("", [("7", 1)], 1), ("nay 7", [("7", 1)], 0),
    ("7 và ½", [("7", 1)], 1), ("7", [("7", 1), ("7", 3)], 1), ("2014–2023", [("2014–2023", 1)], 0),
  ])
  func textsAreCompared(text: String, marks: [(String, Int)], count: Int) {
    let marks = marks.map { TextAudit.Mark(text: $0.0, column: $0.1, figure: FigureID($0.0)) }
    #expect(TextAudit.mismatches(in: text, marks: marks).count == count, "\(text)")
  }
}

extension String {
  fileprivate func replacingCharacters(at range: Range<Index>, with text: String) -> String {
    String(self[..<range.lowerBound]) + text + String(self[range.upperBound...])
  }
}
