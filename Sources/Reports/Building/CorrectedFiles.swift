import Datasets
import Findings

/// In which files of their tables corrections are made. A table of several files is read once more for that.
struct CorrectedFiles {
  private let package: DataPackage
  private var known: [String: [Correction: String]] = [:]

  init(_ package: DataPackage) { self.package = package }

  /// - Throws: as reading the table does.
  mutating func file(of correction: Correction) throws(Failure) -> String {
    guard let resource = package.resource(named: correction.resource) else { return correction.resource }
    guard resource.files.count > 1 else { return resource.path }
    if known[resource.name] == nil {
      var found: [Correction: String] = [:]
      var scanner = try ResourceScanner(resource, of: package)
      _ = try scanner.scan { row, _ in
        for made in row.corrections { found[made.correction] = made.position.file }
        return []
      }
      known[resource.name] = found
    }
    return known[resource.name]?[correction] ?? resource.path
  }
}
