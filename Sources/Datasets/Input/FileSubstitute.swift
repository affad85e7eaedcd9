public import Findings
import Language

/// A file that is read instead of those that the descriptor names for a resource: one that came in just now, or a
/// pipe's content. Whoever asks for it has named it, so it may lie anywhere.
public struct FileSubstitute: Sendable, Hashable {
  public let resource: String
  /// What findings and explanations call it.
  public internal(set) var name: String
  /// Where it is opened.
  public let path: String
  let isCompressed: Bool

  /// - Parameters:
  ///   - name: as the user wrote it.
  ///   - path: of a regular file. Where its name does not say that it is compressed, as that of a pipe cannot, its first
  ///     bytes do.
  public init(resource: String, name: String, path: String) {
    self.resource = resource
    self.name = name
    self.path = path
    isCompressed = Gzip.isCompressed(name) || TextFile.firstBytes(of: path, limit: 2) == Gzip.signature
  }
}

extension DataPackage {
  /// - Throws: `Failure.usage`, with the nearest names, where there is no such resource.
  public func requireResource(named name: String) throws(Failure) {
    guard resource(named: name) == nil else { return }
    let known = resources.map(\.name)
    let unknown = Messages.unknownWord(Messages.wordResource, word: name)
    let hint = Messages.didYouMean(NearestWord.candidates(for: name, among: known), allowed: known)
    throw .usage(
      LocalizedText(vi: "\(unknown.vietnamese) \(hint.vietnamese)", en: "\(unknown.english) \(hint.english)"))
  }

  public func isReplaced(_ resource: String) -> Bool { substitutes.contains { $0.resource == resource } }

  /// The package with one file each in place of all files of some resources.
  ///
  /// Names are kept apart: where the name of one is that of another file of the package, `./` goes before it.
  ///
  /// - Throws: as `requireResource`.
  func replacing(_ files: [FileSubstitute]) throws(Failure) -> DataPackage {
    var package = self
    for file in files {
      try requireResource(named: file.resource)
      var file = file
      let own = package.resource(named: file.resource)?.paths ?? []
      let others = package.resources.filter { $0.name != file.resource }.flatMap(\.paths)
      // Such as the descriptor, or the corrections.
      let isAnother = !own.contains(file.name) && TextFile.exists(Self.path(of: file.name, in: folder))
      if isAnother { file.name = "./\(file.name)" }
      while others.contains(file.name) { file.name = "./\(file.name)" }
      package.substitutes.append(file)
      package.resources = package.resources.map { $0.name == file.resource ? $0.read(from: file.name) : $0 }
    }
    return package
  }
}
