public import Findings
public import Language

/// A folder with a `datapackage.json` (Data Package v2, https://datapackage.org) and its CSV files.
public struct DataPackage: Sendable {
  public static let descriptorName = "datapackage.json"

  /// The folder, as it was named by the caller.
  public let folder: String
  public let name: String
  public let title: String
  /// What readers are told when a figure comes from an illustrative resource.
  public let illustrativeNotice: LocalizedText?
  public internal(set) var resources: [ResourceDescriptor]
  /// What is read instead of what stands in the files.
  public internal(set) var corrections = Corrections.none
  /// Told by whoever reads a file of the package; nil where nobody looks.
  public var progress: ReadingProgress?
  /// Nil where nothing is kept beside the data.
  public var cache: CacheUse?
  /// How many threads read a large file; nil for as many as there are processors. Nothing that is read depends on it.
  public var threads: Int?

  public func resource(named name: String) -> ResourceDescriptor? { resources.first { $0.name == name } }

  /// Who publishes the data and on which terms.
  public internal(set) var imprint = PackageImprint()

  /// What is read instead of files of the package.
  public internal(set) var substitutes: [FileSubstitute] = []

  /// The path of a file, for opening it: of the package, or of one that stands in its place.
  public func path(of file: String) -> String {
    substitutes.first { $0.name == file }?.path ?? Self.path(of: file, in: folder)
  }

  func isCompressed(_ file: String) -> Bool {
    substitutes.first { $0.name == file }?.isCompressed ?? Gzip.isCompressed(file)
  }

  /// The same, of a package that has not been opened.
  public static func path(of file: String, in folder: String) -> String { folder.isEmpty ? file : "\(folder)/\(file)" }

  /// What is wrong with reading a file by its name: a link may lead out of the package. Nil for a file of its own, and
  /// for one that is not there.
  public func trouble(with file: String) -> Finding? { Self.trouble(with: file, in: folder) }

  /// The same, of a package that has not been opened.
  public static func trouble(with file: String, in folder: String) -> Finding? {
    guard PackagePath.trouble(file, in: folder) == .outside else { return nil }
    return Finding(
      code: "unsafe-path", position: Position(file: file), value: file, message: Messages.linkOutside,
      remedy: Messages.unsafePathRemedy)
  }

  /// Reads the descriptor.
  ///
  /// - Parameter replacing: what is read instead of files of the package. Corrections name rows of those, and are not
  ///   made in what stands in their place.
  /// - Throws: `Failure.noInput` when there is none; `Failure.invalid` with positions when it is wrong; `Failure.usage`
  ///   for what should replace a resource that there is not. What is wrong with the corrections is in their findings.
  public static func open(_ folder: String, replacing: [FileSubstitute] = []) throws(Failure) -> DataPackage {
    try parse(
      TextFile.read(path(of: descriptorName, in: folder), called: descriptorName), folder: folder, replacing: replacing)
  }

  /// Reads a descriptor that is a text already.
  ///
  /// - Throws: `Failure.invalid` with positions when it is wrong.
  public static func parse(
    _ text: String, folder: String, replacing: [FileSubstitute] = []
  ) throws(Failure) -> DataPackage {
    let declaration = try Declaration.parse(text, file: descriptorName)
    var package = try DescriptorReader.read(declaration, folder: folder)
    package = try package.replacing(replacing.filter { $0.resource == Corrections.resourceName })
    package.corrections = try Corrections.read(package)
    guard !replacing.isEmpty else { return package }
    package = try package.replacing(replacing.filter { $0.resource != Corrections.resourceName })
    package.corrections = package.corrections.leavingOut { package.isReplaced($0) }
    return package
  }
}
