import Findings

/// Exit codes, after sysexits.h.
enum ExitCode {
  /// Done; the answer is yes.
  static let yes: Int32 = 0
  /// The answer is no.
  static let no: Int32 = 1
  static let usage: Int32 = 64
  /// The data are wrong, so the question cannot be answered; also a refusal.
  static let data: Int32 = 65
  static let noInput: Int32 = 66
  static let software: Int32 = 70
  static let cannotCreate: Int32 = 73
  static let inputOutput: Int32 = 74

  static func of(_ failure: Failure) -> Int32 {
    switch failure {
    case .usage: usage
    case .invalid, .refused: data
    case .noInput: noInput
    case .cannotCreate: cannotCreate
    case .inputOutput: inputOutput
    case .defect: software
    }
  }
}
