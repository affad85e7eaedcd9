import Testing

@testable import Reports

@Suite struct MemberTreeTests {
  private let parents = ["x1": "X", "x2": "X", "y1": "Y", "X": "P", "Y": "P", "own": "P", "P": "V"]

  private func tree(_ codes: [String]) -> MemberTree {
    MemberTree(codes) { code in
      var path: [String] = []
      var current = parents[code]
      while let name = current {
        path.append(name)
        current = parents[name]
      }
      return path
    }
  }

  @Test func unitsStandBelowTheirOwn() {
    let nodes = tree(["x1", "y1", "x2", "own"]).nodes
    #expect(nodes.map(\.code) == ["X", "x1", "x2", "Y", "y1", "own"])
    #expect(nodes.map(\.level) == [0, 1, 1, 0, 1, 0])
    #expect(nodes.map(\.ordinal) == ["I", "1", "2", "II", "1", "III"])
    #expect(nodes.map(\.children) == [["x1", "x2"], [], [], ["y1"], [], []])
  }

  @Test(arguments: [["x1", "x2"], ["X", "Y", "own"], ["P"], []])
  func oneUnitAboveAllSaysNothing(_ codes: [String]) {
    let tree = tree(codes)
    #expect(!tree.isNested)
    #expect(tree.nodes.map(\.code) == codes)
    #expect(tree.nodes.map(\.ordinal) == codes.indices.map { "\($0 + 1)" })
  }

  @Test(arguments: [(1, "I"), (4, "IV"), (9, "IX"), (14, "XIV"), (40, "XL"), (1_994, "MCMXCIV")])
  func roman(_ number: Int, _ text: String) { #expect(MemberTree.roman(number) == text) }
}
