public import CSVCore
import Values

/// Decodes and checks single fields as a scan of whole rows does. Each part of an express reading has one of its own, and
/// asks it once for each different text.
public struct FieldExaminer {
  private var scanner: ResourceScanner
  private let input: ExpressInput

  /// Nil where the resource cannot be scanned.
  public init?(_ input: ExpressInput) {
    guard let scanner = try? ResourceScanner(input.resource, of: input.package, use: input.use, known: input.known)
    else { return nil }
    self.scanner = scanner
    self.input = input
  }

  /// What a field holds; nil where a scan would find an error in it, or might.
  public mutating func cell(_ field: CSVField, in rows: CSVRows, of index: Int) -> Cell? {
    guard field.length <= ResourceScanner.fieldLimit else { return nil }
    // The field lies in the block that the rows are lent with.
    let bytes = UnsafeBufferPointer(start: rows.bytes + field.start, count: field.length)
    let (cell, problem) = scanner.decoders[index].decode(bytes.span)
    if problem?.severity == .error { return nil }
    // Whether a column of numbers holds identity numbers depends on how often each of them stands there.
    if scanner.decoders[index].digits != nil, (9...12).contains(field.length) { return nil }
    return scanner.isReferenceKnown(cell, of: index) ? cell : nil
  }

  /// As text; nil when there is none.
  public func text(of cell: Cell, field index: Int) -> String? { scanner.text(of: cell, field: index) }

  /// Asks something of the row's readers, whose texts are those of the examiner.
  public func ask<Answer>(_ body: (borrowing ResourceScanner) -> Answer) -> Answer { body(scanner) }

  /// The different texts of a field, in order of first appearance.
  public func texts(of index: Int) -> [String] { scanner.decoders[index].dictionary.texts }

  /// A row of nothing but some cells.
  public func row(_ cells: [(field: Int, cell: Cell)]) -> ScannedRow {
    var all = Array(repeating: Cell.missing, count: input.resource.fields.count)
    for (field, cell) in cells { all[field] = cell }
    return ScannedRow(line: 1, part: 0, cells: all)
  }
}
