import CSVCore
public import Findings
import Language

/// Finds out where cells stand of which only line and column name are known.
public enum CellFinder {
  /// A cell of a resource with one file.
  public struct Cell: Sendable, Hashable {
    public let line: Int
    public let field: String

    public init(line: Int, field: String) {
      self.line = line
      self.field = field
    }
  }

  /// Reads the resource once more, as far as the last of the lines.
  ///
  /// - Returns: the positions of the cells that are there.
  /// - Throws: `Failure.noInput` when the file is not there any more.
  /// - Complexity: O(bytes); nothing is decoded.
  public static func positions(
    of cells: Set<Cell>, in resource: ResourceDescriptor, of package: DataPackage
  ) throws(Failure) -> [Cell: Position] {
    let wanted = Dictionary(grouping: cells, by: \.line)
    if let inline = resource.inline { return positions(wanted, inline) }
    guard let file = resource.paths.first, let last = wanted.keys.max() else { return [:] }
    let input = try ResourceInput.open(file, of: resource, in: package)
    // What cannot be read to the end has said so.
    return (try? positions(wanted, last, input, resource)) ?? [:]
  }

  private static func positions(_ wanted: [Int: [Cell]], _ inline: InlineRows) -> [Cell: Position] {
    var found: [Cell: Position] = [:]
    for row in inline.rows {
      for cell in row.position.line.flatMap({ wanted[$0] }) ?? [] {
        guard let index = inline.header.values.firstIndex(of: cell.field), index < row.positions.count else { continue }
        found[cell] = row.positions[index]
      }
    }
    return found
  }

  private static func positions(
    _ wanted: [Int: [Cell]], _ last: Int, _ input: ResourceInput, _ resource: ResourceDescriptor
  ) throws(CSVError) -> [Cell: Position] {
    var found: [Cell: Position] = [:]
    var reader = try CSVReader(input.source, dialect: resource.dialect)
    var header = HeaderReader(resource.layout)
    var names = resource.layout.hasHeader ? nil : resource.fields.map { Optional($0.name) }
    while try reader.next() {
      for record in 0..<reader.batch.recordCount {
        let line = reader.batch.line(of: record)
        if line > last { return found }
        if names == nil, !header.passesOver(line) {
          if case .header(let record) = header.take(reader.batch, record) { names = HeaderBinding.names(record) }
          continue
        }
        for cell in wanted[line] ?? [] {
          guard let column = names?.firstIndex(of: cell.field), column < reader.batch.fieldCount(of: record) else {
            continue
          }
          let place = reader.batch.position(record, column)
          found[cell] = Position(file: input.file, line: place.line, column: place.column)
        }
      }
    }
    return found
  }
}
