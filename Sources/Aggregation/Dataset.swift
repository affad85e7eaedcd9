public import Catalogue
public import Datasets
public import Findings

/// A data package with its catalogue and the members of its dimensions: what every question is asked of.
public struct Dataset: Sendable {
  public let package: DataPackage
  public let catalogue: Catalogue
  /// By name, for all dimensions of the catalogue.
  public let dimensions: [String: Dimension]

  public var units: Dimension? { dimensions[DimensionDeclaration.unit] }

  /// - Parameters:
  ///   - replacing: what is read instead of files of the package.
  ///   - progress: told how far its files have been read.
  ///   - cache: whether what is computed from large files may be kept beside them.
  ///   - threads: how many read a large file; nil for as many as there are processors.
  /// - Throws: `Failure.noInput` or `.invalid` for the descriptor, the catalogue or a dimension's resource; `.usage` for
  ///   what should replace a resource that there is not.
  public static func open(
    _ folder: String, replacing: [FileSubstitute] = [], progress: ReadingProgress? = nil, cache: CacheUse? = nil,
    threads: Int? = nil
  ) throws(Failure) -> Dataset {
    let declared = WorkPieces.begin(1, threads: min(2, threads ?? 2)) { _ in
      Result { () throws(Failure) in try CatalogueReader.declaration(in: folder) }
    }
    let opened = Result { () throws(Failure) in try DataPackage.open(folder, replacing: replacing) }
    let declaration = declared.results().first
    var package = try opened.get()
    package.progress = progress
    package.cache = cache
    package.threads = threads
    let wrong = package.corrections.findings
    if wrong.contains(where: { $0.severity == .error }) { throw .invalid(wrong) }
    let (catalogue, lists) = try readCatalogue(package, declaration?.get())
    var dimensions: [String: Dimension] = [:]
    var findings: [Finding] = []
    for (declaration, list) in zip(catalogue.dimensions, lists) {
      guard let list else { continue }
      do throws(Failure) { dimensions[declaration.name] = try list.get() } catch {
        guard case .invalid(let found) = error else { throw error }
        findings += found
      }
    }
    if !findings.isEmpty { throw .invalid(findings) }
    return Dataset(package: package, catalogue: catalogue, dimensions: dimensions)
  }

  private typealias MemberList = Result<Dimension, Failure>

  /// The members of the dimensions are read while the rest of the catalogue is.
  private static func readCatalogue(
    _ package: DataPackage, _ declaration: Declaration?
  ) throws(Failure) -> (Catalogue, [MemberList?]) {
    var begun: WorkPieces<MemberList?>.Begun?
    do throws(Failure) {
      let catalogue = try CatalogueReader.read(package, declaration) { declarations in
        begun = WorkPieces.begin(declarations.count, threads: min(2, package.threads ?? 2)) { index in
          members(of: declarations[index], in: package)
        }
      }
      return (catalogue, begun?.results() ?? [])
    } catch {
      _ = begun?.results()
      throw error
    }
  }

  /// Nil for a dimension whose resource there is not, which the catalogue's reader has said.
  private static func members(of declaration: DimensionDeclaration, in package: DataPackage) -> MemberList? {
    guard let resource = package.resource(named: declaration.resource) else { return nil }
    return Result { () throws(Failure) in
      try DimensionReader.read(declaration.name, columns: declaration.columns, of: resource, in: package)
    }
  }

  /// The same, its files read in another way from now on: see `open`.
  public func read(progress: ReadingProgress?, cache: CacheUse?, threads: Int?) -> Dataset {
    var package = package
    package.progress = progress
    package.cache = cache
    package.threads = threads
    return Dataset(package: package, catalogue: catalogue, dimensions: dimensions)
  }

  /// The plan that computes every measure of a resource in one pass; nil when the catalogue gives it no roles.
  public func plan(for resource: String) -> AggregationPlan? {
    guard let descriptor = package.resource(named: resource), let roles = catalogue.roles[resource] else { return nil }
    let measures = catalogue.measures.values.filter { $0.resource == resource }.sorted { $0.name < $1.name }
    return AggregationPlan(
      package: package, resource: descriptor, roles: roles, measures: measures, dimensions: dimensions,
      known: knownReferences, memberLists: catalogue.dimensions.map(\.resource))
  }

  /// The codes of all members, so that references to them are checked without reading their resources again.
  var knownReferences: [ReferenceTarget: [String]] {
    var known: [ReferenceTarget: [String]] = [:]
    for declaration in catalogue.dimensions {
      // Codes were normalised when they were read; only those that cannot have changed stand for the file's texts.
      guard let codes = dimensions[declaration.name]?.codes, codes.allSatisfy({ $0.utf8.allSatisfy { $0 < 0x80 } })
      else { continue }
      known[ReferenceTarget(resource: declaration.resource, field: declaration.columns.key)] = codes
    }
    return known
  }
}
