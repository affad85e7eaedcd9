import Reports
import Testing

@Suite struct LineChecksTests {
  /// `printf abc | sha256sum` begins with ba7816 (FIPS 180-4, example 1), that of nothing with e3b0c4.
  @Test func theChecksAreTheBeginningsOfSHA256() throws {
    let checks = try #require(LineChecks(of: Array("abc\n\nabc".utf8)))
    #expect(checks.values == [0xBA7816, 0xE3B0C4, 0xBA7816])
    #expect(checks.base64 == "ungW47DEungW" && checks.count == 3)
    #expect(LineChecks(base64: checks.base64) == checks)
  }

  @Test(arguments: ["a\nb\n", "a\r\nb\r\n", "a\rb\r", "a\nb", "\u{FEFF}a\nb\n", "a\r\nb"])
  func endsOfLinesDoNotCount(text: String) {
    #expect(LineChecks(of: Array(text.utf8)) == LineChecks(of: Array("a\nb\n".utf8)))
  }

  @Test(arguments: [("", 0), ("\n", 1), ("\n\n", 2), ("\r\r\n", 2), ("a", 1), ("a\n\nb\n", 3)])
  func linesAreCountedAsScansCountThem(text: String, count: Int) {
    #expect(LineChecks(of: Array(text.utf8))?.count == count)
  }

  @Test func filesThatAreNoPlainTextHaveNone() {
    #expect(LineChecks(of: [0x1F, 0x8B, 0x08, 0x0A]) == nil)
    #expect(LineChecks(of: [0xFF, 0xFE, 0x61, 0x00, 0x0A, 0x00]) == nil)
    let most = [UInt8](repeating: 0x0A, count: LineChecks.mostLines)
    #expect(LineChecks(of: most)?.count == LineChecks.mostLines)
    #expect(LineChecks(of: most + [0x61]) == nil && LineChecks(of: most + [0x0A]) == nil)
  }

  @Test(arguments: ["ungW4", "ung=", "ung", "u#gW", "ungW47DE ungW"])
  func whatIsNoListOfChecksIsRefused(text: String) { #expect(LineChecks(base64: text) == nil) }
}
