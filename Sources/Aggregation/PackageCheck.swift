import Catalogue
public import Datasets
public import Findings
import Language

/// Checks a whole package: descriptor, catalogue, every file against its schema, keys, references and levels, and then
/// the rules that its figures have to fulfil.
public enum PackageCheck {
  public struct Result: Sendable {
    /// All that was found, counted; the worst of it kept.
    public var list: FindingList
    public var rows = 0
    public var files = 0
    /// In the order in which they were checked.
    var fileOrder: [String] = []

    public init(limit: Int = FindingList.standardLimit) { list = FindingList(limit: limit) }

    /// The kept findings: file by file, from the first line to the last.
    public var findings: [Finding] {
      let found = list.findings
      var ranks: [String: Int] = [:]
      for file in fileOrder + found.map(\.position.file) where ranks[file] == nil { ranks[file] = ranks.count }
      return found.enumerated().sorted { left, right in
        let (first, second) = (left.element.position, right.element.position)
        if first.file != second.file { return ranks[first.file, default: 0] < ranks[second.file, default: 0] }
        if first.line != second.line { return (first.line ?? 0) < (second.line ?? 0) }
        return left.offset < right.offset
      }.map(\.element)
    }

    public var errors: Int { list.errors }
    public var warnings: Int { list.warnings }
    public var isValid: Bool { !list.hasErrors }
  }

  /// - Parameters:
  ///   - replacing: what is read instead of files of the package.
  ///   - limit: of the findings that are kept; all are counted.
  ///   - effort: for speed; it changes nothing in the result.
  ///   - progress: told how far the files have been read.
  /// - Throws: `Failure.noInput` when the descriptor or a file is missing, `.inputOutput` when reading fails.
  public static func run(
    _ folder: String, replacing: [FileSubstitute] = [], limit: Int = FindingList.standardLimit,
    effort: ScanEffort = ScanEffort(), progress: ReadingProgress? = nil
  ) throws(Failure) -> Result {
    var result = Result(limit: limit)
    var package: DataPackage
    do { package = try DataPackage.open(folder, replacing: replacing) } catch {
      return try findings(of: error, in: result)
    }
    package.progress = progress
    result.files = 1
    result.fileOrder = [DataPackage.descriptorName, Catalogue.fileName] + package.resources.flatMap(\.paths)
    result.list.add(package.corrections.findings)
    var dataset: Dataset?
    var broken: [Finding] = []
    do {
      if TextFile.exists(package.path(of: Catalogue.fileName)) {
        dataset = try Dataset.open(folder, replacing: replacing, progress: progress, threads: effort.threads)
      }
    } catch {
      // What is wrong with the catalogue or a list of members; files are still checked against their schemas.
      broken = try findings(of: error, in: Result(limit: .max)).list.findings
    }
    var tables: [String: CellTable] = [:]
    for resource in package.resources {
      let outcome: ScanOutcome
      if let dataset, let plan = dataset.plan(for: resource.name) {
        let (table, found) = try NativeEngine().check(
          plan, limit: limit, effort: effort, needsCells: dataset.checksCells(of: resource.name))
        outcome = found
        if !found.hasErrors { tables[resource.name] = table }
      } else {
        // While the catalogue is not read, any resource may be a list.
        let lists = dataset?.catalogue.dimensions.contains { $0.resource == resource.name } ?? true
        let use = dataset != nil || !broken.isEmpty ? ResourceUse(listsMembers: lists) : nil
        var scanner = try ResourceScanner(resource, of: package, use: use, limit: limit)
        outcome = try scanner.check(effort)
      }
      if resource.name == Corrections.resourceName {
        result.list.add(outcome.findings.filter { !package.corrections.findings.contains($0) })
      } else {
        result.list.add(outcome.list)
      }
      result.rows += outcome.rows
      result.files += 1
    }
    // The files were scanned twice; what only their hierarchy shows comes on top.
    let known = Set(result.list.findings)
    // What the files' own scan counted is not counted again, even where it was not kept.
    result.list.add(broken.filter { !known.contains($0) && result.list.omitted[$0.kind] == nil })
    if let dataset, result.isValid {
      do {
        _ = try dataset.targets()
        _ = try dataset.claims()
        result.list.add(try dataset.unitEvents()?.findings ?? [])
      } catch {
        result = try findings(of: error, in: result)
      }
    }
    if let dataset {
      let said = Set(result.findings)
      result.list.add(try SubmissionCheck.findings(dataset, tables).filter { !said.contains($0) })
      addRules(dataset, tables, to: &result)
    }
    return result
  }

  private static func addRules(_ dataset: Dataset, _ tables: [String: CellTable], to result: inout Result) {
    result.list.add(RuleCheck.findings(dataset, tables))
  }

  private static func findings(of failure: Failure, in result: Result) throws(Failure) -> Result {
    guard case .invalid(let findings) = failure else { throw failure }
    var result = result
    result.list.add(findings)
    return result
  }
}
