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
  /// - Parameter lines: whether each line has its own check, too.
  /// - Throws: `Failure.inputOutput` when the file cannot be read.
  /// - Complexity: O(bytes); the file is mapped, not loaded.
  public static func file(
    _ resource: ResourceDescriptor, of package: DataPackage, lines: Bool = false
  ) throws(Failure) -> SourceFile {
    let data: Data
    do {
      data = try Data(contentsOf: URL(filePath: package.path(of: resource.path)), options: .mappedIfSafe)
    } catch {
      throw .inputOutput(path: resource.path, reason: Messages.cannotRead)
    }
    return SourceFile(
      resource: resource.name, path: resource.path, sha256: hexadecimal(SHA256.hash(data: data)), bytes: data.count,
      isIllustrative: resource.isIllustrative, lineChecks: lines ? LineChecks(of: data) : nil)
  }

  private static func hexadecimal(_ digest: some Sequence<UInt8>) -> String {
    digest.map { byte in
      let text = String(byte, radix: 16)
      return text.utf8.count == 1 ? "0" + text : text
    }.joined()
  }
}
