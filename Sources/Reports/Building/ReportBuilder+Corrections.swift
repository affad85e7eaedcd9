import Aggregation
import Datasets
import Findings
import Language
import Values

/// Nothing is corrected without the reader being told.
extension ReportBuilder {
  /// The corrections of the tables that the report rests on, in the order of their file. Every one of them has been
  /// made: those tables were read to their ends, and a correction that does not fit ends the reading.
  var corrections: [Correction] {
    let catalogue = dataset.catalogue
    var used = Set(usedIndicators.flatMap { catalogue.measures(of: $0).map(\.resource) })
    used.formUnion(catalogue.dimensions.map(\.resource))
    used.formUnion([catalogue.targets, catalogue.claims].compactMap { $0 })
    return dataset.package.corrections.list.filter { used.contains($0.resource) }
  }

  /// A sentence a correction: file, row, old and new value, reason, office and day.
  func correctionSentences() throws(Failure) -> [ReportSentence] {
    var sentences: [ReportSentence] = []
    for correction in corrections {
      let file = try correctedFiles.file(of: correction)
      let words = Messages.correctionSentence(file: file, row: correction.row, correction.said)
      sentences.append(
        ReportSentence([
          .text(words.start[language]), part(correction, correction.expected, name: "expected"),
          .text(words.between[language]), part(correction, correction.corrected, name: "corrected"),
          .text(words.end[language]),
        ]))
    }
    return sentences
  }

  /// A value as the files write it; a number stands in the ledger, quoted from the corrections.
  private func part(_ correction: Correction, _ text: String, name: String) -> ReportSentence.Part {
    guard !text.isEmpty else { return .text(Messages.emptyValue[language]) }
    guard let value = number(text, correction) else { return .text(text) }
    let resource = dataset.package.resource(named: correction.resource)
    let id = FigureID("correction/\(correction.line)#\(name)")
    book.add(
      LedgerEntry(
        id: id, indicator: nil, period: nil, value: Rational(value), published: value,
        unitOfMeasure: UnitOfMeasure.pure.code, isIllustrative: resource?.isIllustrative ?? false,
        formula: name == "expected" ? "source, before correction" : "correction",
        origin: .quoted(file: correction.file, line: correction.line, document: nil)))
    return .figure(id, printed: text)
  }

  /// The number of a column of numbers; nil for codes, years and words.
  private func number(_ text: String, _ correction: Correction) -> ExactDecimal? {
    guard let field = dataset.package.resource(named: correction.resource)?.field(named: correction.column),
      field.kind == .integer || field.kind == .number
    else { return nil }
    var plain = ""
    for byte in text.utf8 {
      if byte == field.groupCharacter { continue }
      plain.unicodeScalars.append(UnicodeScalar(byte == field.decimalCharacter ? UInt8(ascii: ".") : byte))
    }
    return ExactDecimal(plain)
  }
}
