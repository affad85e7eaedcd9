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
  public let resources: [ResourceDescriptor]

  public func resource(named name: String) -> ResourceDescriptor? { resources.first { $0.name == name } }

  /// The path of a file of the package, for opening it.
  public func path(of file: String) -> String { folder.isEmpty ? file : "\(folder)/\(file)" }

  /// Reads the descriptor.
  ///
  /// - Throws: `Failure.noInput` when there is none; `Failure.invalid` with positions when it is wrong.
  public static func open(_ folder: String) throws(Failure) -> DataPackage {
    let path = folder.isEmpty ? descriptorName : "\(folder)/\(descriptorName)"
    return try parse(TextFile.read(path, called: descriptorName), folder: folder)
  }

  /// Reads a descriptor that is a text already.
  ///
  /// - Throws: `Failure.invalid` with positions when it is wrong.
  public static func parse(_ text: String, folder: String) throws(Failure) -> DataPackage {
    let declaration = try Declaration.parse(text, file: descriptorName)
    return try DescriptorReader.read(declaration, folder: folder)
  }
}
