import Findings
import Language
import Values

/// Finds rows whose primary key, or whose unique column, has been seen before.
struct KeyChecker {
  private struct Key {
    let fields: [Int]
    var lines: [[UInt8]: Int] = [:]
  }

  private var keys: [Key] = []

  init(_ resource: ResourceDescriptor) {
    let primary = resource.primaryKey.compactMap { resource.index(of: $0) }
    if !primary.isEmpty { keys.append(Key(fields: primary)) }
    for (index, field) in resource.fields.enumerated() where field.constraints.isUnique && [index] != primary {
      keys.append(Key(fields: [index]))
    }
  }

  mutating func check(_ row: ScannedRow, _ decoders: [FieldDecoder]) -> [RowProblem] {
    var problems: [RowProblem] = []
    for index in keys.indices {
      let fields = keys[index].fields
      guard let key = Self.bytes(row, fields) else { continue }
      guard let first = keys[index].lines[key] else {
        keys[index].lines[key] = row.line
        continue
      }
      let names = fields.map { decoders[$0].field.name }.joined(separator: ", ")
      problems.append(
        RowProblem(
          code: "duplicate-key", field: fields[0], message: Messages.duplicateKey(names, firstLine: first),
          remedy: Messages.duplicateKeyRemedy))
    }
    return problems
  }

  /// The key's cells as bytes; nil when one is missing or invalid, which other findings say.
  private static func bytes(_ row: ScannedRow, _ fields: [Int]) -> [UInt8]? {
    var bytes: [UInt8] = []
    for field in fields {
      switch row.cells[field] {
      case .missing, .invalid: return nil
      case .text(let code): append(code, to: &bytes)
      case .number(let number): bytes += Array(number.description.utf8) + [0]
      case .year(let year): append(year, to: &bytes)
      case .date(let date): bytes += Array(date.description.utf8)
      case .boolean(let value): bytes.append(value ? 1 : 0)
      }
    }
    return bytes
  }

  private static func append(_ number: Int, to bytes: inout [UInt8]) {
    withUnsafeBytes(of: number) { bytes += $0 }
  }
}
