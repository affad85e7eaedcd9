import Findings
import Language
import Values

/// What can be wrong with the text of one field.
enum FieldProblem: Error, Equatable {
  /// What the words beside a number say.
  enum Words: Equatable {
    case estimate, bound, other
  }

  case requiredMissing
  case encoding
  case notANumber
  case notAnInteger
  case undeclaredComma
  case undeclaredPoint
  case ambiguousNumber
  case spaceInNumber
  case wrongGrouping
  case numberTooLong
  case spreadsheetError
  case exponent
  case dateInNumber
  case twoNumbers
  case numberWithWords(Words)
  case wordForNumber
  case percentSign
  case parentheses
  case foreignMinus
  case notAYear
  /// Of four digits, and hard to believe.
  case implausibleYear(Int)
  case notADate(form: String)
  /// The number of a day, as a spreadsheet counts them.
  case dateSerial(CalendarDate)
  case notATruthValue([String])
  /// Not of a kind or format whose form the text shows.
  case notOfForm(String)
  case notAllowed([String])
  case patternMismatch(String)
  case belowMinimum(String)
  case aboveMaximum(String)
  case notAbove(String)
  case notBelow(String)
  case tooShort(Int)
  case tooLong(Int)
  case legacyFont(String, TextEncoding)
  case irregularSpaces
  case invisibleCharacter
  case decomposed

  /// The stable code of the finding.
  var code: String {
    switch self {
    case .requiredMissing: "required-missing"
    case .encoding: "encoding-error"
    case .ambiguousNumber: "ambiguous-number"
    case .undeclaredComma, .undeclaredPoint, .wrongGrouping, .parentheses, .foreignMinus: "number-format"
    case .numberTooLong: "number-too-long"
    case .spreadsheetError: "spreadsheet-error"
    case .exponent: "exponent-number"
    case .dateInNumber: "date-in-number"
    case .dateSerial: "date-serial"
    case .twoNumbers: "two-numbers"
    case .numberWithWords, .percentSign: "number-with-words"
    case .wordForNumber: "word-for-number"
    case .notAllowed, .patternMismatch, .belowMinimum, .aboveMaximum, .notAbove, .notBelow, .tooShort, .tooLong:
      "constraint-error"
    case .notANumber, .notAnInteger, .spaceInNumber, .notAYear, .notADate, .notATruthValue, .notOfForm: "type-error"
    case .implausibleYear: "implausible-year"
    case .legacyFont: "legacy-font"
    case .irregularSpaces: "irregular-spaces"
    case .invisibleCharacter: "invisible-character"
    case .decomposed: "decomposed-text"
    }
  }

  /// What only looks different is a warning: the value is kept as it stands.
  var severity: Severity {
    switch self {
    case .irregularSpaces, .invisibleCharacter, .decomposed, .implausibleYear: .warning
    default: .error
    }
  }

  func message(value: String, field: String) -> LocalizedText {
    switch self {
    case .requiredMissing: Messages.requiredMissing(field)
    case .encoding: Messages.fieldNotUTF8(field)
    case .notANumber, .spaceInNumber: Messages.notANumber(value, field)
    case .notAnInteger: Messages.notAnInteger(value, field)
    case .undeclaredComma: Messages.undeclaredSeparator(value, field, ",")
    case .undeclaredPoint: Messages.undeclaredSeparator(value, field, ".")
    case .ambiguousNumber: Messages.ambiguousNumber(value, field)
    case .wrongGrouping: Messages.wrongGrouping(value, field)
    case .numberTooLong: Messages.numberTooLong(value, field)
    case .spreadsheetError: Messages.spreadsheetError(value, field)
    case .exponent: Messages.exponentNumber(value, field)
    case .dateInNumber: Messages.dateInNumber(value, field)
    case .twoNumbers: Messages.twoNumbers(value, field)
    case .numberWithWords: Messages.numberWithWords(value, field)
    case .wordForNumber: Messages.wordForNumber(value, field)
    case .percentSign: Messages.numberWithPercent(value, field)
    case .parentheses: Messages.numberInParentheses(value, field)
    case .foreignMinus: Messages.foreignMinus(value, field)
    case .notAYear: Messages.notAYear(value, field)
    case .implausibleYear(let year): Messages.implausibleYear(year, field)
    case .notADate: Messages.notADate(value, field)
    case .dateSerial: Messages.dateSerial(value, field)
    case .notATruthValue(let words): Messages.notATruthValue(value, field, words.joined(separator: ", "))
    case .notOfForm(let form): Messages.notOfForm(value, field, form)
    case .notAllowed: Messages.notAllowed(value, field)
    case .patternMismatch(let pattern): Messages.patternMismatch(value, field, pattern)
    case .belowMinimum(let limit): Messages.belowMinimum(value, field, limit)
    case .aboveMaximum(let limit): Messages.aboveMaximum(value, field, limit)
    case .notAbove(let limit): Messages.notAbove(value, field, limit)
    case .notBelow(let limit): Messages.notBelow(value, field, limit)
    case .tooShort(let least): Messages.tooShort(value, field, least)
    case .tooLong(let most): Messages.tooLong(value, field, most)
    case .legacyFont(_, let encoding): Messages.legacyFont(value, field, encoding.name)
    case .irregularSpaces: Messages.irregularSpaces(value, field)
    case .invisibleCharacter: Messages.invisibleCharacter(value, field)
    case .decomposed: Messages.decomposedText(value, field)
    }
  }

  func remedy(value: String) -> LocalizedText {
    switch self {
    case .requiredMissing: Messages.requiredMissingRemedy
    case .encoding: Messages.notUTF8Remedy
    case .notANumber: Messages.notANumberRemedy
    case .spaceInNumber: Messages.spaceInNumberRemedy
    case .notAnInteger: Messages.notAnIntegerRemedy
    case .undeclaredComma: Messages.undeclaredCommaRemedy
    case .undeclaredPoint: Messages.undeclaredPointRemedy
    case .ambiguousNumber: Messages.ambiguousNumberRemedy
    case .wrongGrouping: Messages.wrongGroupingRemedy
    case .numberTooLong: Messages.numberTooLongRemedy
    case .spreadsheetError: Messages.spreadsheetErrorRemedy
    case .exponent: Messages.exponentNumberRemedy
    case .dateInNumber: Messages.dateInNumberRemedy
    case .twoNumbers: Messages.twoNumbersRemedy
    case .numberWithWords(.estimate): Messages.estimateRemedy
    case .numberWithWords(.bound): Messages.boundRemedy
    case .numberWithWords(.other): Messages.notANumberRemedy
    case .wordForNumber: Messages.wordForNumberRemedy
    case .percentSign: Messages.numberWithPercentRemedy
    case .parentheses, .foreignMinus: Messages.minusRemedy
    case .notAYear: Messages.notAYearRemedy
    case .implausibleYear: Messages.implausibleYearRemedy
    case .notADate(let form): Messages.notADateRemedy(form)
    case .dateSerial(let date): Messages.dateSerialRemedy(date.description)
    case .notATruthValue(let words): Messages.notATruthValueRemedy(words.joined(separator: ", "))
    case .notOfForm(let form): Messages.notOfFormRemedy(form)
    case .notAllowed(let allowed):
      Messages.didYouMean(NearestWord.candidates(for: value, among: allowed), allowed: allowed)
    case .patternMismatch: Messages.patternMismatchRemedy
    case .belowMinimum, .aboveMaximum, .notAbove, .notBelow: Messages.outOfRangeRemedy
    case .tooShort, .tooLong: Messages.lengthRemedy
    case .legacyFont(let reading, let encoding): Messages.legacyFontRemedy(reading, encoding.rawValue)
    case .irregularSpaces: Messages.irregularSpacesRemedy
    case .invisibleCharacter: Messages.invisibleCharacterRemedy
    case .decomposed: Messages.decomposedTextRemedy
    }
  }
}
