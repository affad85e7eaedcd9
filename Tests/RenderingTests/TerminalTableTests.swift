import Language
import Rendering
import Testing
import Values

@Suite struct TerminalTableTests {
  @Test func alignsDecimalsAndExplainsSymbols() throws {
    #expect(
      TerminalTable(language: .vietnamese).string(try SampleGrid.make()) == """
        BẢN MẪU – SỐ MINH HỌA
        Tỷ lệ tập hợp (%)

        Đơn vị                    2013           2014   2015    So sánh (+/-)
        ─────────────────────────────────────────────────────────────────────
        Đơn vị A                 56,30          57,1   59,22 P          +2,92
        Cấp tỉnh, trực thuộc       ...                     -                x
          trong đó: C         1.234,50  hơn 19.200     -0,13             0,00
        ─────────────────────────────────────────────────────────────────────
        Tổng cộng             1.290,80          57,10  59,09 E      -1.231,71

        Tính theo lượt tham gia tổ chức.
        “-” không phát sinh; “...” chưa thu thập được; “x” không áp dụng; ô trống: chưa
        báo cáo.
        E: số ước; P: sơ bộ.

        """)
  }

  @Test func splitsWhatDoesNotFitAndRepeatsLabels() throws {
    let grid = try SampleGrid.make(years: 2013...2023)
    let text = TerminalTable(language: .vietnamese, width: 80).string(grid)
    #expect(text.split(separator: "\n").filter { $0.hasPrefix("Đơn vị   ") }.count == 2)
    #expect(text.split(separator: "\n").filter { $0.hasPrefix("Tổng cộng") }.count == 2)
    for year in 2013...2023 { #expect(text.contains("\(year)")) }
  }

  @Test func wrapsTextBeforeItSplits() {
    let grid = Grid(
      columns: [
        .init(key: "name", heading: "Chỉ tiêu", isLabel: true),
        .init(key: "value", heading: "Số lượng cả kỳ", kind: .number(.plain)),
        .init(key: "note", heading: "Ghi chú"),
      ],
      rows: [
        [
          .text("Buổi tiếp xúc cử tri của Đoàn đại biểu Quốc hội"), .number(ExactDecimal(2731)),
          .text("không cộng với số của hội đồng nhân dân"),
        ]
      ])
    #expect(
      TerminalTable(language: .vietnamese, width: 44).string(grid) == """
                          Số lượng
        Chỉ tiêu             cả kỳ  Ghi chú
        ────────────────────────────────────────────
        Buổi tiếp xúc cử     2.731  không cộng với
          tri của Đoàn              số của hội đồng
          đại biểu Quốc             nhân dân
          hội

        """)
  }

  /// Seven indicators with names of two to eleven words beside each other.
  @Test func wrapsLongHeadings() {
    let names = [
      "Buổi tiếp xúc cử tri của Đoàn đại biểu Quốc hội", "Buổi tiếp xúc cử tri của HĐND các cấp",
      "Nghị quyết HĐND các cấp", "Doanh nghiệp được đối thoại, gặp mặt", "Người dân được đối thoại, gặp mặt",
      "Phong trào thi đua", "Cuộc vận động",
    ]
    let numbers = [2731, 23_396, 7705, 250, 97_233, 20, 7]
    let grid = Grid(
      columns: [.init(key: "period", heading: "Kỳ", isLabel: true)]
        + names.map { .init(key: $0, heading: $0, kind: .number(.plain)) },
      rows: [[.text("2014–2023")] + numbers.map { .number(ExactDecimal($0)) }])
    #expect(
      TerminalTable(language: .vietnamese).string(grid) == """
                      Buổi tiếp xúc cử  Buổi tiếp xúc cử                    Doanh nghiệp
                      tri của Đoàn đại  tri của HĐND các    Nghị quyết   được đối thoại,
        Kỳ               biểu Quốc hội               cấp  HĐND các cấp           gặp mặt
        ────────────────────────────────────────────────────────────────────────────────
        2014–2023                2.731            23.396         7.705               250

        Kỳ         Người dân được đối thoại, gặp mặt  Phong trào thi đua  Cuộc vận động
        ───────────────────────────────────────────────────────────────────────────────
        2014–2023                             97.233                  20              7

        """)
  }

  @Test func neitherCutsNorLosesAnything() throws {
    var generator = SeededGenerator(state: 80)
    let words = ["Giồng", "Riềng", "nghị", "quyết", "統計", "cử\u{A0}tri", "b3a1f0c4d5e6f7a8b9c0d1e2f3a4b5c6"]
    for _ in 0..<60 {
      let width = Int.random(in: 20...100, using: &generator)
      let count = Int.random(in: 1...14, using: &generator)
      var columns: [Grid.Column] = []
      var cells: [GridCell] = []
      var expected: [String] = []
      for index in 0..<count {
        let isText = Int.random(in: 0..<4, using: &generator) == 0
        columns.append(.init(key: "c\(index)", heading: "H\(index)", kind: isText ? .text : .number(.ungrouped)))
        if isText {
          let text = (0..<3).compactMap { _ in words.randomElement(using: &generator) }
          cells.append(.text(text.joined(separator: " ")))
        } else {
          let number = Int.random(in: 100_000..<1_000_000, using: &generator)
          cells.append(.number(ExactDecimal(number)))
          expected.append("\(number)")
        }
      }
      let text = TerminalTable(language: .english, width: width).string(Grid(columns: columns, rows: [cells]))
      for number in expected { #expect(text.contains(number)) }
      for line in text.split(separator: "\n") {
        #expect(DisplayWidth.of(line) <= width)
        #expect(!line.hasSuffix(" "))
      }
    }
  }

  @Test func keepsTextFromFilesHarmless() {
    let grid = Grid(
      columns: [.init(key: "a", heading: "A")], rows: [[.text("x\u{1B}[31my\u{202E}z\u{7}")]])
    #expect(TerminalTable(language: .english).string(grid).contains("x\u{FFFD}[31my\u{FFFD}z\u{FFFD}"))
  }

  @Test func emphasisesOnlyWhenAsked() throws {
    let grid = try SampleGrid.make()
    let plain = TerminalTable(language: .vietnamese).string(grid)
    let colored = TerminalTable(language: .vietnamese, style: TextStyle(isColored: true)).string(grid)
    #expect(!plain.contains("\u{1B}"))
    #expect(colored.contains("\u{1B}[1m"))
    #expect(colored.replacing(/\u{1B}\[\d+m/, with: "") == plain)
  }

  @Test func printsAGridWithoutColumnsOrRows() {
    #expect(TerminalTable(language: .english).string(Grid(columns: [])) == "")
    #expect(
      TerminalTable(language: .english).string(Grid(columns: [.init(key: "a", heading: "Name")])) == "Name\n────\n")
  }

  @Test func roundedZeroIsNoDash() throws {
    let zero = try #require(ExactDecimal("0.00"))
    let grid = Grid(
      columns: [.init(key: "a", heading: "A", kind: .number(.plain))],
      rows: [[.number(zero, unrounded: try Rational(1, over: 1000))]])
    #expect(TerminalTable(language: .english).string(grid) == "   A\n────\n0.00\n")
  }
}

struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  /// SplitMix64.
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
