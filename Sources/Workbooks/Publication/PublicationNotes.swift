import Language
import Reports

/// The notes of a workbook in the order in which its tables call for them, each once.
struct PublicationNotes {
  struct Note {
    var sentence: ReportSentence
    /// The ids of the tables it is about; empty for all.
    var tables: [String]
  }

  private(set) var notes: [Note] = []

  init(_ document: ReportDocument) {
    for note in document.notes where note.tableID == nil { add(note, table: nil) }
    for table in document.tables {
      for note in table.notes { add(note, table: table.id) }
      for note in document.notes where note.tableID == table.id { add(note, table: table.id) }
    }
    let known = Set(document.tables.map(\.id))
    for note in document.notes { if let id = note.tableID, !known.contains(id) { add(note, table: nil) } }
  }

  private mutating func add(_ sentence: ReportSentence, table: String?) {
    if let index = notes.firstIndex(where: { $0.sentence.text == sentence.text }) {
      if let table, !notes[index].tables.isEmpty, !notes[index].tables.contains(table) {
        notes[index].tables.append(table)
      }
      return
    }
    notes.append(Note(sentence: sentence, tables: table.map { [$0] } ?? []))
  }

  /// The numbers, from 1, of the notes about one table, and of those about all.
  func numbers(ofTable id: String) -> [Int] {
    notes.indices.filter { notes[$0].tables.isEmpty || notes[$0].tables.contains(id) }.map { $0 + 1 }
  }

  /// `1 đến 3, 7`: three and more that follow each other become a range.
  static func listed(_ numbers: [Int], _ language: OutputLanguage) -> String {
    var groups: [ClosedRange<Int>] = []
    for number in numbers {
      if let last = groups.last, last.upperBound + 1 == number {
        groups[groups.count - 1] = last.lowerBound...number
      } else {
        groups.append(number...number)
      }
    }
    return groups.flatMap { group -> [String] in
      if group.count < 3 { return group.map { "\($0)" } }
      return [Messages.numberRange(group.lowerBound, group.upperBound)[language]]
    }.joined(separator: ", ")
  }
}
