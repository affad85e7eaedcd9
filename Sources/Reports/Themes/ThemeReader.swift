import Datasets
public import Findings
import Language

/// Reads a theme, reporting every mistake with its position.
public struct ThemeReader {
  private let diagnosis = Diagnosis()

  /// - Parameter path: of the YAML file; a logo is named relative to its folder.
  /// - Throws: `Failure.noInput` when there is no such file, `.invalid` with positions when it is wrong.
  public static func read(_ path: String) throws(Failure) -> Theme {
    let text = try TextFile.read(path, called: path)
    let declaration = try Declaration.parse(text, file: path)
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    let folder = parts.dropLast().joined(separator: "/")
    let file = parts.last.map(String.init) ?? path
    return try ThemeReader().read(
      declaration, name: file.hasSuffix(".yaml") ? String(file.dropLast(5)) : file,
      folder: parts.count > 1 ? folder + "/" : "")
  }

  private func read(_ declaration: Declaration, name: String, folder: String) throws(Failure) -> Theme {
    let keys = ["theme", "names", "font", "sizes", "colours", "logo"]
    guard let root = DeclaredMapping(declaration, allowed: keys, diagnosis) else { throw .invalid(diagnosis.findings) }
    _ = root.required("theme")?.integer(in: 1...1, diagnosis)
    var theme = Theme.office
    theme.name = name
    theme.names = root.localized("names") ?? LocalizedText(name)
    readFont(root, &theme)
    readSizes(root, &theme)
    readColours(root, &theme)
    theme.logo = logo(root, folder: folder)
    try diagnosis.finish()
    return theme
  }

  private func readFont(_ root: DeclaredMapping, _ theme: inout Theme) {
    guard let font = root.mapping("font", allowed: ["family", "widths"]) else { return }
    if let family = font.required("family"), let name = family.string(diagnosis) {
      // The library keeps 127 bytes of a name, and the codes of page headers have no escape for quotes and commas.
      guard (1...60).contains(name.utf8.count), !name.contains(where: { "\",&".contains($0) || $0.isNewline }) else {
        diagnosis.report(
          "wrong-value", at: family.position, value: name, Messages.wrongFontName, remedy: Messages.wrongFontNameRemedy)
        return
      }
      theme.font = name
    }
    let words = Theme.Widths.allCases.map(\.rawValue)
    if let widths = font.choice("widths", of: words, what: Messages.wordFontWidths).flatMap(Theme.Widths.init) {
      theme.widths = widths
    }
  }

  private func readSizes(_ root: DeclaredMapping, _ theme: inout Theme) {
    guard let sizes = root.mapping("sizes", allowed: ["text", "title", "heading", "note"]) else { return }
    theme.sizes.text = size("text", 8...14, sizes) ?? theme.sizes.text
    theme.sizes.title = size("title", 10...24, sizes) ?? theme.sizes.title
    theme.sizes.heading = size("heading", 9...20, sizes) ?? theme.sizes.heading
    theme.sizes.note = size("note", 8...14, sizes) ?? theme.sizes.note
  }

  /// Half points at most.
  private func size(_ key: String, _ range: ClosedRange<Int>, _ sizes: DeclaredMapping) -> Double? {
    guard let declaration = sizes[key], let text = declaration.string(diagnosis) else { return nil }
    guard let number = Double(text), (number * 2).rounded() == number * 2,
      (Double(range.lowerBound)...Double(range.upperBound)).contains(number)
    else {
      diagnosis.report(
        "wrong-number", at: declaration.position, value: text,
        Messages.expectedSize(range.lowerBound, range.upperBound), remedy: Messages.expectedSizeRemedy)
      return nil
    }
    return number
  }

  private func readColours(_ root: DeclaredMapping, _ theme: inout Theme) {
    guard let colours = root.mapping("colours", allowed: Theme.Ink.allCases.map(\.rawValue)) else { return }
    for entry in colours.entries {
      guard let ink = Theme.Ink(rawValue: entry.key), let text = entry.value.string(diagnosis) else { continue }
      guard let colour = Self.colour(text) else {
        diagnosis.report(
          "wrong-value", at: entry.value.position, value: text, Messages.wrongColour,
          remedy: Messages.wrongColourRemedy)
        continue
      }
      theme.colours[ink] = colour
    }
    for (letters, ground, least) in Self.pairs {
      guard let declared = colours[letters.rawValue] ?? colours[ground.rawValue],
        Contrast.ratio(theme[letters], theme[ground]) < least
      else { continue }
      diagnosis.report(
        "contrast-too-low", at: declared.position, value: letters.rawValue,
        Messages.contrastTooLow(letters.rawValue, ground.rawValue), remedy: Messages.contrastTooLowRemedy)
    }
  }

  /// What is read on what.
  private static let pairs: [(Theme.Ink, Theme.Ink, Double)] = [
    (.text, .ground, Contrast.least), (.text, .wash, Contrast.least), (.quiet, .ground, Contrast.least),
    (.structure, .ground, Contrast.least), (.link, .ground, Contrast.least), (.good, .ground, Contrast.least),
    (.bad, .ground, Contrast.least), (.notice, .noticeGround, Contrast.least),
    (.data, .ground, Contrast.leastOfShapes), (.accent, .ground, Contrast.leastOfShapes),
  ]

  /// `#1F3A5F` or `1F3A5F`.
  private static func colour(_ text: String) -> UInt32? {
    let digits = text.hasPrefix("#") ? text.dropFirst() : text[...]
    guard digits.utf8.count == 6, digits.allSatisfy(\.isHexDigit) else { return nil }
    return UInt32(digits, radix: 16)
  }

  /// Only a picture beside the theme is read: one that came by mail must not reach elsewhere.
  private func logo(_ root: DeclaredMapping, folder: String) -> PNGPicture? {
    guard let declaration = root["logo"], let name = declaration.string(diagnosis) else { return nil }
    guard !name.utf8.contains(where: { $0 < 0x20 || $0 == UInt8(ascii: "/") }) else {
      diagnosis.report(
        "unsafe-path", at: declaration.position, value: name, Messages.wrongLogo, remedy: Messages.wrongLogoRemedy)
      return nil
    }
    guard let bytes = TextFile.firstBytes(of: folder + name, limit: 65_536) else {
      diagnosis.report(
        "unknown-file", at: declaration.position, value: name, Messages.noLogo, remedy: Messages.wrongLogoRemedy)
      return nil
    }
    guard let picture = PNGPicture(path: folder + name, bytes: bytes) else {
      diagnosis.report(
        "wrong-value", at: declaration.position, value: name, Messages.wrongLogo, remedy: Messages.wrongLogoRemedy)
      return nil
    }
    return picture
  }
}
