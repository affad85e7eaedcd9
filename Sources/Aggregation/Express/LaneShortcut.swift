import CSVCore
import Datasets

/// The way from the fields of a row to its group without the codes in between, for the rows whose texts and whose group
/// are known already: after the first thousands, nearly all.
struct LaneShortcut {
  private var weights: FieldWeights?
  /// The strides that the weights were made of.
  private var strides: [Int] = []
  /// How many texts of each dimension have been told.
  private var told: [Int] = []
  /// How the texts of each dimension are looked up.
  private var forms: [FieldWeights.Form] = []
  /// What more texts make too little of a shortcut.
  private static let mostTexts = 1 << 14

  /// Whether nothing of a row but its group is asked of the texts of its columns.
  static func isPossible(_ plan: LanePlan) -> Bool {
    guard !plan.keepsLines, plan.flags == nil, plan.cutOff == nil else { return false }
    let columns = Set([plan.period] + [plan.unit].compactMap { $0 } + plan.members)
    return columns.count == plan.texts.count
      && plan.totals.allSatisfy { total in
        if case .texts = total.source { return false }
        return !total.isConditional
      }
  }

  /// Tells what has been learnt since the last time.
  mutating func learn(_ places: LanePlaces, _ texts: [LaneTexts], _ groups: LaneGroups, _ file: ExpressFile) {
    let maps = places.maps
    guard groups.isDense, !places.hasDated, maps.allSatisfy({ $0.map.count <= Self.mostTexts }) else {
      weights = nil
      return
    }
    if forms.isEmpty { forms = maps.map { texts[$0.texts].hasDays ? .days : .words } }
    if weights == nil || strides != groups.strides {
      strides = groups.strides
      told = maps.map { _ in 0 }
      weights = FieldWeights(
        maps.indices.map { (file.columns[maps[$0].texts], forms[$0], room: maps[$0].map.count * 2) })
    }
    for (index, map) in maps.enumerated() where told[index] < map.map.count {
      let keys = texts[map.texts].keys
      if forms[index] == .keys { weights?.use(keys, in: index) }
      for code in told[index]..<map.map.count {
        let (text, weight) = (keys.bytes(of: code), Int(map.map[code]) * strides[map.dimension])
        guard weights?.set(text, weight: Int32(truncatingIfNeeded: weight), in: index) ?? false else {
          // Told all anew the next time, with more room, or in another form.
          if !forms[index].holds(text) { forms[index] = .keys }
          weights = nil
          return
        }
      }
      told[index] = map.map.count
    }
  }

  /// The groups of the first rows.
  ///
  /// - Returns: how many of them have been found.
  func groups(_ rows: CSVRows, _ groups: LaneGroups, into found: inout [Int32]) -> Int {
    guard let weights else { return 0 }
    if found.count < rows.count { found = Array(repeating: 0, count: rows.count) }
    return weights.look(up: groups.numbers, of: rows, into: &found)
  }
}
