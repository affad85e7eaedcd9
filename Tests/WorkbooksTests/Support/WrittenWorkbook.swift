import Foundation
import Reports
import TestSupport

@testable import Workbooks

/// A workbook in a folder of its own, removed with the value; `THAPNIEN_KEEP` names a folder to keep it in, to look at.
final class WrittenWorkbook {
  private let scratch: ScratchFolder
  let path: String
  let places: [FigurePlace]

  init(_ document: ReportDocument, named name: String = "sample.xlsx", look: WorkbookLook = WorkbookLook()) throws {
    scratch = try ScratchFolder()
    let keep = ProcessInfo.processInfo.environment["THAPNIEN_KEEP"]
    path = keep.map { "\($0)/\(name)" } ?? scratch.path(of: name)
    places = try WorkbookWriter.write(document, to: path, look: look).figures
  }

  func read() throws -> ReadWorkbook { try ReadWorkbook(path: path) }
  var bytes: [UInt8] { get throws { [UInt8](try Data(contentsOf: URL(filePath: path))) } }
}
