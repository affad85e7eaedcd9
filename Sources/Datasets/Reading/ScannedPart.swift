import CSVCore
import Findings

/// One file of a resource while it is scanned, or the rows of the descriptor.
struct ScannedPart {
  let file: String
  let source: CSVSource
  var index = 0
  var inline: InlineRows?
  /// Nil until the header has been read.
  var binding: HeaderBinding?
  /// Rows after the header, blank ones included.
  var records = 0
  private(set) var blankRows = 0
  private(set) var firstBlankLine: Int?
  /// Whether an old encoding has been reported for the whole file.
  var isMisencoded: Bool?

  init(
    file: String, source: CSVSource, index: Int = 0, inline: InlineRows? = nil, binding: HeaderBinding? = nil
  ) {
    self.file = file
    self.source = source
    self.index = index
    self.inline = inline
    self.binding = binding
  }

  /// In bytes; 0 where nobody can say.
  var size: Int {
    if case .bytes(let bytes) = source { return bytes.count }
    if case .file(let path) = source { return FileStatus(path)?.size ?? 0 }
    return 0
  }

  mutating func passBlank(line: Int) {
    blankRows += 1
    if firstBlankLine == nil { firstBlankLine = line }
  }

  /// The row of the descriptor that the scan stands at; its header before the first.
  var inlineRow: InlineRows.Row? {
    guard let inline else { return nil }
    return records > 0 && records <= inline.rows.count ? inline.rows[records - 1] : inline.header
  }
}
