import Findings
import Language
import TestSupport
import Testing
import Values

@testable import WorkbookReader

/// Each trick that a file can play is refused by name, and nothing crashes.
@Suite struct HostileTests {
  private static let plain = BookSketch("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>")
  private static let sheet = "xl/worksheets/sheet1.xml"

  private static func sheet(_ xml: String) -> WorkbookReadError? {
    BookSketch.error(plain.with(sheet, xml))
  }

  @Test(arguments: [
    ("../evil.xml"), ("/xl/evil.xml"), ("xl\\evil.xml"), ("xl//evil.xml"), ("xl/./evil.xml"), ("C:evil.xml"),
    ("xl/../../evil"),
    ("xl/e\u{1}vil"), (String(repeating: "x", count: 600)),
  ])
  func namesThatLeadOutAreRefused(name: String) {
    var sketch = Self.plain
    sketch.extra = [.init(name, "x")]
    guard case .unsafeName = BookSketch.error(sketch.bytes) else { return #expect(Bool(false), "\(name)") }
  }

  @Test func targetsThatLeadOutAreRefused() {
    let bytes = Self.plain.with(
      "xl/_rels/workbook.xml.rels", BookSketch.relations([("rId1", "worksheet", "../../etc/passwd")]))
    #expect(BookSketch.error(bytes) == .unsafeName("../../etc/passwd"))
  }

  @Test func aPartThatStandsTwiceIsRefused() {
    var sketch = Self.plain
    sketch.extra = [.init("xl/Worksheets/SHEET1.xml", "<worksheet/>")]
    #expect(BookSketch.error(sketch.bytes) == .partTwice("xl/Worksheets/SHEET1.xml"))
  }

  @Test func aMissingPartIsNamed() {
    let bytes = ZipWriter(Self.plain.parts.filter { $0.name != Self.sheet }).bytes
    #expect(BookSketch.error(bytes) == .partMissing(Self.sheet))
    #expect(BookSketch.error(ZipWriter([.init("a.txt", "a")]).bytes) == .partMissing("_rels/.rels"))
  }

  @Test func aBombIsStoppedWhileItGrows() {
    var zip = ZipWriter(Self.plain.parts)
    let index = zip.parts.firstIndex { $0.name == Self.sheet } ?? 0
    zip.parts[index].content =
      Array("<worksheet xmlns=\"\(BookSketch.space)\">".utf8)
      + Array(String(repeating: "<row/>", count: 2 << 20).utf8)
    #expect(BookSketch.error(zip.bytes) == .bomb(part: Self.sheet))
    // The header's claim decides nothing.
    zip.parts[index].claimedSize = 100
    #expect(BookSketch.error(zip.bytes) == .damaged(part: Self.sheet))
  }

  @Test func sizesAreLimitedForOnePartAndForAll() {
    var limits = WorkbookLimits()
    limits.part = 100
    #expect(BookSketch.error(Self.plain.bytes, limits: limits) == .tooLarge(part: "_rels/.rels"))
    limits = WorkbookLimits()
    limits.total = 1_000
    guard case .tooLarge = BookSketch.error(Self.plain.bytes, limits: limits) else { return #expect(Bool(false)) }
    limits = WorkbookLimits()
    limits.file = 10
    #expect(BookSketch.error(Self.plain.bytes, limits: limits) == .fileTooLarge(bytes: Self.plain.bytes.count))
    limits = WorkbookLimits()
    limits.parts = 3
    #expect(BookSketch.error(Self.plain.bytes, limits: limits) == .tooManyParts(7))
  }

  @Test func countsAreLimited() {
    var limits = WorkbookLimits()
    limits.strings = 1
    #expect(BookSketch.error(Self.plain.bytes, limits: limits) == .tooMany(part: "xl/workbook.xml", limit: 1))
    limits = WorkbookLimits()
    limits.cells = 0
    #expect(BookSketch.error(Self.plain.bytes, limits: limits) == .tooMany(part: Self.sheet, limit: 0))
    limits = WorkbookLimits()
    limits.sheets = 0
    #expect(BookSketch.error(Self.plain.bytes, limits: limits) == .tooMany(part: "xl/workbook.xml", limit: 0))
  }

  /// "Billion laughs": no entity is ever declared, for no document type is taken.
  @Test func entitiesAreRefused() {
    let laughs = (1...9).map { "<!ENTITY l\($0) \"\(String(repeating: "&l\($0 - 1);", count: 10))\">" }.joined()
    let xml = "<?xml version=\"1.0\"?>\n<!DOCTYPE w [<!ENTITY l0 \"ha\">\(laughs)]><worksheet>&l9;</worksheet>"
    #expect(Self.sheet(xml) == .doctype(part: Self.sheet, line: 2))
    #expect(Self.sheet("<!DOCTYPE w SYSTEM \"file:///etc/passwd\"><worksheet/>") == .doctype(part: Self.sheet, line: 1))
    guard case .notXML = Self.sheet("<worksheet>&other;</worksheet>") else { return #expect(Bool(false)) }
  }

  @Test func deepNestingIsRefused() {
    let xml = String(repeating: "<a>", count: 100_000)
    #expect(Self.sheet(xml) == .tooDeep(part: Self.sheet, line: 1))
  }

  @Test(.timeLimit(.minutes(1))) func aTagWithoutEndIsNotReadForEver() {
    var random = SeededGenerator(seed: 5)
    let noise = String(
      (0..<(6 << 20)).map { _ in Character(Unicode.Scalar(UInt8.random(in: 97...122, using: &random))) })
    #expect(Self.sheet("<worksheet a=\"" + noise) == .tokenTooLong(part: Self.sheet, line: 1))
    #expect(Self.sheet("<worksheet>" + noise) == .tokenTooLong(part: Self.sheet, line: 1))
    #expect(Self.sheet("<worksheet><!--" + noise) == .tokenTooLong(part: Self.sheet, line: 1))
  }

  @Test(arguments: [
    "<row r=\"1048577\"/>", "<row r=\"0\"/>", "<row r=\"-1\"/>", "<row r=\"99999999999999999999\"/>",
    "<row r=\"1\"><c r=\"XFE1\"/></row>",
    "<row r=\"1\"><c r=\"A2\"/></row>", "<row r=\"1\"><c r=\"1A\"/></row>", "<row r=\"1\"><c r=\"\"/></row>",
    "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>2</v></c></row>",
    "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>-1</v></c></row>", "<row r=\"1\"><c r=\"A1\"><v>1,5</v></c></row>",
    "<row r=\"1\"><c r=\"A1\" t=\"b\"><v>2</v></c></row>",
    "<row r=\"1\"><c r=\"A1\" t=\"q\"><v>2</v></c></row>", "<row r=\"1\"><c r=\"XFD1\"/><c/></row>",
    "<row r=\"1048576\"/><row><c/></row>",
  ])
  func absurdCellsAreRefused(rows: String) {
    guard case .wrongValue = BookSketch.error(BookSketch(rows).bytes) else { return #expect(Bool(false), "\(rows)") }
  }

  @Test(arguments: [
    "<row r=\"2\"/><row r=\"1\"/>", "<row r=\"1\"/><row r=\"1\"/>", "<row r=\"1\"><c r=\"A1\"/><c r=\"A1\"/></row>",
    "<row r=\"1\"><c r=\"B1\"/><c r=\"A1\"/></row>",
  ])
  func cellsThatStandTwiceAreRefused(rows: String) {
    guard case .outOfOrder = BookSketch.error(BookSketch(rows).bytes) else { return #expect(Bool(false), "\(rows)") }
  }

  @Test func wrongChecksumsAndEncryptionAreNoticed() {
    var zip = ZipWriter(Self.plain.parts)
    let index = zip.parts.firstIndex { $0.name == Self.sheet } ?? 0
    zip.parts[index].claimedChecksum = 1
    #expect(BookSketch.error(zip.bytes) == .damaged(part: Self.sheet))
    zip.parts[index].claimedChecksum = nil
    zip.parts[index].flags = 1
    #expect(BookSketch.error(zip.bytes) == .encrypted(part: Self.sheet))
  }

  @Test func whatIsNoWorkbookIsRefused() throws {
    #expect(BookSketch.error([]) == .notAnArchive)
    #expect(BookSketch.error(Array("unit,year\n".utf8)) == .notAnArchive)
    let folder = try ScratchFolder()
    #expect(throws: WorkbookReadError.unreadable) { try WorkbookFile.read(folder.path(of: "none.xlsx")) }
    #expect(throws: WorkbookReadError.unreadable) { try WorkbookFile.read(folder.path) }
    #expect(throws: WorkbookReadError.unreadable) { try WorkbookFile.read("/dev/zero") }
  }

  @Test func everyCutIsNoticed() {
    let bytes = Self.plain.bytes
    for length in bytes.indices where length % 7 == 0 || length > bytes.count - 100 {
      #expect(BookSketch.error(Array(bytes[..<length])) != nil, "\(length)")
    }
  }

  /// Bytes of the archive: whatever is read afterwards is what was written, or there is an error.
  @Test func spoiltBytesNeverCrash() throws {
    let whole = try Self.plain.read().sheets[0].cells
    var random = SeededGenerator(seed: 11)
    let bytes = Self.plain.bytes
    var refused = 0
    for _ in 0..<1_500 {
      var spoilt = bytes
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        spoilt[Int.random(in: 0..<spoilt.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
      }
      do {
        let cells = try BookSketch.read(spoilt).sheets.first?.cells
        // A spoilt number of a style, a time or a remark says nothing about the cells.
        #expect(cells?.map(\.value) == whole.map(\.value))
      } catch { refused += 1 }
    }
    #expect(refused > 1_000)
  }

  /// Bytes of the XML within a sound archive.
  @Test func spoiltTextNeverCrashes() throws {
    var random = SeededGenerator(seed: 12)
    let parts = Self.plain.parts
    var refused = 0
    for _ in 0..<1_500 {
      var zip = ZipWriter(parts)
      let part = Int.random(in: 0..<parts.count, using: &random)
      for _ in 0..<Int.random(in: 1...6, using: &random) where !zip.parts[part].content.isEmpty {
        let place = Int.random(in: 0..<zip.parts[part].content.count, using: &random)
        switch Int.random(in: 0...2, using: &random) {
        case 0: zip.parts[part].content[place] = UInt8.random(in: 0...255, using: &random)
        case 1: zip.parts[part].content.remove(at: place)
        default: zip.parts[part].content.insert(contentsOf: Array("<c r=\"".utf8), at: place)
        }
      }
      if BookSketch.error(zip.bytes) != nil { refused += 1 }
    }
    #expect(refused > 400)
  }

  @Test func everyErrorIsSaidInBothLanguages() {
    let errors: [WorkbookReadError] = [
      .unreadable, .fileTooLarge(bytes: 7), .notAnArchive, .tooManyParts(7), .unsafeName("a7"), .partTwice("a7"),
      .partMissing("a7"), .encrypted(part: "a7"), .damaged(part: "a7"), .tooLarge(part: "a7"), .bomb(part: "a7"),
      .notXML(part: "a7", line: 7, column: 7, reason: "r"), .doctype(part: "a7", line: 7),
      .tooDeep(part: "a7", line: 7),
      .tokenTooLong(part: "a7", line: 7), .tooMany(part: "a7", limit: 7), .wrongValue(part: "a7", line: 7, text: "t"),
      .outOfOrder(part: "a7", line: 7, cell: "A7"), .outOfMemory,
    ]
    for error in errors {
      let reason = error.reason
      #expect(!reason.vietnamese.isEmpty && !reason.english.isEmpty && reason.vietnamese != reason.english)
      if case .noInput("x.xlsx", reason) = error.failure(path: "x.xlsx") { continue }
      Issue.record("\(error)")
    }
    #expect(Set(errors.map(\.reason)).count == errors.count)
  }
}
