import Crypto
public import Datasets
public import Findings
import Language

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The identity of source files: SHA-256 of their bytes (FIPS 180-4).
public enum SourceHash {
  /// All files of a resource, in its order.
  ///
  /// - Parameter lines: whether each line has its own check, too.
  /// - Throws: `Failure.inputOutput` when one of them cannot be read.
  /// - Complexity: O(bytes); a file is mapped, not loaded.
  public static func files(
    _ resource: ResourceDescriptor, of package: DataPackage, lines: Bool = false
  ) throws(Failure) -> [SourceFile] {
    var files: [SourceFile] = []
    for path in resource.files { files.append(try file(path, resource, package, lines)) }
    return files
  }

  private static func file(
    _ path: String, _ resource: ResourceDescriptor, _ package: DataPackage, _ lines: Bool
  ) throws(Failure) -> SourceFile {
    let data: Data
    do { data = try Data(contentsOf: URL(filePath: package.path(of: path)), options: .mappedIfSafe) } catch {
      throw .inputOutput(path: path, reason: Messages.cannotRead)
    }
    return SourceFile(
      resource: resource.name, path: path, sha256: hexadecimal(SHA256.hash(data: data)), bytes: data.count,
      isIllustrative: resource.isIllustrative, lineChecks: lines ? LineChecks(of: data) : nil)
  }

  static func hexadecimal(_ digest: some Sequence<UInt8>) -> String {
    digest.map { byte in
      let text = String(byte, radix: 16)
      return text.utf8.count == 1 ? "0" + text : text
    }.joined()
  }
}
