import Datasets
import TestSupport
import Values

/// The rows of a CSV file by line, read in the plainest way: what the ledger says is added up again from these.
struct CSVRows {
  private(set) var rows: [Int: [String: String]] = [:]

  init(_ resource: ResourceDescriptor, of package: DataPackage) throws {
    let text = try TextFile.read(package.path(of: resource.path), called: resource.path)
    let delimiter = Character(UnicodeScalar(resource.dialect.delimiter))
    var header: [String] = []
    for (index, line) in text.split(whereSeparator: \.isNewline).enumerated() {
      let fields = Self.fields(line, delimiter)
      if index == 0 {
        header = fields
      } else {
        rows[index + 1] = Dictionary(zip(header, fields), uniquingKeysWith: { first, _ in first })
      }
    }
  }

  static func fields(_ line: Substring, _ delimiter: Character) -> [String] {
    var fields = [""]
    var quoted = false
    for character in line {
      if character == "\"" {
        quoted.toggle()
      } else if character == delimiter, !quoted {
        fields.append("")
      } else {
        fields[fields.count - 1].append(character)
      }
    }
    return fields
  }

  /// The number in a field; nil where there is none.
  func number(_ column: String, line: Int, of resource: ResourceDescriptor) -> Rational? {
    guard let text = rows[line]?[column], let field = resource.field(named: column) else { return nil }
    let point = Character(UnicodeScalar(field.decimalCharacter))
    return ExactDecimal(String(text.map { $0 == point ? "." : $0 })).map { Rational($0) }
  }
}

/// The CSV files of a package, each read once.
final class CSVLibrary {
  private let package: DataPackage
  private var files: [String: CSVRows] = [:]

  init(_ package: DataPackage) { self.package = package }

  func rows(of resource: ResourceDescriptor) throws -> CSVRows {
    if let rows = files[resource.name] { return rows }
    let rows = try CSVRows(resource, of: package)
    files[resource.name] = rows
    return rows
  }
}
