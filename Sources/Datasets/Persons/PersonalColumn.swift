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
  private typealias Phrase = (rank: Int, kind: PersonalColumn, words: [String])
  /// By their first word, each also in the plural.
  private static let byFirstWord: [String: [Phrase]] = {
    let all = phrases.flatMap { kind, phrases in phrases.map { (kind, $0.split(separator: " ").map(String.init)) } }
    var found: [String: [Phrase]] = [:]
    for (rank, (kind, words)) in all.enumerated() {
      for form in ["", "s"] { found[words[0] + form, default: []].append((rank, kind, words)) }
    }
    return found
  }()
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
    // Of several phrases the one that stands first in the list counts.
    var first: Phrase?
    for start in words.indices {
      for phrase in Self.byFirstWord[words[start]] ?? [] where phrase.rank < first?.rank ?? .max {
        guard words.count - start >= phrase.words.count,
          zip(words[start...], phrase.words).allSatisfy({ $0 == $1 || $0 == $1 + "s" })
        else { continue }
        if phrase.kind == .ethnicity, start > 0, Self.beforeNation.contains(words[start - 1]) { continue }
        if phrase.kind == .name, let last = words.last, Self.languages.contains(last) { continue }
        first = phrase
      }
    }
    guard let first else { return nil }
    self = first.kind
  }

  /// `soCCCD`, `so_cccd` and `Số CCCD` are the same words.
  private static func split(_ name: String) -> [String] {
    if let words = splitPlain(name) { return words }
    var parted = ""
    var previous: Character?
    for character in name {
      if let previous, previous.isLowercase, character.isUppercase { parted.append(" ") }
      parted.append(character.isLetter || character.isNumber || isMark(character) ? character : " ")
      previous = character
    }
    return VietnameseText.folded(parted).split(separator: " ").map(String.init)
  }

  /// The same for letters of ASCII and Vietnamese; nil where there are others.
  private static func splitPlain(_ name: String) -> [String]? {
    var words: [String] = []
    var word: [UInt8] = []
    func close() {
      if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
      word.removeAll(keepingCapacity: true)
    }
    var isAfterLowercase = false
    for scalar in name.unicodeScalars {
      if let letter = BareLetter(scalar) {
        if isAfterLowercase, letter.isUppercase { close() }
        word.append(letter.ascii)
        isAfterLowercase = !letter.isUppercase
        continue
      }
      guard scalar.isASCII else { return nil }
      isAfterLowercase = false
      if ("0"..."9").contains(scalar) { word.append(UInt8(truncatingIfNeeded: scalar.value)) } else { close() }
    }
    close()
    return words
  }

  private static func isMark(_ character: Character) -> Bool {
    character.unicodeScalars.allSatisfy { $0.properties.generalCategory == .nonspacingMark }
  }

  var isBreakdown: Bool { self == .religion || self == .ethnicity }
}
