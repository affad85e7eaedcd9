import Aggregation
import Datasets
import Findings
import Language

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// One state of a data package: a folder, or what a git revision holds of it, unpacked into a folder of its own for as
/// long as it is needed.
final class VintageFolder {
  /// As the user called it.
  let name: String
  let folder: String
  private let scratch: String?

  private init(name: String, folder: String, scratch: String?) {
    self.name = name
    self.folder = folder
    self.scratch = scratch
  }

  deinit {
    guard let scratch else { return }
    try? FileManager.default.removeItem(atPath: scratch)
    TemporaryPlaces.remove(scratch)
  }

  /// - Parameter package: the package's folder in the repository, for a revision; asked for only then.
  /// - Throws: `Failure.noInput` when the name is neither, `.cannotCreate` when a revision cannot be unpacked.
  static func open(
    _ name: String, package: () throws(Failure) -> String, in context: ProcessContext
  ) throws(Failure) -> VintageFolder {
    if TextFile.exists("\(name)/\(DataPackage.descriptorName)") {
      return VintageFolder(name: name, folder: name, scratch: nil)
    }
    guard AtomicFile.kind(of: name) != .folder, let package = try? package() else {
      throw .noInput(path: name, reason: Messages.notAVintage(name))
    }
    return try unpack(name, of: package, in: context)
  }

  private static func unpack(
    _ name: String, of package: String, in context: ProcessContext
  ) throws(Failure) -> VintageFolder {
    let scratch = TemporaryPlaces.newPath
    TemporaryPlaces.add(scratch)
    do {
      try FileManager.default.createDirectory(atPath: "\(scratch)/package", withIntermediateDirectories: true)
    } catch {
      throw .cannotCreate(path: scratch, reason: Messages.cannotCreate)
    }
    // Owns the folder from here on: it goes when this function throws.
    let vintage = VintageFolder(name: name, folder: "\(scratch)/package", scratch: scratch)
    var environment = context.environment
    // An index of our own: the repository is only read.
    environment["GIT_INDEX_FILE"] = "\(scratch)/index"
    let answer = "\(scratch)/answer"
    func git(_ arguments: [String]) throws(Failure) -> String? {
      guard let code = ChildProcess.run(["git", "-C", package] + arguments, environment: environment, output: answer)
      else { throw .noInput(path: name, reason: Messages.gitMissing) }
      return code == 0 ? (try? String(contentsOfFile: answer, encoding: .utf8)) ?? "" : nil
    }
    let line = { (text: String) in String(text.prefix { $0 != "\n" }) }
    guard
      let commit = try git(["rev-parse", "--verify", "--quiet", "--end-of-options", "\(name)^{commit}"]).map(line),
      let prefix = try git(["rev-parse", "--show-prefix"]).map(line),
      try git(["read-tree", "\(commit):\(prefix)"]) != nil,
      try git(["--work-tree=\(scratch)/package", "checkout-index", "--all", "--prefix=\(scratch)/package/"]) != nil,
      TextFile.exists("\(scratch)/package/\(DataPackage.descriptorName)")
    else { throw .noInput(path: name, reason: Messages.notAVintage(name)) }
    return vintage
  }

  /// The package, with its findings named after the vintage: both have files of the same names.
  func dataset() throws(Failure) -> Dataset {
    do throws(Failure) { return try Dataset.open(folder) } catch { throw named(error) }
  }

  func named(_ failure: Failure) -> Failure {
    guard case .invalid(let findings) = failure else { return failure }
    return .invalid(
      findings.map { finding in
        var finding = finding
        finding.position.file = "\(name)/\(finding.position.file)"
        return finding
      })
  }
}
