import Language

/// Whether texts are names of Vietnamese persons, whatever their column is called.
///
/// Streets and schools are called after persons, and the first syllables of many places are family names, too. So most
/// texts have to begin with one, and only many of the middle names that streets seldom have, Văn and Thị,
/// make it certain.
enum PersonNames {
  enum Likelihood {
    case none, likely, certain
  }

  private static let families: Set<String> = [
    "nguyễn", "trần", "lê", "phạm", "hoàng", "huỳnh", "phan", "vũ", "võ", "đặng", "bùi", "đỗ", "hồ", "ngô", "dương",
    "lý", "đinh", "trịnh", "đoàn", "lâm", "mai", "trương", "đào", "danh", "thạch", "cao", "hà", "tạ", "lương", "lưu",
    "phùng", "châu", "quách", "tô", "thái", "kiều", "tăng", "đàm", "tống", "triệu", "vương",
    // Without marks only those that are hardly anything else.
    "nguyen", "tran", "pham", "hoang", "huynh", "phan", "dang", "bui", "ngo", "duong", "trinh", "truong", "vu", "vo",
  ]
  private static let middles: Set<String> = ["văn", "thị", "van", "thi"]
  /// Enough to judge a column.
  private static let looked = 1000
  private static let fewestLikely = 8
  private static let fewestCertain = 5

  static func likelihood(of texts: [String]) -> Likelihood {
    let sample = texts.prefix(looked).filter { !$0.isEmpty }
    guard sample.count >= fewestCertain else { return .none }
    var names = 0
    var long = 0
    var middle = 0
    for text in sample {
      guard let words = words(of: text) else { continue }
      names += 1
      if words.count > 2 { long += 1 }
      if words.count > 2, middles.contains(words[1]) { middle += 1 }
    }
    guard 5 * names >= 4 * sample.count else { return .none }
    if 20 * middle >= 7 * names { return .certain }
    // Places have two syllables.
    return names >= fewestLikely && 5 * long >= 3 * names ? .likely : .none
  }

  /// The words of a text that has the form of a name: two to five, each with a capital, the first a family name.
  private static func words(of text: String) -> [String]? {
    guard text.utf8.count <= 100 else { return nil }
    let words = VietnameseText.normalised(text).split(separator: " ")
    guard (2...5).contains(words.count), words.allSatisfy({ $0.first?.isUppercase ?? false }),
      words.allSatisfy({ $0.allSatisfy(\.isLetter) })
    else { return nil }
    let lowered = words.map { $0.lowercased() }
    return families.contains(lowered[0]) ? lowered : nil
  }
}
