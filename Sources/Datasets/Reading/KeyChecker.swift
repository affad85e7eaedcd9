import Findings
import Language
import Values

/// Finds rows whose primary key, unique key or unique column has been seen before.
struct KeyChecker {
  private struct Place {
    let line: Int
    let part: Int
  }

  private struct Key {
    let fields: [Int]
    let isPrimary: Bool
    var places: [[UInt8]: Place] = [:]
  }

  private var keys: [Key] = []
  private let files: [String]

  init(_ resource: ResourceDescriptor) {
    files = resource.paths
    let primary = resource.primaryKey.compactMap { resource.index(of: $0) }
    if !primary.isEmpty { keys.append(Key(fields: primary, isPrimary: true)) }
    for names in resource.uniqueKeys {
      let fields = names.compactMap { resource.index(of: $0) }
      if !fields.isEmpty, fields != primary { keys.append(Key(fields: fields, isPrimary: false)) }
    }
    for (index, field) in resource.fields.enumerated()
    where field.constraints.isUnique && !keys.contains(where: { $0.fields == [index] }) {
      keys.append(Key(fields: [index], isPrimary: false))
    }
  }

  mutating func check(_ row: ScannedRow, _ decoders: [FieldDecoder]) -> [RowProblem] {
    var problems: [RowProblem] = []
    for index in keys.indices {
      let fields = keys[index].fields
      guard let key = Self.bytes(row, keys[index], decoders) else { continue }
      guard let first = keys[index].places[key] else {
        keys[index].places[key] = Place(line: row.line, part: row.part)
        continue
      }
      let names = fields.map { decoders[$0].field.name }
      let file = first.part == row.part ? nil : files[first.part]
      problems.append(
        RowProblem(
          code: "duplicate-key", field: fields[0], message: Self.duplicate(names, first.line, of: file),
          remedy: Messages.duplicateKeyRemedy))
    }
    return problems
  }

  private static func duplicate(_ names: [String], _ line: Int, of file: String?) -> LocalizedText {
    let names = names.joined(separator: ", ")
    return file.map { Messages.duplicateKey(names, firstLine: line, of: $0) }
      ?? Messages.duplicateKey(names, firstLine: line)
  }

  /// The key's cells as bytes; nil when one is invalid, which other findings say. A primary key is one even where a part
  /// of it is empty, or two rows without an organisation would be added up; unique columns may be empty many times.
  private static func bytes(_ row: ScannedRow, _ key: Key, _ decoders: [FieldDecoder]) -> [UInt8]? {
    var bytes: [UInt8] = []
    for field in key.fields {
      bytes.append(1)
      switch row.cells[field] {
      case .invalid: return nil
      case .missing:
        guard key.isPrimary else { return nil }
        bytes[bytes.count - 1] = 0
      case .text(let code): append(decoders[field].dictionary.canonicalCode(code), to: &bytes)
      case .number(let number):
        let (coefficient, scale) = number.reduced
        withUnsafeBytes(of: coefficient) { bytes += $0 }
        bytes.append(UInt8(scale))
      case .year(let year): append(year, to: &bytes)
      case .date(let date): append((date.year * 100 + date.month) * 100 + date.day, to: &bytes)
      case .boolean(let value): bytes.append(value ? 1 : 0)
      }
    }
    return bytes
  }

  private static func append(_ number: Int, to bytes: inout [UInt8]) {
    withUnsafeBytes(of: number) { bytes += $0 }
  }
}
