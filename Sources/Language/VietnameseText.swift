/// Vietnamese text as machines must compare it: one letter can be written in several ways, and people leave the
/// diacritics out.
public enum VietnameseText {
  /// Canonical composition (Unicode NFC), the form of everything we write. Linear; no copy when it is in NFC already.
  public static func normalised(_ text: String) -> String { UnicodeForms.composed(text) }

  /// For searching: without diacritics, `đ` as `d`, in lower case, runs of white space as one space and none at the ends.
  ///
  /// `"  Tổng  CỘNG"` becomes `"tong cong"`.
  public static func folded(_ text: String) -> String {
    if let bare = plainlyFolded(text) { return bare }
    var bare = String.UnicodeScalarView()
    var isParted = false
    for scalar in UnicodeForms.decomposed(text).unicodeScalars {
      if scalar.properties.isWhitespace {
        isParted = !bare.isEmpty
        continue
      }
      guard scalar.isASCII || !isMark(scalar) else { continue }
      if isParted { bare.append(" ") }
      isParted = false
      bare.append(scalar == "đ" || scalar == "Đ" ? "d" : scalar)
    }
    return String(bare).lowercased()
  }

  /// The same for texts of ASCII and composed Vietnamese, which nearly all are; nil for others.
  private static func plainlyFolded(_ text: String) -> String? {
    var bare: [UInt8] = []
    bare.reserveCapacity(text.utf8.count)
    var isParted = false
    for scalar in text.unicodeScalars {
      let letter = BareLetter(scalar)
      guard letter != nil || scalar.isASCII else { return nil }
      if letter == nil, scalar.properties.isWhitespace {
        isParted = !bare.isEmpty
        continue
      }
      if isParted { bare.append(UInt8(ascii: " ")) }
      isParted = false
      bare.append(letter?.ascii ?? UInt8(truncatingIfNeeded: scalar.value))
    }
    return String(decoding: bare, as: UTF8.self)
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: true
    default: false
    }
  }

  /// One spelling for each name, for comparing names from different hands: NFC, single spaces, and the tone where our
  /// own texts put it (`hóa`, not `hoá`; `Ủy`, not `Uỷ`). Case and diacritics are kept.
  public static func canonicalName(_ text: String) -> String { withCanonicalTones(collapsed(normalised(text))) }

  /// Whether two names are the same but for case, spacing and the place of the tone mark.
  public static func isSameName(_ left: String, _ right: String) -> Bool {
    canonicalName(left).lowercased() == canonicalName(right).lowercased()
  }

  /// Runs of white space, no-break spaces among them, as one space, and none at the ends.
  public static func collapsed(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Moves the tone of a syllable that ends in oa, oe or uy from its last vowel to the one before. Elsewhere the two
  /// ways of spelling agree, and in `quý` the u belongs to the consonant.
  static func withCanonicalTones(_ text: String) -> String {
    var scalars = Array(text.unicodeScalars)
    var changed = false
    for index in scalars.indices.dropFirst() {
      guard let last = VietnameseLetter(scalars[index]), last.tone != .level,
        let first = VietnameseLetter(scalars[index - 1]), first.tone == .level,
        isOpenPair(first.base, last.base), !isFollowedByLetter(scalars, index),
        !(first.base == "u" && index > 1 && (scalars[index - 2] == "q" || scalars[index - 2] == "Q"))
      else { continue }
      (scalars[index - 1], scalars[index]) = (first.with(last.tone), last.with(.level))
      changed = true
    }
    return changed ? String(String.UnicodeScalarView(scalars)) : text
  }

  private static func isOpenPair(_ first: Unicode.Scalar, _ last: Unicode.Scalar) -> Bool {
    (first == "o" && (last == "a" || last == "e")) || (first == "u" && last == "y")
  }

  private static func isFollowedByLetter(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
    index + 1 < scalars.count && scalars[index + 1].properties.isAlphabetic
  }
}

extension VietnameseLetter {
  fileprivate func with(_ tone: Tone) -> Unicode.Scalar {
    var letter = self
    letter.tone = tone
    return letter.scalar
  }
}
