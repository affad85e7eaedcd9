import Findings
import Language
import Values

/// What can be wrong with the text of one field.
enum FieldProblem: Error, Equatable {
  case requiredMissing
  case encoding
  case notANumber
  case notAnInteger
  case undeclaredComma
  case undeclaredPoint
  case spaceInNumber
  case wrongGrouping
  case numberTooLong
  case notAYear
  case notADate
  case notATruthValue
  case notAllowed([String])
  case patternMismatch(String)
  case belowMinimum(ExactDecimal)
  case aboveMaximum(ExactDecimal)

  /// The stable code of the finding.
  var code: String {
    switch self {
    case .requiredMissing: "required-missing"
    case .encoding: "encoding-error"
    case .undeclaredComma, .undeclaredPoint, .wrongGrouping: "number-format"
    case .numberTooLong: "number-too-long"
    case .notAllowed, .patternMismatch, .belowMinimum, .aboveMaximum: "constraint-error"
    case .notANumber, .notAnInteger, .spaceInNumber, .notAYear, .notADate, .notATruthValue: "type-error"
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
    case .wrongGrouping: Messages.wrongGrouping(value, field)
    case .numberTooLong: Messages.numberTooLong(value, field)
    case .notAYear: Messages.notAYear(value, field)
    case .notADate: Messages.notADate(value, field)
    case .notATruthValue: Messages.notATruthValue(value, field)
    case .notAllowed: Messages.notAllowed(value, field)
    case .patternMismatch(let pattern): Messages.patternMismatch(value, field, pattern)
    case .belowMinimum(let limit): Messages.belowMinimum(value, field, limit.description)
    case .aboveMaximum(let limit): Messages.aboveMaximum(value, field, limit.description)
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
    case .wrongGrouping: Messages.wrongGroupingRemedy
    case .numberTooLong: Messages.numberTooLongRemedy
    case .notAYear: Messages.notAYearRemedy
    case .notADate: Messages.notADateRemedy
    case .notATruthValue: Messages.notATruthValueRemedy
    case .notAllowed(let allowed):
      Messages.didYouMean(NearestWord.candidates(for: value, among: allowed), allowed: allowed)
    case .patternMismatch: Messages.patternMismatchRemedy
    case .belowMinimum, .aboveMaximum: Messages.outOfRangeRemedy
    }
  }
}
