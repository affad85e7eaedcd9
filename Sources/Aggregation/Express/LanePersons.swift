import CSVCore
import Datasets
import Language

/// A column of short texts of which the different ones are counted, persons by their pseudonyms for one: each text is
/// two words, zeros behind it. Longer texts are left to the scanner.
struct LanePersons {
  private var plain: LanePlain
  private(set) var words: [LanePerson] = []
  var values: LaneValues { plain.values }

  private static let longest = 16

  init(_ field: FieldDescriptor, at index: Int) { plain = LanePlain(field, at: index) }

  /// - Returns: false where a field is not beyond doubt, or too long.
  mutating func fill(_ rows: CSVRows, _ column: Int, _ examiner: inout FieldExaminer) -> Bool {
    guard plain.fill(rows, column, &examiner) else { return false }
    if words.count < rows.count { words = Array(repeating: LanePerson(), count: rows.count) }
    for row in 0..<rows.count {
      let field = rows.field(row, column)
      if plain.isPlain[row] {
        guard field.length <= Self.longest else { return false }
        words[row] = LanePerson(first: rows.word(field), second: rows.secondWord(field))
      } else if plain.values.scales[row] != LaneValues.missing {
        // What it is to a reader may be other bytes.
        guard let cell = examiner.cell(field, in: rows, of: plain.field),
          let text = examiner.text(of: cell, field: plain.field), let person = LanePerson(text)
        else { return false }
        words[row] = person
      }
    }
    return true
  }
}

/// A text of at most 16 bytes without NUL.
struct LanePerson: BitwiseCopyable, Hashable {
  var first: UInt64 = 0
  var second: UInt64 = 0

  init(first: UInt64 = 0, second: UInt64 = 0) {
    self.first = first
    self.second = second
  }

  /// Nil for a longer text, or one with NUL. Texts that differ only in how their letters are composed are one person, as
  /// they are one text to the scanner.
  init?(_ text: String) {
    let bytes = Array(VietnameseText.normalised(text).utf8)
    guard bytes.count <= 16, !bytes.contains(0) else { return nil }
    for (index, byte) in bytes.enumerated() {
      if index < 8 {
        first |= UInt64(byte) << UInt64(8 * index)
      } else {
        second |= UInt64(byte) << UInt64(8 * index - 64)
      }
    }
  }

  @inline(__always)
  var hash: UInt64 { FieldKeys.hash(first, second) }
}
