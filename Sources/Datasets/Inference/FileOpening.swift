import CSVCore
import Findings
import Language

/// Opens a file of which nothing is known: what it is, and in which encoding.
enum FileOpening {
  struct Opened {
    let source: CSVSource
    /// The first bytes in UTF-8.
    let sample: [UInt8]
    let encoding: TextEncoding?
  }

  /// - Throws: `Failure.noInput` when it is not there or cannot be read, `.invalid` when it is empty or no text.
  static func open(folder: String, file: String) throws(Failure) -> Opened {
    let package = DataPackage(folder: folder, name: file, title: file, illustrativeNotice: nil, resources: [])
    let input = try ResourceInput.open(file, of: resource(file, nil), in: package)
    if input.findings.contains(where: { $0.severity == .error }) { throw .invalid(input.findings) }
    let bytes = ResourceInput.sample(of: input.source)
    let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    guard text.contains(where: { $0 > UInt8(ascii: " ") }) else {
      throw .invalid([finding("empty-file", file, Messages.inferEmpty, Messages.inferEmptyRemedy)])
    }
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      throw .invalid([finding("not-a-table", file, Messages.inferWorkbook, Messages.inferWorkbookRemedy)])
    }
    if let encoding = LegacyFont.isUTF16(bytes) { return try reopen(file, as: encoding, package) }
    guard !bytes.contains(0) else {
      throw .invalid([finding("not-a-table", file, Messages.inferBinary, Messages.inferBinaryRemedy)])
    }
    if isUTF8(bytes) { return Opened(source: input.source, sample: bytes, encoding: nil) }
    guard let encoding = LegacyFont.guess(bytes) else {
      throw .invalid([finding("encoding-error", file, Messages.inferUnknownEncoding, Messages.notUTF8Remedy)])
    }
    return try reopen(file, as: encoding, package)
  }

  private static func reopen(
    _ file: String, as encoding: TextEncoding, _ package: DataPackage
  ) throws(Failure) -> Opened {
    let input = try ResourceInput.open(file, of: resource(file, encoding), in: package)
    return Opened(source: input.source, sample: ResourceInput.sample(of: input.source), encoding: encoding)
  }

  /// A sample may end within a character.
  private static func isUTF8(_ bytes: [UInt8]) -> Bool {
    (0..<4).contains { cut in
      cut < bytes.count && String(validating: bytes.dropLast(cut), as: UTF8.self) != nil
    }
  }

  private static func resource(_ file: String, _ encoding: TextEncoding?) -> ResourceDescriptor {
    ResourceDescriptor(
      name: file, paths: [file], title: nil, position: Position(file: file), isIllustrative: false,
      dialect: CSVDialect(), layout: HeaderLayout(), encoding: encoding, inline: nil, fields: [], fieldsMatch: .equal,
      primaryKey: [], uniqueKeys: [], foreignKeys: [])
  }

  static func finding(
    _ code: String, _ file: String, _ message: LocalizedText, _ remedy: LocalizedText, line: Int? = nil,
    column: Int? = nil
  ) -> Finding {
    Finding(
      code: code, position: Position(file: file, line: line, column: column), message: message, remedy: remedy)
  }
}
