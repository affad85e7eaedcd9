import TestSupport
import Testing

@testable import WorkbookReader

/// The document lists the items that there are, in their order.
@Suite struct ChecklistDocumentTests {
  @Test func everyItemHasItsRow() throws {
    let text = try Repository.text(of: "notebooks-docs/workbook-checks.md")
    let rows = text.split(separator: "\n").filter { $0.hasPrefix("| `") }
    let codes = rows.compactMap { $0.dropFirst(3).split(separator: "`").first.map(String.init) }
    #expect(codes == ChecklistItem.allCases.map(\.code))
  }
}
