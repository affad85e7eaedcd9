public import Datasets
public import Findings
import Language
import Values

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Compares the rows of two vintages of a package by their keys and by their values, not by their spelling: another
/// order of rows or columns, another delimiter or `1.50` for `1.5` is no difference.
public enum RowComparison {
  /// - Throws: `Failure.invalid` when a file of either vintage has errors, `.noInput` when one is not there.
  /// - Complexity: O(bytes); the rows of one resource are kept at a time, and none of one whose files are the same.
  public static func run(
    _ old: DataPackage, _ new: DataPackage, names: (old: String, new: String)
  ) throws(Failure) -> RowRevision {
    // Corrections change what is read of files that are the same.
    let sameReading = equalFiles(old, new, [DataPackage.descriptorName, Correction.fileName])
    var differences: [RowDifference] = []
    var touched: Set<String> = []
    for resource in new.resources {
      guard let before = old.resource(named: resource.name) else { continue }
      if sameReading, equalFiles(old, new, resource.paths) { continue }
      let found = try compare(before, of: old, resource, of: new, names)
      if !found.isEmpty { touched.insert(resource.name) }
      differences += found
    }
    let known = (old: Set(old.resources.map(\.name)), new: Set(new.resources.map(\.name)))
    return RowRevision(
      differences: differences, resources: touched,
      addedResources: new.resources.map(\.name).filter { !known.old.contains($0) },
      removedResources: old.resources.map(\.name).filter { !known.new.contains($0) })
  }

  /// Whether files have the same bytes in both packages, or are in neither.
  static func equalFiles(_ old: DataPackage, _ new: DataPackage, _ paths: [String]) -> Bool {
    paths.allSatisfy { path in
      let sides = [old, new].map { package in
        try? Data(contentsOf: URL(filePath: package.path(of: path)), options: .mappedIfSafe)
      }
      return sides[0] == sides[1]
    }
  }

  private static func compare(
    _ old: ResourceDescriptor, of oldPackage: DataPackage, _ new: ResourceDescriptor, of newPackage: DataPackage,
    _ names: (old: String, new: String)
  ) throws(Failure) -> [RowDifference] {
    let columns = new.fields.map(\.name).filter { old.field(named: $0) != nil }
    let gained = new.fields.map(\.name).filter { old.field(named: $0) == nil }
    let lost = old.fields.map(\.name).filter { new.field(named: $0) == nil }
    let key = key(of: new, among: columns)
    let all = columns + gained + lost
    let before = try KeyedRows.read(old, of: oldPackage, called: names.old, key: key, columns: all)
    let after = try KeyedRows.read(new, of: newPackage, called: names.new, key: key, columns: all)
    let form = Form(resource: new, old: old, key: key, columns: all)
    var differences: [RowDifference] = []
    for identity in after.order {
      let (was, now) = (before.rows[identity] ?? [], after.rows[identity] ?? [])
      for index in now.indices {
        guard index < was.count else {
          differences.append(form.difference(nil, now[index]))
          continue
        }
        if was[index].values != now[index].values { differences.append(form.difference(was[index], now[index])) }
      }
    }
    for identity in before.order {
      let (was, now) = (before.rows[identity] ?? [], after.rows[identity] ?? [])
      for row in was.dropFirst(now.count) { differences.append(form.difference(row, nil)) }
    }
    return differences
  }

  /// The fields that identify a row: the primary key, else the first unique key, else the whole row.
  private static func key(of resource: ResourceDescriptor, among columns: [String]) -> [String] {
    let unique = resource.fields.filter { $0.constraints.isUnique }.map { [$0.name] }
    let keys = [resource.primaryKey] + resource.uniqueKeys + unique
    return keys.first { !$0.isEmpty && $0.allSatisfy(columns.contains) } ?? []
  }

  /// How differences of one resource are told.
  private struct Form {
    let resource: ResourceDescriptor
    let old: ResourceDescriptor
    let key: [String]
    let columns: [String]

    func difference(_ was: KeyedRows.Row?, _ now: KeyedRows.Row?) -> RowDifference {
      let row = now ?? was
      func text(_ row: KeyedRows.Row?, _ column: Int) -> String? { row?.values[column] }
      let named = key.isEmpty ? columns : key
      var fields: [RowDifference.Field] = []
      for (index, column) in columns.enumerated() where !named.contains(column) {
        let field = RowDifference.Field(name: column, old: text(was, index), new: text(now, index))
        if field.old != field.new { fields.append(field) }
      }
      let kind: RowDifference.Kind = was == nil ? .added : now == nil ? .removed : .changed
      let paths = now == nil ? old.paths : resource.paths
      let part = row?.part ?? 0
      return RowDifference(
        kind: kind, resource: resource.name,
        file: part < paths.count ? paths[part] : DataPackage.descriptorName,
        key: named.compactMap { name in
          columns.firstIndex(of: name).flatMap { text(row, $0) }.map { (name, $0) }
        },
        oldLine: was?.line, newLine: now?.line, fields: fields)
    }
  }
}

/// The rows of one resource, found by what identifies them.
private struct KeyedRows {
  struct Row {
    let line: Int
    let part: Int
    /// In the order of the columns asked for; nil where there is no value or no such column.
    let values: [String?]
  }

  /// Keys in the order in which they first stand.
  var order: [[String?]] = []
  /// More than one row where the resource has no key, or where the data break it.
  var rows: [[String?]: [Row]] = [:]

  static func read(
    _ resource: ResourceDescriptor, of package: DataPackage, called name: String, key: [String], columns: [String]
  ) throws(Failure) -> KeyedRows {
    var found = KeyedRows()
    let fields = columns.map { resource.index(of: $0) }
    let identifying = (key.isEmpty ? columns : key).compactMap { columns.firstIndex(of: $0) }
    var scanner = try ResourceScanner(resource, of: package)
    let outcome = try scanner.scan { row, scanner in
      let values = fields.map { field -> String? in
        guard let field else { return nil }
        if case .number(let number) = row.cells[field] { return Rational(number).description }
        return scanner.text(of: row.cells[field], field: field)
      }
      let identity = identifying.map { values[$0] }
      if found.rows[identity] == nil { found.order.append(identity) }
      found.rows[identity, default: []].append(Row(line: row.line, part: row.part, values: values))
      return []
    }
    guard !outcome.hasErrors else {
      throw .invalid(
        outcome.findings.map { finding in
          var finding = finding
          finding.position.file = "\(name)/\(finding.position.file)"
          return finding
        })
    }
    return found
  }
}
