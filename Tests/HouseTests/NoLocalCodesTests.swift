import Testing

/// The software is generic: what is peculiar to a province stands in its data package, never in the code.
@Suite struct NoLocalCodesTests {
  @Test func bothPackagesAreThere() {
    #expect(LocalCodes.packages.contains { $0.hasPrefix("datasets/") }, "no data package in datasets/")
    #expect(LocalCodes.packages.contains { $0.hasPrefix("Tests/Packages/") }, "no data package in Tests/Packages/")
  }

  @Test(arguments: LocalCodes.packages)
  func noCodeOrNameOfAPackageStandsInTheSources(package: String) throws {
    let codes = try LocalCodes(package: package)
    #expect(!codes.words.isEmpty && !codes.names.isEmpty, "nothing was read from \(package)")
    let sources = try Repository.sources.get()
    #expect(!sources.isEmpty)
    #expect(sources.flatMap(codes.occurrences) == [])
  }

  @Test(arguments: [
    (#"let unit = "91""#, true), (#"let width = 91; let text = "1991""#, false), ("// as in Rạch Giá", true),
    (#"let heading = "Thành phố Rạch Giá""#, true), (#"let code = "members""#, true), ("let members = 1", false),
  ])
  func plantedCodesAreCaught(text: String, isCaught: Bool) {
    let codes = LocalCodes(words: ["91", "members"], names: ["Rạch Giá"])
    let found = codes.occurrences(in: SwiftSource(path: "Planted.swift", text: text))
    #expect(found.isEmpty != isCaught, "\(found)")
  }

  @Test func keysOfACatalogue() {
    let yaml = """
      catalogue: 1
      dimensions:
        unit: {resource: units}
      measures:   # from the files
        voters: {kind: flow}
      indicators:
        # the first
        "voter-contacts":
          names: {vi: a, en: b}
        rate:
          ratio: [a, b]
      rules:
        - {id: x}
      """
    #expect(LocalCodes.keys(ofSections: ["indicators", "measures"], in: yaml) == ["voters", "voter-contacts", "rate"])
  }
}
