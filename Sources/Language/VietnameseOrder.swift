/// A name's place in Vietnamese alphabetical order; keys compare with `<`, and are equal only for equal texts.
///
/// The order of dictionaries: a ă â b c d đ e ê g h i k l m n o ô ơ p q r s t u ư v x y, with f, j, w and z where Latin
/// has them. Syllable by syllable, first by letters, then by tone (không, huyền, hỏi, ngã, sắc, nặng), so that “hà mã”
/// stands before “hạ du”. Digits come before letters and by value, so that Phường 2 stands before Phường 10. Spaces and
/// signs only part syllables. Then lower case before upper. The tones are ordered as in CLDR's collation for `vi`.
public struct VietnameseOrder: Comparable, Sendable {
  private let weights: [UInt32]

  /// Linear in the length of the text.
  public init(_ text: String) {
    let composed = UnicodeForms.composed(text)
    var weights: [UInt32] = []
    var tones: [UInt32] = []
    var cases: [UInt32] = []
    var digits: [UInt32] = []

    func endSyllable() {
      weights.append(Section.end)
      weights += tones
      weights.append(Section.end)
      tones.removeAll()
    }
    func endNumber() {
      let significant = digits.drop { $0 == 0 }
      weights += [Section.number, UInt32(significant.count)] + significant
      digits.removeAll()
    }

    var isInSyllable = false
    for scalar in composed.unicodeScalars {
      if let digit = Self.digit(scalar) {
        if isInSyllable { endSyllable() }
        isInSyllable = false
        digits.append(digit)
        continue
      }
      if !digits.isEmpty { endNumber() }
      if let letter = Letter(scalar) {
        weights.append(letter.weight)
        if letter.tone > 0 { tones.append(letter.tone) }
        cases.append(letter.isUppercase ? 2 : 1)
        isInSyllable = true
      } else {
        if isInSyllable { endSyllable() }
        isInSyllable = false
      }
    }
    if isInSyllable { endSyllable() }
    if !digits.isEmpty { endNumber() }
    weights.append(0)
    weights += cases
    weights.append(0)
    // What is still equal differs in spaces, signs or the place of a tone: any fixed order will do.
    weights += composed.unicodeScalars.map(\.value)
    self.weights = weights
  }

  public static func < (left: Self, right: Self) -> Bool { left.weights.lexicographicallyPrecedes(right.weights) }

  private enum Section {
    static let end: UInt32 = 1
    static let number: UInt32 = 10
    static let letters: UInt32 = 100
    static let others: UInt32 = 1000
  }

  private static func digit(_ scalar: Unicode.Scalar) -> UInt32? {
    ("0"..."9").contains(scalar) ? scalar.value - 48 : nil
  }

  private struct Letter {
    var weight: UInt32
    /// 0 for none; a mark that Vietnamese does not know sorts after its tones.
    var tone: UInt32
    var isUppercase: Bool

    init?(_ scalar: Unicode.Scalar) {
      guard scalar.properties.isAlphabetic else { return nil }
      if let letter = VietnameseLetter(scalar) {
        weight = VietnameseOrder.weights[letter.base] ?? Section.others + scalar.value
        tone = letter.tone == .level ? 0 : UInt32(letter.tone.rawValue) + 1
        isUppercase = letter.isUppercase
        return
      }
      let parts = UnicodeForms.decomposed(String(scalar)).unicodeScalars
      if parts.count > 1, let first = parts.first, let letter = VietnameseLetter(first) {
        weight = VietnameseOrder.weights[letter.base] ?? Section.others + scalar.value
        tone = 9
        isUppercase = letter.isUppercase
        return
      }
      weight = Section.others + scalar.value
      tone = 0
      isUppercase = scalar.properties.isUppercase
    }
  }

  private static let weights: [Unicode.Scalar: UInt32] = {
    var weights: [Unicode.Scalar: UInt32] = [:]
    for (index, letter) in "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz".unicodeScalars.enumerated() {
      weights[letter] = Section.letters + UInt32(index)
    }
    return weights
  }()
}

extension Sequence {
  /// In Vietnamese alphabetical order of a name; elements with the same name keep their order.
  public func sortedByName(_ name: (Element) -> String) -> [Element] {
    map { (key: VietnameseOrder(name($0)), element: $0) }.sorted { $0.key < $1.key }.map(\.element)
  }
}
