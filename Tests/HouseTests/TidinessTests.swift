import Testing

@Suite struct TidinessTests {
  /// More than this, and a file holds a second idea.
  static let longest = 400

  @Test(arguments: ["Sources", "Tests"])
  func filesStayShort(folder: String) throws {
    let sources = try Repository.sources(in: folder)
    #expect(!sources.isEmpty)
    #expect(sources.filter { $0.lineCount > Self.longest }.map { "\($0.path): \($0.lineCount)" } == [])
  }

  @Test(arguments: ["fatalError(", "preconditionFailure(", "try!", "as!"])
  func nothingStopsTheProcess(word: String) throws {
    let places = try Repository.sources(in: "Sources").flatMap { source in
      source.lines(holding: word).map { "\(source.path):\($0)" }
    }
    #expect(places == [], "\(word) in the sources: throw a Failure instead")
  }
}
