import CSVCore
import Language

extension Messages {
  /// The finding's code and texts for an error in a file's structure. It stands here and not with the other messages
  /// because only this module knows both the scanner and the catalogue of messages.
  static func structure(_ kind: CSVError.Kind) -> (code: String, message: LocalizedText, remedy: LocalizedText) {
    switch kind {
    case .unclosedQuote: ("unclosed-quote", unclosedQuote, unclosedQuoteRemedy)
    case .textAfterQuote: ("text-after-quote", textAfterQuote, textAfterQuoteRemedy)
    case .strayQuote: ("stray-quote", strayQuote, textAfterQuoteRemedy)
    case .danglingEscape: ("dangling-escape", danglingEscape, danglingEscapeRemedy)
    case .nulByte: ("encoding-error", nulByte, notUTF8Remedy)
    case .raggedRecord(let expected, let found):
      ("ragged-row", raggedRow(expected: expected, found: found), raggedRowRemedy)
    case .recordTooLong(let limit): ("row-too-long", rowTooLong(limit), unclosedQuoteRemedy)
    case .tooManyFields(let limit): ("too-many-fields", tooManyFields(limit), raggedRowRemedy)
    case .unsoundDialect: ("wrong-dialect", unsoundDialect, unsoundDialectRemedy)
    case .damagedSource: ("damaged-archive", damagedArchive, damagedArchiveRemedy)
    case .openFailed, .readFailed: ("read-error", cannotRead, notUTF8Remedy)
    }
  }
}
