import Foundation
import Language
import Reports
import Testing

@testable import Workbooks

@Suite struct WriterTests {
  @Test(arguments: OutputLanguage.allCases) func writes(_ language: OutputLanguage) throws {
    let book = try WrittenWorkbook(SampleDocument.make(language), named: "sample-\(language.rawValue).xlsx")
    let size = try FileManager.default.attributesOfItem(atPath: book.path)[.size] as? Int
    #expect((size ?? 0) > 10_000)
    #expect(!book.places.isEmpty)
  }
}
