import CSVCore
import Findings
import Language

/// One file of a resource, made ready for the scanner: decompressed and in UTF-8.
struct ResourceInput {
  let file: String
  let source: CSVSource
  let findings: [Finding]

  /// A file that is UTF-8 is not read here: the scanner streams it.
  ///
  /// - Throws: `Failure.noInput` when the file is not there or cannot be read.
  static func open(
    _ file: String, of resource: ResourceDescriptor, in package: DataPackage
  ) throws(Failure) -> ResourceInput {
    let path = package.path(of: file)
    try TextFile.require(path, called: file)
    func input(_ bytes: [UInt8], as encoding: TextEncoding) -> ResourceInput {
      let text = encoding == .utf8 ? bytes : encoding.decode(bytes)
      return ResourceInput(
        file: file, source: .bytes(text),
        findings: encoding == .tcvn3
          ? [finding("case-lost", file, resource, Messages.caseLost, Messages.caseLostRemedy, .warning)] : [])
    }
    guard package.isCompressed(file) else {
      let encoding = resource.encoding ?? .utf8
      if encoding != .utf8 { return input(try bytes(of: path, called: file), as: encoding) }
      let source = CSVSource.file(path: path)
      guard let announced = TextEncoding.announced(by: (try? source.beginning(2)) ?? []) else {
        return ResourceInput(file: file, source: source, findings: [])
      }
      return input(try bytes(of: path, called: file), as: announced)
    }
    let stream = GzipStream.source(path)
    // Where the archive holds nothing at all, the rest of this says so.
    if let first = try? stream.beginning(2), (resource.encoding ?? TextEncoding.announced(by: first) ?? .utf8) == .utf8
    {
      // It is not read here either; what is wrong with it is found, with its place, when the scanner comes there.
      return ResourceInput(file: file, source: stream, findings: [])
    }
    let compressed = try bytes(of: path, called: file)
    do throws(Inflate.Problem) {
      let bytes = try Gzip.decompress(compressed)
      return input(bytes, as: resource.encoding ?? TextEncoding.announced(by: bytes) ?? .utf8)
    } catch {
      let message = error == .tooLarge ? Messages.archiveTooLarge : Messages.damagedArchive
      return ResourceInput(
        file: file, source: .bytes([]),
        findings: [finding("damaged-archive", file, resource, message, Messages.damagedArchiveRemedy, .error)])
    }
  }

  /// The beginning of a file, for guessing what is wrong with it.
  static func sample(of source: CSVSource) -> [UInt8] { source.sample(sampleSize) }

  private static let sampleSize = 4 << 20

  private static func finding(
    _ code: String, _ file: String, _ resource: ResourceDescriptor, _ message: LocalizedText, _ remedy: LocalizedText,
    _ severity: Severity
  ) -> Finding {
    Finding(
      code: code, severity: severity, resource: resource.name, position: Position(file: file), message: message,
      remedy: remedy)
  }

  private static func bytes(of path: String, called file: String) throws(Failure) -> [UInt8] {
    let size = try TextFile.require(path, called: file)
    guard size <= Gzip.largestSize else { throw .noInput(path: file, reason: Messages.fileTooLarge) }
    do { return try CSVSource.file(path: path).beginning(size) } catch {
      throw .noInput(path: file, reason: Messages.cannotRead)
    }
  }
}
