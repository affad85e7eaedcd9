/// Writes zip files for tests, sound ones and others (APPNOTE 4.3).
public struct ZipWriter: Sendable {
  public struct Part: Sendable {
    public var name: String
    public var content: [UInt8]
    public var isDeflated: Bool
    /// What the headers claim, where that is not the truth.
    public var claimedSize: Int?
    public var claimedChecksum: UInt32?
    /// Bit 0: encrypted.
    public var flags: Int = 0

    public init(_ name: String, _ content: [UInt8], isDeflated: Bool = true) {
      self.name = name
      self.content = content
      self.isDeflated = isDeflated
    }

    public init(_ name: String, _ text: String) { self.init(name, Array(text.utf8)) }
  }

  public var parts: [Part]

  public init(_ parts: [Part]) { self.parts = parts }

  /// All parts of an archive, to be changed.
  public init(_ archive: ZipArchive) throws {
    parts = try archive.names.map { Part($0, try archive.bytes($0)) }
  }

  /// Changes the text of one part.
  public mutating func edit(_ name: String, _ change: (String) -> String) {
    guard let index = parts.firstIndex(where: { $0.name == name }) else { return }
    parts[index].content = Array(change(String(decoding: parts[index].content, as: UTF8.self)).utf8)
  }

  public var bytes: [UInt8] {
    var file: [UInt8] = []
    var directory: [UInt8] = []
    for part in parts {
      let data = part.isDeflated ? Deflated.raw(part.content) : part.content
      var common: [UInt8] = []
      common += Self.number(20, 2) + Self.number(0x800 | part.flags, 2) + Self.number(part.isDeflated ? 8 : 0, 2)
      common += Self.number(0, 2) + Self.number(0x21, 2)
      common += Self.number(Int(part.claimedChecksum ?? Deflated.checksum(part.content)), 4)
      common += Self.number(data.count, 4) + Self.number(part.claimedSize ?? part.content.count, 4)
      common += Self.number(part.name.utf8.count, 2) + Self.number(0, 2)
      directory += Self.number(0x0201_4b50, 4) + Self.number(20, 2) + common + Self.number(0, 6) + Self.number(0, 4)
      directory += Self.number(file.count, 4) + Array(part.name.utf8)
      file += Self.number(0x0403_4b50, 4) + common + Array(part.name.utf8) + data
    }
    let start = file.count
    file += directory + Self.number(0x0605_4b50, 4) + Self.number(0, 4)
    file += Self.number(parts.count, 2) + Self.number(parts.count, 2) + Self.number(directory.count, 4)
    return file + Self.number(start, 4) + Self.number(0, 2)
  }

  private static func number(_ value: Int, _ bytes: Int) -> [UInt8] {
    (0..<bytes).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }
}
