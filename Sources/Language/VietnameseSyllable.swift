/// Whether a word could be a Vietnamese syllable: what tells one old encoding from another.
public enum VietnameseSyllable {
  /// An initial, a nucleus and a final that the spelling knows, with one tone at most. Expects NFC; case does not matter.
  public static func isPossible(_ word: some StringProtocol) -> Bool {
    var bare = ""
    var tones = 0
    for scalar in word.unicodeScalars {
      guard let letter = VietnameseLetter(scalar) else { return false }
      if letter.tone != .level { tones += 1 }
      bare.unicodeScalars.append(letter.base)
    }
    guard tones <= 1, !bare.isEmpty else { return false }
    return initials.contains { initial in
      guard bare.hasPrefix(initial) else { return false }
      let rime = bare.dropFirst(initial.count)
      return finals.contains { final in
        guard rime.hasSuffix(final) else { return false }
        let nucleus = String(rime.dropLast(final.count))
        return final.isEmpty ? open.contains(nucleus) : closed.contains(nucleus)
      }
    }
  }

  private static let initials = [
    "", "b", "c", "ch", "d", "đ", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng", "ngh", "nh", "p", "ph", "q",
    "r",
    "s", "t", "th", "tr", "v", "x",
  ]
  private static let finals = ["", "c", "ch", "m", "n", "ng", "nh", "p", "t"]
  private static let open: Set<String> = Set(
    """
    a e ê i o ô ơ u ư y ai ao au ay âu ây eo êu ia iêu iu oa oai oao oay oe oeo oi ôi ơi ua uai uao uay uâu uây uê ue \
    uêu ui uơ uy uya uyu ưa ưi ưu uôi ươi ươu yêu
    """.split(separator: " ").map(String.init))
  private static let closed: Set<String> = Set(
    "a ă â e ê i iê o oa oă oe oo ô ơ u ua uă uâ ue uê uô ư ươ uy uyê uơ y yê".split(separator: " ").map(String.init))
}
