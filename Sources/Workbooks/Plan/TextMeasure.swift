/// How wide text is in Times New Roman and the fonts of the same widths (Liberation Serif), so that columns and rows
/// can be made to fit before the file is written.
///
/// Widths are thousandths of the em from the font's metrics. A letter with Vietnamese marks is as wide as its base
/// letter; only ơ and ư are wider.
enum TextMeasure {
  /// In pixels of 1/96 inch.
  static func width(_ text: String, size: Double, isBold: Bool = false) -> Double {
    var units = 0
    for scalar in text.unicodeScalars { units += advance(of: scalar, isBold: isBold) }
    return Double(units) / 1000 * size * 96 / 72
  }

  /// How many lines a text takes in a cell of this width, broken at spaces; a word that is too wide is broken inside.
  static func lines(_ text: String, within pixels: Double, size: Double, isBold: Bool = false) -> Int {
    MeasuredText(text, size: size, isBold: isBold).lines(within: pixels)
  }

  /// The width of the widest word.
  static func widestWord(_ text: String, size: Double, isBold: Bool = false) -> Double {
    MeasuredText(text, size: size, isBold: isBold).widestWord
  }

  /// The height of one line, in pixels.
  static func lineHeight(size: Double) -> Double { size * 96 / 72 * 1.2 }

  fileprivate static func advance(of scalar: Unicode.Scalar, isBold: Bool) -> Int {
    let table = isBold ? boldASCII : regularASCII
    if scalar.value >= 32, scalar.value < 127 { return table[Int(scalar.value) - 32] }
    if let letter = baseLetters[scalar] {
      switch letter {
      case "ơ": return isBold ? 554 : 529
      case "ư": return isBold ? 600 : 542
      case "Ơ": return isBold ? 778 : 722
      case "Ư": return isBold ? 796 : 776
      default: return table[Int(letter.value) - 32]
      }
    }
    if let sign = signs[scalar] { return isBold ? sign.bold : sign.regular }
    switch scalar.properties.generalCategory {
    // The horn of a decomposed ơ or ư.
    case .nonspacingMark, .enclosingMark: return scalar == "\u{31B}" ? 75 : 0
    // Joiners, and what chooses a shape.
    case .format: return 0
    default: break
    }
    // Pictures of letters' height, from a font of their own; a tone of skin changes the one before it.
    if scalar.properties.isEmojiModifier { return 0 }
    return scalar.properties.isEmojiPresentation ? 1_370 : 1_000
  }

  private static let signs: [Unicode.Scalar: (regular: Int, bold: Int)] = [
    "–": (500, 500), "đ": (500, 556), "“": (444, 500), "”": (444, 500), "‘": (333, 333), "’": (333, 333),
    "•": (350, 350), "\u{A0}": (250, 250), "\u{2009}": (200, 200), "\u{202F}": (200, 200), "×": (564, 570),
    "÷": (549, 549), "±": (549, 549), "°": (400, 400), "§": (500, 500), "«": (500, 500), "»": (500, 500),
    "€": (500, 500), "₫": (513, 513), "²": (300, 300), "³": (300, 300), "½": (750, 750), "·": (333, 333),
    "≥": (549, 549), "≤": (549, 549), "−": (564, 570),
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
}

/// The words of a text, measured once for questions about several widths.
struct MeasuredText {
  /// Of each line of the text, the widths of its words in pixels.
  private var paragraphs: [[Double]] = [[]]
  private let space: Double

  init(_ text: String, size: Double, isBold: Bool) {
    func pixels(_ units: Int) -> Double { Double(units) / 1000 * size * 96 / 72 }
    space = TextMeasure.width(" ", size: size, isBold: isBold)
    var units = 0
    var isInWord = false
    for scalar in text.unicodeScalars {
      guard scalar == " " || scalar == "\n" else {
        units += TextMeasure.advance(of: scalar, isBold: isBold)
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

  func lines(within pixels: Double) -> Int {
    var lines = 0
    for words in paragraphs {
      var used = 0.0
      lines += 1
      for wide in words {
        if used > 0, used + space + wide > pixels {
          lines += 1
          used = 0
        }
        used += (used > 0 ? space : 0) + wide
        while used > pixels, pixels > 0 {
          lines += 1
          used -= pixels
        }
      }
    }
    return max(lines, 1)
  }
}
