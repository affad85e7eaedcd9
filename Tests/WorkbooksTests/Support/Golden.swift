import Foundation
import Testing

/// Parts of a workbook that were looked at once and must not change unnoticed; `THAPNIEN_RECORD=1` writes them anew.
enum Golden {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Golden")
  private static let isRecording = ProcessInfo.processInfo.environment["THAPNIEN_RECORD"] == "1"

  static func check(_ xml: String, named name: String, _ location: SourceLocation = #_sourceLocation) throws {
    let file = folder.appending(path: name)
    let text = normalised(xml)
    if isRecording {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
    let recorded = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    let (lines, expected) = (text.split(separator: "\n"), recorded.split(separator: "\n"))
    let difference = zip(lines, expected).enumerated().first { $0.element.0 != $0.element.1 }
    #expect(
      text == recorded,
      """
      \(name) line \((difference?.offset ?? min(lines.count, expected.count)) + 1): \
      \(difference.map { "\($0.element.0) instead of \($0.element.1)" } ?? "another length")
      """, sourceLocation: location)
  }

  /// One element a line.
  private static func normalised(_ xml: String) -> String {
    xml.replacingOccurrences(of: "\n", with: "").replacingOccurrences(of: "><", with: ">\n<") + "\n"
  }
}
