import Language
import Reports
import TestSupport
import Testing
import Values

@Suite struct LedgerTests {
  @Test(arguments: Sample.allCases)
  func everyPlaceHasAnEntry(sample: Sample) throws {
    let delivery = try sample.delivery
    let names = Set(delivery.ledger.entries.map(\.id))
    let strangers = delivery.places.filter { !names.contains($0.figure) }.map(\.figure.name)
    #expect(strangers == [])
    #expect(delivery.cells.count > 100 && delivery.briefing.places.count > 5)
  }

  @Test(arguments: Sample.allCases)
  func everyInputIsAnEntry(sample: Sample) throws {
    let delivery = try sample.delivery
    let names = Set(delivery.ledger.entries.map(\.id))
    for entry in delivery.ledger.entries {
      guard case .derived(let inputs) = entry.origin else { continue }
      #expect(!inputs.isEmpty, "\(entry.id)")
      for input in inputs { #expect(names.contains(input), "\(input) of \(entry.id)") }
    }
  }

  @Test(arguments: Sample.allCases)
  func publishedIsTheValueRounded(sample: Sample) throws {
    for entry in try sample.delivery.ledger.entries {
      #expect(try entry.value.rounded(to: entry.published.scale) == entry.published, "\(entry.id)")
    }
  }

  @Test(arguments: Sample.allCases)
  func everyValueFollowsFromItsInputs(sample: Sample) throws {
    let delivery = try sample.delivery
    let recomputation = Recomputation(entries: delivery.entries, catalogue: delivery.dataset.catalogue)
    var count = 0
    for entry in delivery.ledger.entries where !entry.formula.hasPrefix("count of targets ") {
      guard let value = try recomputation.value(of: entry) else { continue }
      #expect(value == entry.value, "\(entry.id) = \(entry.formula)")
      count += 1
    }
    #expect(count > 50)
  }

  @Test(arguments: Sample.allCases)
  func anEntryIsIllustrativeWhenAnInputIs(sample: Sample) throws {
    let delivery = try sample.delivery
    for entry in delivery.ledger.entries {
      switch entry.origin {
      case .observation(let inputs):
        #expect(entry.isIllustrative == inputs.contains { $0.isIllustrative }, "\(entry.id)")
      case .derived(let inputs):
        let expected = inputs.contains { delivery.entries[$0]?.isIllustrative ?? false }
        #expect(entry.isIllustrative == expected, "\(entry.id)")
      case .quoted: continue
      }
    }
  }

  @Test(arguments: Sample.allCases)
  func everyDigitOfTheBriefingIsAFigureOrALabel(sample: Sample) throws {
    let delivery = try sample.delivery
    let lines = delivery.briefing.text.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      var rest = String(line)
      var known = delivery.briefing.labels.filter { $0.line == index + 1 }.map(\.label)
      for place in delivery.briefing.places where place.spot == .line(index + 1) {
        #expect(place.file.hasSuffix(".txt"))
        known.append(place.printed)
      }
      for text in known.sorted(by: { $0.count > $1.count }) {
        guard let range = rest.firstRange(of: text) else {
          Issue.record("'\(text)' is not in line \(index + 1): \(line)")
          continue
        }
        rest.replaceSubrange(range, with: " ")
      }
      #expect(!rest.contains { $0.isNumber }, "line \(index + 1): \(rest)")
    }
  }

  /// Read back from the file, every number of the workbook is in the ledger, and every place holds its number.
  @Test(arguments: Sample.allCases)
  func everyNumberOfTheWorkbookIsInTheLedger(sample: Sample) throws {
    let delivery = try sample.delivery
    var named: [String: FigureID] = [:]
    for place in delivery.cells {
      guard case .cell(let sheet, let reference) = place.spot else { continue }
      let cell = try #require(delivery.sheets.cell(sheet, reference), "\(place)")
      // A sentence has its figures in one text.
      if let text = cell.text {
        #expect(text.contains(place.printed), "\(place)")
      } else {
        named["\(sheet)!\(reference)"] = place.figure
      }
    }
    var count = 0
    for sheet in delivery.sheets.sheetNames {
      for (reference, cell) in delivery.sheets.cells[sheet] ?? [:] {
        guard let number = cell.number else { continue }
        let id = try #require(named["\(sheet)!\(reference)"], "\(sheet)!\(reference) = \(number)")
        #expect(number == delivery.entries[id]?.published.approximation, "\(sheet)!\(reference) \(id)")
        count += 1
      }
    }
    #expect(count == named.count && count > 100)
  }

  @Test(arguments: Sample.allCases)
  func printedPlacesSayThePublishedNumber(sample: Sample) throws {
    let delivery = try sample.delivery
    let ordinals = (2...10).flatMap { [Messages.ordinal($0).vietnamese, Messages.ordinal($0).english] }
    for place in delivery.places {
      let entry = try #require(delivery.entries[place.figure])
      if ordinals.contains(place.printed) { continue }
      let point: Character = delivery.document.language == .vietnamese ? "," : "."
      let mark = Messages.illustrativeMark[delivery.document.language]
      let number = place.printed.replacing(mark, with: "").filter { $0.isNumber || $0 == point }.map {
        $0 == point ? "." : $0
      }
      // A cell prints zero as "-".
      let printed = number.isEmpty && place.printed.contains("-") ? .zero : ExactDecimal(String(number))
      #expect(printed == entry.published.magnitude, "\(place)")
    }
  }

  @Test func theLedgerOfTheTinyProvinceIsAsRecorded() throws {
    let text = JSONWriter(.pretty).string(try Sample.tiny.delivery.ledger.json) + "\n"
    #expect(try Golden("Tests/ReportsTests/Goldens/tiny.ledger.json").difference(from: text) == nil)
    #expect(!text.contains(Repository.path(of: "")), "a path of this machine")
  }

  @Test func twoRunsGiveTheSameBytes() throws {
    let package = Repository.path(of: "Tests/Packages/tiny-province")
    let first = try Sample.tiny.delivery
    let second = try Delivery(report: "\(package)/reports/review", package: package)
    #expect(JSONWriter(.pretty).string(first.ledger.json) == JSONWriter(.pretty).string(second.ledger.json))
    #expect(first.workbook == second.workbook)
    #expect(first.briefing == second.briefing)
  }

  @Test func entriesThatStandNowhereAreLeftOut() throws {
    let delivery = try Sample.tiny.delivery
    let empty = Ledger(
      report: "r", package: "p", language: "vi", period: delivery.ledger.period, engine: "e",
      files: delivery.ledger.files, entries: delivery.entries, places: [], labels: [])
    #expect(empty.entries.isEmpty && empty.files.isEmpty)
    let change = try #require(delivery.cells.first { $0.figure.name.hasSuffix("#change") })
    let one = Ledger(
      report: "r", package: "p", language: "vi", period: delivery.ledger.period, engine: "e",
      files: delivery.ledger.files, entries: delivery.entries, places: [change], labels: [])
    #expect(one.entries.count == 3)
  }
}
