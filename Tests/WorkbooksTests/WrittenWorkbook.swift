import Foundation
import Language
import Reports
import Testing

@testable import Workbooks

/// A workbook written into a folder of its own, removed with the value unless `THAPNIEN_KEEP` names a folder to keep
/// it in for looking at.
final class WrittenWorkbook {
  let folder: URL
  let path: String
  let places: [FigurePlace]

  init(_ document: ReportDocument, named name: String = "sample.xlsx") throws {
    let keep = ProcessInfo.processInfo.environment["THAPNIEN_KEEP"]
    folder =
      keep.map { URL(fileURLWithPath: $0) }
      ?? FileManager.default.temporaryDirectory.appendingPathComponent("workbooks-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    path = folder.appendingPathComponent(name).path
    places = try WorkbookWriter.write(document, to: path)
  }

  deinit {
    if ProcessInfo.processInfo.environment["THAPNIEN_KEEP"] == nil {
      try? FileManager.default.removeItem(at: folder)
    }
  }
}
