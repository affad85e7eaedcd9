/// How a text says that a number is not exact.
public enum NumberBound: String, Sendable, Hashable, CaseIterable {
  case exact
  /// `hơn`, `trên`: the truth is more.
  case moreThan = "more-than"
  /// `gần`, `dưới`: the truth is less.
  case lessThan = "less-than"
  /// `khoảng`: the truth is near.
  case about

  /// As our own sentences say it; nil for an exact number.
  public var words: LocalizedText? {
    switch self {
    case .exact: nil
    case .moreThan: Messages.moreThan
    case .lessThan: Messages.lessThan
    case .about: Messages.about
    }
  }
}

/// The words before a number that make it a bound.
public enum BoundWord {
  private static let words: [(words: [String], bound: NumberBound)] = [
    (["hơn"], .moreThan), (["trên"], .moreThan), (["ít", "nhất"], .moreThan), (["tối", "thiểu"], .moreThan),
    (["more", "than"], .moreThan), (["over"], .moreThan), (["at", "least"], .moreThan), (["above"], .moreThan),
    (["chưa", "đến"], .lessThan), (["gần"], .lessThan), (["dưới"], .lessThan), (["không", "quá"], .lessThan),
    (["tối", "đa"], .lessThan), (["less", "than"], .lessThan), (["fewer", "than"], .lessThan), (["nearly"], .lessThan),
    (["almost"], .lessThan), (["under"], .lessThan), (["below"], .lessThan), (["up", "to"], .lessThan),
    (["khoảng"], .about), (["xấp", "xỉ"], .about), (["ước"], .about), (["about"], .about), (["around"], .about),
    (["approximately"], .about), (["roughly"], .about), (["some"], .about),
  ]
  /// After these `hơn` compares, and bounds nothing: `cao hơn 3,81`.
  private static let comparatives: Set<String> = ["cao", "thấp", "nhiều", "ít", "lớn", "nhỏ", "tốt", "kém", "nhanh"]

  /// The bound that the last of some words say, and how many words say it.
  ///
  /// - Parameter before: words before a number, in lower case, in their order.
  public static func bound(_ before: [String]) -> (bound: NumberBound, words: Int) {
    for entry in words {
      for spelling in [entry.words, entry.words.map { VietnameseText.folded($0) }]
      where before.count >= spelling.count && Array(before.suffix(spelling.count)) == spelling {
        let previous = before.dropLast(spelling.count).last ?? ""
        if entry.words == ["hơn"], comparatives.contains(previous) { return (.exact, 0) }
        return (entry.bound, spelling.count)
      }
    }
    return (.exact, 0)
  }
}
