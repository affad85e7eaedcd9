/// The six tones, in the order in which dictionaries sort them.
enum Tone: Int, CaseIterable {
  case level, huyền, hỏi, ngã, sắc, nặng
}

/// A letter of the Vietnamese alphabet taken apart: `Ệ` is an upper-case `ê` with the tone nặng.
struct VietnameseLetter {
  /// Lower case, without a tone: one of the 29 letters, or f, j, w, z.
  var base: Unicode.Scalar
  var tone: Tone
  var isUppercase: Bool

  /// Nil for anything else. Expects NFC.
  init?(_ scalar: Unicode.Scalar) {
    guard let letter = Self.table[scalar] else { return nil }
    self = letter
  }

  private init(base: Unicode.Scalar, tone: Tone, isUppercase: Bool) {
    self.base = base
    self.tone = tone
    self.isUppercase = isUppercase
  }

  /// The letter as one scalar of NFC; the base alone when it is no vowel.
  var scalar: Unicode.Scalar {
    guard let row = Self.vowels.first(where: { $0.unicodeScalars.first == base }) else { return base }
    let text = isUppercase ? row.uppercased() : row
    return Array(text.unicodeScalars)[tone.rawValue]
  }

  /// Each vowel in its six tones.
  private static let vowels = [
    "aàảãáạ", "ăằẳẵắặ", "âầẩẫấậ", "eèẻẽéẹ", "êềểễếệ", "iìỉĩíị", "oòỏõóọ", "ôồổỗốộ", "ơờởỡớợ", "uùủũúụ", "ưừửữứự",
    "yỳỷỹýỵ",
  ]
  private static let consonants = "bcdđfghjklmnpqrstvwxz"

  private static let table: [Unicode.Scalar: VietnameseLetter] = {
    var table: [Unicode.Scalar: VietnameseLetter] = [:]
    func add(_ text: String, _ upper: String, base: (Int) -> Unicode.Scalar, tone: (Int) -> Tone) {
      for (index, pair) in zip(text.unicodeScalars, upper.unicodeScalars).enumerated() {
        table[pair.0] = VietnameseLetter(base: base(index), tone: tone(index), isUppercase: false)
        table[pair.1] = VietnameseLetter(base: base(index), tone: tone(index), isUppercase: true)
      }
    }
    for row in vowels {
      guard let base = row.unicodeScalars.first else { continue }
      add(row, row.uppercased(), base: { _ in base }, tone: { Tone.allCases[$0] })
    }
    let letters = Array(consonants.unicodeScalars)
    add(consonants, consonants.uppercased(), base: { letters[$0] }, tone: { _ in .level })
    return table
  }()
}
