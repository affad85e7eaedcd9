/// Which cells a question is about.
struct CellScope {
  /// Nil for all units.
  let units: Set<String>?
  /// The units above all of these, by which the question names them.
  let roots: [String]
  /// For each declared dimension the members that count; nil for all of them, and none where no dimension is narrowed.
  let members: [[String]?]

  static let all = CellScope(units: nil, roots: [], members: [])

  func holds(_ own: [String?]) -> Bool {
    for (member, wanted) in zip(own, members) {
      guard let wanted else { continue }
      guard let member, wanted.contains(member) else { return false }
    }
    return true
  }
}
