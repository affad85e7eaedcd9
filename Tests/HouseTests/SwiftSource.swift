/// A Swift file seen as three things: its text, its code without comments and literals, and its string literals.
///
/// Not a parser: it knows comments (nested), string literals (plain, multi-line, raw) and interpolation, which is all
/// that the tests of this target ask about. Offsets count UTF-8 bytes and are the same in `text` and `code`.
struct SwiftSource {
  struct Literal: Equatable {
    /// As written between the quotes; an interpolation stands as `\()`.
    var text: String
    var line: Int
    var offset: Int
  }

  /// Relative to the repository.
  let path: String
  let text: String
  /// The text with every comment and every literal blanked; lines stay where they were.
  let code: String
  let literals: [Literal]

  init(path: String, text: String) {
    self.path = path
    self.text = text
    var scanner = SourceScanner(text)
    scanner.scanCode(insideInterpolation: false)
    code = String(decoding: scanner.code, as: UTF8.self)
    literals = scanner.literals.sorted { $0.offset < $1.offset }
  }

  /// The modules that the file imports, in order; not those that only stand in for FoundationEssentials on systems
  /// that lack it.
  var imports: [String] {
    var isFallback = false
    var mayFallBack = false
    return code.split(separator: "\n").compactMap { line in
      let words = line.split(whereSeparator: \.isWhitespace)
      switch words.first {
      case "#if":
        mayFallBack = words.dropFirst().joined() == "canImport(FoundationEssentials)"
        isFallback = false
      case "#else": isFallback = mayFallBack
      case "#endif": (mayFallBack, isFallback) = (false, false)
      default: return isFallback ? nil : Self.importedModule(words)
      }
      return nil
    }
  }

  private static func importedModule(_ words: [Substring]) -> String? {
    guard let keyword = words.firstIndex(of: "import"), words[..<keyword].allSatisfy(mayPrecedeImport) else {
      return nil
    }
    let target = words[words.index(after: keyword)...].drop(while: declarationKinds.contains)
    return target.first.map { String($0.prefix { $0 != "." }) }
  }

  private static let declarationKinds: Set<Substring> = [
    "class", "enum", "func", "let", "protocol", "struct", "typealias", "var",
  ]

  private static func mayPrecedeImport(_ word: Substring) -> Bool {
    word.hasPrefix("@") || ["public", "package", "internal", "fileprivate", "private"].contains(word)
  }

  /// Lines (from 1) on which the code holds the given text.
  func lines(holding needle: String) -> [Int] {
    code.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
      .filter { $0.element.contains(needle) }.map { $0.offset + 1 }
  }

  var lineCount: Int { text.utf8.count { $0 == UInt8(ascii: "\n") } }
}
