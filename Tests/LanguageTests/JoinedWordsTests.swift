import Language
import Testing

@Suite struct JoinedWordsTests {
  /// `~` stands for a no-break space.
  @Test(arguments: [
    (
      "Thực hiện Nghị quyết số 25-NQ/TW ngày 03 tháng 6 năm 2013 của",
      "Thực hiện Nghị~quyết~số~25-NQ/TW ngày~03~tháng~6~năm~2013 của"
    ),
    ("theo Công văn số 238-CV/TU ngày 14/10/2011,", "theo Công~văn~số~238-CV/TU ngày~14/10/2011,"),
    ("tại khoản 2 Điều 5 và Điều 6.", "tại khoản~2 Điều~5 và Điều~6."),
    ("đạt 59,22 % so với", "đạt 59,22~% so với"),
    ("hơn 52.000 tỷ đồng và 3,5 nghìn tỷ đồng", "hơn 52.000~tỷ~đồng và 3,5~nghìn~tỷ~đồng"),
    ("tăng 2,92 điểm phần trăm (mh)", "tăng 2,92~điểm~phần~trăm (mh)"),
    ("kỳ 2014 – 2023; quý III năm 2023", "kỳ 2014~–~2023; quý~III năm~2023"),
    ("(Điều 5)", "(Điều~5)"), ("ngày 5 tháng 9", "ngày~5~tháng~9"),
    ("số liệu năm nay, năm 2023", "số liệu năm nay, năm~2023"), ("năm, 5 đơn vị", "năm, 5 đơn vị"),
    ("điểm phần trăm của tỷ đồng", "điểm phần trăm của tỷ đồng"), ("tỷ lệ 5 tháng", "tỷ lệ 5 tháng"),
    ("in 5 September 2023, see Article 5 and Table 02", "in 5~September~2023, see Article~5 and Table~02"),
    ("by 2.92 percentage points", "by 2.92~percentage~points"), ("52,000 billion đồng", "52,000~billion~đồng"),
    ("2023.", "2023."), ("", ""), ("a  b ", "a  b "),
  ])
  func whatBelongsTogetherIsJoined(text: String, joined: String) {
    #expect(JoinedWords.joined(text).replacing("\u{A0}", with: "~") == joined)
  }

  /// Nothing but spaces changes, and only to no-break ones.
  @Test func onlySpacesChange() {
    let words = [
      "số", "25", "Điều", "ngày", "tháng", "năm", "03", "2023,", "–", "tỷ", "đồng", "%", "điểm", "phần", "trăm", "(mh)",
      "Nghị",
      "quyết", "", "quý", "III", "5.", "May",
    ]
    var random = SeededGenerator(state: 7)
    for _ in 0..<2_000 {
      let text = (0..<Int.random(in: 0...12, using: &random)).map { _ in words.randomElement(using: &random) ?? "" }
        .joined(separator: " ")
      let joined = JoinedWords.joined(text)
      #expect(TextWrap.unjoined(joined) == text)
    }
  }
}
