#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A recorded text beside the tests that expect it. `THAPNIEN_RECORD=1` writes it anew, to be looked at in the diff.
public struct Golden: Sendable {
  private let path: String

  /// - Parameter file: `Tests/ReportsTests/Goldens/tiny.txt`.
  public init(_ file: String) { path = Repository.path(of: file) }

  private static let isRecording = ProcessInfo.processInfo.environment["THAPNIEN_RECORD"] == "1"

  /// The first line in which a text differs from the recorded one, byte by byte; nil when they are the same.
  public func difference(from text: String) throws -> String? {
    if Self.isRecording {
      try Data(text.utf8).write(to: URL(filePath: path))
      return nil
    }
    let recorded = String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
    guard !recorded.utf8.elementsEqual(text.utf8) else { return nil }
    let (expected, actual) = (Self.lines(of: recorded), Self.lines(of: text))
    let index = zip(expected, actual).prefix { $0.utf8.elementsEqual($1.utf8) }.count
    return """
      line \(index + 1):
        expected: \(index < expected.count ? String(expected[index]) : "the end")
        actual:   \(index < actual.count ? String(actual[index]) : "the end")
      """
  }

  private static func lines(of text: String) -> [Substring] {
    text.split(separator: "\n", omittingEmptySubsequences: false)
  }
}
