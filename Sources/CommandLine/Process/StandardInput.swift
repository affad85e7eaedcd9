import Findings
import Language

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What is piped into the program.
enum StandardInput {
  /// Far above any text written by hand.
  private static let largestSize = 64 << 20

  /// The whole text.
  ///
  /// - Throws: `Failure.noInput` when it is too large or not UTF-8, `.inputOutput` when reading fails.
  static func text() throws(Failure) -> String {
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(STDIN_FILENO, &block, block.count)
      if count < 0 {
        if errno == EINTR { continue }
        throw .inputOutput(path: "-", reason: Messages.cannotRead)
      }
      if count == 0 { break }
      bytes += block[..<count]
      guard bytes.count <= largestSize else { throw .noInput(path: "-", reason: Messages.fileTooLarge) }
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw .noInput(path: "-", reason: Messages.notUTF8)
    }
    return text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text
  }
}
