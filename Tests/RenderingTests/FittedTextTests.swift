import Rendering
import Testing

@Suite struct FittedTextTests {
  @Test(
    arguments: [
      ("  Formula:   a / b\n", nil, "  Formula:   a / b\n"), ("  Formula:   a / b", 18, "  Formula:   a / b"),
      ("  Formula:   aa bb cc", 18, "  Formula:   aa bb\n             cc"),
      ("  SHA:  0123456789\n  x", 12, "  SHA:\n  0123456789\n  x"),
      ("  SHA:  0123456789", 14, "  SHA:\n    0123456789"),
      ("one two\n\nthree", 5, "one\ntwo\n\nthree"), ("    one two", 8, "    one\n    two"),
      ("  SHA:  0123456789", 8, "  SHA:\n01234567\n89"),
    ] as [(String, Int?, String)])
  func whatIsWiderGoesOnUnderItsBeginning(text: String, width: Int?, fitted: String) {
    #expect(FittedText.string(text, width: width) == fitted)
  }
}
