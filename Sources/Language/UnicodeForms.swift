import Foundation

/// The two normal forms of Unicode. The only file that needs all of Foundation: its essentials have no normalisation.
enum UnicodeForms {
  static func composed(_ text: String) -> String {
    isPlainlyComposed(text) ? text : text.precomposedStringWithCanonicalMapping
  }

  static func decomposed(_ text: String) -> String {
    text.utf8.allSatisfy { $0 < 0x80 } ? text : text.decomposedStringWithCanonicalMapping
  }

  /// Whether nothing in the text can change under NFC: no combining marks, and only blocks whose letters are composed
  /// already. All Vietnamese text that is in NFC passes, without a copy.
  static func isPlainlyComposed(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { scalar in
      switch scalar.value {
      case 0..<0x300, 0x1EA0...0x1EF9, 0x2010...0x2027: true
      default: false
      }
    }
  }
}
