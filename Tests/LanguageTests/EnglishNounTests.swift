import Language
import Testing

@Suite struct EnglishNounTests {
  @Test(arguments: [
    ("meetings", "meeting"), ("persons", "person"), ("enterprises", "enterprise"), ("cases", "case"),
    ("bodies", "body"), ("boxes", "box"), ("branches", "branch"), ("classes", "class"), ("people", "people"),
    ("staff", "staff"), ("progress", "progress"), ("%", "%"), ("", ""),
  ])
  func oneOfMany(plural: String, singular: String) {
    #expect(EnglishNoun.singular(plural) == singular)
  }

  @Test func listsEndWithAnd() {
    #expect(Messages.list(["A", "B", "C"], .vietnamese) == "A, B và C")
    #expect(Messages.list(["A", "B"], .english) == "A and B")
    #expect(Messages.list(["A"], .vietnamese) == "A" && Messages.list([], .english).isEmpty)
  }
}
