#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The parts of a workbook, found by name and decompressed within limits.
struct PackageParts: ~Copyable {
  private let zip: ZipHandle
  private let entries: [String: ZipHandle.Entry]
  let limits: WorkbookLimits
  private var total = 0

  private init(zip: consuming ZipHandle, entries: [String: ZipHandle.Entry], limits: WorkbookLimits) {
    self.zip = zip
    self.entries = entries
    self.limits = limits
  }

  static func open(_ path: String, limits: WorkbookLimits) throws(WorkbookReadError) -> PackageParts {
    let size = try size(of: path)
    guard size <= limits.file else { throw .fileTooLarge(bytes: size) }
    guard endsAsArchive(path, size) else { throw .notAnArchive }
    let zip = try ZipHandle(path: path)
    var entries: [String: ZipHandle.Entry] = [:]
    for entry in try zip.entries(limit: limits.parts) {
      guard PartName.isSafe(entry.name) else { throw .unsafeName(entry.name) }
      guard entries.updateValue(entry, forKey: PartName.key(entry.name)) == nil else { throw .partTwice(entry.name) }
    }
    return PackageParts(zip: zip, entries: entries, limits: limits)
  }

  /// Only an ordinary file: a pipe would never end.
  private static func size(of path: String) throws(WorkbookReadError) -> Int {
    let real =
      (try? FileManager.default.destinationOfSymbolicLink(atPath: path)) == nil
      ? path : URL(filePath: path).resolvingSymlinksInPath().path
    guard let values = try? FileManager.default.attributesOfItem(atPath: real),
      values[.type] as? FileAttributeType == .typeRegular, let size = values[.size] as? Int
    else { throw .unreadable }
    guard FileManager.default.isReadableFile(atPath: real) else { throw .unreadable }
    return size
  }

  /// The last record of an archive says how long it is itself; the library does not notice when its end is missing.
  private static func endsAsArchive(_ path: String, _ size: Int) -> Bool {
    let length = 22
    guard size >= length, let file = fopen(path, "rb") else { return false }
    defer { fclose(file) }
    var tail = [UInt8](repeating: 0, count: min(size, length + Int(UInt16.max)))
    guard fseek(file, size - tail.count, SEEK_SET) == 0, fread(&tail, 1, tail.count, file) == tail.count else {
      return false
    }
    for start in 0...(tail.count - length) where tail[start...].starts(with: [0x50, 0x4B, 0x05, 0x06]) {
      let remark = Int(tail[start + 20]) | Int(tail[start + 21]) << 8
      if start + length + remark == tail.count { return true }
    }
    return false
  }

  var names: [String] { entries.values.map(\.name).sorted() }

  /// Decompressed, as the directory says; what it says is compared when a part is read.
  func size(of part: String) -> Int { entries[PartName.key(part)]?.claimed ?? 0 }

  /// Whether the element that an XML part begins with is closed at its end. A part that is no XML has no end to lack.
  mutating func endsAsBegun(_ part: String) throws(WorkbookReadError) -> Bool {
    guard part.hasSuffix(".xml") || part.hasSuffix(".rels"), let entry = entries[PartName.key(part)] else {
      return true
    }
    var head: [UInt8] = []
    var tail: [UInt8] = []
    try zip.read(entry) { (piece) throws(WorkbookReadError) in
      if head.count < 512 { head += piece.prefix(512 - head.count) }
      tail = Array((piece.count < 256 ? tail + piece : Array(piece)).suffix(256))
    }
    let text = String(decoding: head, as: UTF8.self)
    var rest = text[...]
    while let open = rest.firstIndex(of: "<") {
      rest = rest[rest.index(after: open)...]
      guard let first = rest.first, first != "?", first != "!" else { continue }
      let name = rest.prefix { $0 != " " && $0 != ">" && $0 != "/" && !$0.isNewline }
      let written = tail[...(tail.lastIndex { $0 > 0x20 } ?? 0)]
      let end = String(decoding: written, as: UTF8.self)
      // An element without contents closes itself.
      return end.hasSuffix("</\(name)>") || (end.hasSuffix("/>") && !rest.dropFirst(name.count).contains("<"))
    }
    return false
  }

  func contains(_ part: String) -> Bool { entries[PartName.key(part)] != nil }

  /// Reads a part through a parser.
  mutating func parse(_ part: String, into sink: any XMLSink) throws(WorkbookReadError) {
    guard let entry = entries[PartName.key(part)] else { throw .partMissing(part) }
    guard !entry.isEncrypted else { throw .encrypted(part: part) }
    let limits = limits
    var sum = total
    var size = 0
    let parser = try XMLHandle(part: part, limits: limits, sink: sink)
    try zip.read(entry) { (piece) throws(WorkbookReadError) in
      size += piece.count
      sum += piece.count
      guard size <= limits.part, sum <= limits.total else { throw .tooLarge(part: part) }
      guard size <= limits.freeBytes || size / max(1, entry.compressed) < limits.ratio else { throw .bomb(part: part) }
      try parser.feed(piece)
    }
    try parser.finish()
    total = sum
  }
}
