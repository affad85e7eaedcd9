import Language
import Reports
import TestSupport
import Testing
import Values

/// The report of the small province against the figures that its README adds up by hand.
@Suite struct TinyProvinceTests {
  @Test(arguments: [Sample.tiny, .tinyInEnglish])
  func theDocumentIsAsRecorded(sample: Sample) throws {
    let text = DocumentDump(document: try sample.delivery.document).text
    #expect(try Golden("Tests/ReportsTests/Goldens/\(sample.rawValue).document.txt").difference(from: text) == nil)
  }

  @Test(arguments: [Sample.tiny, .tinyInEnglish])
  func theBriefingIsAsRecorded(sample: Sample) throws {
    let text = try sample.delivery.briefing.text
    #expect(try Golden("Tests/ReportsTests/Goldens/\(sample.rawValue).briefing.txt").difference(from: text) == nil)
  }

  /// Table, row and the numbers of the row in order; nil where there is no number.
  private static let byHand: [(String, String, [String?])] = [
    ("01", "2019", ["18", "4.00", "2", "0.22"]), ("01", "2020", ["22", "5.00", "2", "0.23"]),
    ("01", "2021", ["15", "0.60", "2", "0.04"]), ("01", "2022", ["25", "10.40", "3", "0.42"]),
    ("01", "TỔNG CỘNG", ["80", "20.00", "4", "0.25"]),
    ("02", "Đông Mẫu", ["50.00", "55.00", "53.75", "56.47", "6.47"]),
    ("02", "An Mẫu", ["46.15", "47.69", "55.00", "55.38", "9.23"]),
    ("02", "Ea Mẫu", ["36.36", "38.18", "36.36", "35.00", "-1.36"]),
    ("02", "TỔNG CỘNG", ["45.00", "48.00", "48.57", "50.00", "5.00"]),
    ("03", "Hội Ất", ["80", "83", "58", "88", "8"]), ("03", "Hội Giáp", ["100", "109", "112", "122", "22"]),
    ("03", "TỔNG CỘNG", ["180", "192", "170", "210", "30"]),
    ("05", "Đông Mẫu", ["10", "12", "8", "11", "41", "10", "-2"]),
    ("05", "An Mẫu", ["5", "6", "7", "9", "27", "7", nil]), ("05", "Ea Mẫu", ["3", "4", "0", "5", "12", "3", "-3"]),
    ("05", "TỔNG CỘNG", ["18", "22", "15", "25", "80", "20", nil]),
    ("06", "Đông Mẫu", ["1.50", "2.00", "0.10", "3.40", "7.00", "1.75", "1.90"]),
    ("06", "An Mẫu", ["2.25", "1.75", "0.20", "2.50", "6.70", "1.68", "0.25"]),
    ("06", "Ea Mẫu", ["0.25", "1.25", "0.30", "4.50", "6.30", "1.58", "4.25"]),
    ("06", "TỔNG CỘNG", ["4.00", "5.00", "0.60", "10.40", "20.00", "5.00", "6.40"]),
    ("07", "Ea Mẫu", ["0.08", "0.31", nil, "0.90", "0.53"]),
    ("08", "Người tham gia hội", ["180", "192", "170", "210", nil]),
    ("08", "Tỷ lệ tham gia hội", ["45.00", "48.00", "48.57", "50.00", nil]),
    ("08", "Đợt vận động", ["2", "2", "2", "3", "4"]),
  ]

  @Test(arguments: byHand)
  func figuresAreThoseAddedUpByHand(table: String, label: String, numbers: [String?]) throws {
    let table = try #require(try Sample.tiny.delivery.table(table))
    let column = try #require(table.columns.firstIndex { $0.role == .label })
    let row = try #require(table.rows.first { $0.cells[column] == .text(label) }, "\(label)")
    let found = zip(table.columns, row.cells).filter { $0.0.role == .number }.map { _, cell -> String? in
      if case .figure(let figure) = cell { figure.value.description } else { nil }
    }
    #expect(found == numbers)
  }

  @Test func zeroMissingAndNotApplicableStayApart() throws {
    let delivery = try Sample.tiny.delivery
    let meetings = try #require(delivery.table("05")?.rows.first { $0.cells[1] == .text("Ea Mẫu") })
    guard case .figure(let zero) = meetings.cells[4] else {
      Issue.record("no meeting is a zero, not \(meetings.cells[4])")
      return
    }
    #expect(zero.value.isZero)
    let fund = try #require(delivery.table("07")?.rows.first { $0.cells[1] == .text("Ea Mẫu") })
    #expect(fund.cells[4] == .absent(.notApplicable))
    let joined = try #require(delivery.table("08")?.rows.first { $0.cells[1] == .text("Người tham gia hội") })
    #expect(joined.cells.last == .absent(.notApplicable), "a stock has no total over years")
  }

  /// Only the fund is illustrative.
  @Test func onlyWhatIsIllustrativeIsMarked() throws {
    let delivery = try Sample.tiny.delivery
    let catalogue = delivery.dataset.catalogue
    for entry in delivery.ledger.entries {
      guard let indicator = entry.indicator.flatMap({ catalogue.indicator($0) }) else { continue }
      let usesFund = catalogue.measures(of: indicator).contains { $0.name == "fund" }
      #expect(entry.isIllustrative == usesFund, "\(entry.id)")
    }
    for place in delivery.cells {
      let entry = try #require(delivery.entries[place.figure])
      if place.printed.hasSuffix("(mh)") { #expect(entry.isIllustrative, "\(place)") }
    }
    let lines = delivery.briefing.text.split(separator: "\n")
    #expect(lines.count { $0.contains("(mh)") } == 2, "\(delivery.briefing.text)")
    #expect(delivery.document.notices.count == 2)
  }

  @Test func realFiguresRankRealNames() throws {
    let ranking = try #require(try Sample.tiny.delivery.table("04"))
    #expect(ranking.rows.map { $0.cells[1] } == [.text("Đông Mẫu"), .text("An Mẫu"), .text("Ea Mẫu")])
    #expect(ranking.notes.isEmpty)
  }

  @Test func illustrativeFiguresRankLetters() throws {
    let ranking = try #require(try Sample.decade.delivery.table("08"))
    let delivery = try Sample.decade.delivery
    let names = Set(delivery.dataset.units?.versions.flatMap { [$0.names.vietnamese, $0.names.english] } ?? [])
    #expect(ranking.rows.count == 16)
    for (index, row) in ranking.rows.enumerated() {
      let letter = String(UnicodeScalar(UInt8(ascii: "A") + UInt8(index)))
      #expect(row.cells[1] == .text("Đơn vị \(letter)"))
    }
    let texts =
      delivery.document.summary.attention.map(\.text) + [delivery.document.summary.headline.text]
      + ranking.charts.map(\.alternativeText)
    for text in texts {
      for name in names where name.count > 3 {
        #expect(!text.contains(name), "\(name) in \(text)")
      }
    }
  }
}
