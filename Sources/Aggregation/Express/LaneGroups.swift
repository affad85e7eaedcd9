/// Numbers the combinations of codes that rows have, in order of first appearance: in a dense cube where all possible
/// ones are few, in a hash table where they are not.
struct LaneGroups {
  private(set) var count = 0
  /// The codes of each group, one dimension behind the other.
  private(set) var codes: [Int32] = []
  let dimensions: Int
  private var capacities: [Int]
  private(set) var strides: [Int] = []
  /// By the place in the cube, or by slot; -1 for none.
  private(set) var numbers: [Int32] = []
  /// With a hash table: the place in the cube of each slot's group.
  private var places: [Int] = []
  private(set) var isDense = true

  private static let mostDense = 1 << 20
  private static let mostPlaces = 1 << 60

  init(dimensions: Int) {
    self.dimensions = dimensions
    capacities = Array(repeating: 4, count: dimensions)
    _ = rebuild()
  }

  /// Makes room for codes below some bounds.
  ///
  /// - Returns: false where there would be too many combinations.
  mutating func reserve(_ bounds: [Int]) -> Bool {
    guard zip(bounds, capacities).contains(where: { $0 > $1 }) else { return true }
    for (index, bound) in bounds.enumerated() where bound > capacities[index] {
      // Exactly as many to begin with: a column of fifteen texts shall not make the cube larger than they need.
      capacities[index] = max(bound, capacities[index] * 3 / 2)
    }
    return rebuild()
  }

  /// The groups of rows whose codes in some dimensions are looked up in a map by their codes in a column; in the others
  /// they are 0.
  mutating func number(
    _ columns: [(dimension: Int, codes: [Int32], map: [Int32])], rows: Int, into groups: inout [Int32],
    _ scratch: inout [Int]
  ) {
    if scratch.count < rows { scratch = Array(repeating: 0, count: rows) }
    if groups.count < rows { groups = Array(repeating: 0, count: rows) }
    for row in 0..<rows { scratch[row] = 0 }
    for column in columns {
      let stride = strides[column.dimension]
      for row in 0..<rows { scratch[row] &+= Int(column.map[Int(column.codes[row])]) &* stride }
    }
    if isDense {
      for row in 0..<rows {
        let known = numbers[scratch[row]]
        groups[row] = known >= 0 ? known : insert(scratch[row], at: scratch[row])
      }
    } else {
      for row in 0..<rows { groups[row] = look(up: scratch[row]) }
    }
  }

  private mutating func look(up place: Int) -> Int32 {
    var slot = Self.hash(place) & (numbers.count - 1)
    while numbers[slot] >= 0 {
      if places[slot] == place { return numbers[slot] }
      slot = (slot + 1) & (numbers.count - 1)
    }
    let number = insert(place, at: slot)
    places[slot] = place
    if count * 2 > numbers.count { _ = rebuild() }
    return number
  }

  private mutating func insert(_ place: Int, at slot: Int) -> Int32 {
    let number = Int32(truncatingIfNeeded: count)
    numbers[slot] = number
    count += 1
    for index in 0..<dimensions {
      codes.append(Int32(truncatingIfNeeded: place / strides[index] % capacities[index]))
    }
    return number
  }

  private mutating func rebuild() -> Bool {
    var size = 1
    strides = []
    for capacity in capacities {
      strides.append(size)
      let (product, overflow) = size.multipliedReportingOverflow(by: capacity)
      guard !overflow, product < Self.mostPlaces, count < Int(Int32.max) / 4 else { return false }
      size = product
    }
    isDense = size <= Self.mostDense
    var slots = 64
    while slots < count * 4 { slots *= 2 }
    numbers = Array(repeating: -1, count: isDense ? size : slots)
    places = Array(repeating: 0, count: isDense ? 0 : slots)
    for group in 0..<count {
      var place = 0
      for index in 0..<dimensions { place += Int(codes[group * dimensions + index]) * strides[index] }
      guard !isDense else {
        numbers[place] = Int32(group)
        continue
      }
      var slot = Self.hash(place) & (slots - 1)
      while numbers[slot] >= 0 { slot = (slot + 1) & (slots - 1) }
      numbers[slot] = Int32(group)
      places[slot] = place
    }
    return true
  }

  private static func hash(_ place: Int) -> Int {
    let product = UInt64(truncatingIfNeeded: place).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    return Int(truncatingIfNeeded: product.high ^ product.low)
  }
}
