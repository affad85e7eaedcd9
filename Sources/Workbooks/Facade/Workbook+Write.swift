import Reports

extension Workbook {
  /// What the library keeps until the file is written.
  enum Memory: Sendable, Hashable {
    /// Everything: cells in any order, Excel tables.
    case whole
    /// One row of each sheet: rows from top to bottom, no Excel tables, nothing merged over several rows.
    case constant
  }

  /// Writes a workbook whole or not at all: what `body` puts into it is on disk when this returns, and nothing is when
  /// it throws.
  static func write<Result>(
    to path: String, properties: Properties, memory: Memory = .whole, look: Theme = .office,
    _ body: (inout Workbook) throws(WorkbookError) -> Result
  ) throws(WorkbookError) -> Result {
    var book = try Workbook(path: path, properties: properties, memory: memory, look: look)
    let result = try body(&book)
    try book.close()
    return result
  }
}
