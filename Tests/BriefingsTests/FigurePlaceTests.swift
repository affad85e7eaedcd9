import Language
import Reports
import Testing

@testable import Briefings

@Suite struct FigurePlaceTests {
  /// A template with the figures that it prints and the words of its text, in order.
  private struct Generated {
    var members: [String: BriefingValue] = [:]
    var template = ""
    var figures: [(id: String, printed: String)] = []
    var words: [String] = []
    let label = "25-NQ/TW"
    private var random: Seeded
    private var isStart = true

    init(seed: UInt64) {
      random = Seeded(seed)
      members["yes"] = .flag(true)
      members["no"] = .flag(false)
      for _ in 0..<Int.random(in: 1...12, using: &random) { addParagraph() }
    }

    private mutating func addParagraph() {
      isStart = true
      let mark = ["", "", "", "= ", "> ", "- "].randomElement(using: &random) ?? ""
      template += mark
      if mark == "- " { words.append("-") }
      for _ in 0..<Int.random(in: 1...20, using: &random) { addPiece() }
      template += "\n"
      if random.isTrue(oneIn: 3) { template += "\n" }
    }

    private mutating func addPiece() {
      if !isStart { template += random.isTrue(oneIn: 5) ? "\n    " : " " }
      isStart = false
      switch Int.random(in: 0..<7, using: &random) {
      case 0:
        template += label
        words.append(label)
      case 1:
        let name = add(figure())
        template += "{{\(name)}}"
      case 2:
        let name = add(.object(["deep-er": .object(["value": figure()])]))
        template += "{{\(name).deep-er.value}}"
      case 3:
        let name = add(.list([.object(["value": figure()]), .object(["value": figure()])]))
        template += "{{#\(name)}}{{value}} {{/\(name)}}"
      case 4:
        let unit = word()
        let name = add(sentence(unit: unit))
        template += "{{#yes}}{{\(name)}}{{/yes}}{{^yes}}{{\(name)}}{{/yes}}"
      case 5:
        let hidden = "f\(members.count)"
        members[hidden] = .figure(FigureID("hidden"), printed: "0")
        template += "{{#no}}{{\(hidden)}}{{/no}}{{#yes}}\(add(word: word())){{/yes}}"
      default: template += add(word: word())
      }
    }

    private mutating func add(_ value: BriefingValue) -> String {
      let name = "n-\(members.count)"
      members[name] = value
      return name
    }

    private mutating func add(word: String) -> String {
      words.append(word)
      return word
    }

    private mutating func figure() -> BriefingValue {
      let number = NumberForm(.vietnamese).string(Int.random(in: 0...2_000_000, using: &random))
      let printed = random.isTrue(oneIn: 4) ? "hơn \(number)" : number
      let id = "figure-\(figures.count)"
      figures.append((id, printed))
      words += printed.split(separator: " ").map(String.init)
      return .figure(FigureID(id), printed: printed)
    }

    private mutating func sentence(unit: String) -> BriefingValue {
      let year = "năm \(Int.random(in: 2013...2023, using: &random)):"
      words += year.split(separator: " ").map(String.init)
      guard case .figure(let id, let printed) = figure() else { return .text("") }
      words.append(unit)
      return .sentence(
        ReportSentence([.text(year + " "), .figure(id, printed: printed), .text("\u{A0}\(unit)")]))
    }

    private mutating func word() -> String {
      ["đạt", "tỷ lệ".replacing(" ", with: ""), "phường", "ủy", "kế", "x", "nghiêng", "(và)"]
        .randomElement(using: &random) ?? "x"
    }
  }

  @Test(arguments: 0..<200)
  func everyFigureIsFoundOnItsLine(seed: Int) throws {
    let generated = Generated(seed: UInt64(seed))
    let width = 20 + seed % 60
    let context = BriefingValue.object(generated.members)
    let briefing = try Samples.write(generated.template, context, labels: [generated.label], width: width)
    let lines = briefing.text.split(separator: "\n", omittingEmptySubsequences: false)

    #expect(briefing.places.map(\.figure.name) == generated.figures.map(\.id))
    #expect(briefing.places.map(\.printed) == generated.figures.map(\.printed))
    #expect(briefing.text.split { $0.isWhitespace }.map(String.init) == generated.words)
    var digits = Array(repeating: 0, count: lines.count)
    for place in briefing.places {
      guard case .line(let line) = place.spot else { continue }
      #expect(lines[line - 1].contains(place.printed), "\(place)")
      digits[line - 1] += Self.digits(place.printed)
    }
    for label in briefing.labels {
      #expect(lines[label.line - 1].contains(label.label), "\(label)")
      digits[label.line - 1] += Self.digits(label.label)
    }
    #expect(digits == lines.map { Self.digits(String($0)) }, "a digit without an origin")
    #expect(lines.allSatisfy { DisplayWidth.of($0) <= width && $0.last != " " })
    #expect(try Samples.write(generated.template, context, labels: [generated.label], width: width) == briefing)
  }

  private static func digits(_ text: String) -> Int { text.count(where: \.isNumber) }

  @Test func aFigureWiderThanALineStandsWhereItBegins() throws {
    let context = BriefingValue.object(["f": .figure(FigureID("f"), printed: "1.234 đơn vị")])
    let briefing = try Samples.write("ab {{f}} cd", context, width: 6)
    #expect(briefing.text == "ab\n1.234\nđơn vị\ncd\n")
    #expect(briefing.places.map(\.spot) == [.line(2)])
    #expect(briefing.places.map(\.printed) == ["1.234 đơn vị"])
  }

  @Test func figuresOfALineThatIsLeftAsItIsHavePlaces() throws {
    let context = BriefingValue.object(["f": .figure(FigureID("f"), printed: "1.234"), "y": .text("2013 2014")])
    let briefing = try Samples.write("x\n|  a    {{f}}   {{f}}\n| {{y}}", context, width: 6)
    #expect(briefing.text == "x\n a    1.234   1.234\n2013 2014\n")
    #expect(briefing.places.map(\.spot) == [.line(2), .line(2)])
    #expect(briefing.labels.map(\.label) == ["2013", "2014"])
  }

  @Test(arguments: [
    ("(30/9/2023),", ["30/9/2023"]), ("2014 – 2023", ["2014", "2023"]), ("“25-NQ/TW”.", ["25-NQ/TW"]),
    ("đạt 59,22%;", ["59,22%"]), ("không có", []), ("- 5°", ["5"]), ("cao\u{A0}2m²!", ["2m²"]), ("", []),
  ])
  func wordsWithDigits(text: String, words: [String]) {
    let characters = Array(text)
    #expect(Digits.words(in: characters).map { String(characters[$0]) } == words)
  }
}
