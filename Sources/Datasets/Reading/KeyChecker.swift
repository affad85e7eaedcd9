import Findings
import Language
import Values

/// Finds rows whose primary key, unique key or unique column has been seen before.
struct KeyChecker {
  private struct Key {
    let fields: [Int]
    let isPrimary: Bool
    var table: KeyTable

    init(_ fields: [Int], isPrimary: Bool, of resource: ResourceDescriptor) {
      self.fields = fields
      self.isPrimary = isPrimary
      let widths = fields.map { KeyChecker.width(of: resource.fields[$0].kind) }
      table = KeyTable(width: fields.count + widths.reduce(0, +))
    }
  }

  private var keys: [Key] = []
  /// The fields of each key, and whether it is the primary one.
  var plans: [(fields: [Int], isPrimary: Bool)] { keys.map { ($0.fields, $0.isPrimary) } }
  private let files: [String]
  /// The key that is looked up, kept so that no row allocates one.
  private var key: [UInt64] = []

  init(_ resource: ResourceDescriptor) {
    files = resource.paths
    let primary = resource.primaryKey.compactMap { resource.index(of: $0) }
    if !primary.isEmpty { keys.append(Key(primary, isPrimary: true, of: resource)) }
    for names in resource.uniqueKeys {
      let fields = names.compactMap { resource.index(of: $0) }
      if !fields.isEmpty, fields != primary { keys.append(Key(fields, isPrimary: false, of: resource)) }
    }
    for (index, field) in resource.fields.enumerated()
    where field.constraints.isUnique && !keys.contains(where: { $0.fields == [index] }) {
      keys.append(Key([index], isPrimary: false, of: resource))
    }
  }

  mutating func check(_ row: ScannedRow, _ decoders: [FieldDecoder]) -> [RowProblem] {
    var problems: [RowProblem] = []
    for index in keys.indices {
      guard fill(row, keys[index].fields, isPrimary: keys[index].isPrimary, decoders),
        let first = keys[index].table.place(of: key, at: KeyTable.Place(line: row.line, part: row.part))
      else { continue }
      let fields = keys[index].fields
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

  /// Fills in the key's cells; false when one is invalid, which other findings say. A primary key is one even where a
  /// part of it is empty, or two rows without an organisation would be added up; unique columns may be empty many times.
  private mutating func fill(_ row: ScannedRow, _ fields: [Int], isPrimary: Bool, _ decoders: [FieldDecoder]) -> Bool {
    key.removeAll(keepingCapacity: true)
    for field in fields {
      let end = key.count + 1 + Self.width(of: decoders[field].field.kind)
      key.append(1)
      switch row.cells[field] {
      case .invalid: return false
      case .missing:
        guard isPrimary else { return false }
        key[key.count - 1] = 0
      case .text(let code): key.append(UInt64(decoders[field].dictionary.canonicalCode(code)))
      case .number(let number):
        let (coefficient, scale) = number.reduced
        key.append(UInt64(truncatingIfNeeded: coefficient))
        key.append(UInt64(truncatingIfNeeded: coefficient >> 64))
        key.append(UInt64(scale))
      case .year(let year): key.append(UInt64(year))
      case .date(let date): key.append(UInt64((date.year * 100 + date.month) * 100 + date.day))
      case .boolean(let value): key.append(value ? 1 : 0)
      }
      while key.count < end { key.append(0) }
    }
    return true
  }

  /// Words that a cell takes.
  private static func width(of kind: FieldDescriptor.Kind) -> Int { kind == .integer || kind == .number ? 3 : 1 }
}
