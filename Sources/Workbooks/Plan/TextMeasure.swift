import Reports

/// How wide text is in Times New Roman or Arial and the fonts of the same widths (Liberation Serif and Sans), so that
/// columns and rows can be made to fit before the file is written.
///
/// Widths are thousandths of the em from the fonts' metrics. A letter with Vietnamese marks is as wide as its base
/// letter; only ơ and ư are wider.
struct TextMeasure: Sendable, Hashable {
  static let serif = TextMeasure(widths: .serif)

  let widths: Theme.Widths

  /// In pixels of 1/96 inch.
  func width(_ text: String, size: Double, isBold: Bool = false) -> Double {
    var units = 0
    for scalar in text.unicodeScalars { units += advance(of: scalar, isBold: isBold) }
    return Double(units) / 1000 * size * 96 / 72
  }

  /// How many lines a text takes in a cell of this width, broken at spaces; a word that is too wide is broken inside.
  func lines(_ text: String, within pixels: Double, size: Double, isBold: Bool = false) -> Int {
    MeasuredText(text, by: self, size: size, isBold: isBold).lines(within: pixels)
  }

  /// The width of the widest word.
  func widestWord(_ text: String, size: Double, isBold: Bool = false) -> Double {
    MeasuredText(text, by: self, size: size, isBold: isBold).widestWord
  }

  /// The text on lines of its own, broken at spaces.
  func wrapped(_ text: String, within pixels: Double, size: Double, isBold: Bool = false) -> [String] {
    var lines: [String] = []
    for word in text.split(separator: " ") {
      guard let last = lines.last else {
        lines.append(String(word))
        continue
      }
      let longer = "\(last) \(word)"
      if width(longer, size: size, isBold: isBold) <= pixels {
        lines[lines.count - 1] = longer
      } else {
        lines.append(String(word))
      }
    }
    return lines.isEmpty ? [text] : lines
  }

  /// The height of one line, in pixels.
  func lineHeight(size: Double) -> Double { size * 96 / 72 * 1.2 }

  fileprivate func advance(of scalar: Unicode.Scalar, isBold: Bool) -> Int {
    let table = Self.ascii(widths, isBold)
    if scalar.value >= 32, scalar.value < 127 { return table[Int(scalar.value) - 32] }
    if scalar.value < Self.lettersEnd {
      let known = Self.letters(widths, isBold)[Int(scalar.value)]
      if known >= 0 { return Int(known) }
    }
    return lookedUp(scalar, isBold: isBold)
  }

  private func lookedUp(_ scalar: Unicode.Scalar, isBold: Bool) -> Int {
    let table = Self.ascii(widths, isBold)
    let letter = Self.baseLetters[scalar] ?? scalar
    if let sign = Self.signs[scalar] ?? Self.signs[letter] {
      return widths == .serif ? (isBold ? sign.1 : sign.0) : (isBold ? sign.3 : sign.2)
    }
    if letter.value < 127, letter.value >= 32 { return table[Int(letter.value) - 32] }
    switch scalar.properties.generalCategory {
    // The horn of a decomposed ơ or ư.
    case .nonspacingMark, .enclosingMark: return scalar == "\u{31B}" ? (widths == .sans ? 132 : 75) : 0
    // Joiners, and what chooses a shape.
    case .format: return 0
    default: break
    }
    // Pictures of letters' height, from a font of their own; a tone of skin changes the one before it.
    if scalar.properties.isEmojiModifier { return 0 }
    return scalar.properties.isEmojiPresentation ? 1_370 : 1_000
  }

  private static func ascii(_ widths: Theme.Widths, _ isBold: Bool) -> [Int] {
    switch widths {
    case .serif: isBold ? boldASCII : regularASCII
    case .sans: isBold ? boldSansASCII : regularSansASCII
    }
  }

  /// Regular and bold, with serifs and without.
  private static let signs: [Unicode.Scalar: (Int, Int, Int, Int)] = [
    "ơ": (529, 554, 656, 711), "ư": (542, 600, 669, 724), "Ơ": (722, 778, 857, 853), "Ư": (776, 796, 854, 830),
    "đ": (500, 556, 556, 611), "–": (500, 500, 556, 556), "“": (444, 500, 333, 500), "”": (444, 500, 333, 500),
    "‘": (333, 333, 222, 278), "’": (333, 333, 222, 278), "•": (350, 350, 350, 350),
    "\u{A0}": (250, 250, 278, 278), "\u{2009}": (200, 200, 200, 200), "\u{202F}": (200, 200, 200, 200),
    "×": (564, 570, 584, 584), "÷": (549, 549, 549, 549), "±": (549, 549, 549, 549), "°": (400, 400, 400, 400),
    "§": (500, 500, 556, 556), "«": (500, 500, 556, 556), "»": (500, 500, 556, 556), "€": (500, 500, 556, 556),
    "₫": (513, 513, 513, 513), "²": (300, 300, 333, 333), "³": (300, 300, 333, 333), "½": (750, 750, 834, 834),
    "·": (333, 333, 333, 333), "≥": (549, 549, 549, 549), "≤": (549, 549, 549, 549), "−": (564, 570, 584, 584),
    // Without their dot.
    "ì": (278, 278, 278, 278), "í": (278, 278, 278, 278), "ĩ": (278, 278, 278, 278),
    "▲": (990, 990, 990, 990), "▼": (990, 990, 990, 990),
  ]

  private static let baseLetters: [Unicode.Scalar: Unicode.Scalar] = {
    let groups: [(Unicode.Scalar, String)] = [
      ("a", "àáảãạăằắẳẵặâầấẩẫậ"), ("e", "èéẻẽẹêềếểễệ"), ("i", "ìíỉĩị"), ("o", "òóỏõọôồốổỗộ"), ("ơ", "ơờớởỡợ"),
      ("u", "ùúủũụ"), ("ư", "ưừứửữự"), ("y", "ỳýỷỹỵ"), ("A", "ÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬ"), ("E", "ÈÉẺẼẸÊỀẾỂỄỆ"),
      ("I", "ÌÍỈĨỊ"), ("O", "ÒÓỎÕỌÔỒỐỔỖỘ"), ("Ơ", "ƠỜỚỞỠỢ"), ("U", "ÙÚỦŨỤ"), ("Ư", "ƯỪỨỬỮỰ"), ("Y", "ỲÝỶỸỴ"),
      ("D", "Đ"),
    ]
    var letters: [Unicode.Scalar: Unicode.Scalar] = [:]
    for (base, marked) in groups {
      for scalar in marked.unicodeScalars { letters[scalar] = base }
    }
    return letters
  }()

  /// Behind the letters of Vietnamese.
  private static let lettersEnd = 0x1F00
  private static let regularLetters = letterTable(.serif, isBold: false)
  private static let boldLetters = letterTable(.serif, isBold: true)
  private static let regularSansLetters = letterTable(.sans, isBold: false)
  private static let boldSansLetters = letterTable(.sans, isBold: true)

  private static func letters(_ widths: Theme.Widths, _ isBold: Bool) -> [Int16] {
    switch widths {
    case .serif: isBold ? boldLetters : regularLetters
    case .sans: isBold ? boldSansLetters : regularSansLetters
    }
  }

  /// The widths of letters and signs by their number; -1 where it has to be looked up.
  private static func letterTable(_ widths: Theme.Widths, isBold: Bool) -> [Int16] {
    let measure = TextMeasure(widths: widths)
    var table = [Int16](repeating: -1, count: lettersEnd)
    for scalar in Array(baseLetters.keys) + Array(signs.keys) where scalar.value < lettersEnd {
      table[Int(scalar.value)] = Int16(measure.lookedUp(scalar, isBold: isBold))
    }
    return table
  }

  private static let regularASCII = [
    250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278, 500, 500, 500, 500, 500, 500, 500,
    500, 500, 500, 278, 278, 564, 564, 564, 444, 921, 722, 667, 667, 722, 611, 556, 722, 722, 333, 389, 722, 611, 889,
    722, 722, 556, 722, 667, 556, 611, 722, 722, 944, 722, 722, 611, 333, 278, 333, 469, 500, 333, 444, 500, 444, 500,
    444, 333, 500, 500, 278, 278, 500, 278, 778, 500, 500, 500, 500, 333, 389, 278, 500, 500, 722, 500, 500, 444, 480,
    200, 480, 541,
  ]

  private static let boldASCII = [
    250, 333, 555, 500, 500, 1000, 833, 278, 333, 333, 500, 570, 250, 333, 250, 278, 500, 500, 500, 500, 500, 500,
    500, 500, 500, 500, 333, 333, 570, 570, 570, 500, 930, 722, 667, 722, 722, 667, 611, 778, 778, 389, 500, 778, 667,
    944, 722, 778, 611, 778, 722, 556, 667, 722, 722, 1000, 722, 722, 667, 333, 278, 333, 581, 500, 333, 500, 556,
    444, 556, 444, 333, 500, 556, 278, 333, 556, 278, 833, 556, 500, 556, 556, 444, 389, 333, 556, 500, 722, 500, 500,
    444, 394, 220, 394, 520,
  ]

  private static let regularSansASCII = [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556,
    556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833,
    722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556,
    556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334,
    260, 334, 584,
  ]

  private static let boldSansASCII = [
    278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556,
    556, 556, 556, 333, 333, 584, 584, 584, 611, 975, 722, 722, 722, 722, 667, 611, 778, 722, 278, 556, 722, 611, 833,
    722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 333, 278, 333, 584, 556, 333, 556, 611, 556, 611,
    556, 333, 611, 611, 278, 278, 556, 278, 889, 611, 611, 611, 611, 389, 556, 333, 611, 556, 778, 556, 556, 500, 389,
    280, 389, 584,
  ]
}

/// The words of a text, measured once for questions about several widths.
struct MeasuredText {
  /// Of each line of the text, the widths of its words in pixels.
  private var paragraphs: [[Double]] = [[]]
  private let space: Double

  init(_ text: String, by measure: TextMeasure, size: Double, isBold: Bool) {
    func pixels(_ units: Int) -> Double { Double(units) / 1000 * size * 96 / 72 }
    space = measure.width(" ", size: size, isBold: isBold)
    var units = 0
    var isInWord = false
    for scalar in text.unicodeScalars {
      guard scalar == " " || scalar == "\n" else {
        units += measure.advance(of: scalar, isBold: isBold)
        isInWord = true
        continue
      }
      if isInWord { paragraphs[paragraphs.count - 1].append(pixels(units)) }
      (units, isInWord) = (0, false)
      if scalar == "\n" { paragraphs.append([]) }
    }
    if isInWord { paragraphs[paragraphs.count - 1].append(pixels(units)) }
  }

  var widestWord: Double { paragraphs.map { $0.max() ?? 0 }.max() ?? 0 }

  func lines(within pixels: Double) -> Int { broken(within: pixels).lines }

  /// Whether its lines stay away from the edges of a cell, wherever a spreadsheet breaks them, whose letters may be a
  /// little narrower.
  func isClear(_ width: Int, gap: Double) -> Bool {
    [1, 1.05].allSatisfy { broken(within: (Double(width) - 2) * $0).widest * 1.02 + gap <= Double(width) }
  }

  private func broken(within pixels: Double) -> (lines: Int, widest: Double) {
    var lines = 0
    var widest = 0.0
    for words in paragraphs {
      var used = 0.0
      lines += 1
      for wide in words {
        if used > 0, used + space + wide > pixels {
          lines += 1
          used = 0
        }
        used += (used > 0 ? space : 0) + wide
        widest = max(widest, min(used, pixels))
        while used > pixels, pixels > 0 {
          lines += 1
          used -= pixels
        }
      }
    }
    return (max(lines, 1), widest)
  }
}
