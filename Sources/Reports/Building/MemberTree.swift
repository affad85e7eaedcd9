/// Members below the members that they belong to, in the order in which they come.
struct MemberTree {
  struct Node {
    let code: String
    let level: Int
    /// `I`, `1`, `a`: its number among those beside it.
    let ordinal: String
    /// The codes right below it.
    let children: [String]
  }

  let nodes: [Node]

  var isNested: Bool { nodes.contains { $0.level > 0 } }

  /// - Parameter ancestors: of a code, the nearest first. Those above every code say nothing, and are left out.
  init(_ codes: [String], ancestors: (String) -> [String]) {
    let paths = codes.map { Array(ancestors($0).reversed()) }
    var common = 0
    while let first = paths.first, common < first.count,
      paths.allSatisfy({ common < $0.count && $0[common] == first[common] })
    {
      common += 1
    }
    var children: [String?: [String]] = [:]
    var known: Set<String> = []
    for (code, path) in zip(codes, paths) {
      var parent: String?
      for step in path.dropFirst(common) + [code] {
        if known.insert(step).inserted { children[parent, default: []].append(step) }
        parent = step
      }
    }
    var nodes: [Node] = []
    let isNested = children.count > 1
    func add(_ codes: [String], level: Int) {
      for (index, code) in codes.enumerated() {
        let below = children[code] ?? []
        nodes.append(
          Node(
            code: code, level: level, ordinal: Self.ordinal(index + 1, level: isNested ? level : 1), children: below))
        add(below, level: level + 1)
      }
    }
    add(children[nil] ?? [], level: 0)
    self.nodes = nodes
  }

  /// I, II; 1, 2; a, b: as office documents number what stands below each other.
  private static func ordinal(_ number: Int, level: Int) -> String {
    switch level {
    case 0: roman(number)
    case 1: "\(number)"
    default: number <= 26 ? String(UnicodeScalar(UInt8(96 + number))) : "\(number)"
    }
  }

  static func roman(_ number: Int) -> String {
    let signs = Array("IVXLCDM")
    var rest = number
    var places: [String] = []
    for place in 0..<3 {
      let (one, five, ten) = (signs[2 * place], signs[2 * place + 1], signs[2 * place + 2])
      let digit = rest % 10
      if digit % 5 == 4 {
        places.append(String([one, digit == 4 ? five : ten]))
      } else {
        places.append((digit > 4 ? String(five) : "") + String(repeating: one, count: digit % 5))
      }
      rest /= 10
    }
    return String(repeating: "M", count: rest) + places.reversed().joined()
  }
}
