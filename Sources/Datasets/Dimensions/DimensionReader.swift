public import Findings
import Language
import Values

/// Reads the members of a dimension from its resource.
public enum DimensionReader {
  /// - Throws: `Failure.invalid` when the resource has errors, `Failure.noInput` when it is not there.
  public static func read(
    _ name: String, columns: DimensionColumns, of resource: ResourceDescriptor, in package: DataPackage
  ) throws(Failure) -> Dimension {
    var scanner = try ResourceScanner(resource, of: package, use: ResourceUse(listsMembers: true))
    var versions: [DimensionMember] = []
    let index = Dictionary(
      columns.all.compactMap { column in resource.index(of: column).map { (column, $0) } },
      uniquingKeysWith: { first, _ in first })
    let outcome = try scanner.scan { row, scanner in
      func text(_ column: String?) -> String? {
        guard let column, let field = index[column] else { return nil }
        return scanner.text(of: row.cells[field], field: field).map(VietnameseText.normalised)
      }
      func date(_ column: String?) -> CalendarDate? {
        guard let column, let field = index[column], case .date(let date) = row.cells[field] else { return nil }
        return date
      }
      guard let code = text(columns.key) else { return [] }
      let types = columns.vietnameseType.flatMap { text($0) }.map { vietnamese in
        LocalizedText(vi: vietnamese, en: text(columns.englishType) ?? vietnamese)
      }
      let vietnamese = text(columns.vietnameseName) ?? code
      versions.append(
        DimensionMember(
          code: code, names: LocalizedText(vi: vietnamese, en: text(columns.englishName) ?? vietnamese), types: types,
          level: text(columns.level), parent: text(columns.parent), validFrom: date(columns.validFrom),
          validTo: date(columns.validTo), line: row.line))
      return []
    }
    if outcome.hasErrors { throw .invalid(outcome.findings) }
    let dimension = Dimension(name: name, versions: versions)
    let findings = DimensionChecker(dimension, columns: columns, resource: resource).findings()
    if !findings.isEmpty { throw .invalid(findings) }
    return dimension
  }
}
