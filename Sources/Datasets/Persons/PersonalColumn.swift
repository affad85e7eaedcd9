import Language

/// What a column holds about persons, as its name says: this package works with figures, and a file with names or
/// identity numbers in it is sent back unread.
enum PersonalColumn: Hashable {
  case name, identity, birthDate
  /// Nothing but "name" or "year of birth": harmless in a list of units, and about persons everywhere else.
  case bareName, birthYear
  /// Never asked for, in any form.
  case religion, ethnicity

  /// Runs of words, without diacritics.
  private static let phrases: [(PersonalColumn, [String])] = [
    (
      .name,
      [
        "ho ten", "hoten", "ho va ten", "hovaten", "ho dem", "ten hoi vien", "ten doan vien", "ten dang vien",
        "ten cong dan", "ten cu tri", "ten nguoi", "ten ca nhan", "ten can bo", "full name", "fullname", "first name",
        "last name", "surname", "given name",
        "family name", "member name", "person name", "citizen name",
      ]
    ),
    (
      .identity,
      [
        "cccd", "cmnd", "cmtnd", "so dinh danh", "sodinhdanh", "ma dinh danh ca nhan", "dinh danh ca nhan", "can cuoc",
        "cancuoc", "chung minh nhan dan", "chung minh thu", "ho chieu", "national id", "identity number", "identity no",
        "identity card", "id card", "id number", "citizen id", "passport", "social security",
      ]
    ),
    (
      .birthDate,
      [
        "ngay sinh", "ngaysinh", "ngay thang nam sinh", "sinh ngay", "birth date", "birthdate", "birthday", "birth day",
        "date of birth", "dob",
      ]
    ),
    (.religion, ["ton giao", "tongiao", "tin nguong", "religion", "religious"]),
    (.ethnicity, ["dan toc", "dantoc", "ethnicity", "ethnicities", "ethnic", "ethnic group"]),
  ]
  private static let words = phrases.flatMap { kind, phrases in
    phrases.map { (kind, $0.split(separator: " ").map(String.init)) }
  }
  /// "Đại đoàn kết toàn dân tộc" and "Ban Dân tộc" say nothing about anyone.
  private static let beforeNation: Set<String> = ["toan", "ket", "ban", "phong", "so"]
  /// `full_name_vi` beside `full_name_en`: the name of a body in two languages, not of a person.
  private static let languages: Set<String> = ["vi", "en"]

  /// Whole headings: inside longer ones the words may mean something else.
  private static let wholes: [[String]: PersonalColumn] = [
    ["ten"]: .bareName, ["name"]: .bareName, ["names"]: .bareName, ["nam", "sinh"]: .birthYear, ["namsinh"]: .birthYear,
    ["birth", "year"]: .birthYear, ["birthyear"]: .birthYear, ["year", "of", "birth"]: .birthYear, ["yob"]: .birthYear,
  ]

  init?(named name: String) {
    let words = Self.split(name)
    if let kind = Self.wholes[words] {
      self = kind
      return
    }
    for (kind, phrase) in Self.words where words.count >= phrase.count {
      for start in 0...(words.count - phrase.count) {
        guard zip(words[start...], phrase).allSatisfy({ $0 == $1 || $0 == $1 + "s" }) else { continue }
        if kind == .ethnicity, start > 0, Self.beforeNation.contains(words[start - 1]) { continue }
        if kind == .name, let last = words.last, Self.languages.contains(last) { continue }
        self = kind
        return
      }
    }
    return nil
  }

  /// `soCCCD`, `so_cccd` and `Số CCCD` are the same words.
  private static func split(_ name: String) -> [String] {
    var parted = ""
    var previous: Character?
    for character in name {
      if let previous, previous.isLowercase, character.isUppercase { parted.append(" ") }
      parted.append(character.isLetter || character.isNumber || isMark(character) ? character : " ")
      previous = character
    }
    return VietnameseText.folded(parted).split(separator: " ").map(String.init)
  }

  private static func isMark(_ character: Character) -> Bool {
    character.unicodeScalars.allSatisfy { $0.properties.generalCategory == .nonspacingMark }
  }

  var isBreakdown: Bool { self == .religion || self == .ethnicity }
}
