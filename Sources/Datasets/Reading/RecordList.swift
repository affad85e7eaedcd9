public import Findings
import Language
import Values

/// A small resource read whole as texts: targets, claims, corrections.
public struct RecordList: Sendable {
  public struct Record: Sendable {
    /// Relative to the package.
    public let file: String
    /// The line of the file, from 1.
    public let line: Int
    /// Fields with a value, in the file's own spelling; numbers in canonical form.
    public let values: [String: String]

    public subscript(field: String) -> String? { values[field] }
  }

  public let resource: ResourceDescriptor
  public let records: [Record]

  /// - Parameter check: what is wrong with a record beyond the schema.
  /// - Throws: `Failure.invalid` when the resource has errors, `.noInput` when it is not there.
  public static func read(
    _ resource: ResourceDescriptor, of package: DataPackage, check: (Record) -> [RowProblem] = { _ in [] }
  ) throws(Failure) -> RecordList {
    var scanner = try ResourceScanner(resource, of: package)
    var records: [Record] = []
    let outcome = try scanner.scan { row, scanner in
      var values: [String: String] = [:]
      for (index, field) in resource.fields.enumerated() {
        values[field.name] = scanner.text(of: row.cells[index], field: index)
      }
      let record = Record(file: scanner.part.file, line: row.line, values: values)
      records.append(record)
      return check(record)
    }
    if outcome.hasErrors { throw .invalid(outcome.findings) }
    return RecordList(resource: resource, records: records)
  }

  /// Reads another file of the same columns; findings name it by its last part.
  ///
  /// - Throws: as `read(_:of:)`.
  public static func read(_ resource: ResourceDescriptor, in path: String) throws(Failure) -> RecordList {
    let slash = path.lastIndex(of: "/")
    let folder = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? ""
    let file = slash.map { String(path[path.index(after: $0)...]) } ?? path
    guard TextFile.exists(path) else { throw .noInput(path: path, reason: Messages.noSuchFile) }
    let package = DataPackage(
      folder: folder, name: resource.name, title: resource.name, illustrativeNotice: nil, resources: [])
    return try read(resource.standing(in: file), of: package)
  }
}

extension ResourceScanner {
  /// A cell as text: as it stands in the file, numbers and dates in canonical form; nil when there is none.
  public func text(of cell: Cell, field index: Int) -> String? {
    if case .text(let code) = cell { return text(code, ofField: index) }
    return cell.canonicalText
  }
}

extension Cell {
  /// Of what is kept by its value; nil for a text, which the column keeps.
  var canonicalText: String? {
    switch self {
    case .number(let number): number.description
    case .year(let year): "\(year)"
    case .date(let date): date.description
    case .boolean(let value): value ? "true" : "false"
    case .text, .missing, .invalid: nil
    }
  }
}
