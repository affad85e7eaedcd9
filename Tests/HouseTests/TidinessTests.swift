import Testing

@Suite struct TidinessTests {
  /// More than this, and a file holds a second idea.
  static let longest = 400

  @Test func filesStayShort() throws {
    let (sources, tests) = (try Repository.sources.get(), try Repository.tests.get())
    #expect(!sources.isEmpty && !tests.isEmpty)
    #expect((sources + tests).filter { $0.lineCount > Self.longest }.map { "\($0.path): \($0.lineCount)" } == [])
  }

  @Test(arguments: ["fatalError(", "try!", "as!"])
  func nothingStopsTheProcess(word: String) throws {
    let places = try Repository.sources.get().flatMap { source in
      source.lines(holding: word).map { "\(source.path):\($0)" }
    }
    #expect(places == [], "\(word) in the sources: throw a Failure instead")
  }
}
