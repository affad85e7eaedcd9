import Crypto

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A short check of each line of a file, by which a later audit says which lines are others: the first three bytes of the
/// SHA-256 (FIPS 180-4) of the line's bytes.
///
/// Lines end as a CSV scan counts them, with LF, CRLF or CR; neither that nor a byte order mark at the start belongs to
/// a line. That the file is another is known by its own SHA-256; two lines share a check once in 2²⁴ pairs.
public struct LineChecks: Sendable, Hashable {
  /// Files with more lines have none, so that a ledger stays small.
  public static let mostLines = 100_000
  private static let width = 3

  private let bytes: [UInt8]

  public var count: Int { bytes.count / Self.width }

  /// In the order of the lines.
  public var values: [UInt32] {
    stride(from: 0, to: bytes.count, by: Self.width).map { start in
      UInt32(bytes[start]) << 16 | UInt32(bytes[start + 1]) << 8 | UInt32(bytes[start + 2])
    }
  }

  /// Nil for what is not base64 of whole checks.
  public init?(base64: String) {
    guard let data = Data(base64Encoded: base64), data.count % Self.width == 0 else { return nil }
    bytes = Array(data)
  }

  /// RFC 4648, section 4.
  public var base64: String { Data(bytes).base64EncodedString() }

  /// Nil for a file of too many lines, and for one that is not read byte by byte: compressed, or with zero bytes as in
  /// UTF-16.
  ///
  /// - Complexity: O(bytes).
  public init?(of text: some Sequence<UInt8>) {
    guard
      let checks = text.withContiguousStorageIfAvailable(Self.checks)
        ?? Array(text).withUnsafeBufferPointer(Self.checks)
    else { return nil }
    bytes = checks
  }

  private static func checks(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    let bytes = UnsafeRawBufferPointer(text)
    if bytes.starts(with: [0x1F, 0x8B]) { return nil }
    var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var ends: [Range<Int>] = []
    var index = start
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if byte > 0x0D { continue }
      if byte == 0 { return nil }
      guard byte == 0x0A || byte == 0x0D else { continue }
      ends.append(start..<index - 1)
      if byte == 0x0D, index < bytes.count, bytes[index] == 0x0A { index += 1 }
      start = index
      if ends.count > mostLines { return nil }
    }
    if start < bytes.count { ends.append(start..<bytes.count) }
    guard ends.count <= mostLines else { return nil }
    var checks: [UInt8] = []
    checks.reserveCapacity(ends.count * width)
    for line in ends {
      var hash = SHA256()
      hash.update(bufferPointer: UnsafeRawBufferPointer(rebasing: bytes[line]))
      hash.finalize().withUnsafeBytes { checks.append(contentsOf: $0.prefix(width)) }
    }
    return checks
  }
}
