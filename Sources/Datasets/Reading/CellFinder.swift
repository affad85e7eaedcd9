import CSVCore
public import Findings
import Language

/// Finds out where cells stand of which only line and column name are known.
public enum CellFinder {
  public struct Cell: Sendable, Hashable {
    /// Relative to the package, as the resource names it.
    public let file: String
    public let line: Int
    public let field: String

    public init(file: String, line: Int, field: String) {
      self.file = file
      self.line = line
      self.field = field
    }
  }

  /// Reads the files once more, each as far as the last of its lines.
  ///
  /// - Returns: the positions of the cells that are there.
  /// - Throws: `Failure.noInput` when the file is not there any more.
  /// - Complexity: O(bytes); nothing is decoded.
  public static func positions(
    of cells: Set<Cell>, in resource: ResourceDescriptor, of package: DataPackage
  ) throws(Failure) -> [Cell: Position] {
    if let inline = resource.inline { return positions(Dictionary(grouping: cells, by: \.line), inline) }
    let byFile = Dictionary(grouping: cells, by: \.file)
    var found: [Cell: Position] = [:]
    // A later file may go on under the header of the one before it.
    var names = resource.layout.hasHeader ? nil : resource.fields.map { Optional($0.name) }
    for (index, file) in resource.paths.enumerated() {
      let wanted = Dictionary(grouping: byFile[file] ?? [], by: \.line)
      guard index == 0 || !wanted.isEmpty || resource.layout.hasHeader else { continue }
      let input = try ResourceInput.open(file, of: resource, in: package)
      // What cannot be read to the end has said so.
      try? find(wanted, input, resource, &names, &found)
    }
    return found
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

  /// - Parameter names: of the columns; nil until a header has been read.
  private static func find(
    _ wanted: [Int: [Cell]], _ input: ResourceInput, _ resource: ResourceDescriptor, _ names: inout [String?]?,
    _ found: inout [Cell: Position]
  ) throws(CSVError) {
    let last = wanted.keys.max() ?? 0
    var reader = try CSVReader(input.source, dialect: resource.dialect)
    var header = HeaderReader(resource.layout)
    var isBound = !resource.layout.hasHeader
    while try reader.next() {
      for record in 0..<reader.batch.recordCount {
        let line = reader.batch.line(of: record)
        if header.passesOver(line) { continue }
        if !isBound {
          guard case .header(let first) = header.take(reader.batch, record) else { continue }
          isBound = true
          let goesOn = names.map { resource.continues(first, columns: $0.count) } ?? false
          if !goesOn {
            names = HeaderBinding.names(first)
            continue
          }
        }
        if line > last { return }
        for cell in wanted[line] ?? [] {
          guard let column = names?.firstIndex(of: cell.field), column < reader.batch.fieldCount(of: record) else {
            continue
          }
          let place = reader.batch.position(record, column)
          found[cell] = Position(file: input.file, line: place.line, column: place.column)
        }
      }
    }
  }
}
