import Catalogue
import Datasets
public import Findings
import Language

/// Checks a whole package: descriptor, catalogue, every file against its schema, keys, references and levels, and then
/// the rules that its figures have to fulfil.
public enum PackageCheck {
  public struct Result: Sendable {
    public var findings: [Finding] = []
    /// Findings beyond the limit of a file, counted and not kept.
    public var omitted = 0
    /// The same, of findings that are no errors.
    public var omittedWarnings = 0
    public var rows = 0
    public var files = 0

    public init() {}

    public var errors: Int { findings.count { $0.severity == .error } + omitted }
    public var warnings: Int { findings.count { $0.severity == .warning } + omittedWarnings }
    public var isValid: Bool { errors == 0 }
  }

  /// - Throws: `Failure.noInput` when the descriptor or a file is missing, `.inputOutput` when reading fails.
  public static func run(_ folder: String) throws(Failure) -> Result {
    var result = Result()
    let package: DataPackage
    do { package = try DataPackage.open(folder) } catch { return try findings(of: error, in: result) }
    result.files = 1
    var dataset: Dataset?
    var broken: [Finding] = []
    do {
      if TextFile.exists(package.path(of: Catalogue.fileName)) { dataset = try Dataset.open(folder) }
    } catch {
      // What is wrong with the catalogue or a list of members; files are still checked against their schemas.
      broken = try findings(of: error, in: Result()).findings
    }
    var tables: [String: CellTable] = [:]
    for resource in package.resources {
      let outcome: ScanOutcome
      if let plan = dataset?.plan(for: resource.name) {
        let (table, found) = try NativeEngine().scan(plan)
        outcome = found
        if !found.hasErrors { tables[resource.name] = table }
      } else {
        var scanner = try ResourceScanner(resource, of: package)
        outcome = try scanner.scan()
      }
      result.findings += outcome.findings
      result.omitted += outcome.omittedFindings
      result.rows += outcome.rows
      result.files += 1
    }
    // The files were scanned twice; what only their hierarchy shows comes on top.
    let known = Set(result.findings)
    result.findings += broken.filter { !known.contains($0) }
    if let dataset, result.isValid {
      do {
        _ = try dataset.targets()
        _ = try dataset.claims()
        result.findings += try dataset.unitEvents()?.findings ?? []
      } catch {
        result.findings += try findings(of: error, in: Result()).findings
      }
    }
    if let dataset { addRules(dataset, tables, to: &result) }
    return result
  }

  private static func addRules(_ dataset: Dataset, _ tables: [String: CellTable], to result: inout Result) {
    let findings = RuleCheck.findings(dataset, tables)
    let kept = findings.prefix(ResourceScanner.findingLimit)
    result.findings += kept
    let errors = findings.dropFirst(kept.count).count { $0.severity == .error }
    result.omitted += errors
    result.omittedWarnings += findings.count - kept.count - errors
  }

  private static func findings(of failure: Failure, in result: Result) throws(Failure) -> Result {
    guard case .invalid(let findings) = failure else { throw failure }
    var result = result
    result.findings += findings
    return result
  }
}
