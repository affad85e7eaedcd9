import CSVCore
import Findings
import Language

/// Why no column of a header is known: another delimiter, or titles above the header. One finding in place of one for
/// each column.
enum HeaderTrouble {
  /// - Parameter record: the record that was taken for the header.
  static func explain(
    _ batch: borrowing CSVBatch, _ record: Int, file: String, resource: ResourceDescriptor
  ) -> Finding? {
    let header = batch.record(record)
    if let delimiter = otherDelimiter(header, resource) {
      return Finding(
        code: "wrong-delimiter", resource: resource.name,
        position: Position(file: file, line: batch.line(of: record), column: 1),
        value: header.string(0).map { String($0.prefix(200)) }, message: Messages.wrongDelimiter(printable(delimiter)),
        remedy: Messages.wrongDelimiterRemedy(printable(delimiter)))
    }
    guard resource.layout.rows.isEmpty else { return nil }
    for later in record + 1..<min(record + deepest, batch.recordCount) {
      guard batch.fieldCount(of: later) <= ResourceScanner.columnLimit,
        holdsAll(HeaderBinding.names(batch.record(later)).compactMap { $0 }, resource)
      else { continue }
      let line = batch.line(of: later)
      return Finding(
        code: "header-not-first", resource: resource.name,
        position: Position(file: file, line: batch.line(of: record), column: 1),
        value: header.string(0).map { String($0.prefix(200)) }, message: Messages.headerNotFirst(line),
        remedy: Messages.headerNotFirstRemedy(line))
    }
    return nil
  }

  /// In bytes.
  private static let longestHeader = 1 << 16
  /// Titles are a few lines.
  private static let deepest = 30

  private static func holdsAll(_ names: [String], _ resource: ResourceDescriptor) -> Bool {
    !resource.fields.isEmpty && resource.fields.allSatisfy { names.contains($0.name) }
  }

  private static func otherDelimiter(_ header: CSVRecord, _ resource: ResourceDescriptor) -> Character? {
    guard header.fields.count == 1, resource.fields.count > 1, let text = header.string(0),
      text.utf8.count <= longestHeader
    else { return nil }
    let declared = Character(UnicodeScalar(resource.dialect.delimiter))
    return [";", ",", "\t", "|"].first { delimiter in
      let names = text.split(separator: delimiter, omittingEmptySubsequences: false).map { name in
        VietnameseText.collapsed(VietnameseText.normalised(name.filter { $0 != "\"" }))
      }
      return delimiter != declared && holdsAll(names, resource)
    }
  }

  private static func printable(_ delimiter: Character) -> String { delimiter == "\t" ? "\\t" : String(delimiter) }
}
